"""JSON whose numbers stay as they were written: `01067.0` and `1e3` are what a reader wants to see again."""

import re
from typing import TYPE_CHECKING, Any

from hwkcli.errors import BadFile, Message

if TYPE_CHECKING:
    from json import JSONDecoder

_BLANKS = re.compile(r"[ \t\r\n]*")


class Number(str):
    """A number as it was written."""

    __slots__ = ()


def decoder(number: type[str] = Number) -> "JSONDecoder":
    """What reads JSON, numbers as texts of some type. It raises ValueError for NaN and Infinity too."""
    from json import JSONDecoder

    def no_constant(name: str) -> None:
        raise ValueError(f"{name} is none")

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


def no_json(shown: str, where: Message, number: int, error: object) -> BadFile:
    """The failure to tell of what is no JSON, in a line or an object of some number."""
    broken = "{file}: {where} {number} is no JSON ({error}); correct it"
    return BadFile(broken, file=shown, where=where, number=number, error=str(error))


def no_object(shown: str, where: Message, number: int) -> BadFile:
    """The failure to tell of JSON that is no object."""
    return BadFile("{file}: {where} {number} is no JSON object; correct it", file=shown, where=where, number=number)
