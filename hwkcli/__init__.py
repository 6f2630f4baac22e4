"""Germany's chambers of crafts: the district of the Handwerkskammer Dortmund in depth, and which chamber is responsible
for any place in Germany. All answers are typed and frozen records.

>>> import hwkcli
>>> [town.name for town in hwkcli.towns(kreis="Unna", sort="population")][:3]
['Lünen', 'Unna', 'Bergkamen']
>>> hwkcli.find("boenen")[0].town.ags
'05978008'
>>> [answer.chamber.name for answer in hwkcli.chamber("80331")]
['Handwerkskammer für München und Oberbayern']
>>> hwkcli.figure("businesses").value
20498

The functions about a district answer from the shipped data, or from the `district` that is passed on: what `load`
gives for another file. Failures are `HwkError`s, whose text is one line. All functions may be called from several
threads.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from hwkcli import handed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from hwkcli.errors import (
        Ambiguous,
        BadData,
        BadFile,
        BadSetting,
        Conflict,
        EmptyQuery,
        Fault,
        HwkError,
        NotFound,
        UnknownDay,
    )
    from hwkcli.figures.changes import Point
    from hwkcli.gazetteer.find import Finder
    from hwkcli.gazetteer.history.chronicle import Event
    from hwkcli.gazetteer.history.crosswalk import Crossing
    from hwkcli.gazetteer.history.past import Successor
    from hwkcli.gazetteer.match import Match
    from hwkcli.gazetteer.responsible import Answer
    from hwkcli.model import (
        Chamber,
        Contact,
        Cooperation,
        District,
        Figure,
        Kind,
        Kreis,
        Land,
        Locality,
        Source,
        Territory,
        Town,
    )

__version__ = "0.2.0"

__all__ = [
    "Ambiguous",
    "Answer",
    "BadData",
    "BadFile",
    "BadSetting",
    "Chamber",
    "Conflict",
    "Contact",
    "Cooperation",
    "Crossing",
    "District",
    "EmptyQuery",
    "Event",
    "Fault",
    "Figure",
    "HwkError",
    "Kreis",
    "Land",
    "Locality",
    "Match",
    "NotFound",
    "Point",
    "Source",
    "Successor",
    "Territory",
    "Town",
    "UnknownDay",
    "chamber",
    "chambers",
    "crosswalk",
    "figure",
    "find",
    "history",
    "kreise",
    "load",
    "match",
    "over_time",
    "show",
    "stats",
    "successors",
    "towns",
]

_HOMES = {
    "errors": "Ambiguous BadData BadFile BadSetting Conflict EmptyQuery Fault HwkError NotFound UnknownDay",
    "figures.changes": "Point",
    "gazetteer.history.chronicle": "Event",
    "gazetteer.history.crosswalk": "Crossing",
    "gazetteer.history.past": "Successor",
    "gazetteer.match": "Match",
    "gazetteer.responsible": "Answer",
    "model": "Chamber Contact Cooperation District Figure Kreis Land Locality Source Territory Town",
}
"""The rooms of the public names that are not defined here: each is entered when the first of its names is asked for."""


def __getattr__(name: str) -> Any:
    for room, names in _HOMES.items():
        if name in names.split():
            from importlib import import_module

            return getattr(import_module(f"hwkcli.{room}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names, also those whose rooms were not entered yet."""
    return [*__all__, "__version__"]


def chamber(
    word: str, *, land: str | None = None, kreis: str | None = None, postal_code: str | None = None
) -> "tuple[Answer, ...]":
    """The chambers responsible for all places in Germany that a word means, with the evidence for each.

    The word is the name of a municipality, a locality, a Kreis or a Land, alone or with what it lies in; a postal
    code, alone or with a place; an AGS, an ARS, or the key of a Kreis or a Land. `land`, `kreis` and `postal_code`
    narrow it. There is one answer for each place and chamber, municipalities first, of each kind the largest first:
    where the answers have several chambers, the word does not decide between them. Raises NotFound, with
    `suggestions`, if there is no such place, and EmptyQuery for an empty word.
    """
    from hwkcli.gazetteer import responsible

    if land is None and kreis is None and postal_code is None:
        return responsible.known_chamber(handed.text(word))
    narrow = [None if one is None else handed.text(one) for one in (land, kreis, postal_code)]
    return responsible.narrowed_chamber(handed.text(word), *narrow)


