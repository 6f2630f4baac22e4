"""Files that hold no table, or none that can be read: known by how they begin, and refused with what to do."""

import re

from hwkcli.errors import BadFile, Message

_REFUSED = "{file}: this is {what}"
_NO_TABLES = (
    (b"%PDF", Message("a PDF file; get the table as a spreadsheet or CSV")),
    (b"SQLite format 3\0", Message("a SQLite database; export the table as CSV")),
    (b"\x28\xb5\x2f\xfd", Message("packed by zstd; unpack it first")),
    (b"\xfd7zXZ\0", Message("packed by xz; unpack it first")),
    (b"BZh", Message("packed by bzip2; unpack it first")),
    (b"7z\xbc\xaf\x27\x1c", Message("a 7z archive; unpack it first")),
    (b"ARROW1", Message("an Arrow file; write it as Parquet")),
    (b"RDX", Message("an R workspace; write the table with write.csv")),
    (b"X\n\0\0", Message("an R object; write the table with write.csv")),
    (b"$FL2", Message("an SPSS file; export the table as CSV")),
    (b"<stata_dta>", Message("a Stata file; export the table as CSV")),
    (b"\0\1\0\0Standard ", Message("an Access database; export the table as CSV")),
    (b"Rar!", Message("a RAR archive; unpack it first")),
    (b"{\\rtf", Message("a text document; copy the table into a spreadsheet")),
    (b"\x03", Message("a dBase table; open it in a spreadsheet program and save it as .xlsx")),
    (b"\0\0\x27\x0a", Message("a shapefile; its table is the .dbf beside it")),
    (b"\x89HDF", Message("an HDF5 file; export the table as CSV")),
    (b"\x89PNG", Message("a picture; get the table as a spreadsheet or CSV")),
    (b"\xff\xd8\xff", Message("a picture; get the table as a spreadsheet or CSV")),
)
"""How files begin that are no tables, or none that can be read; and what to do."""
_SQL = (
    r"\s*(?:INSERT INTO|CREATE TABLE) [\w.`\"\[\]]{1,80} ?(?:\(|VALUES)|"
    r"\s*(?:--|/\*|SET |BEGIN|(?:INSERT INTO|CREATE|DROP|COPY)\b)(?s:.{0,20000}?)\b(?:INSERT INTO|COPY) \S+ ?\("
)
_NO_TEXTS = (
    (
        re.compile(r"\s*BEGIN:V(?:CARD|CALENDAR)\b", re.IGNORECASE),
        Message("a file of contacts or dates (vCard); export them as CSV"),
    ),
    (
        re.compile(r"[^\t\n]{0,200},[^\t\n]{0,200}\\(?:TIME_PERIOD|time)\b", re.IGNORECASE),
        Message("a TSV of Eurostat, with several columns in its first one; get it as SDMX-CSV"),
    ),
    (
        re.compile("version https://git-lfs"),
        Message("no table, but the place of one that Git LFS keeps; download the table itself"),
    ),
    (
        re.compile(r"10(?:19|20)[0-9]{6}[0-9]{2} {4,}\S"),
        Message("the register of municipalities (GV100) in columns of fixed width; get it as .xlsx"),
    ),
    (
        re.compile(r"\s*(?:(?:var|let|const)\s+)?[\w.$]{1,60}\s*(?:=\s*[\[{]|\(\s*[\[{])"),
        Message("JavaScript; save what is in its brackets, with these, as .json"),
    ),
    (
        re.compile(r"\s*(?://[^\n]{0,2000}\n\s*|/\*(?:[^*]|\*(?!/)){0,2000}\*/\s*){1,50}[\[{]"),
        Message("JSON with comments, which JSON has not; take them out"),
    ),
    (
        re.compile(_SQL),
        Message("a dump of a database in SQL; export the table as CSV"),
    ),
    (
        re.compile(r"(?:---[^\n]*\n)?\s*-\s+[\w\"']+:(?: [^\n;,\t|]*)?\n\s+[\w\"']+:"),
        Message("YAML; write the table as CSV or JSON"),
    ),
)
"""How texts begin that are no tables; and what to do."""
_MAP = re.compile(r"(?s:.{0,2000}?)<(?:kml|gpx|osm|gml:\w+|wfs:\w+)\b", re.IGNORECASE)
_MARKUP = re.compile(r"\s*<(?:!doctype html|html|table|\?xml)\b", re.IGNORECASE)


def refuse_bytes(start: bytes, shown: str) -> None:
    """Raises BadFile for a file that begins like one of another kind than a table."""
    for mark, what in _NO_TABLES:
        if start.startswith(mark):
            raise BadFile(_REFUSED, file=shown, what=what)


def refuse_text(start: str, shown: str) -> None:
    """The same for a text."""
    if _MARKUP.match(start):
        if _MAP.match(start):
            raise BadFile("{file}: this is a map in XML (KML, GPX, GML); get it as GeoJSON or CSV", file=shown)
        page = "{file}: this is a web page or XML; open it in a spreadsheet program and save it as .xlsx"
        raise BadFile(page, file=shown)
    for begins, what in _NO_TEXTS:
        if begins.match(start):
            raise BadFile(_REFUSED, file=shown, what=what)
