"""The lookup table: every postal code with every spelling of a place that answers, so that any engine can join it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from hwkcli.errors import BadSetting, Message
from hwkcli.extras import needed
from hwkcli.failures import told
from hwkcli.gazetteer.engine.evidence import of_cells
from hwkcli.gazetteer.engine.names import GEMEINDEN, shorter, town_of
from hwkcli.gazetteer.entries import STRENGTHS, Place
from hwkcli.gazetteer.germany import gazetteer
from hwkcli.gazetteer.memory import Memory
from hwkcli.matching.annotate import as_columns
from hwkcli.matching.answer import Decision
from hwkcli.matching.columns import PREFIX
from hwkcli.matching.decision import decider
from hwkcli.matching.write.target import FORMS
from hwkcli.naming.fold import fold
from hwkcli.streams import opened
from hwkcli.whole_files import whole

if TYPE_CHECKING:
    import polars as pl

LOOKUP_KEYS = ("postal_code", "place")
"""What a row is joined by: the postal code as it stands in a table, and the place, folded; empty if there is none."""


def write_table(file: Path, force: bool) -> Message:
    """Write the lookup table to a file, and say what is in it. Raises BadSetting and BadFile."""
    form = FORMS.get(file.suffix.lower())
    if form not in ("parquet", "csv"):
        raise BadSetting("{file}: a lookup table is .parquet or .csv; give the file such an ending", file=file)
    with told(str(file), Message("choose another file")), whole(file, force=force) as (part,):
        made = lookup_table()
        with opened(part, "w", str(file)) as out:
            if form == "parquet":
                made.write_parquet(out)
            else:
                made.write_csv(out)
    return Message("{file}: {rows:,} rows, to be joined by postal_code and place", file=file, rows=made.height)


def lookup_table() -> "pl.DataFrame":
    """The lookup table: the columns `postal_code` and `place`, then those of an answer.

    Raises BadSetting if Polars is not installed.
    """
    needed("polars", "match")
    import polars as pl

    keys, decided = [], []
    for code, place, decision in _entries(gazetteer()):
        if decision.how != "conflict":
            keys.append((code, place))
            decided.append(decision)
    table = pl.DataFrame(keys, schema=dict.fromkeys(LOOKUP_KEYS, pl.String), orient="row")
    return table.hstack(as_columns(decided).rename(lambda name: PREFIX + name)).sort(LOOKUP_KEYS)


def _entries(places: Memory) -> Iterator[tuple[str, str, Decision]]:
    """All postal codes, alone and with each spelling at them, as they are and without their leading zero; all names."""
    one = decider()
    alike: dict[tuple[object, ...], dict[str, Decision]] = {}
    for code in places.keys:
        if len(code) == 5 and (towns := _at(places, code)):
            names = {name for town in towns for name in _spellings(places, town)}
            for shown in (code, code[1:])[: 2 if code[0] == "0" else 1]:
                yield shown, "", one.decide(of_cells(postal_code=shown))
                # What a name means at a code depends on what has the code, and on its region: a city has many codes.
                known = alike.setdefault((code[:3], len(shown), places.hits(code)), {})
                for name in sorted(names):
                    if name not in known:
                        known[name] = one.decide(of_cells(postal_code=shown, place=name))
                    yield shown, name, known[name]
    for name in places.keys:
        if any(hit.how in STRENGTHS and hit.place.ags for hit in places.hits(name)):
            yield "", name, one.decide(of_cells(place=name))


def _at(places: Memory, code: str) -> list[Place]:
    """What a postal code belongs to: municipalities, and localities of which the municipality is not known."""
    found = {}
    for hit in places.hits(code):
        if hit.how in ("postal_code", "at", "company"):
            town = town_of(places, hit.place)
            found[town.id] = town
    return list(found.values())


def _spellings(places: Memory, town: Place) -> set[str]:
    """All folded names at a municipality: its own, those of its localities, alone and behind its own, its shorter."""
    own = fold(town.name)
    names = set(places.names_in(town))
    parts = {name for name in names if all(hit.place.kind == "locality" for hit in places.hits(name))}
    return names | {f"{own} {part}" for part in parts if town.kind in GEMEINDEN} | shorter(town.name)
