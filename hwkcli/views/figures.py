"""Which columns, in which order, for figures over time: the latest, a history, a chart, territories side by side."""

from collections.abc import Iterable, Sequence
from typing import Any

from hwkcli import period
from hwkcli.figures.timeline import Figures, Point, Share, gap
from hwkcli.language import Language, change, date, number, pick, value, word
from hwkcli.model import Figure, Metric
from hwkcli.views.page import Bar, Cell, Heading, Page, View, heading, view
from hwkcli.views.sources import cite


def metrics(figures: Figures, lang: Language) -> View:
    """What is counted, how many figures there are of it, and for which years."""
    records: list[dict[str, Any]] = []
    rows: list[tuple[str, ...]] = []
    for metric in figures.metrics.values():
        found = figures.of(metric.id, all_figures=True)
        years = [period.parse(figure.as_of).end.year for figure in found]
        first, last = min(years, default=None), max(years, default=None)
        description = pick(metric.description, lang) if metric.description else ""
        named = {"metric": metric.id, "label": pick(metric.label, lang), "unit": metric.unit, "kind": metric.kind}
        counted = {"figures": len(found), "first_year": first, "last_year": last, "description": description}
        records.append({**named, **counted})
        years_covered = f"{first}–{last}" if first != last else str(first or "")
        rows.append((metric.id, pick(metric.label, lang), str(len(found)), years_covered, description))
    keys = ("id", "metric", "counted", "covered", "description")
    headings = tuple(heading(key, lang) for key in keys)
    return view(records, Page(figures.district.chamber.district, headings, tuple(rows)))


def latest(figures: Figures, metric: Metric, found: Sequence[Figure], lang: Language) -> View:
    """The last figure of each territory."""
    records = [_record(figures, figure, lang) for figure in found]
    refs = _References(figures, found, lang)
    keys = ["territory", "value", "as_of", "precision", "series", "source"]
    rows = [
        (
            figures.territories[figure.territory],
            value(figure, lang),
            date(figure.as_of, lang),
            _marks(figure, lang),
            _series(metric, figure, lang),
            refs.mark(figure),
        )
        for figure in found
    ]
    shown = [column for column, key in enumerate(keys) if key != "series" or len({f.series for f in found}) > 1]
    notes = [*_notes(metric, found, lang), *refs.notes(lambda figure: figures.territories[figure.territory])]
    return view(records, _page(pick(metric.label, lang), keys, rows, shown, notes, lang))


def history(figures: Figures, metric: Metric, points: Sequence[Point], lang: Language) -> View:
    """The figures of one territory, series by series, with the change from each to the next."""
    found = [point.figure for point in points]
    records = [_point_record(figures, point, lang) for point in points]
    refs = _References(figures, found, lang)
    keys = ["series", "as_of", "value", "change", "change_percent", "precision", "source"]
    rows = [
        (
            _series(metric, point.figure, lang),
            date(point.figure.as_of, lang),
            value(point.figure, lang),
            change(point.change, point.figure.unit, lang, point.rounded),
            change(point.change_percent, "change_percent", lang, point.rounded),
            _marks(point.figure, lang, point.breaks),
            refs.mark(point.figure),
        )
        for point in points
    ]
    shown = [column for column, key in enumerate(keys) if key != "series" or len({f.series for f in found}) > 1]
    shown = [column for column in shown if keys[column] != "change_percent" or any(row[column] for row in rows)]
    notes = [*_notes(metric, found, lang), *refs.notes(lambda figure: date(figure.as_of, lang))]
    if any(point.breaks for point in points):
        notes.insert(1, word("break_note", lang))
    title = f"{pick(metric.label, lang)}, {figures.territories[found[0].territory]}"
    return view(records, _page(title, keys, rows, shown, notes, lang))


def chart(figures: Figures, metric: Metric, points: Sequence[Point], lang: Language) -> View:
    """The same as bars that begin at nothing, with the years that have no figure, the breaks and the conflicts."""
    found = [point.figure for point in points]
    most = max(figure.value for figure in found) or 1
    most = 100 if metric.unit == "percent" else most
    several = len({figure.series for figure in found}) > 1
    rows: list[tuple[Cell, ...]] = []
    before: Figure | None = None
    for point in points:
        figure = point.figure
        if several and (before is None or before.series != figure.series):
            broken = f" ({word('break', lang)})" if point.breaks else ""
            rows.append((f"{_series(metric, figure, lang)}{broken}", "", "", ""))
            before = None
        if before is not None and (years := gap(before, figure)):
            rows.append(("–".join(dict.fromkeys(map(str, years))), "", "–", word("no_figure", lang)))
        mark = _marks(figure, lang) if figure.precision == "rounded" or figure.conflicts_with else ""
        rows.append((date(figure.as_of, lang), Bar(figure.value, most), value(figure, lang), mark))
        before = figure
    scale = f"0 … {value(found[0]._replace(value=most), lang)}"
    headings = (heading("as_of", lang), Heading(scale), heading("value", lang), Heading("", rank=9))
    notes = [word("conflict_note", lang)] if any(figure.conflicts_with for figure in found) else []
    notes += [word("break_note", lang)] if any(point.breaks for point in points) else []
    cited = dict.fromkeys(cite(figures.source(figure), lang) for figure in found)
    title = f"{pick(metric.label, lang)}, {figures.territories[found[0].territory]}"
    page = Page(title, headings, tuple(rows), (*notes, *(f"{word('source', lang)}: {source}" for source in cited)))
    return view([_point_record(figures, point, lang) for point in points], page)


