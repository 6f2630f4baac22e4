"""How an answer is to be given: the options that all commands take, and what becomes of them."""

import os
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from inspect import Parameter, signature
from itertools import chain
from pathlib import Path
from typing import Annotated, Any, Concatenate, NamedTuple, ParamSpec, cast

import typer

from hwkcli import streams, whole_files
from hwkcli.cli import conversation
from hwkcli.cli.options import FORMATS, FormatOption, JsonOption, LangOption, OutputOption, whole_number
from hwkcli.errors import BadSetting, Message, quoted
from hwkcli.language import Language, language
from hwkcli.naming.vocabulary import meant
from hwkcli.output.formats import ENDINGS, Format, of_file
from hwkcli.output.medium import Medium, medium
from hwkcli.output.render import content
from hwkcli.views.page import Selection, Stream, View

_P = ParamSpec("_P")


_MANY = 5_000
"""A table of so many rows takes some ten seconds."""
_DRAWN = (".svg", ".png", ".pdf", ".geojson")
"""The endings of pictures and maps."""


class Reply(NamedTuple):
    """How an answer is to be given."""

    form: Format
    lang: Language
    file: Path | None
    force: bool = False
    selection: Selection = Selection()
    header: bool = True
    excel: bool = False
    spoken: Language = "en"
    """The language of what is for readers whatever the format is: pictures."""
    asked: bool = False
    """Whether an option names the format."""
    unclear: bool = False
    """Whether the answer goes into a file whose format nothing says."""

    def give(self, view: View | Stream[Any], below: str = "") -> None:
        """Write the answer to where it was asked for, and below a table what is drawn.

        Raises BadFile if that fails, BadSetting for a file that exists or whose ending says no format, for a column
        that is not there, and for a spreadsheet on a terminal.
        """
        if self.unclear:
            if self.file and self.file.suffix.casefold() in _DRAWN:
                drawn = "{file}: this command draws nothing; hwk map draws a map, --plot of hwk stats a chart"
                raise BadSetting(drawn, file=self.file)
            raise BadSetting(
                "{file}: the ending says no format; end it in {endings}, or say the format with -f",
                file=self.file,
                endings=", ".join(ENDINGS),
            )
        if self.form.binary and self.on_stdout and sys.stdout is not None and sys.stdout.isatty():
            raise BadSetting("a spreadsheet is written into a file; add -o FILE.xlsx")
        if self.form.for_readers and isinstance(view, Stream):
            view = view.whole
            if self.form is Format.TABLE and len(view.records) > _MANY:
                slow = "{number:,} rows are drawn as a table, which takes a while; -f csv writes each at once"
                conversation.say(Message(slow, number=len(view.records)))
        if self.selection != Selection():
            from hwkcli.views.selection import select

            view = select(view, self.selection, self.lang, self.form.for_readers)
        if isinstance(view, View) and view.page.most and self._reads_first_rows():
            from hwkcli.views.selection import usual

            view = usual(view, self.lang)
        written = content(view, self.form, self.medium)
        self.write(chain(written, (below,)) if below and not isinstance(written, bytes) else written)

    def _reads_first_rows(self) -> bool:
        """Whether somebody reads the answer where it is given, and has not said how much of it."""
        return self.form is Format.TABLE and self.on_stdout and self.selection.limit is None

    @property
    def medium(self) -> Medium:
        """What the answer is written for."""
        found = medium(sys.stdout) if self.on_stdout else Medium()
        return found._replace(lang=self.lang, header=self.header, excel=self.excel)

    @property
    def on_stdout(self) -> bool:
        """Whether the answer goes to standard output."""
        return self.file is None or str(self.file) == "-"

    def write(self, text: str | bytes | Iterable[str]) -> None:
        """Write a text to where the answer was asked for. Raises what `give` raises."""
        if self.file is None or self.on_stdout:
            streams.to_stdout(text)
        else:
            whole_files.to_file(text, self.file, force=self.force)


