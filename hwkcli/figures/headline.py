"""The headline figures of a district, and the ratios that follow from them."""

from hwkcli.errors import Message
from hwkcli.figures import ratios
from hwkcli.figures.names import Names
from hwkcli.model import District, Figure, Metric, Ratio, Text


def stats(district: District) -> tuple[Figure, ...]:
    """The headline figures in the file's order, then the ratios that follow from two of the same date."""
    own = {figure.metric: figure for figure in district.figures}
    derived = [
        ratios.derive(ratio, own[ratio.dividend], own[ratio.divisor])
        for ratio in district.ratios
        if {ratio.dividend, ratio.divisor} <= set(own)
        and own[ratio.divisor].value
        and own[ratio.dividend].as_of == own[ratio.divisor].as_of
    ]
    return (*district.figures, *derived)


def figure(district: District, word: str) -> Figure:
    """The figure or ratio that a word names: `businesses`, `employees`, `Umsatz`, `revenue_per_business` ...

    Raises NotFound, with suggestions, if there is none.
    """
    known = {figure.metric: figure for figure in stats(district)}
    names = Names(record for record in _records(district) if record.id in known)
    return known[names.required(word, Message("no figure"), Message("there are {names}", names=", ".join(known)))]


def ratio(district: District, id: str) -> Ratio:
    """The ratio of this id. Raises KeyError if there is none."""
    return {ratio.id: ratio for ratio in district.ratios}[id]


def label(district: District, id: str) -> Text:
    """What a metric or a ratio is called. Raises KeyError if it is neither."""
    return {record.id: record.label for record in _records(district)}[id]


def _records(district: District) -> list[Metric | Ratio]:
    return [*district.metrics, *district.ratios]
