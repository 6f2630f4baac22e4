"""Small raw files and files by hand, and a desk on which the script that writes the tables makes them of these."""

import csv
import runpy
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

ROOT = Path(__file__).parent.parent.parent
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "gazetteer.py"))
POSTAL_COLUMNS = (
    "country_code,zipcode,place,state,state_code,province,province_code,community,community_code,latitude,longitude"
)

REGISTER = [
    # kind, mark, Land, Regierungsbezirk, Kreis, Verband, Gemeinde, name, area, people, postal code, longitude, latitude
    ("10", "", "05", "", "", "", "", "Nordrhein-Westfalen"),
    ("20", "", "05", "9", "", "", "", "Arnsberg"),
    ("40", "41", "05", "9", "11", "", "", "Bochum, Stadt"),
    ("60", "61", "05", "9", "11", "0000", "000", "Bochum, Stadt", 145.66, 366385.0, "44777", "7,217177", "51,482699"),
    ("40", "43", "05", "9", "78", "", "", "Unna"),
    ("50", "50", "05", "9", "78", "0028", "", "Werne (Lippe)"),
    ("50", "52", "05", "9", "78", "0020", "", "Kamener Land"),
    ("50", "53", "05", "9", "78", "5099", "", "Nobody"),
    ("60", "63", "05", "9", "78", "0020", "020", "Kamen, Stadt", 40.95, 43117.0, "59174", "7,66", "51,59"),
    ("60", "64", "05", "9", "78", "0024", "024", "Neu-Kamen", 0.5, 0.0, "59175", "7,70", "51,60"),
    ("60", "64", "05", "9", "78", "0028", "028", "Werne (Lippe)", 76.1, 1000.0, "59368", "7,63", "51,66"),
    ("60", "66", "05", "9", "78", "9999", "999", "Großer See, gemfr. Gebiet", "", 0.0, "", "0", "0"),
]
POSTAL = [
    ("44787", "Bochum", "NW", "05911"),
    ("44892", "Langendreer", "NW", "05911"),
    ("59174", "Kamen", "NW", "05978"),
    ("59175", "Kamen Methler", "NW", "05978"),
    ("59176", "Heil, Gemeinde Kamen", "NW", "05978"),
    ("59177", "Kamen/Westfalen", "NW", "05978"),
    ("59178", "Neu", "NW", "05978"),
    ("59179", "Nirgendwo", "NW", "05978"),
    ("59180", "Irgendwo", "NW", "05978"),
    ("59368", "Werne a. d. Lippe", "NW", "05978"),
    ("44799", "Querenburg", "NW", "05978"),
    ("44777", "Firma & Co.", "07", "05911"),
    ("99999", "Anderswo", "NW", "99999"),
]
SOURCES = """\
sources:
{}
facts:
- {{fields: [area_km2], source: register, as_of: "2029-12-31"}}
- {{fields: [population], source: census_2022, as_of: "2022-05-15"}}
"""
SOURCE = """\
- id: {0}
  publisher: x
  title: x
  edition: x
  licence: x
  attribution: x
"""
FILES = {
    "register": "r.xlsx",
    "census_2022": "census.csv",
    "postal_table": "p.csv",
    "postal_places": "resolved.csv",
    "delivery_codes": "missing.csv",
    "former_municipalities": "below/localities.csv",
    "nwbib_places": "nwbib.ttl",
    "nuts3": "nuts3.csv",
    "car_plates": "plates.csv",
    "territorial_changes": "changes.csv",
    "editors_places": "",
    "geonames_places": "",
    "geonames_towns": "",
    "city_localities": "",
}
RAW = {
    "census.csv": "ags,population_zensus2022\n05911000,350000\n05978020,42000\n05978024,7\n05978028,900\n",
    "resolved.csv": "postal_code,place,kreis_key,ags,how\n59179,Nirgendwo,05978,05978024,name in Kreis\n"
    "59180,Irgendwo,05978,05978028,place\n",
    "missing.csv": "postal_code,ags\n59181,05978028\n",
    "below/localities.csv": "name,ags,alt_ags,lat,lon,note,sources,confidence\n"
    "Kamen,05978020,,51.59,7.66,,geonames_2016,high\n"
    "Munich on Ruhr,05911000,,51.4,7.2,,geonames_2016,medium\n"
    "Heeren,05978020,,51.58,7.71,municipality until 1967-12-31,destatis_former,high\n"
    "Bochum-Querenburg,05911000,05978020,51.44,7.26,,geonames_2016_edge,low\n"
    "Querenburg,05978020,05911000,51.45,7.26,,geonames_2016_edge,low\n"
    "Seestadt,05978999,05978028,51.66,7.63,,geonames_2016_edge,low\n"
    "Grenze,05978020,05978028,51.62,7.64,,geonames_2016_edge,low\n"
    "Bochum Weitmar,05911000,,,,,geonames_postal,high\n"
    "Bochum Ost,05911000,,,,,geonames_postal,high\n"
    '"Bochum, Nordrhein-Westfalen",05911000,,,,,geonames_postal,high\n'
    '"Bochum, Eppendorf",05911000,,,,,geonames_postal,high\n'
    '"Kamen, Kirchspiel",05978020,,,,municipality until 1968-12-31,destatis_former,high\n'
    '"Ast, Gemeinde Kamen",05978020,,,,,geonames_postal,high\n'
    "Weitmar,05911000,,51.45,7.2,,nwbib,high\n"
    "Wiese-Nord,05978020,,51.6,7.6,,geonames_2016,high\n"
    "Wiese-Süd,05978020,,51.6,7.6,,geonames_2016,high\n"
    "Stadtbezirk 07,05911000,,,,,nwbib,high\n"
    "Bahnhof,05978020,,51.6,7.6,,geonames_2016,medium\n"
    "Nordkanal,05978020,,51.6,7.6,,geonames_cities500,medium\n"
    "Maja & Tomi,05911000,,51.6,7.6,,geonames_2016,medium\n"
    "yest,05911000,,51.6,7.6,,geonames_2016,medium\n"
    "Gdefr. Geb. (Lkr Unna),05978999,,,,,geonames_postal,medium\n",
    "nwbib.ttl": 'nwbib-spatial:Q1  a  skos:Concept ;\n  skos:notation "05911" ;\n  skos:prefLabel "Bochum"@de .\n\n'
    "nwbib-spatial:Q2  a  skos:Concept ;\n  skos:broader nwbib-spatial:Q1 ;\n"
    '  skos:prefLabel "Südwest (Stadtbezirk)"@de .\n\n'
    'nwbib-spatial:Q3  a  skos:Concept ;\n  skos:broader nwbib-spatial:Q2 ;\n  skos:prefLabel "Weitmar"@de .\n\n'
    'nwbib-spatial:Q4  a  skos:Concept ;\n  skos:notation "99" .\n',
    "changes.csv": "ags_old,ags_new,area_m2\n05978999,05978020,1250001\n",
    "nuts3.csv": "key,nuts3\n05911,DEA51\n05978,DEA5C\n",
    "plates.csv": "plate,kreise,check\nBO,05911,agree\nUN,05978,agree\nLH,05978,corrected from KBA list\n"
    "WAT,05911,partly\n",
}
BY_HAND = {
    "sources.yaml": SOURCES.format(
        "".join(
            SOURCE.format(id) + (f'  file: {file}\n  retrieved: "2031-01-01"\n' if file else "")
            for id, file in FILES.items()
        )
    ),
    "changes.yaml": "changes: []\n",
    "corrections.yaml": 'postal_places:\n- {postal_code: "44799", place: Querenburg, ags: "05911000", reason: x}\n'
    'plates: {"05911": [BOC]}\n',
    "city_districts.yaml": 'blocks:\n- {city: Bochum, ags: "05911000", source: editors_places, confidence: medium, '
    "part_of: Mitte, names: [Ehrenfeld]}\n",
    "other_names.yaml": 'names:\n  "05911000":\n  - {name: Munich on Ruhr, kind: exonym, language: en}\n',
    "spellings.yaml": "abbreviations: []\naliases: {}\nregions: []\n",
}
CHANGES = """\
changes:
- date: "2031-01-01"
  source: editors_places
  old: ["05978024", "05978028"]
  old_ars: ["059780024024", "059780028028"]
  new: {ags: "05978500", ars: "059780500500", name: Neuwerne, type: Stadt}
- date: "2031-01-01"
  source: territorial_changes
  old: ["05978999"]
  old_ars: ["059789999999"]
  into: {"05978020": "1.25"}
- date: "2032-01-01"
  source: editors_places
  old: ["05978020"]
  old_ars: ["059780020020"]
  new: {ags: "05999000", ars: "059990000000", name: Kamen, type: kreisfreie Stadt}
  kreis: {key: "05999", name: Kamen, type: kreisfreie Stadt}
"""


