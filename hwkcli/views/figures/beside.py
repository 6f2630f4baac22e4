"""Territories side by side, and all figures of a territory beside those of the district. Nothing is added up."""

from collections.abc import Sequence
from typing import Any

from hwkcli.figures.beside import Entry, Share
from hwkcli.figures.changes import when
from hwkcli.figures.timeline import Figures
from hwkcli.language import Language, date, number, pick, value, word
from hwkcli.model import Figure, Metric
from hwkcli.views.figures.parts import References, marks, notes, page, percent, scope, series
from hwkcli.views.figures.records import KEYS, record
from hwkcli.views.page import View, view


def shares(figures: Figures, metric: Metric, beside: Sequence[Share], lang: Language) -> View:
    """The Kreise side by side, with their shares of the district."""
    found = [share.figure for share in beside if share.figure]
    refs = References(figures, found, lang)
    keys = ("key", "name", "value", "as_of", "share", "precision", "series", "source")
    rows = [(share.kreis.key, share.kreis.name, *_cells(figures, metric, share, found, refs, lang)) for share in beside]
    # In the tables of statistical offices this sign stands for exactly nothing.
    unknown = [f"–: {word('no_figure', lang)}"] if len(found) < len(beside) else []
    said = [*unknown, *notes(figures, metric, found, lang), word("no_total", lang)]
    said += refs.notes(lambda figure: figures.territories[figure.territory])
    records = [share_record(figures, metric, share, lang) for share in beside]
    return view(records, page(pick(metric.label, lang), keys, rows, said, lang))


def _cells(
    figures: Figures, metric: Metric, share: Share, found: Sequence[Figure], refs: References, lang: Language
) -> tuple[str, ...]:
    figure = share.figure
    if figure is None:
        return "–", "", "", word("no_figure", lang), "", ""
    return (
        value(figure, lang),
        date(figure.as_of, lang),
        percent(share.percent, lang),
        marks(figures, figure, lang),
        series(metric, figure, found, lang),
        refs.mark(figure),
    )


def share_record(figures: Figures, metric: Metric, share: Share, lang: Language) -> dict[str, Any]:
    """The record of a Kreis and its figure; without one, the values are None."""
    empty = dict.fromkeys(KEYS, None) | {"metric": metric.id, "label": pick(metric.label, lang)}
    return {
        "name": share.kreis.name,
        "key": share.kreis.key,
        "kind": share.kreis.kind,
        **(record(figures, share.figure, lang) if share.figure else empty),
        "share_percent": None if share.percent is None else round(share.percent, 1),
    }


def profile(figures: Figures, entries: Sequence[Entry], lang: Language) -> View:
    """All figures of some territories, metric by metric, beside those of the district."""
    found = [entry.figure for entry in entries]
    refs = References(figures, found, lang, [figure for entry in entries for figure in entry.district])
    names = list(dict.fromkeys(figures.territories[figure.territory] for figure in found))
    keys = ("metric", "territory", "value", "as_of", "first", "in_district", "share", "per_1000", "precision")
    rows = [
        (
            pick(entry.metric.label, lang),
            figures.territories[entry.figure.territory] if len(names) > 1 else "",
            f"{value(entry.figure, lang)} {refs.mark(entry.figure)}",
            date(entry.figure.as_of, lang),
            str(when(entry.first).end.year),
            " / ".join(_of_district(entry, figure, refs, lang) for figure in entry.district),
            percent(entry.percent, lang),
            "" if entry.per_1000 is None else number(entry.per_1000, lang, 2),
            marks(figures, entry.figure, lang),
        )
        for entry in entries
    ]
    said = [*_computed(figures, entries, lang), *_other_times(figures, entries, lang)]
    said += [word("sum_note", lang)] if any(figure.derived for figure in found) else []
    said += refs.notes(lambda figure: _named(figures, figure, lang))
    records = [_entry_record(figures, entry, lang) for entry in entries]
    shown = page(", ".join(names), keys, rows, said, lang)
    if len(names) < 2:
        return view(records, shown)
    # What is compared is the share; the figure of the district stands in the share, too.
    ranks = {"share": 1, "in_district": 3, "first": 5}
    headings = tuple(one._replace(rank=ranks.get(one.key, one.rank)) for one in shown.headings)
    return view(records, shown._replace(headings=headings))


def _of_district(entry: Entry, figure: Figure, refs: References, lang: Language) -> str:
    """The district's figure, with the numbers of its sources where they are others than those of the territory's."""
    mark = refs.mark(figure)
    return value(figure, lang) if mark == refs.mark(entry.figure) else f"{value(figure, lang)} {mark}"


def _other_times(figures: Figures, entries: Sequence[Entry], lang: Language) -> list[str]:
    """The dates of the district's figures, where they are not those of the territories'."""
    others = [one for entry in entries for one in entry.district if one.as_of != entry.figure.as_of]
    return list(
        dict.fromkeys(f"{_named(figures, one, lang)}: {word('dated', lang)} {date(one.as_of, lang)}" for one in others)
    )


def _named(figures: Figures, figure: Figure, lang: Language) -> str:
    return f"{pick(figures.metrics[figure.metric].label, lang)}, {figures.territories[figure.territory]}"


def _computed(figures: Figures, entries: Sequence[Entry], lang: Language) -> list[str]:
    """How the computed columns are computed."""
    said = [word("share_formula", lang)] if any(entry.percent is not None for entry in entries) else []
    inhabitants = dict.fromkeys(entry.inhabitants for entry in entries if entry.inhabitants)
    said += [word("per_1000_formula", lang)] if inhabitants else []
    said += [
        f"{_named(figures, figure, lang)}: {value(figure, lang)} "
        f"({date(figure.as_of, lang)}, {scope(figures, figure, lang)})"
        for figure in inhabitants
    ]
    said += [word("conflict_note", lang)] if any(entry.figure.conflicts_with for entry in entries) else []
    return said


def _entry_record(figures: Figures, entry: Entry, lang: Language) -> dict[str, Any]:
    total = entry.district[0] if len(entry.district) == 1 else None
    return record(figures, entry.figure, lang) | {
        "first_as_of": entry.first.as_of,
        "district_value": total.value if total else None,
        "district_as_of": total.as_of if total else None,
        "share_percent": None if entry.percent is None else round(entry.percent, 1),
        "population": entry.inhabitants.value if entry.inhabitants else None,
        "population_as_of": entry.inhabitants.as_of if entry.inhabitants else None,
        "per_1000_inhabitants": None if entry.per_1000 is None else round(entry.per_1000, 2),
        "formulas": [
            *(["share_percent = 100 * value / district_value"] if entry.percent is not None else []),
            *(["per_1000_inhabitants = 1000 * value / population"] if entry.inhabitants else []),
        ],
    }
