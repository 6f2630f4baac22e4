"""Figures as bars in the terminal. They begin at nothing; what is not known has none."""

from collections.abc import Sequence

from hwkcli.figures.beside import Share, usual
from hwkcli.figures.changes import Point, gap
from hwkcli.figures.timeline import Figures
from hwkcli.language import Language, date, pick, value, word
from hwkcli.model import Figure, Metric
from hwkcli.views.figures.beside import share_record
from hwkcli.views.figures.parts import References, notes, series, title
from hwkcli.views.figures.records import point_record
from hwkcli.views.page import Bar, Cell, Heading, Page, View, heading, view

Rows = list[tuple[Cell, ...]]


def over_time(figures: Figures, metric: Metric, points: Sequence[Point], lang: Language) -> View:
    """A bar for each figure, in the order of time, with the years that have no figure, the breaks and the conflicts."""
    found = [point.figure for point in points]
    most, refs = _most(metric, found), References(figures, found, lang)
    several = len({figure.territory for figure in found}) > 1
    rows: Rows = []
    before: Figure | None = None
    for point in points:
        figure = point.figure
        if before is None or (before.territory, before.series) != (figure.territory, figure.series):
            place = figures.territories[figure.territory] if several else ""
            label = ", ".join(filter(None, (place, series(metric, figure, found, lang))))
            broken = f" ({word('break', lang)})" if point.breaks else ""
            rows += [(f"{label}{broken}", "", "", "")] if label else []
            before = None
        if before is not None and (years := gap(before, figure)):
            between = "–".join(dict.fromkeys(map(str, years)))
            rows.append((_label(between, word("no_figure", lang)), "", "–", ""))
        label = _label(date(figure.as_of, lang), *_marks(figure, lang))
        rows.append((label, Bar(figure.value, most), value(figure, lang), refs.mark(figure)))
        before = figure
    headings = (heading("as_of", lang)._replace(rank=0), *_scale(found[0], most, lang))
    said = notes(figures, metric, found, lang, any(point.breaks for point in points))
    page = Page(title(figures, metric, found, lang), headings, tuple(rows), (*said, *refs.cited()))
    return view([point_record(figures, point, lang) for point in points], page)


def side_by_side(figures: Figures, metric: Metric, beside: Sequence[Share], lang: Language) -> View:
    """A bar for each Kreis, with the date of its figure where it is not that of most."""
    found = [share.figure for share in beside if share.figure]
    most, typical, refs = _most(metric, found), usual(found), References(figures, found, lang)
    rows: Rows = []
    for share in beside:
        figure = share.figure
        if figure is None:
            rows.append((_label(share.kreis.name, word("no_figure", lang)), "", "–", ""))
            continue
        time = "" if figure.as_of == typical.as_of else date(figure.as_of, lang)
        label = _label(share.kreis.name, time, series(metric, figure, found, lang), *_marks(figure, lang))
        rows.append((label, Bar(figure.value, most), value(figure, lang), refs.mark(figure)))
    headings = (heading("name", lang), *_scale(found[0], most, lang))
    same = all(figure.as_of == typical.as_of for figure in found)
    dated = f"{word('as_of', lang)}: {date(typical.as_of, lang)}{'' if same else word('unless_said', lang)}"
    said = (dated, *notes(figures, metric, found, lang), *refs.cited())
    page = Page(pick(metric.label, lang), headings, tuple(rows), said)
    return view([share_record(figures, metric, share, lang) for share in beside], page)


def _most(metric: Metric, found: Sequence[Figure]) -> float:
    """The value of the longest bar that there could be: all of 100 per cent, or the largest figure."""
    return 100 if metric.unit == "percent" else max(figure.value for figure in found) or 1


def _scale(figure: Figure, most: float, lang: Language) -> tuple[Heading, ...]:
    """The headings of bars, values and sources; that of the bars says what their length means."""
    scale = Heading(f"0 … {value(figure._replace(value=most), lang)}", rank=0)
    return scale, heading("value", lang), heading("source", lang)


def _label(name: str, *said: str) -> str:
    """What stands before a bar: what it is of, and what must be known of it. The column is never left out."""
    known = ", ".join(filter(None, said))
    return f"{name} ({known})" if known else name


def _marks(figure: Figure, lang: Language) -> tuple[str, str]:
    """What sets a figure apart from others: that it is rounded, that it is in conflict."""
    return (
        word("rounded", lang) if figure.precision == "rounded" else "",
        word("conflict", lang) if figure.conflicts_with else "",
    )
