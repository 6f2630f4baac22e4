"""Write an export to where it is asked for, in the form of the ending: whole, or not at all."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from hwkcli.errors import BadSetting, Message, alternatives, quoted
from hwkcli.export import folder
from hwkcli.export.about import About, about
from hwkcli.export.content import Content
from hwkcli.export.folder import Form
from hwkcli.export.tables import TABLES, named
from hwkcli.failures import told
from hwkcli.gazetteer.geography.extent import Area
from hwkcli.gazetteer.geography.units import LEVELS, Level
from hwkcli.language import Language
from hwkcli.whole_files import whole

_ENDINGS = alternatives((".sqlite", ".gpkg", ".geojson", ".topojson", ".parquet", ".csv"))
_ADVICE = Message("choose another file, or free some space")


class Task(NamedTuple):
    """What is to be written."""

    target: Path
    area: Area
    table: str | None
    """The table of a file that holds only one; else that of the file's name."""
    form: Form | None
    """The form of the tables in a folder."""
    force: bool
    lang: Language


def export(task: Task) -> Message:
    """Write it, and say in a line what was written. Raises BadSetting for an ending that says no form, a table that
    does not exist, or a file that exists, and BadFile if the system refuses."""
    ending = task.target.suffix.lower()
    if str(task.target) == "-":
        poured = "an export does not go to standard output; give a folder, or a file that ends in {endings}"
        raise BadSetting(poured, endings=_ENDINGS)
    if task.target.is_dir() or not ending:
        return _folder(task)
    if ending not in _FILES:
        formless = "{file}: the ending says no format; give a folder, or a file that ends in {endings}"
        raise BadSetting(formless, file=task.target, endings=_ENDINGS)
    if task.form is not None:
        raise BadSetting("--format goes with a folder; the ending of a file says its format")
    return _FILES[ending](task)


def _folder(task: Task) -> Message:
    if task.table is not None:
        all_there = "--table goes with a file of one table; {folder} is a folder, which has them all"
        raise BadSetting(all_there, folder=task.target)
    form = task.form or "csv"
    content = Content(task.area)
    said = about(content, task.lang, boundaries=form == "parquet")
    names = folder.files(form)
    with told(str(task.target), _ADVICE):
        new = not task.target.exists()
        task.target.mkdir(exist_ok=True)
        try:
            with whole(*(task.target / name for name in names), force=task.force) as parts:
                folder.write(dict(zip(names, parts, strict=True)), content, said, form, task.lang)
        except BaseException:
            if new:
                # Another run may have put its files there.
                with suppress(OSError):
                    task.target.rmdir()
            raise
    return Message(
        "{folder}: {number} tables as {form}, {package} and {readme}",
        folder=task.target,
        number=len(TABLES),
        form="CSV" if form == "csv" else "Parquet",
        package=folder.PACKAGE,
        readme=folder.README,
    )


def _sqlite(task: Task) -> Message:
    from hwkcli.export import sqlite

    _no_table(task)
    content = Content(task.area)
    said = about(content, task.lang, boundaries=False)
    beside = task.target.with_suffix(".metadata.json")
    with told(str(task.target), _ADVICE), whole(task.target, beside, force=task.force) as (part, more):
        sqlite.write(part, content, said)
        more.write_text(sqlite.metadata(said, task.target.stem, task.lang), encoding="utf-8")
    to_see = "{file}: {number} tables; to look at them: datasette {file} --metadata {beside}"
    return Message(to_see, file=task.target, number=len(TABLES), beside=beside)


def _geopackage(task: Task) -> Message:
    from hwkcli.export import geopackage

    _no_table(task)
    content = Content(task.area)
    with told(str(task.target), _ADVICE), whole(task.target, force=task.force) as (part,):
        geopackage.write(part, content, about(content, task.lang, boundaries=True), task.lang)
    return Message("{file}: the layers {names}", file=task.target, names=", ".join(LEVELS))


def _geojson(task: Task) -> Message:
    from hwkcli.export import geojson
    from hwkcli.export.features import features

    level = _level(task)
    content = Content(task.area)
    found = features(level, task.area)
    _put(task, geojson.collection(found, about(content, task.lang, boundaries=True)))
    others = alternatives([f"--table {other}" for other in LEVELS if other != level])
    made = "{file}: {level} ({number:,}); {others} for the others"
    return Message(made, file=task.target, number=len(found), level=level, others=others)


def _topojson(task: Task) -> Message:
    from hwkcli.export import topojson

    _no_table(task)
    _put(task, topojson.topology(task.area, about(Content(task.area), task.lang, boundaries=True)))
    return Message("{file}: the objects {names}", file=task.target, names=", ".join(LEVELS))


def _parquet(task: Task) -> Message:
    from hwkcli.export import parquet

    table = named(_table(task))
    content = Content(task.area)
    with told(str(task.target), _ADVICE), whole(task.target, force=task.force) as (part,):
        parquet.write_table(part, table, content, about(content, task.lang, table.name in LEVELS), task.lang)
    return Message("{file}: the table {name}", file=task.target, name=table.name)


def _csv(task: Task) -> Message:
    table = named(_table(task))
    content = Content(task.area)
    _put(task, folder.as_csv(table, content))
    said: About = about(content, task.lang, boundaries=False)
    made = "{file}: the table {name}; name the sources: {sources}"
    return Message(made, file=task.target, name=table.name, sources=said.attribution)


def _put(task: Task, content: str | bytes) -> None:
    from hwkcli.whole_files import to_file

    to_file(content, task.target, force=task.force)


def _table(task: Task) -> str:
    """The table that is asked for, or that the file is named after."""
    names = [table.name for table in TABLES]
    name = task.table or task.target.stem
    if name not in names:
        raise BadSetting(
            "no table {name}; give --table with one of {names}"
            if task.table
            else "{file} is named after no table; give --table with one of {names}",
            name=quoted(name),
            file=task.target,
            names=", ".join(names),
        )
    return name


def _level(task: Task) -> Level:
    """The level that is asked for, or that the file is named after; the chambers for any other name."""
    name = task.table or task.target.stem
    for level in LEVELS:
        if level == name:
            return level
    if task.table:
        unbound = "no boundaries of {name}; give --table with one of {names}"
        raise BadSetting(unbound, name=quoted(name), names=", ".join(LEVELS))
    return "chambers"


def _no_table(task: Task) -> None:
    if task.table is not None:
        raise BadSetting("--table goes with a file of one table; {file} has them all", file=task.target)


_FILES: dict[str, Callable[[Task], Message]] = {
    ".sqlite": _sqlite,
    ".sqlite3": _sqlite,
    ".db": _sqlite,
    ".gpkg": _geopackage,
    ".geojson": _geojson,
    ".topojson": _topojson,
    ".parquet": _parquet,
    ".csv": _csv,
}
