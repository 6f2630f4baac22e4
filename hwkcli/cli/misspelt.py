"""Words that are no command or option, but are near one, or are what Germans would call one."""

from collections.abc import Collection, Sequence
from itertools import takewhile

from hwkcli.cli.lazy import COMMANDS
from hwkcli.errors import HwkError, UnknownCommand, quoted

_IN_GERMAN = {
    **dict.fromkeys(("orte", "städte", "staedte", "gemeinden", "kommunen"), "towns"),
    **dict.fromkeys(("suche", "suchen", "finde", "finden", "ort"), "find"),
    **dict.fromkeys(("zeige", "zeigen"), "show"),
    **dict.fromkeys(("kammer", "handwerkskammer", "zuständig", "zustaendig"), "chamber"),
    **dict.fromkeys(("kammern", "handwerkskammern"), "chambers"),
    **dict.fromkeys(("geschichte", "früher", "frueher"), "history"),
    **dict.fromkeys(("nähe", "naehe", "umkreis"), "near"),
    **dict.fromkeys(("karte", "landkarte"), "map"),
    **dict.fromkeys(("abgleich", "abgleichen", "ergänzen", "ergaenzen", "zuordnen"), "match"),
    **dict.fromkeys(("ausgeben", "exportieren"), "export"),
    **dict.fromkeys(("zahlen", "kennzahlen", "statistik", "statistiken"), "stats"),
    **dict.fromkeys(("kontakt", "kontakte", "ansprechpartner", "presse"), "contact"),
    **dict.fromkeys(("kooperation", "zusammenarbeit"), "cooperation"),
    **dict.fromkeys(("quelle", "quellen"), "sources"),
    **dict.fromkeys(("prüfe", "prüfen", "pruefen"), "check"),
    "hilfe": "help",
}
"""German words for what the commands do. They are no commands themselves: some are places, too."""

OPTIONS_IN_GERMAN = {
    **dict.fromkeys(("art", "arten"), ("kind",)),
    **dict.fromkeys(("umkreis", "entfernung", "radius", "kilometer"), ("km",)),
    **dict.fromkeys(("ort", "orte", "gemeinde"), ("place", "kreis")),
    **dict.fromkeys(("plz", "postleitzahl"), ("postal-code",)),
    **dict.fromkeys(("schlüssel", "schluessel", "ags"), ("key",)),
    **dict.fromkeys(("bundesland", "länder", "laender"), ("land",)),
    **dict.fromkeys(("landkreis", "kreise"), ("kreis",)),
    **dict.fromkeys(("kammer", "handwerkskammer", "kammern"), ("chamber",)),
    **dict.fromkeys(("bezirk", "kammerbezirk"), ("district", "chamber")),
    **dict.fromkeys(("sortieren", "sortierung", "ordnen"), ("sort",)),
    **dict.fromkeys(("rückwärts", "rueckwaerts", "umgekehrt"), ("reverse",)),
    **dict.fromkeys(("anzahl", "höchstens", "hoechstens", "erste"), ("limit",)),
    **dict.fromkeys(("spalte", "spalten"), ("columns",)),
    **dict.fromkeys(("ausgabe", "datei", "ziel"), ("output",)),
    **dict.fromkeys(("überschreiben", "ueberschreiben"), ("force",)),
    **dict.fromkeys(("sprache",), ("lang",)),
    **dict.fromkeys(("quelle", "quellen"), ("sources",)),
    **dict.fromkeys(("seit", "ab", "von"), ("since",)),
    **dict.fromkeys(("bis",), ("until",)),
    **dict.fromkeys(("stand", "stichtag", "tag", "am", "datum"), ("as-of", "on", "key-date")),
    **dict.fromkeys(("verlauf", "geschichte", "zeitreihe"), ("history",)),
    **dict.fromkeys(("vergleich", "vergleichen"), ("compare",)),
    **dict.fromkeys(("diagramm",), ("chart", "plot")),
    **dict.fromkeys(("bild", "grafik"), ("plot", "output")),
    **dict.fromkeys(("karte",), ("map",)),
    **dict.fromkeys(("werte", "kennzahl", "kennzahlen", "zahlen"), ("values", "stats", "list")),
    **dict.fromkeys(("liste", "alle"), ("list",)),
    **dict.fromkeys(("titel",), ("title",)),
    **dict.fromkeys(("größe", "groesse"), ("size",)),
    **dict.fromkeys(("blatt", "tabellenblatt"), ("sheet",)),
    **dict.fromkeys(("trennzeichen", "trenner"), ("delimiter",)),
    **dict.fromkeys(("kodierung", "zeichensatz"), ("encoding",)),
    **dict.fromkeys(("bericht",), ("report",)),
    **dict.fromkeys(("breite", "breitengrad"), ("latitude",)),
    **dict.fromkeys(("länge", "laenge", "längengrad"), ("longitude",)),
    **dict.fromkeys(("hilfe",), ("help",)),
}
"""German words for options, each with the options that it may mean; a command has some of them."""


def commands(word: str) -> list[str]:
    """The commands that a word may mean, which is none: one at most."""
    from difflib import get_close_matches

    first = word.casefold()
    meant = _IN_GERMAN.get(first)
    return [meant] if meant else get_close_matches(first, COMMANDS, n=1, cutoff=0.7)


def options(name: str, known: Collection[str]) -> list[str]:
    """The options among those of a command that a name may mean, which is none of them."""
    word = name.removeprefix("--").casefold()
    return [option for one in OPTIONS_IN_GERMAN.get(word, ()) if (option := f"--{one}") in known]


def refuse(words: Sequence[str]) -> None:
    """Refuse words of which the first means a command, unless they mean a place. Raises UnknownCommand."""
    if meant := next(iter(commands(words[0])), None):
        from hwkcli import find

        try:
            find(" ".join(takewhile(lambda word: not word.startswith("-"), words)))
        except HwkError:
            message = "No such command {word}, and no such place. Did you mean {meant}?"
            raise UnknownCommand(message, word=quoted(words[0]), meant=quoted(meant)) from None
