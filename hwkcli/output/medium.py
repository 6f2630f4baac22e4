"""What an answer is written for: a terminal with its width and colours, a pipe, a file."""

import os
import re
from typing import NamedTuple, TextIO

from hwkcli.language import Language


class Medium(NamedTuple):
    """What an answer is written for, and how it is wanted."""

    width: int | None = None
    """Columns to fit; None where a line may be as long as it needs."""
    styled: bool = False
    """Whether it obeys escape sequences: colours (unless NO_COLOR is set), bold, links."""
    unicode: bool = True
    lang: Language = "en"
    """The language of its readers."""
    header: bool = True
    """Whether a table has its row of headings."""
    excel: bool = False
    """Whether CSV is for German Excel."""
    chooses: bool = True
    """Whether its readers can choose columns."""


def medium(stream: TextIO | None) -> Medium:
    """What a stream is: a terminal with its width, or a pipe or file, which has none.

    COLUMNS sets the width of either, FORCE_COLOR styles a pipe too, TERM=dumb styles nothing.
    """
    if stream is None:
        return Medium()
    terminal = stream.isatty()
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns and re.fullmatch("[1-9][0-9]{0,4}", columns) else None
    if width is None and terminal:
        try:
            width = os.get_terminal_size(stream.fileno()).columns or 80
        except OSError:
            width = 80
    styled = (terminal or bool(os.environ.get("FORCE_COLOR"))) and os.environ.get("TERM") not in ("dumb", "unknown")
    return Medium(width, styled, (stream.encoding or "utf-8").lower().startswith("utf"))
