"""The keys of JSON, as the commands write them, and the codes that some of them have as values."""

import json
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from documents.commands import table
from documents.pages import ROOT
from hwkcli import model
from hwkcli.cli.app import app
from hwkcli.views.labels import meaning

QUESTIONS: dict[str, tuple[str, ...]] = {
    "`chamber`": ("chamber", "Kamen"),
    "`chambers`": ("chambers",),
    "`towns`": ("towns",),
    "`kreise`": ("kreise",),
    "`kreise --stats`": ("kreise", "--stats", "startups"),
    "`find`": ("find", "Kamen"),
    "`show`, a municipality": ("show", "Ense"),
    "`show`, a locality": ("show", "Annen"),
    "`show`, a Kreis": ("show", "05978"),
    "`show`, a Land": ("show", "Hessen"),
    "`show`, a chamber": ("show", "HWK Schwerin"),
    "`history`": ("history", "Wattenscheid"),
    "`history --on`": ("history", "05978020", "--on", "1970-01-01"),
    "`history --crosswalk`": ("history", "--crosswalk", "2020-12-31"),
    "`near`": ("near", "Kamen"),
    "`map`": ("map", "--kreis", "Unna"),
    "`stats`": ("stats",),
    "`stats METRIC`": ("stats", "startups"),
    "`stats METRIC --history`": ("stats", "startups", "--history"),
    "`stats METRIC --compare`": ("stats", "businesses", "--compare", "population"),
    "`stats KREIS`": ("stats", "Unna"),
    "`stats --list`": ("stats", "--list"),
    "`contact`": ("contact",),
    "`contact --list`": ("contact", "--list"),
    "`cooperation`": ("cooperation",),
    "`sources`": ("sources",),
    "`check`": ("check",),
    "`match --report`": ("match", "docs/firmen.csv", "-o", "FILE", "--report"),
}
"""What is asked, to see what a command writes."""


@cache
def of_commands() -> str:
    """The keys of each command, in their order."""
    return table(("command", "keys"), [(name, _keys(records(words))) for name, words in QUESTIONS.items()])


def records(words: Sequence[str]) -> list[dict[str, Any]]:
    """What a command answers as JSON; `check` about a file with a fault."""
    with tempfile.TemporaryDirectory() as folder:
        given = None
        called = [str(Path(folder) / "table.csv") if one == "FILE" else one for one in words]
        called = [str(ROOT / one) if one.startswith("docs/") else one for one in called]
        if words == ("check",):
            called.append("-")
            given = "chamber: none\n"
        result = CliRunner().invoke(app, [*called, "--json"], input=given, prog_name="hwk")
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def _keys(found: Sequence[dict[str, Any]]) -> str:
    """The keys of records, with those of what is nested in them."""
    named = []
    for key in found[0]:
        inner = next((one[key][0] for one in found if one[key] and isinstance(one[key], list)), None)
        more = f" ({', '.join(f'`{one}`' for one in inner)})" if isinstance(inner, dict) else ""
        named.append(f"`{key}`{more}")
    return ", ".join(named)


def codes() -> str:
    """The codes of closed vocabularies, and how readers see them."""
    closed = (("basis", model.BASES), ("confidence", model.CONFIDENCES), ("how", model.HOWS), ("kind", model.KINDS))
    rows = [
        (f"`{key}`", f"`{code}`", meaning(key, code, "en"), meaning(key, code, "de"))
        for key, found in closed
        for code in found
    ]
    return table(("key", "code", "for readers", "für Leser"), rows)
