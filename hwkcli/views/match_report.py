"""What has become of the rows of a table: a line, and how many there are by way of matching, chamber and Kreis."""

from typing import Any

from hwkcli.errors import Message, Named, listed
from hwkcli.language import Language, number, word
from hwkcli.matching.answer import ANSWERED, WAYS
from hwkcli.matching.columns import ANSWERS, DISTRICT_ANSWERS
from hwkcli.matching.read.mend import UNREADABLE
from hwkcli.matching.task import Made
from hwkcli.views.page import Heading, Page, View, heading, view

REPORT_KEYS = ("by", "key", "name", "rows")
_LABELS = {"chamber": "responsible"}
_OWN, _OTHERS = 2, 4
_RANKS = {"chamber": 1, "district": 1, "how": 1, "town": 3, "kreis": 3}
"""How important the columns of an answer are, the user's own and all others beside them."""
_REASONS = (*WAYS[len(ANSWERED) :], UNREADABLE)


def summary(made: Made) -> Message:
    """How many rows have an answer, why the others have none, and how many were not asked, in a line."""
    answered = sum(made.counts.get(way, 0) for way in ANSWERED)
    rows = Message("1 row") if made.rows == 1 else Message("{number:,} rows", number=made.rows)
    said = Message("{rows}, {answered:,} answered", rows=rows, answered=answered)
    reasons = [way for way in _REASONS if way in made.counts]
    if reasons:
        named = {way: Named(way, f"{word(way, 'de')} [{way}]") for way in reasons}
        why = listed([Message("{number:,} {way}", number=made.counts[way], way=named[way]) for way in reasons])
        said = Message("{said} ({why})", said=said, why=why)
    passed = made.counts.get("", 0)
    if passed == 1:
        return Message("{said}; 1 blank, a total or a note, passed through", said=said)
    return (
        Message("{said}; {number:,} blank, totals or notes, passed through", said=said, number=passed)
        if passed
        else said
    )


def report(made: Made, lang: Language) -> View:
    """The counts: the ways of matching in their order, chambers and Kreise by their keys."""
    records: list[dict[str, Any]] = [
        {"by": "how", "key": way, "name": way, "rows": made.counts[way]}
        for way in (*ANSWERED, *_REASONS)
        if way in made.counts
    ]
    for by, groups in made.groups.items():
        records += [{"by": by, "key": key or None, "name": name or None, "rows": rows} for key, name, rows in groups]
    headings = tuple(
        heading(*keys) for keys in (("counted_by", lang, "by"), ("key", lang), ("name", lang), ("rows", lang))
    )
    rows = tuple(
        (
            word(_LABELS.get(one["by"], one["by"]), lang),
            one["key"] or "–",
            word(one["name"], lang) if one["by"] == "how" else one["name"] or "–",
            number(one["rows"], lang),
        )
        for one in records
    )
    return view(records, Page("", headings, rows), REPORT_KEYS)


def beginning(made: Made, lang: Language) -> View:
    """The first rows, as a table for a terminal: where not all columns have room, the chambers come first, the keys
    last."""
    rest = made.rows - len(made.first)
    more = {
        "de": f"und {number(rest, lang)} weitere; -o DATEI schreibt alle",
        "en": f"and {number(rest, lang)} more; -o FILE writes all",
    }
    answers = ANSWERS if "kreis" in made.groups else DISTRICT_ANSWERS
    own = made.names[: -len(answers)]
    ranks = [*[_OWN] * len(own), *(_RANKS.get(name, _OTHERS) for name in answers)]
    headings = tuple(Heading(name, rank=rank) for name, rank in zip(made.names, ranks, strict=True))
    page = Page("", headings, made.first, (more[lang],) if rest else ())
    return view([dict(zip(made.names, row, strict=True)) for row in made.first], page, made.names)
