"""The tables of Länder, Kreise, municipalities, localities, their postal codes and names."""

from collections.abc import Iterator
from typing import Any

from hwkcli.export.content import Content
from hwkcli.export.table import Link, Table, integer, number, text
from hwkcli.gazetteer.engine.names import GEMEINDEN
from hwkcli.gazetteer.entries import Place
from hwkcli.gazetteer.store import index, places
from hwkcli.gazetteer.store.provenance import population_as_of
from hwkcli.model import Text

Row = tuple[Any, ...]

_AS_OF = ("Zeitpunkt der Einwohnerzahl", "date of the population")


def _laender(content: Content) -> Iterator[Row]:
    for key in content.laender:
        yield key, places.area(key)[0]


def _kreise(content: Content) -> Iterator[Row]:
    as_of = population_as_of()
    inside: dict[str, list[Place]] = {}
    for place in content.municipalities:
        inside.setdefault(place.kreis_key or "", []).append(place)
    for key in content.kreise:
        place = next(place for place in index.of_key(key) if place.kreis_key == key)
        whole = len(inside.get(key, ())) == len(places.inside(key, GEMEINDEN))
        yield (
            *(key, place.kreis, place.official_name, place.type, place.land_key),
            *((place.population, as_of, place.area_km2) if whole else (None, None, None)),
        )


def _municipalities(content: Content) -> Iterator[Row]:
    as_of = population_as_of()
    for place in content.municipalities:
        yield (
            *(place.ags, place.ars, place.name, place.official_name, place.kind, place.type, place.kreis_key),
            *(place.land_key, place.population, as_of if place.population is not None else None, place.area_km2),
            *(place.postal_code, place.latitude, place.longitude),
        )


def _localities(content: Content) -> Iterator[Row]:
    for place in content.of_kind("locality"):
        yield (
            *(place.id, place.name, place.ags, place.kreis_key, place.part_of, place.latitude, place.longitude),
            *(place.until, place.confidence, place.sources),
        )


_CODE_KINDS = {"postal_code": "delivery", "at": "delivery", "company": "company", "maybe": "doubtful"}


def _postal_codes(content: Content) -> Iterator[Row]:
    found = {
        (code, place.ags or "", place.kreis_key or "", place.id if place.kind == "locality" else None, _CODE_KINDS[how])
        for code, place, how in content.postal_codes
    }
    for code, ags, kreis, locality, kind in sorted(found, key=lambda row: (*row[:3], row[3] or 0, row[4])):
        yield code, ags or None, kreis or None, locality, kind


def _names(content: Content) -> Iterator[Row]:
    for key, place, how in content.words:
        locality = place.id if place.kind == "locality" else None
        yield key, how, place.kind, place.ags, place.kreis_key, place.land_key, locality


_IN_KREIS = Link(("kreis_key",), "kreise")
_IN_LAND = Link(("land_key",), "laender")
_IN_TOWN = Link(("ags",), "municipalities")

