"""Where the annotated table goes, and in which form."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hwkcli.errors import BadSetting, Message, alternatives

if TYPE_CHECKING:
    from hwkcli.matching.read.source import Source

FORMS = {
    ".csv": "csv",
    ".txt": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".geojson": "geojson",
    ".xlsx": "xlsx",
    ".xlsm": "xlsm",
}
"""The forms of files by their endings."""
_PACKED = ("csv", "tsv", "json", "jsonl")


class Target(NamedTuple):
    """Where the rows go, and how."""

    file: Path | None
    """None is standard output."""
    form: str
    """`csv`, `parquet`, `json`, `jsonl`, `geojson`, `xlsx` or `xlsm`; on a terminal `table`."""
    packed: bool
    excel: bool
    """Whether CSV is written for Excel: with a mark of its encoding, and without cells that it would compute."""
    delimiter: str

    @property
    def shown(self) -> str:
        """Its name for a reader."""
        return Message("standard output") if self.file is None else str(self.file)


def on_stdout(file: Path | None) -> bool:
    """Whether a file stands for standard output."""
    return file is None or str(file) == "-"


def form_of(file: Path) -> tuple[str | None, bool]:
    """The form that the ending of a file says, None if it says none; and whether the file is to be packed."""
    name = file.name.lower()
    packed = name.endswith(".gz")
    form = FORMS.get(Path(name.removesuffix(".gz")).suffix)
    return (None if packed and form not in _PACKED else form), packed


def check(file: Path, form: str | None, excel: bool) -> None:
    """Raises BadSetting for an ending that is none of a table, or another than the form that is asked for."""
    ending, _ = form_of(file)
    if ending is None:
        formless = "{file}: the ending says no format; give the file {endings} (also .csv.gz, .jsonl.gz)"
        endings = alternatives((".csv", ".tsv", ".parquet", ".json", ".jsonl", ".geojson", ".xlsx"))
        raise BadSetting(formless, file=file, endings=endings)
    if form is not None and form != ending:
        other = "{file}: the ending says {ending}, --format says {form}; say one of them"
        raise BadSetting(other, file=file, ending=ending, form=form)
    if excel and ending not in ("csv", "tsv"):
        raise BadSetting("{file}: --excel goes with CSV only", file=file)


def target(file: Path | None, source: "Source", form: str | None, excel: bool) -> Target:
    """Where and how to write. The form is that of the file's ending; on standard output the one that is asked for, else
    that of the input, if it is a text; on a terminal, a table. Raises BadSetting for .xlsm from another workbook."""
    if file is None or str(file) == "-":
        usual = source.form if source.form in ("json", "jsonl") else "csv"
        if form is None and not excel and file is None and sys.stdout is not None and sys.stdout.isatty():
            usual = "table"
        chosen, packed, file = form or usual, False, None
        if chosen in ("parquet", "xlsx") and sys.stdout is not None and sys.stdout.isatty():
            unseen = "standard output: a terminal does not show {form}; give a file with --output"
            raise BadSetting(unseen, form=chosen)
    else:
        ending, packed = form_of(file)
        chosen = ending or "csv"
    delimiter = "\t" if chosen == "tsv" else source.delimiter
    return Target(file, "csv" if chosen == "tsv" else chosen, packed, excel, delimiter)
