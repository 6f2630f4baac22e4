"""Help pages: what a command is for, its options, those that all take, and examples; in the language of the call.

The text stands in English where it belongs, at the command and its options; the catalogue has its German.
"""

from collections.abc import Mapping, Sequence
from inspect import cleandoc
from typing import Any, NamedTuple

from hwkcli.cli.conversation import spoken
from hwkcli.cli.examples import EXAMPLES
from hwkcli.errors import Message
from hwkcli.language import translated

COMMON = (
    *(
        "form",
        "as_json",
        "output",
        "force",
        "excel",
        "columns",
        "no_header",
        "sort",
        "backwards",
        "limit",
        "lang",
        "data",
    ),
    *("help", "version", "show_completion", "install_completion"),
)
"""The options that most commands take, by the names of their parameters."""

MORE = "hwk help COMMAND explains a command; hwk help exit-codes, environment and formats explain what all share."


class Entries(NamedTuple):
    """What a command takes: the names of arguments and options, each with what it is for."""

    arguments: list[tuple[str, str]]
    own: list[tuple[str, str]]
    common: list[tuple[str, str]]


def entries(command: Any, ctx: Any) -> Entries:
    """What a command takes, in the language of the call."""
    params = [param for param in command.get_params(ctx) if not getattr(param, "hidden", False)]
    arguments = [param for param in params if param.param_type_name == "argument"]
    options = [param for param in params if param not in arguments]
    own = [_record(param) for param in options if param.name not in COMMON]
    return Entries(list(map(_record, arguments)), own, [_record(one) for one in options if one.name in COMMON])


def page(command: Any, ctx: Any, formatter: Any) -> None:
    """Write the help page of a command: usage, text, arguments, options, examples."""
    usage(command, ctx, formatter)
    text(command.help, formatter)
    taken = entries(command, ctx)
    section("Arguments", taken.arguments, formatter)
    section("Options", taken.own, formatter)
    section("Common options", taken.common, formatter)
    shown = [(call, translated(what, spoken())) for call, what in EXAMPLES.get(command.name, ())]
    section("Examples", shown, formatter, apart=True)


def overview(commands: Mapping[str, Any], formatter: Any) -> None:
    """Write the list of commands, each with the first sentence of its page, and where more help is."""
    # `python -OO` takes the docstrings away.
    first = {name: next(iter(paragraphs(command.help)), "") for name, command in commands.items()}
    shown = [(name, translated(sentence, spoken())) for name, sentence in first.items()]
    section("Commands", shown, formatter)
    text(MORE, formatter)


def usage(command: Any, ctx: Any, formatter: Any) -> None:
    """Write how a command is called."""
    formatter.write_usage(ctx.command_path, " ".join(pieces(command)), translated("Usage: ", spoken()))


def pieces(command: Any) -> list[str]:
    """What stands behind the name of a command: options, arguments, for `hwk` itself a command."""
    arguments = [_metavar(param) for param in command.params if param.param_type_name == "argument"]
    more = getattr(command, "subcommand_metavar", None)
    named = [command.options_metavar, *arguments, *([more] if more else [])]
    return [translated(piece, spoken()) for piece in named]


def text(said: str | None, formatter: Any) -> None:
    """Write the paragraphs of a text."""
    for paragraph in paragraphs(said):
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(translated(paragraph, spoken()))


def paragraphs(said: str | None) -> list[str]:
    """The paragraphs of a help text or docstring, each in one line."""
    return [" ".join(one.split()) for one in cleandoc(said or "").split("\n\n") if one.strip()]


def section(heading: str, rows: Sequence[tuple[str, str]], formatter: Any, apart: bool = False) -> None:
    """Write a list of names and what they mean, if there are any; apart, each meaning on a line of its own."""
    if not rows:
        return
    with formatter.section(translated(heading, spoken())):
        if not apart:
            formatter.write_dl(rows)
            return
        for name, meaning in rows:
            formatter.write(f"{'':{formatter.current_indent}}{name}\n")
            with formatter.indentation(), formatter.indentation():
                formatter.write_text(meaning)


def _record(param: Any) -> tuple[str, str]:
    """The names of an option or argument, and what it is for."""
    metavar = translated(_metavar(param), spoken())
    if param.param_type_name == "argument":
        return metavar, _meaning(param)
    names = ", ".join(sorted(param.opts, key=len))
    return f"{names} {metavar}".rstrip(), _meaning(param)


def _metavar(param: Any) -> str:
    """What stands for the value of an option or argument; nothing for a flag."""
    if param.metavar is not None:
        return str(param.metavar)
    return "" if getattr(param, "is_flag", False) else str(param.make_metavar(ctx=None))


def _meaning(param: Any) -> str:
    """What an option is for, with its variable of the environment and its default."""
    more: list[str] = []
    if param.envvar:
        more.append(translated(Message("environment: {name}", name=param.envvar), spoken()))
    if param.default not in (None, False) and param.show_default:
        more.append(translated(Message("default: {value}", value=str(param.default)), spoken()))
    said = translated(param.help or "", spoken())
    return f"{said} [{'; '.join(more)}]" if more else said


def texts(command: Any) -> Sequence[str]:
    """All that the help page of a command says in words, to be proven to have its German."""
    found = [*paragraphs(command.help), *(what for _, what in EXAMPLES.get(command.name, ()))]
    for param in command.params:
        found += [param.help or "", *filter(str.isupper, [_metavar(param)])]
    return [one for one in found if one]
