"""Sheets of workbooks: .xlsx, .xlsm, .xlsb, .xls and .ods, by what is in the file and not by its name."""

import datetime
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hwkcli.errors import BadFile, BadSetting, Message, first_of, quoted
from hwkcli.extras import needed
from hwkcli.failures import told
from hwkcli.matching.read import opendocument, package
from hwkcli.matching.read.head import head_of

if TYPE_CHECKING:
    import polars as pl
    from python_calamine import CalamineSheet, CalamineWorkbook

_ARCHIVED = b"PK"
"""How a ZIP file begins."""
_ADVICE = Message("name a spreadsheet that can be read")
_NO_HEADINGS = "{file}: the sheet has no headings; name their row with --header-row"
_ARCHIVE = "{file}: a ZIP archive and no workbook; unpack it, and name the table in it"
_MOST_LISTED = 20
_LOOK = 200
"""So many rows say where the headings are, and whether a sheet serves."""
_MOST_COLUMNS, _MOST_COLUMNS_OF_XLS = 1 << 14, 1 << 8
"""So many columns has a sheet at most."""
_SMALL = 1 << 22
"""Of a file with so many bytes at most every sheet is looked at."""
_WHOLE = 10**15
"""A spreadsheet shows no more digits of a whole number."""

Serves = Callable[[Sequence[str], Sequence[Sequence[str | None]]], bool]
"""Whether headings, with the rows below, have a column of places, postal codes or keys."""


class Sheet(NamedTuple):
    """The sheet that is read."""

    frame: "pl.DataFrame"
    """The rows below the headings as texts, in columns `c0`, `c1` ..."""
    cells: list[list[Any]]
    """The same rows with their values: texts, numbers, truths, dates and times."""
    names: tuple[str, ...]
    title: str
    head_row: int
    """The row of the headings, counted from 1; 0 where there are none."""
    uncomputed: tuple[str, ...]
    """The cells with a formula and no stored value."""
    file: Path | None
    """The workbook, if it is one of .xlsx or .xlsm with headings, to which columns can be added."""
    end: int
    """The first column, counted from 0, behind all that have something in them."""
    groups: tuple[str, ...] = ()
    """What stands above the headings, where groups of columns have one."""
    bare: bool = False
    """Whether there are no headings: the row of the headings is one of the title then."""
    others: int = 0
    """How many more sheets there are."""
    passed: tuple[str, ...] = ()
    """Sheets before it that do not serve, or are hidden."""
    alike: tuple[str, ...] = ()
    """Visible sheets behind it with the same headings, as those of a table in several sheets have."""