def register(file: Path, rows: list[tuple[Any, ...]], status: str = "31.12.2030 (4. Quartal)") -> Path:
    """A workbook in the form of the official one."""
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("Inhalt").write(0, 0, f"Gebietsstand: {status}")
        sheet = book.add_worksheet("Gemeinden")
        sheet.write(0, 0, "Gemeinden in Deutschland")
        sheet.write(4, 9, "am 31.12.2029 (Jahr)")
        for at, row in enumerate(rows, 6):
            spread = [*row[:8], "", "", "", "", "", "", "", ""]
            if len(row) > 8:
                spread[8:10], spread[13:16] = row[8:10], row[10:13]
            sheet.write_row(at, 0, spread)
    return file


def postal(file: Path, rows: list[tuple[str, str, str, str]], moved: str = "") -> Path:
    """A postal table; the place that is moved lies far away."""
    lines = [POSTAL_COLUMNS]
    for code, place, state, kreis in rows:
        latitude = "49.0" if place == moved else "51.59"
        lines.append(f'DE,{code},"{place}",Land,{state},,00,Kreis,{kreis},{latitude},7.66')
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


class Desk:
    """A folder of raw files and one of tables, and the script that goes from one to the other."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.raw, self.tables, self._capture = folder / "raw", folder / "tables", capture
        (self.raw / "anywhere" / "below").mkdir(parents=True)
        self.tables.mkdir()
        for name, text in RAW.items():
            (self.raw / "anywhere" / name).write_text(text, encoding="utf-8")
        for name, text in BY_HAND.items():
            (self.tables / name).write_text(text, encoding="utf-8")
        self.register(REGISTER)
        postal(self.raw / "p.csv", POSTAL)

    def register(self, rows: list[tuple[Any, ...]], status: str = "31.12.2030 (4. Quartal)") -> None:
        register(self.raw / "r.xlsx", rows, status)

    def run(self, *more: str) -> str:
        """What the script prints."""
        self._capture.readouterr()
        assert SCRIPT["main"]([str(self.raw), "--to", str(self.tables), *more]) == 0
        printed = self._capture.readouterr()
        return printed.out + printed.err

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a table."""
        with (self.tables / name).open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    def localities(self) -> dict[tuple[str, str], dict[str, str]]:
        """The localities by name and AGS."""
        return {(row["name"], row["ags"]): row for row in self.rows("localities.csv")}

    def bytes(self) -> dict[str, bytes]:
        """All files of the folder of tables."""
        return {file.name: file.read_bytes() for file in self.tables.iterdir()}
