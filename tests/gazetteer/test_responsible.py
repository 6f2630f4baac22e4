import pytest
from national import TABLES

import hwkcli
from hwkcli.files import load
from hwkcli.gazetteer import records, responsible
from hwkcli.gazetteer.responsible import undecided
from hwkcli.gazetteer.store import provenance

DATA = load.shipped_file().parent
CHAMBERS = load.chambers(DATA / "chambers.yaml")


def codes(word: str, **narrow: str) -> list[str | None]:
    found = hwkcli.chamber(word, **narrow)
    return [chamber.code if chamber else None for chamber in responsible.chambers_of(found)]


def test_every_municipality_has_the_chamber_of_its_territory() -> None:
    owners: dict[str, set[str]] = {}
    for one in CHAMBERS.territories:
        owners.setdefault(one.key, set()).add(one.chamber)
    for gemeinde in TABLES.gemeinden:
        expected = owners.get(gemeinde.ags) or owners.get(gemeinde.kreis_key, set())
        assert {code for code in codes(gemeinde.ags) if code} == expected, gemeinde
    for kreis in TABLES.kreise:
        whole = {code for key, chambers in owners.items() if key.startswith(kreis.key) for code in chambers}
        assert {
            answer.chamber.code for answer in hwkcli.chamber(kreis.key) if answer.how == "key" and answer.chamber
        } == whole


def test_the_evidence_is_that_of_the_file() -> None:
    for one in CHAMBERS.territories:
        (answer,) = (
            answer
            for answer in hwkcli.chamber(one.key)
            if answer.how == "key" and answer.chamber and answer.chamber.code == one.chamber
        )
        assert (answer.basis, answer.confidence, answer.sources, answer.note) == (
            one.basis,
            one.confidence,
            one.sources,
            one.note,
        )
    assert {source.id: source for source in provenance.sources()}.items() >= {
        source.id: source for source in CHAMBERS.sources
    }.items()


def test_guesten_answers_both_with_the_reason() -> None:
    found = hwkcli.chamber("Güsten", kreis="Salzlandkreis")
    assert [answer.chamber.short_name for answer in found if answer.chamber] == ["HWK Halle", "HWK Magdeburg"]
    for answer in found:
        assert answer.confidence == "low"
        assert answer.note
        assert "Amesdorf" in answer.note.en
    assert undecided(found) == "'Güsten' is 1 place of 2 chambers: HWK Halle, HWK Magdeburg"
    assert set(codes("39439")) >= {"00015", "00016"}


def test_split_kreise_and_laender_say_how_much_of_them_belongs_to_each_chamber() -> None:
    rostock = hwkcli.chamber("13072")
    assert [(answer.chamber.short_name, answer.note.de) for answer in rostock if answer.chamber and answer.note] == [
        ("HWK OMV", "für 55 der 112 Gemeinden"),
        ("HWK Schwerin", "für 57 der 112 Gemeinden"),
    ]
    assert codes("Güstrow") == ["00019"]
    assert codes("Bad Doberan") == ["00018"]
    assert len(codes("Bayern")) == 6
    munster = {answer.chamber.code: answer for answer in hwkcli.chamber("NRW") if answer.chamber}["00034"]
    assert munster.basis == "mixed"
    assert codes("Saarland") == ["00081"]
    assert codes("Berlin", land="Berlin") == ["00091"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("59174", ["00037"]),
        ("Dortmund", ["00037"]),
        ("München", ["00074"]),
        ("Rostock", ["00018"]),
        ("Bremerhaven", ["00092"]),
        ("Frankfurt", ["00045", "00008"]),
        ("Essen", ["00031"]),
        ("Ehrenfeld", ["00032", "00037"]),
        ("Rheinhausen", ["00061", "00031", "00063"]),
        # A village, and parts of Lippetal and Karrenzin, which are far larger.
        ("Herzfeld", ["00054", "00037", "00019"]),
        # A municipality of 3,000 people, and a part of Schwerte, fourteen times as large.
        ("Westhofen", ["00053", "00037"]),
        ("Horstmar", ["00034", "00037"]),
        # Short for Voerde (Niederrhein), and the whole name of a part of Ennepetal.
        ("Voerde", ["00031", "00037"]),
        ("Düren", ["00033"]),
        ("Lingen", ["00027"]),
        # Written so is only the part of Lippetal.
        ("Schoneberg", ["00037", "00052", "00091", "00008", "00043", "00071"]),
        ("07000999", [None]),
        ("Küstengewässer einschl. Anteil am Festlandsockel", [None]),
    ],
)
def test_which_chambers(word: str, expected: list[str | None]) -> None:
    assert codes(word) == expected


def test_what_belongs_to_no_kreis_says_so() -> None:
    assert undecided(hwkcli.chamber("07000999")) == "'07000999' belongs to no Kreis and to no chamber"


def test_the_chambers_of_a_land() -> None:
    assert len(responsible.chambers()) == len(hwkcli.chambers())
    assert [one.short_name for one in responsible.chambers("Sachsen")] == ["HWK Chemnitz", "HWK Dresden", "HWK Leipzig"]
    assert [one.short_name for one in responsible.chambers("02")] == ["HWK Hamburg"]
    with pytest.raises(hwkcli.NotFound):
        responsible.chambers("Preußen")
    with pytest.raises(hwkcli.EmptyQuery):
        responsible.chambers("")


def test_the_territories_of_all_chambers_are_all_of_germany() -> None:
    people, areas, towns = 0, 0.0, []
    for chamber in hwkcli.chambers():
        for kreis in hwkcli.kreise(chamber=chamber.code) if chamber.code != "00037" else records.territory(chamber):
            people += kreis.population or 0
            areas += kreis.area_km2 or 0
            towns += [town.ags for town in kreis.towns]
    everywhere = [one for one in TABLES.gemeinden if one.kreis_key not in ("07000", "13000")]
    twice = next(one for one in everywhere if one.ags == "15089165")
    assert sorted(towns) == sorted([*(one.ags for one in everywhere), twice.ags])
    assert people == sum(int(one.population or 0) for one in (*everywhere, twice))
    assert round(areas, 2) == round(sum(float(one.area_km2 or 0) for one in (*everywhere, twice)), 2)
