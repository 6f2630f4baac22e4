"""The column of a table whose texts say more than a name: offices (`Agentur für Arbeit Hamm`), and places with what
they lie in (`Kamen, North Rhine-Westphalia, Germany`). It is looked for where no other column says where a row is."""

from collections.abc import Mapping
from typing import Any

from hwkcli.gazetteer.engine.evidence import of_cells
from hwkcli.matching.headings import folded, is_of_constituencies, is_of_no_place, is_owner, may_be_of_keys
from hwkcli.matching.sample import MOST, MOST_CELLS, SOME, SURE, Sample
from hwkcli.naming.fold import fold
from hwkcli.naming.offices import is_office

_FEWEST = 2
"""So many texts say that they are of places."""
_LONGEST = 3
"""So many words has the name of an office."""
_MOST_CELLS = 50
"""So many texts are asked."""


def of_places(sample: Sample, found: Mapping[str, Any], given: Mapping[str, str | None]) -> tuple[int, ...]:
    """The first column in which nearly all texts mean one place in Germany, those abroad left out. Where these are
    offices, the rows must be these: it is the first column with words, and has each once. Nothing if
    there is none, or if something else says where the rows are."""
    if found["kreis"] is not None or found["latitude"] is not None or given.get("place") is not None:
        return ()
    if any(map(is_of_constituencies, sample.names)):
        return ()
    is_first = True
    for at in sample.others():
        texts = [cell for cell in sample.cells(at)[:_MOST_CELLS] if any(map(str.isalpha, cell))]
        if len(texts) < max(_FEWEST, MOST * len(sample.cells(at)[:_MOST_CELLS])):
            continue
        name = sample.names[at]
        of_offices = sum(map(_names_office, texts)) > SOME * len(texts)
        is_of_rows = is_first and _are_different(sample, at)
        is_first = False
        if is_of_no_place(name) or not may_be_of_keys(name) or (is_owner(folded(name)) and not of_offices):
            # The district of an agency or a court is more than the town of its name.
            continue
        if (is_of_rows or not of_offices) and _mean_places(sample, texts):
            return (at,)
    return ()


def _names_office(text: str) -> bool:
    """Whether some words of a text are that for an office."""
    words = fold(text[:MOST_CELLS]).split()
    starts = range(len(words))
    return any(is_office(" ".join(words[at : at + count])) for count in range(1, _LONGEST + 1) for at in starts)


def _are_different(sample: Sample, at: int) -> bool:
    """Whether each text of a column is another one."""
    filled = [text for row in sample.rows if row[at] is not None and (text := str(row[at]).strip())]
    return len(set(filled)) == len(filled)


def _mean_places(sample: Sample, texts: list[str]) -> bool:
    """Whether nearly all of some texts mean places, and most of them one, those abroad left out."""
    said = [of_cells("", "", text) for text in texts]
    meant = [sample.resolver.resolve(one) for one in said if one.code_sense != "abroad"]
    known = [one for one in meant if one.verdict in ("answered", "ambiguous") and not one.is_unknown]
    answered = sum(one.verdict == "answered" and not one.lone for one in known)
    return len(known) >= max(SURE * len(meant), _FEWEST) and answered >= max(MOST * len(meant), _FEWEST)
