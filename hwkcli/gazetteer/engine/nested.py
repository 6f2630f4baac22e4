"""A place with all that it lies in, line by line, as maps and services for addresses write it: `Methler, Kamen, Kreis
Unna, Nordrhein-Westfalen`."""

from collections.abc import Sequence

from hwkcli.gazetteer.engine import regierungsbezirke
from hwkcli.gazetteer.engine.known import Known
from hwkcli.gazetteer.engine.names import GEMEINDEN, NOBODY, Named
from hwkcli.gazetteer.entries import Hit
from hwkcli.naming.fold import fold


def meaning(known: Known, lines: Sequence[str], several: bool = False) -> tuple[Named, list[tuple[Hit, ...]]]:
    """What some lines mean, the narrowest first, and the Kreise and Länder in which that lies. Nobody if the last line
    is none of these, or if no place is named before them; or where the lines may as well be `several` towns, if the
    second is not the Kreis of the first.

    >>> from hwkcli.gazetteer.store import index
    >>> named, areas = meaning(Known(index), ["Methler", "Kamen", "Kreis Unna", "NRW"])
    >>> [hit.place.name for hit in named.hits], [hit.place.name for area in areas for hit in area]
    (['Methler'], ['Nordrhein-Westfalen', 'Kreis Unna'])
    """
    areas = []
    left = list(lines)
    while len(left) > 1 and (area := _area(known, left[-1])):
        areas.append(area)
        left.pop()
    if not areas:
        return NOBODY, []
    if several:
        inside = _in_kreis_of_name(known, left[0], left[1], areas) if len(left) == 2 else ()
        return Named(inside, composed=True), areas
    for start in range(len(left)):
        # A part of a town stands before the town, or before another part.
        for end in (start + 2, start + 1):
            hits = known.meaning(fold(" ".join(left[start:end]))).hits
            inside = tuple(hit for hit in hits if hit.place.kind not in ("kreis", "land") and _lies_in(hit, areas))
            if inside and not _is_elsewhere(known, inside, left[end : end + 1], areas):
                return Named(inside, composed=True), areas
    return NOBODY, areas


def _is_elsewhere(
    known: Known, parts: Sequence[Hit], next_line: Sequence[str], areas: Sequence[tuple[Hit, ...]]
) -> bool:
    """Whether some places are parts of other municipalities than the one that the next line names: then the line is a
    street (`Auf dem Berg, Köln`)."""
    if not next_line or any(hit.place.kind != "locality" for hit in parts):
        return False
    hits = known.meaning(fold(next_line[0])).hits
    towns = {hit.place.ags for hit in hits if hit.place.kind in GEMEINDEN and _lies_in(hit, areas)}
    return bool(towns) and towns.isdisjoint(hit.place.ags for hit in parts)


def _in_kreis_of_name(known: Known, name: str, around: str, areas: Sequence[tuple[Hit, ...]]) -> tuple[Hit, ...]:
    """The municipality of the first of two names in the Kreis of the second, which is that of a town as well (`Kamen,
    Unna, NRW`). Beside other towns alone the two may be a list."""
    kreise = tuple(hit for hit in known.kreise(around) if hit.place.kind == "kreis" and _lies_in(hit, areas))
    towns = (hit for hit in known.meaning(fold(name)).hits if hit.place.kind in GEMEINDEN) if kreise else ()
    return tuple(hit for hit in towns if _lies_in(hit, [*areas, kreise]))


def _area(known: Known, line: str) -> tuple[Hit, ...]:
    """The Kreise or Länder that a line names as such, or the Verband or Regierungsbezirk."""
    if laender := known.laender(line):
        return laender
    key = fold(line)
    hits = known.meaning(key).hits
    if any(hit.place.kind in GEMEINDEN for hit in hits):
        return known.inside(key) if regierungsbezirke.is_titled(line) else ()
    areas = tuple(hit for hit in hits if hit.place.kind == "kreis")
    return areas or (known.inside(key) if not hits else ())


def _lies_in(hit: Hit, areas: Sequence[tuple[Hit, ...]]) -> bool:
    """Whether a place lies in one of each of some areas."""
    return all(any(_is_around(area, hit) for area in one) for one in areas)


def _is_around(area: Hit, hit: Hit) -> bool:
    if area.place.kind == "land" or area.place.name == area.place.land:
        return area.place.land_key == hit.place.land_key
    if area.place.kind in ("kreis", "city"):
        return area.place.kreis_key == hit.place.kreis_key
    return area.place.ags == hit.place.ags
