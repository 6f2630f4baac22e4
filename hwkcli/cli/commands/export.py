"""Everything behind the answers as open data."""

import os
from pathlib import Path
from typing import Annotated, Literal

import typer

from hwkcli.cli.conversation import say
from hwkcli.cli.options import AreaOfChamberOption, AreaOfKreisOption, AreaOfLandOption, LangOption
from hwkcli.gazetteer.geography import extent
from hwkcli.language import language


def export(
    target: Annotated[
        Path,
        typer.Argument(
            metavar="DIR|FILE",
            help="A folder for all tables, or a file: .sqlite, .gpkg, .geojson, .topojson, .parquet or .csv.",
        ),
    ],
    table: Annotated[
        str | None,
        typer.Option("--table", metavar="TABLE", help="Which table, for a file of one; else that of the file's name."),
    ] = None,
    form: Annotated[
        Literal["csv", "parquet"] | None,
        typer.Option("--format", "-f", help="The format of the tables in a folder; else CSV."),
    ] = None,
    chamber: AreaOfChamberOption = None,
    land: AreaOfLandOption = None,
    kreis: AreaOfKreisOption = None,
    force: Annotated[bool, typer.Option("--force", help="Write over files that exist.")] = False,
    lang: LangOption = None,
) -> None:
    """All tables and boundaries as open data.

    A folder has CSV (or Parquet) with a datapackage.json; a SQLite file is made for Datasette; .gpkg, .geojson and
    .topojson have the boundaries of chambers, Kreise and municipalities. With --chamber, --land or --kreis, a part.
    """
    from hwkcli.export.write import Task, export

    area = extent.chosen(chamber, land, kreis)
    say(export(Task(target, area, table, form, force, language(lang, os.environ))))
