"""The formats of an answer, and the endings of the files that are written in them."""

from enum import StrEnum
from pathlib import Path


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
        return self in (Format.TABLE, Format.MARKDOWN, Format.XLSX, Format.HTML)

    @property
    def binary(self) -> bool:
        """Whether it is no text."""
        return self is Format.XLSX


ENDINGS = {
    ".txt": Format.TABLE,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".tab": Format.TSV,
    ".yaml": Format.YAML,
    ".yml": Format.YAML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".xlsx": Format.XLSX,
    ".html": Format.HTML,
    ".htm": Format.HTML,
}
"""The formats by the endings of files."""


def of_file(file: Path) -> Format | None:
    """The format that the ending of a file says; None if it says none."""
    return ENDINGS.get(file.suffix.lower())
