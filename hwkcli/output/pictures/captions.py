"""The words around a picture: title, unit, formula, sources."""

from collections.abc import Sequence

from hwkcli.figures.changes import when
from hwkcli.figures.timeline import Figures
from hwkcli.language import Language, date, word
from hwkcli.model import Figure, Metric
from hwkcli.output.pictures.settings import Settings
from hwkcli.output.pictures.sheet import Words
from hwkcli.views.figures.parts import formula, title
from hwkcli.views.sources import cite_with_address


def around(figures: Figures, metric: Metric, found: Sequence[Figure], settings: Settings, lang: Language) -> Words:
    """What stands around a picture of figures: sources by their short names, or all of them with their addresses."""
    unit = "" if metric.kind == "ratio" else word(f"unit_{metric.unit.lower()}", lang)
    sources = list(dict.fromkeys(source for figure in found for source in figures.sources_of(figure)))
    dated = f"{word('dated', lang)} {_span(found, lang)}"
    foot = [f"{word('computed', lang)}: {formula(figures, metric, lang)}"] if metric.kind == "ratio" else []
    if settings.all_sources:
        foot += [f"{word('sources', lang)} ({dated}):", *(cite_with_address(source, lang) for source in sources)]
    else:
        names = dict.fromkeys(source.short_name or source.publisher for source in sources)
        foot.append(f"{word('source', lang)}: {', '.join(names)}; {dated}")
    return Words(title(figures, metric, found, lang) if settings.title is None else settings.title, unit, foot)


def joined(*parts: str) -> str:
    """The parts that say something, in one line."""
    return " · ".join(filter(None, parts))


def _span(found: Sequence[Figure], lang: Language) -> str:
    """The first and the last time of figures."""
    in_order = sorted(found, key=lambda figure: when(figure).end)
    first, last = date(in_order[0].as_of, lang), date(in_order[-1].as_of, lang)
    return first if first == last else f"{first} – {last}"
