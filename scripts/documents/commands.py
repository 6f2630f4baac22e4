"""The commands as their help pages have them, in a language, as Markdown."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import typer

from hwkcli.cli import conversation, pages
from hwkcli.cli.app import app
from hwkcli.cli.examples import EXAMPLES
from hwkcli.cli.lazy import COMMANDS
from hwkcli.cli.topics import TOPICS
from hwkcli.language import Language, translated

_BAR, _SAFE = re.compile(r"(?<!\\)[|]"), r"\\|"
"""A bar would part cells."""
_HEADINGS = {
    "en": ("Common options", "Options that most commands take.", "call", "what it answers", "option", "meaning"),
    "de": ("Gemeinsame Optionen", "Optionen der meisten Befehle.", "Aufruf", "Antwort", "Option", "Bedeutung"),
}


def overview(lang: Language) -> str:
    """The commands, two in a row, each with the first sentence of its help page."""
    group, root = _root(lang)
    heads = ("command", "what it is for") if lang == "en" else ("Befehl", "wozu")
    found = [(f"`{name}`", _said(group.get_command(root, name), lang)[0]) for name in COMMANDS]
    half = (len(found) + 1) // 2
    right = [*found[half:], ("", "")]
    return table(heads * 2, [(*one, *other) for one, other in zip(found[:half], right, strict=False)])


def every(lang: Language) -> str:
    """All commands, each with its call, its text, what it takes and examples; then what they share."""
    group, root = _root(lang)
    common, shared, call, what, option, meaning = _HEADINGS[lang]
    lines: list[str] = []
    for name in COMMANDS:
        one = group.get_command(root, name)
        taken = pages.entries(one, typer.Context(one, info_name=name, parent=root))
        lines += [f"## hwk {name}", "", f"`hwk {name} {' '.join(pages.pieces(one))}`", ""]
        for paragraph in _said(one, lang):
            lines += [_text(paragraph), ""]
        if rows := [*taken.arguments, *taken.own]:
            lines += [table((option, meaning), [(f"`{term}`", _text(said)) for term, said in rows]), ""]
        if calls := EXAMPLES.get(name, ()):
            rows = [(f"`{term}`", translated(said, lang)) for term, said in calls]
            lines += [table((call, what), rows), ""]
    everywhere = dict.fromkeys(
        pages.entries(group.get_command(root, "towns"), root).common + pages.entries(group, root).common
    )
    lines += [f"## {common}", "", shared, ""]
    lines += [table((option, meaning), [(f"`{term}`", _text(said)) for term, said in everywhere])]
    return "\n".join(lines)


def topic(name: str, lang: Language = "en") -> str:
    """A topic of `hwk help`: exit codes, the environment, or formats."""
    heading, rows = TOPICS[name]
    heads = (translated(heading, lang), _HEADINGS[lang][5])
    return table(heads, [(f"`{term}`", _text(translated(said, lang))) for term, said in rows])


def _root(lang: Language) -> tuple[Any, typer.Context]:
    # The pages are said in the language of the conversation.
    conversation.begin(["--lang", lang])
    group: Any = typer.main.get_command(app)
    root = typer.Context(group, info_name="hwk")
    root.help_option_names = ["-h", "--help"]
    return group, root


def _said(command: Any, lang: Language) -> list[str]:
    return [translated(paragraph, lang) for paragraph in pages.paragraphs(command.help)]


def _text(said: str) -> str:
    """Words of a help page as Markdown: options and files as code, no mark that Markdown would read."""
    return re.sub(r"(?<![\w`])(--?[a-z][a-z-]*)(?![\w`])", r"`\1`", said.replace("*", r"\*").replace("|", r"\|"))


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of Markdown."""

    def lines() -> Iterator[str]:
        yield f"| {' | '.join(heads)} |"
        yield "|---" * len(heads) + "|"
        for row in rows:
            yield f"| {' | '.join(_BAR.sub(_SAFE, one) for one in row)} |"

    return "\n".join(lines())
