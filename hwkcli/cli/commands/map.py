"""Districts as a map, on the terminal or as a picture."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import typer

from hwkcli.cli import completion
from hwkcli.cli.lazy import say
from hwkcli.cli.options import ChamberOption, FormatOption, JsonOption, LandOption, LangOption, answer_as
from hwkcli.errors import BadSetting, NotFound
from hwkcli.gazetteer import areas, units
from hwkcli.gazetteer.areas import Area, Spot
from hwkcli.gazetteer.units import Level, Unit
from hwkcli.language import Language
from hwkcli.output.render import Format, medium
from hwkcli.views.map import chart
from hwkcli.views.map_values import POPULATION, Values

_LEVELS: Mapping[str, Level] = {"germany": "chambers", "land": "kreise", "chamber": "kreise", "kreis": "municipalities"}
"""Of what the map of an area is made, unless --by says otherwise."""


def map(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PLACE]",
            help="A place to mark, in its chamber's district unless an area is named.",
            autocompletion=completion.places,
        ),
    ] = None,
    chamber: ChamberOption = None,
    land: LandOption = None,
    kreis: Annotated[
        str | None,
        typer.Option("--kreis", metavar="KREIS", help="A Kreis.", autocompletion=completion.all_kreise),
    ] = None,
    by: Annotated[
        Literal["chambers", "kreise", "municipalities"] | None, typer.Option("--by", help="Of what it is made.")
    ] = None,
    values: Annotated[
        str | None,
        typer.Option(
            "--values",
            metavar="METRIC",
            help="Colour by population, or by a figure of the Kreise; hwk stats --list names them.",
            autocompletion=completion.metrics,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Draw it into a file: .svg, .png, .pdf (extra: plot) or .geojson."
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that exists.")] = False,
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """A map: all chambers, a chamber's district, a Land or a Kreis.

    On the terminal it is drawn in signs; with --output into a file. Formats other than table list what is on it.
    """
    answer = answer_as(form, as_json, None, lang)
    spot = areas.spot(" ".join(words)) if words else None
    if spot and spot.swapped:
        say(f"read as latitude {spot.latitude}, longitude {spot.longitude}: the longitude was written first")
    area = areas.chosen(chamber, land, kreis, around=spot)
    if values not in (None, POPULATION) and area.kind == "germany" and not words:
        area = areas.of_district()
    level = by or ("kreise" if values and area.kind == "germany" else _LEVELS[area.kind])
    # What several chambers share is coloured by chamber, but counted as a whole.
    made = units.units(level, area, divided=values is None)
