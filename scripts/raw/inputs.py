"""The raw files that `sources.yaml` names, in the folder that the command is given."""

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

from hwkcli.model import Source

SUMS = "SHA256SUMS"
"""The file with the SHA-256 of each raw file, in the form of `sha256sum`."""


def find(folder: Path, sources: Iterable[Source]) -> dict[str, Path]:
    """The raw files by what `sources.yaml` calls them: the end of their paths, anywhere in the folder. Exits with a
    line if one is missing, or stands there in several forms."""
    if not folder.is_dir():
        sys.exit(f"{folder}: no such folder; give the folder of the raw files")
    found = {}
    for name in dict.fromkeys(one.file for one in sources if one.file):
        files = sorted(file for file in folder.rglob(name) if file.is_file())
        if not files:
            sys.exit(f"{folder}: there is no {name}, which data/germany/sources.yaml names; put it there")
        if len({digest(file) for file in files}) > 1:
            sys.exit(f"{folder}: there are several {name} that differ: {', '.join(map(str, files))}; leave one")
        found[name] = files[0]
    return found


def digest(file: Path) -> str:
    """The SHA-256 of a file."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def sums(files: dict[str, Path]) -> str:
    """The text of `SHA256SUMS`, in the order of the names."""
    return "".join(f"{digest(files[name])}  {name}\n" for name in sorted(files))
