"""What `data/chambers.yaml` must look like: the chambers, and the evidence for the territory of each."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from hwkcli.errors import Fault
from hwkcli.files.fields import Optional, Report, code, listing, one_of, optional, record, text
from hwkcli.files.rules import Breach
from hwkcli.files.shape import BRIEF_SOURCE, either, on_terms
from hwkcli.files.tables import Tables, by_key
from hwkcli.files.tree import Node
from hwkcli.model import BASES, CONFIDENCES, Chamber, Chambers, Source, Territory, Text
from hwkcli.naming.spelling import base


class _Block(NamedTuple):
    """Territories of one chamber that rest on the same evidence."""

    basis: str
    confidence: str
    sources: tuple[str, ...]
    note: Text | None
    kreise: dict[str, str]
    municipalities: dict[str, str]


def _chamber(territories: tuple[_Block, ...], **values: Any) -> tuple[Chamber, list[Territory]]:
    chamber = Chamber(district=f"Kammerbezirk {values['short_name'].removeprefix('HWK ')}", **values)
    inside = [
        Territory(key, name, chamber.code, block.basis, block.confidence, block.sources, block.note)
        for block in territories
        for key, name in (*block.kreise.items(), *block.municipalities.items())
    ]
    return chamber, inside


def _chambers(
    licence: Text,
    edition: Text,
    sources: tuple[Source, ...],
    chambers: tuple[tuple[Chamber, list[Territory]], ...],
) -> Chambers:
    territories = tuple(territory for _, inside in chambers for territory in inside)
    return Chambers(tuple(chamber for chamber, _ in chambers), territories, on_terms(sources, licence, edition))


_NAMES = Optional(by_key(text), {})
_BLOCK = record(
    _Block,
    basis=one_of(*BASES),
    confidence=one_of(*CONFIDENCES),
    sources=listing(text),
    note=optional(either),
    kreise=_NAMES,
    municipalities=_NAMES,
)
_CHAMBERS = record(
    _chambers,
    licence=either,
    edition=either,
    sources=listing(BRIEF_SOURCE),
    chambers=listing(
        record(
            _chamber,
            code=code(5),
            name=text,
            short_name=text,
            seat=text,
            land=text,
            web=text,
            sources=listing(text),
            note=optional(either),
            territories=listing(_BLOCK),
        )
    ),
)


def shape(node: Node, report: Report) -> Chambers | None:
    """The chambers that a file's tree describes; None if anything in it was reported."""
    made: Chambers | None = _CHAMBERS(node, "", report)
    return made


def breaches(made: Chambers) -> Iterator[Breach]:
    """What must hold between the records: codes once, sources that exist and are used, territories once a chamber,
    and of one chamber unless their confidence is low."""
    codes = [chamber.code for chamber in made.chambers]
    known = [source.id for source in made.sources]
    for list_name, ids in (("chambers", codes), ("sources", known)):
        for at, id in enumerate(ids):
            if id in ids[:at]:
                yield Breach(f"{list_name}[{at}]", f"{id} a second time", "each once")
    used = {id for chamber in made.chambers for id in chamber.sources}
    used |= {id for territory in made.territories for id in territory.sources}
    for id in sorted(used - set(known)):
        yield Breach("chambers", f"the source {id}", "the id of one of the sources", "sources")
    for at, id in enumerate(known):
        if id not in used:
            yield Breach(f"sources[{at}]", f"{id}, which nothing cites", "a source of something")
    owners: dict[str, Territory] = {}
    for one in made.territories:
        other = owners.setdefault(one.key, one)
        if other is not one and (other.chamber == one.chamber or one.confidence != "low" != other.confidence):
            at = codes.index(one.chamber)
            yield Breach(f"chambers[{at}]", f"{one.key} {one.name} a second time", "each territory once")
    for key in sorted({key[:5] for key in owners if len(key) == 8} & owners.keys()):
        yield Breach("chambers", f"{key} and municipalities of it", "either the Kreis or its municipalities")


def strays(file: Path, made: Chambers, tables: Tables) -> Iterator[Fault]:
    """Where the chambers do not agree with the tables: a key that has no place, or one of another name; a municipality
    for which neither it nor its Kreis has a chamber."""
    names = {one.key: base(one.name) for one in tables.kreise} | {one.ags: base(one.name) for one in tables.gemeinden}
    for one in made.territories:
        name = names.get(one.key)
        if one.name != name:
            yield Fault(str(file), None, one.chamber, f"{one.key} {one.name}", f"the name {name}" if name else "a key")
    known = {one.key for one in made.territories}
    for gemeinde in tables.gemeinden:
        if gemeinde.kreis_key in names and not {gemeinde.ags, gemeinde.kreis_key} & known:
            yield Fault(str(file), None, "chambers", f"nothing for {gemeinde.ags} {gemeinde.name}", "a chamber")
