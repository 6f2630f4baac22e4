"""The axis of values: where it begins, and round steps in the numbers of the language."""

from collections.abc import Sequence
from typing import Any

from hwkcli.errors import BadSetting
from hwkcli.language import Language, euros, number, value, word
from hwkcli.model import Figure

_STEPS = [1, 2, 2.5, 5, 10]


def lowest(begin: float | None, found: Sequence[Figure], lang: Language) -> float:
    """Where the axis begins for figures: where it shall, or, for None, at a round number below the smallest.

    Raises BadSetting if it would begin above a figure.
    """
    smallest = min(found, key=lambda figure: figure.value)
    if begin is not None:
        if begin > smallest.value:
            shown = value(smallest, lang)
            cut = "--axis-from {begin} would cut off {shown}; give less, or auto"
            raise BadSetting(cut, begin=f"{begin:g}", shown=shown)
        return begin
    most = max(figure.value for figure in found)
    spread = (most - smallest.value) or most * 0.1
    return max(0.0, _ticks(smallest.value - spread * 0.1, most, 6)[0]) if most else 0


def note(low: float, figure: Figure, lang: Language) -> str:
    """What must be said of an axis that does not begin at zero; empty for one that does."""
    return f"{word('axis_from', lang)} {value(figure._replace(value=low), lang)}" if low else ""


def draw(axis: Any, found: Sequence[Figure], low: float, room: float, lang: Language, beyond: bool = True) -> None:
    """Give an axis its limits and numbers; `room` is how many numbers there is room for. Its last number is the first
    beyond all values, unless it shall end with the largest of them."""
    from matplotlib.ticker import FuncFormatter

    most = max(figure.value for figure in found)
    top = most if most > low else low + 1
    ticks = _ticks(low, top, int(room))
    shown = [low, *(tick for tick in ticks if tick > low)]
    last = next((number for number, tick in enumerate(shown) if tick >= top), len(shown) - 1)
    shown = shown[: last + 1 if beyond or shown[last] == top or not last else last]
    end = shown[-1] if beyond else max(top, shown[-1])
    limits = (axis.axes.set_ylim, axis.axes.set_xlim)[axis.axis_name == "x"]
    limits(low, end + (end - low) * 0.04)
    axis.set_ticks(shown)
    places = _places(shown)
    axis.set_major_formatter(FuncFormatter(lambda tick, _: _written(tick, found[0].unit, places, lang)))


def _ticks(low: float, high: float, room: int) -> list[float]:
    from matplotlib.ticker import MaxNLocator

    locator = MaxNLocator(nbins=max(2, min(8, room)), steps=_STEPS, min_n_ticks=2)
    return [float(tick) for tick in locator.tick_values(low, high)]


def _written(tick: float, unit: str, places: int, lang: Language) -> str:
    if unit == "EUR":
        return euros(round(tick, 2), lang)
    return number(tick, lang, places) + ({"de": " %", "en": "%"}[lang] if unit == "percent" else "")


def _places(ticks: Sequence[float]) -> int:
    """The fewest decimal places in which all ticks are told as they are."""
    for places in range(4):
        if all(abs(tick - round(tick, places)) < 1e-9 * max(1, abs(tick)) for tick in ticks):
            return places
    return 4
