"""Which municipalities that are administered together a text means: `VG Adenau`, `Samtgemeinde Sögel`, `Amt Hüttener
Berge`.

They are no place that answers; but what is said to lie in them, or belongs to all of them, is known.
"""

import re
from collections.abc import Collection
from functools import cache

from hwkcli.gazetteer.engine.names import Gazetteer
from hwkcli.gazetteer.entries import Hit
from hwkcli.naming.fold import fold, readings

_TITLES = {
    **dict.fromkeys(("amt", "amtsverwaltung"), ("Amt",)),
    **dict.fromkeys(("samtgemeinde", "samtgem", "samtgde", "sg", "samtgemeindeverwaltung"), ("Samtgemeinde",)),
    **dict.fromkeys(("verbandsgemeinde", "verbandsgem", "verbgem", "vbg"), ("Verbandsgemeinde",)),
    "verbandsgemeindeverwaltung": ("Verbandsgemeinde",),
    **dict.fromkeys(("vg", "vgem"), ("Verbandsgemeinde", "Verwaltungsgemeinschaft")),
    **dict.fromkeys(
        ("verwaltungsgemeinschaft", "verwaltungsgem", "verwgem", "verw gem", "vvg", "vwg"), ("Verwaltungsgemeinschaft",)
    ),
    **dict.fromkeys(("vereinbarte verwaltungsgemeinschaft",), ("Verwaltungsgemeinschaft",)),
    **dict.fromkeys(("gvv", "gemeindeverwaltungsverband", "verwaltungsverband"), ("Verwaltungsverband",)),
    **dict.fromkeys(("kirchspielslandgemeinde", "klg", "amt klg"), ("Kirchspielslandgemeinde",)),
}
"""What people and the register call them, folded, and the types of the register."""
_TITLE = "|".join(sorted(_TITLES, key=len, reverse=True))
_OPENING = frozenset(title.partition(" ")[0] for title in _TITLES)
_TITLED = cache(
    lambda: re.compile(
        rf"(?:(?P<before>{_TITLE}) (?:(?:der|des) (?:stadt )?)?)?(?P<name>.+?)(?: (?P<behind>{_TITLE}))?"
    )
)


def municipalities(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The municipalities of the Verbände of a name, the largest first; empty if there is none of it.

    >>> from hwkcli.gazetteer.store import index
    >>> [hit.place.name for hit in municipalities(index, "VG Sögel")], municipalities(index, "Unna")
    ([], ())
    >>> [hit.place.name for hit in municipalities(index, "Samtgemeinde Leinebergland")]
    ['Gronau (Leine)', 'Duingen', 'Eime']
    """
    types, name = _parted(fold(text))
    # With a title, what tells a name apart from others may be left out; then these are meant, too (`VG Kirchberg`).
    known = [*_known().get(name, ()), *(_known_for_short().get(name, ()) if types else ())]
    if not known:
        return ()
    from hwkcli.gazetteer.store import places

    keys = [key for key, type in known if not types or type in types]
    members = dict.fromkeys(ags for key in keys for ags in places.members(key))
    found = [Hit("member", place) for ags in members for place in gazetteer.of_key(ags)]
    return tuple(sorted(found, key=lambda hit: hit.place.id))


def _parted(key: str) -> tuple[tuple[str, ...], str]:
    """The types that the title of a folded name means, and the name without it."""
    # Most names have no title.
    parts = _TITLED().fullmatch(key) if _may_have_title(key) else None
    if parts is None:
        return (), key
    title = parts["before"] or parts["behind"]
    return _TITLES[title] if title else (), parts["name"]


def may_be(key: str) -> bool:
    """Whether a folded name may be that of a Verband: it is one, or has a title."""
    return key in _known() or (" " in key and _may_have_title(key))


def names() -> Collection[str]:
    """All their folded names, without titles."""
    return _known().keys()


def _may_have_title(key: str) -> bool:
    return key.partition(" ")[0] in _OPENING or key.rpartition(" ")[2] in _TITLES


@cache
def _known() -> dict[str, list[tuple[str, str]]]:
    """The keys and types of the Verbände of each name, folded and without its title."""
    from hwkcli.gazetteer.store import places

    found: dict[str, list[tuple[str, str]]] = {}
    for key, name, type in places.associations():
        for reading in readings(_parted(fold(name))[1]):
            found.setdefault(reading, []).append((key, type))
    return found


@cache
def _known_for_short() -> dict[str, list[tuple[str, str]]]:
    """The same of names without what tells them apart from others (`Lüchow (Wendland)`)."""
    from hwkcli.gazetteer.store import places

    found: dict[str, list[tuple[str, str]]] = {}
    for key, name, type in places.associations():
        if "(" in name:
            for reading in readings(_parted(fold(name.partition("(")[0]))[1]):
                found.setdefault(reading, []).append((key, type))
    return found
