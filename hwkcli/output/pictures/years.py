"""The axis of time: a band for each year, with the year's name in its middle.

A figure of a year stands in the middle of the band, one of 31 December at its right end, one of a half-year, a season
or a month where that lies within the year. So nothing stands over the name of another year than its own.
"""

from collections.abc import Iterable
from typing import Any

from hwkcli.output.pictures.sheet import TICKS
from hwkcli.period import Period

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_MOST_BANDS = 60
"""With more years than these, only those that have a name have a tick."""
_MOST_QUARTERS = 2
"""So many years are named by their quarters."""


def height(periods: Iterable[Period]) -> float:
    """The height, in inches, of what stands below the axis."""
    first, last = span(periods)
    return (TICKS * 1.3 * (2 if last - first <= _MOST_QUARTERS else 1) + 8) / 72


def span(periods: Iterable[Period]) -> tuple[int, int]:
    """The years at which the axis begins and ends: all of the last year is on it."""
    all_of_them = list(periods)
    return min(one.start.year for one in all_of_them), max(one.end.year for one in all_of_them) + 1


def draw(axes: Any, periods: Iterable[Period], width: float) -> None:
    """Give axes of so many inches the bands of the years that some periods lie in."""
    first, last = span(periods)
    axes.set_xlim(first, last)
    axes.tick_params(axis="x", which="minor", length=0, pad=5, labelsize=TICKS)
    if last - first <= _MOST_QUARTERS:
        quarters = [(year, quarter) for year in range(first, last) for quarter in range(4)]
        axes.set_xticks([year + quarter / 4 for year, quarter in quarters] + [last], minor=False)
        names = [f"Q{quarter + 1}\n{year}" for year, quarter in quarters]
        axes.set_xticks([year + quarter / 4 + 1 / 8 for year, quarter in quarters], names, minor=True)
    else:
        room = width * 72 / (last - first)
        step = next((step for step in _STEPS if step * room >= 3.4 * TICKS), _STEPS[-1])
        named = [year for year in range(first, last) if year % step == 0 or step == 1] or [first]
        bands = range(first, last + 1) if last - first <= _MOST_BANDS else [year + 0.5 for year in named]
        axes.set_xticks(list(bands), minor=False)
        axes.set_xticks([year + 0.5 for year in named], [str(year) for year in named], minor=True)
    axes.set_xticklabels([], minor=False)
