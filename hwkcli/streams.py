"""Bring the text of an answer to its place: standard output, or a file that is whole or not there at all."""

import os
import stat
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from hwkcli.errors import BadFile


def to_stdout(text: str) -> None:
    """Write to standard output. A reader that has gone (`head`) is no error; a full disk is."""
    if sys.stdout is None:
        raise BadFile("standard output: it is closed; give a file with --output")
    try:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        silence(sys.stdout)
    except OSError as error:
        silence(sys.stdout)
        raise BadFile(f"standard output: {error.strerror}; free some space or write elsewhere") from None


def silence(stream: TextIO) -> None:
    """Let what Python still holds back for a stream go nowhere, so that its exit does not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def to_file(content: str | bytes, path: Path) -> None:
    """Write a file, text as UTF-8: aside first, then renamed. A device or a pipe is written to as it is.

    Raises BadFile if the system refuses; the file that was there is then as it was.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    try:
        with suppress(FileNotFoundError):
            path.stat()  # which tells of links in a circle
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                stream.write(data)
        else:
            _replace(data, path.resolve())
    except (OSError, ValueError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BadFile(f"{path}: {reason}; choose another file") from None


def _replace(data: bytes, target: Path) -> None:
    aside = target.parent / f".hwk-{os.urandom(6).hex()}.part"
    try:
        with aside.open("xb") as stream:
            stream.write(data)
        if target.exists():
            aside.chmod(stat.S_IMODE(target.stat().st_mode))
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
