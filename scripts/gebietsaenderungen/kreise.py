"""What share of each former Kreis lies in which of today's: by what became of its municipalities.

Each municipality that was in the Kreis on its last day is followed to today. They are weighed by their inhabitants in
the last edition of the register before that day (or as the change itself prints them). Before the first edition, of
1983, nobody printed the inhabitants of all of them on one day: they are weighed by their areas, which changes and
later editions print, less what came to a municipality in between.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from gebietsaenderungen.workbooks import Printed
from hwkcli.files.history import KreisShare
from hwkcli.gazetteer.history.chain import Life, Successors, day_before


class Figures:
    """Inhabitants and areas of municipalities, from the editions and from the changes."""

    def __init__(self, lives: Iterable[Life], editions: Iterable[Printed]) -> None:
        self.editions = sorted(editions, key=lambda one: one.date)
        self.incoming: dict[Life, list[tuple[str, Fraction]]] = defaultdict(list)
        for life in lives:
            for change, target in life.moves:
                if change.kind != "key" and change.area_ha:
                    self.incoming[target].append((change.date, Fraction(change.area_ha)))

    def inhabitants(self, life: Life, day: str) -> tuple[int, str] | None:
        """The inhabitants of a life in the last edition up to a day, else those that the change after it prints; and of
        when they are."""
        for edition in reversed(self.editions):
            if edition.date <= day and life.at(edition.date) and life.key in edition.inhabitants:
                return edition.inhabitants[life.key], edition.date
        gone = [change for change, _ in life.moves if change.date > day]
        rest = [change for date, change in life.rests.items() if date > day]
        if gone and all(change.inhabitants for change in gone):
            return sum(int(change.inhabitants) for change in (*gone, *rest)), gone[0].date
        return None

    def area(self, life: Life, day: str) -> Fraction:
        """The area of a life on a day: the next one that is printed, less what came to it and plus what went from it
        until then; the printed one where what came is printed as more than that.

        Raises ValueError if none is printed.
        """
        came, gone = Fraction(0), Fraction(0)
        while True:
            dates = sorted({change.date for change, _ in life.moves if change.date > day})
            following = dates[0] if dates else "9"
            edition = next((one for one in self.editions if one.date > day and life.at(one.date)), None)
            if edition is not None and edition.date < following:
                whole = Fraction(edition.area_ha[life.key])
                return _without(whole + gone, came + self._came(life, day, edition.date))
            if not dates:
                raise ValueError(f"{life}: no area is printed after {day}")
            # What came on the very day is no part of what went or remained.
            came += self._came(life, day, day_before(following))
            ways = [(change, target) for change, target in life.moves if change.date == following]
            gone += sum(Fraction(change.area_ha) for change, _ in ways if change.kind != "key" and change.area_ha)
            onward = next((target for change, target in ways if change.kind == "key"), None)
            rest = life.rests.get(following)
            if onward is None and life.until and life.until < following:
                return _without(gone, came)
            if rest is not None and rest.area_ha:
                return _without(gone + Fraction(rest.area_ha), came)
            life, day = onward or life, following
            came += self._came(life, day_before(day), day)

    def _came(self, life: Life, since: str, until: str) -> Fraction:
        return sum((area for date, area in self.incoming[life] if since < date <= until), Fraction(0))


def _without(whole: Fraction, part: Fraction) -> Fraction:
    return whole - part if part < whole else whole


def shares(kreise: Iterable[Life], places: Sequence[Life], editions: Iterable[Printed]) -> Iterator[KreisShare]:
    """The shares of all former Kreise, by their keys and times, the greatest first."""
    figures = Figures(places, editions)
    successors = Successors()
    members: dict[str, list[Life]] = defaultdict(list)
    for place in places:
        if place.ended != "renumbered":
            members[place.key[:5]].append(place)
    for kreis in kreise:
        if not kreis.until:
            continue
        own = [place for place in members[kreis.key] if place.at(kreis.until)]
        went: dict[Life, dict[str, Fraction]] = {}
        for place in own:
            into: dict[str, Fraction] = defaultdict(Fraction)
            for key, share in successors.of(place)[0].items():
                into[key[:5]] += share
            went[place] = into
        total: dict[str, Fraction] = defaultdict(Fraction)
        basis, as_of = "inhabitants", ""
        if len({key for into in went.values() for key in into}) > 1:
            weights, basis, as_of = _weights(figures, own, kreis.until)
        else:
            weights = dict.fromkeys(own, Fraction(1))
        whole = sum(weights.values())
        for place, into in went.items():
            for key, share in into.items():
                total[key] += weights[place] * share / whole
        for key, share in sorted(total.items(), key=lambda one: (-one[1], one[0])):
            if share:
                yield KreisShare(kreis.key, kreis.until, key, str(share), basis, as_of)


def _weights(figures: Figures, places: Sequence[Life], day: str) -> tuple[dict[Life, Fraction], str, str]:
    people = {place: figures.inhabitants(place, day) for place in places}
    known = {place: Fraction(one[0]) for place, one in people.items() if one}
    if len(known) == len(places) and any(known.values()):
        return known, "inhabitants", min(one[1] for one in people.values() if one)
    return {place: figures.area(place, day) for place in places}, "area", day
