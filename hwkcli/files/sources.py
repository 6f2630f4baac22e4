"""Sources as data files write them: in full, or in brief where the file states licence and edition for all of them."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from hwkcli.errors import Message
from hwkcli.files.addresses import url
from hwkcli.files.bilingual import either
from hwkcli.files.fields import day, identifier, listing, one_of, optional, record, text
from hwkcli.files.rules import Breach
from hwkcli.model import Provenance, Rank, Source, Text

OF_KREISE = ("key", "group", "short_name", "seat")
OF_TOWNS = (
    *("name", "official_name", "printed_name", "kind", "ags", "ars", "area_km2", "population"),
    *("latitude", "longitude", "postal_codes", "company_postal_codes", "aliases"),
)
FIELDS = (*OF_KREISE, *OF_TOWNS, "namesakes")
"""The fields whose source is a block's and not a record's."""

SOURCE = record(
    Source,
    id=identifier,
    publisher=text,
    title=text,
    url=optional(url),
    document=optional(either),
    edition=either,
    licence=either,
    attribution=text,
    short_name=optional(text),
    file=optional(text),
    retrieved=optional(day),
)

PROVENANCE = record(Provenance, fields=listing(one_of(*FIELDS)), source=identifier, as_of=optional(day))


_NOTHING = Text("", "")


def _brief_source(
    publisher: str, attribution: str | None, edition: Text | None, licence: Text | None, **values: Any
) -> Source:
    return Source(
        publisher=publisher,
        attribution=attribution or publisher,
        edition=edition or _NOTHING,
        licence=licence or _NOTHING,
        **values,
    )


BRIEF_SOURCE = record(
    _brief_source,
    id=identifier,
    publisher=text,
    title=text,
    url=optional(url),
    document=optional(either),
    edition=optional(either),
    licence=optional(either),
    attribution=optional(text),
    rank=one_of(*get_args(Rank)),
    short_name=optional(text),
)


def on_terms(sources: tuple[Source, ...], licence: Text, edition: Text) -> tuple[Source, ...]:
    """Sources with the licence and the edition that their file states for all of them, where they state none."""
    return tuple(
        source._replace(
            licence=licence if source.licence == _NOTHING else source.licence,
            edition=edition if source.edition == _NOTHING else source.edition,
        )
        for source in sources
    )


def cited(path: str, ids: Iterable[str], known: set[str]) -> Iterator[Breach]:
    """That each of the ids at a path is one of the known sources."""
    for id in ids:
        if id not in known:
            yield Breach(path, id, Message("the id of one of the sources"), "sources")
