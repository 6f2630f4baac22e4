"""From a typed word to the places it means, or to a failure that helps.

A word is a name, an alias, the release's spelling, a locality, a postal code or a key. It matches when it
folds to the same key as one of a place's names: nothing is guessed, near names are only suggested.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from hwkcli.errors import Ambiguous, EmptyQuery, NotFound, quoted
from hwkcli.model import District, Kreis, Locality, Municipality, Town
from hwkcli.names import fold, readings

HOWS = ("exact", "alias", "printed", "locality", "postal_code", "key")
"""The ways in which a match can be made, the strongest first."""

_TITLES = {
    "stadt": ("city", "town"),
    "kreisfreie stadt": ("city",),
    "gemeinde": ("city", "town", "municipality"),
}
"""The words that may stand before a municipality's name, and the kinds of municipality that they fit."""

_POSTAL_CODE = re.compile(r"(?:d |de )?([0-9]{5})(?: (.+))?")
_LONGEST_SUGGESTED = 60
_MOST_WORDS = 12


class Match(NamedTuple):
    """One place that a query means, and how that was found out."""

    query: str
    how: str
    """One of `HOWS`."""
    place: Town | Kreis | Locality
    kind: str
    """`city`, `town`, `municipality`, `locality` or `kreis`."""
    name: str
    town: Town | None
    """The municipality that the place is or lies in; None for a Kreis."""
    kreis: Kreis
    company: bool = False
    """Whether the query is the postal code of a company or of P.O. boxes, which is of lower trust."""
    namesakes: tuple[Municipality, ...] = ()
    """Municipalities that bear the name of the locality."""

    @property
    def label(self) -> str:
        """A name that finds this place and few others: `Witten-Stockum`, `Kamen`, `Kreis Unna`."""
        if isinstance(self.place, Locality) and self.town is not None:
            return self.place.name if self.town.name in self.place.name else f"{self.town.name}-{self.place.name}"
        return self.name


