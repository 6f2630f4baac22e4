"""Tables in JSON: one object a line, or an array of objects. Nested objects get headings with dots (`address.zip`)."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import TextIOWrapper
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from hwkcli.errors import Message
from hwkcli.matching.headings import is_sure_heading
from hwkcli.matching.read.exact_json import after_blanks, decoder, no_json, no_object, written
from hwkcli.matching.read.plain import made
from hwkcli.streams import CHUNK, opened

if TYPE_CHECKING:
    import polars as pl

_ROWS = 50_000
"""So many rows are held in memory at once."""
_DEEPEST = 16
"""An object that is nested deeper is one text."""
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_MOST_ADDRESSES = 10
"""So many addresses of one object have columns of their own."""
_SIMPLE = {str, NoneType}
_BREAKS = str.maketrans("\r\n", "  ")


class Records(NamedTuple):
    """The rows of a file."""

    frame: "pl.LazyFrame"
    """The columns `c0`, `c1` ..., and `raw`: each object as it was written, in one line."""
    names: tuple[str, ...]


Where = str | tuple[str, ...]
"""Where a value is in its object: its key, or the keys on the way to it."""


def read(file: Path, array: bool, folder: Path, shown: str) -> Records:
    """The objects of a file in UTF-8 as rows, those of an array or one a line; the columns in the order in which their
    keys come. Raises BadFile, with the line or the number of the object, for what is no JSON object."""
    import polars as pl

    columns: dict[Where, str] = {}
    parts: list[Path] = []
    rows: list[tuple[str, Mapping[Where, str | None]]] = []

    def put_away() -> None:
        cells = {name: [row.get(path) for _, row in rows] for path, name in columns.items()}
        schema = dict.fromkeys(("raw", *cells), pl.String)
        part = folder / f"records-{len(parts)}.arrow"
        with made(part) as out:
            pl.DataFrame({"raw": [raw for raw, _ in rows], **cells}, schema=schema).write_ipc(out)
        parts.append(part)
        rows.clear()

    for raw, row in _objects(file, array, shown):
        for path in row:
            if path not in columns:
                columns[path] = f"c{len(columns)}"
        rows.append((raw, row))
        if len(rows) == _ROWS:
            put_away()
    if rows or not parts:
        put_away()
    frame = pl.concat([pl.scan_ipc(part) for part in parts], how="diagonal")
    return Records(frame, tuple(path if isinstance(path, str) else ".".join(path) for path in columns))


def _objects(file: Path, array: bool, shown: str) -> Iterator[tuple[str, Mapping[Where, str | None]]]:
    """The objects of a file, each as it was written and as the texts of its values."""
    json = _Json()
    number = 0
    where = Message("object" if array else "line")
    with opened(file, "r", shown) as stream:
        text = TextIOWrapper(stream, encoding="utf-8", newline="\n")
        try:
            for number, raw, record in json.of_array(text) if array else json.of_lines(text):
                if not isinstance(record, dict):
                    raise no_object(shown, where, number)
                yield raw, json.row(raw, record)
        except _NoJson as error:
            raise no_json(shown, where, error.number, error.error) from None
        except UnicodeEncodeError as error:
            raise no_json(shown, where, number, error) from None


class _NoJson(Exception):
    def __init__(self, number: int, error: Exception) -> None:
        super().__init__()
        self.number = number
        self.error = error


class _Json:
    """Reads objects; their numbers stay as they were written."""

    def __init__(self) -> None:
        from json import JSONEncoder

        self._decoder = decoder(str)
        self._with_numbers = decoder()
        self._encode = JSONEncoder(ensure_ascii=False).encode

    def of_lines(self, text: TextIOWrapper) -> Iterator[tuple[int, str, Any]]:
        """The objects of lines, each with the number of its line."""
        for number, line in enumerate(text, 1):
            whole = line.strip(" \t\r\n")
            if whole:
                try:
                    record = self._decoder.decode(whole)
                except (ValueError, RecursionError) as error:
                    raise _NoJson(number, error) from None
                yield number, whole, record

    def of_array(self, text: TextIOWrapper) -> Iterator[tuple[int, str, Any]]:
        """The members of an array, each with its number; of the text no more is held than a part, or a member needs."""
        held, at, number, size, before = "", 0, 0, CHUNK, "["
        while True:
            start = after_blanks(held, at)
            try:
                if held[start : start + 1] == "]" and before == ",":
                    if held[start + 1 :].strip() or text.read(CHUNK).strip():
                        raise _NoJson(number, ValueError(Message("there is more behind the array")))
                    return
                if held[start : start + 1] != before:
                    raise ValueError(Message("{sign} is missing", sign=repr(before)))
                start = after_blanks(held, start + 1)
                if before == "[" and held[start : start + 1] == "]":
                    before, at = ",", start
                    continue
                record, end = self._decoder.raw_decode(held, start)
                if end == len(held):
                    raise ValueError(Message("',' or ']' is missing"))
            except (ValueError, RecursionError) as error:
                more = "" if isinstance(error, RecursionError) else text.read(size)
                if not more:
                    raise _NoJson(number + 1, error) from None
                held, at, size = held[at:] + more, 0, size * 2
                continue
            number, before, size = number + 1, ",", CHUNK
            yield number, held[start:end].translate(_BREAKS), record
            at = end

    def row(self, raw: str, record: dict[str, Any]) -> Mapping[Where, str | None]:
        """The values of an object as texts. Raises UnicodeEncodeError for half of a character."""
        if _SURROGATE.search(raw):
            self._encode(record).encode()
        if set(map(type, record.values())) <= _SIMPLE:
            return cast(Mapping[Where, str | None], record)
        # Within a list, numbers and texts must be told apart.
        exact = self._with_numbers.decode(raw) if _has_list(record) else record
        row: dict[Where, str | None] = {}
        self._flatten(exact, (), row)
        return row

    def _flatten(self, record: dict[str, Any], before: tuple[str, ...], into: dict[Where, str | None]) -> None:
        """Put the values of an object, and of those in it, under where they are."""
        for key, value in record.items():
            path: Where = (*before, key) if before else key
            if value is None or isinstance(value, str):
                into[path] = value
            elif isinstance(value, dict) and value and len(before) < _DEEPEST:
                self._flatten(value, (*before, key), into)
            elif _is_of_rows(value) and len(before) + 1 < _DEEPEST:
                for number, one in enumerate(value):
                    self._flatten(one, (*before, key, str(number)), into)
            else:
                into[path] = written(value)


def _is_of_rows(value: Any) -> bool:
    """Whether a value is a list of one object, which has columns as if it stood for itself, or of a few addresses."""
    if not isinstance(value, list) or not 0 < len(value) <= _MOST_ADDRESSES:
        return False
    if not all(isinstance(one, dict) and one for one in value):
        return False
    return len(value) == 1 or all(_has_address(tuple(one)) for one in value)


@lru_cache(maxsize=256)
def _has_address(keys: tuple[str, ...]) -> bool:
    """Whether the keys of an object are those of an address."""
    return any(is_sure_heading(key) for key in keys)


def _has_list(value: Any, depth: int = _DEEPEST) -> bool:
    """Whether there is a list in an object, or an object that is nested too deep to have columns of its own."""
    if isinstance(value, dict):
        return not depth or any(_has_list(one, depth - 1) for one in value.values())
    return isinstance(value, list)
