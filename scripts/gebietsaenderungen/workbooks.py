"""Read the official workbooks: the changes of a year, and the printed editions of the register.

The Statistisches Bundesamt publishes the changes of the municipalities as one workbook a year ("Gebietsänderungen"),
and the register as one workbook a date ("Gemeindeverzeichnis, Auszug"). Both have changed their form over the years:
keys are text or numbers, dates are dates or text, areas are hectares or square metres, columns have moved.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from python_calamine import CalamineError, CalamineWorkbook

NUMBER = re.compile(r"(?:\d\d|stba)/\d{4}/\d+")
"""How the number of a change begins: `05/1975/0001`, `stba/2009/0001-R`."""

_FIELDS = 13
_UNITS = {"Gemeinde": "municipality", "Kreis": "kreis", "": ""}
"""What a row is about; an empty cell is corrected later. Other units (Land, Verband, Region) are not read."""


class Unreadable(Exception):
    """A workbook that is not of the expected form; the message says which, and where."""


class Row(NamedTuple):
    """One row of a workbook of changes, as it is printed, with its cells cleaned of blanks and footnote marks."""

    file: str
    row: int
    """Counted from 1, as a spreadsheet shows it."""
    number: str
    unit: str
    """`municipality` or `kreis`; empty where the cell is."""
    old_key: str
    """Of the municipality that gives or ends; empty for a new one, `11148n.a.` where its number is not known."""
    old_name: str
    kinds: frozenset[str]
    """Of `1` dissolved, `2` a part moved (or what remains), `3` new key, `4` new name; empty for one that is listed
    for the first time."""
    area_ha: str
    inhabitants: str
    new_key: str
    new_name: str
    date: str
    """The legal date, from which on the change holds, as YYYY-MM-DD."""
    registered: str
    """The month from which on the statistics count it (the first of it), which may be years later."""


def cell(value: object) -> str:
    """A cell as text: one blank between words, whole numbers without a point, dates as YYYY-MM-DD.

    >>> cell(18111000.0), cell("Hannover,\\xa0Stadt\\xa0"), cell("01.07.2007"), cell("99.9 2009")
    ('18111000', 'Hannover, Stadt', '2007-07-01', '99.9 2009')
    """
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else repr(value)
    if isinstance(value, date):
        return value.isoformat()[:10]
    text = re.sub(r"\s+", " ", str(value)).strip()
    german = re.fullmatch(r"(\d\d)\.(\d\d)[. ](\d{4})", text)
    return "-".join(german.group(3, 2, 1)) if german else text


def kind(file: Path) -> str:
    """What a workbook holds: `changes`, an `edition` of the register, or nothing of the kind (empty). Raises
    Unreadable if it cannot be read."""
    if _sheet(file) is not None:
        return "changes"
    heads = " ".join(cell(one) for row in _sheets(file)[1:2] for line in row[1][:8] for one in line)
    return "edition" if "Gebietsstand" in heads and re.match(r".*Satz-?art", heads) else ""


@lru_cache(maxsize=1)
def _sheets(file: Path) -> list[tuple[str, list[list[Any]]]]:
    try:
        workbook = CalamineWorkbook.from_path(file)
        return [
            (name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in workbook.sheet_names
        ]
    except (CalamineError, OSError) as error:
        raise Unreadable(f"{file}: {error}") from None


def _sheet(file: Path) -> list[list[Any]] | None:
    """The sheet of changes: where several hold changes, the first has all of them, the others those of a part of the
    year."""
    for _, rows in _sheets(file):
        if any(cell(one) == "Regionaleinheit" for row in rows[:8] for one in row):
            return rows
    return None


def changes(file: Path) -> list[Row]:
    """The changes of municipalities and Kreise in a workbook, in its order.

    Raises Unreadable if it has no sheet of changes, or a row that is not of the form.
    """
    rows = _sheet(file)
    if rows is None:
        raise Unreadable(f"{file}: no sheet begins with the heading of the changes (Regionaleinheit)")
    return list(_rows(file.name, rows))


def _rows(file: str, rows: Sequence[Sequence[object]]) -> Iterator[Row]:
    head = " ".join(cell(one) for row in rows[:8] for one in row)
    if "Fläche ha" in head:
        per_hectare = Decimal(1)
    elif "Fläche qm" in head:
        per_hectare = Decimal(10_000)
    else:
        raise Unreadable(f"{file}: the heading does not say whether areas are in ha or qm")
    for at, row in enumerate(rows, 1):
        cells = [cell(one) for one in row[:_FIELDS]]
        if not cells or not NUMBER.match(cells[0]) or cells[1] not in _UNITS:
            continue
        number, unit, old_long, old, old_name, kind, area, people, new_long, new, new_name, legal, registered = cells
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", legal):
            raise Unreadable(f"{file}, row {at}: {legal!r} is no date")
        made = Row(
            file,
            at,
            re.split("[; ]", number)[0],
            _UNITS[unit],
            "" if old == "Neubildung" else old,
            old_name,
            frozenset(re.findall(r"\d", kind)),
            _plain(Decimal(area) / per_hectare) if area else "",
            people,
            re.sub(r" ?\d\)$", "", new),
            re.sub(r" \d\)$", "", new_name),
            legal,
            registered,
        )
        if unit == "Kreis":
            # The key of a Kreis stands in the column of the long key, sometimes in that of the short one.
            olds, news = _kreise(old or old_long), _kreise(new or new_long)
            if len(olds) == len(news):
                pairs = list(zip(olds, news, strict=True))
            else:
                pairs = [(one, other) for one in olds for other in news]
            yield from (made._replace(old_key=one, new_key=other) for one, other in pairs)
        else:
            yield made


def _kreise(key: str) -> tuple[str, ...]:
    """The keys of a Kreis; some had two, one for its towns and one for the rest.

    >>> _kreise("05158"), _kreise("051/232"), _kreise("NEUAUFNAHME")
    (('05158',), ('05132', '05232'), ('',))
    """
    two = re.fullmatch(r"(\d\d)(\d)/(\d)(\d\d)", key)
    if two:
        return two[1] + two[2] + two[4], two[1] + two[3] + two[4]
    return (key.zfill(5),) if key.isdecimal() else ("",)


def _plain(number: Decimal) -> str:
    """A number without zeros at its end.

    >>> _plain(Decimal("139.9250")), _plain(Decimal(12768))
    ('139.925', '12768')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class Printed(NamedTuple):
    """A printed edition of the register."""

    file: str
    date: str
    """Of when it is: the day whose changes are in it."""
    names: dict[str, str]
    """The names of the municipalities by their keys."""
    inhabitants: dict[str, int]
    area_ha: dict[str, str]
    kreise: dict[str, str]
    """The names of the Kreise by their keys."""


