"""The place that a text without a postal code names beside an office or a firm: `Jobcenter Kreis Unna`, `Stadt
Dortmund, Ordnungsamt`, `Müller GmbH, Weg 5, Kamen`. What is left out has to be such a word, and no place."""

from collections.abc import Callable, Iterator, Sequence

from hwkcli.gazetteer.engine import address
from hwkcli.gazetteer.engine.known import Known
from hwkcli.gazetteer.engine.lines import LINES
from hwkcli.gazetteer.engine.names import GEMEINDEN, is_whole, strung_together
from hwkcli.gazetteer.engine.resolution import Resolution
from hwkcli.gazetteer.engine.said import Evidence
from hwkcli.naming.fold import fold
from hwkcli.naming.offices import behind_legal_form, is_firm, is_of_kreis, is_office
from hwkcli.naming.titles import kind_of_kreis

_OF_NAME = ("place", "folded", "head", "tail", "has_part", "in_brackets", "lines")
"""The parts of evidence that are read from a name."""
_LITTLE = frozenset(("der", "des", "die", "im", "in", "zu", "für", "von", "vom", "bei", "of", "the"))
_GENITIVES = {"kreises": "Kreis", "landkreises": "Landkreis"}
_NUMBERS = frozenset(("I", "II", "III", "IV", "V"))
"""What tells several offices of a town (`Finanzamt Frankfurt am Main I`)."""
_LONGEST_OFFICE = 3
"""So many words has the name of an office."""
_MOST_WORDS = 12
_OFFICE_AND_TITLE = 2
"""So many lines have an office with its name, and what the Kreis is called."""


def resolution(known: Known, resolve: Callable[[Evidence], Resolution], given: Evidence) -> Resolution | None:
    """What the name beside an office or a firm means (`Finanzamt Lünen`); None if there is none, or the rest of the
    evidence contradicts it."""
    place = "" if given.around is not None else beside(known, given)
    if not place:
        return None
    named = address.of_name(given.query, place)
    found = resolve(given._replace(full="", **{field: getattr(named, field) for field in _OF_NAME}))
    told = ("answered",) if given.codes else ("answered", "ambiguous")
    return found if found.verdict in told and not found.is_unknown else None


def beside(known: Known, given: Evidence) -> str:
    """The name of the place beside an office or a firm that a text is about; empty where there is none.

    >>> from hwkcli.gazetteer.engine.evidence import of_text
    >>> from hwkcli.gazetteer.store import index
    >>> known = Known(index)
    >>> [beside(known, of_text(one)) for one in ("Jobcenter Kreis Unna", "Haus des Handwerks, Kamen", "Kamen, Weser")]
    ['Kreis Unna', 'Kamen', '']
    """
    lines = [line.strip() for line in LINES.split(given.place.replace(" - ", ",").replace(" – ", ",")) if line.strip()]
    if len(lines) == _OFFICE_AND_TITLE and kind_of_kreis(lines[1]):
        # `Jobcenter Unna, Kreis`.
        name = _of_words(known, lines[0].split())
        return name and f"{name}, {lines[1]}"
    if len(lines) > 1:
        return _of_lines(known, lines, has_street=bool(given.full))
    words = given.place.split()
    return _of_words(known, words) or _behind_firm(known, given.place) if 1 < len(words) <= _MOST_WORDS else ""


def _of_lines(known: Known, lines: Sequence[str], has_street: bool) -> str:
    """The last of some lines, if it is a place, and those before are a firm or an office; or what is left of them where
    one line is an office."""
    left = [line for line in lines if not is_office(_written_as_one([line]))]
    if 0 < len(left) < len(lines):
        # `Amtsgericht Unna, Familiengericht`: what is left may be an office as well.
        beside_other = _of_words(known, left[0].split()) if len(left) == 1 else ""
        return beside_other or ", ".join(left)
    (*before, last) = lines
    if not _is_sure(known, last) or any(_is_place(known, line) for line in before):
        return ""
    return last if has_street or any(map(is_firm, before)) else ""


def _of_words(known: Known, words: Sequence[str]) -> str:
    """What stands behind the word for an office, or before it: all of it, or the town at its end."""
    for count in range(min(_LONGEST_OFFICE, len(words) - 1), 0, -1):
        office = _written_as_one(words[:count])
        if is_office(office) and not _is_sure(known, office):
            return _behind_office(known, office, words[count:])
        if is_office(_written_as_one(words[-count:])):
            return " ".join(words[:-count])
    return ""


def _written_as_one(words: Sequence[str]) -> str:
    """Some words folded, without the hyphens in them (`Tischler-Innung`)."""
    return fold(" ".join(words).replace("-", ""))


def _behind_office(known: Known, office: str, words: Sequence[str]) -> str:
    """The place that the words behind an office name; empty if they name none."""
    words = [_GENITIVES.get(word.casefold(), word) for word in words]
    while len(words) > 1 and fold(words[0]) in _LITTLE:
        words = words[1:]
    if len(words) > 1 and words[-1] in _NUMBERS:
        words = words[:-1]
    rest = " ".join(words)
    kreise = known.kreise(f"Kreis {rest}") if is_of_kreis(office) else ()
    if any(hit.place.kind == "kreis" and hit.how != "former_name" for hit in kreise):
        return f"Kreis {rest}"
    is_place = _is_sure if is_of_kreis(office) else _is_place
    if is_place(known, rest) or known.kreise(rest) or strung_together(known.gazetteer, fold(rest)):
        return rest
    if " und " in rest and all(_is_place(known, one) for one in rest.split(" und ")):
        return rest
    return _of_words(known, words) or next(_towns_at_end(known, words), "")


def _behind_firm(known: Known, text: str) -> str:
    """The town behind the legal form of a firm; empty if there is none."""
    rest = behind_legal_form(text)
    return rest if rest and _is_sure(known, rest) else ""


def _towns_at_end(known: Known, words: Sequence[str]) -> Iterator[str]:
    """The names of towns that some words end in, the longest first; a half of a double name (`Rhein-Waal`) is none."""
    for cut in range(1, len(words)):
        end = " ".join(words[cut:])
        if any(is_whole(hit) and hit.place.kind in ("city", "town") for hit in known.meaning(fold(end)).hits):
            yield end


def _is_place(known: Known, name: str) -> bool:
    """Whether a name is known as it stands, and not only by a river or a landscape that lies nearby."""
    named = known.meaning(fold(name))
    return bool(named.hits) and not named.added


def _is_sure(known: Known, name: str) -> bool:
    """Whether a name is that of a municipality or a Kreis, and not only of a part of one."""
    return any(hit.place.kind in (*GEMEINDEN, "kreis") for hit in known.meaning(fold(name)).hits)
