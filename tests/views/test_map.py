"""What is on a map."""

from collections import defaultdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwkcli.errors import NotFound
from hwkcli.figures.timeline import Figures
from hwkcli.files import load
from hwkcli.gazetteer.geography import extent, units
from hwkcli.gazetteer.geography.extent import GERMANY, chosen
from hwkcli.gazetteer.store import provenance, responsibility
from hwkcli.views import map_values
from hwkcli.views.map import Map, chart
from hwkcli.views.map_shapes import COLOURS, coloured

DORTMUND = chosen("Dortmund", None, None)


def drawn(area: extent.Area, level: units.Level, **more: Any) -> Map:
    return chart(area, units.units(level, area, divided=True), "de", **more)


def test_the_map_of_a_district_says_what_it_is_of_when_and_from_where() -> None:
    found = drawn(DORTMUND, "kreise", spot=extent.spot("Unna"))
    assert found.title == "Bezirk der Handwerkskammer Dortmund"
    assert found.subtitle == (
        "Gebietsstand 31.12.2024, mit den bekannten Änderungen bis 01.01.2026 – 8 Kreise und kreisfreie Städte"
    )
    assert {label.text for label in found.labels} == {
        *("Bochum", "Dortmund", "Hagen", "Hamm", "Herne", "Ennepe-Ruhr-Kreis", "Soest", "Unna"),
    }
    assert len({shape.fill for shape in found.shapes}) == 8
    assert found.mark is not None
    assert found.mark[0] == "Unna"
    assert any(note.startswith("Zuständigkeit: Land Nordrhein-Westfalen") for note in found.notes)
    assert found.notes[-1] == f"Grenzen: {provenance.source('boundaries').attribution}"
    assert provenance.source("boundaries").attribution in found.rights
    assert {label.text for label in found.labels_around} >= {"Südwestfalen", "Münster", "Düsseldorf"}
    assert (found.legend, found.groups) == ((), ())


def test_in_english_it_is_english() -> None:
    found = chart(DORTMUND, units.units("municipalities", DORTMUND), "en")
    assert found.title == "District of the Handwerkskammer Dortmund"
    assert found.subtitle == (
        "Territorial status of 31 December 2024, with the known changes to 1 January 2026 – 38 towns and municipalities"
    )
    assert found.legend_title == "Kreise"
    assert [entry.text for entry in found.legend][-1] == "Kreis Unna"
    assert {label.text for label in found.groups} == {entry.text for entry in found.legend}


def test_a_land_is_coloured_by_chamber_with_a_legend() -> None:
    found = drawn(chosen(None, "Sachsen", None), "kreise")
    assert [entry.text for entry in found.legend] == ["Chemnitz", "Dresden", "Leipzig"]
    assert found.legend_title == "Handwerkskammern"
    assert {label.text for label in found.labels} >= {"Leipzig", "Landkreis Leipzig", "Dresden", "Bautzen"}
    assert found.title == "Handwerkskammern in Sachsen"
    assert drawn(chosen(None, "Saarland", None), "municipalities").title == "Saarland"


def test_where_two_chambers_are_named_that_is_hatched_and_said() -> None:
    found = drawn(chosen("Halle", None, None), "kreise")
    assert sum(shape.unsure for shape in found.shapes) == 1
    assert found.subtitle.endswith("8 Kreise und kreisfreie Städte")
    assert any("Zuständigkeit ungeklärt" in note and note.endswith("Güsten") for note in found.notes)
    assert any("mittlerer Sicherheit" in note for note in found.notes)
    assert "Salzlandkreis (Teil)" in {label.text for label in found.labels}
    town = drawn(chosen(None, None, "Salzlandkreis"), "municipalities")
    assert sum(shape.unsure for shape in town.shapes) == 1
    assert not any("Zuständigkeit" in note for note in town.notes)  # which is not what a map of towns is about


def test_neighbours_on_the_map_of_all_chambers_have_different_colours() -> None:
    made = units.units("chambers", GERMANY)
    found = drawn(GERMANY, "chambers")
    fills = dict(zip(made, (shape.fill for shape in found.shapes), strict=True))
    near = defaultdict(set)
    for side in units.sides(made.values()):
        if side.one and side.other:
            near[side.one].add(side.other)
    assert all(fills[one] != fills[other] for one, others in near.items() for other in others)
    assert set(fills.values()) <= set(range(COLOURS))
    assert found.subtitle.endswith(f"{len(responsibility.chambers())} Handwerkskammern")
    assert (found.around, found.labels_around) == ((), ())


def test_where_there_are_too_many_kreise_to_name_the_chambers_are_named() -> None:
    found = drawn(GERMANY, "kreise")
    names = {label.text for label in found.labels}
    assert {"Dortmund", "Schwaben", "OMV"} <= names
    assert len(names) == len(responsibility.chambers())
    assert found.legend == ()


@given(st.dictionaries(st.integers(0, 30), st.sets(st.integers(0, 30)), min_size=1))
def test_colours_differ_between_neighbours(graph: dict[int, set[int]]) -> None:
    near = {str(key): {str(other) for other in others if other != key} for key, others in graph.items()}
    for key, others in list(near.items()):
        for other in others:
            near.setdefault(other, set()).add(key)
    found = coloured(near)
    assert set(found) == set(near)
    assert all(found[one] != found[other] for one, others in near.items() for other in others)


def test_population_is_in_classes_of_round_numbers_with_its_date() -> None:
    made = units.units("kreise", DORTMUND)
    values = map_values.population(made, "de")
    found = chart(DORTMUND, made, "de", values=values)
    assert found.ramp
    assert found.title.startswith("Einwohner, 15.05.2022 – ")
    assert found.notes[0].startswith("Einwohner, 15.05.2022: Statistische Ämter des Bundes und der Länder: Zensus 2022")
    assert len(found.legend) == 5
    assert found.legend[0].text.startswith("bis ")
    by_fill = sorted((shape.fill, unit.population) for shape, unit in zip(found.shapes, made.values(), strict=True))
    assert [number for _, number in by_fill] == sorted(number for _, number in by_fill if number)


def test_figures_are_of_one_date_and_what_has_none_says_so() -> None:
    district = load.district()
    every = Figures(district, load.history(district))
    made = units.units("kreise", DORTMUND)
    values = map_values.figures(every, "businesses", made, "en")
    dates = {figure.as_of for figure in every.of("businesses") if figure.territory in values.by_key}
    assert values.as_of in dates
    for key, value in values.by_key.items():
        assert value in {one.value for one in every.of("businesses", key) if one.as_of == values.as_of}
    found = chart(DORTMUND, made, "en", values=values)
    assert found.legend[-1] == (None, "no figure")
    assert sum(shape.fill is None for shape in found.shapes) == 8 - len(values.by_key)
    with pytest.raises(NotFound, match="no figure of businesses for these areas"):
        map_values.figures(every, "businesses", units.units("kreise", chosen("Münster", None, None)), "en")
    with pytest.raises(NotFound, match="no metric 'bakeries'"):
        map_values.figures(every, "bakeries", made, "en")


@given(st.lists(st.floats(0, 1e9), min_size=1, max_size=40))
def test_classes_are_rising_bounds_between_the_values(values: list[float]) -> None:
    bounds = map_values.classes(values)
    assert list(bounds) == sorted(set(bounds))
    assert len(bounds) < map_values.MOST_CLASSES
    assert all(min(values) <= bound < max(values) for bound in bounds)
    fills = {map_values.fill(value, bounds) for value in values}
    assert fills <= set(range(len(bounds) + 1))
    assert {0, len(bounds)} <= fills
