"""Bars in the terminal: as long as their values say in whatever width their column has."""

from typing import Any

from hwkcli.views.page import Bar


def drawn(bar: Bar, unicode: bool) -> Any:
    """A bar for Rich: in eighths of a column where there are blocks, else in whole signs of ASCII.

    The longest possible bar fills the column; a bar of any length at all has at least one sign.
    """
    if unicode:
        from rich.bar import Bar as Blocks

        return Blocks(bar.most, 0, bar.value, color="cyan")
    return _Signs(bar)


class _Signs:
    """A bar of signs in ASCII. Rich tells it how wide its column is."""

    def __init__(self, bar: Bar) -> None:
        self.bar = bar

    def __rich_console__(self, console: Any, options: Any) -> Any:
        signs = round(options.max_width * self.bar.value / self.bar.most)
        yield "#" * max(signs, 1 if self.bar.value else 0)
