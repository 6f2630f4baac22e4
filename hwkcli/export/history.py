"""The tables of former keys and of what became of them."""

from collections.abc import Iterator
from typing import Any

from hwkcli.export.content import Content
from hwkcli.export.table import Link, Table, integer, text
from hwkcli.gazetteer.history.layout import LifeRow
from hwkcli.model import Text

Row = tuple[Any, ...]


def _former_keys(content: Content) -> Iterator[Row]:
    for one in content.former:
        _, _, name = one.names.rpartition("\r")[2].partition("\t")
        yield one.key, one.until, one.since or None, name, one.ended, one.basis or None


def _successors(content: Content) -> Iterator[Row]:
    for one in content.former:
        for at, (today, share) in enumerate(_shares(one), 1):
            inside = content.area.holds(today)
            ags, kreis = (today if inside and len(today) == digits else None for digits in (8, 5))
            yield one.key, one.until, at, today, share, ags, kreis


def _shares(one: LifeRow) -> Iterator[tuple[str, str]]:
    """Today's keys, each with its share."""
    parts = one.successors.split()
    return zip(parts[::2], parts[1::2], strict=True)


_KEY = text(
    "key", "Schlüssel: Gemeinde (acht Ziffern) oder Kreis (fünf)", "key: of a municipality (8 digits) or Kreis (5)"
)
_UNTIL = text("valid_until", "letzter Tag, an dem er galt", "the last day on which it was valid")

TABLES = (
    Table(
        "former_keys",
        Text("Frühere Schlüssel", "Former keys"),
        Text(
            "Die Zeit, in der ein Schlüssel für eine Gemeinde oder einen Kreis galt, der ihn nicht mehr hat",
            "The time for which a key stood for a municipality or a Kreis that it is no more",
        ),
        (
            _KEY,
            _UNTIL,
            text("valid_from", "erster Tag; leer: vor Beginn der Daten", "the first day; empty: before the data begin"),
            text("name", "letzter Name unter diesem Schlüssel", "the last name under this key"),
            text(
                "ended",
                "wie er endete: dissolved (aufgelöst), key (anderer Schlüssel), renumbered (Umstellung 1952/53)",
                "how it ended: dissolved, key (another key), renumbered (by the numbering of 1952/53)",
            ),
            text(
                "basis",
                "wovon die Anteile sind: inhabitants (Einwohner) oder area (Fläche)",
                "what the shares are of: inhabitants or area",
            ),
        ),
        ("key", "valid_until"),
        _former_keys,
        search=("name",),
    ),
    Table(
        "successors",
        Text("Nachfolger früherer Schlüssel", "Successors of former keys"),
        Text(
            "Eine Gemeinde oder ein Kreis von heute, in dem ein früherer aufging",
            "A municipality or a Kreis of today into which a former one went",
        ),
        (
            _KEY,
            _UNTIL,
            integer("position", "Reihenfolge; 1 hat den größten Anteil", "order; 1 has the greatest share"),
            text("today", "Schlüssel von heute", "key of today"),
            text("share", "Anteil als Bruch ganzer Zahlen, oder 1", "share as a fraction of whole numbers, or 1"),
            text("ags", "Gemeinde von heute, wenn sie im Auszug ist", "municipality of today, if it is in the extract"),
            text("kreis_key", "Kreis von heute, wenn er im Auszug ist", "Kreis of today, if it is in the extract"),
        ),
        ("key", "valid_until", "position"),
        _successors,
        (
            Link(("key", "valid_until"), "former_keys"),
            Link(("ags",), "municipalities"),
            Link(("kreis_key",), "kreise"),
        ),
    ),
)