def chambers() -> "tuple[Chamber, ...]":
    """All Handwerkskammern, by their codes."""
    from hwkcli.gazetteer.store import responsibility

    return responsibility.chambers()


def successors(key: str, on: "str | date | None" = None) -> "tuple[Successor, ...]":
    """What a key of a municipality (AGS) or Kreis is today: today's keys with shares that add up to 1, the greatest
    first.

    A key of today is itself, with the share 1. With `on` (a date, or text as `2010-12-31`), the key is that of this
    day, and parts of the municipality that went to others since are counted; without, it is the key of today, or else
    what had it last, on its last day. Raises NotFound for a key that never was (with `on`, for one that was not on that
    day), and UnknownDay, a ValueError, for a day before the data of its Land begin.

    >>> [(to.key, to.name, to.share) for to in successors("16056000")]
    [('16063105', 'Eisenach', '1')]
    >>> [(to.name, round(to.part, 3)) for to in successors("05139117")]
    [('Monheim am Rhein', 0.849), ('Leverkusen', 0.151)]
    """
    from hwkcli.gazetteer.history import crosswalk, search

    return crosswalk.successors_of(search.key(handed.text(key)), handed.day(on) if on is not None else None)


def history(word: str, *, since: "str | date | None" = None, until: "str | date | None" = None) -> "tuple[Event, ...]":
    """What happened to the one municipality or Kreis, of today or of before, that a name or a key means: in the order
    of the days, its names and keys, what went into it and from it, and what became of it.

    `since` and `until` (dates, or text as `1975-01-01`) narrow it; both days are included. Raises NotFound if the word
    means nothing, Ambiguous, with `candidates`, if it means several.

    >>> [(event.date, event.change, event.next_name) for event in history("Wattenscheid", since="1960-01-01")]
    [('1975-01-01', 'dissolved', 'Bochum, Stadt')]
    """
    from hwkcli.gazetteer.history import chronicle, search

    first = handed.day(since) if since is not None else ""
    last = handed.day(until) if until is not None else "9"
    found = chronicle.events(search.find(handed.text(word)))
    return tuple(event for event in found if first <= event.date <= last)


def crosswalk(from_date: "str | date") -> "Iterator[Crossing]":
    """All municipalities of a day (a date, or text as `2010-12-31`), each with today's keys and the share of it that is
    in each; also those that did not change. In the order of the keys, the greatest share first.

    Raises UnknownDay, a ValueError, for a day before the data begin. Days before 3 October 1990 are without the East.

    >>> [(one.ags, one.next_ags, one.share) for one in crosswalk("2020-12-31") if one.ags == "16056000"]
    [('16056000', '16063105', '1')]
    """
    from hwkcli.gazetteer.history import crosswalk

    return crosswalk.crosswalk(handed.day(from_date))


def towns(
    kreis: str | Iterable[str] | None = None,
    kind: "Kind | Iterable[Kind] | None" = None,
    sort: Literal["source", "name", "population", "area"] = "source",
    *,
    chamber: str | None = None,
    district: "District | None" = None,
) -> "tuple[Town, ...]":
    """The entries of the district, in the order of the release.

    `kreis` is the name, short form or key of a Kreis or the name of a group, or several of them; `kind` is `city`,
    `town`, `municipality`, `locality` or `unincorporated`, or several; `sort` is `source`, `name`, `population` or
    `area` (the last two: the greatest first). `chamber` names another chamber, whose towns come in the
    order of their keys. Raises NotFound for an unknown Kreis or chamber, EmptyQuery for an empty one, ValueError for
    an unknown kind or sort.
    """
    from hwkcli.gazetteer import territory

    return territory.towns(_district(district, chamber), handed.texts(kreis), handed.texts(kind), sort)


def kreise(
    word: str | None = None, *, chamber: str | None = None, district: "District | None" = None
) -> "tuple[Kreis, ...]":
    """The territories of the district or of another chamber, or those that a name, short form, key or group means.

    Raises NotFound for an unknown one, EmptyQuery for an empty one.
    """
    from hwkcli.gazetteer import territory

    own = _district(district, chamber)
    return own.kreise if word is None else territory.kreise(own, handed.text(word))


def find(word: str, *, district: "District | None" = None) -> "tuple[Match, ...]":
    """All places in Germany that a name, a postal code, a key or an address means: the answer first, where it is one;
    else municipalities, then Kreise, Länder and localities, of each the largest first.

    Raises NotFound, with `suggestions`, if there is none; Conflict, with `candidates`, if one part of an address
    contradicts another (`59174 Unna`); EmptyQuery for an empty word.
    """
    from hwkcli.gazetteer import find as room

    return room.known(handed.text(word)) if district is None else _finder(district).ask(handed.text(word)).matches


