"""Where the annotated table goes: never over its input, aside first, then renamed."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from hwkcli.errors import BadFile, BadSetting
from hwkcli.matching.read.plain import chunks
from hwkcli.matching.read.source import Source
from hwkcli.streams import silence

FORMS = {
    ".csv": "csv",
    ".txt": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".xlsx": "xlsx",
}
"""The forms of files by their endings."""


class Target(NamedTuple):
    """Where the rows go, and how."""

    file: Path | None
    """None is standard output."""
    form: str
    packed: bool
    bom: bool
    delimiter: str


def target(file: Path | None, source: Source, form: str | None, bom: bool) -> Target:
    """Where and how to write. The form is that of the file's ending; on standard output, that of a text.

    Raises BadSetting for an ending that is none of a table.
    """
    if file is None or str(file) == "-":
        return Target(None, form or ("jsonl" if source.form == "jsonl" else "csv"), False, bom, source.delimiter)
    name = file.name.lower()
    packed = name.endswith(".gz")
    ending = Path(name.removesuffix(".gz")).suffix
    chosen = form or FORMS.get(ending)
    if chosen is None or (packed and chosen not in ("csv", "tsv", "jsonl")):
        endings = ".csv, .tsv, .parquet, .jsonl or .xlsx (.csv.gz, .jsonl.gz)"
        raise BadSetting(f"{file}: the ending says no form; give the file {endings}")
    if bom and chosen not in ("csv", "tsv"):
        raise BadSetting(f"{file}: --excel goes with CSV only")
    return Target(
        file, "csv" if chosen == "tsv" else chosen, packed, bom, "\t" if chosen == "tsv" else source.delimiter
    )


def guard(file: Path, inputs: "list[Path]", force: bool) -> None:
    """Refuse to write over an input, also by way of a link, and over any other file unless that is forced.

    Raises BadSetting.
    """
    for one in inputs:
        if file.resolve() == one.resolve() or (file.exists() and one.exists() and file.samefile(one)):
            raise BadSetting(f"{file}: this is the input; choose another file")
    if any(str(one) == "-" for one in inputs) and _is_stdin(file):
        raise BadSetting(f"{file}: this is the input; choose another file")
    if (file.is_file() or file.is_dir()) and not force:
        raise BadSetting(f"{file} exists; choose another file, or write over it with --force")


def _is_stdin(file: Path) -> bool:
    """Whether a file is what standard input reads."""
    with suppress(OSError, ValueError, AttributeError):
        return os.path.samestat(file.stat(), os.fstat(sys.stdin.fileno()))
    return False


@contextmanager
def aside(file: Path | None, folder: Path) -> Iterator[Path]:
    """A file to write to, which then takes the place of another at once; for standard output, its bytes go there.

    Nothing is left where that does not succeed. Raises BadFile if the system refuses.
    """
    shown = "standard output" if file is None else str(file)
    import polars as pl

    home = folder if file is None else file.resolve().parent
    part = home / f".hwk-{os.urandom(6).hex()}.part"
    try:
        part.touch(exist_ok=False)
        yield part
        if file is None:
            _to_stdout(part)
        elif file.exists() and not file.is_file():
            with file.open("wb") as out:
                for piece in chunks(part):
                    out.write(piece)
        else:
            if file.exists():
                part.chmod(stat.S_IMODE(file.stat().st_mode))
            part.replace(file.resolve())
    except OSError as error:
        raise BadFile(f"{shown}: {error.strerror or error}; choose another file, or free some space") from None
    except pl.exceptions.ComputeError as error:
        if "os error" not in str(error):
            raise
        reason = str(error).partition("\n")[0]
        raise BadFile(f"{shown}: {reason}; choose another file, or free some space") from None
    finally:
        _remove(part)


def _remove(part: Path) -> None:
    """Remove a file; an interrupt that comes in between is not lost on the caller, who has one already."""
    for _ in range(3):
        with suppress(KeyboardInterrupt, OSError):
            part.unlink(missing_ok=True)
            return


def _to_stdout(part: Path) -> None:
    if sys.stdout is None:
        raise BadFile("standard output: it is closed; give a file with --output")
    try:
        sys.stdout.flush()
        for piece in chunks(part):
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        silence(sys.stdout)
    except OSError:
        silence(sys.stdout)
        raise