class _Index:
    """The places of one district by the keys of their names and by their codes."""

    def __init__(self, district: District) -> None:
        self.district = district
        self.names: dict[str, dict[int, Match]] = {}
        self.codes: dict[str, dict[int, Match]] = {}
        self.namesakes = {namesake.name: namesake.municipalities for namesake in district.namesakes}
        for kreis in district.kreise:
            municipalities = {town.ags: town for town in kreis.municipalities}
            for town in kreis.towns:
                if town.kind != "locality":
                    self._add_town(town, kreis)
                elif all(town.name != locality.name for locality in municipalities[town.ags].localities):
                    self._add_locality(Locality(town.name, "locality", None, ()), municipalities[town.ags], kreis)
            if kreis.kind == "kreis":
                self._add_kreis(kreis)

    def _add_town(self, town: Town, kreis: Kreis) -> None:
        match = Match("", "", town, town.kind, town.name, town, kreis)
        exact = [town.name]
        if town.official_name is not None:
            name, _, title = town.official_name.partition(", ")
            exact += [town.official_name, f"{title} {name}"]
        for how, names in (("exact", exact), ("alias", town.aliases), ("printed", [town.printed_name])):
            for key in map(fold, names):
                self._put(self.names, key, match._replace(how=how))
        for code in town.postal_codes:
            self._put(self.codes, code, match._replace(how="postal_code"))
        for code in town.company_postal_codes:
            self._put(self.codes, code, match._replace(how="postal_code", company=True))
        for code in filter(None, (town.ags, town.ars, kreis.key if kreis.kind == "kreisfreie_stadt" else None)):
            self._put(self.codes, code, match._replace(how="key"))
        for locality in town.localities:
            self._add_locality(locality, town, kreis)

    def _add_locality(self, locality: Locality, town: Town, kreis: Kreis) -> None:
        namesakes = self.namesakes.get(locality.name, ())
        match = Match("", "locality", locality, "locality", locality.name, town, kreis, namesakes=namesakes)
        key = fold(locality.name)
        self._put(self.names, key, match)
        if locality.kind == "stadtbezirk":
            short = " ".join(word for word in key.split() if word != "stadtbezirk")
            if all(fold(other.name) != short for other in town.localities):
                self._put(self.names, short, match)

    def _add_kreis(self, kreis: Kreis) -> None:
        match = Match("", "", kreis, "kreis", kreis.name, None, kreis)
        self._put(self.names, fold(kreis.name), match._replace(how="exact"))
        for alias in _other_names(kreis):
            self._put(self.names, fold(alias), match._replace(how="alias"))
        self._put(self.codes, kreis.key, match._replace(how="key"))

    @staticmethod
    def _put(index: dict[str, dict[int, Match]], key: str, match: Match) -> None:
        for reading in readings(key):
            index.setdefault(reading, {}).setdefault(id(match.place), match)

    def named(self, key: str) -> dict[int, Match]:
        """The places that a folded name means, alone (`annen`), with a title (`stadt unna`) or with the municipality
        before or behind a locality (`witten annen`, `annen witten`)."""
        matches = dict(self.names.get(key, {}))
        words = key.split()
        for cut in range(1, len(words) if len(words) <= _MOST_WORDS else 1):
            head, tail = " ".join(words[:cut]), " ".join(words[cut:])
            for place, match in self.names.get(tail, {}).items():
                if match.kind in _TITLES.get(head, ()):
                    matches.setdefault(place, match)
            for whole, part in ((head, tail), (tail, head)):
                wholes = self.names.get(whole, {})
                for place, match in self.names.get(part, {}).items():
                    if isinstance(match.place, Locality) and id(match.town) in wholes:
                        matches.setdefault(place, match)
        return matches

    def near(self, key: str) -> tuple[str, ...]:
        """Up to three names that look like a key, best first; for a code, the one that lost its leading zero."""
        if len(key) > _LONGEST_SUGGESTED:
            return ()
        if "0" + key in self.codes:
            return (f"0{key}",)
        from difflib import get_close_matches

        labels = {name: [match.label for match in matches.values()] for name, matches in self.names.items()}
        labels |= {fold(label): [label] for near in list(labels.values()) for label in near}
        bare = next((key.removeprefix(f"{title} ") for title in _TITLES if key.startswith(f"{title} ")), key)
        close = [get_close_matches(reading, labels, n=3, cutoff=0.75) for reading in reversed(readings(bare))]
        return tuple(dict.fromkeys(label for names in close for name in names for label in labels[name]))[:3]


_indexes: dict[int, _Index] = {}


def _index(district: District) -> _Index:
    """The index of a district, made once. It keeps the district alive, so that its id stays its own."""
    index = _indexes.get(id(district))
    if index is None:
        while len(_indexes) >= 4:
            _indexes.pop(next(iter(_indexes)), None)
        index = _indexes[id(district)] = _Index(district)
    return index


def _other_names(kreis: Kreis) -> tuple[str, ...]:
    return (*([kreis.short_name] if kreis.short_name else []), *kreis.aliases)


def _key(word: str, what: str) -> str:
    key = fold(word)
    if not key:
        raise EmptyQuery(f"{what} needs a letter or a digit; give a name, a postal code or a key")
    return key


def find(district: District, word: str) -> tuple[Match, ...]:
    """All places that a word means: municipalities first, then Kreise, then localities, each in the file's order.

    The word is a name in any spelling that folds to it, a postal code (`59174`, `D-59174`, or with the place,
    `59174 Kamen`, which must agree), an AGS, an ARS or a Kreis key. Raises EmptyQuery if it has no letter or
    digit, NotFound, with suggestions, if it means no place of the district.
    """
    key = _key(word, "a query")
    index = _index(district)
    digits = key.replace(" ", "")
    coded = _POSTAL_CODE.fullmatch(key)
    if digits.isdecimal():
        matches = index.codes.get(digits, {})
    elif coded:
        matches = _at_code(index, coded[1], coded[2], word)
    else:
        matches = index.named(key)
    if not matches:
        raise NotFound(
            f"no place {quoted(word)} in the {district.chamber.district}",
            index.near(digits if digits.isdecimal() else key),
        )
    ranked = sorted(matches.values(), key=_rank)
    return tuple(match._replace(query=word) for match in ranked)


