"""Headings that are none: a row of the table, or the first cells of a table that lies on its side."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hwkcli.errors import BadSetting, Message, quoted
from hwkcli.gazetteer.engine.resolve import Resolver
from hwkcli.matching.contents import Contents
from hwkcli.matching.headings import is_heading, is_word, word_of
from hwkcli.matching.sample import MOST, MOST_ROWS, Sample
from hwkcli.matching.short_codes import are_plates
from hwkcli.matching.unclear import RowAsHeadings

_VALUE = re.compile("(?!(?:18|19|20)[0-9]{2}$)[0-9]{3,}")
"""A number that is no year."""
_ROW = "the headings look like a row, {cell}; name their row with --header-row, 0 if there are none"
_LONGEST_PLATE = 3
"""A heading that is no longer may be a plate of cars by chance."""
_MOST_TURNED = 50
"""So many columns has a table that lies on its side at most."""


def check_values(
    names: Sequence[str], rows: Callable[[], Sequence[Sequence[Any]]], index: Callable[[], Resolver]
) -> None:
    """Raises BadSetting if a postal code is among the headings, and says what may be the matter."""
    digits = [name for name in names if re.fullmatch("[0-9]{5}", name.strip())]
    if digits and is_heading(names[0]):
        first = [str(row[0] or "") for row in rows()[:_MOST_TURNED] if row]
        if any(map(is_heading, first)):
            raise turned(Message("the headings stand in the first column, {name}", name=quoted(names[0])))
    values = [name for name in digits if Contents(index()).is_code(name.strip())]
    if values:
        raise BadSetting(
            "the headings have a postal code, {code}; say with --header-row in which row they are, 0 if there are none",
            code=quoted(values[0]),
        )


def are_kreise(names: Sequence[str], contents: Contents) -> bool:
    """Whether most headings are Kreise, as where these stand side by side."""
    kreise = [name for name in names if len(name) > _LONGEST_PLATE and contents.is_kreis(name)]
    return len(kreise) > max(MOST * len(names), 1)


def turned(reason: Message) -> BadSetting:
    """What to say of a table that lies on its side."""
    turn = "{reason}; swap its rows and columns (in a spreadsheet program: copy the table, and paste it transposed)"
    return BadSetting(turn, reason=reason)


def check_row(sample: Sample, found: Mapping[str, Any], given: Mapping[str, str | None]) -> None:
    """Raises BadSetting if the headings look like a row: a name stands above names, and it is that of a municipality or
    a Kreis, or a number, which is no year, stands above numbers."""
    names, contents = sample.names, sample.contents
    numbers = [at for at, name in enumerate(names[:MOST_ROWS]) if _VALUE.fullmatch(name.strip())]
    for role in ("key", "postal_code"):
        at = found[role]
        if at is not None and given.get(role) is None and _VALUE.fullmatch(names[at].strip()):
            # A code that has lost its zero stands above others.
            if contents.tests[role](names[at].strip()):
                raise RowAsHeadings(_ROW, cell=quoted(names[at]))
    numbered = any(all(map(_is_number, sample.cells(at))) for at in numbers)
    for role, at in (*(("place", at) for at in found["place"]), ("kreis", found["kreis"])):
        if at is None or given.get(role) is not None:
            continue
        # `Kamen, Stadt` is no heading, although it ends with a word of one.
        named = contents.is_titled_kreis(names[at]) if role == "kreis" else contents.is_municipality(names[at])
        if (word_of(names[at], role) and not named) or word_of(names[at], "address") or contents.is_title(names[at]):
            continue
        is_name = len(names[at]) > _LONGEST_PLATE and bool(contents.keys(names[at]))
        if role == "kreis" and contents.is_kreis(names[at]):
            is_name |= are_plates([names[at], *sample.cells(at)], sample)
        if contents.tests[role](names[at]) if numbered else is_name:
            if any(map(is_word, names)):
                raise BadSetting(_ROW, cell=quoted(names[at]))
            raise RowAsHeadings(_ROW, cell=quoted(names[at]))


def _is_number(cell: str) -> bool:
    return any(map(str.isdigit, cell)) and not any(map(str.isalpha, cell))
