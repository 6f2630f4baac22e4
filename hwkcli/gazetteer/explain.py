"""Why evidence has no answer, in one line: what each half of a contradiction is, and what is not known."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache

from hwkcli.errors import Ambiguous, Conflict, Message, NotFound, quoted, together
from hwkcli.gazetteer import records
from hwkcli.gazetteer.engine.evidence import Evidence, of_text
from hwkcli.gazetteer.engine.names import GEMEINDEN, called, heads, is_whole, meaning
from hwkcli.gazetteer.engine.resolution import Resolution
from hwkcli.gazetteer.entries import STRENGTHS, Place
from hwkcli.gazetteer.match import Match, label
from hwkcli.gazetteer.store import index
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.similar import suggestions
from hwkcli.naming.titles import untitled

_MOST_NAMED = 5
_MOST_SIMILAR = 3


def unanswered(resolution: Resolution, matches: tuple[Match, ...], narrowed: Sequence[str]) -> NotFound | Conflict:
    """The failure that says why there is no answer. `narrowed` is what the user narrowed the answer to."""
    given = resolution.evidence
    query = quoted(given.query)
    if resolution.verdict == "conflict":
        if narrowed:
            names = listed(full_label(one.place) for one in resolution.candidates)
            elsewhere = "no place {query} in {asked}; elsewhere there is {names}"
            return NotFound(elsewhere, query=query, asked=together(narrowed), names=names)
        if given.codes and (abroad := _city_abroad(resolution)):
            return abroad
        return Conflict(_contradiction(resolution), matches)
    if given.code_sense == "abroad":
        return NotFound("{query} is an address in another country; hwk knows places in Germany", query=query)
    if given.code_sense == "restored" and not given.place and resolution.candidates:
        return NotFound("no place {query} in Germany", (given.codes[0],), query=query)
    if given.codes and not given.place:
        unknown = "no place has the postal code {query}; codes of single companies and of P.O. boxes are not all known"
        return NotFound(unknown, query=query)
    if resolution.at_code:
        names = listed(label(one.place) for one in resolution.at_code)
        unknown = "no place {place} is known in Germany; {codes} belongs to {names}"
        return NotFound(unknown, place=quoted(given.place), codes=together(given.codes), names=names)
    # The area in which it should lie is no place that it looks like.
    alike = tuple(label(one.place) for one in resolution.candidates[:3] if one.how != "region")
    if narrowed:
        return NotFound("no place {query} in {asked}", alike or similar(given), query=query, asked=together(narrowed))
    # What bears the name, but was looked up nowhere, before what only looks like it.
    unsure = any(one.place.kind == "locality" for one in resolution.candidates)
    # Most words are known.
    from hwkcli.gazetteer import no_place

    near = alike if unsure else _with_rest(given, similar(given) or alike)
    near = near or _towns_named(given)
    return no_place.named(given, near) or NotFound("no place {query} in Germany", near, query=query)


def _city_abroad(resolution: Resolution) -> NotFound | None:
    """The failure of a city in another country whose postal code is none of the villages of that name (`4051 Basel`);
    None for any other contradiction."""
    given = resolution.evidence
    if resolution.at_code or any(one.place.kind != "locality" for one in resolution.candidates):
        return None
    # Few words contradict each other.
    from hwkcli.gazetteer import no_place
    from hwkcli.naming.cities_abroad import is_city_abroad

    return no_place.named(given, ()) if is_city_abroad(given.folded) else None


def _with_rest(given: Evidence, near: tuple[str, ...]) -> tuple[str, ...]:
    """Some suggestions, and before them what stands behind the first word, as it is written, if that is a name that
    they do not have (`Bezirk Karl-Marx-Stadt`)."""
    first, _, rest = given.place.partition(" ")
    key = fold(rest) if len(rest) > 3 and first.isalpha() and rest[0].isalpha() else ""
    if not key or any(fold(one).startswith(key) for one in near) or not meaning(index, key).hits:
        return near
    return (rest, *near)[:_MOST_SIMILAR]


def _towns_named(given: Evidence) -> tuple[str, ...]:
    """The towns whose whole names are words of a text that is not known otherwise."""
    words = [word for word in given.place.split() if len(word) > 3 and word[:1].isupper()]
    hits = (hit for word in words for hit in called(index, fold(word)) if is_whole(hit))
    return tuple(dict.fromkeys(label(hit.place) for hit in hits))[:_MOST_SIMILAR]


def _contradiction(resolution: Resolution) -> Message:
    """What each half of the evidence is."""
    given = resolution.evidence
    at_code = {one.place.id for one in resolution.at_code}
    others = [one for one in resolution.candidates if one.place.id not in at_code]
    # Beside a name, the key is a half of its own.
    keyed = [one.place for one in others if given.key and given.place and one.how in ("key", "former_key")]
    said = [one.place for one in others if one.place not in keyed]
    halves = []
    if keyed:
        halves.append(Message("{word} is {names}", word=given.key, names=listed(map(full_label, keyed))))
    if said:
        word = quoted(given.place or given.key or given.query)
        halves.append(Message("{word} is {names}", word=word, names=listed(map(full_label, said))))
    if at_code:
        names = listed(full_label(one.place) for one in resolution.at_code)
        halves.append(Message("{codes} belongs to {names}", codes=together(given.codes), names=names))
    elif given.codes:
        halves.append(Message("{codes} is no postal code there", codes=together(given.codes)))
    if given.code_sense == "restored" and len(halves) > 1:
        old = "{half}, but {other}; if {short} is a postal code of before July 1993, leave it out"
        return Message(old, half=halves[0], other=halves[1], short=given.codes[0].lstrip("0"))
    if len(halves) == 1:
        return Message("{half}; leave out what is wrong", half=halves[0])
    return Message("{half}, but {other}; leave out what is wrong", half=halves[0], other=halves[1])


def several(query: str, matches: Sequence[Match]) -> Ambiguous:
    """The failure that says which places a query means that should mean one."""
    names = [one.label for one in matches]
    if len(set(names)) < len(names):
        names = [full_label(one.entry) for one in matches]
    return Ambiguous(
        "{query} is {number:,} places: {names}; name one of them",
        tuple(matches),
        query=quoted(query),
        number=len(matches),
        names=listed(names),
    )


def full_label(place: Place) -> str:
    """The label of a place with the Kreis that it lies in."""
    around = place.kreis or place.land
    return label(place) if around in (label(place), place.name) else f"{label(place)} ({around})"


def listed(names: Iterable[str], most: int = _MOST_NAMED) -> Message:
    """Names, each once, and how many more there are than are named."""
    known = list(dict.fromkeys(names))
    shown = ", ".join(known[:most])
    if len(known) <= most:
        return Message(shown)
    return Message("{names} and {number:,} more", names=shown, number=len(known) - most)


def no_kreis(word: str) -> NotFound:
    """The failure of a word that is no Kreis of Germany; of a town, it says in which it lies."""
    if kreis := _around(word, lambda town: town.kreis):
        return NotFound("no Kreis {word}; that lies in {kreis}", word=quoted(word), kreis=kreis)
    if near := similar(of_text(word), ("kreis", "city")):
        return NotFound("no Kreis {word}", near, word=quoted(word))
    return NotFound("no Kreis {word}; hwk kreise --land LAND names those of a Land", word=quoted(word))


def no_land(word: str) -> NotFound:
    """The failure of a word that is no Land; of a town or a Kreis, it says in which it lies."""
    if near := tuple(filter(_is_land, similar(of_text(word), ("land", "city")))):
        return NotFound("no Land {word}", near, word=quoted(word))
    if land := _around(word, lambda place: place.land):
        return NotFound("no Land {word}; that lies in {land}", word=quoted(word), land=land)
    return NotFound("no Land {word}; say its name, its abbreviation (NRW) or its key (05)", word=quoted(word))


def _around(word: str, area: Callable[[Place], str | None]) -> str | None:
    """The one area in which the towns and Kreise of a name lie."""
    areas = {area(hit.place) for hit in called(index, fold(word)) if hit.place.kind != "locality"}
    return areas.pop() if len(areas) == 1 else None


def _is_land(name: str) -> bool:
    """Whether a name is that of a Land, or of a city that is one."""
    return any(hit.place.name == hit.place.land for hit in called(index, fold(name)))


@lru_cache(1 << 12)
def similar(given: Evidence, kinds: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Up to three names that look like what was typed, the best first; of some kinds of places only, if any are
    named."""
    if "land" in kinds and (laender := _laender(given.folded)):
        return laender
    keys, labels = _known(kinds)
    asked = (suggestions(key, keys, _AtHome(labels)) for key in filter(None, (given.folded, given.head)))
    found = next(filter(None, asked), [])
    near = [labels[at].partition("\t")[0] for at in found]
    words = (readings(given.folded)[:2][-1] if given.folded else "").split()
    # Of a part that is not known, the whole may be; and what has no other name is what stands behind another word.
    first = next((head for head in heads(words) if len(head) > 3 and head in keys), None)
    if first is None and not near:
        first = next((tail for tail in _tails(words) if len(tail) > 3 and tail in keys), None)
    if first and not any(keys[at].startswith(first) for at in found):
        near.insert(0, labels[keys.index(first)].partition("\t")[0])
    return tuple(dict.fromkeys((*_spas(given.folded, kinds), *near)))[:_MOST_SIMILAR]


