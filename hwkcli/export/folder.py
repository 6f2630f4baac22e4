"""The tables as a folder: CSV or Parquet, with a `datapackage.json` that describes them (Frictionless), a README."""

import hashlib
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from hwkcli.export.about import About
from hwkcli.export.as_json import indented
from hwkcli.export.content import Content
from hwkcli.export.table import Column, Table
from hwkcli.export.tables import TABLES, named
from hwkcli.language import Language, pick
from hwkcli.model import Text

Form = Literal["csv", "parquet"]

PACKAGE, README = "datapackage.json", "README.md"
_MEDIA = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
_TYPES = {"text": "string", "integer": "integer", "number": "number"}
_HEADINGS = (
    Text("Tabellen", "Tables"),
    Text("Nutzungsbedingungen", "Terms of use"),
    Text("So sind die Quellen zu nennen", "How the sources are to be named"),
)
_INTRODUCTION = Text(
    "`datapackage.json` beschreibt die Tabellen und ihre Spalten (Frictionless Data Package). Codes und Schlüssel sind "
    "Text: beim Öffnen in einer Tabellenkalkulation gehen sonst führende Nullen verloren.",
    "`datapackage.json` describes the tables and their columns (Frictionless Data Package). Codes and keys are text: "
    "a spreadsheet that takes them for numbers loses their leading zeros.",
)


def files(form: Form) -> tuple[str, ...]:
    """The names of the files in the folder, in the order in which they are written."""
    return (*(f"{table.name}.{form}" for table in TABLES), README, PACKAGE)


def write(parts: Mapping[str, Path], content: Content, said: About, form: Form, lang: Language) -> None:
    """Write the files, each to the path that is given for its name. Raises OSError, and BadSetting without Polars."""
    resources = []
    for table in TABLES:
        name = f"{table.name}.{form}"
        if form == "csv":
            data = as_csv(table, content)
            parts[name].write_bytes(data)
        else:
            from hwkcli.export.parquet import write_table

            write_table(parts[name], table, content, said, lang)
            data = parts[name].read_bytes()
        resources.append(_resource(table, form, data, lang))
    parts[README].write_text(_readme(said, form, lang), encoding="utf-8")
    parts[PACKAGE].write_text(indented(_package(said, resources)), encoding="utf-8")


def as_csv(table: Table, content: Content) -> bytes:
    """A table as CSV: UTF-8, comma, one line a row, nothing for what is unknown."""
    import csv

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows(table.rows(content))
    return out.getvalue().encode()


def _package(said: About, resources: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The description of the package."""
    licences = [
        {key: value for key, value in (("name", one.name), ("title", one.title), ("path", one.url)) if value}
        for one in said.licences
    ]
    sources = [
        {"title": f"{one.publisher}: {one.title}", **({"path": one.url} if one.url else {})} for one in said.sources
    ]
    return {
        "profile": "tabular-data-package",
        "name": said.name,
        "version": said.version,
        "title": said.title,
        "description": said.text,
        "attribution": said.attribution,
        "licenses": [one for one in licences if "name" in one or "path" in one],
        "sources": sources,
        "resources": list(resources),
    }


def _resource(table: Table, form: Form, data: bytes, lang: Language) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, table, lang) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.links:
        schema["foreignKeys"] = [
            {
                "fields": list(link.columns),
                "reference": {"resource": link.table, "fields": list(named(link.table).key)},
            }
            for link in table.links
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.{form}",
        "title": pick(table.title, lang),
        "description": pick(table.text, lang),
        "format": form,
        "mediatype": _MEDIA[form],
        **({"encoding": "utf-8"} if form == "csv" else {}),
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": schema,
    }


def _field(column: Column, table: Table, lang: Language) -> dict[str, Any]:
    required = {"constraints": {"required": True}} if column.name in table.key else {}
    return {
        "name": column.name,
        "type": _TYPES[column.kind],
        "description": pick(column.text, lang),
        **required,
    }


def _readme(said: About, form: Form, lang: Language) -> str:
    """The package in words."""
    tables, terms, naming = (pick(heading, lang) for heading in _HEADINGS)
    lines = [f"# {said.title}", "", said.text, "", pick(_INTRODUCTION, lang), "", f"## {tables}", ""]
    for table in TABLES:
        lines += [f"### {table.name}.{form}: {pick(table.title, lang)}", "", f"{pick(table.text, lang)}.", ""]
        lines += [f"- `{column.name}`: {pick(column.text, lang)}" for column in table.columns] + [""]
    lines += [f"## {terms}", "", *(f"- {one.title}{f' ({one.url})' if one.url else ''}" for one in said.licences), ""]
    lines += [f"## {naming}", "", *(f"- {one}" for one in said.attributions)]
    return "\n".join(lines) + "\n"
