import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwkcli.naming import spelling
from hwkcli.naming.fold import fold

GROUPS = [("main", "m"), ("sankt", "st"), ("höhe", "h"), ("harz", "h"), ("teutoburger wald", "t w")]


@pytest.mark.parametrize(
    ("official", "whole", "short"),
    [
        ("Neustadt in Holstein, Stadt", "Neustadt in Holstein", "neustadt"),
        ("Weiden i.d.OPf.", "Weiden i.d.OPf.", "weiden"),
        ("Hagen, Stadt der FernUniversität", "Hagen", "hagen"),
        ("Fröndenberg/Ruhr, Stadt", "Fröndenberg/Ruhr", "fröndenberg"),
        ("Wickede (Ruhr)", "Wickede (Ruhr)", "wickede"),
        ("Rothenburg ob der Tauber, GKSt", "Rothenburg ob der Tauber", "rothenburg"),
        ("Weilheim i.OB, St", "Weilheim i.OB", "weilheim"),
        ("Frankfurt am Main, Stadt", "Frankfurt am Main", "frankfurt"),
        ("Sachsenwald (Forstgutsbez.),gemfr.Geb.", "Sachsenwald (Forstgutsbez.)", "sachsenwald"),
        ("Castrop-Rauxel, Stadt", "Castrop-Rauxel", "castrop rauxel"),
        ("Im Ried", "Im Ried", "im ried"),
    ],
)
def test_a_name_without_its_title_and_without_what_tells_it_apart(official: str, whole: str, short: str) -> None:
    assert spelling.base(official) == whole
    assert spelling.short(whole) == short


def test_german_and_sorbian_names_are_names_alone_and_together() -> None:
    assert {"cottbus chóśebuz", "cottbus", "chóśebuz"} <= {
        name for name, _ in spelling.names("Cottbus/Chóśebuz, Stadt")
    }
    bautzen = dict(spelling.names("Bautzen / Budyšin, Stadt"))
    assert bautzen["budyšin"] == bautzen["bautzen budyšin"] == "exact"
    names = {name for name, _ in spelling.names("Lahr/Schwarzwald, Stadt")}
    assert "lahr schwarzwald" in names
    assert "schwarzwald" not in names


def test_abbreviations_answer_short_and_long_but_are_not_read_twice() -> None:
    assert set(spelling.variants("frankfurt am main", GROUPS)) == {"frankfurt am main", "frankfurt main", "frankfurt m"}
    assert "sankt peter" in spelling.variants("st peter", GROUPS)
    bad_homburg = spelling.variants("bad homburg vor der höhe", GROUPS)
    assert "bad homburg h" in bad_homburg
    assert "bad homburg harz" not in bad_homburg
    # A single letter is short for something only behind a name.
    assert spelling.variants("main tauber", GROUPS) == ("main tauber",)


def test_only_o_d_is_a_little_word() -> None:
    assert spelling.bare("rothenburg o d tauber") == "rothenburg tauber"
    assert spelling.bare("frankfurt o") == "frankfurt o"


@given(st.text(max_size=40))
def test_what_is_asked_begins_with_what_is_typed_and_is_bare_but_once(text: str) -> None:
    key = fold(text)
    assert spelling.asked(key)[0] == key
    assert spelling.bare(spelling.bare(key)).split()[:1] == key.split()[:1]
    assert set(spelling.bare(key).split()) <= set(key.split())


def test_an_island_is_called_by_its_name_alone() -> None:
    assert {("insel poel", "exact"), ("poel", "alias")} <= set(spelling.names("Insel Poel, Ostseebad"))
