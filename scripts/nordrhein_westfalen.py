"""Compare what names and codes of Nordrhein-Westfalen answer with what they answered before localities were known, and
write `docs/explanation/nordrhein-westfalen.md`.

    python scripts/nordrhein_westfalen.py

`tests/gazetteer/nrw_before.csv` has the answers of the edition of 24 November 2026 (commit 53f50b6) to every name, key
and postal code of Nordrhein-Westfalen in its own tables, and to the localities of the Dortmund district alone and with
their towns: the keys of the places that `find` gave, the first one first, and the codes of the chambers that `chamber`
gave. It is not written again. A quick test compares all of it, and fails if the page says something else.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from documents.commands import table
from documents.pages import ROOT

from hwkcli.errors import HwkError
from hwkcli.gazetteer import responsible
from hwkcli.gazetteer.find import shipped
from hwkcli.gazetteer.store import index, responsibility

PAGE = ROOT / "docs" / "explanation" / "nordrhein-westfalen.md"
BEFORE = ROOT / "tests" / "gazetteer" / "nrw_before.csv"
_MOST = 4
"""So many places or chambers of an answer are shown; of the others, how many they are."""

SAME = "the same places, and the same chambers"
MORE = "the same, and behind it parts of other municipalities that bear the name"
DECIDED = "the same place first; where it decides, only its chamber is named"
NARROWER = "less behind it: what a postal code or the whole name excludes"
PLACED = "a village known by its Kreis alone before, now by its municipality"
FIRST = "another place first: towns, then the largest, before the district's own"
FOUND = "not found before"
NEVER = "found neither then nor now"
REASONS = {
    SAME: "nothing has changed",
    MORE: "the tables have localities of all Germany now: a name that more places bear says so",
    DECIDED: "a municipality far greater than what else bears its name answers for it; `find` has the others",
    NARROWER: "`32049 Herford` is the town, not also the Kreis; `Borken, Stadt` is not also Borken (Hessen)",
    PLACED: "the list of former municipalities, or GeoNames, says in which municipality it lies",
    FIRST: "one order for all Germany; before, what the district's own file had stood before everything else",
    FOUND: "a town written twice, as the postal table has it, is read at its code",
    NEVER: "the postal table writes the town twice",
}
"""The kinds of answers, in the order of the page, with the reason of each."""

_TEXT = """# Nordrhein-Westfalen, before and after

Written by `python scripts/nordrhein_westfalen.py`; a test compares again. Before there were localities of all
Germany, `hwk` knew those of the Dortmund district, and the names of the postal table. Here are {words:,} words of
that edition: every name, key and postal code of Nordrhein-Westfalen in its tables, and every locality of the
district, alone and with its town. Compared are the municipalities (or Kreise) that `find` names, the first one first,
and the chambers that `chamber` names.

{kinds}

No word that had one chamber has lost it. The chamber of the Dortmund district is still among the chambers of each
word of which it was one, but where a town far greater than the district's own place bears the name and decides:
{decided}; and where so many places bear the name that `chamber` names the municipalities only, and asks for more:
{many}. `find` has the places of the district for all of these.

By what the word is:

{by_word}

## Each difference

All of them, but those that only have more places behind the same first one. *+3* are three more.

{differences}
"""


class Before(NamedTuple):
    """A word, and what it answered before."""

    word: str
    kind: str
    places: tuple[str, ...]
    chambers: tuple[str, ...]


class Compared(NamedTuple):
    """A word, what it answered before and answers now, and what kind of difference that is."""

    before: Before
    places: tuple[str, ...]
    chambers: tuple[str, ...]
    kind: str


def before() -> tuple[Before, ...]:
    """What the words answered before."""
    with BEFORE.open(encoding="utf-8", newline="") as stream:
        return tuple(
            Before(row["word"], row["kind"], tuple(row["places"].split()), tuple(row["chambers"].split()))
            for row in csv.DictReader(stream)
        )


def now(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of the places that a word means, and the codes of their chambers; nothing if it means nothing."""
    try:
        asked = shipped(many=True).ask(word)
    except HwkError:
        return (), ()
    entries = (match.entry for match in asked.matches)
    keys = dict.fromkeys(entry.ags or entry.kreis_key or entry.land_key for entry in entries)
    found = responsible.chambers_of(responsible.of(asked))
    return tuple(keys), tuple(one.code if one else "-" for one in found)


def compare(old: Before) -> Compared:
    """How a word's answer differs from what it was."""
    places, chambers = now(old.word)
    return Compared(old, places, chambers, _kind(old, places, chambers))


def _kind(old: Before, places: Sequence[str], chambers: Sequence[str]) -> str:
    if not old.places or not places:
        return FOUND if places else NEVER
    if old.places == tuple(places) and old.chambers == tuple(chambers):
        return SAME
    lost = [key for key in old.places if key not in places]
    if lost and all(len(key) == 5 and any(one.startswith(key) and one != key for one in places) for key in lost):
        return NARROWER if len(places) < len(old.places) else PLACED
    if old.places[0] != places[0]:
        return FIRST
    if lost:
        return NARROWER
    return MORE if set(old.chambers) <= set(chambers) else DECIDED


@cache
def compared() -> tuple[Compared, ...]:
    """All words compared."""
    return tuple(compare(one) for one in before())


def lost_chambers() -> Iterator[Compared]:
    """The words whose answer had the chamber of the district, and has it no more."""
    for one in compared():
        if "00037" in one.before.chambers and "00037" not in one.chambers:
            yield one


def page() -> str:
    """The page."""
    found = compared()
    kinds = Counter(one.kind for one in found)
    by_word: dict[str, Counter[bool]] = {}
    for one in found:
        by_word.setdefault(one.before.kind, Counter())[one.kind == SAME] += 1
    single = [one for one in found if one.kind not in (SAME, MORE, NEVER)]
    order = list(REASONS)
    single.sort(key=lambda one: (order.index(one.kind), one.before.word))
    return _TEXT.format(
        words=len(found),
        kinds=table(
            ("answer", "words", "reason"),
            [(kind, f"{kinds[kind]:,}", why) for kind, why in REASONS.items() if kinds[kind]],
        ),
        decided=", ".join(f"`{one.before.word}`" for one in lost_chambers() if len(one.chambers) == 1),
        many=", ".join(f"`{one.before.word}`" for one in lost_chambers() if len(one.chambers) > 1),
        by_word=table(
            ("word", "words", "the same", "different"),
            [(kind, f"{sum(n.values()):,}", f"{n[True]:,}", f"{n[False]:,}") for kind, n in by_word.items()],
        ),
        differences=table(
            ("word", "before", "now", "difference"),
            [
                (
                    f"`{one.before.word}`",
                    _said(one.before.places, one.before.chambers),
                    _said(one.places, one.chambers),
                    one.kind,
                )
                for one in single
            ],
        ),
    )


def _said(places: Sequence[str], chambers: Sequence[str]) -> str:
    if not places:
        return "–"
    names = [_chambers().get(code, "none") for code in chambers]
    return f"{_first(list(map(_place, places)))} ({_first(names)})"


def _first(names: Sequence[str]) -> str:
    more = f" +{len(names) - _MOST}" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more


def _place(key: str) -> str:
    """The name of a municipality, a Kreis or a Land, by its key."""
    return next((hit.place.name for hit in index.hits(key) if hit.how in ("key", "former_key")), key)


@cache
def _chambers() -> dict[str, str]:
    return {one.code: one.short_name for one in responsibility.chambers()}


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
