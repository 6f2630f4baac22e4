"""From a typed word to the places it means, or to a failure that helps.

A word is a name, an alias, the release's spelling, a locality, a postal code or a key. It matches when it
folds to the same key as one of a place's names: nothing is guessed, near names are only suggested.
"""

import re
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any, NamedTuple

from hwkcli.errors import Ambiguous, NotFound, quoted
from hwkcli.model import KINDS, Chamber, District, Kreis, Land, Locality, Municipality, Town
from hwkcli.naming.fold import fold, readings, required

HOWS = ("exact", "alias", "printed", "locality", "postal_code", "key")
"""The ways in which a match can be made, the strongest first."""

_TITLES = {
    "city": ("stadt", "kreisfreie stadt", "gemeinde"),
    "town": ("stadt", "gemeinde"),
    "municipality": ("gemeinde",),
    "unincorporated": (),
}
"""The words that may stand before a municipality's name, by its kind."""

_POSTAL_CODE = r"(?:d |de )?([0-9]{5})(?: (.+))?|(.+) ([0-9]{5})"
_LONGEST_SUGGESTED = 60
_MOST_WORDS = 12


class Match(NamedTuple):
    """One place that a query means, and how that was found out."""

    query: str
    how: str
    """One of `HOWS`."""
    place: Town | Kreis | Locality | Land
    kind: str
    """`city`, `town`, `municipality`, `locality` or `kreis`; outside the district also `unincorporated` or `land`."""
    name: str
    town: Town | None
    """The municipality that the place is or lies in; None for a Kreis or a Land, and where it is not known."""
    kreis: Kreis | None
    """The Kreis that the place is or lies in; None for a Land, and for what belongs to no Kreis."""
    company: bool = False
    """Whether the query is the postal code of a company or of P.O. boxes, which is of lower trust."""
    namesakes: tuple[Municipality, ...] = ()
    """Municipalities that bear the name of the locality."""
    composed: bool = False
    """Whether the query names the locality together with its municipality."""
    land: str | None = None
    """The Land, where the answer is one about all of Germany."""
    chambers: tuple[Chamber, ...] = ()
    """The chambers responsible, where the answer is one about all of Germany."""
    confidence: str | None = None
    """How well it is known that they are: `high`, `medium` or `low`."""
    in_district: bool = True
    inside: tuple[str, ...] = ()
    """Of a Kreis that answers to a postal code, its places whose municipality is not known."""

    @property
    def label(self) -> str:
        """A name that finds this place before all others: `Witten-Stockum`, `Kamen`, `Kreis Unna`."""
        if self.kind != "locality" or self.town is None or self.name.startswith(self.town.name):
            return self.name
        if self.name.startswith("Stadtbezirk") and self.town.name in self.name:
            return self.name
        return f"{self.town.name}-{self.name}"

    @property
    def full_label(self) -> str:
        """The label; outside the district with the Kreis that the place lies in."""
        kreis = self.kreis.name if self.kreis and not self.in_district else self.label
        return self.label if kreis == self.label else f"{self.label} ({kreis})"


