"""The headline figures of a district, and the ratios that follow from them, as a table."""

from collections.abc import Sequence

from hwkcli.figures import headline
from hwkcli.language import Language, date, pick, value, word
from hwkcli.model import District, Figure, Source
from hwkcli.views.figures.records import as_printed, times_and_sources
from hwkcli.views.page import Page, View, heading, view
from hwkcli.views.sources import cite_with_address


def stats(district: District, chosen: Sequence[Figure], lang: Language) -> View:
    """Figures of the district, with date and source."""
    records = tuple(
        {
            "metric": figure.metric,
            "label": pick(headline.label(district, figure.metric), lang),
            "territory": district.chamber.district,
            "territory_key": "district",
            **as_printed(figure),
            **times_and_sources(figure, _sources(district, figure), lang),
        }
        for figure in chosen
    )
    headings = tuple(heading(key, lang) for key in ("metric", "value", "as_of", "precision"))
    rows = tuple(
        (
            pick(headline.label(district, figure.metric), lang),
            value(figure, lang),
            date(figure.as_of, lang),
            _precision(figure, lang),
        )
        for figure in chosen
    )
    formulas = [_formula(district, figure, lang) for figure in chosen if figure.derived]
    cited = dict.fromkeys(source for figure in chosen for source in _sources(district, figure))
    sources = [f"{word('source', lang)}: {cite_with_address(source, lang)}" for source in cited]
    return view(records, Page(district.chamber.district, headings, rows, tuple(dict.fromkeys(formulas + sources))))


def _sources(district: District, figure: Figure) -> tuple[Source, ...]:
    """The sources of a figure, or of those that it follows from."""
    by_id = {own.id: own for own in district.figures}
    ids = [by_id[id].source for id in figure.inputs] or [figure.source]
    return tuple(district.source(id) for id in dict.fromkeys(ids))


def _precision(figure: Figure, lang: Language) -> str:
    """Whether the source prints the figure exactly or rounded; or that it is computed, and from rounded ones."""
    if not figure.derived:
        return word(figure.precision, lang)
    return word("computed" if figure.precision == "exact" else "computed_rounded", lang)


def _formula(district: District, figure: Figure, lang: Language) -> str:
    """The formula of a ratio, in the names of its figures."""
    ratio = headline.ratio(district, figure.metric)
    names = [pick(headline.label(district, metric), lang) for metric in (figure.metric, ratio.dividend, ratio.divisor)]
    factor = f"{ratio.factor} × " if ratio.factor != 1 else ""
    return f"{names[0]} = {factor}{names[1]} / {names[2]}"
