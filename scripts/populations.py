"""Write the block `populations` of `data/figures.yaml` from editions of the Gemeindeverzeichnis.

    python scripts/populations.py 31122017_Auszug_GV.xlsx 31122021_Auszug_GV.xlsx AuszugGV4Q.xlsx

The files are those of the Statistisches Bundesamt (all municipalities, Auszug). Of each it takes the population of
the district's municipalities and the day that the header names; nothing is added up.
"""

import re
import sys
from pathlib import Path

from hwkcli.files import load

SOURCE = "gemeindeverzeichnis"


def populations(file: Path, names: dict[str, str]) -> tuple[str, list[tuple[str, int]]]:
    """The day and the inhabitants of the municipalities whose AGS have names, in their order."""
    from python_calamine import CalamineWorkbook

    sheet = CalamineWorkbook.from_path(file).get_sheet_by_index(1).to_python()
    column = next((at for row in sheet[:8] for at, cell in enumerate(row) if str(cell).startswith("Bevölkerung")), None)
    days = [] if column is None else [re.search(r"(\d\d)\.(\d\d)\.(\d{4})", str(row[column])) for row in sheet[:8]]
    day = next(filter(None, days), None)
    if column is None or day is None:
        sys.exit(f"{file}: the header names no population, or not its date")
    found = {}
    for row in sheet:
        kind, _, land, region, kreis, _, town = (str(cell).strip().removesuffix(".0") for cell in row[:7])
        ags = land + region + kreis + town
        if kind == "60" and ags in names:
            found[ags] = int(float(str(row[column])))
    if missing := [name for ags, name in names.items() if ags not in found]:
        sys.exit(f"{file}: no line for {', '.join(missing)}")
    return "-".join(day.group(3, 2, 1)), [(ags, found[ags]) for ags in names]


def block(files: list[Path]) -> str:
    """The block as YAML. Its sources are named after the year of the register, to be adjusted by hand."""
    names = {town.ags: town.name for kreis in load.district().kreise for town in kreis.municipalities}
    lines = ["populations:"]
    for file in files:
        day, counted = populations(file, names)
        lines += [f'- as_of: "{day}"', "  series: projection", f"  source: {SOURCE}_{day[:4]}", "  values:"]
        lines += [f'  - {{town: "{ags}", value: {value}}} # {names[ags]}' for ags, value in counted]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(block([Path(name) for name in sys.argv[1:]]))
