"""One JSON document with a table somewhere in it, as interfaces answer and GeoJSON is written: taken apart into
lines.

The rows are the features of GeoJSON; or the members of the list (or of the object of objects) whose keys are headings
of an address, of several the longest; or those of an array of arrays; or the document itself.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from hwkcli.errors import BadFile, Message
from hwkcli.matching.headings import by_heading
from hwkcli.matching.read.exact_json import Number, after_blanks, decoder, no_json, no_object, written
from hwkcli.matching.read.plain import made
from hwkcli.streams import opened

_DEEPEST = 6
"""A list that is deeper in the document is not looked for."""
_CODE = re.compile("[0-9]{5}|[0-9]{8}|[0-9]{12}")
_LOOK = 20
"""So many rows say whether they have an address."""
_MANY = 100
"""An object with so many keys has a row under each."""
_ROLES = ("key", "postal_code", "place", "address")


class Document(NamedTuple):
    """What a document is that was taken apart."""

    where: str
    """Where in the document its rows were, with dots; empty for the document itself."""
    features: bool
    """Whether they are the features of GeoJSON."""
    shapes: bool
    """Whether any of these has a geometry that is no point."""
    whole: bool
    """Whether the rows are the documents themselves."""


def is_of_lines(file: Path, shown: str) -> bool:
    """Whether a file has an object a line, as far as its first two lines tell. One line alone is a row, unless there is
    a table in it."""
    import json

    with opened(file, "r", shown) as stream:
        lines = filter(None, (line.strip() for line in stream))
        first, second = next(lines, b""), next(lines, b"")
    try:
        found = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return bool(second) or (not _is_collection(found) and _table(found)[1][0] is found)


def taken_apart(file: Path, target: Path, shown: str) -> Document:
    """Write the rows of a document, or of several, one behind the other, into the target, an object a line. Raises
    BadFile for what is no JSON, with its line."""
    with opened(file, "r", shown) as stream:
        text = stream.read().decode("utf-8")
    values = list(_values(text, shown))
    del text
    where, rows, features = "", values, False
    if len(values) == 1 and isinstance(values[0], list):
        rows = _of_array(values[0])
    elif len(values) == 1 and isinstance(values[0], dict):
        if _is_collection(values[0]):
            where, rows, features = "features", values[0]["features"], bool(values[0]["features"])
        else:
            where, rows = _table(values[0])
    whole = rows is values or (len(values) == 1 and len(rows) == 1 and rows[0] is values[0])
    shapes = features and any(map(_is_shape, rows))
    rows = list(map(_of_feature if features else _with_centre, rows))
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise no_object(shown, Message("object"), number)
    try:
        with made(target) as out:
            for row in rows:
                out.write(f"{written(row)}\n".encode())
    except UnicodeEncodeError as error:
        raise BadFile("{file}: this is no JSON ({error}); correct it", file=shown, error=str(error)) from None
    return Document(where, features, shapes, whole)


def _values(text: str, shown: str) -> Iterator[Any]:
    """The values in a text, one behind the other, numbers as they were written."""
    from json import JSONDecodeError

    read = decoder()
    at = after_blanks(text, 0)
    while at < len(text):
        try:
            value, end = read.raw_decode(text, at)
        except JSONDecodeError as error:
            raise no_json(shown, Message("line"), error.lineno, error) from None
        except (ValueError, RecursionError) as error:
            number = text.count("\n", 0, at) + 1
            raise no_json(shown, Message("line"), number, error) from None
        yield value
        at = after_blanks(text, end)


def _is_collection(value: dict[str, Any]) -> bool:
    """Whether a document is a FeatureCollection of GeoJSON."""
    features = value.get("features")
    return value.get("type") == "FeatureCollection" and isinstance(features, list) and all(map(_is_feature, features))


def _is_feature(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("properties") or {}, dict)


def _is_shape(feature: dict[str, Any]) -> bool:
    return bool(feature.get("geometry")) and _point(feature) is None


def _point(feature: dict[str, Any]) -> Sequence[Any] | None:
    """Longitude and latitude of a feature that is a point."""
    geometry = feature.get("geometry")
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return None
    place = geometry.get("coordinates")
    return place if isinstance(place, list) and len(place) > 1 and isinstance(place[0], Number) else None


def _of_feature(feature: dict[str, Any]) -> dict[str, Any]:
    """The properties of a feature, behind its id, and with its position where it is a point."""
    row: dict[str, Any] = {"id": feature["id"]} if "id" in feature else {}
    row |= feature.get("properties") or {}
    if point := _point(feature):
        row = {**row, "latitude": row.get("latitude", point[1]), "longitude": row.get("longitude", point[0])}
    return row


def _with_centre(row: Any) -> Any:
    """A way or a relation as Overpass gives it, with the position of its middle where nodes have theirs."""
    if not isinstance(row, dict) or "lat" in row or not isinstance(middle := row.get("center"), dict):
        return row
    return {**row, "lat": middle["lat"], "lon": middle["lon"]} if middle.keys() == {"lat", "lon"} else row


def _table(value: dict[str, Any]) -> tuple[str, list[Any]]:
    """The rows in a document, and where they are; the document as one row, if it has an address, or no table."""
    if _has_address([{key: one for key, one in value.items() if not isinstance(one, dict | list)}]):
        return "", [value]
    if turned := _of_columns(value) or _of_names_and_rows(value):
        return "", turned
    found = sorted(_tables(value, ()), key=lambda one: (not _has_address(one[1]), -len(one[1])))
    if not found:
        return "", _of_mapping(value) or [value]
    path, rows = found[0]
    return ".".join(path), rows


def _of_columns(value: dict[str, Any]) -> list[Any]:
    """The rows of an object that has columns under the headings of an address, each a list, or an object with the same
    keys; empty if it is none."""
    columns = list(value.values())
    if len(columns) < 2 or not _has_address([dict.fromkeys(value, "")]):
        return []
    if all(isinstance(one, dict) for one in columns) and not _has_address([columns[0]]):
        keys = list(columns[0])
        alike = all(list(one) == keys for one in columns) and not any(
            isinstance(one, dict) for one in columns[0].values()
        )
        return [{name: of[key] for name, of in value.items()} for key in keys] if alike else []
    if not all(isinstance(one, list) and len(one) == len(columns[0]) > 1 for one in columns):
        return []
    return [dict(zip(value, row, strict=True)) for row in zip(*columns, strict=True)]


def _of_names_and_rows(value: Any, depth: int = 0) -> list[Any]:
    """The rows of an object that has lists of cells in one place and their headings beside, as texts or as objects with
    a name; empty if it is none."""
    if not isinstance(value, dict) or depth > _DEEPEST:
        return []
    lists = [one for one in value.values() if isinstance(one, list) and one]
    for rows in (one for one in lists if all(isinstance(row, list) for row in one)):
        for heads in (one for one in lists if one is not rows and len(one) == len(rows[0])):
            names = _called(heads)
            if all(isinstance(name, str) for name in names) and all(len(row) == len(names) for row in rows):
                return [dict(zip(map(str, names), row, strict=True)) for row in rows]
    return next(filter(None, (_of_names_and_rows(one, depth + 1) for one in value.values())), [])


def _called(heads: list[Any]) -> list[Any]:
    """The headings in a list of texts; or in one of objects with a name, an id, or what else they all have that tells
    them apart (`spaltennameLang` of the code lists of the XRepository)."""
    if not all(isinstance(one, dict) for one in heads):
        return heads
    for key in ("name", "id", *heads[0]):
        names = [one.get(key) for one in heads]
        if all(names) and all(isinstance(name, str) for name in names) and len(set(names)) == len(names):
            return names
    return [None]


def _of_array(rows: list[Any]) -> list[Any]:
    """The rows of an array of arrays, of which the first has the headings; or of an array of texts and numbers."""
    if rows and all(isinstance(row, list) for row in rows):
        heads = [str(cell) for cell in rows[0]]
        return [dict(zip(heads, row, strict=False)) for row in rows[1:]]
    return [row if isinstance(row, dict) else {"value": row} for row in rows]


def _of_mapping(value: dict[str, Any]) -> list[Any]:
    """The rows of an object with very many keys, or with nothing but postal codes or keys of municipalities, each of
    which has one text or number, or a list of them: keys and values; empty if it is none."""
    few = len(value) < _MANY and not (len(value) > 1 and all(map(_CODE.fullmatch, value)))
    if few or any(isinstance(one, dict) for one in value.values()):
        return []
    rows = []
    for key, one in value.items():
        alone = isinstance(one, list) and len(one) == 1 and not isinstance(one[0], dict | list)
        rows.append({"key": key, "value": one[0] if alone else one})
    return rows


def _tables(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
    """What in a document could be its table: lists of objects, and objects of objects, those with their keys."""
    if isinstance(value, list):
        if value and all(isinstance(one, dict) for one in value):
            yield path, value
        return
    if not isinstance(value, dict) or len(path) > _DEEPEST:
        return
    members = list(value.values())
    if len(members) > 1 and all(isinstance(one, dict) for one in members) and _are_alike(members):
        yield path, [{"key": key, **one} for key, one in value.items()]
    if _are_lists_of_rows(members):
        yield path, [{"key": key, **one} for key, several in value.items() for one in several]
    for key, one in value.items():
        yield from _tables(one, (*path, key))


def _are_alike(members: Sequence[dict[str, Any]]) -> bool:
    """Whether some objects are rows of one table: the first of them have a key in common."""
    return bool(set.intersection(*(set(one) for one in members[:_LOOK])))


def _are_lists_of_rows(members: Sequence[Any]) -> bool:
    """Whether some values are lists of objects, all with the same keys, which are one table in parts."""
    if not all(isinstance(one, list) and all(isinstance(row, dict) for row in one) for one in members):
        return False
    first = [set(one[0]) for one in members if one]
    return len(first) > 1 and all(keys == first[0] for keys in first)


def _has_address(rows: Sequence[dict[str, Any]]) -> bool:
    """Whether the first of some rows have keys that are headings of an address."""
    names = list(dict.fromkeys(name for row in rows[:_LOOK] for name in _names(row, 0)))
    return any(by_heading(names, role) for role in _ROLES)


def _names(row: dict[str, Any], depth: int) -> Iterator[str]:
    for key, one in row.items():
        if isinstance(one, dict) and depth < _DEEPEST:
            yield from (f"{key}.{name}" for name in _names(one, depth + 1))
        elif not isinstance(one, list):
            yield key
