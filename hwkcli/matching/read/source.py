"""Recognise a file of addresses, whatever office wrote it: its form, its encoding, its delimiter, its headings."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from hwkcli.errors import BadFile, BadSetting
from hwkcli.matching.read import plain
from hwkcli.matching.read.dialect import NAMES, dialect, headings
from hwkcli.matching.read.mend import mended

if TYPE_CHECKING:
    import polars as pl

NEEDED = "hwk match needs Polars; install it with: pip install 'hwkcli[match]'"
_HEAD = 1 << 20


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
    """`csv`, `jsonl`, `parquet` or `xlsx`."""
    said: str
    """What was recognised, for a reader."""
    delimiter: str = ";"
    quotes: bool = True
    """Whether any cell may need quotation marks."""
    text: Path | None = None
    skip: int = 0
    """The text file that is read, in UTF-8, and the lines before its rows."""
    raw: "pl.LazyFrame | None" = None
    """Of JSON Lines, the lines as they are, in a column `raw`, beside the columns."""

    guessed: bool = False
    """Whether the encoding is a guess, made by the first signs beyond ASCII."""

    def anew(self, ways: Ways, folder: Path, shown: str) -> "Source":
        """The same table, read with care; as it is, if that would not be another way.

        Raises BadFile, with the line, for a row that is longer than the headings.
        """
        if self.text is None:
            return self
        if self.guessed:
            plain.checked(self.text, shown)
        target = mended(self.text, self.delimiter, self.skip, len(self.names), folder / "mended.csv", shown)
        frame = _scan(target, self.delimiter, 0, len(self.names), True)
        return self._replace(frame=frame, quotes=True, text=None)


def columns(number: int) -> list[str]:
    """The names of so many columns."""
    return [f"c{at}" for at in range(number)]


def recognise(file: Path, ways: Ways, folder: Path) -> Source:
    """The table in a file; `-` is standard input. What must be unpacked or transcoded is put into the folder.

    Raises BadFile for a file that cannot be read or is none of the forms, BadSetting if Polars is not installed.
    """
    try:
        import polars as pl
    except ImportError:
        raise BadSetting(NEEDED) from None
    shown = str(file)
    try:
        if shown == "-":
            if sys.stdin is None:
                raise BadFile("standard input: it is closed; name a file")
            shown, file = "standard input", _spooled(sys.stdin.buffer, folder / "stdin")
        if file.is_dir():
            raise BadFile(f"{shown}: this is a directory; name a file")
        if file.exists() and not file.is_file():
            # A pipe can be read only once.
            with file.open("rb") as stream:
                file = _spooled(stream, folder / "stdin")
        file = plain.unpacked(file, folder / "unpacked", shown)
        with file.open("rb") as stream:
            magic = stream.read(8)
        if not magic:
            raise BadFile(f"{shown}: the file is empty; name a table with headings")
        if magic.startswith(b"PAR1"):
            return _parquet(file, shown)
        if magic.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
            return _sheet(file, ways, shown)
        return _text(file, ways, folder, shown)
    except OSError as error:
        raise BadFile(f"{shown}: {error.strerror or error}; name a file that can be read") from None
    except pl.exceptions.PolarsError as error:
        raise BadFile(f"{shown}: {first_line(error)}; name a file that can be read") from None


def first_line(error: BaseException) -> str:
    """What an error of a library says, in one line."""
    return str(error).partition("\n")[0] or type(error).__name__


def _spooled(stream: BinaryIO, target: Path) -> Path:
    """What can be read only once, in a file."""
    with target.open("wb") as out:
        while part := stream.read(plain.CHUNK):
            out.write(part)
    return target


def _parquet(file: Path, shown: str) -> Source:
    import polars as pl

    frame = pl.scan_parquet(file, glob=False)
    names = frame.collect_schema().names()
    renamed = frame.rename(dict(zip(names, columns(len(names)), strict=True)))
    return Source(renamed, tuple(names), "parquet", f"{shown}: Parquet")


def _sheet(file: Path, ways: Ways, shown: str) -> Source:
    import polars as pl

    try:
        import fastexcel
    except ImportError:
        raise BadSetting("a spreadsheet needs fastexcel; install it with: pip install 'hwkcli[match]'") from None
    try:
        book = fastexcel.read_excel(file)
    except fastexcel.FastExcelError as error:
        raise BadFile(f"{shown}: {first_line(error)}; name a spreadsheet that can be read") from None
    sheets = list(book.sheet_names)
    if ways.sheet is not None and ways.sheet not in sheets and not (ways.sheet.isdecimal() and ways.sheet != "0"):
        raise BadSetting(f"no sheet {ways.sheet!r}; there are {', '.join(map(repr, sheets[:20]))}")
    chosen: str | int = ways.sheet if ways.sheet in sheets else int(ways.sheet or 1) - 1
    if isinstance(chosen, int) and chosen >= len(sheets):
        raise BadSetting(f"no sheet {ways.sheet}; there are {len(sheets)}")
    table = book.load_sheet(chosen, header_row=None, skip_rows=0, dtypes="string").to_polars()
    rows = table.head(200).rows()
    head = headings(rows, ways.header_row)
    if not head.names:
        more = f", or another sheet with --sheet: {', '.join(map(repr, sheets[:20]))}" if len(sheets) > 1 else ""
        raise BadFile(f"{shown}: the sheet has no headings; name their row with --header-row{more}")
    table = table.rename(dict(zip(table.columns, columns(table.width), strict=True)))[head.row + 1 :]
    full = (
        table.select(pl.any_horizontal(pl.all().str.len_bytes() > 0).arg_true().max()).item() if table.height else None
    )
    table = table.head(0 if full is None else full + 1)
    name = chosen if isinstance(chosen, str) else sheets[chosen]
    others = f" of {len(sheets)}" if len(sheets) > 1 else ""
    said = f"{shown}: sheet {name!r}{others}, {_where(head.row + 1)}"
    return Source(table.lazy(), head.names, "xlsx", said)


def _where(row: int) -> str:
    return f"headings in row {row}" if row else "no headings"


def _text(file: Path, ways: Ways, folder: Path, shown: str) -> Source:
    name = ways.encoding or plain.encoding(file)
    text = plain.in_utf8(file, name, folder / "utf8", shown)
    if ways.encoding and text is file:
        plain.checked(text, shown)
    facts = plain.survey(text, shown)
    with text.open("rb") as stream:
        start = stream.read(_HEAD)
    head = start.decode("utf-8", "ignore")
    if re.match(r"\s*\[\s*\{", head):
        raise BadFile(f"{shown}: a JSON array; write one object a line (JSON Lines)")
    if head.lstrip().startswith("{"):
        return _json_lines(text, name, shown)
    whole = len(start) < _HEAD
    split = dialect(head, ways.delimiter, ways.header_row, whole)
    while not whole and head.count("\n") < 2:
        with text.open("rb") as stream:
            size = len(start) * 8
            start = stream.read(size)
        whole = len(start) < size
        head = start.decode("utf-8", "ignore")
        split = dialect(head, ways.delimiter, ways.header_row, whole)
    if not any(name.strip() for name in split.names):
        raise BadFile(f"{shown}: there are no headings; name their row with --header-row")
    frame = _scan(text, split.delimiter, split.lines, len(split.names), facts.quotes)
    splitter = NAMES.get(split.delimiter, repr(split.delimiter))
    said = f"{shown}: {name}, split by {splitter}, {_where(split.lines)}"
    found = Source(
        frame,
        split.names,
        "csv",
        said,
        split.delimiter,
        facts.quotes,
        text,
        split.lines,
        guessed=ways.encoding is None and text is file,
    )
    odd = facts.odd or (facts.quotes and plain.stray_quotes(text, split.delimiter))
    return found.anew(ways, folder, shown) if odd else found


def _scan(file: Path, delimiter: str, skip: int, width: int, quotes: bool) -> "pl.LazyFrame":
    import polars as pl

    return pl.scan_csv(
        file,
        separator=delimiter,
        has_header=False,
        skip_lines=skip,
        schema=dict.fromkeys(columns(width), pl.String),
        quote_char='"' if quotes else None,
        empty_string_is_null=False,
        raise_if_empty=False,
        glob=False,
    )


def _no_constant(name: str) -> None:
    """JSON knows no NaN and no Infinity."""
    raise ValueError(f"{name} is none")


def _json_lines(file: Path, name: str, shown: str) -> Source:
    """The lines of a JSON file, each an object; of nested values the JSON is the text."""
    import json

    import polars as pl

    keys: dict[str, None] = {}
    with file.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                try:
                    record = json.loads(line, parse_constant=_no_constant)
                    json.dumps(record, ensure_ascii=False).encode()
                except (ValueError, RecursionError) as error:
                    raise BadFile(f"{shown}: line {number} is no JSON ({error}); mend the line") from None
                if not isinstance(record, dict):
                    raise BadFile(f"{shown}: line {number} is no JSON object; mend the line")
                keys |= dict.fromkeys(record)
    raw = pl.scan_csv(
        file, separator="\x01", has_header=False, quote_char=None, schema={"raw": pl.String}, glob=False
    ).filter(pl.col("raw").str.contains(r"\S"))
    names = tuple(keys)
    cells = [
        pl.col("raw").str.json_path_match(f"$[{json.dumps(one, ensure_ascii=False)}]").alias(f"c{at}")
        for at, one in enumerate(names)
    ]
    return Source(raw.select(cells), names, "jsonl", f"{shown}: JSON Lines, {name}", raw=raw.select("raw", *cells))
