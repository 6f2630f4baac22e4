"""A figure as a record for machines, with the keys that all answers about figures share."""

from typing import Any

from hwkcli import period
from hwkcli.figures.changes import Point
from hwkcli.figures.timeline import Figures
from hwkcli.language import Language, pick
from hwkcli.model import Figure, Source
from hwkcli.views.sources import cite

KEYS = (
    *("metric", "label", "territory", "territory_key", "value", "printed", "unit", "as_of", "precision", "derived"),
    *("formula", "source", "period", "source_url", "kind_of_figure", "series", "rank", "conflicts_with", "note"),
)


def times_and_sources(figure: Figure, sources: tuple[Source, ...], lang: Language) -> dict[str, Any]:
    """The parts of a record that say what the figure rests on, and its time as an interval of ISO 8601."""
    return {
        "source": "; ".join(cite(source, lang) for source in sources),
        "period": period.parse(figure.as_of).iso,
        "source_url": "; ".join(source.url for source in sources if source.url) or None,
    }


def as_printed(figure: Figure) -> dict[str, Any]:
    """The parts of a record that say what the figure is, and how it is printed or computed."""
    return {
        key: getattr(figure, key) for key in ("value", "printed", "unit", "as_of", "precision", "derived", "formula")
    }


def record(figures: Figures, figure: Figure, lang: Language) -> dict[str, Any]:
    """The record of a figure, with the keys of `KEYS`."""
    metric, sources = figures.metrics[figure.metric], figures.sources_of(figure)
    return {
        "metric": figure.metric,
        "label": pick(metric.label, lang),
        "territory": figures.territories[figure.territory],
        "territory_key": figure.territory,
        **as_printed(figure),
        **times_and_sources(figure, sources, lang),
        "kind_of_figure": metric.kind,
        "series": figure.series,
        "rank": "secondary" if any(source.rank == "secondary" for source in sources) else "primary",
        "conflicts_with": list(figure.conflicts_with),
        "note": pick(figure.note, lang) if figure.note else None,
    }


def point_record(figures: Figures, point: Point, lang: Language) -> dict[str, Any]:
    """The record of a figure, and of its change."""
    changes = {"change": point.change, "change_percent": point.change_percent, "change_rounded": point.rounded}
    since = {"change_since": point.base.as_of if point.base else None}
    return record(figures, point.figure, lang) | changes | since
