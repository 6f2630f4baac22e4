"""The Tab key in bash, zsh, fish and PowerShell: the script of each shell, and the answers that it asks for.

A script hands over the words of the line, and takes one offer a line back. Names are data to it: nothing of an answer
is ever evaluated, and what stands for itself in a shell is escaped where the shell does not do so itself.
"""

import os
import re
from pathlib import Path
from typing import Any, NamedTuple

import typer

from hwkcli.cli import conversation
from hwkcli.cli.conversation import say, spoken
from hwkcli.errors import BadFile, BadSetting, Message
from hwkcli.language import translated
from hwkcli.streams import CONTROLS, to_stdout

SCRIPTS = {
    "bash": r"""
_hwk_completion() {
    local IFS=$'\n' line
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == file ]]; then
            compopt -o default 2>/dev/null
            return
        fi
        COMPREPLY+=("${line#word,}")
    done < <(COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD _HWK_TAB=bash "$1" 2>/dev/null)
}
complete -o nosort -F _hwk_completion hwk 2>/dev/null || complete -F _hwk_completion hwk
""",
    "zsh": r"""
#compdef hwk
_hwk() {
    local -a values texts
    local line
    while IFS= read -r line; do
        if [[ $line == file ]]; then
            _files
            return
        fi
        line=${line#word,}
        values+=("${line%%$'\t'*}")
        texts+=("${line/$'\t'/  -- }")
    done < <(COMP_WORDS="${(F)words}" COMP_CWORD=$((CURRENT - 1)) _HWK_TAB=zsh "${words[1]}" 2>/dev/null)
    (( ${#values} )) && compadd -V hwk -l -d texts -a values
}
if [[ ${funcstack[1]} == _hwk ]]; then
    _hwk "$@"
else
    compdef _hwk hwk
fi
""",
    "fish": r"""
function __hwk_completion
    set -l words (commandline -opc) (commandline -ct)
    set -lx COMP_CWORD (math (count $words) - 1)
    set -lx COMP_WORDS (string join \n -- $words | string collect -a)
    set -lx _HWK_TAB fish
    for line in (command $words[1] 2>/dev/null)
        if test "$line" = file
            __fish_complete_path (commandline -ct)
        else
            string replace -- word, '' $line
        end
    end
end
complete --command hwk --no-files --keep-order --arguments '(__hwk_completion)'
""",
    "powershell": r"""
$hwk = {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
    if (-not $wordToComplete) { $words += '' }
    $Env:COMP_WORDS = $words -join "`n"
    $Env:COMP_CWORD = $words.Count - 1
    $Env:_HWK_TAB = 'powershell'
    hwk | Where-Object { $_ -ne 'file' } | ForEach-Object {
        $value, $text = $_.Substring(5) -split "`t", 2
        if (-not $text) { $text = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $text)
    }
    $Env:COMP_WORDS = $Env:COMP_CWORD = $Env:_HWK_TAB = $null
}
Register-ArgumentCompleter -Native -CommandName hwk -ScriptBlock $hwk
""",
}
"""What a shell must have read before the Tab key works, by the names of the shells."""


_CONTROLS = f"{CONTROLS}|[\t\n]"


class Offer(NamedTuple):
    """What may stand in place of the word that is typed."""

    word: str
    help: str = ""


def complete(group: Any, shell: str) -> None:
    """Print the offers for the line in the environment (COMP_WORDS, a word a line, and COMP_CWORD), a line each."""
    typed = os.environ.get("COMP_WORDS", "").split("\n")
    at = int(os.environ.get("COMP_CWORD") or 0)
    words = [unquoted(word) for word in typed[:at]]
    conversation.begin(words)
    current = typed[at] if at < len(typed) else ""
    found = offers(group, words[1:], unquoted(current))
    # A name with a control character is no word of a command line.
    named = [one for one in found or () if not re.search(_CONTROLS, one.word)]
    lines = ["file"] if found is None else [_line(one, shell, current[:1]) for one in named]
    to_stdout("".join(f"{line}\n" for line in lines))


def _line(offer: Offer, shell: str, quote: str) -> str:
    """An offer as the script of a shell takes it."""
    help = "" if shell == "bash" else re.sub(_CONTROLS, " ", offer.help)
    return f"word,{escaped(offer.word, shell, quote)}" + (f"\t{help}" if help else "")


def offers(group: Any, words: list[str], current: str) -> list[Offer] | None:
    """What may stand in place of the last word of a call; None where that is a file."""
    ctx = group.make_context("hwk", words.copy(), resilient_parsing=True)
    command, behind = group, words
    for at, word in enumerate(words):
        if not word.startswith("-") and words[at - 1 : at] != ["--lang"]:
            name, command, behind = group.resolve_command(ctx, words[at:])
            ctx = command.make_context(name, behind.copy(), parent=ctx, resilient_parsing=True)
            break
    start = ""
    if current.startswith("--") and "=" in current:
        option, _, current = current.partition("=")
        start, behind = f"{option}=", [*behind, option]
    elif behind[-1:] == ["="]:
        behind = behind[:-1]
    last = behind[-1] if behind else ""
    for param in command.get_params(ctx):
        if last in param.opts and param.param_type_name == "option" and not param.is_flag:
            return _values(param, ctx, current, start)
    if current.startswith("-") and "--" not in behind:
        return _options(command, ctx, current)
    if command is group:
        return _commands(group, ctx, current)
    for param in command.get_params(ctx):
        if param.param_type_name == "argument" and (param.nargs == -1 or not ctx.params.get(param.name)):
            return _values(param, ctx, current, "")
    return []


