"""Words that are no command, but are near one, or are what Germans would call one."""

from collections.abc import Sequence
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


def refuse(words: Sequence[str]) -> None:
    """Refuse words of which the first means a command, unless they mean a place. Raises UnknownCommand."""
    from difflib import get_close_matches

    first = words[0].casefold()
    near = get_close_matches(first, COMMANDS, n=1, cutoff=0.7)
    meant = _IN_GERMAN.get(first) or next(iter(near), None)
    if meant:
        from hwkcli import find

        try:
            find(" ".join(takewhile(lambda word: not word.startswith("-"), words)))
        except HwkError:
            message = "No such command {word}, and no such place. Did you mean {meant}?"
            raise UnknownCommand(message, word=quoted(words[0]), meant=quoted(meant)) from None
