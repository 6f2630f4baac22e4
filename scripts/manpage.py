"""Write the man pages, in English and German, from the help pages.

python scripts/manpage.py
A test runs it too, and fails if that would change them.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typer

from hwkcli import __version__
from hwkcli.cli import conversation, pages
from hwkcli.cli.app import app
from hwkcli.cli.examples import EXAMPLES
from hwkcli.cli.topics import TOPICS
from hwkcli.language import Language, translated

DOCS = Path(__file__).parent.parent / "docs"
FILES: dict[Language, Path] = {"en": DOCS / "hwk.1", "de": DOCS / "hwk.de.1"}
HEADINGS = {
    "en": ("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "COMMON OPTIONS", "Germany's chambers of crafts"),
    "de": (
        "NAME",
        "ÜBERSICHT",
        "BESCHREIBUNG",
        "BEFEHLE",
        "GEMEINSAME OPTIONEN",
        "die Handwerkskammern in Deutschland",
    ),
}


def roff(said: str) -> str:
    """Text without meaning for roff."""
    return re.sub(r"^([.'])", r"\\&\1", said.replace("\\", r"\e").replace("-", r"\-"))


def listed(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Names with what they mean."""
    for name, meaning in rows:
        yield from (".TP", rf"\fB{roff(name)}\fR", roff(meaning) or r"\&")


def manual(lang: Language) -> str:
    """The man page in a language."""
    # The pages are said in the language of the conversation.
    conversation.begin(["--lang", lang])
    group: Any = typer.main.get_command(app)
    root = typer.Context(group, info_name="hwk")
    root.help_option_names = ["-h", "--help"]
    name, synopsis, description, commands, common, what = HEADINGS[lang]
    lines = [f'.TH HWK 1 "" "hwk {__version__}" ""', f".SH {name}", rf"hwk \- {roff(what)}", f".SH {synopsis}"]
    for one in (group, *(group.get_command(root, command) for command in group.list_commands(root))):
        pieces = " ".join(pages.pieces(one))
        lines += [rf"\fBhwk{'' if one is group else ' ' + one.name}\fR {roff(pieces)}", ".br"]
    lines += [f".SH {description}", *map(roff, said(group.help, lang)), f".SH {commands}"]
    for command in group.list_commands(root):
        one = group.get_command(root, command)
        taken = pages.entries(one, typer.Context(one, info_name=command, parent=root))
        lines += [f".SS hwk {command}"]
        for paragraph in said(one.help, lang):
            lines += [".PP", roff(paragraph)]
        lines += [*listed(taken.arguments), *listed(taken.own), *listed(examples(command, lang))]
    shared = pages.entries(group.get_command(root, "towns"), root).common + pages.entries(group, root).common
    lines += [f".SH {common}", *listed(list(dict.fromkeys(shared)))]
    for heading, rows in TOPICS.values():
        lines += [f".SH {translated(heading, lang).upper()}"]
        lines += listed([(term, translated(meaning, lang)) for term, meaning in rows])
    return "\n".join(lines) + "\n"


def said(text: str | None, lang: Language) -> list[str]:
    """The paragraphs of a help text in a language."""
    return [translated(paragraph, lang) for paragraph in pages.paragraphs(text)]


def examples(command: str, lang: Language) -> list[tuple[str, str]]:
    """The examples of a command, with what each answers."""
    return [(call, translated(what, lang)) for call, what in EXAMPLES.get(command, ())]


if __name__ == "__main__":
    for language, file in FILES.items():
        file.write_text(manual(language), encoding="utf-8")
