"""Inputs that mean harm, or are only broken: tables of each form, damaged ones, words, and data files."""

import base64
import gzip
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import openpyxl

from hwkcli.gazetteer.store import index, places, responsibility

ROOT = Path(__file__).parent.parent
SIGNS = (
    " \t;,|\"'=+-@()<>&/\\%$#\x00\x01\x07\x1b[31m\u0301\u200b\u202e\u2066\ufeff\u2028\x85"
    "äöüßſİıﬁ0123456789٣３abcKamenUnna"
)
ROWS: list[tuple[str, str, object]] = [("PLZ", "Ort", "n"), *((str(59000 + at), "Kamen", at) for at in range(40))]


def csv_file(sign: str = ";") -> bytes:
    """A text file."""
    return "".join(f"{code}{sign}{place}{sign}{number}\n" for code, place, number in ROWS).encode()


def _objects() -> list[dict[str, object]]:
    return [dict(zip(map(str, ROWS[0]), row, strict=True)) for row in ROWS[1:]]


def workbook() -> bytes:
    """An .xlsx file."""
    book, made = openpyxl.Workbook(), io.BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.save(made)
    return made.getvalue()


def old_workbook() -> bytes:
    """An .xls file, which nothing that is kept up writes any more."""
    sample = ROOT / "tests" / "matching" / "read" / "samples" / "kamen.xls.gz.base64"
    return gzip.decompress(base64.b64decode(sample.read_text()))


def spreadsheet() -> bytes:
    """An .ods file."""
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in ROWS
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{names}manifest:1.0"/>')
        package.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{names}office:1.0" xmlns:table="{names}table:1.0" xmlns:text='
            f'"{names}text:1.0"><office:body><office:spreadsheet><table:table table:name="x">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return made.getvalue()


def parquet() -> bytes:
    """Made by a process of its own, for this one must not load Polars: it forks."""
    code = (
        "import sys, polars as pl\n"
        "frame = pl.DataFrame({'PLZ': ['59174'] * 40, 'Ort': ['Kamen'] * 40, 'n': list(range(40))})\n"
        "frame.write_parquet(sys.stdout.buffer)"
    )
    return subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True).stdout


