"""The district of the Handwerkskammer Dortmund, as typed and frozen records.

>>> import hwkcli
>>> [town.name for town in hwkcli.towns(kreis="Unna", sort="population")][:3]
['Lünen', 'Unna', 'Bergkamen']
>>> hwkcli.find("boenen")[0].town.ags
'05978008'
>>> hwkcli.figure("businesses").value
20498

Every function answers from the shipped data, or from the `district` that is passed on: what `load` gives for
another file. Failures are `HwkError`s, whose text is one line.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from hwkcli import figures as _figures
from hwkcli import lookup as _lookup
from hwkcli.errors import Ambiguous, BadData, BadFile, EmptyQuery, Fault, HwkError, NotFound
from hwkcli.lookup import Match
from hwkcli.model import Contact, Cooperation, District, Figure, Kreis, Locality, Source, Town
from hwkcli.store import load

if TYPE_CHECKING:
    from hwkcli.history import Point

__version__ = "0.1.0"

Kind = Literal["city", "town", "municipality", "locality"]
"""What an entry can be: kreisfreie Stadt, kreisangehörige Stadt, Gemeinde, or a locality listed like one."""

__all__ = [
    "Ambiguous",
    "BadData",
    "BadFile",
    "Contact",
    "Cooperation",
    "District",
    "EmptyQuery",
    "Fault",
    "Figure",
    "HwkError",
    "Kreis",
    "Locality",
    "Match",
    "NotFound",
    "Source",
    "Town",
    "figure",
    "find",
    "kreise",
    "load",
    "over_time",
    "show",
    "stats",
    "towns",
]


def towns(
    kreis: str | Iterable[str] | None = None,
    kind: Kind | Iterable[Kind] | None = None,
    sort: Literal["source", "name", "population", "area"] = "source",
    *,
    district: District | None = None,
) -> tuple[Town, ...]:
    """The entries of the district, in the order of the release.

    `kreis` is the name, short form or key of a Kreis or the name of a group, or several of them; `kind` is
    `city`, `town`, `municipality` or `locality`, or several; `sort` is `source`, `name`, `population` or `area`
    (the last two: the greatest first). Raises NotFound for an unknown Kreis, EmptyQuery for an empty one, ValueError
    for an unknown kind or sort.
    """
    return _lookup.towns(_or_shipped(district), _several(kreis), _several(kind), sort)


def kreise(word: str | None = None, *, district: District | None = None) -> tuple[Kreis, ...]:
    """The territories of the district, or those that a name, short form, key or group means.

    Raises NotFound for an unknown one, EmptyQuery for an empty one.
    """
    district = _or_shipped(district)
    return district.kreise if word is None else _lookup.kreise(district, word)


def find(word: str, *, district: District | None = None) -> tuple[Match, ...]:
    """All places that a name, postal code or key means: municipalities, then Kreise, then localities.

    Raises NotFound, with `suggestions`, if there is none, and EmptyQuery for an empty word.
    """
    return _lookup.find(_or_shipped(district), word)


def show(word: str, *, district: District | None = None) -> Match:
    """The one place that a word means. Raises Ambiguous, with `candidates`, if several mean it equally, and what
    `find` raises."""
    return _lookup.one(_or_shipped(district), word)[0]


def stats(*, district: District | None = None) -> tuple[Figure, ...]:
    """The headline figures, and the ratios that follow from them (`derived`, with their `formula`)."""
    return _figures.stats(_or_shipped(district))


def figure(metric: str, *, district: District | None = None) -> Figure:
    """The figure of a metric: `businesses`, `employees`, `apprentices`, `revenue` (in EUR), or a ratio.

    Raises NotFound, with `suggestions`, if there is none.
    """
    return _figures.figure(_or_shipped(district), metric)


def over_time(
    metric: str, kreis: str | None = None, *, all_figures: bool = False, district: District | None = None
) -> "tuple[Point, ...]":
    """The figures of a metric over time, of the district or of a Kreis (or a town that has figures), series by series,
    each with its change against the one before in its series.

    Secondary figures beside a primary one are left out, unless all are wanted. Raises NotFound for an unknown metric
    or Kreis, and if the district's data file names no file with figures over time.
    """
    from hwkcli import history, store

    district = _or_shipped(district)
    figures = history.Figures(district, store.history(district))
    territory = figures.territory(kreis) if kreis else "district"
    return figures.points(figures.of(metric, territory, all_figures=all_figures))


def _or_shipped(district: District | None) -> District:
    return load() if district is None else district


def _several(words: str | Iterable[str] | None) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words or ())
