"""What `data/chambers.yaml` must look like: the chambers, and the evidence for the territory of each."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from hwkcli.errors import Fault, Message
from hwkcli.files.addresses import host, url, web
from hwkcli.files.bilingual import either, either_prose
from hwkcli.files.by_hand import by_key
from hwkcli.files.fields import (
    Optional,
    code,
    day,
    identifier,
    listing,
    name,
    one_of,
    optional,
    postal_code,
    record,
    text,
)
from hwkcli.files.rules import Breach, unique
from hwkcli.files.sources import BRIEF_SOURCE, on_terms
from hwkcli.files.tables import Ort, Tables
from hwkcli.files.tree import Node, walk
from hwkcli.model import BASES, CONFIDENCES, Address, Basis, Chamber, Chambers, Confidence, Source, Territory, Text
from hwkcli.naming.spelling import base


class _Block(NamedTuple):
    """Territories of one chamber that rest on the same evidence."""

    basis: Basis
    confidence: Confidence
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


_NAMES = Optional(by_key(name), {})
_BLOCK = record(
    _Block,
    basis=one_of(*BASES),
    confidence=one_of(*CONFIDENCES),
    sources=listing(identifier, least=1),
    note=optional(either_prose),
    kreise=_NAMES,
    municipalities=_NAMES,
)
_ADDRESS = record(
    Address,
    street=text,
    postal_code=optional(postal_code),
    city=name,
    as_of=optional(day),
    sources=listing(identifier, least=1),
    note=optional(either_prose),
)
SHAPE = record(
    _chambers,
    licence=either,
    edition=either,
    sources=listing(BRIEF_SOURCE),
    chambers=listing(
        record(
            _chamber,
            code=code(5),
            name=name,
            short_name=name,
            seat=name,
            land=name,
            web=web,
            sources=listing(identifier),
            note=optional(either_prose),
            contact_page=optional(url),
            address=optional(_ADDRESS),
            territories=listing(_BLOCK, least=1),
        ),
        least=1,
    ),
)
"""The file of all chambers."""


def breaches(made: Chambers) -> Iterator[Breach]:
    """What must hold between the records: codes once, sources that exist and are used, contact pages of its own site,
    territories once a chamber, and of one chamber unless their confidence is low."""
    codes = {chamber.code: at for at, chamber in enumerate(made.chambers)}
    known = [source.id for source in made.sources]
    yield from unique("chambers", "", [chamber.code for chamber in made.chambers])
    yield from unique("sources", "", known)
    cited = [(chamber.code, chamber.sources) for chamber in made.chambers]
    cited += [(chamber.code, chamber.address.sources) for chamber in made.chambers if chamber.address]
    cited += [(territory.chamber, territory.sources) for territory in made.territories]
    used = {id: code for code, ids in cited for id in ids}
    for id in sorted(used.keys() - set(known)):
        yield Breach(
            f"chambers[{codes[used[id]]}]",
            Message("the source {id}", id=id),
            Message("the id of one of the sources"),
            "sources",
        )
    for at, id in enumerate(known):
        if id not in used:
            yield Breach(
                f"sources[{at}]", Message("{id}, which nothing cites", id=id), Message("a source of something")
            )
    for chamber in made.chambers:
        if chamber.contact_page and host(chamber.contact_page) != host(chamber.web):
            expected = Message("a page of {web}", web=chamber.web)
            yield Breach(f"chambers[{codes[chamber.code]}]", chamber.contact_page, expected, "contact_page")
    owners: dict[str, Territory] = {}
    for one in made.territories:
        other = owners.setdefault(one.key, one)
        if other is not one and (other.chamber == one.chamber or one.confidence != "low" != other.confidence):
            yield Breach(
                f"chambers[{codes[one.chamber]}]",
                Message("{value} a second time", value=f"{one.key} {one.name}"),
                Message("each territory once"),
            )
    for key in sorted({key[:5] for key in owners if len(key) == 8} & owners.keys()):
        yield Breach(
            "chambers",
            Message("{key} and municipalities of it", key=key),
            Message("either the Kreis or its municipalities"),
        )


def located(node: Node, faults: Iterable[Fault]) -> Iterator[Fault]:
    """Faults that `strays` found, with the path and the line of the territory or postal code in the file's tree."""
    lines = dict(walk(node))
    places = {(path.partition(".")[0], path.rpartition(".")[2]): (path, line) for path, line in lines.items()}
    for fault in faults:
        path, line = places.get((fault.path, fault.found.split()[0]), (fault.path, lines.get(fault.path)))
        yield fault._replace(line=line, path=path)


def strays(file: Path, made: Chambers, tables: Tables) -> Iterator[Fault]:
    """Where the chambers do not agree with the tables: a key that has no place, or one of another name; a municipality
    for which neither it nor its Kreis has a chamber; an address that is not in the chamber's own territory."""
    names = {one.key: base(one.name) for one in tables.kreise} | {one.ags: base(one.name) for one in tables.gemeinden}
    codes = {chamber.code: at for at, chamber in enumerate(made.chambers)}
    for one in made.territories:
        own = names.get(one.key)
        if one.name != own:
            path, expected = (
                f"chambers[{codes[one.chamber]}]",
                Message("the name {name}", name=own) if own else Message("a key"),
            )
            yield Fault(str(file), None, path, f"{one.key} {one.name}", expected)
    known = {one.key for one in made.territories}
    for gemeinde in tables.gemeinden:
        if gemeinde.kreis_key in names and not {gemeinde.ags, gemeinde.kreis_key} & known:
            yield Fault(
                str(file),
                None,
                "chambers",
                Message("nothing for {ags} {name}", ags=gemeinde.ags, name=gemeinde.name),
                Message("a chamber"),
            )
    yield from _elsewhere(file, made, tables)


def _elsewhere(file: Path, made: Chambers, tables: Tables) -> Iterator[Fault]:
    """Addresses that are not in the chamber's own territory, by their postal codes."""
    where: dict[str, list[Ort]] = {}
    for ort in tables.orte:
        where.setdefault(ort.postal_code, []).append(ort)
    towns = {one.ags: base(one.name) for one in tables.gemeinden}
    own = {(one.chamber, one.key) for one in made.territories}
    for at, chamber in enumerate(made.chambers):
        address = chamber.address
        if address and address.postal_code:
            here = [
                ort for ort in where.get(address.postal_code, ()) if towns.get(ort.ags, "").startswith(address.city)
            ]
            if not any((chamber.code, key) in own for ort in here for key in (ort.ags, ort.ags[:5])):
                found = f"{address.postal_code} {address.city}"
                expected = Message("a postal code of {city} in the territory of this chamber", city=address.city)
                yield Fault(str(file), None, f"chambers[{at}].address.postal_code", found, expected)
