"""The titles that stand before or behind the name of a place (`Stadt Unna`, `Unna, Kreis`), and what they say of it.

All titles are folded (`hwkcli.naming.fold`).
"""

from collections.abc import Mapping

from hwkcli.naming.fold import fold

_LONGEST_TITLE = 40
_TOWNS = ("city", "town", "municipality")
_STANDINGS = (
    *("kreisangehörige", "große kreisangehörige", "mittlere kreisangehörige", "amtsfreie", "amtsangehörige"),
    *("selbständige", "selbstständige", "große selbständige", "verbandsfreie", "verbandsangehörige"),
)
"""What the laws of the Länder call towns and municipalities by what they do themselves."""
_MAYORS = ("der bürgermeister", "die bürgermeisterin", "der oberbürgermeister", "die oberbürgermeisterin")
"""Who signs for a town or municipality."""
_CAPITALS = ("landeshauptstadt", "lh", "lhs")
"""Hannover and Saarbrücken are no kreisfreie Städte."""
TITLES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("stadt", "universitätsstadt", "universitaetsstadt"), ("city", "town")),
    **dict.fromkeys(("sk", "skr", "stadtkreis", "stadtkr", "kreisfreie stadt", "kreisfr stadt"), ("city",)),
    **dict.fromkeys(("krfr stadt", "krsfr stadt", "kfr stadt", "kreisfreie st", "krfr st", "krsfr st"), ("city",)),
    **dict.fromkeys(("krfr", "krsfr", "kreisfr", "kreisfrei", "ks", "kfs", "krfst"), ("city",)),
    **dict.fromkeys(("urban district", "independent city", "district free city", "county free city"), ("city",)),
    **dict.fromkeys(("kreisstadt", "große kreisstadt", "grosse kreisstadt", "gkst"), ("town",)),
    **dict.fromkeys(("city", "city of", "town", "town of"), ("city", "town")),
    **dict.fromkeys(("stadtbezirk", "ortsbezirk", "stadtviertel"), ("locality",)),
    **dict.fromkeys(("ehemalige gemeinde", "ehem gemeinde", "frühere gemeinde", "altgemeinde"), ("locality",)),
    **dict.fromkeys(("seebad", "ostseebad", "nordseebad", "heilbad"), ("town", "municipality", "locality")),
    **dict.fromkeys(("land", "bundesland", "state of"), ("land",)),
    **dict.fromkeys(("markt", "mkt", "marktgemeinde", "flecken", "ortsgemeinde", "og"), ("municipality",)),
    **dict.fromkeys(_CAPITALS, ("city", "town")),
    **dict.fromkeys(("stadtverwaltung", "magistrat der stadt", "der magistrat der stadt"), ("city", "town")),
    **dict.fromkeys(("magistrat der universitätsstadt", "bürgermeister der stadt"), ("city", "town")),
    **dict.fromkeys(_MAYORS, _TOWNS),
    **dict.fromkeys((f"{mayor} der {kind}" for mayor in _MAYORS for kind in ("stadt", "gemeinde")), _TOWNS),
    **dict.fromkeys(("oberbürgermeister der stadt", "magistrat der kreisstadt"), ("city", "town")),
    **dict.fromkeys(("gemeindeverwaltung", "bürgermeisteramt", "buergermeisteramt", "rathaus"), _TOWNS),
    **dict.fromkeys(("gemeindevorstand der gemeinde", "bürgermeister der gemeinde"), _TOWNS),
    **dict.fromkeys(
        ("gemeindefreier bezirk", "gemeindefreies gebiet", "gemfr bezirk", "gemfr geb"), ("unincorporated",)
    ),
    **dict.fromkeys(("hansestadt", "hansest"), _TOWNS),
    **dict.fromkeys((fold(f"{one} {kind}") for one in _STANDINGS for kind in ("stadt", "gemeinde")), _TOWNS),
    **dict.fromkeys(
        ("gemeinde", "gde", "gem", "einheitsgemeinde", "stadtgemeinde", "municipality", "municipality of"), _TOWNS
    ),
}
"""What may stand before or behind a name, folded, and the kinds of places that it may then mean."""

