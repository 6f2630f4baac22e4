"""The documents, and what stands in them: fenced blocks, and parts that are generated."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
_FENCE = re.compile(
    r"^(?P<before>[^\n]*)\n(?P<fence>```+)(?P<info>[^\n`]*)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)
_NOT_RUN = re.compile(r"<!-- not run: (?P<why>.+) -->")


class Block(NamedTuple):
    """A fenced block of a document."""

    page: str
    line: int
    language: str
    name: str
    """The file that a reader puts the block into; empty for most."""
    text: str
    not_run: str
    """Why it is not run; empty for most."""


def documents() -> list[Path]:
    """All documents, the front page first."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("**/*.md"))]


def blocks(file: Path) -> Iterator[Block]:
    """The fenced blocks of a document."""
    text = "\n" + file.read_text(encoding="utf-8")
    for match in _FENCE.finditer(text):
        language, _, name = match["info"].strip().partition(" ")
        why = _NOT_RUN.search(match["before"])
        line = text.count("\n", 0, match.start("fence"))
        yield Block(file.relative_to(ROOT).as_posix(), line, language, name, match["text"], why["why"] if why else "")
