"""The Gemeindeverzeichnis of the Statistisches Bundesamt: all Länder, Kreise and municipalities of a day."""

import re
import sys
from pathlib import Path
from typing import NamedTuple

from hwkcli.files.tables import (
    GEMEINDE_TYPES,
    KREIS_TYPES,
    VERBAND_TYPES,
    Gemeinde,
    Kreis,
    Land,
    Regierungsbezirk,
    Verband,
)


class Register(NamedTuple):
    """What the workbook holds: the day that it is of, the day of its areas, and the rows."""

    status: str
    counted: str
    laender: list[Land]
    regierungsbezirke: list[Regierungsbezirk]
    kreise: list[Kreis]
    verbaende: list[Verband]
    gemeinden: list[Gemeinde]


def _number(cell: str, places: int) -> str:
    """A number of the register as text; empty for an empty cell."""
    return "" if cell == "" else f"{float(cell.replace(',', '.')):.{places}f}"


def read(file: Path) -> Register:
    """What the register's workbook holds. Its lines begin with their kind: 10 a Land, 20 a Regierungsbezirk, 40 a
    Kreis, 50 a Verband, 60 a municipality. The population stays empty: the register's own still rests on the Zensus
    2011. Exits with a line if it is no such workbook."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_path(file)
        cover, sheet = (workbook.get_sheet_by_index(index).to_python() for index in (0, 1))
    except (CalamineError, OSError) as error:
        sys.exit(f"{file}: {error}; give the workbook of the Gemeindeverzeichnis (.xlsx)")
    status = re.search(
        r"Gebietsstand: (\d\d)\.(\d\d)\.(\d{4}) \((\d)\. Quartal\)", " ".join(str(row[0]) for row in cover if row)
    )
    head = " ".join(str(cell) for row in sheet[:8] for cell in row)
    counted = re.search(r"am (\d\d)\.(\d\d)\.(\d{4}) \(Jahr\)", head)
    if status is None or counted is None:
        sys.exit(f"{file}: the cover names no Gebietsstand, or the header no date of the population")
    found = Register("-".join(status.group(3, 2, 1)), "-".join(counted.group(3, 2, 1)), [], [], [], [], [])
    for at, row in enumerate(sheet, 1):
        try:
            _line([str(cell).strip() for cell in row], found)
        except (ValueError, KeyError, IndexError) as error:
            sys.exit(f"{file}: line {at} of the second sheet is no line of the register ({error!r})")
    return found


def _line(cells: list[str], found: Register) -> None:
    """Put what a line is about into its list. Raises ValueError, KeyError and IndexError for an odd one."""
    kind, mark, land, region, kreis, verband, gemeinde, name = cells[:8]
    if kind == "10":
        found.laender.append(Land(land, name))
    elif kind == "20":
        found.regierungsbezirke.append(Regierungsbezirk(land + region, name))
    elif kind == "40":
        found.kreise.append(Kreis(land + region + kreis, name, KREIS_TYPES[int(mark) - 41], "", ""))
    elif kind == "50" and mark in VERBAND_TYPES:
        found.verbaende.append(Verband(land + region + kreis + verband, name, VERBAND_TYPES[mark]))
    elif kind == "60":
        ags, ars = land + region + kreis + gemeinde, land + region + kreis + verband + gemeinde
        postal, longitude, latitude = (cell.replace(",", ".") for cell in cells[13:16])
        if latitude == longitude == "0":
            latitude = longitude = ""  # the common territory with Luxembourg has no position
        area = _number(cells[8], 2)
        found.gemeinden.append(Gemeinde(ags, ars, name, GEMEINDE_TYPES[mark], area, "", postal, latitude, longitude))
