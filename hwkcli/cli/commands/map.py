"""Districts as a map, on the terminal or as a picture."""

import os
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from hwkcli import streams
from hwkcli.cli import completion
from hwkcli.cli.lazy import say
from hwkcli.cli.options import ChamberOption, FormatOption, JsonOption, LandOption, LangOption, answer_as
from hwkcli.errors import NotFound
from hwkcli.gazetteer import areas, units
from hwkcli.gazetteer.areas import Area, Spot
from hwkcli.gazetteer.units import Unit
from hwkcli.language import Language, language
from hwkcli.output.render import Format, medium
from hwkcli.views import map as views
from hwkcli.views import map_units, map_values
from hwkcli.views.map_values import Values


def map(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PLACE]",
            help="A place to mark; without an area, in the district of its chamber.",
            autocompletion=completion.places,
        ),
    ] = None,
    chamber: ChamberOption = None,
    land: LandOption = None,
    kreis: Annotated[
        str | None, typer.Option("--kreis", metavar="KREIS", help="A Kreis.", autocompletion=completion.all_kreise)
    ] = None,
    by: Annotated[
        Literal["chambers", "kreise", "municipalities"] | None, typer.Option("--by", help="Of what it is made.")
    ] = None,
    metric: Annotated[
        str | None,
        typer.Option(
            "--values",
            metavar="METRIC",
            help="Colour it by population, or by a figure; hwk stats --list names them.",
            autocompletion=completion.metrics,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Draw it into a .svg, .png, .pdf or .geojson."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that exists.")] = False,
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Chambers, Kreise and municipalities on a map.

    All chambers, or the district of one, a Land, or a Kreis. On the terminal it is drawn in signs, with --output into a
    file. Other formats than table list what is on it.
    """
    answer = answer_as(form, as_json, None, lang)
    spot = areas.spot(" ".join(words)) if words else None
    if spot and spot.swapped:
        say(f"read as latitude {spot.latitude}, longitude {spot.longitude}: the longitude was written first")
    area = _area(chamber, land, kreis, metric, spot)
    level = by or ("kreise" if metric and area.kind == "germany" else units.USUAL[area.kind])
    # A Kreis of several chambers is divided between them, but has its figures as a whole.
    made = units.units(level, area, divided=metric is None)
    speech = language(lang, os.environ)
    if output is not None and str(output) != "-":
        _draw(output, force, area, made, spot, metric, speech)
    elif answer.form is Format.TABLE:
        from hwkcli.output.map_terminal import terminal

        drawn = views.chart(area, made, speech, spot, _values(metric, made, speech))
        streams.to_stdout(terminal(drawn, medium(sys.stdout)))
    else:
        answer.give(map_units.listed(made, _values(metric, made, answer.lang), answer.lang))


def _area(chamber: str | None, land: str | None, kreis: str | None, metric: str | None, spot: Spot | None) -> Area:
    """What the map is of: the area that is named; around a place, the district of its chamber; for figures, the
    district that has some; else Germany. Raises NotFound if the place does not lie in the area."""
    area = areas.chosen(chamber, land, kreis)
    if area.kind != "germany":
        if spot and not any(area.holds(ags) for ags in spot.near):
            raise NotFound(f"{spot.name} does not lie in the area of the map ({area.name}); leave one of them out")
        return area
    if spot:
        return areas.around(spot)
    return area if metric in (None, map_values.POPULATION) else areas.of_district()


def _values(metric: str | None, made: dict[str, Unit], lang: Language) -> Values | None:
    if metric is None:
        return None
    if metric == map_values.POPULATION:
        return map_values.population(made, lang)
    from hwkcli.figures.timeline import Figures
    from hwkcli.files import load

    district = load.district()
    return map_values.figures(Figures(district, load.history(district)), metric, made, lang)


def _draw(
    file: Path, force: bool, area: Area, made: dict[str, Unit], spot: Spot | None, metric: str | None, lang: Language
) -> None:
    """Draw the map into a file. Raises BadSetting and BadFile."""
    values = _values(metric, made, lang)
    if file.suffix.lower() == ".geojson":
        from hwkcli.export import about, content, features, geojson

        said = about.about(content.Content(area), lang, boundaries=True)
        named = metric or ""
        more = {key: {named: value, "as_of": values.as_of} for key, value in values.by_key.items()} if values else {}
        streams.to_file(geojson.collection(features.of_units(made), said, more), file, force=force)
        return
    from hwkcli.output.map_picture import picture

    streams.to_file(picture(views.chart(area, made, lang, spot, values), file), file, force=force)