class Index:
    """The places of one district by the keys of their names and by their codes."""

    def __init__(self, district: District) -> None:
        self.district = district
        self.names: dict[str, dict[int, Match]] = {}
        self.codes: dict[str, dict[int, Match]] = {}
        self.kept: dict[str, tuple[Match, ...]] = {}
        """Answers that were given already, about all of Germany."""
        self.labels: dict[str, list[str]] = {}
        """What may be suggested, by folded names; made when the first suggestion is wanted."""
        self.namesakes = {namesake.name: namesake.municipalities for namesake in district.namesakes}
        for kreis in district.kreise:
            municipalities = {town.ags: town for town in kreis.municipalities}
            listed = {(town.ags, town.name) for town in kreis.towns if town.kind == "locality"}
            for town in kreis.towns:
                if town.kind == "locality":
                    self._add_locality(town, municipalities[town.ags], kreis)
                    continue
                self._add_municipality(town, kreis)
                for locality in town.localities:
                    if (town.ags, locality.name) not in listed:
                        self._add_locality(locality, town, kreis)
            if kreis.kind == "kreis":
                self._add_kreis(kreis)

    def _add_municipality(self, town: Town, kreis: Kreis) -> None:
        match = Match("", "", town, town.kind, town.name, town, kreis)
        exact = [town.name]
        if town.official_name is not None:
            name, _, title = town.official_name.partition(", ")
            exact += [town.official_name, f"{title} {name}"]
        for how, names in (("exact", exact), ("alias", town.aliases), ("printed", filter(None, [town.printed_name]))):
            named = match._replace(how=how)
            for key in map(fold, names):
                for form in (key, *(f"{title} {key}" for title in _TITLES[town.kind])):
                    self._put(self.names, form, named)
        by_code, by_key = match._replace(how="postal_code"), match._replace(how="key")
        for code in town.postal_codes:
            self._put(self.codes, code, by_code)
        for code in town.company_postal_codes:
            self._put(self.codes, code, by_code._replace(company=True))
        for code in filter(None, (town.ags, town.ars, kreis.key if kreis.kind == "kreisfreie_stadt" else None)):
            self._put(self.codes, code, by_key)

    def _add_locality(self, locality: Locality | Town, town: Town, kreis: Kreis) -> None:
        namesakes = self.namesakes.get(locality.name, ())
        match = Match("", "locality", locality, "locality", locality.name, town, kreis, namesakes=namesakes)
        key = fold(locality.name)
        self._put(self.names, key, match)
        if isinstance(locality, Town):
            for how, names in (("alias", locality.aliases), ("printed", filter(None, [locality.printed_name]))):
                for name in names:
                    self._put(self.names, fold(name), match._replace(how=how))
        elif locality.kind == "stadtbezirk":
            short = " ".join(word for word in key.split() if word != "stadtbezirk")
            self._put(self.names, f"stadtbezirk {short}", match)
            if all(fold(other.name) != short for other in town.localities):
                self._put(self.names, short, match)

    def _add_kreis(self, kreis: Kreis) -> None:
        match = Match("", "", kreis, "kreis", kreis.name, None, kreis)
        self._put(self.names, fold(kreis.name), match._replace(how="exact"))
        for alias in filter(None, (kreis.short_name, *kreis.aliases)):
            self._put(self.names, fold(alias), match._replace(how="alias"))
        self._put(self.codes, kreis.key, match._replace(how="key"))

    @staticmethod
    def _put(index: dict[str, dict[int, Match]], key: str, match: Match) -> None:
        for reading in readings(key):
            index.setdefault(reading, {}).setdefault(id(match.place), match)

    def named(self, key: str) -> dict[int, Match]:
        """The places that a folded name means, alone (`annen`) or, for a locality, with its municipality before or
        behind it (`witten annen`, `annen witten`)."""
        matches = dict(self.names.get(key, {}))
        words = key.split()
        for cut in range(1, len(words) if len(words) <= _MOST_WORDS else 1):
            head, tail = " ".join(words[:cut]), " ".join(words[cut:])
            for whole, part in ((head, tail), (tail, head)):
                wholes = self.names.get(whole, {})
                for place, match in self.names.get(part, {}).items():
                    if match.kind == "locality" and id(match.town) in wholes:
                        matches.setdefault(place, match._replace(composed=True))
        return matches

    def near(self, key: str) -> tuple[str, ...]:
        """Up to three names that look like a key, best first; for a code, the one that lost its leading zero."""
        if len(key) > _LONGEST_SUGGESTED:
            return ()
        if "0" + key in self.codes:
            return (f"0{key}",)
        from difflib import get_close_matches

        if not self.labels:
            labels = {name: [match.label for match in matches.values()] for name, matches in self.names.items()}
            self.labels = labels | {fold(label): [label] for near in labels.values() for label in near}
        titles = [title for titles in _TITLES.values() for title in titles]
        bare = next((key.removeprefix(f"{title} ") for title in titles if key.startswith(f"{title} ")), key)
        close = [get_close_matches(reading, self.labels, n=3, cutoff=0.75) for reading in reversed(readings(bare))]
        return tuple(dict.fromkeys(label for names in close for name in names for label in self.labels[name]))[:3]


_indexes: dict[int, Index] = {}
_lock = Lock()


def index_of(district: District) -> Index:
    """The index of a district, made once as long as it is in use."""
    # It keeps the district alive, so that its id stays its own.
    index = _indexes.get(id(district))
    if index is None:
        index = Index(district)
        with _lock:
            while len(_indexes) >= 4:
                del _indexes[next(iter(_indexes))]
            _indexes[id(district)] = index
    return index


def find(district: District, word: str) -> tuple[Match, ...]:
    """All places that a word means: municipalities first, then Kreise, then localities; of each, those with the
    stronger way of matching first, then in the file's order.

    The word is a name in any spelling that folds to it, a postal code (`59174`, `D-59174`, or with the place,
    `59174 Kamen`, which must agree), an AGS, an ARS or a Kreis key. Raises EmptyQuery if it has no letter or
    digit, NotFound, with suggestions, if it means no place of the district.
    """
    index = index_of(district)
    found = matches(index, word)
    if not found:
        near = index.near(required(word, "a query"))
        hint = "" if near else "; hwk towns names them all"
        raise NotFound(f"no place {quoted(word)} in the {district.chamber.district}{hint}", near)
    return found


def matches(index: Index, word: str) -> tuple[Match, ...]:
    """The same as `find`, in the district of an index, but empty where the word means no place of it."""
    key = required(word, "a query")
    digits = key.replace(" ", "")
    coded = re.fullmatch(_POSTAL_CODE, key)
    if digits.isdecimal():
        found = index.codes.get(digits, {})
    elif coded:
        found = _at_code(index, coded[1] or coded[4], coded[2] or coded[3])
    else:
        found = index.named(key)
    ranked = sorted(found.values(), key=_rank)
    return tuple(match._replace(query=word) for match in ranked)


