"""The register that `hwk check` compares a data file with: the tables where they are, else the compiled store."""

from collections.abc import Sequence

from hwkcli.files import shipped
from hwkcli.files.register import Entry, FromTables, Register
from hwkcli.gazetteer.store import index

_OF_DELIVERY = ("postal_code", "at", "maybe")


class FromStore:
    """The register as the compiled store has it."""

    def entry(self, key: str) -> Entry | None:
        """The municipality or Kreis of a key; None if there is none."""
        for place in index.of_key(key):
            if place.kind not in ("locality", "land"):
                return Entry(key, place.official_name or place.name, place.latitude, place.longitude)
        return None

    def at(self, code: str) -> Sequence[Entry]:
        """The municipalities, and in part only Kreise, that a delivery area belongs to."""
        keys = [hit.place.ags or hit.place.kreis_key for hit in index.hits(code) if hit.how in _OF_DELIVERY]
        return [entry for entry in map(self.entry, dict.fromkeys(filter(None, keys))) if entry]


def national() -> Register:
    """The national register. In a checkout it is read from the tables: the store is made of the shipped district, too,
    and would agree with any fault in it. Raises BadFile and BadData if there is none."""
    folder = shipped.folder() / "germany"
    return FromTables(folder) if (folder / "municipalities.csv").exists() else FromStore()
