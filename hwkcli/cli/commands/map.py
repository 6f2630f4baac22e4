"""Districts as a map, on the terminal or as a picture."""

from pathlib import Path
from typing import Annotated, cast

import typer

from hwkcli.cli import completion
from hwkcli.cli.conversation import say
from hwkcli.cli.options import AreaOfChamberOption, AreaOfKreisOption, AreaOfLandOption, choice_option
from hwkcli.cli.reply import Reply, replying
from hwkcli.errors import Ambiguous, NotFound, quoted, typed
from hwkcli.gazetteer import chamber_names
from hwkcli.gazetteer.find import shipped
from hwkcli.gazetteer.geography import extent, units
from hwkcli.gazetteer.geography.coordinates import turned
from hwkcli.gazetteer.geography.extent import Area, Spot
from hwkcli.gazetteer.geography.units import Level, Unit
from hwkcli.language import Language, names
from hwkcli.output.formats import Format
from hwkcli.views import map as views
from hwkcli.views import map_units, map_values
from hwkcli.views.map_values import Values
from hwkcli.whole_files import to_file

UNITS: dict[Level, tuple[str, ...]] = {
    "chambers": (*names("chambers"), "Kammern"),
    "kreise": names("kreise"),
    "municipalities": names("municipalities"),
}
"""What a map can be made of, with the names in both languages."""


@replying
def map(
    reply: Reply,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PLACE]",
            help="A place to mark; without an area, in the district of its chamber.",
            autocompletion=completion.places,
        ),
    ] = None,
    chamber: AreaOfChamberOption = None,
    land: AreaOfLandOption = None,
    kreis: AreaOfKreisOption = None,
    by: Annotated[
        str | None,
        choice_option(
            "--by",
            metavar="UNITS",
            choices=UNITS,
            help="Made of these: chambers, kreise or municipalities.",
        ),
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
) -> None:
    """Chambers, Kreise and municipalities on a map.

    All chambers, or the district of one, a Land, or a Kreis. On the terminal it is drawn in signs, with -o into a .svg,
    .png, .pdf or .geojson. Other formats than table list what is on it.
    """
    spot = _marked(" ".join(words)) if words else None
    if spot and spot.swapped:
        say(turned(spot.latitude, spot.longitude))
    area = _area(chamber, land, kreis, metric, spot)
    usual: Level = "kreise" if metric and area.kind == "germany" else units.USUAL[area.kind]
    level = cast("Level | None", by) or usual
    # A Kreis of several chambers is divided between them, but has its figures as a whole.
    made = units.units(level, area, divided=metric is None)
    speech = reply.spoken
    if reply.unclear and reply.file is not None:
        _draw(reply.file, reply.force, area, made, spot, metric, speech)
    elif reply.form is Format.TABLE:
        from hwkcli.output.maps.terminal import terminal

        drawn = views.chart(area, made, speech, spot, _values(metric, made, speech))
        reply.write(terminal(drawn, reply.medium))
    else:
        reply.give(map_units.listed(area, made, _values(metric, made, reply.lang), reply.lang))


def _marked(word: str) -> Spot:
    """The place to mark. Raises what `extent.spot` raises; for what is an area, with the option that maps it."""
    try:
        return extent.spot(word)
    except (Ambiguous, NotFound):
        known = shipped().resolver.known
        hits = (*known.laender(word), *(hit for hit in known.kreise(word) if hit.place.kind == "kreis"))
        regions = {hit.place.name: hit.place for hit in hits}
        if named := chamber_names.named_chamber(word):
            option, name = "--chamber", named.short_name.removeprefix("HWK ")
        elif len(regions) == 1:
            ((name, place),) = regions.items()
            option = "--land" if name == place.land else "--kreis"
        else:
            raise
        area = "{word} is no place to be marked; for a map of it: hwk map {option} {name}"
        raise NotFound(area, word=quoted(word), option=option, name=typed(name)) from None


def _area(chamber: str | None, land: str | None, kreis: str | None, metric: str | None, spot: Spot | None) -> Area:
    """What the map is of: the area that is named; around a place, the district of its chamber; for figures, the
    district that has some; else Germany. Raises NotFound if the place does not lie in the area."""
    area = extent.chosen(chamber, land, kreis)
    if area.kind != "germany":
        if spot and not any(area.holds(ags) for ags in spot.near):
            outside = "{place} does not lie in the area of the map ({area}); leave one of them out"
            raise NotFound(outside, place=spot.name, area=area.name)
        return area
    if spot:
        return extent.around(spot)
    return area if metric in (None, map_values.POPULATION) else extent.of_district()


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
        to_file(geojson.collection(features.of_units(made), said, more), file, force=force)
        return
    from hwkcli.output.maps.picture import picture

    to_file(picture(views.chart(area, made, lang, spot, values), file), file, force=force)