def _values(param: Any, ctx: Any, current: str, start: str) -> list[Offer] | None:
    """The values of an option or argument."""
    if param.type.name in ("path", "file", "directory"):
        return None
    return [Offer(start + item.value, item.help or "") for item in param.shell_complete(ctx, current)]


def _options(command: Any, ctx: Any, current: str) -> list[Offer]:
    """The options that are not given yet."""
    found = []
    for param in command.get_params(ctx):
        given = str(ctx.get_parameter_source(param.name)).endswith("COMMANDLINE")
        if param.param_type_name == "option" and not param.hidden and (param.multiple or not given):
            help = translated(param.help or "", spoken())
            found += [Offer(name, help) for name in param.opts if name.startswith(current)]
    return found


def _commands(group: Any, ctx: Any, current: str) -> list[Offer]:
    """The commands; where none begins so, the places, for what is no command is a query for `find`."""
    from hwkcli.cli import completion
    from hwkcli.cli.pages import paragraphs

    names = [name for name in group.list_commands(ctx) if name.startswith(current)]
    if not names:
        return [Offer(*one) for one in completion.places(ctx, current)]
    helps = [paragraphs(group.get_command(ctx, name).help)[0] for name in names]
    return [Offer(name, translated(help, spoken())) for name, help in zip(names, helps, strict=True)]


def unquoted(word: str) -> str:
    """A word of a command line as the command gets it, also one that is not finished."""
    import shlex

    parts = shlex.shlex(word, posix=True)
    parts.whitespace_split = True
    parts.whitespace = parts.commenters = ""
    try:
        return "".join(parts)
    except ValueError:
        # A quote or a backslash is still open.
        return parts.token


def escaped(word: str, shell: str, quote: str) -> str:
    """A word as it may be put into a command line, behind an opening quote or without one; zsh and fish escape words
    themselves.

    >>> escaped("Bad Sassendorf", "bash", ""), escaped("$(reboot)", "bash", ""), escaped("`a`", "bash", '"')
    ('Bad\\\\ Sassendorf', '\\\\$\\\\(reboot\\\\)', '\\\\`a\\\\`')
    """
    if shell == "powershell":
        return "'" + word.replace("'", "''") + "'" if re.search(r"[^\w.,:/=-]", word) else word
    if shell != "bash":
        return word
    if quote == "'":
        return word.replace("'", "'\\''")
    return re.sub(r'(["$`\\])' if quote == '"' else r"([^\w.,:/@%+=-])", r"\\\1", word)


def show(shell: str) -> None:
    """Print the script of a shell. Raises BadSetting for a shell that has none."""
    typer.echo(SCRIPTS[_known(shell)].strip())


def install(shell: str) -> None:
    """Put the script where the shell reads it at its start. Raises BadSetting for a shell that has none or keeps it
    elsewhere, BadFile where the system refuses."""
    shell = _known(shell)
    home = Path.home()
    places = {
        "bash": (home / ".bash_completions" / "hwk.sh", home / ".bashrc", "source ~/.bash_completions/hwk.sh"),
        "zsh": (home / ".zfunc" / "_hwk", home / ".zshrc", "fpath+=~/.zfunc; autoload -Uz compinit; compinit"),
        "fish": (home / ".config" / "fish" / "completions" / "hwk.fish", None, ""),
    }
    if shell not in places:
        raise BadSetting("add what hwk --show-completion {shell} prints to the file that $PROFILE names", shell=shell)
    script, settings, line = places[shell]
    try:
        script.parent.mkdir(parents=True, exist_ok=True)
        script.write_text(SCRIPTS[shell].strip() + "\n", encoding="utf-8")
        if settings is not None:
            _add_line(settings, line)
    except OSError as error:
        reason = Message(error.strerror or str(error))
        raise BadFile("{file}: {reason}; choose another file", file=error.filename or script, reason=reason) from None
    say(Message("the Tab key completes in every new {shell}: {file}", shell=shell, file=script))


def _add_line(settings: Path, line: str) -> None:
    """Add a line to a file, unless it is there."""
    known = settings.read_text(encoding="utf-8") if settings.exists() else ""
    if line not in known.split("\n"):
        with settings.open("a", encoding="utf-8") as stream:
            stream.write(f"{'' if not known or known.endswith(chr(10)) else chr(10)}{line}\n")


def _known(shell: str) -> str:
    """The shell of a name; `auto` is the one that runs `hwk`. Raises BadSetting if it has no script."""
    if shell == "auto":
        shell = _running() or "auto"
    name = {"pwsh": "powershell"}.get(shell.lower(), shell.lower())
    if name not in SCRIPTS:
        raise BadSetting("say for which shell: {shells}", shells=", ".join(SCRIPTS))
    return name


def _running() -> str | None:
    """The name of the shell that runs `hwk`; None if it cannot be told."""
    try:
        # Typer brings it.
        from shellingham import ShellDetectionFailure, detect_shell
    except ImportError:
        return Path(os.environ.get("SHELL", "")).name or None
    try:
        return str(detect_shell()[0])
    except ShellDetectionFailure:
        return Path(os.environ.get("SHELL", "")).name or None
