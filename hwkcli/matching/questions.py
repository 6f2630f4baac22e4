"""What the process that works on a file asks of the one that has the gazetteer.

That one imports the rooms that answer when it is asked; the other one never does, and reads the file meanwhile.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hwkcli.matching.addresses import Part
    from hwkcli.matching.answer import Decision
    from hwkcli.matching.columns import Found


def serves(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> bool:
    """Whether a sheet of a workbook has columns of an address."""
    from hwkcli.matching import choice
    from hwkcli.matching.decision import resolver

    return choice.serves(names, rows, resolver)


def chosen(
    names: Sequence[str], given: Mapping[str, str | None], rows: Sequence[Sequence[Any]], *asked: Any
) -> "Found":
    """The columns of an address, by the first rows."""
    from hwkcli.matching.choice import choose
    from hwkcli.matching.decision import resolver

    return choose(names, given, lambda: rows, resolver, *asked)


def decided(part: "Part") -> "list[Decision]":
    """What each of some addresses means."""
    from hwkcli.matching import cells

    return cells.decided(part)


def listed() -> bytes:
    """The addresses that everybody writes, with their answers."""
    from hwkcli.gazetteer.store import index

    return index.listed()


def ready() -> Iterator[None]:
    """Read the gazetteer; then, step by step, the addresses that are listed, what chooses the columns, what misspelt
    addresses need and one that contradicts itself, and all municipalities."""
    from hwkcli.gazetteer import germany

    known = germany.gazetteer()
    yield
    listed()
    yield
    serves(["PLZ"], [])
    yield
    from hwkcli.matching.addresses import Part
    from hwkcli.matching.columns import Columns

    for place in ("Kaamen", "Kaamen Methler", "Bergkaamen"):
        decided(Part([("59174", place)], Columns(postal_code=0, place=(1,))))
        yield
    yield from known.read()
