"""Workbooks of the kinds that no library at hand writes, for the tests of those that read them."""

import base64
import gzip
import struct
import zipfile
from pathlib import Path

KAMEN = Path(__file__).parent / "samples" / "kamen.xls.gz.base64"
"""An .xls workbook, which nothing that is kept up writes any more."""


def xls() -> bytes:
    return gzip.decompress(base64.b64decode(KAMEN.read_text()))


def ods(file: Path, rows: list[list[str]]) -> None:
    """Write a spreadsheet of OpenDocument with texts (OpenDocument 1.2, part 1, 9), or with cells as they are."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            cell
            if cell.startswith("<")
            else f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<office:document-content xmlns:office="{names}office:1.0" xmlns:table="{names}table:1.0" '
        f'xmlns:text="{names}text:1.0"><office:body><office:spreadsheet><table:table table:name="Daten">{cells}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{names}manifest:1.0"/>'
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("META-INF/manifest.xml", manifest)
        made.writestr("content.xml", content)


def xlsb(file: Path, rows: list[list[str]]) -> None:
    """Write a binary workbook with texts ([MS-XLSB], 2.1 and 2.4)."""

    def record(number: int, data: bytes = b"") -> bytes:
        head = bytes([number]) if number < 128 else bytes([number & 127 | 128, number >> 7])
        size = len(data)
        return head + (bytes([size]) if size < 128 else bytes([size & 127 | 128, size >> 7])) + data

    def text(words: str) -> bytes:
        return struct.pack("<I", len(words)) + words.encode("utf-16-le")

    bundle = struct.pack("<II", 0, 1) + text("rId1") + text("Daten")
    book = record(131) + record(143) + record(156, bundle) + record(144) + record(132)
    dimension = struct.pack("<IIII", 0, len(rows) - 1, 0, len(rows[0]) - 1)
    sheet = record(129) + record(148, dimension) + record(145)
    for number, row in enumerate(rows):
        sheet += record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))
        for column, cell in enumerate(row):
            sheet += record(6, struct.pack("<II", column, 0) + text(cell))
    sheet += record(146) + record(130)
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    related = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("xl/workbook.bin", book)
        made.writestr(
            "xl/_rels/workbook.bin.rels",
            f'<Relationships xmlns="{related}"><Relationship Id="rId1" Type="{office}/worksheet" '
            'Target="worksheets/sheet1.bin"/></Relationships>',
        )
        made.writestr("xl/worksheets/sheet1.bin", sheet)