TABLES = (
    Table(
        "laender",
        Text("Länder", "Länder"),
        Text("Ein Land der Bundesrepublik", "A Land of Germany"),
        (text("land_key", "Schlüssel, zwei Ziffern", "key, two digits"), text("name", "Name", "name")),
        ("land_key",),
        _laender,
        search=("name",),
    ),
    Table(
        "kreise",
        Text("Kreise und kreisfreie Städte", "Kreise and kreisfreie Städte"),
        Text("Ein Kreis oder eine kreisfreie Stadt", "A Kreis or a kreisfreie Stadt"),
        (
            text("kreis_key", "Kreisschlüssel, fünf Ziffern", "key of the Kreis, five digits"),
            text("name", "Name, der ihn von der gleichnamigen Stadt unterscheidet", "name that tells it from a city"),
            text("official_name", "Name im Gemeindeverzeichnis", "name in the register"),
            text("type", "Art im Gemeindeverzeichnis", "type in the register"),
            text("land_key", "Schlüssel des Landes", "key of the Land"),
            integer(
                "population",
                "Einwohner, Summe über die Gemeinden; leer, wenn nicht der ganze Kreis im Auszug ist",
                "population, the sum over the municipalities; empty if the extract has only a part of the Kreis",
            ),
            text("population_as_of", *_AS_OF),
            number(
                "area_km2", "Fläche in km², Summe über die Gemeinden", "area in km², the sum over the municipalities"
            ),
        ),
        ("kreis_key",),
        _kreise,
        (_IN_LAND,),
        ("name", "official_name"),
    ),
    Table(
        "municipalities",
        Text("Städte und Gemeinden", "Towns and municipalities"),
        Text("Eine Gemeinde oder ein gemeindefreies Gebiet", "A municipality or a gemeindefreies Gebiet"),
        (
            text("ags", "Amtlicher Gemeindeschlüssel, acht Ziffern", "key of the municipality (AGS), eight digits"),
            text("ars", "Amtlicher Regionalschlüssel, zwölf Ziffern", "regional key (ARS), twelve digits"),
            text("name", "Name ohne Zusatz", "name without a title"),
            text("official_name", "Name im Gemeindeverzeichnis", "name in the register"),
            text(
                "kind",
                "city (kreisfreie Stadt), town (Stadt), municipality (Gemeinde) oder unincorporated (gemeindefrei)",
                "city (kreisfreie Stadt), town, municipality, or unincorporated (gemeindefreies Gebiet)",
            ),
            text("type", "Art im Gemeindeverzeichnis", "type in the register"),
            text("kreis_key", "Kreisschlüssel; leer bei Gewässern", "key of the Kreis; empty for waters"),
            text("land_key", "Schlüssel des Landes", "key of the Land"),
            integer("population", "Einwohner", "population"),
            text("population_as_of", *_AS_OF),
            number("area_km2", "Fläche in km²", "area in km²"),
            text("postal_code", "Postleitzahl des Verwaltungssitzes", "postal code of the seat"),
            number("latitude", "Breite in Grad (WGS 84)", "latitude in degrees (WGS 84)"),
            number("longitude", "Länge in Grad (WGS 84)", "longitude in degrees (WGS 84)"),
        ),
        ("ags",),
        _municipalities,
        (_IN_KREIS, _IN_LAND),
        ("name", "official_name"),
    ),
    Table(
        "localities",
        Text("Ortsteile", "Localities"),
        Text("Ein Ortsteil oder Stadtteil", "A locality of a municipality"),
        (
            integer("locality_id", "Nummer in dieser Ausgabe", "number in this edition"),
            text("name", "Name", "name"),
            text(
                "ags",
                "Gemeinde, in der er liegt; leer, wenn unbekannt",
                "municipality that it lies in; empty if unknown",
            ),
            text("kreis_key", "Kreis, in dem er liegt", "Kreis that it lies in"),
            text("part_of", "Stadtbezirk, zu dem er gehört, wo bekannt", "Stadtbezirk that it belongs to, where known"),
            number("latitude", "Breite in Grad (WGS 84), wo bekannt", "latitude in degrees (WGS 84), where known"),
            number("longitude", "Länge in Grad (WGS 84), wo bekannt", "longitude in degrees (WGS 84), where known"),
            text(
                "until",
                "letzter Tag, an dem er eine eigene Gemeinde war, wo bekannt",
                "the last day on which it was a municipality of its own, where known",
            ),
            text(
                "confidence",
                "Sicherheit, mit der er dort liegt: high, medium oder low (dann steht er bei jeder möglichen Gemeinde)",
                "how well it is known that it lies there: high, medium or low (then it stands with each possible one)",
            ),
            text("sources", "Quellen, durch Leerzeichen getrennt", "sources, with blanks between them"),
        ),
        ("locality_id",),
        _localities,
        (_IN_TOWN, _IN_KREIS),
        ("name",),
    ),
    Table(
        "postal_codes",
        Text("Postleitzahlen", "Postal codes"),
        Text("Eine Postleitzahl und ein Ort, zu dem sie gehört", "A postal code and a place that it belongs to"),
        (
            text("postal_code", "Postleitzahl", "postal code"),
            text(
                "ags",
                "Gemeinde; leer, wenn nur der Kreis bekannt ist",
                "municipality; empty if only the Kreis is known",
            ),
            text("kreis_key", "Kreis", "Kreis"),
            integer("locality_id", "Ortsteil, wenn sie zu diesem gehört", "locality, if it belongs to that"),
            text(
                "kind",
                "delivery (Zustellgebiet), company (eine Firma oder Postfächer; weniger verlässlich) oder doubtful "
                "(in dieser Gemeinde oder einer anderen)",
                "delivery (an area), company (a company or P.O. boxes; less reliable), or doubtful (in this "
                "municipality or in another)",
            ),
        ),
        (),
        _postal_codes,
        (_IN_TOWN, _IN_KREIS, Link(("locality_id",), "localities")),
    ),
    Table(
        "names",
        Text("Schreibweisen", "Spellings"),
        Text(
            "Eine gefaltete Schreibweise oder ein Schlüssel, und ein Ort, der so gefunden wird",
            "A folded spelling or a code, and a place that is found by it",
        ),
        (
            text(
                "key",
                "Kleinbuchstaben und Ziffern, Leerzeichen für alles andere; Umlaute auch als ae, oe, ue und a, o, u",
                "lower case and digits, blanks for all else; umlauts also as ae, oe, ue and as a, o, u",
            ),
            text(
                "how",
                "wie: ganzer Name (exact), anderer Name (alias), Ortsteil, Postleitzahl, Schlüssel …",
                "how: the whole name (exact), another name (alias), a locality, a postal code, a key …",
            ),
            text("kind", "Art des Ortes", "kind of the place"),
            text("ags", "Gemeinde", "municipality"),
            text("kreis_key", "Kreis", "Kreis"),
            text("land_key", "Land", "Land"),
            integer("locality_id", "Ortsteil", "locality"),
        ),
        (),
        _names,
        (_IN_TOWN, _IN_KREIS, _IN_LAND, Link(("locality_id",), "localities")),
    ),
)
