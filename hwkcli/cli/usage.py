"""What is wrong with the words of a call, in one line and in the language of the call.

Typer says so in finished English sentences; they are read back into the templates here, so that they have their German
in the catalogue like all others.
"""

import re
from collections.abc import Sequence

import typer

from hwkcli.cli.conversation import say
from hwkcli.cli.lazy import COMMANDS
from hwkcli.errors import Message, Named

SENTENCES = (
    "Invalid value for {option}: {value} is not one of {choices}",
    "Invalid value for {option}: {reason}",
    "Missing argument {name}",
    "Missing command",
    "No such option: {name} (Possible options: {names})",
    "No such option: {name}",
    "Option {name} requires an argument",
    "Option {name} does not take a value",
    "Got unexpected extra argument(s) ({words})",
)
"""What Typer says, without the stop at the end, the more special sentences first."""


def tell(error: typer.TyperException, words: Sequence[str]) -> None:
    """Say on stderr what is wrong with the words of a call; where there were none, the help page."""
    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(error, err=True)
    else:
        say(message(error, words))


def message(error: typer.TyperException, words: Sequence[str]) -> Message:
    """What is wrong, and which help page has the answer."""
    # An error that is found while the options are parsed does not know its command.
    begun = f"hwk {words[0]}" if words and words[0] in COMMANDS else "hwk"
    command = getattr(getattr(error, "ctx", None), "command_path", begun)
    return Message("{problem}; {command} --help says what it takes", problem=_problem(error), command=command)


def _problem(error: typer.TyperException) -> Message:
    reason = getattr(error, "message", "")
    if isinstance(error, typer.BadParameter) and not (error.param or error.param_hint):
        # What a command of ours refuses is a sentence of its own, about no single option.
        return Message(reason)
    if options := _meant_options(error):
        name, names = str(getattr(error, "option_name", "")), ", ".join(options)
        return Message("No such option: {name} (Possible options: {names})", name=name, names=names)
    said = str(getattr(error, "format_message", error.__str__)()).removesuffix(".")
    ours = isinstance(reason, Message) and bool(reason.values)
    for template in SENTENCES:
        if ours and template.startswith("Invalid value") and "{reason}" not in template:
            # What a reader of values refuses is finished, and has its values.
            continue
        # What is refused may look like a part of the sentence; the name of its option does not.
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*?)", re.escape(template))
        found = re.fullmatch(pattern, said, re.DOTALL)
        if found:
            values: dict[str, object] = {key: _unquoted(value) for key, value in found.groupdict().items()}
            if "reason" in values:
                values["reason"] = reason
            if template == "Missing argument {name}":
                # The name of an argument is a word that is translated.
                values["name"] = Message("'{what}'", what=Message(found["name"].strip("'")))
            return Message(template, **values)
    return Message(said)


def _unquoted(value: str) -> str:
    """The name of an option, which German writes without quotes."""
    name = value.strip("'")
    return Named(value, name) if name.startswith("-") else value


def _meant_options(error: typer.TyperException) -> list[str]:
    """The options of the command that a German word for one means; none for any other error."""
    name, context = getattr(error, "option_name", None), getattr(error, "ctx", None)
    if type(error).__name__ != "NoSuchOption" or not name or context is None:
        return []
    from hwkcli.cli import misspelt

    return misspelt.options(name, {one for option in context.command.params for one in option.opts} | {"--help"})