def reply_as(
    form: str | None = None,
    as_json: bool = False,
    output: Path | None = None,
    lang: str | None = None,
    force: bool = False,
    excel: bool = False,
    columns: str | None = None,
    sort: str | None = None,
    backwards: bool = False,
    limit: int | None = None,
    no_header: bool = False,
) -> Reply:
    """How to answer, by the options of a call.

    Formats for machines are in English unless --lang says otherwise, whatever the locale is. Raises BadSetting for
    options that contradict each other, and for an environment that cannot be followed.
    """
    asked = _asked(form, as_json, excel)
    ending = None if output is None else of_file(output)
    if asked and ending and asked is not ending:
        raise BadSetting("{file}: the ending says {ending}, not {form}", file=output, ending=ending, form=asked)
    # A device or a pipe needs no ending.
    plain = output is None or str(output) == "-" or (output.exists() and not output.is_file())
    chosen = asked or ending or (_usual() if plain else None)
    found = chosen or Format.TABLE
    if excel and found is not Format.CSV:
        raise BadSetting("--excel goes with CSV only")
    named = tuple(filter(None, map(str.strip, (columns or "").split(","))))
    if columns is not None and not named:
        raise BadSetting("--columns takes names with commas between them")
    given = cast("Language | None", lang)
    return Reply(
        form=found,
        lang=language(given, os.environ) if found.for_readers else given or "en",
        file=output,
        force=force,
        selection=Selection(named, sort, backwards, limit),
        header=not no_header,
        excel=excel,
        spoken=conversation.spoken(),
        asked=asked is not None,
        unclear=chosen is None,
    )


def _asked(form: str | None, as_json: bool, excel: bool) -> Format | None:
    """The format that the options of a call name."""
    if as_json and form not in (None, Format.JSON):
        raise BadSetting("--json and --format {form} contradict each other; give one of them", form=form)
    if as_json:
        return Format.JSON
    if form is None:
        return Format.CSV if excel else None
    return Format(form)


def _usual() -> Format:
    """The format where none is asked for."""
    named = os.environ.get("HWK_FORMAT")
    if not named:
        return Format.TABLE
    code = meant(named, FORMATS)
    if code is None:
        raise BadSetting(
            "HWK_FORMAT is {value}; set it to one of {choices}", value=quoted(named), choices=", ".join(Format)
        )
    return Format(code)


_OPTIONS: dict[str, tuple[Any, Any]] = {
    "form": (FormatOption, None),
    "as_json": (JsonOption, False),
    "output": (OutputOption, None),
    "force": (Annotated[bool, typer.Option("--force", help="Write over a file that exists.")], False),
    "excel": (Annotated[bool, typer.Option("--excel", help="CSV as German Excel reads it.")], False),
    "columns": (
        Annotated[
            str | None,
            typer.Option("--columns", metavar="NAMES", help="Only these columns, in this order: name,population."),
        ],
        None,
    ),
    "sort": (
        Annotated[
            str | None,
            typer.Option("--sort", metavar="COLUMN", help="By a column: numbers from the greatest, texts from A."),
        ],
        None,
    ),
    "backwards": (Annotated[bool, typer.Option("--reverse", help="In the opposite order.")], False),
    "limit": (
        Annotated[
            int | None, typer.Option("--limit", metavar="N", parser=whole_number(1), help="Only the first N rows.")
        ],
        None,
    ),
    "no_header": (Annotated[bool, typer.Option("--no-header", help="Without the row of headings.")], False),
    "lang": (LangOption, None),
}
"""The options of every answer, each with its default."""


def replying(command: Callable[Concatenate[Reply, _P], None]) -> Callable[_P, None]:
    """Give a command the options that say how to answer, behind its own; it gets a Reply that is made of them."""
    given = signature(command)
    common = [
        Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, annotation=annotation, default=default)
        for name, (annotation, default) in _OPTIONS.items()
    ]

    @wraps(command)
    def replied(*words: _P.args, **options: _P.kwargs) -> None:
        asked: dict[str, Any] = {name: options.pop(name) for name in _OPTIONS if name in options}
        command(reply_as(**asked), *words, **options)

    own = list(given.parameters.values())[1:]
    at = next((place for place, one in enumerate(own) if one.name == "data"), len(own))
    # Where typer looks for the parameters.
    vars(replied)["__signature__"] = given.replace(parameters=[*own[:at], *common, *own[at:]])
    return replied
