"""Every municipality and every postal code of the tables is found, by all that leads to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from national import TABLES

from hwkcli.files import tables
from hwkcli.gazetteer.find import EVERYWHERE, Narrow, shipped
from hwkcli.gazetteer.match import Match
from hwkcli.gazetteer.store.assemble import kreis_name
from hwkcli.naming.spelling import base

KREISE = {kreis.key: kreis for kreis in TABLES.kreise}


def find(word: str, narrow: Narrow = EVERYWHERE) -> tuple[Match, ...]:
    return shipped().ask(word, narrow).matches


def answers(gemeinde: tables.Gemeinde, word: str) -> bool:
    return gemeinde.ags in [found.entry.ags for found in find(word) if found.entry.kind != "locality"]


def own_words(gemeinde: tables.Gemeinde) -> list[str]:
    """What leads to a municipality: its keys, its name with its Kreis, its postal code."""
    words = [gemeinde.ags, gemeinde.ars, gemeinde.name]
    kreis = KREISE.get(gemeinde.kreis_key)
    if kreis:
        name = kreis_name(kreis.name, kreis.type)
        words += [f"{gemeinde.name}, {name}", f"{base(gemeinde.name)} ({name})"]
    if gemeinde.postal_code:
        words += [gemeinde.postal_code, f"{gemeinde.postal_code} {gemeinde.name}"]
    return words


@pytest.mark.long
def test_every_municipality_is_found_by_its_keys_its_name_with_its_kreis_and_its_postal_code() -> None:
    for gemeinde in TABLES.gemeinden:
        for word in own_words(gemeinde):
            assert answers(gemeinde, word), (gemeinde, word)


def test_every_postal_code_answers_and_never_leaves_its_kreise() -> None:
    kreise: dict[str, set[str | None]] = {}
    for ort in TABLES.orte:
        # A few places are filed under the Kreis next to that of their municipality.
        kreise.setdefault(ort.postal_code, set()).add(ort.ags[:5] or ort.kreis_key)
    for gemeinde in TABLES.gemeinden:
        if gemeinde.postal_code:
            kreise.setdefault(gemeinde.postal_code, set()).add(gemeinde.kreis_key)
    assert len(kreise) > 8_309
    for code, expected in kreise.items():
        found = [one for one in find(code) if one.how == "postal_code"]
        assert {one.entry.kreis_key for one in found} == expected, code


@st.composite
def written(draw: st.DrawFn) -> tuple[tables.Gemeinde, str]:
    """A municipality, and its name as somebody might write it."""
    gemeinde = draw(st.sampled_from(TABLES.gemeinden))
    name = draw(st.sampled_from([gemeinde.name, base(gemeinde.name)]))
    for old, new in draw(
        st.sampled_from(
            [
                [],
                [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue")],
                [("ä", "a"), ("ö", "o"), ("ü", "u"), ("Ä", "A"), ("Ö", "O"), ("Ü", "U")],
                [("-", " ")],
                [(" ", "-")],
                [
                    (" an der ", " a. d. "),
                    (" am ", " a. "),
                    (" in der ", " i. d. "),
                    (" im ", " i. "),
                    (" bei ", " b. "),
                ],
                [("St. ", "Sankt "), ("Sankt ", "St. ")],
                [(" (", "/"), (")", "")],
                [(" (", ", "), (")", "")],
            ]
        )
    ):
        name = name.replace(old, new)
    return gemeinde, getattr(name, draw(st.sampled_from(["strip", "upper", "lower"])))()


@given(st.sampled_from(TABLES.gemeinden))
def test_a_municipality_is_found_by_its_keys_its_name_with_its_kreis_and_its_postal_code(
    gemeinde: tables.Gemeinde,
) -> None:
    for word in own_words(gemeinde):
        assert answers(gemeinde, word), word


@given(written())
def test_names_are_read_as_people_write_them(pair: tuple[tables.Gemeinde, str]) -> None:
    gemeinde, word = pair
    assert answers(gemeinde, word), word
