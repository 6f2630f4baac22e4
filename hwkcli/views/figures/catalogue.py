"""What is counted, and for which years."""

from typing import Any

from hwkcli.figures.changes import when
from hwkcli.figures.timeline import Figures
from hwkcli.language import Language, pick, word
from hwkcli.model import Metric
from hwkcli.views.figures.parts import formula
from hwkcli.views.page import Page, View, heading, view


def metrics(figures: Figures, lang: Language) -> View:
    """All metrics and ratios, with the number of their figures and the years that these are for."""
    records = [_record(figures, metric, lang) for metric in figures.metrics.values()]
    rows = [
        (record["metric"], record["label"], str(record["figures"]), _years(record), record["description"])
        for record in records
    ]
    headings = tuple(heading(key, lang) for key in ("id", "metric", "counted", "covered", "description"))
    return view(records, Page(figures.district.chamber.district, headings, tuple(rows), (word("names_note", lang),)))


def _record(figures: Figures, metric: Metric, lang: Language) -> dict[str, Any]:
    found = figures.of(metric.id, all_figures=True)
    years = [when(figure).end.year for figure in found]
    description = pick(metric.description, lang) if metric.description else ""
    return {
        "metric": metric.id,
        "label": pick(metric.label, lang),
        "unit": metric.unit,
        "kind": metric.kind,
        "figures": len(found),
        "first_year": min(years, default=None),
        "last_year": max(years, default=None),
        "description": formula(figures, metric, lang) if metric.kind == "ratio" else description,
        "aliases": list(metric.aliases),
    }


def _years(record: dict[str, Any]) -> str:
    first, last = record["first_year"], record["last_year"]
    return f"{first}–{last}" if first != last else str(first or "")
