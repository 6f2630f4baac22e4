"""A spreadsheet: numbers as numbers, dates as dates, keys as texts; the notes and sources on a sheet of their own."""

import re
from typing import Any

from hwkcli.language import word
from hwkcli.output.csv import flat
from hwkcli.output.medium import Medium
from hwkcli.output.visible import visible
from hwkcli.views.labels import label, meaning
from hwkcli.views.page import View

_WIDEST = 60
_DAY = re.compile(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]")
_LONGEST_CELL = 32_767
"""Signs; Excel takes no more."""
_GREATEST = 1e15
"""From here on a number in Excel is not exact."""
_FIRST_DAY = "1900-03-01"
"""Days before it are wrong by one in Excel, or none."""


def write(view: View, target: Medium) -> bytes:
    """A workbook of all records, with headings in the language of its readers. Raises BadSetting without XlsxWriter."""
    from io import BytesIO

    from hwkcli.extras import needed

    xlsxwriter = needed("xlsxwriter", "xlsx")
    out = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": view.page.title})
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet(word("table", target.lang))
        # Keys are digits, but no numbers.
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        first = int(target.header)
        if target.header:
            sheet.write_row(0, 0, [label(key, target.lang) for key in view.keys], bold)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, len(view.records), max(len(view.keys) - 1, 0))
        for at, key in enumerate(view.keys):
            values = [_value(key, record[key], target) for record in view.records]
            for row, value in enumerate(values, first):
                _put(sheet, row, at, value, day)
            longest = max((len(str(value)) for value in (label(key, target.lang), *values)), default=0)
            sheet.set_column(at, at, min(longest + 2, _WIDEST))
        notes = book.add_worksheet(word("sources", target.lang))
        notes.set_column(0, 0, 120)
        lines = [view.page.title, *view.page.notes, *(one for one in view.sources() if one not in view.page.notes)]
        for row, line in enumerate(filter(None, lines)):
            notes.write_string(row, 0, line[:_LONGEST_CELL], bold if line == view.page.title else None)
    return out.getvalue()


def _value(key: str, value: Any, target: Medium) -> Any:
    """A value as a cell holds it: a number, a text, or nothing."""
    if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
        return value
    return visible(meaning(key, value, target.lang)) if isinstance(value, (str, bool)) else flat(value)


def _put(sheet: Any, row: int, column: int, value: Any, day: Any) -> None:
    """Write a value into a cell: what Excel has no number or date for, as a text."""
    from datetime import date

    if value is None:
        return
    if isinstance(value, (int, float)) and abs(value) < _GREATEST:
        sheet.write_number(row, column, value)
        return
    if isinstance(value, str) and _DAY.fullmatch(value) and value >= _FIRST_DAY:
        try:
            sheet.write_datetime(row, column, date.fromisoformat(value), day)
            return
        except ValueError:
            pass
    sheet.write_string(row, column, str(value)[:_LONGEST_CELL])
