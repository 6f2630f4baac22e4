"""Compare the register as the changes rebuild it with the printed editions."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from gebietsaenderungen.chain import Chain
from gebietsaenderungen.workbooks import Printed, Row

REUNITED = "1990-10-03"
_EAST = ("12", "13", "14", "15", "16")
_EAST_BERLIN = ("11200000", "11200")


class Deviation(NamedTuple):
    """A key of an edition that the changes lead to otherwise."""

    edition: str
    key: str
    printed: str
    """The name that the edition prints; empty where it does not have the key."""
    rebuilt: str
    """The name that the changes lead to; empty where they do not have the key."""
    reason: str


class Digest(NamedTuple):
    """What an edition prints of the municipalities of a Kreis, in short: to compare without the edition at hand."""

    edition: str
    kreis_key: str
    kreis: str
    municipalities: int
    sha256: str
    """The first 16 digits of the SHA-256 of the lines `key name`, in the order of the keys."""


def names(chain: Chain, day: str) -> dict[str, str]:
    """The names by keys that the register had on a day. Before the reunion it had no municipalities of the East."""
    found = {}
    for key, life in chain.at(day).items():
        if day >= REUNITED or not (key.startswith(_EAST) or key in _EAST_BERLIN):
            found[key] = next(name for since, name in reversed(life.names) if since <= day)
    return found


def deviations(
    editions: Iterable[Printed], chains: Sequence[Chain], rows: Iterable[Row], known: Mapping[tuple[str, str], str]
) -> Iterator[Deviation]:
    """All deviations, by editions and keys. `known` are the reasons by editions and keys; what has none is empty."""
    renamed = defaultdict(list)
    for row in rows:
        if "4" in row.kinds:
            renamed[row.new_key].append(row)
    for edition in sorted(editions, key=lambda one: one.date):
        for printed, chain in zip((edition.names, edition.kreise), chains, strict=True):
            rebuilt = names(chain, edition.date)
            for key in sorted(printed.keys() | rebuilt.keys()):
                one, other = printed.get(key, ""), rebuilt.get(key, "")
                if one != other:
                    reason = known.get((edition.date, key), "") or _late(renamed[key], edition.date, other)
                    yield Deviation(edition.date, key, one, other, reason)


def _late(rows: Iterable[Row], day: str, name: str) -> str:
    """The reason of a new name that was registered only after an edition for which it holds already."""
    for row in rows:
        if row.new_name == name and row.date <= day < row.registered:
            return f"the name holds since {row.date}, but was registered only in {row.registered[:7]}"
    return ""


def digests(editions: Iterable[Printed]) -> Iterator[Digest]:
    """The digests of all Kreise of all editions."""
    for edition in sorted(editions, key=lambda one: one.date):
        members: Mapping[str, list[str]] = defaultdict(list)
        for key in sorted(edition.names):
            members[key[:5]].append(f"{key} {edition.names[key]}\n")
        for key, lines in sorted(members.items()):
            digest = hashlib.sha256("".join(lines).encode()).hexdigest()[:16]
            yield Digest(edition.date, key, edition.kreise.get(key, ""), len(lines), digest)
