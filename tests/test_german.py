"""Every sentence that is said to a user has its German."""

import ast
import errno
import os
import pickle
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import typer

from hwkcli import errors
from hwkcli.cli import pages, topics, usage
from hwkcli.cli.app import app
from hwkcli.errors import HwkError, Message
from hwkcli.german import CATALOGUE
from hwkcli.language import translated
from hwkcli.words import WORDS

PACKAGE = Path(errors.__file__).parent
GROUP: Any = typer.main.get_command(app)

SAYING = {name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, HwkError)}
SAYING |= {"Unclear", "Outside", "Message", "BadParameter", "say"}
"""What is called with a sentence for a user as its first argument."""

FALSE_COMMAS = re.compile(r", (statt mit|oder:|mit Rückgabewert)|\b[Nn]ur, (wer|wo)\b")
"""Commas that are none in German."""


@cache
def nodes(module: Path) -> tuple[ast.AST, ...]:
    """All of a module, parsed."""
    return tuple(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))


@cache
def sentences(module: Path) -> tuple[ast.expr, ...]:
    """The first argument of each call in a module that says something to a user."""
    return tuple(_sentences(module))


def _sentences(module: Path) -> Iterator[ast.expr]:
    for node in nodes(module):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in SAYING:
                yield node.args[0]


def texts(module: Path) -> set[str]:
    """The sentences of a module that stand in it as they are; also those that a condition chooses from."""
    found = set()
    for one in sentences(module):
        choices = [one.body, one.orelse] if isinstance(one, ast.IfExp) else [one]
        names = {choice.id for choice in choices if isinstance(choice, ast.Name)}
        # A sentence that is too long for its line has a name first.
        for node in nodes(module) if names else ():
            if isinstance(node, ast.Assign) and {getattr(target, "id", "") for target in node.targets} & names:
                choices.append(node.value)
        found |= {choice.value for choice in choices if isinstance(choice, ast.Constant) and choice.value}
    return {str(one) for one in found}


def filled_in(module: Path) -> bool:
    return any(isinstance(one, ast.JoinedStr | ast.BinOp) for one in sentences(module))


MODULES = sorted(PACKAGE.rglob("*.py"))


def of_help() -> set[str]:
    """All that the help pages say."""
    found = {"Usage: ", "Arguments", "Options", "Common options", "Examples", "Commands", pages.MORE}
    found |= {GROUP.options_metavar, GROUP.subcommand_metavar, "Show this message and exit."}
    found |= {*pages.texts(GROUP)}
    for name in GROUP.list_commands(None):
        found |= {*pages.texts(GROUP.get_command(None, name)), "[OPTIONS]"}
    for heading, rows in topics.TOPICS.values():
        found |= {heading, *(meaning for _, meaning in rows if isinstance(meaning, str))}
    return found


@cache
def of_messages() -> frozenset[str]:
    """All that is said on stderr."""
    return frozenset({*usage.SENTENCES, *(text for module in MODULES for text in texts(module))})


def test_every_help_text_has_its_german() -> None:
    without = [said for said in sorted(of_help()) if not CATALOGUE.get(said)]
    assert without == [], "add them to hwkcli/german/help.py"


def test_every_message_has_its_german() -> None:
    without = [said for said in sorted(of_messages()) if not CATALOGUE.get(said)]
    assert without == [], "add them to hwkcli/german/{messages,files,tables}.py"


def test_no_sentence_is_filled_in_where_it_is_said() -> None:
    found = {str(module.relative_to(PACKAGE)) for module in MODULES if filled_in(module)}
    assert found == set(), "give the values as keywords: NotFound('no place {word}', word=quoted(word))"


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_german_has_the_holes_of_the_english() -> None:
    assert [said for said, german in CATALOGUE.items() if holes(german) != holes(said)] == []


def test_nothing_is_translated_that_is_never_said() -> None:
    numbers = (
        *(errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOTDIR, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO),
        *(errno.EEXIST, errno.ENAMETOOLONG, errno.ELOOP, errno.EMFILE, errno.ENFILE, errno.EROFS, errno.EPERM),
        *(errno.EBUSY, errno.EINVAL, errno.ENOMEM),
    )
    system = set(map(os.strerror, numbers))
    assert system <= CATALOGUE.keys()
    assert set(CATALOGUE) - of_help() - of_messages() - system == set()


def test_a_failure_of_another_process_is_said_in_german() -> None:
    failed = errors.BadFile("{file}: the file is empty; name a table with headings", file=Message("standard input"))
    told: HwkError = pickle.loads(pickle.dumps(failed))
    assert translated(told.message, "de") == (
        "Standardeingabe: die Datei ist leer; nennen Sie eine Tabelle mit Überschriften"
    )


def test_times_are_written_as_germans_write_them() -> None:
    said = Message("{day}: {reason}; {advice}", day=errors.Time("2024-12-31"), reason="2024-12-31", advice="-")
    assert translated(said, "de") == "31.12.2024: 2024-12-31; -"
    assert translated(said, "en") == "2024-12-31: 2024-12-31; -"
    assert translated(Message("{day}", day=errors.Time("2024-01")), "de") == "Januar 2024"


def test_a_message_is_said_in_german_with_its_values() -> None:
    names = errors.alternatives(["Unna", "Kamen", "Werne"])
    said = Message("{said}; did you mean {names}?", said=Message("{nobody} has translated", nobody="x"), names=names)
    assert translated(said, "de") == "x has translated; meinten Sie Unna, Kamen oder Werne?"
    assert translated(said, "en") == said == "x has translated; did you mean Unna, Kamen or Werne?"
    assert translated(Message("{rows:,} of {line}", rows=12345, line=12345), "de") == "12.345 of 12345"
    assert translated(Message("{km:,} km at {place}", km=0.5, place=51.5), "de") == "0,5 km at 51.5"
    assert translated("{no hole", "de") == Message("{no hole") == "{no hole"


def test_the_german_has_no_comma_where_an_english_pause_is() -> None:
    texts = [*CATALOGUE.values(), *(text.de for text in WORDS.values())]
    assert [text for text in texts if FALSE_COMMAS.search(text)] == []
    pages = (PACKAGE.parent / "docs" / "de").glob("*.md")
    assert [page.name for page in pages if FALSE_COMMAS.search(page.read_text(encoding="utf-8"))] == []
