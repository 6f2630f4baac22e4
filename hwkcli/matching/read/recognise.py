"""Recognise a file of addresses, whatever office wrote it: its form, its encoding, its delimiter, its headings."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from hwkcli.errors import BadFile, Message, first_of, listed, quoted
from hwkcli.extras import needed
from hwkcli.failures import told
from hwkcli.matching.read import plain
from hwkcli.matching.read.dialect import NAMES, dialect, is_aligned
from hwkcli.matching.read.refusals import refuse_bytes, refuse_text
from hwkcli.matching.read.source import HEAD, Source, columns, scan
from hwkcli.matching.read.taken import Taken
from hwkcli.matching.task import Ways
from hwkcli.streams import opened

if TYPE_CHECKING:
    import polars as pl

    from hwkcli.matching.read.workbook import Serves

_ADVICE = Message("name a file that can be read")
_MOST_LISTED = 5
_DEEPEST = 16
"""Records that are deeper in others are left whole."""
_ARRAY = re.compile(r"""\s*\[\s*(?:\[|"[^"]*"\s*[],]|-?[0-9.]+\s*[],])""")
"""How an array of arrays, or of texts and numbers, begins."""


def recognise(taken: Taken, ways: Ways, folder: Path, size: int, serves: "Serves") -> Source:
    """The table in a file. What must be unpacked or transcoded is put into the folder; `serves` chooses among sheets.

    Raises BadFile for a file that cannot be read, is none of the forms, or has more bytes than `size` when unpacked;
    BadSetting if Polars is not installed.
    """
    needed("polars", "match")
    shown = taken.shown
    with told(shown, _ADVICE):
        file = plain.unpacked(taken.file, folder / "unpacked", shown, size)
        with opened(file, "r", shown) as stream:
            magic = stream.read(16)
        if not magic:
            raise BadFile("{file}: the file is empty; name a table with headings", file=shown)
        if magic.startswith(b"PAR1"):
            return _parquet(file, shown)
        if magic.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
            return _workbook(file, ways, shown, size, serves)
        refuse_bytes(magic, shown)
        return _text(file, ways, folder, shown)


def _parquet(file: Path, shown: str) -> Source:
    """The table of a Parquet file; records in it have columns for themselves, under headings with dots."""
    import polars as pl

    frame = pl.scan_parquet(file, glob=False)
    schema = frame.collect_schema()
    fields = [one for name, kind in schema.items() for one in _fields(pl.col(name), kind, name)]
    cells = [cell.alias(f"c{at}") for at, (cell, _) in enumerate(fields)]
    names = tuple(name for _, name in fields)
    said = Message("{file}: Parquet", file=shown)
    if len(names) == len(schema):
        return Source(frame.select(cells), names, "parquet", said)
    whole = {f"whole{at}": name for at, name in enumerate(schema)}
    kept = [pl.col(name).alias(column) for column, name in whole.items()]
    return Source(frame.select(*kept, *cells), names, "parquet", said, whole=whole)


def _fields(cell: "pl.Expr", kind: "pl.DataType", name: str, depth: int = 0) -> "Iterator[tuple[pl.Expr, str]]":
    """A column, or each of the fields of the records in it, and its heading."""
    import polars as pl

    if not isinstance(kind, pl.Struct) or not kind.fields or depth == _DEEPEST:
        yield cell, name
        return
    for field in kind.fields:
        inside = cell.struct.field(field.name)
        yield from _fields(inside, cast("pl.DataType", field.dtype), f"{name}.{field.name}", depth + 1)


def _workbook(file: Path, ways: Ways, shown: str, size: int, serves: "Serves") -> Source:
    """The table in a sheet of a workbook, with notes of what is not read."""
    # Most tables are texts; what other forms need is read for them alone.
    from hwkcli.matching.read import workbook

    found = workbook.read(file, ways.sheet, ways.header_row, shown, size, serves)
    said = Message(
        "{file}: sheet {sheet} of {number}, {headings}" if found.others else "{file}: sheet {sheet}, {headings}",
        file=shown,
        sheet=quoted(found.title),
        number=found.others + 1,
        headings=_where(0 if found.bare else found.head_row),
    )
    notes = []
    if found.passed:
        passed = "{file}: not read: {sheets}; --sheet reads another sheet"
        notes.append(Message(passed, file=shown, sheets=listed([quoted(name) for name in found.passed])))
    if found.alike:
        alike = "{file}: not read, with the same headings: {sheets}; --sheet reads another sheet"
        names = first_of([quoted(name) for name in found.alike], _MOST_LISTED)
        notes.append(Message(alike, file=shown, sheets=names))
    if found.uncomputed:
        count = len(found.uncomputed)
        notes.append(
            Message(
                "{file}: 1 formula (in {cell}) without a stored value, read as empty; open and save the workbook in a "
                "spreadsheet program"
                if count == 1
                else "{file}: {count:,} formulas (first in {cell}) without a stored value, read as empty; open and "
                "save the workbook in a spreadsheet program",
                file=shown,
                count=count,
                cell=found.uncomputed[0],
            )
        )
    return Source(found.frame.lazy(), found.names, "workbook", said, tuple(notes), sheet=found, groups=found.groups)


def _where(row: int) -> Message:
    """In which row the headings are; there are none in row 0."""
    return Message("headings in row {row}", row=row) if row else Message("no headings")


def _text(file: Path, ways: Ways, folder: Path, shown: str) -> Source:
    """The table in a text: JSON, known by how it begins, or lines that are split."""
    encoding = ways.encoding or plain.encoding(file)
    text = plain.in_utf8(file, encoding, folder / "utf8", shown)
    if ways.encoding and text is file:
        plain.checked(text, shown)
    facts = plain.survey(text, shown)
    head, _ = _beginning(text, HEAD, shown)
    if re.match(r"\s*\[\s*[{\]]", head):
        return _records(text, encoding, True, folder, shown)
    if head.lstrip().startswith("{"):
        from hwkcli.matching.read import document

        lines = document.is_of_lines(text, shown)
        return _records(text, encoding, False, folder, shown) if lines else _document(text, encoding, folder, shown)
    if _ARRAY.match(head):
        return _document(text, encoding, folder, shown)
    refuse_text(head, shown)
    if ways.delimiter is None and is_aligned(head):
        if ways.header_row is None and (aligned := _aligned(text, encoding, facts, folder, shown)):
            return aligned
        blanks = "{file}: its columns are parted by blanks; open it in a spreadsheet program, and save it as .xlsx"
        raise BadFile(blanks, file=shown)
    found = _split(text, encoding, ways, facts, shown)._replace(guessed=ways.encoding is None and text is file)
    odd = facts.odd or plain.bom_after(text, found.skip)
    odd = odd or (facts.quotes and plain.stray_quotes(text, found.delimiter))
    return found.careful(folder, shown) if odd else found


def _aligned(file: Path, encoding: str, facts: plain.Bytes, folder: Path, shown: str) -> Source | None:
    """The table in a text whose columns stand below each other; None where it is not clear which these are."""
    from hwkcli.matching.read import fixed_width

    target = folder / "tabs.tsv"
    if not fixed_width.in_tabs(file, target, shown):
        return None
    found = _split(target, encoding, Ways(delimiter="\t", header_row=1), facts, shown)
    said = "{file}: {encoding}, columns parted by blanks, headings in row 1"
    return found._replace(said=Message(said, file=shown, encoding=encoding))


def _split(file: Path, encoding: str, ways: Ways, facts: plain.Bytes, shown: str) -> Source:
    """The table in the lines of a text in UTF-8, which had an encoding before."""
    head, whole = _first_lines(file, shown)
    found = dialect(head, ways.delimiter, ways.header_row, whole)
    if not any(name.strip() for name in found.names):
        raise BadFile("{file}: there are no headings; name their row with --header-row", file=shown)
    sign = NAMES.get(found.delimiter, repr(found.delimiter))
    said = "{file}: {encoding}, split by {sign}, {headings}"
    return Source(
        scan(file, found.delimiter, found.lines, columns(len(found.names)), facts.quotes),
        found.names,
        "csv",
        Message(said, file=shown, encoding=encoding, sign=sign, headings=_where(found.row)),
        delimiter=found.delimiter,
        quotes=facts.quotes,
        splits=facts.splits,
        text=file,
        skip=found.lines,
        groups=found.groups,
    )


def _first_lines(file: Path, shown: str) -> tuple[str, bool]:
    """The beginning of a text, as long as two lines and more need; and whether that is all of it."""
    size = HEAD
    head, whole = _beginning(file, size, shown)
    while not whole and head.count("\n") < 2:
        size *= 8
        head, whole = _beginning(file, size, shown)
    return head, whole


def _beginning(file: Path, size: int, shown: str) -> tuple[str, bool]:
    """The first so many bytes of a text, and whether that is all of it."""
    with opened(file, "r", shown) as stream:
        start = stream.read(size)
    return start.decode("utf-8", "ignore"), len(start) < size


def _records(file: Path, encoding: str, array: bool, folder: Path, shown: str) -> Source:
    """The table in JSON whose objects are in an array, or one a line."""
    from hwkcli.matching.read import records

    found = records.read(file, array, folder, shown)
    said = Message(
        "{file}: JSON, {encoding}" if array else "{file}: JSON Lines, {encoding}", file=shown, encoding=encoding
    )
    return Source(found.frame, found.names, "json" if array else "jsonl", said, raw=found.frame)


def _document(file: Path, encoding: str, folder: Path, shown: str) -> Source:
    """The table in one JSON document."""
    from hwkcli.matching.read import document, records

    lines = folder / "rows.jsonl"
    found = document.taken_apart(file, lines, shown)
    rows = records.read(lines, False, folder, shown)
    form = "jsonl" if found.whole else "json"
    if found.features:
        said = Message("{file}: GeoJSON, {encoding}", file=shown, encoding=encoding)
    else:
        among = "{file}: JSON, {encoding}, the objects in {where}"
        said = Message(
            among if found.where else "{file}: JSON, {encoding}",
            file=shown,
            encoding=encoding,
            where=quoted(found.where),
        )
    notes = []
    if found.shapes:
        lost = "{file}: the features are read as rows; their lines and areas are not written again"
        notes.append(Message(lost, file=shown))
    return Source(rows.frame, rows.names, form, said, tuple(notes), raw=rows.frame)