KREIS_TITLES = (
    *(
        "landkreis",
        "kreis",
        "lkr",
        "lk",
        "landkr",
        "kr",
        "krs",
        "ldkr",
        "ldkrs",
        "lkrs",
        "landratsamt",
        "lra",
        "kreisverwaltung",
        "kreisverw",
        "regionsverwaltung",
        "kreisausschuss des landkreises",
        "landrat des landkreises",
        "landrat des kreises",
        *("der landrat", "die landrätin", "der landrat des kreises", "der landrat des landkreises"),
    ),
    *("region", "städteregion", "staedteregion", "stadtregion", "s region", "regionalverband", "rv"),
    *("altkreis", "alt kreis", "ehem kreis", "ehem landkreis", "ehemaliger kreis", "ehemaliger landkreis"),
    *(
        "früherer kreis",
        "früherer landkreis",
        "früher kreis",
        "früher landkreis",
        "ehem lk",
        "district",
        "district of",
        "rural district",
        "county",
    ),
)
"""What may stand before or behind the name of a Kreis, folded."""

_CITIES = frozenset(("stadt", *_CAPITALS, *(title for title, kinds in TITLES.items() if kinds == ("city",))))
_AROUND = frozenset((*KREIS_TITLES, "stadtverband", "kommunalverband besonderer art"))
_BEFORE: Mapping[str, tuple[str, ...]] = {
    **TITLES,
    "st": ("city",),
    "dorf": ("locality",),
    **dict.fromkeys(KREIS_TITLES, ("kreis",)),
}
_BEHIND: Mapping[str, tuple[str, ...]] = {**_BEFORE, "st": ("city", "town"), "land": ("land", "kreis"), "dorf": ()}
"""Titles before and behind a name: `St. Ingbert` is no town of Ingbert, but `Kassel, St.` is a town; and `St. Ulm`, of
which there is no saint, the city. `Dorf Methler` is Methler, but `Neu-Dorf` is no place called Neu."""
_OPENING = frozenset(title.partition(" ")[0] for title in _BEFORE)
_ENDING = frozenset(title.rpartition(" ")[2] for title in _BEHIND)
TITLE_WORDS = _OPENING | _ENDING
"""The first and the last words of titles."""
_MOST_WORDS = max(title.count(" ") + 1 for title in _BEHIND)

Titled = tuple[tuple[str, tuple[str, ...]], ...]
"""A folded query without its title, with the kinds of places that the title may mean; for each title that it has."""


def kind_of_kreis(word: str) -> str:
    """The title that a text says a Kreis has, where it is nothing but a title: of a city, or of a Kreis around cities.

    >>> kind_of_kreis("Kreisfreie Stadt"), kind_of_kreis("LK"), kind_of_kreis("Unna")
    ('kreisfreie Stadt', 'Landkreis', '')
    """
    key = fold(word[:_LONGEST_TITLE])
    return "kreisfreie Stadt" if key in _CITIES else "Landkreis" if key in _AROUND else ""


def is_kind_of_kreis(word: str) -> bool:
    """Whether a text is what a Kreis is called, be it a city, and no municipality in one.

    >>> is_kind_of_kreis("Kreisfreie Stadt"), is_kind_of_kreis("Stadt")
    (True, False)
    """
    return kind_of_kreis(word) != "" and fold(word[:_LONGEST_TITLE]) != "stadt"


def untitled(key: str) -> Titled:
    """A folded query without the title before or behind it, each with the kinds of places that the title may mean.

    >>> untitled("stadt unna"), untitled("unna kreis")
    ((('unna', ('city', 'town')),), (('unna', ('kreis',)),))
    """
    if " " not in key or (key.partition(" ")[0] not in _OPENING and key.rpartition(" ")[2] not in _ENDING):
        return ()
    words = key.split()
    found = []
    for cut in range(1, min(len(words), _MOST_WORDS + 1)):
        for titles, title, rest in ((_BEFORE, words[:cut], words[cut:]), (_BEHIND, words[-cut:], words[:-cut])):
            if kinds := titles.get(" ".join(title)):
                found.append((" ".join(rest), kinds))
    return tuple(found)
