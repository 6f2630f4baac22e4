"""Why evidence has no answer, in one line: what each half of a contradiction is, and what is not known."""

from collections.abc import Iterable, Sequence

from hwkcli.errors import Ambiguous, Conflict, NotFound, quoted
from hwkcli.gazetteer import database, records
from hwkcli.gazetteer.entries import Place
from hwkcli.gazetteer.evidence import Evidence, Sense
from hwkcli.gazetteer.match import Match, label
from hwkcli.gazetteer.names import heads
from hwkcli.gazetteer.resolve import Resolution
from hwkcli.naming.fold import readings
from hwkcli.naming.similar import suggestions

_MOST_NAMED = 5


def unanswered(resolution: Resolution, matches: tuple[Match, ...], narrowed: Sequence[str]) -> NotFound | Conflict:
    """The failure that says why there is no answer. `narrowed` is what the user narrowed the answer to."""
    given = resolution.evidence
    if resolution.verdict == "conflict":
        if narrowed:
            names = _listed(label(one.place) for one in resolution.candidates)
            asked = ", ".join(narrowed)
            return NotFound(f"no place {quoted(given.query)} in {asked}; elsewhere there is {names}")
        return Conflict(_contradiction(resolution), matches)
    if given.code_sense is Sense.ABROAD:
        return NotFound(f"{quoted(given.query)} is an address in another country; hwk knows places in Germany")
    if given.code_sense is Sense.RESTORED and not given.place and resolution.candidates:
        return NotFound(f"no place {quoted(given.query)} in Germany", (given.codes[0],))
    if given.codes and not given.place:
        known = "codes of single companies and of P.O. boxes are not all known"
        return NotFound(f"no place has the postal code {quoted(given.query)}; {known}")
    if resolution.at_code:
        belongs = f"{' and '.join(given.codes)} belongs to {_listed(label(one.place) for one in resolution.at_code)}"
        return NotFound(f"no place {quoted(given.place)} is known in Germany; {belongs}")
    alike = tuple(label(one.place) for one in resolution.candidates[:3])
    return NotFound(f"no place {quoted(given.query)} in Germany", similar(given) or alike)


def _contradiction(resolution: Resolution) -> str:
    """What each half of the evidence is."""
    given = resolution.evidence
    at_code = {one.place.id for one in resolution.at_code}
    said = [one.place for one in resolution.candidates if one.place.id not in at_code]
    halves = []
    if said:
        halves.append(f"{quoted(given.place or given.key or given.query)} is {_listed(map(full_label, said))}")
    if at_code:
        codes = " and ".join(given.codes)
        halves.append(f"{codes} belongs to {_listed(full_label(one.place) for one in resolution.at_code)}")
    elif given.codes:
        halves.append(f"{' and '.join(given.codes)} is no postal code there")
    return f"{', but '.join(halves)}; leave out what is wrong"


def several(query: str, matches: Sequence[Match]) -> Ambiguous:
    """The failure that says which places a query means that should mean one."""
    names = [one.label for one in matches]
    if len(set(names)) < len(names):
        names = [full_label(one.entry) for one in matches]
    return Ambiguous(f"{quoted(query)} is {len(matches)} places: {_listed(names)}; name one of them", tuple(matches))


def full_label(place: Place) -> str:
    """The label of a place with the Kreis that it lies in."""
    around = place.kreis or place.land
    return label(place) if around in (label(place), place.name) else f"{label(place)} ({around})"


def _listed(names: Iterable[str]) -> str:
    known = list(dict.fromkeys(names))
    more = f" and {len(known) - _MOST_NAMED} more" if len(known) > _MOST_NAMED else ""
    return ", ".join(known[:_MOST_NAMED]) + more


def similar(given: Evidence, kinds: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Up to three names that look like what was typed, the best first; of some kinds of places only, if any are
    named."""
    lines = [line.split("\t") for line in database.names().splitlines()]
    if kinds:
        lines = [line for line in lines if line[2] in kinds]
    keys = [line[0] for line in lines]
    near_home = records.home()
    favoured = {at for at, line in enumerate(lines) if line[3] in near_home and line[2] != "locality"}
    for key in filter(None, (given.folded, given.head)):
        if found := suggestions(key, keys, favoured):
            return tuple(dict.fromkeys(lines[at][1] for at in found))
    # Of a part that is not known, the whole may be.
    words = (readings(given.folded)[:2][-1] if given.folded else "").split()
    first = next((head for head in heads(words) if len(head) > 3 and head in keys), None)
    return (lines[keys.index(first)][1],) if first else ()