def _rank(match: Match) -> tuple[int, int]:
    """Municipalities, then Kreise, then localities; the stronger way of matching first."""
    order = 0 if isinstance(match.place, Town) else 1 if isinstance(match.place, Kreis) else 2
    return order, HOWS.index(match.how)


def _at_code(index: _Index, code: str, place: str | None, word: str) -> dict[int, Match]:
    """The places of a postal code; with a place behind the code, those that both mean."""
    coded = index.codes.get(code, {})
    if place is None or not coded:
        return coded
    towns = {match.town.ags for match in coded.values() if match.town is not None}
    named = index.named(place)
    agreeing = {key: match for key, match in named.items() if match.town is not None and match.town.ags in towns}
    if not agreeing:
        labels = tuple(match.label for match in coded.values())
        raise NotFound(f"{quoted(word)} contradicts itself: {code} belongs to {' and '.join(labels)}", labels)
    return agreeing


def one(district: District, word: str) -> tuple[Match, tuple[Match, ...]]:
    """The one place that a word means, and the others that it could mean.

    A municipality by its own, official or printed name, alias or code wins over the rest. Raises Ambiguous if
    several mean the word equally, and what `find` raises.
    """
    matches = find(district, word)
    first, *others = matches
    if others and not (isinstance(first.place, Town) and not isinstance(others[0].place, Town)):
        labels = ", ".join(match.label for match in matches)
        raise Ambiguous(f"{quoted(word)} is {len(matches)} places: {labels}; name one of them", matches)
    return first, tuple(others)


def kreise(district: District, word: str) -> tuple[Kreis, ...]:
    """The Kreise that a name, short form or key means; all of a group for the name of a group.

    Raises EmptyQuery if the word has no letter or digit, NotFound, with suggestions, if it means no Kreis.
    """
    key = _key(word, "a Kreis")
    found: dict[str, dict[str, Kreis]] = {}
    for kreis in district.kreise:
        titles = ("", "stadt ", "kreisfreie stadt ") if kreis.kind == "kreisfreie_stadt" else ("",)
        keys = [title + fold(name) for name in (kreis.name, *_other_names(kreis)) for title in titles]
        for own in (kreis.key, fold(kreis.group), *keys):
            for reading in readings(own):
                found.setdefault(reading, {})[kreis.key] = kreis
    if key in found:
        return tuple(found[key].values())
    raise NotFound(f"no Kreis {quoted(word)} in the {district.chamber.district}", _near_kreise(district, word, found))


def _near_kreise(district: District, word: str, found: dict[str, dict[str, Kreis]]) -> tuple[str, ...]:
    """The Kreis in which the word is a place, else the Kreise whose names look like it."""
    try:
        names = [match.kreis.name for match in find(district, word)]
    except NotFound:
        from difflib import get_close_matches

        near = get_close_matches(fold(word)[:_LONGEST_SUGGESTED], found, n=3, cutoff=0.7)
        names = [kreis.name for key in near for kreis in found[key].values()]
    return tuple(dict.fromkeys(names))[:3]


def towns(
    district: District, kreis: Iterable[str] = (), kind: Iterable[str] = (), sort: str = "source"
) -> tuple[Town, ...]:
    """The entries of the district, of some Kreise and kinds only if any are named.

    `sort` is `source` (the order of the file), `name`, or `population` or `area` (the greatest first, the
    unknown last). Raises what `kreise` raises.
    """
    wanted = [found.key for word in kreis for found in kreise(district, word)]
    kinds = tuple(kind)
    chosen = [
        town
        for town in district.towns
        if (not wanted or town.kreis_key in wanted) and (not kinds or town.kind in kinds)
    ]
    if sort == "name":
        chosen.sort(key=lambda town: readings(fold(town.name))[-1])
    elif sort == "population":
        chosen.sort(key=lambda town: -(town.population or -1))
    elif sort == "area":
        chosen.sort(key=lambda town: -(town.area_km2 or -1))
    return tuple(chosen)