def edition(file: Path) -> Printed:
    """What an edition of the register holds. Raises Unreadable if it is not of the form."""
    (_, cover), (_, sheet), *_ = _sheets(file)
    texts = " ".join(cell(one) for row in (*cover[:45], *sheet[:8]) for one in row)
    day = re.search(r"Gebietsstand:? (?:am )?(\d\d)\.(\d\d)\.(\d{4})", texts)
    if day is None:
        raise Unreadable(f"{file}: it names no Gebietsstand")
    names, inhabitants, areas, kreise = {}, {}, {}, {}
    for row in sheet:
        cells = [cell(one) for one in row]
        # Before 1994 there was no column of Textkennzeichen and no column of the Verband.
        old = len(cells) < 15
        land, region, kreis = cells[1:4] if old else cells[2:5]
        gemeinde, name, area, people = (*cells[4:6], *cells[9:11]) if old else (*cells[6:8], *cells[8:10])
        if cells[0] == "40":
            kreise[land + region + kreis] = name
        elif cells[0] == "60":
            key = land + region + kreis + gemeinde
            names[key] = name
            if people:
                inhabitants[key] = int(people)
            if area:
                areas[key] = _plain(Decimal(area) * 100)
    if not names:
        raise Unreadable(f"{file}: its second sheet has no municipalities (lines that begin with 60)")
    return Printed(file.name, "-".join(day.group(3, 2, 1)), names, inhabitants, areas, kreise)
