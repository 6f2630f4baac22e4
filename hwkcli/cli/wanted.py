"""What the options of `hwk stats` ask for."""

from collections.abc import Sequence
from typing import NamedTuple

import typer

from hwkcli.errors import Message
from hwkcli.output.pictures.settings import Settings
from hwkcli.period import Period


class Wanted(NamedTuple):
    """What is to be shown of the figures of a metric or of some territories."""

    past: bool = False
    since: Period | None = None
    until: Period | None = None
    change_since: Period | None = None
    compare: str | None = None
    all_figures: bool = False
    chart: bool = False
    drawing: Settings | None = None

    @property
    def over_time(self) -> bool:
        """Whether all figures are wanted and not only the latest."""
        return bool(self.past or self.chart or self.drawing or self.compare)

    def given(self, but: Sequence[str] = ()) -> list[str]:
        """The options that were given, by their names on the command line, but for some."""
        named = {"past": "--history", "drawing": "--plot", "until": "--as-of or --until"}
        given = [name for name, value in self._asdict().items() if value and name not in but]
        return [named.get(name, "--" + name.replace("_", "-")) for name in given]

    def needs_metric(self, but: Sequence[str] = ()) -> None:
        """Refuse the options, but for some, that go with a metric only. Raises BadParameter."""
        for option in self.given(but)[:1]:
            needed = "{option} needs a METRIC; hwk stats --list names them all"
            raise typer.BadParameter(Message(needed, option=option))
