"""Choose figures by what they count, and compute the ratios that follow from them."""

import re
from typing import NamedTuple

from hwkcli.errors import NotFound, quoted
from hwkcli.model import District, Figure, Text


class Ratio(NamedTuple):
    """A figure that follows from two others of the same date: `factor` × `dividend` / `divisor`."""

    id: str
    dividend: str
    divisor: str
    factor: int
    label: Text


RATIOS = (
    Ratio(
        "employees_per_business",
        "employees",
        "businesses",
        1,
        Text("Beschäftigte je Betrieb", "Employees per business"),
    ),
    Ratio(
        "apprentices_per_100_employees",
        "apprentices",
        "employees",
        100,
        Text("Auszubildende je 100 Beschäftigte", "Apprentices per 100 employees"),
    ),
    Ratio("revenue_per_business", "revenue", "businesses", 1, Text("Umsatz je Betrieb", "Revenue per business")),
    Ratio("revenue_per_employee", "revenue", "employees", 1, Text("Umsatz je Beschäftigten", "Revenue per employee")),
)


def stats(district: District) -> tuple[Figure, ...]:
    """The headline figures in the file's order, then the ratios that follow from them."""
    own = {figure.metric: figure for figure in district.figures}
    ratios = [_derive(ratio, own[ratio.dividend], own[ratio.divisor]) for ratio in RATIOS if _follows(ratio, own)]
    return (*district.figures, *ratios)


def figure(district: District, metric: str) -> Figure:
    """The figure or ratio of a metric: `businesses`, `employees`, `apprentices`, `revenue`, `revenue_per_business` ...

    Raises NotFound, with suggestions, if there is none.
    """
    known = {figure.metric: figure for figure in stats(district)}
    if metric in known:
        return known[metric]
    from difflib import get_close_matches

    near = get_close_matches(metric[:60], known, n=3)
    raise NotFound(f"no figure {quoted(metric)}; there are {', '.join(known)}", tuple(near))


def ratio(metric: str) -> Ratio:
    """The ratio of this id. Raises KeyError if there is none."""
    return {ratio.id: ratio for ratio in RATIOS}[metric]


def label(district: District, metric: str) -> Text:
    """What a metric or a ratio is called. Raises KeyError if it is neither."""
    labels = {ratio.id: ratio.label for ratio in RATIOS} | {metric.id: metric.label for metric in district.metrics}
    return labels[metric]


def significant_digits(printed: str) -> int:
    """How many digits of a rounded printed value are significant: `16,4 Mrd.` has three, `rund 19.000` two.

    Zeros at the end of a whole number are not, those behind a decimal comma are.
    """
    whole, places = _digits(printed)
    return len((whole.rstrip("0") if not places else whole + places).lstrip("0"))


def fineness(printed: str) -> float:
    """The step to which a rounded printed value is rounded: `16,4 Mrd.` to 100,000,000, `rund 19.000` to 1000."""
    whole, places = _digits(printed)
    step = 10.0 ** -len(places) if places else 10.0 ** (len(whole) - len(whole.rstrip("0")))
    return step * (1e9 if re.search("Mrd|billion", printed) else 1)


def _digits(printed: str) -> tuple[str, str]:
    """The digits before and behind the decimal sign; one or two digits behind a comma or a dot are decimal places."""
    match = re.search(r"(\d[\d., ]*?)(?:[.,](\d{1,2}))?(?!\d|[.,]\d)", printed)
    return (re.sub(r"\D", "", match[1]), match[2] or "") if match else ("", "")


def _follows(ratio: Ratio, own: dict[str, Figure]) -> bool:
    dividend, divisor = own.get(ratio.dividend), own.get(ratio.divisor)
    return bool(dividend and divisor and divisor.value and dividend.as_of == divisor.as_of)


def _derive(ratio: Ratio, dividend: Figure, divisor: Figure) -> Figure:
    """A ratio of rounded figures is rounded alike: to the significant digits of the coarser one."""
    value = ratio.factor * dividend.value / divisor.value
    rounded = [part for part in (dividend, divisor) if part.precision == "rounded" and part.printed]
    if rounded:
        digits = min(significant_digits(part.printed or "") for part in rounded)
        value = float(f"{value:.{digits}g}")
    factor = f"{ratio.factor} * " if ratio.factor != 1 else ""
    return Figure(
        metric=ratio.id,
        value=value,
        printed=None,
        unit=dividend.unit,
        as_of=dividend.as_of,
        precision="rounded" if rounded else "exact",
        source=dividend.source,
        formula=f"{factor}{ratio.dividend} / {ratio.divisor}",
    )