def _rank(match: Match) -> tuple[int, int, bool]:
    """Municipalities, then Kreise, then localities; the stronger way of matching first."""
    order = {"kreis": 1, "locality": 2}.get(match.kind, 0)
    return order, HOWS.index(match.how), match.composed


def _at_code(index: Index, code: str, place: str | None) -> dict[int, Match]:
    """The places of a postal code; with a place beside the code, those that both mean."""
    coded = {id: match for id, match in index.codes.get(code, {}).items() if match.how == "postal_code"}
    if place is None or not coded:
        return coded
    towns = {match.town.ags for match in coded.values() if match.town is not None}
    company = all(match.company for match in coded.values())
    agreeing = {
        id: match._replace(company=company)
        for id, match in index.named(place).items()
        if match.town is not None and match.town.ags in towns
    }
    if not agreeing:
        labels = tuple(match.label for match in coded.values())
        raise NotFound(f"no place {quoted(place)} at {code}, which belongs to {' and '.join(labels)}", labels)
    return agreeing


def one(district: District, word: str) -> tuple[Match, tuple[Match, ...]]:
    """The one place that a word means, and the others that it could mean.

    A municipality wins over a Kreis, and that over a locality; among equals, its own, official or printed name
    wins over an alias, and a locality's own name over one with its municipality. Raises Ambiguous if several
    mean the word equally well, and what `find` raises.
    """
    matches = find(district, word)
    equals = [match for match in matches if _strength(match) == _strength(matches[0])]
    if len(equals) > 1:
        labels = ", ".join(match.label for match in equals)
        raise Ambiguous(f"{quoted(word)} is {len(equals)} places: {labels}; name one of them", tuple(equals))
    return matches[0], matches[1:]


def _strength(match: Match) -> tuple[int, bool, bool]:
    return _rank(match)[0], match.how == "alias", match.composed


def kreise(district: District, word: str) -> tuple[Kreis, ...]:
    """The Kreise that a name, short form or key means; all of a group for the name of a group.

    Raises EmptyQuery if the word has no letter or digit, NotFound, with suggestions, if it means no Kreis.
    """
    key = required(word, "a Kreis")
    grouped = tuple(kreis for kreis in district.kreise if key in readings(fold(kreis.group)))
    named = tuple(kreis for kreis in district.kreise if key == kreis.key or key in _readings_of(kreis))
    if named or grouped:
        return named or grouped
    index = index_of(district)
    matches = index.codes.get(key.replace(" ", ""), {}) or index.named(key)
    around = [(match, match.kreis) for match in matches.values() if match.kreis]
    found = [kreis for match, kreis in around if match.kind in ("kreis", "city") and match.how != "postal_code"]
    if found:
        return tuple(found)
    inside = [kreis.name for _, kreis in around]
    if not inside:
        from difflib import get_close_matches

        names = {fold(name): kreis.name for kreis in district.kreise for name in (kreis.name, kreis.short_name or "")}
        close = get_close_matches(key[:_LONGEST_SUGGESTED], names, n=3, cutoff=0.7)
        inside = [names[near] for near in close]
    raise NotFound(f"no Kreis {quoted(word)} in the {district.chamber.district}", tuple(dict.fromkeys(inside))[:3])


def _readings_of(kreis: Kreis) -> set[str]:
    names = filter(None, (kreis.name, kreis.short_name, *kreis.aliases))
    return {reading for name in names for reading in readings(fold(name))}


def towns(
    district: District, kreis: Iterable[str] = (), kind: Iterable[str] = (), sort: str = "source"
) -> tuple[Town, ...]:
    """The entries of the district, of some Kreise and kinds only if any are named.

    `sort` is `source` (the order of the file), `name`, or `population` or `area` (the greatest first, the
    unknown last). Raises what `kreise` raises, and ValueError for an unknown kind or sort.
    """
    wanted = [found.key for word in kreis for found in kreise(district, word)]
    kinds = tuple(kind)
    if unknown := [kind for kind in kinds if kind not in KINDS]:
        raise ValueError(f"kind is one of {', '.join(KINDS)}, not {unknown[0]!r}")
    if sort not in _SORTS:
        raise ValueError(f"sort is one of {', '.join(_SORTS)}, not {sort!r}")
    chosen = [
        town
        for town in district.towns
        if (not wanted or town.kreis_key in wanted) and (not kinds or town.kind in kinds)
    ]
    return tuple(sorted(chosen, key=_SORTS[sort]))


_SORTS: dict[str, Callable[[Town], Any]] = {
    "source": lambda town: 0,
    "name": lambda town: readings(fold(town.name))[-1],
    "population": lambda town: -(town.population or -1),
    "area": lambda town: -(town.area_km2 or -1),
}
