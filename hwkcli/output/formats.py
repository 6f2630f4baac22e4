"""The formats of an answer: what each is for, which module writes it, and the endings of the files that are in it."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from hwkcli.model import Text


class Format(StrEnum):
    """The formats of an answer."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    YAML = "yaml"
    MARKDOWN = "markdown"
    XLSX = "xlsx"
    HTML = "html"

    @property
    def for_readers(self) -> bool:
        """Whether it has headings, numbers and notes in the reader's language, instead of stable keys."""
        return ABOUT[self].for_readers

    @property
    def binary(self) -> bool:
        """Whether it is no text."""
        return ABOUT[self].binary


class About(NamedTuple):
    """What there is to know of a format."""

    meaning: Text
    """What it is for, as `hwk help formats` says it."""
    endings: tuple[str, ...]
    module: str
    """The module of `hwkcli.output` that writes it, imported only for that."""
    function: str = "write"
    for_readers: bool = False
    binary: bool = False


ABOUT = {
    Format.TABLE: About(
        Text("zum Lesen: so breit wie das Terminal; .txt", "for reading: fits the width of the terminal; .txt"),
        (".txt",),
        "table",
        for_readers=True,
    ),
    Format.MARKDOWN: About(
        Text("zum Lesen, in Dokumenten; .md", "for reading, in documents; .md"),
        (".md", ".markdown"),
        "markdown",
        for_readers=True,
    ),
    Format.HTML: About(
        Text("zum Lesen, als Seite; .html", "for reading, as a page; .html"),
        (".html", ".htm"),
        "html",
        for_readers=True,
    ),
    Format.XLSX: About(
        Text(
            "eine Arbeitsmappe mit Zahlen als Zahlen, die Quellen auf einem eigenen Blatt; nur mit -o; .xlsx",
            "a spreadsheet with numbers as numbers, the sources on a sheet of their own; only with -o; .xlsx",
        ),
        (".xlsx",),
        "xlsx",
        for_readers=True,
        binary=True,
    ),
    Format.CSV: About(
        Text(
            "für Programme, mit Kommas getrennt; --excel: wie deutsches Excel es liest; .csv",
            "for programs, separated by commas; --excel: as German Excel reads it; .csv",
        ),
        (".csv",),
        "csv",
    ),
    Format.TSV: About(
        Text("für Programme, mit Tabulatoren getrennt; .tsv", "for programs, separated by tabs; .tsv"),
        (".tsv", ".tab"),
        "csv",
        "write_tabs",
    ),
    Format.JSON: About(
        Text("für Programme: eine Liste von Objekten; .json", "for programs: one list of objects; .json"),
        (".json",),
        "json",
    ),
    Format.JSONL: About(
        Text(
            "für Programme: ein Objekt je Zeile, jedes sofort geschrieben; .jsonl",
            "for programs: one object a line, each written as soon as it is known; .jsonl",
        ),
        (".jsonl", ".ndjson"),
        "json",
        "lines",
    ),
    Format.YAML: About(
        Text("für Programme und Menschen; .yaml", "for programs and people; .yaml"),
        (".yaml", ".yml"),
        "yaml",
    ),
}
"""All that is to be written of a format, but for the module that writes it."""

ENDINGS = {ending: form for form, about in ABOUT.items() for ending in about.endings}
"""The formats by the endings of files."""


def of_file(file: Path) -> Format | None:
    """The format that the ending of a file says; None if it says none."""
    return ENDINGS.get(file.suffix.lower())
