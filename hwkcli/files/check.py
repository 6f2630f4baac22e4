"""All that is wrong with a data file, for those who write one."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from hwkcli.errors import BadFile, Fault, Message
from hwkcli.files import chambers, load, rules, tables
from hwkcli.files.load import Document
from hwkcli.files.register import Register, breaches_of_contacts, breaches_of_district
from hwkcli.model import District


class Checked(NamedTuple):
    """What was found."""

    faults: tuple[Fault, ...]
    unseen: tuple[str, ...] = ()
    """Files that are named, but could not be looked for, as the data came without a folder."""


def of_file(
    file: Path, district: Callable[[], District], register: Callable[[], Register | None] = lambda: None
) -> Checked:
    """The faults of a data file: of a district, with those of the files that it names; or of a file with figures or
    contacts, which belongs to the district given; or of all chambers.

    A national register is asked for keys and postal codes, once the file has no other faults. Raises BadFile if the
    file cannot be read, and what `district` raises.
    """
    read = load.document(file)
    if _is_district(read):
        made, faults = load.examine(file)
        return Checked(faults if made is None else tuple(_of_district(read, made, register())))
    if read.has("chambers"):
        return Checked(_of_chambers(read, file))
    return Checked(_of_part(read, district(), register))


def of_bytes(
    data: bytes, name: str, district: Callable[[], District], register: Callable[[], Register | None] = lambda: None
) -> Checked:
    """The faults of a data file that comes without a folder, from standard input, as `of_file` finds them; the files
    that it names are not looked for. Raises BadFile if it is too large, and what `district` raises."""
    read = load.parse(data, name)
    if _is_district(read):
        made, faults = load.examine_district(read)
        if made is None:
            return Checked(faults)
        unseen = tuple(name for name in (made.figures_file, made.contacts_file) if name)
        alone = made._replace(figures_file=None, contacts_file=None)
        return Checked(tuple(_of_district(read, alone, register())), unseen)
    if read.has("chambers"):
        return Checked(load.examine_chambers(read)[1])
    return Checked(_of_part(read, district(), register))


def _is_district(read: Document) -> bool:
    """Whether a file is one of a district, or nothing else that is known."""
    return any(map(read.has, ("chamber", "kreise", "groups"))) or not any(
        map(read.has, ("chambers", "figures", "contacts"))
    )


def _of_district(read: Document, made: District, register: Register | None) -> Iterable[Fault]:
    """What the register and the files beside it say against a district that has no faults in itself."""
    if register and read.node:
        yield from rules.faults(read.node, read.name, breaches_of_district(made, register))
    for key, beside in (("figures_file", made.figures_file), ("contacts_file", made.contacts_file)):
        if beside is not None:
            try:
                yield from _of_part(load.document(Path(beside), beside=True), made, lambda: register)
            except BadFile as error:
                yield Fault(
                    read.name, read.line(key), key, error.message, Message("the name of a file beside this one")
                )


def _of_part(read: Document, district: District, register: Callable[[], Register | None]) -> tuple[Fault, ...]:
    """The faults of a file with figures or contacts of a district."""
    if read.has("figures"):
        return load.examine_history(read, district)[1]
    made, faults = load.examine_directory(read, district)
    known = register() if made else None
    if made is None or read.node is None or known is None:
        return faults
    return rules.faults(read.node, read.name, breaches_of_contacts(made.contacts, known))


def _of_chambers(read: Document, file: Path) -> tuple[Fault, ...]:
    """The faults of a file of chambers, and where it does not agree with the tables beside it, if there are any."""
    made, faults = load.examine_chambers(read)
    if made is None or read.node is None or not (file.parent / "germany").is_dir():
        return faults
    return tuple(chambers.located(read.node, chambers.strays(file, made, tables.read(file.parent / "germany"))))