def shares(figures: Figures, metric: Metric, beside: Sequence[Share], lang: Language) -> View:
    """The territories side by side. Nothing is added up."""
    found = [share.figure for share in beside if share.figure]
    refs = _References(figures, found, lang)
    records, rows = [], []
    for share in beside:
        figure = share.figure
        record: dict[str, Any] = {"name": share.kreis.name, "key": share.kreis.key, "kind": share.kreis.kind}
        empty = dict.fromkeys(_KEYS, None) | {"metric": metric.id, "label": pick(metric.label, lang)}
        record |= _record(figures, figure, lang) if figure else empty
        record["share_percent"] = None if share.percent is None else round(share.percent, 1)
        records.append(record)
        percent = "" if share.percent is None else number(share.percent, lang, 1) + {"de": " %", "en": "%"}[lang]
        shown = ("–", "", "", word("no_figure", lang), "")
        if figure:
            shown = (value(figure, lang), date(figure.as_of, lang), percent, _marks(figure, lang), refs.mark(figure))
        rows.append((share.kreis.key, share.kreis.name, *shown))
    keys = ["key", "name", "value", "as_of", "share", "precision", "source"]
    notes = [*_notes(metric, found, lang), word("no_total", lang)]
    notes += refs.notes(lambda figure: figures.territories[figure.territory])
    return view(records, _page(pick(metric.label, lang), keys, rows, range(len(keys)), notes, lang))


_KEYS = (
    *("metric", "label", "territory", "territory_key", "value", "printed", "unit", "as_of", "precision", "derived"),
    *("formula", "source", "kind_of_figure", "series", "rank", "conflicts_with", "note"),
)


def _record(figures: Figures, figure: Figure, lang: Language) -> dict[str, Any]:
    metric = figures.metrics[figure.metric]
    return {
        "metric": figure.metric,
        "label": pick(metric.label, lang),
        "territory": figures.territories[figure.territory],
        "territory_key": figure.territory,
        "value": figure.value,
        "printed": figure.printed,
        "unit": figure.unit,
        "as_of": figure.as_of,
        "precision": figure.precision,
        "derived": False,
        "formula": None,
        "source": cite(figures.source(figure), lang),
        "kind_of_figure": metric.kind,
        "series": figure.series,
        "rank": figures.source(figure).rank,
        "conflicts_with": list(figure.conflicts_with),
        "note": pick(figure.note, lang) if figure.note else None,
    }


def _point_record(figures: Figures, point: Point, lang: Language) -> dict[str, Any]:
    changes = {"change": point.change, "change_percent": point.change_percent, "change_rounded": point.rounded}
    return _record(figures, point.figure, lang) | changes


def _page(
    title: str,
    keys: Sequence[str],
    rows: Sequence[tuple[Cell, ...]],
    shown: Iterable[int],
    notes: Sequence[str],
    lang: Language,
) -> Page:
    shown = list(shown)
    headings = tuple(heading(keys[column], lang) for column in shown)
    return Page(title, headings, tuple(tuple(row[column] for column in shown) for row in rows), tuple(notes))


def _marks(figure: Figure, lang: Language, breaks: bool = False) -> str:
    """What is to be known of a figure at a glance: rounded, in conflict, after a break."""
    marks = [word(figure.precision, lang)]
    marks += [word("conflict", lang)] if figure.conflicts_with else []
    marks += [word("break", lang)] if breaks else []
    return ", ".join(marks)


def _series(metric: Metric, figure: Figure, lang: Language) -> str:
    return next(pick(series.label, lang) for series in metric.series if series.id == figure.series)


def _notes(metric: Metric, found: Sequence[Figure], lang: Language) -> list[str]:
    description = f"{word('description', lang)}: {pick(metric.description, lang)}" if metric.description else ""
    return [description, word("conflict_note", lang) if any(figure.conflicts_with for figure in found) else ""]


class _References:
    """The sources of some figures, numbered in the order of the figures."""

    def __init__(self, figures: Figures, found: Sequence[Figure], lang: Language) -> None:
        self.figures, self.found, self.lang = figures, found, lang
        self.numbers = {id: n for n, id in enumerate(dict.fromkeys(figure.source for figure in found), 1)}

    def mark(self, figure: Figure) -> str:
        """The number of a figure's source."""
        return f"[{self.numbers[figure.source]}]"

    def notes(self, name: Any) -> list[str]:
        """A line for each figure that has a note, under a name, and one for each source."""
        said = [f"{name(figure)}: {pick(figure.note, self.lang)}" for figure in self.found if figure.note]
        cited = [f"[{number}] {cite(self.figures.sources[id], self.lang)}" for id, number in self.numbers.items()]
        return [*said, *cited]
