"""What is assigned to which chamber, with the evidence, as a table: all of it, or only what is weak."""

from collections.abc import Sequence

from hwkcli.gazetteer.assignments import Assignment
from hwkcli.gazetteer.store import provenance
from hwkcli.language import Language, pick, word
from hwkcli.views.doubts import named
from hwkcli.views.page import Page, View, heading, view
from hwkcli.views.sources import cite_evidence

ASSIGNMENT_KEYS = (
    *(
        "chamber",
        "chamber_code",
        "territory",
        "territory_key",
        "kind",
        "kreis",
        "basis",
        "confidence",
        "source",
        "note",
    ),
)


def assignments(found: Sequence[Assignment], lang: Language) -> View:
    """Territories with their chambers, the basis and the confidence of each; notes once, with what they are about."""
    records, rows = [], []
    about: dict[str, dict[str, None]] = {}
    for one in found:
        chamber, known = one.evidence.chamber, one.evidence
        note = pick(known.note, lang) if known.note else None
        source = "; ".join(cite_evidence(provenance.source(id), lang) for id in known.sources)
        values = (
            *(chamber.name, chamber.code, one.name, one.key, one.kind, one.kreis, known.basis, known.confidence),
            *(source, note),
        )
        records.append(dict(zip(ASSIGNMENT_KEYS, values, strict=True)))
        sure, basis = word(f"confidence_{known.confidence}", lang), word(f"basis_{known.basis}", lang)
        rows.append((chamber.short_name, one.name, one.key, one.kreis if one.kreis != one.name else "", basis, sure))
        if note:
            about.setdefault(note, {})[one.name] = None
    keys = ("responsible", "territory", "key", "kreis", "basis", "confidence")
    notes = tuple(f"{named(names)}: {note}" for note, names in about.items())
    headings = tuple(one._replace(rank=_RANKS.get(one.key, one.rank)) for one in (heading(key, lang) for key in keys))
    return view(records, Page("", headings, tuple(rows), notes), ASSIGNMENT_KEYS)


_RANKS = {"territory": 1, "confidence": 1, "chamber": 2, "responsible": 2, "basis": 3, "key": 4, "kreis": 5}
"""How sure an assignment is, and on what it rests, is what the list is for."""
