"""Recognise a file of addresses, whatever office wrote it: its form, its encoding, its delimiter, its headings."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hwkcli.errors import BadFile, quoted
from hwkcli.extras import missing
from hwkcli.failures import told
from hwkcli.matching.read import plain, records, workbook
from hwkcli.matching.read.dialect import NAMES, dialect
from hwkcli.matching.read.mend import UNREADABLE, mended
from hwkcli.matching.read.taken import Taken
from hwkcli.matching.read.workbook import Serves, Sheet
from hwkcli.streams import opened

if TYPE_CHECKING:
    import polars as pl

_HEAD = 1 << 20
_ADVICE = "name a file that can be read"
_MOST_LISTED = 5
_NO_TABLES = (
    (b"%PDF", "a PDF file; get the table as a spreadsheet or CSV"),
    (b"SQLite format 3\0", "a SQLite database; export the table as CSV"),
    (b"\x28\xb5\x2f\xfd", "packed by zstd; unpack it first"),
    (b"\xfd7zXZ\0", "packed by xz; unpack it first"),
    (b"BZh", "packed by bzip2; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"ARROW1", "an Arrow file; write it as Parquet"),
)
"""How files begin that are no tables, or none that can be read; and what to do."""
_MARKUP = re.compile(r"\s*<(?:!doctype html|html|table|\?xml)\b", re.IGNORECASE)


class Ways(NamedTuple):
    """What a user says of a file, where it is not to be found out."""

    delimiter: str | None = None
    encoding: str | None = None
    header_row: int | None = None
    """Counted from 1; 0 where there are no headings."""
    sheet: str | None = None


class Source(NamedTuple):
    """A table of addresses. Its columns are `c0`, `c1` ..., for headings may be empty or the same."""

    frame: "pl.LazyFrame"
    names: tuple[str, ...]
    """The headings."""
    form: str
    """`csv`, `jsonl`, `json`, `parquet` or `workbook`."""
    said: str
    """What was recognised, for a reader."""
    notes: tuple[str, ...] = ()
    """What else a reader should know of it, a line each."""
    delimiter: str = ";"
    quotes: bool = True
    """Whether any cell may need quotation marks."""
    text: Path | None = None
    skip: int = 0
    """The text file that is read, in UTF-8, and the lines before its rows."""
    splits: bool = True
    """Whether any cell of it has a byte 1."""
    raw: "pl.LazyFrame | None" = None
    """Of JSON, the objects as they are, one a line, in a column `raw` beside the columns."""
    flagged: bool = False
    """Whether there is a column `unreadable` beside the columns, empty but for rows longer than the headings."""
    sheet: Sheet | None = None
    guessed: bool = False
    """Whether the encoding is a guess, made by the first signs beyond ASCII."""

    def careful(self, folder: Path, shown: str) -> "Source":
        """The same table, read row by row: the rows that are longer than the headings are kept, and marked.

        It is the same source where there is no other way to read it. Raises BadFile, with the line, for what is not of
        the encoding that was guessed.
        """
        if self.text is None:
            return self
        if self.guessed:
            plain.checked(self.text, shown)
        width = len(self.names)
        found = mended(self.text, self.delimiter, self.skip, width, folder / "mended.csv")
        frame = _scan(found.file, self.delimiter, 0, [*columns(width), UNREADABLE], True)
        notes = self.notes
        if found.unreadable:
            count = len(found.unreadable)
            listed = ", ".join(map(str, found.unreadable[:_MOST_LISTED]))
            more = f" and {count - _MOST_LISTED} more" if count > _MOST_LISTED else ""
            notes += (
                f"{shown}: {'line' if count == 1 else 'lines'} {listed}{more}: more cells than the {width} headings; "
                "kept with the rest in the last cell, marked unreadable, not answered",
            )
        return self._replace(frame=frame, quotes=True, text=None, flagged=bool(found.unreadable), notes=notes)


def columns(number: int) -> list[str]:
    """The names of so many columns."""
    return [f"c{at}" for at in range(number)]


def recognise(taken: Taken, ways: Ways, folder: Path, size: int, serves: Serves) -> Source:
    """The table in a file. What must be unpacked or transcoded is put into the folder; `serves` chooses among sheets.

    Raises BadFile for a file that cannot be read, is none of the forms, or has more bytes than `size` when unpacked;
    BadSetting if Polars is not installed.
    """
    try:
        import polars  # noqa: F401 - whether it is there
    except ImportError:
        raise missing("polars", "match") from None
    shown = taken.shown
    with told(shown, _ADVICE):
        file = plain.unpacked(taken.file, folder / "unpacked", shown, size)
        with opened(file, "r", shown) as stream:
            magic = stream.read(16)
        if not magic:
            raise BadFile(f"{shown}: the file is empty; name a table with headings")
        if magic.startswith(b"PAR1"):
            return _parquet(file, shown)
        if magic.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
            return _workbook(file, ways, shown, size, serves)
        for start, what in _NO_TABLES:
            if magic.startswith(start):
                raise BadFile(f"{shown}: this is {what}")
        return _text(file, ways, folder, shown)


def _parquet(file: Path, shown: str) -> Source:
    import polars as pl

    frame = pl.scan_parquet(file, glob=False)
    names = frame.collect_schema().names()
    renamed = frame.rename(dict(zip(names, columns(len(names)), strict=True)))
    return Source(renamed, tuple(names), "parquet", f"{shown}: Parquet")


def _workbook(file: Path, ways: Ways, shown: str, size: int, serves: Serves) -> Source:
    found = workbook.read(file, ways.sheet, ways.header_row, shown, size, serves)
    others = f" of {found.others + 1}" if found.others else ""
    said = f"{shown}: sheet {quoted(found.title)}{others}, {_where(found.head_row)}"
    notes = []
    if found.passed:
        notes.append(f"{shown}: not read: {', '.join(map(quoted, found.passed))}; --sheet reads another sheet")
    if found.uncomputed:
        count = len(found.uncomputed)
        notes.append(
            f"{shown}: {count:,} {'formula' if count == 1 else 'formulas'} (first in {found.uncomputed[0]}) without a "
            "stored value, read as empty; open and save the workbook in a spreadsheet program"
        )
    return Source(found.frame.lazy(), found.names, "workbook", said, tuple(notes), sheet=found, text=None)


def _where(row: int) -> str:
    return f"headings in row {row}" if row else "no headings"


def _text(file: Path, ways: Ways, folder: Path, shown: str) -> Source:
    name = ways.encoding or plain.encoding(file)
    text = plain.in_utf8(file, name, folder / "utf8", shown)
    if ways.encoding and text is file:
        plain.checked(text, shown)
    facts = plain.survey(text, shown)
    with opened(text, "r", shown) as stream:
        start = stream.read(_HEAD)
    head = start.decode("utf-8", "ignore")
    if head.lstrip().startswith("{") or re.match(r"\s*\[\s*[{\]]", head):
        return _records(text, name, head.lstrip().startswith("["), folder, shown)
    if _MARKUP.match(head):
        raise BadFile(f"{shown}: this is a web page or XML; open it in a spreadsheet program and save it as .xlsx")
    whole = len(start) < _HEAD
    split = dialect(head, ways.delimiter, ways.header_row, whole)
    while not whole and head.count("\n") < 2:
        with opened(text, "r", shown) as stream:
            wanted = len(start) * 8
            start = stream.read(wanted)
        whole = len(start) < wanted
        head = start.decode("utf-8", "ignore")
        split = dialect(head, ways.delimiter, ways.header_row, whole)
    if not any(name.strip() for name in split.names):
        raise BadFile(f"{shown}: there are no headings; name their row with --header-row")
    frame = _scan(text, split.delimiter, split.lines, columns(len(split.names)), facts.quotes)
    splitter = NAMES.get(split.delimiter, repr(split.delimiter))
    found = Source(
        frame,
        split.names,
        "csv",
        f"{shown}: {name}, split by {splitter}, {_where(split.lines)}",
        delimiter=split.delimiter,
        quotes=facts.quotes,
        splits=facts.splits,
        text=text,
        skip=split.lines,
        guessed=ways.encoding is None and text is file,
    )
    odd = facts.odd or plain.bom_after(text, split.lines)
    odd = odd or (facts.quotes and plain.stray_quotes(text, split.delimiter))
    return found.careful(folder, shown) if odd else found


def _scan(file: Path, delimiter: str, skip: int, names: list[str], quotes: bool) -> "pl.LazyFrame":
    import polars as pl

    return pl.scan_csv(
        file,
        separator=delimiter,
        has_header=False,
        skip_lines=skip,
        schema=dict.fromkeys(names, pl.String),
        quote_char='"' if quotes else None,
        empty_string_is_null=False,
        raise_if_empty=False,
        glob=False,
    )


def _records(file: Path, encoding: str, array: bool, folder: Path, shown: str) -> Source:
    found = records.read(file, array, folder, shown)
    said = f"{shown}: {'JSON' if array else 'JSON Lines'}, {encoding}"
    return Source(found.frame, found.names, "json" if array else "jsonl", said, raw=found.frame)
