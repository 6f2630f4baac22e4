"""A part of an answer: some columns, in an order, some rows."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from math import inf
from typing import Any

from hwkcli.errors import BadSetting, Message, Named, quoted
from hwkcli.language import Language, translated, word
from hwkcli.naming.fold import fold, readings
from hwkcli.views.labels import label, shown
from hwkcli.views.page import Cell, Heading, Link, Page, Selection, Stream, View

_AS_IT_IS = ("source", "quelle")
"""What `--sort` takes for the order in which an answer comes."""

_OF_ALL = ("as_of", "source")
"""What a note says of these holds for the other columns, too."""

_NUMBERED = re.compile(r"(\[[0-9]+\]) ")


def select(view: View | Stream[Any], wanted: Selection, lang: Language, for_readers: bool = True) -> View | Stream[Any]:
    """The part of an answer, as readers see it or as programs do.

    Raises BadSetting for a column that it does not have, which names those that it has.
    """
    ordered = wanted.backwards or (wanted.sort is not None and fold(wanted.sort) not in _AS_IT_IS)
    if isinstance(view, Stream):
        if not ordered and not for_readers:
            return _bit_by_bit(view, wanted)
        view = view.whole
    if ordered:
        view = _arranged(view, _order(view, wanted))
    if wanted.limit is not None:
        view = _first(view, wanted.limit, lang)
    if not wanted.columns:
        return view
    return _chosen(view, list(dict.fromkeys(_key(view, name, for_readers) for name in wanted.columns)), lang)


def _bit_by_bit(view: Stream[Any], wanted: Selection) -> Stream[Any]:
    """The part of an answer that is not all known yet."""
    keys = tuple(dict.fromkeys(_key(view, name, False) for name in wanted.columns)) or view.keys

    def record(found: Any) -> dict[str, Any]:
        whole = view.record(found)
        return {key: whole[key] for key in keys}

    return view._replace(keys=keys, found=islice(view.found, wanted.limit), record=record)


def _key(view: View | Stream[Any], name: str, for_readers: bool) -> str:
    """The key of a column that is named by its key or its heading, in German or English and in any spelling, or by the
    first words of it."""
    known = {key: [key, label(key, "de"), label(key, "en")] for key in view.keys}
    for heading in view.page.headings if isinstance(view, View) else ():
        if for_readers or heading.key in known:
            known.setdefault(heading.key, [heading.key]).append(heading.text)
    asked = fold(name)
    spellings = {key: [one for said in names for one in readings(fold(said))] for key, names in known.items()}
    for key, names in spellings.items():
        if asked in names:
            return key
    begun = [key for key, names in spellings.items() if any(one.startswith(f"{asked} ") for one in names)]
    if len(begun) == 1:
        return begun[0]
    raise BadSetting("no column {name}; there are {columns}", name=quoted(name), columns=_headings(known))


def _headings(known: Mapping[str, Sequence[str]]) -> Named:
    """The names of columns, as `--columns` takes them: the keys; in German the headings, where these are clear."""
    german = {key: [*names, key][1].replace(",", "") for key, names in known.items()}
    clear = Counter(german.values())
    return Named(", ".join(known), ", ".join(name if clear[name] == 1 else key for key, name in german.items()))


def _order(view: View, wanted: Selection) -> Sequence[int]:
    """The order of the records, by a column or from their end; what is unknown stands at the end in any order."""
    every = range(len(view.records))
    if wanted.sort is None or fold(wanted.sort) in _AS_IT_IS:
        return every[::-1]
    key = _key(view, wanted.sort, False)
    known = [at for at in every if view.records[at][key] not in (None, "", [])]
    known.sort(key=lambda at: _place(view.records[at][key]), reverse=wanted.backwards)
    return [*known, *(at for at in every if view.records[at][key] in (None, "", []))]


def _place(value: Any) -> tuple[float, str]:
    """Where a value stands in an order: numbers from the greatest, then texts by the alphabet."""
    if isinstance(value, (int, float)):
        return -value, ""
    # Umlauts stand with their vowels, as in a German dictionary.
    return inf, readings(fold(str(value)))[-1]


def _first(view: View, limit: int, lang: Language) -> View:
    """A view with its first rows only, which a note says."""
    number = len(view.records)
    if number <= limit:
        return view
    note = Message("{shown:,} of {number:,} rows are shown", shown=limit, number=number)
    view = _arranged(view, range(limit))
    return view._replace(page=view.page._replace(notes=(*view.page.notes, translated(note, lang))))


def usual(view: View, lang: Language) -> View:
    """A view with no more rows than are usually shown; a note says how many are left out."""
    left = len(view.page.rows) - (view.page.most or len(view.page.rows))
    if left <= 0:
        return view
    note = translated(Message("and {number:,} more; -f json shows all", number=left), lang)
    page = view.page
    return view._replace(page=page._replace(rows=page.rows[: page.most], notes=(note, *page.notes)))


def _arranged(view: View, order: Sequence[int]) -> View:
    """A view with its records, and their rows, in an order; those that are not in it are left out."""
    page = view.page
    if page.headings:
        if len(page.rows) != len(view.records):
            raise BadSetting("the rows of a chart have their order; leave --sort, --reverse and --limit out")
        page = page._replace(rows=tuple(page.rows[at] for at in order))
    return view._replace(records=tuple(view.records[at] for at in order), page=page)


def _chosen(view: View, keys: Sequence[str], lang: Language) -> View:
    """A view with some of its columns only; in the table as they stand there already, else from the records."""
    page = view.page
    at = {heading.key: column for column, heading in enumerate(page.headings)}
    headings: list[Heading] = []
    columns: list[list[Cell]] = []
    for key in keys:
        if key in at and len(page.rows) == len(view.records):
            headings.append(page.headings[at[key]]._replace(rank=0))
            columns.append([row[at[key]] for row in page.rows])
        else:
            values = [record[key] for record in view.records]
            numbers = any(isinstance(value, (int, float)) and not isinstance(value, bool) for value in values)
            headings.append(Heading(label(key, lang), numbers, key, 0))
            columns.append([shown(key, value, lang) for value in values])
    if page.headings:
        rows = tuple(zip(*columns, strict=True))
        page = page._replace(headings=tuple(headings), rows=rows, notes=_notes(page, headings, rows, lang))
    elif view.records:
        page = page._replace(rows=tuple((one.text, cells[0]) for one, cells in zip(headings, columns, strict=True)))
    kept = tuple(key for key in keys if key in view.keys)
    return view._replace(keys=kept, records=tuple({key: one[key] for key in kept} for one in view.records), page=page)


def _notes(page: Page, headings: Sequence[Heading], rows: Sequence[Sequence[Cell]], lang: Language) -> tuple[str, ...]:
    """The notes of a page for some of its columns: without what explains another column, and where no cell has the
    number of a source any more, the source without it."""
    chosen = {heading.text for heading in headings}
    left = [one.text.casefold() for one in page.headings if one.text not in chosen and one.key not in _OF_ALL]
    begins = tuple(text + sign for text in left if text for sign in (":", " ="))
    notes = [note for note in page.notes if not note.casefold().startswith(begins)]
    cells = "\n".join(cell.text if isinstance(cell, Link) else str(cell) for row in rows for cell in row)
    numbers = {note: _NUMBERED.match(note) for note in notes}
    return tuple(
        f"{word('source', lang)}: {note[found.end() :]}" if (found := numbers[note]) and found[1] not in cells else note
        for note in notes
    )
