"""What the Tab key offers: names as slugs, which a shell does not split, with the real name as help."""

from collections.abc import Iterable

from hwkcli import store
from hwkcli.errors import HwkError
from hwkcli.names import fold, slug


def kreise(incomplete: str) -> list[tuple[str, str]]:
    """The Kreise and groups whose slug begins with what is typed."""
    try:
        district = store.load()
    except HwkError:
        return []
    names = [(kreis.short_name or kreis.name, kreis.name) for kreis in district.kreise]
    names += [(group, group) for group in district.groups if all(group != name for _, name in names)]
    return _beginning(incomplete, names)


def places(incomplete: str) -> list[tuple[str, str]]:
    """The towns, Kreise and localities whose slug begins with what is typed."""
    try:
        district = store.load()
    except HwkError:
        return []
    names = [(town.name, f"{town.name} ({town.kreis})") for town in district.towns]
    names += [(kreis.name, kreis.name) for kreis in district.kreise if kreis.kind == "kreis"]
    for town in district.towns:
        names += [(locality.name, f"{town.name}-{locality.name}") for locality in town.localities]
    return _beginning(incomplete, names)


def _beginning(incomplete: str, names: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Slug and help of the names that begin like what is typed; the first of each slug."""
    begin = slug(incomplete) if fold(incomplete) else ""
    offers: dict[str, str] = {}
    for name, help in names:
        if slug(name).startswith(begin):
            offers.setdefault(slug(name), help)
    return list(offers.items())
