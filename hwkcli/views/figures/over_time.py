"""The latest figures of the territories, and figures over time with what changed between them."""

from collections.abc import Sequence

from hwkcli.figures.changes import Point
from hwkcli.figures.timeline import Figures
from hwkcli.language import Language, change, date, pick, value, word
from hwkcli.model import Figure, Metric
from hwkcli.views.figures.parts import References, marks, notes, page, series, title
from hwkcli.views.figures.records import point_record, record
from hwkcli.views.page import View, view


def latest(
    figures: Figures, metric: Metric, found: Sequence[Figure], lang: Language, points: Sequence[Point] = ()
) -> View:
    """The last figure of each territory; with its change, where points are given for them."""
    change_of = {point.figure.id: point for point in points}
    bases = [point.base for point in points if point.base is not None]
    refs = References(figures, found, lang, bases)
    keys = ("territory", "value", "as_of", "change", "change_percent", "base", "precision", "series", "source")
    rows = [
        (
            figures.territories[figure.territory],
            value(figure, lang),
            date(figure.as_of, lang),
            *_changes(change_of.get(figure.id), lang),
            marks(figures, figure, lang),
            series(metric, figure, found, lang),
            refs.mark(figure),
        )
        for figure in found
    ]
    said = notes(figures, metric, found, lang, bases=bases)
    said += refs.notes(lambda figure: figures.territories[figure.territory])
    records = [
        point_record(figures, change_of[figure.id], lang) if points else record(figures, figure, lang)
        for figure in found
    ]
    return view(records, page(pick(metric.label, lang), keys, rows, said, lang))


def history(figures: Figures, metric: Metric, points: Sequence[Point], lang: Language, since: bool = False) -> View:
    """The figures of some territories, series by series, with the change from each to the next, or since a time."""
    found = [point.figure for point in points]
    bases = [point.base for point in points if since and point.base is not None]
    refs = References(figures, found, lang, bases)
    several = len({figure.territory for figure in found}) > 1
    keys = ("territory", "series", "as_of", "value", "change", "change_percent", "base", "precision", "source")
    rows = [
        (
            figures.territories[point.figure.territory] if several else "",
            series(metric, point.figure, found, lang),
            date(point.figure.as_of, lang),
            value(point.figure, lang),
            *_changes(point, lang)[: None if since else 2],
            *([] if since else [""]),
            marks(figures, point.figure, lang, point.breaks),
            refs.mark(point.figure),
        )
        for point in points
    ]
    said = [
        *notes(figures, metric, found, lang, any(point.breaks for point in points), bases),
        *refs.notes(lambda figure: date(figure.as_of, lang)),
    ]
    records = [point_record(figures, point, lang) for point in points]
    return view(records, page(title(figures, metric, found, lang), keys, rows, said, lang))


def _changes(point: Point | None, lang: Language) -> list[str]:
    """The cells of a change: how much, in per cent, and against which figure."""
    if point is None or point.base is None:
        return ["", "", ""]
    unit = point.figure.unit
    conflict = word("conflict", lang) if point.base.conflicts_with else ""
    return [
        change(point.change, unit, lang, point.rounded),
        change(point.change_percent, "change_percent", lang, point.rounded),
        f"{value(point.base, lang)} ({', '.join(filter(None, (date(point.base.as_of, lang), conflict)))})",
    ]
