"""JSON whose numbers stay as they were written: `01067.0` and `1e3` are what a reader wants to see again."""

import re
from typing import TYPE_CHECKING, Any

from hwkcli.errors import BadFile, Message

if TYPE_CHECKING:
    from json import JSONDecoder

_REASONS = (
    Message("Expecting value"),
    Message("Expecting property name enclosed in double quotes"),
    Message("Expecting ':' delimiter"),
    Message("Expecting ',' delimiter"),
    Message("Extra data"),
    Message("Illegal trailing comma"),
    Message("Invalid control character"),
    Message("Invalid \\escape"),
    Message("Invalid \\uXXXX escape"),
    Message("Unterminated string"),
)
"""What is wrong with a text, as Python says it."""
_BLANKS = re.compile(r"[ \t\r\n]*")


class Number(str):
    """A number as it was written."""

    __slots__ = ()


def decoder(number: type[str] = Number) -> "JSONDecoder":
    """What reads JSON, numbers as texts of some type. It raises ValueError for NaN and Infinity too."""
    from json import JSONDecoder

    def no_constant(name: str) -> None:
        raise ValueError(Message("{name} is no number", name=name))

    return JSONDecoder(parse_int=number, parse_float=number, parse_constant=no_constant)


def written(value: Any) -> str:
    """A value as JSON in one line, numbers as they were written."""
    from json import dumps

    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict):
        members = (f"{dumps(key, ensure_ascii=False)}:{written(one)}" for key, one in value.items())
        return "{" + ",".join(members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(written, value)) + "]"
    return dumps(value, ensure_ascii=False)


def after_blanks(text: str, at: int) -> int:
    """Where a text goes on behind blanks."""
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def no_json(shown: str, where: Message, number: int, error: Exception) -> BadFile:
    """The failure to tell of what is no JSON, in a line or an object of some number."""
    broken = "{file}: {where} {number} is no JSON ({error}); correct it"
    return BadFile(broken, file=shown, where=where, number=number, error=_reason(error))


def _reason(error: Exception) -> object:
    """What is wrong; without where, which Python counts in the part of the file that it was given."""
    if isinstance(error, RecursionError):
        return Message("nesting without end")
    if isinstance(error, UnicodeEncodeError):
        return Message("half of a character")
    said = getattr(error, "msg", error.args[0] if error.args else "")
    return next((one for one in _REASONS if str(said).startswith(one)), said)


def no_object(shown: str, where: Message, number: int) -> BadFile:
    """The failure to tell of JSON that is no object."""
    return BadFile("{file}: {where} {number} is no JSON object; correct it", file=shown, where=where, number=number)
