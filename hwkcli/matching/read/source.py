"""A table of addresses that was recognised in a file, ready to be read."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hwkcli.errors import Message, first_of
from hwkcli.matching.read import plain
from hwkcli.matching.read.mend import UNREADABLE, mended
from hwkcli.streams import opened

if TYPE_CHECKING:
    import polars as pl

    from hwkcli.matching.read.workbook import Sheet

HEAD = 1 << 20
"""Bytes of the beginning of a long text, which tell what is in it."""
_MOST_LISTED = 5


class Source(NamedTuple):
    """A table of addresses. Its columns are `c0`, `c1` ..., for headings may be empty or the same."""

    frame: "pl.LazyFrame"
    names: tuple[str, ...]
    """The headings."""
    form: str
    """`csv`, `jsonl`, `json`, `parquet` or `workbook`."""
    said: Message
    """What was recognised, for a reader."""
    notes: tuple[Message, ...] = ()
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
    sheet: "Sheet | None" = None
    groups: tuple[str, ...] = ()
    """What stands above the headings, where groups of columns have one."""
    whole: Mapping[str, str] = {}
    """Where records have columns for themselves, those in which they are whole, with their headings."""
    guessed: bool = False
    """Whether the encoding is a guess, made by the first signs beyond ASCII."""

    @property
    def columns(self) -> list[str]:
        """The names of its columns."""
        return columns(len(self.names))

    @property
    def told(self) -> tuple[str, ...]:
        """The headings as a reader is told them: each in one line, that of its group before one that comes twice."""
        counts = Counter(self.names)
        names = enumerate(self.names)
        named = (f"{self.groups[at]} {name}" if self.groups and counts[name] > 1 else name for at, name in names)
        return tuple(" ".join(name.split()) for name in named)

    def first(self, rows: int) -> "pl.LazyFrame":
        """The first rows, so many of them. Of a long text no more is read than its beginning."""
        if self.text is not None and not self.quotes and self.text.stat().st_size > HEAD:
            with opened(self.text, "r") as stream:
                lines = stream.read(HEAD).rpartition(b"\n")[0].split(b"\n")[self.skip :]
            if len(lines) >= rows:
                return scan(b"\n".join((*lines[:rows], b"")), self.delimiter, 0, self.columns, False)
        return self.frame.head(rows)

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
        target = folder / "mended.csv"
        unreadable = mended(self.text, self.delimiter, self.skip, width, target)
        frame = scan(target, self.delimiter, 0, [*columns(width), UNREADABLE], True)
        notes = self.notes
        if unreadable:
            notes += (
                Message(
                    "{file}: line {lines}: more cells than the {width} headings; kept with the rest in the last cell, "
                    "marked unreadable, not answered"
                    if len(unreadable) == 1
                    else "{file}: lines {lines}: more cells than the {width} headings; kept with the rest in the last "
                    "cell, marked unreadable, not answered",
                    file=shown,
                    lines=first_of([str(line) for line in unreadable], _MOST_LISTED),
                    width=width,
                ),
            )
        return self._replace(frame=frame, quotes=True, text=None, flagged=bool(unreadable), notes=notes)


def columns(number: int) -> list[str]:
    """The names of so many columns."""
    return [f"c{at}" for at in range(number)]


def scan(file: Path | bytes, delimiter: str, skip: int, names: list[str], quotes: bool) -> "pl.LazyFrame":
    """The rows of a text in UTF-8, which begin behind `skip` lines, in columns of these names.

    Without `quotes`, quotation marks are signs like others.
    """
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
