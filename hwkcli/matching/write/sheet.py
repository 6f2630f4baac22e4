"""A new workbook of one sheet, written as it comes: each row is one piece of XML that Polars puts together.

Texts stand in their cells and not in a table of their own, so that no row has to wait for another. A text that looks
like a formula stays a text. (Office Open XML, ECMA-376, part 1, 18.3.)
"""

import datetime
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

SHEET_ROWS = 1_048_575
"""A sheet has so many rows below its headings."""
SHEET_COLUMNS = 16_384
LONGEST_CELL = 32_767
_EXACT = 2**53
"""Whole numbers from here on are not exact in a sheet, and written as texts."""
_WIDEST = 50
_EPOCH = datetime.datetime.fromisoformat("1899-12-30")
"""Day 0 of a sheet."""
_DAY = datetime.timedelta(days=1)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_RELATED}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="hwk" sheetId="1" '
    'r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATED}"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{_OFFICE}/styles" '
    'Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><numFmts count="2">'
    '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="6"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/>'
    '<xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="165" applyNumberFormat="1"/>'
    '<xf xfId="0" numFmtId="21" applyNumberFormat="1"/><xf xfId="0" numFmtId="46" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}
_HEADING, _DATE, _STAMP, _TIME, _DURATION = 1, 2, 3, 4, 5
"""The styles, by their places among `cellXfs`."""
_CONTROLS = [chr(code) for code in range(32) if chr(code) not in "\t\n\r"] + ["\ufffe", "\uffff"]
"""What XML cannot hold; a sheet writes it as `_x0001_`."""
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "_x000D_", **{one: f"_x{ord(one):04X}_" for one in _CONTROLS}}
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_TRANSLATED = str.maketrans(_ESCAPED)


def write(rows: "pl.LazyFrame", names: Sequence[str], part: Path) -> None:
    """Write a workbook of no more than `SHEET_COLUMNS`. The rows have one column `xml` with their cells, of `cells` and
    `cells_of`."""
    import polars as pl

    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in _PARTS.items():
            package.writestr(zipfile.ZipInfo(name), _XML + content, zipfile.ZIP_DEFLATED)
        sheet = zipfile.ZipInfo("xl/worksheets/sheet1.xml")
        sheet.compress_type = zipfile.ZIP_DEFLATED
        with package.open(sheet, "w", force_zip64=True) as out:
            out.write(_head(names).encode())
            whole = rows.select(pl.concat_str(pl.lit("<row>"), pl.col("xml"), pl.lit("</row>")))
            whole.sink_csv(out, include_header=False, quote_style="never", engine="streaming")
            out.write(b"</sheetData></worksheet>")


def _head(names: Sequence[str]) -> str:
    """The beginning of a sheet: a heading that stays in sight, columns as wide as their headings."""
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{min(max(len(name) + 4, 12), _WIDEST)}" customWidth="1"/>'
        for at, name in enumerate(names, 1)
    )
    cells = "".join(text_cell(name, _HEADING) for name in names)
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData><row>{cells}</row>"
    )


def cells(frame: "pl.LazyFrame", columns: Iterable[str]) -> "pl.Expr":
    """The cells of columns of a frame, numbers as numbers and everything else as texts."""
    import polars as pl

    schema = frame.collect_schema()
    return pl.concat_str([_number(name) if schema[name].is_numeric() else text(pl.col(name)) for name in columns])


def text(cell: "pl.Expr") -> "pl.Expr":
    """Cells with texts; one without a text for an empty one."""
    import polars as pl

    return pl.concat_str(pl.lit("<c"), rest(cell))


def rest(cell: "pl.Expr") -> "pl.Expr":
    """The same without the beginning, behind which may stand where the cell is."""
    import polars as pl

    found = cell.cast(pl.String).fill_null("")
    marked = found.str.replace_all("_(x[0-9A-Fa-f]{4}_)", "_x005F_$1")
    escaped = marked.str.replace_many(list(_ESCAPED), list(_ESCAPED.values()))
    odd = found.str.contains(r"[&<>\x00-\x08\x0b-\x1f\x{fffe}\x{ffff}]|_x[0-9A-Fa-f]{4}_")
    safe = pl.when(odd).then(escaped).otherwise(found)
    whole = pl.concat_str(pl.lit(' t="inlineStr"><is><t xml:space="preserve">'), safe, pl.lit("</t></is></c>"))
    return pl.when(found == "").then(pl.lit("/>")).otherwise(whole)


def _number(name: str) -> "pl.Expr":
    import polars as pl

    cell = pl.col(name)
    value = pl.concat_str(pl.lit("<c><v>"), cell.cast(pl.String), pl.lit("</v></c>"))
    number = cell.cast(pl.Float64)
    return pl.when(cell.is_null()).then(pl.lit("<c/>")).when(number.abs() < _EXACT).then(value).otherwise(text(cell))


def cells_of(row: Sequence[Any], width: int) -> str:
    """The cells of a row of values as a workbook had them: numbers, truths, dates and times stay what they are."""
    return "".join(map(_value, row[:width])) + "<c/>" * (width - len(row))


def _value(cell: Any) -> str:
    if isinstance(cell, str):
        return text_cell(cell)
    if isinstance(cell, bool):
        return f'<c t="b"><v>{int(cell)}</v></c>'
    if isinstance(cell, datetime.datetime):
        return f'<c s="{_STAMP}"><v>{(cell - _EPOCH) / _DAY}</v></c>'
    if isinstance(cell, datetime.date):
        return f'<c s="{_DATE}"><v>{(datetime.datetime.combine(cell, datetime.time()) - _EPOCH).days}</v></c>'
    if isinstance(cell, datetime.time):
        return f'<c s="{_TIME}"><v>{(datetime.datetime.combine(_EPOCH, cell) - _EPOCH) / _DAY}</v></c>'
    if isinstance(cell, datetime.timedelta):
        return f'<c s="{_DURATION}"><v>{cell / _DAY}</v></c>'
    return f"<c><v>{cell!r}</v></c>"


def text_cell(cell: str, style: int | None = None, place: str = "") -> str:
    """One cell with a text."""
    where = (f' r="{place}"' if place else "") + (f' s="{style}"' if style is not None else "")
    if not cell:
        return f"<c{where}/>"
    safe = _LOOKS_ESCAPED.sub("_x005F_", cell).translate(_TRANSLATED)
    return f'<c{where} t="inlineStr"><is><t xml:space="preserve">{safe}</t></is></c>'
