"""What a question about figures is about: a metric, some territories, or both."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hwkcli.errors import Message, NotFound, Time, quoted
from hwkcli.figures.names import called
from hwkcli.figures.timeline import Figures
from hwkcli.model import Metric, Town


class Subject(NamedTuple):
    """What is asked for."""

    metric: Metric | None
    """None where all figures of the territories are asked for."""
    territories: tuple[str, ...]
    """The keys of Kreise and the AGS of towns, as they are asked for; empty where none is named."""
    said: tuple[Message, ...] = ()
    """What whoever asks must know of them, a sentence each."""


def subject(figures: Figures, words: Sequence[str], kreise: Sequence[str]) -> Subject:
    """What some words ask for (`Umsatz`, `Kreis Unna`, `Betriebe Unna Hamm`), with the Kreise that are named as such.

    A metric goes before a Kreis of the same name. Raises NotFound, with suggestions, for words that are neither, and
    what `Figures.asked` raises.
    """
    metric, places = _split(figures, list(words)) if words else (None, ())
    asked = [one for word in (*kreise, *places) for one in figures.asked(word, metric)]
    towns = dict.fromkeys(one.town for one in asked if one.town)
    said = tuple(_without(town, metric) for town in towns)
    return Subject(metric, tuple(dict.fromkeys(one.key for one in asked)), said)


def _without(town: Town, metric: Metric | None) -> Message:
    """What to say of a town whose Kreis stands for it."""
    if metric is None:
        return Message("{town} has no figures of its own; what follows is {kreis}", town=town.name, kreis=town.kreis)
    nothing = "{town} has no figure of {metric} of its own; what follows is {kreis}"
    return Message(nothing, town=town.name, metric=called(metric), kreis=town.kreis)


def _split(figures: Figures, words: list[str]) -> tuple[Metric | None, Sequence[str]]:
    """The metric and the places that words name."""
    whole = " ".join(words)
    if exact := figures.names.exactly(whole):
        return figures.metrics[exact], ()
    if _is_place(figures, whole):
        return None, [whole]
    if similar := figures.names.find(whole):
        return figures.metrics[similar], ()
    named = _behind_metric(figures, words)
    for metric, rest in named:
        if places := _places(figures, rest):
            return metric, places
    if places := _places(figures, words):
        return None, places
    # Beside a metric, the rest is meant to be a Kreis.
    unknown = " ".join(named[0][1]) if named else whole
    try:
        figures.asked(unknown)
    except NotFound as error:
        if place := error.args[0].values.get("place"):
            district = figures.district.chamber.district
            elsewhere = "{place} lies outside the {district}, and only of that there are figures"
            raise NotFound(elsewhere, place=place, district=district) from None
        if named:
            raise
        near = (*figures.names.near(whole), *error.suggestions)[:3]
    raise NotFound("no metric and no Kreis {words}; hwk stats --list names the metrics", near, words=quoted(whole))


def _places(figures: Figures, words: list[str]) -> list[str]:
    """The places that words name one after the other, each in as many of the words as name one; none if any word is
    left over."""
    for cut in range(len(words), 0, -1):
        first, rest = " ".join(words[:cut]), words[cut:]
        if _is_place(figures, first):
            others = _places(figures, rest)
            return [first, *others] if others or not rest else []
    return []


def _behind_metric(figures: Figures, words: list[str]) -> list[tuple[Metric, list[str]]]:
    """In each way in which some of the words, the first or the last ones, name a metric: that, and the others."""
    cuts = range(1, len(words))
    parted = [pair for cut in cuts for pair in ((words[:cut], words[cut:]), (words[cut:], words[:cut]))]
    found = [(figures.names.find(" ".join(name)), rest) for name, rest in parted]
    return [(figures.metrics[metric], rest) for metric, rest in found if metric]


def _is_place(figures: Figures, word: str) -> bool:
    try:
        figures.asked(word)
    except NotFound:
        return False
    return True


def missing(figures: Figures, metric: Metric, territories: Iterable[str]) -> Message:
    """What to say of territories without a figure of a metric, or of none in particular: at which times there is one,
    or, where there never is, who has one."""
    wanted = list(territories)
    every = figures.of(metric.id)
    times = [one for one in every if not wanted or one.territory in wanted]
    sometimes = [key for key in wanted if any(one.territory == key for one in times)]
    never = [key for key in wanted if key not in sometimes]
    said = []
    if times and not wanted:
        then = "no figure of {metric} at that time; there are some from {first} to {last}"
        said.append(Message(then, metric=called(metric), first=Time(times[0].as_of), last=Time(times[-1].as_of)))
    if sometimes:
        then = "no figure of {metric} for {names} at that time; there are some from {first} to {last}"
        names, first, last = _names(figures, sometimes), Time(times[0].as_of), Time(times[-1].as_of)
        said.append(Message(then, metric=called(metric), names=names, first=first, last=last))
    if never:
        having = _names(figures, dict.fromkeys(one.territory for one in figures.latest(metric.id)))
        nothing = "no figure of {metric} for {names}; there are some for {others}"
        said.append(Message(nothing, metric=called(metric), names=_names(figures, never), others=having))
    if len(said) == 2:
        return Message("{one}; {other}", one=said[0], other=said[1])
    return said[0] if said else Message("no figure of {metric}, at no time and nowhere", metric=called(metric))


def _names(figures: Figures, territories: Iterable[str]) -> str:
    return ", ".join(figures.territories[key] for key in territories)