def _laender(key: str) -> tuple[str, ...]:
    """The Länder of which a folded name is the beginning, or but for its last letter, also in other languages."""
    if len(key) <= 3:
        return ()
    starts = index.starting(key[: max(len(key) - 1, 4)])
    begun = (hit.place for one in starts for hit in index.hits(one) if hit.how in STRENGTHS)
    found = {one.land for one in begun if one.kind == "land" or one.name == one.land}
    return tuple(sorted(found)) if len(found) <= _MOST_SIMILAR else ()


def _tails(words: Sequence[str]) -> Iterator[str]:
    """The last words of a name, the longest first, never all of them."""
    return (" ".join(words[cut:]) for cut in range(1, len(words)))


def _spas(key: str, kinds: tuple[str, ...]) -> list[str]:
    """The municipalities of a folded name that has `Bad` before it, which people leave out."""
    if not key or kinds:
        return []
    return [label(hit.place) for hit in called(index, f"bad {key}") if hit.place.kind in GEMEINDEN]


@cache
def _known(kinds: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The folded names of the places of some kinds, or of all, and their labels, as `index.names` has them."""
    keys, labels = index.names()
    if not kinds:
        return keys, labels
    of_kinds = [at for at, label in enumerate(labels) if label.split("\t")[1] in kinds]
    # Nobody has to say the title of a Kreis.
    known = [(name, labels[at]) for at in of_kinds for name in (keys[at], *(rest for rest, _ in untitled(keys[at])))]
    return [name for name, _ in known], [label for _, label in known]


class _AtHome:
    """The places in a list of labels of those that are municipalities or Kreise of the district."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = labels
        self._home = records.home()

    def __contains__(self, at: object) -> bool:
        if not isinstance(at, int):
            return False
        _, kind, kreis = self._labels[at].split("\t")
        return kind != "locality" and kreis in self._home
