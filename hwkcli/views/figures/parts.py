"""What the tables of figures are put together from: cells, columns, notes, numbered sources."""

from collections.abc import Callable, Iterable, Sequence

from hwkcli.figures.timeline import Figures
from hwkcli.language import Language, number, pick, word
from hwkcli.model import Figure, Metric
from hwkcli.views.page import Cell, Page, heading
from hwkcli.views.sources import cite_with_address


def page(title: str, keys: Sequence[str], rows: Sequence[Sequence[Cell]], notes: Sequence[str], lang: Language) -> Page:
    """A table of the columns in which any row says something."""
    shown = [column for column in range(len(keys)) if any(row[column] for row in rows)]
    headings = tuple(heading(keys[column], lang) for column in shown)
    return Page(title, headings, tuple(tuple(row[column] for column in shown) for row in rows), tuple(notes))


def title(figures: Figures, metric: Metric, found: Sequence[Figure], lang: Language) -> str:
    """What is counted, and where, if it is in one territory."""
    territories = dict.fromkeys(figures.territories[figure.territory] for figure in found)
    return ", ".join((pick(metric.label, lang), *(territories if len(territories) == 1 else ())))


def marks(figures: Figures, figure: Figure, lang: Language, breaks: bool = False) -> str:
    """What is to be known of a figure at a glance: exact or rounded, computed, in conflict, after a break."""
    if figures.metrics[figure.metric].kind == "ratio":
        said = [word("computed" if figure.precision == "exact" else "computed_rounded", lang)]
    else:
        said = [word("computed" if figure.derived else figure.precision, lang)]
    said += [word("conflict", lang)] if figure.conflicts_with else []
    said += [word("break", lang)] if breaks else []
    return ", ".join(said)


def series(metric: Metric, figure: Figure, found: Iterable[Figure], lang: Language) -> str:
    """The label of a figure's series, where the answer has several."""
    if len({other.series for other in found}) == 1:
        return ""
    return next(pick(series.label, lang) for series in metric.series if series.id == figure.series)


def percent(value: float | None, lang: Language) -> str:
    """A share, to one place; empty if there is none."""
    return "" if value is None else number(value, lang, 1) + {"de": " %", "en": "%"}[lang]


def notes(
    figures: Figures,
    metric: Metric,
    found: Sequence[Figure],
    lang: Language,
    breaks: bool = False,
    bases: Sequence[Figure] = (),
) -> list[str]:
    """What must be known of a metric, of these figures of it, and of those that they are compared with."""
    said = [f"{word('description', lang)}: {pick(metric.description, lang)}"] if metric.description else []
    if metric.kind == "ratio":
        said += [formula(figures, metric, lang), word("ratio_note", lang), *_parts(figures, found, lang)]
    elif len(metric.series) > 1 and len({figure.series for figure in found}) == 1:
        said.append(f"{word('series', lang)}: {scope(figures, found[0], lang)}")
    if metric.kind != "ratio" and any(figure.derived for figure in found):
        said.append(word("sum_note", lang))
    said += [word("break_note", lang)] if breaks else []
    said += [word("conflict_note", lang)] if any(figure.conflicts_with for figure in (*found, *bases)) else []
    return said


def scope(figures: Figures, figure: Figure, lang: Language) -> str:
    """What the figures of a figure's series are, in words."""
    of_metric = figures.metrics[figure.metric].series
    return next(pick(series.description, lang) for series in of_metric if series.id == figure.series)


def _parts(figures: Figures, found: Iterable[Figure], lang: Language) -> list[str]:
    """What the two parts of ratios are, for metrics that have several series."""
    parts = [figures.by_id[id] for figure in found for id in figure.inputs]
    several = [part for part in parts if len(figures.metrics[part.metric].series) > 1]
    return list(
        dict.fromkeys(
            f"{pick(figures.metrics[one.metric].label, lang)}: {scope(figures, one, lang)}" for one in several
        )
    )


def formula(figures: Figures, metric: Metric, lang: Language) -> str:
    """The formula of a ratio, in the names of its two metrics."""
    ratio = figures.ratios[metric.id]
    names = [pick(figures.metrics[id].label, lang) for id in (ratio.id, ratio.dividend, ratio.divisor)]
    factor = f"{number(ratio.factor, lang)} × " if ratio.factor != 1 else ""
    return f"{names[0]} = {factor}{names[1]} / {names[2]}"


class References:
    """The sources of some figures, and of others beside them, numbered in their order, each once with its address."""

    def __init__(
        self, figures: Figures, found: Sequence[Figure], lang: Language, beside: Sequence[Figure] = ()
    ) -> None:
        self.figures, self.found, self.lang = figures, found, lang
        sources = (source.id for figure in (*found, *beside) for source in figures.sources_of(figure))
        self.numbers = {id: number for number, id in enumerate(dict.fromkeys(sources), 1)}

    def mark(self, figure: Figure) -> str:
        """The numbers of a figure's sources."""
        return "".join(f"[{self.numbers[source.id]}]" for source in self.figures.sources_of(figure))

    def notes(self, name: Callable[[Figure], str]) -> list[str]:
        """A line for each figure that has a note, under a name, and one for each source."""
        said = [f"{name(figure)}: {pick(figure.note, self.lang)}" for figure in self.found if figure.note]
        return [*said, *self.cited()]

    def cited(self) -> list[str]:
        """A line for each source."""
        cited = self.numbers.items()
        return [f"[{number}] {cite_with_address(self.figures.sources[id], self.lang)}" for id, number in cited]
