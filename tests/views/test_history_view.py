"""What the history looks like: shares, and the last changes for a card."""

import pytest

from hwkcli.gazetteer.history import chronicle, past
from hwkcli.views import history as views


@pytest.mark.parametrize("key", ["05978008", "05117000", "16063105"])
def test_the_last_changes_for_a_card(key: str) -> None:
    one = past.lives(key)[0]
    events = chronicle.events(one)
    rows = views.brief(one, events, "de")
    assert len(rows) == 4
    assert rows[-1] == ("", f"und {len(events) - 3} davor: hwk history {key}")
    assert views.brief(one, events, "en", most=1)[0] == views.brief(one, events, "en")[2]
    assert views.brief(one, (), "en") == ()


def test_each_kind_of_change_on_a_card() -> None:
    one = past.lives("05117000")[0]
    assert ("27.03.1991", "neuer Name: Mülheim a.d. Ruhr, Stadt → Mülheim an der Ruhr, Stadt") in views.brief(
        one, chronicle.events(one), "de"
    )
    memmert = past.lives("03633511")[0]
    (first, *_) = views.brief(memmert, chronicle.events(memmert), "en", most=99)
    assert first == ("1 July 1954", "newly formed: Nordseeinsel Memmert, gemfr. Gebiet 03633511")


def test_what_is_formed_of_a_part_is_called_so() -> None:
    one = past.lives("05562014")[0]
    words = dict(views.brief(one, chronicle.events(one), "de", most=99))
    assert words["06.12.1975"] == "aus einem Teil gebildet: Bottrop, Stadt 05512000 → Gladbeck, Stadt 05514000"
    assert words["01.01.1981"].startswith("Teil umgegliedert: ")
