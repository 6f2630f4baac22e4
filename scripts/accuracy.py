"""Measure how many addresses are answered and right, and write `docs/explanation/accuracy.md`.

    python scripts/accuracy.py
    python scripts/accuracy.py 200000

The first writes the page, from the labelled lists of the project: those by hand, and made ones of a fixed size and
seed; that takes a minute. A quick test measures a Land again, a slow one all, and both fail if the page says something
else. With a number, so many made addresses are drawn, all are measured, and the page is printed instead.
"""

import csv
import runpy
import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from documents.commands import table
from documents.pages import ROOT

from hwkcli.matching.answer import ANSWERED, WAYS
from hwkcli.matching.decision import decide

PAGE = ROOT / "docs" / "explanation" / "accuracy.md"
DRAWN, EACH, SEED = 70_000, 200, 17
"""So many addresses are drawn, and the first of each Land are measured, so that small Länder are, too."""

_TEXT = """# Accuracy

Written by `python scripts/accuracy.py` from the labelled lists of the project; a test measures it again. *Answered* is
a row with one municipality; *right* is an answer with the key that the list has.

## Made addresses

{rows:,} addresses, made from the municipalities and postal codes of the project in many spellings (seed {seed}, at most
{each:,} a Land); large municipalities come more often. Since list and gazetteer are of the same tables, this measures
how names are read, not whether the tables are right.

By the Land in which the address lies:

{by_land}

By the way of matching (`hwk_how`):

{by_way}

By how the place is written:

{by_kind}

## Addresses by hand

{cases} difficult addresses with the official key, in `tests/gazetteer/addresses.csv`: former keys and municipalities,
city districts, addresses in one cell, places abroad, contradictions. Right may also be
no answer, or that several places are named.

{by_note}
"""


class Tally:
    """Rows, answers and right answers, counted under a name."""

    def __init__(self, *order: str) -> None:
        self._rows: Counter[str] = Counter(dict.fromkeys(order, 0))
        self._answered: Counter[str] = Counter()
        self._right: Counter[str] = Counter()

    def add(self, name: str, answered: bool, right: bool) -> None:
        """Count a row."""
        self._rows[name] += 1
        self._answered[name] += answered
        self._right[name] += right

    def table(self, head: str) -> str:
        """What was counted, and the sums."""
        names = [name for name, rows in self._rows.items() if rows]
        lines = [self._line(name, [name]) for name in names]
        return table((head, "rows", "answered", "right", "wrong"), [*lines, self._line("all", names)])

    def _line(self, title: str, names: Iterable[str]) -> tuple[str, ...]:
        rows, answered, right = (
            sum(count[name] for name in names) for count in (self._rows, self._answered, self._right)
        )
        shares = (f"{number:,} ({_percent(number, rows)})" for number in (answered, right))
        return (title, f"{rows:,}", *shares, f"{answered - right:,}")


def _percent(number: int, rows: int) -> str:
    """A share that says 100 only of all."""
    return "100 %" if number == rows else f"{min(1000 * number // rows, 999) / 10:.1f} %"


def page(drawn: int = DRAWN, each: int = EACH) -> str:
    """The page, measured."""
    laender = _laender()
    by_land, by_way, by_kind = Tally(*laender.values()), Tally(*(f"`{way}`" for way in WAYS)), Tally()
    rows = 0
    for land, kind, way, right in measured(laender, drawn, each):
        rows += 1
        for tally, name in ((by_land, land), (by_way, f"`{way}`"), (by_kind, kind)):
            tally.add(name, way in ANSWERED, right)
    cases, by_note = by_hand()
    return _TEXT.format(
        rows=rows,
        seed=SEED,
        each=each,
        cases=cases,
        by_land=by_land.table("Land"),
        by_way=by_way.table("way"),
        by_kind=by_kind.table("spelling"),
        by_note=by_note,
    )


def line_of(key: str) -> str:
    """The line of one Land, measured."""
    name = _laender()[key]
    tally = Tally()
    for land, _, way, right in measured({key: name}):
        tally.add(land, way in ANSWERED, right)
    return next(line for line in tally.table("Land").split("\n") if name in line)


def measured(laender: dict[str, str], drawn: int = DRAWN, each: int = EACH) -> Iterator[tuple[str, str, str, bool]]:
    """Of the made addresses in some Länder: the Land, how the place is written, the way of matching, whether that is
    right."""
    made = runpy.run_path(str(ROOT / "tests" / "matching" / "addresses.py"))
    taken: Counter[str] = Counter()
    for kind, code, place, ags in made["addresses"](drawn, SEED):
        land = laender.get(ags[:2])
        if land is not None and taken[land] < each:
            taken[land] += 1
            found = decide(None, code, place)
            yield land, kind, found.how, found.how in ANSWERED and found.ags == ags


def _laender() -> dict[str, str]:
    with (ROOT / "data" / "germany" / "laender.csv").open(encoding="utf-8", newline="") as stream:
        return {row["key"]: row["name"] for row in csv.DictReader(stream)}


def by_hand() -> tuple[int, str]:
    """How many addresses by hand there are, and how many of each kind are right."""
    cases = runpy.run_path(str(ROOT / "tests" / "gazetteer" / "test_cases.py"))
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for case in cases["CASES"]:
        asked[case["kind"]] += 1
        right[case["kind"]] += cases["is_right"](case, cases["decide"](case))
    lines = [(kind, str(rows), str(right[kind])) for kind, rows in asked.items()]
    return asked.total(), table(("kind", "rows", "right"), [*lines, ("all", str(asked.total()), str(right.total()))])


if __name__ == "__main__":
    if sys.argv[1:]:
        print(page(int(sys.argv[1]), int(sys.argv[1])))
    else:
        PAGE.write_text(page(), encoding="utf-8")
