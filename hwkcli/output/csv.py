"""CSV and TSV: a line of keys, then a line a record."""

from collections.abc import Iterable, Iterator
from typing import Any

from hwkcli.output.medium import Medium
from hwkcli.output.visible import visible
from hwkcli.views.page import Stream, View

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that Excel takes for a formula."""


def write(view: View | Stream[Any], target: Medium) -> Iterator[str]:
    """Lines of cells with commas between them; for German Excel with semicolons, a byte order mark and decimal
    commas, and no cell that it would take for a formula."""
    return _lines(view, target, ";" if target.excel else ",")


def write_tabs(view: View | Stream[Any], target: Medium) -> Iterator[str]:
    """Lines of cells with tabs between them."""
    return _lines(view, target, "\t")


def _lines(view: View | Stream[Any], target: Medium, delimiter: str) -> Iterator[str]:
    import csv
    from io import StringIO

    out = StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n" if target.excel else "\n")
    cells = _excel_cells if target.excel else _cells

    def line(texts: Iterable[str]) -> str:
        writer.writerow(texts)
        written = out.getvalue()
        out.seek(0)
        out.truncate()
        return written

    if target.excel:
        yield "\ufeff"
    if target.header:
        yield line(view.keys)
    for record in view.records:
        yield line(cells(map(record.__getitem__, view.keys)))


def _cells(values: Iterable[Any]) -> list[str]:
    """Values as cells; most are texts that stay as they are."""
    return [one if type(one) is str and one.isprintable() else flat(one) for one in values]


def flat(value: Any) -> str:
    """A value in one cell: lists joined by `;`, what is nested deeper as JSON, nothing for what is unknown."""
    if isinstance(value, str):
        return visible(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
        return visible(";".join(value))
    if isinstance(value, (list, tuple, dict)):
        import json

        return visible(json.dumps(value, ensure_ascii=False))
    return visible(str(value))


def _excel_cells(values: Iterable[Any]) -> list[str]:
    """Values as cells that German Excel reads."""
    return list(map(_excel, values))


def _excel(value: Any) -> str:
    """A value as German Excel reads it: with a decimal comma; a text that would be a formula behind an apostrophe."""
    if isinstance(value, float):
        return str(value).replace(".", ",")
    written = flat(value)
    return f"'{written}" if isinstance(value, str) and written.startswith(_FORMULA) else written
