"""The bytes of a text file: unpacked, in UTF-8, and what must be known of them before they are split into cells."""

import codecs
import gzip
import re
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from hwkcli.errors import BadFile, BadSetting, quoted
from hwkcli.failures import temporary
from hwkcli.matching.read.taken import too_large
from hwkcli.streams import CHUNK, opened

_MOSTLY = 0.9
_NO_LINE = 1 << 26
"""So many bytes without a line break are no table."""
_NOT_SO = "{file}: not {encoding} near line {line}; name its encoding with --encoding"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTINUED = bytes(range(0x80, 0xC0))
"""What goes on with a sign in UTF-8 and begins none."""
_SEQUENCES = re.compile(rb"\xc3[\x80-\xbf]")
"""Umlauts in UTF-8. In cp1252 these would be signs that no German text has beside each other."""
_OLD = (("cp850", b"\x81\x84\x94\xe1\x8e\x99\x9a"), ("mac_roman", b"\x8a\x9a\x9f\xa7\x80\x85\x86"))
"""The bytes of ä, ö, ü, ß, Ä, Ö and Ü in encodings of before, which are other signs or none in cp1252."""
_UMLAUTS = b"\xe4\xf6\xfc\xdf\xc4\xd6\xdc"
"""The same in cp1252."""


class Bytes(NamedTuple):
    """What the bytes of a file in UTF-8 are like."""

    quotes: bool
    """Whether there is a quotation mark anywhere."""
    odd: bool
    """Whether there are line breaks other than LF and CR LF."""
    splits: bool
    """Whether there is a byte 1, by which nothing else is split."""


def chunks(file: Path, shown: str | None = None) -> Iterator[bytes]:
    """The bytes of a file, part by part."""
    with opened(file, "r", shown) as stream:
        while part := stream.read(CHUNK):
            yield part


def made(target: Path) -> BinaryIO:
    """A file in the temporary folder of a run, opened to write; its errors name that folder's place."""
    return opened(target, "w", temporary(target.parent.parent))


def unpacked(file: Path, target: Path, shown: str, size: int) -> Path:
    """A file without gzip around it, unpacked into the target if there is.

    Raises BadFile for a broken one, for one that unpacks to more bytes than `size`, or to something without any lines.
    """
    with opened(file, "r", shown) as stream:
        if stream.read(2) != b"\x1f\x8b":
            return file
    done, lines = 0, False
    try:
        with opened(file, "r", shown) as stream, gzip.GzipFile(fileobj=stream) as packed, made(target) as out:
            while part := packed.read(CHUNK):
                done += len(part)
                lines = lines or b"\n" in part or b"\r" in part
                if done > size:
                    raise BadFile(too_large(shown, size))
                if not lines and done > _NO_LINE:
                    endless = "{file}: it unpacks to {size} MiB without a line break; name a table"
                    raise BadFile(endless, file=shown, size=_NO_LINE >> 20)
                out.write(part)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise BadFile("{file}: the gzip file is broken ({error}); get it again", file=shown, error=error) from None
    return target


def encoding(file: Path) -> str:
    """The encoding of a text file: by its byte order mark, else UTF-8 if it is that, else cp1252."""
    with file.open("rb") as stream:
        head = stream.read(4096)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    for low, high, name in ((head[::2], head[1::2], "utf-16-le"), (head[1::2], head[::2], "utf-16-be")):
        # A dash or a sign of another language has no NUL byte.
        if len(head) > 3 and b"\0" not in low and high.count(b"\0") >= _MOSTLY * len(high):
            return name
    for part in chunks(file):
        if not part.isascii():
            # The first signs beyond ASCII tell; should later ones not agree, the reader will say so.
            if _is_utf8(part) or _SEQUENCES.search(part):
                return "utf-8"
            return next((name for name, signs in _OLD if _is_of(part, signs)), "cp1252")
    return "utf-8"