def _packed(name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr(name, content)
    return made.getvalue()


FORMS: dict[str, Callable[[], bytes]] = {
    "csv": csv_file,
    "tsv": lambda: csv_file("\t").decode().encode("utf-16"),
    "csv.gz": lambda: gzip.compress(csv_file(), mtime=0),
    "zip": lambda: _packed("in.csv", csv_file()),
    "json": lambda: json.dumps(_objects()).encode(),
    "jsonl": lambda: "".join(json.dumps(one) + "\n" for one in _objects()).encode(),
    "xlsx": workbook,
    "xls": old_workbook,
    "ods": spreadsheet,
    "parquet": parquet,
}


def spoiled(content: bytes, dice: Random) -> bytes:
    """A file that is damaged; of a ZIP archive half the times one part alone, with checksums that are right."""
    return inside(content, dice) if content.startswith(b"PK") and dice.random() < 0.5 else damaged(content, dice)


def inside(content: bytes, dice: Random) -> bytes:
    """A ZIP archive of which one part is damaged, and the checksums are right."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = dice.choice(old.namelist())
        for name in old.namelist():
            new.writestr(name, damaged(old.read(name), dice) if name == chosen else old.read(name))
    return made.getvalue()


def damaged(content: bytes, dice: Random) -> bytes:
    """A file cut, with bits flipped, with a part doubled, taken away, replaced or changed for another one."""
    found = bytearray(content)
    for _ in range(dice.choice((1, 1, 2, 8))):
        at = dice.randrange(len(found) + 1)
        kind = dice.randrange(7)
        if kind == 0:
            del found[at:]
        elif kind == 1 and at < len(found):
            found[at] ^= 1 << dice.randrange(8)
        elif kind == 2:
            found[at:at] = found[at : at + dice.randrange(400)]
        elif kind == 3:
            del found[at : at + dice.randrange(40)]
        elif kind == 4:
            found[at : at + 4] = dice.choice((b"\xff\xff\xff\xff", b"\x00\x00\x00\x80", b"9999999", b"<!--", b'"'))
        elif kind == 5:
            size, other = dice.randrange(64), dice.randrange(len(found) + 1)
            block = found[at : at + size]
            found[at : at + size] = found[other : other + size]
            found[other : other + size] = block
        else:
            found[at:at] = dice.randbytes(dice.randrange(12))
    return bytes(found)


class Words:
    """Words of an endless supply: what the gazetteer knows, written in odd ways, and noise."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        known = [place for place in places.every() if place.kind != "land"]
        self.kinds: list[list[str]] = [
            [place.name for place in known],
            [key for key, _ in places.kreise()],
            [place.ags for place in known if place.ags and place.kind != "locality"],
            [word for word in index.packed_words() if word.isdigit()],
            [plate for key, _ in places.kreise() for plate in places.codes(key).car_plates],
            [places.codes(key).nuts3 or "DE" for key, _ in places.kreise()],
            [name for _, name in places.kreise()],
            [name for _, name in places.regierungsbezirke()],
            [one.name for one in responsibility.chambers()]
            + [one.web or "hwk.de" for one in responsibility.chambers()],
        ]
        titles = (
            "Kreis",
            "Landkreis",
            "LK",
            "Lkr.",
            "Landratsamt",
            "kreisfreie Stadt",
            "Stadt",
            "Region",
            "Kreisstadt",
        )
        self.kinds.append([f"{title} {name.split(',')[0]}" for name in self.kinds[6] for title in titles])

    def position(self) -> str:
        """A position in one of the notations, in Germany or not."""
        dice = self.dice
        north, east = dice.uniform(46, 56), dice.uniform(5, 16)
        if dice.random() < 0.1:
            north, east = dice.uniform(-400, 400), dice.uniform(-400, 400)
        up, across = abs(north) % 1 * 60, abs(east) % 1 * 60
        seconds = f"{up % 1 * 60:.1f}", f"{across % 1 * 60:.1f}"
        return dice.choice(
            (
                f"{north:.{dice.randrange(9)}f},{east:.{dice.randrange(9)}f}",
                f"{north:.4f} {east:.4f}",
                f"{north:.3f}; {east:.3f}".replace(".", ","),
                f"{int(north)}°{up:.0f}'N {int(east)}°{across:.0f}'E",
                f"N {int(north)}° {up:.3f}' E {int(east)}° {across:.3f}'",
                f"{int(north)}°{int(up)}′{seconds[0]}″ n. Br., {int(east)}°{int(across)}′{seconds[1]}″ ö. L.",
                f"geo:{north},{east};u=35",
                f"32U {dice.randrange(10**7)} {dice.randrange(10**8)}",
                f"POINT({east} {north})",
                f"{north}e{dice.randrange(400)},{east}",
                f"https://www.openstreetmap.org/#map=12/{north}/{east}",
            )
        )

    def noise(self) -> str:
        """Signs in a row, now and then very many of one."""
        dice = self.dice
        if dice.random() < 0.002:
            return dice.choice(SIGNS) * dice.randrange(2_000, 60_000)
        return "".join(dice.choices(SIGNS, k=dice.randrange(1, 30)))

    def known(self) -> str:
        """A word of the gazetteer as it is, or a position."""
        return self.position() if self.dice.random() < 0.1 else self.dice.choice(self.dice.choice(self.kinds))

    def __call__(self) -> str:
        """A word."""
        dice = self.dice
        if dice.random() < 0.15:
            return self.noise()
        word = self.known()
        for _ in range(dice.choice((0, 1, 1, 2, 3))):
            at = dice.randrange(len(word) + 1)
            word = self.changes(word, at)
        return word[:100_000]

    def changes(self, word: str, at: int) -> str:
        """A word, changed at a place."""
        dice = self.dice
        other = self.known()
        return dice.choice(
            (
                lambda: word[:at] + dice.choice(SIGNS) + word[at:],
                lambda: word[:at] + word[at + 1 :],
                lambda: word[:at],
                lambda: word.swapcase(),
                lambda: word.upper(),
                lambda: f"{word}, {other}",
                lambda: f"{word} ({other})",
                lambda: f"{word}/{other}",
                lambda: f"{other} {word}",
                lambda: f"{word}-{other}",
                lambda: word + str(dice.randrange(10 ** dice.randrange(1, 9))),
                lambda: word.replace("ä", "a\u0308").replace("ü", "ue").replace("ß", "ss"),
                lambda: word.translate({48 + digit: 0xFF10 + digit for digit in range(10)}),
                lambda: word[:at] + dice.choice("\u202e\u2066\u200f\x1b\x00\u200b\u00ad\ufeff") + word[at:],
                lambda: f"  {word}\t",
                lambda: f'"{word}"',
                lambda: "=" + word,
                lambda: f"{word} " * dice.choice((2, 3, 300)),
                lambda: word[::-1],
                lambda: dice.choice(("bei ", "Sankt ", "St. ", "Bad ", "OT ", "D-", "Markt ", "Stadt ")) + word,
                lambda: word.replace(dice.choice("aeiourn"), "*"),
            )
        )()