def show(word: str, *, district: "District | None" = None) -> "Match":
    """The one place that a word means. Raises Ambiguous, with `candidates`, if several mean it equally, and what
    `find` raises."""
    return _finder(district).one(handed.text(word))[0]


def match(
    table: Any,
    *,
    place: str | int | tuple[Any, ...] | None = None,
    postal_code: str | int | tuple[Any, ...] | None = None,
    key: str | int | tuple[Any, ...] | None = None,
    kreis: str | int | tuple[Any, ...] | None = None,
    land: str | int | tuple[Any, ...] | None = None,
    country: str | int | tuple[Any, ...] | None = None,
    latitude: str | int | tuple[Any, ...] | None = None,
    longitude: str | int | tuple[Any, ...] | None = None,
    prefix: str = "hwk_",
    district: bool = False,
    key_date: "str | date | None" = None,
) -> Any:
    """A table of addresses with municipality, Kreis, Land and chamber for each row, in the columns `hwk_ags` to
    `hwk_candidates`; `hwk_how` says how each was found. (Extra: `match`.)

    The table is a frame of Polars, pandas or Arrow, and so is the answer; of a path, the answer is a frame of Polars.
    The columns are known by their headings or their content, unless they are named: by the heading as it is in the
    frame, or by the number of the column as text, counted from `"1"`; an empty name says that there is none. `prefix`
    is what the new columns begin with. With `district`, the answer is only `inside` or `outside` the Dortmund
    district. `key_date` is the day of the register that the keys are of (else today, or any day before). Raises
    BadSetting, a ValueError, where it is not clear which columns to read, and BadFile for a file that cannot be read.
    """
    from hwkcli.matching import frames

    given = {"place": place, "postal_code": postal_code, "key": key, "kreis": kreis, "land": land}
    given |= {"country": country, "latitude": latitude, "longitude": longitude}
    day = handed.day(key_date) if key_date else ""
    return frames.annotated(table, frames.Wanted(given, district, handed.text(prefix), day))


def stats(*, district: "District | None" = None) -> "tuple[Figure, ...]":
    """The headline figures, and the ratios that follow from them (`derived`, with their `formula`)."""
    from hwkcli.figures import headline

    return headline.stats(_district(district))


def figure(metric: str, *, district: "District | None" = None) -> "Figure":
    """The figure of a metric: `businesses`, `employees`, `apprentices`, `revenue` (in EUR), or a ratio.

    Raises NotFound, with `suggestions`, if there is none.
    """
    from hwkcli.figures import headline

    return headline.figure(_district(district), handed.text(metric))


def over_time(
    metric: str, kreis: str | None = None, *, all_figures: bool = False, district: "District | None" = None
) -> "tuple[Point, ...]":
    """The figures of a metric over time, of the district or of a Kreis (or a town that has figures), series by series,
    each with its change against the one before in its series.

    Secondary figures beside a primary one are left out, unless all are wanted. Raises NotFound for an unknown metric
    or Kreis, and if the district's data file names no file with figures over time.
    """
    from hwkcli.figures import timeline
    from hwkcli.files import load

    own = _district(district)
    figures = timeline.Figures(own, load.history(own))
    territory = figures.territory(handed.text(kreis)) if kreis else "district"
    return figures.points(figures.of(handed.text(metric), territory, all_figures=all_figures))


def load(file: "str | Path | None" = None) -> "District":
    """The district in a data file; the shipped one without a file. Raises BadFile if it cannot be read, BadData, with
    all its `faults`, if it is not in order."""
    from hwkcli.files import load

    return load.district(file)


def _finder(district: "District | None") -> "Finder":
    """What answers queries about the shipped district, or another one."""
    from hwkcli.gazetteer.find import Finder, shipped

    return shipped() if district is None else Finder(own=handed.district(district))


def _district(district: "District | None", chamber: str | None = None) -> "District":
    """The district that is passed on, that of a chamber, or the shipped one."""
    from hwkcli.files import load

    own = None if district is None else handed.district(district)
    if chamber is None:
        return load.district() if own is None else own
    from hwkcli.gazetteer import territory

    return territory.district_of(handed.text(chamber), lambda: load.district() if own is None else own)
