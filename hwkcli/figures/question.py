"""What a question about figures is about: a metric, some territories, or both."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hwkcli.errors import NotFound, quoted
from hwkcli.figures.timeline import Figures
from hwkcli.model import Metric


class Subject(NamedTuple):
    """What is asked for."""

    metric: Metric | None
    """None where all figures of the territories are asked for."""
    territories: tuple[str, ...]
    """The keys of Kreise and the AGS of towns, as they are asked for; empty where none is named."""
    said: tuple[str, ...] = ()
    """What whoever asks must know of them, a sentence each."""


def subject(figures: Figures, words: Sequence[str], kreise: Sequence[str]) -> Subject:
    """What some words ask for (`Umsatz`, `Kreis Unna`, `Betriebe Unna`), with the Kreise that are named as such.

    A metric goes before a Kreis of the same name. Raises NotFound, with suggestions, for words that are neither, and
    what `Figures.asked` raises.
    """
    metric, place = _split(figures, list(words)) if words else (None, None)
    asked = [one for word in (*kreise, *([place] if place else ())) for one in figures.asked(word, metric)]
    nothing = f"no figure of {metric.id}" if metric else "no figures"
    towns = dict.fromkeys(one.town for one in asked if one.town)
    said = [f"{town.name} has {nothing} of its own; what follows is {town.kreis}" for town in towns]
    return Subject(metric, tuple(dict.fromkeys(one.key for one in asked)), tuple(said))


def _split(figures: Figures, words: list[str]) -> tuple[Metric | None, str | None]:
    """The metric and the place that words name."""
    whole = " ".join(words)
    if exact := figures.names.exactly(whole):
        return figures.metrics[exact], None
    if _is_place(figures, whole):
        return None, whole
    if similar := figures.names.find(whole):
        return figures.metrics[similar], None
    for cut in range(1, len(words)):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        for name, place in ((head, tail), (tail, head)):
            if (found := figures.names.find(name)) and _is_place(figures, place):
                return figures.metrics[found], place
    try:
        figures.asked(whole)
    except NotFound as unknown:
        near = (*figures.names.near(whole), *unknown.suggestions)[:3]
    raise NotFound(f"no metric and no Kreis {quoted(whole)}; hwk stats --list names the metrics", near)


def _is_place(figures: Figures, word: str) -> bool:
    try:
        figures.asked(word)
    except NotFound:
        return False
    return True


def missing(figures: Figures, metric: Metric, territories: Iterable[str]) -> str:
    """What to say of territories without a figure of a metric, or of none in particular: at which times there is one,
    or, where there never is, who has one."""
    wanted = list(territories)
    every = figures.of(metric.id)
    times = [one for one in every if not wanted or one.territory in wanted]
    sometimes = [key for key in wanted if any(one.territory == key for one in times)]
    never = [key for key in wanted if key not in sometimes]
    said = []
    if sometimes or (times and not wanted):
        whose = _for(figures, sometimes)
        said.append(f"{whose} at that time; there are some from {times[0].as_of} to {times[-1].as_of}")
    if never:
        having = dict.fromkeys(one.territory for one in figures.latest(metric.id))
        said.append(f"{_for(figures, never)}; there are some for {_names(figures, having)}")
    return f"no figure of {metric.id}" + (", and none".join(said) or ", at no time and nowhere")


def _for(figures: Figures, territories: Iterable[str]) -> str:
    return f" for {names}" if (names := _names(figures, territories)) else ""


def _names(figures: Figures, territories: Iterable[str]) -> str:
    return ", ".join(figures.territories[key] for key in territories)