def _is_utf8(part: bytes) -> bool:
    """Whether bytes are UTF-8, of which the ends may be cut off."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(part.lstrip(_CONTINUED))
    except UnicodeDecodeError:
        return False
    return True


def _is_of(part: bytes, signs: bytes) -> bool:
    """Whether the signs beyond ASCII within words are nearly all those of an encoding, and none that of cp1252."""
    within = re.findall(rb"(?<=[A-Za-z])[\x80-\xff](?=[a-z])", part)
    return (
        bool(within)
        and sum(one in signs for one in within) >= _MOSTLY * len(within)
        and not any(one in _UMLAUTS and one not in signs for one in within)
    )


def in_utf8(file: Path, name: str, target: Path, shown: str) -> Path:
    """A text file in UTF-8 without a byte order mark, transcoded into the target if it is not.

    Raises BadFile for bytes that are not of the encoding, BadSetting for an encoding that does not exist.
    """
    try:
        "".encode(name)
        decoder = codecs.getincrementaldecoder(name)()
    except (LookupError, UnicodeError):
        unknown = "no encoding {name}; --encoding takes utf-8, cp1252, utf-16 ..."
        raise BadSetting(unknown, name=quoted(name)) from None
    if codecs.lookup(name).name == "utf-8":
        return file
    line = 1
    try:
        with made(target) as out:
            for part in chunks(file, shown):
                text = decoder.decode(part)
                line += text.count("\n")
                out.write(text.encode())
            out.write(decoder.decode(b"", final=True).encode())
    except UnicodeDecodeError as error:
        line += error.object.count(b"\n", 0, error.start)
        raise BadFile(_NOT_SO, file=shown, encoding=name, line=line) from None
    except UnicodeError as error:
        odd = "{file}: not {encoding} ({error}); name its encoding with --encoding"
        raise BadFile(odd, file=shown, encoding=name, error=error) from None
    return target


def stray_quotes(file: Path, delimiter: str) -> bool:
    """Whether there are quotation marks that neither open or close a cell, nor stand twice."""
    apart = re.escape(delimiter.encode()) + b'\r\n"'
    stray = re.compile(b'"(?<=[^' + apart + b']")(?=[^' + apart + b"])")
    last = b""
    for part in chunks(file):
        if stray.search(last + part):
            return True
        last = part[-2:]
    return False


def survey(file: Path, shown: str) -> Bytes:
    """What the bytes of a file in UTF-8 are like. Raises BadFile, with the line, for a NUL byte."""
    quotes, odd, splits, last = False, False, False, b""
    for number, part in enumerate(chunks(file)):
        if b"\0" in part:
            before = sum(one.count(b"\n") for one in islice(chunks(file), number))
            line = 1 + before + part.count(b"\n", 0, part.find(b"\0"))
            null = "{file}: line {line} has a NUL byte; this is no table of text, or it is damaged"
            raise BadFile(null, file=shown, line=line)
        quotes = quotes or b'"' in part
        splits = splits or b"\x01" in part
        odd = odd or (last == b"\r" and part[:1] != b"\n") or _odd(part)
        last = part[-1:]
    return Bytes(quotes, odd or last == b"\r", splits)


def blank_lines(file: Path) -> bool:
    """Whether there are blank lines in a file, which are no rows."""
    last = b"\n"
    for part in chunks(file):
        joined = last + part
        if b"\n\n" in joined or b"\n\r\n" in joined:
            return True
        last = part[-2:]
    return False


def bom_after(file: Path, lines: int) -> bool:
    """Whether a byte order mark stands behind so many lines, where a reader would take it away."""
    with opened(file, "r") as stream:
        for _ in range(lines):
            stream.readline()
        return stream.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8


def _odd(part: bytes) -> bool:
    """Whether there is a carriage return without its line feed, but for the last byte."""
    return b"\r" in part and part.count(b"\r") - part.endswith(b"\r") > part.count(b"\r\n")


def checked(file: Path, shown: str) -> None:
    """Raises BadFile, with the line, if a file is not UTF-8."""
    line = 1
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for part in chunks(file):
            line += decoder.decode(part).count("\n")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        line += error.object.count(b"\n", 0, error.start)
        raise BadFile(_NOT_SO, file=shown, encoding="UTF-8", line=line) from None