def read(file: Path, sheet: str | None, header_row: int | None, shown: str, size: int, serves: Serves) -> Sheet:
    """A sheet, by its name or number, else the first visible one with a column that serves.

    Raises BadFile for what cannot be read, BadSetting if there is no such sheet, or none that serves.
    """
    needed("python_calamine", "match")
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with told(shown, _ADVICE, ValueError, KeyError, TypeError), file.open("rb") as stream:
        if stream.read(2) == _ARCHIVED and not zipfile.is_zipfile(file):
            raise BadFile("{file}: this is a workbook that is cut off or damaged; get it once more", file=shown)
        stream.seek(0)
        document = zipfile.is_zipfile(file) and _is_document(file, shown, size)
        try:
            book = CalamineWorkbook.from_filelike(stream)
        except CalamineError:
            if not document:
                raise
            book = CalamineWorkbook.from_filelike(opendocument.without_blanks(file))
        names = [one.name for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        hidden = {one.name for one in book.sheets_metadata if one.visible != SheetVisibleEnum.Visible}
        if not names:
            raise BadFile("{file}: the workbook has no sheets; {advice}", file=shown, advice=_ADVICE)

        def of(name: str) -> Sheet:
            return _sheet(book, name, header_row, file, shown)._replace(others=len(names) - 1)

        if sheet is not None:
            found = of(_named(names, sheet))
            if not found.names:
                raise BadFile(_NO_HEADINGS, file=shown)
            return found
        visible = [name for name in names if name not in hidden] or names
        passed = [name for name in names if name not in visible]

        def serve(found: Sheet) -> bool:
            return bool(found.names) and serves(found.names, found.frame.head(_LOOK).rows())

        empty: Sheet | None = None
        for name in visible:
            found = of(name)._replace(passed=tuple(passed))
            alone = len(visible) == 1 and bool(found.names) and not (passed and serve(of(passed[0])))
            if alone or serve(found):
                if found.cells or len(visible) == 1:
                    behind = visible[visible.index(name) + 1 :] if file.stat().st_size <= _SMALL else []
                    return found._replace(alike=tuple(one for one in behind if _names(book, one) == found.names))
                # Headings without rows, as a form to fill in has them.
                empty = empty or found
            passed.append(name)
        if empty is not None:
            return empty
        if len(names) == 1:
            raise BadFile(_NO_HEADINGS, file=shown)
        if any(serve(of(name)) for name in names if name in hidden):
            unseen = "{file}: only hidden sheets have a column of places, postal codes or keys; {advice}"
            raise BadSetting(unseen, file=shown, advice=_choose(names))
        useless = "{file}: no sheet has a column of places, postal codes or keys; {advice}"
        raise BadSetting(useless, file=shown, advice=_choose(names))


def _is_document(file: Path, shown: str, size: int) -> bool:
    """Whether a ZIP file is a spreadsheet of OpenDocument, and not one of Excel. Raises BadFile for any other, and for
    one that no program writes so."""
    package.check_sizes(file, shown, size)
    if opendocument.is_opendocument(file):
        if opendocument.claims_blanks(file) or not opendocument.is_whole(file):
            raise BadFile(package.UNUSUAL, file=shown)
        return True
    if not package.is_workbook(file):
        raise BadFile(_ARCHIVE, file=shown)
    return False


def _named(names: list[str], wanted: str) -> str:
    if wanted in names:
        return wanted
    if wanted.isdecimal() and len(wanted) < 6 and 0 < int(wanted) <= len(names):
        return names[int(wanted) - 1]
    raise BadSetting("no sheet {name}; {advice}", name=quoted(wanted), advice=_choose(names))


def _choose(names: list[str]) -> Message:
    known = first_of([quoted(name) for name in names], _MOST_LISTED)
    return Message("name one with --sheet, by name or number: {names}", names=known)


def _sheet(book: "CalamineWorkbook", name: str, header_row: int | None, file: Path, shown: str) -> Sheet:
    """A sheet of a workbook. Raises BadFile if it claims more columns than there can be."""
    xlsx, archive = package.is_xlsx(file), zipfile.is_zipfile(file)
    sheet = book.get_sheet_by_name(name)
    if sheet.width > (_MOST_COLUMNS if archive else _MOST_COLUMNS_OF_XLS):
        # Its numbers are damaged, and to lay out what they claim takes seconds.
        raise BadFile(package.UNUSUAL, file=shown)
    cells = _rows(sheet)
    beside = package.hidden(file, name) if cells and xlsx else package.Hidden({}, ())
    values: dict[tuple[int, int], Any] = dict(beside.shown)
    if cells and not xlsx and archive and opendocument.is_opendocument(file):
        values = opendocument.shown(file, name)
        cells = [list(map(opendocument.as_duration, row)) for row in cells]
    for (row, column), text in values.items():
        if row < len(cells) and column < len(cells[row]):
            cells[row][column] = text
    head = head_of([list(map(text_of, row)) for row in cells[:_LOOK]], header_row)
    below = cells[head.row + 1 :] if head.names else []
    while below and not any(text_of(cell) for cell in below[-1]):
        below.pop()
    computed = (package.column_number(place.rstrip("0123456789")) + 1 for place in beside.uncomputed)
    end = max((len(head.names), *map(len, cells), *computed))
    frame = _frame(below, len(head.names), _merged_down(sheet, head.row + 1, len(below)))
    own = file if xlsx and not head.bare else None
    return Sheet(frame, below, head.names, name, head.row + 1, beside.uncomputed, own, end, head.groups, head.bare)


def _names(book: "CalamineWorkbook", name: str) -> tuple[str, ...]:
    """The headings of a sheet."""
    sheet = book.get_sheet_by_name(name)
    if sheet.width > _MOST_COLUMNS_OF_XLS:
        return ()
    rows = sheet.to_python(skip_empty_area=False, nrows=_LOOK)
    names = head_of([list(map(text_of, row)) for row in rows]).names
    return tuple(names[: max((at + 1 for at, one in enumerate(names) if one.strip()), default=0)])


def _rows(sheet: "CalamineSheet") -> list[list[Any]]:
    """The rows of a sheet from its first cell on, without the empty columns at its right."""
    cells = sheet.to_python(skip_empty_area=False)
    width = 0
    for row in cells:
        if len(row) > width:
            width = max((at for at in range(width, len(row)) if row[at] != ""), default=width - 1) + 1
    return [row[:width] for row in cells] if cells and len(cells[0]) > width else cells


def _merged_down(sheet: "CalamineSheet", first: int, count: int) -> dict[int, dict[int, int]]:
    """Of each column the rows, counted from the first one below the headings, whose cell is one with that of a row
    above, and the number of that row."""
    found: dict[int, dict[int, int]] = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if left == right and top >= first:
            rows = range(top + 1 - first, min(bottom + 1 - first, count))
            found.setdefault(left, {}).update(dict.fromkeys(rows, top - first))
    return found


def _frame(rows: list[list[Any]], width: int, merged: dict[int, dict[int, int]]) -> "pl.DataFrame":
    """The rows as texts, that of a cell over several rows in each of them."""
    import polars as pl

    def texts(at: int) -> Iterator[str]:
        cells = (row[at] if at < len(row) else "" for row in rows)
        if at not in merged:
            return map(text_of, cells)
        found = list(map(text_of, cells))
        return (found[merged[at].get(number, number)] for number in range(len(found)))

    return pl.DataFrame([pl.Series(f"c{at}", list(texts(at)), dtype=pl.String) for at in range(width)])


def text_of(cell: Any) -> str:
    """A cell as a spreadsheet shows it: `59174`, `TRUE`, `08:30:00`, `30:05:00`, `2024-01-31`."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _WHOLE else repr(cell)
    if isinstance(cell, datetime.timedelta):
        minutes, seconds = divmod(round(abs(cell.total_seconds())), 60)
        return f"{'-' if cell < datetime.timedelta() else ''}{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    return str(cell)
