"""A map on a terminal: borders in braille, shapes in pale colours where there are some, names or numbers in them."""

import math
import os
from collections.abc import Sequence
from itertools import pairwise
from textwrap import wrap
from typing import NamedTuple

from hwkcli.gazetteer.geography.outline import Polygon
from hwkcli.language import number, pick
from hwkcli.model import Text
from hwkcli.output.maps.colours import shade
from hwkcli.output.maps.labels import broken
from hwkcli.output.medium import Medium
from hwkcli.output.visible import one_line
from hwkcli.views.map import Label, Map

_WIDTH, _WIDEST = 80, 120
_TALLEST = 46
"""So many columns where nothing limits them, so many at the most, and so many lines."""

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The dots of a sign in braille, by row and column."""

_BLANK = 0x2800
_INK = "#1f2a30"
_STEPS = (0, 95, 135, 175, 215, 255)
_PALETTE = {
    **{
        16 + 36 * r + 6 * g + b: (_STEPS[r], _STEPS[g], _STEPS[b]) for r in range(6) for g in range(6) for b in range(6)
    },
    **{232 + step: (8 + 10 * step,) * 3 for step in range(24)},
}
"""The 256 colours that nearly every terminal has, without the first 16, which are different everywhere."""

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_UNNAMED = Text(
    "{} weitere haben keinen Platz für Namen; -o karte.svg zeichnet sie",
    "{} more have no room for a name; -o map.svg draws them",
)
_TEXTURE = " ·░▒▓"
"""What fills the classes of values where there are no colours."""


Cell = tuple[int, int]
"""Row and column."""


class Grid(NamedTuple):
    """The signs of the map: so many columns and rows, and how kilometres are turned into them."""

    columns: int
    rows: int
    west: float
    north: float
    km: float
    """A sign is so many kilometres wide, and twice as many high."""

    def place(self, x: float, y: float) -> tuple[float, float]:
        """The column and the row of a point."""
        return (x - self.west) / self.km, (self.north - y) / self.km / 2


def terminal(drawn: Map, target: Medium) -> str:
    """The map as text, as wide as the target, with title, what the numbers stand for, and sources."""
    width = max(20, min(target.width or _WIDTH, _WIDEST))
    paint = _Paint(target)
    grid = _grid(drawn, width)
    owner = _owners(grid, [shape.polygons for shape in drawn.shapes])
    signs = _borders(grid, drawn, target.unicode)
    _fill(signs, owner, drawn, target.unicode, textured=drawn.ramp and not paint.coloured)
    labels = [label._replace(text=_plain(label.text, target.unicode)) for label in drawn.groups or drawn.labels]
    key, unnamed = _names(signs, grid, labels)
    marked = []
    if drawn.mark:
        _mark(signs, grid, drawn.mark[1], target.unicode)
        marked = [f"{_sign(target.unicode)} {_plain(drawn.mark[0], target.unicode)}"]
    head = [paint.bold(line) for line in wrap(one_line(drawn.title), width)]
    head += [paint.faint(line) for line in wrap(drawn.subtitle, width)]
    colours = [[None if at is None else shade(drawn, drawn.shapes[at].fill) for at in row] for row in owner]
    picture = [paint.row(row, grounds) for row, grounds in zip(signs, colours, strict=True)]
    names = _columns([f"{number:>2} {name}" for number, name in key], width)
    names += wrap(pick(_UNNAMED, drawn.lang).format(number(unnamed, drawn.lang)), width) if unnamed else []
    notes = [line for note in drawn.notes for line in wrap(one_line(note), width, break_on_hyphens=False)]
    blocks = (head, picture, _legend(drawn, paint, target.unicode), names + marked, map(paint.faint, notes))
    written = ["\n".join(line.rstrip() for line in block) for block in blocks]
    return "\n\n".join(filter(None, written)) + "\n"


def _plain(text: str, unicode: bool) -> str:
    """A name in one line; with ae, oe, ue and ss where there are no umlauts."""
    return one_line(text) if unicode else one_line(text).translate(_UMLAUTS)


def _grid(drawn: Map, width: int) -> Grid:
    west, south, east, north = drawn.box
    # A border on the very edge is drawn, too.
    km = max((east - west) / (width - 1), (north - south) / 2 / (_TALLEST - 1))
    return Grid(int((east - west) / km) + 1, int((north - south) / km / 2) + 1, west, north, km)


def _owners(grid: Grid, shapes: Sequence[list[Polygon]]) -> list[list[int | None]]:
    """To which shape the middle of each sign belongs."""
    found: list[list[int | None]] = [[None] * grid.columns for _ in range(grid.rows)]
    for at, polygons in enumerate(shapes):
        crossings: list[list[float]] = [[] for _ in range(grid.rows)]
        for ring in (ring for polygon in polygons for ring in polygon):
            placed = [grid.place(*point) for point in ring]
            for (x1, y1), (x2, y2) in pairwise(placed):
                for row in range(max(0, round(min(y1, y2))), min(grid.rows, round(max(y1, y2)))):
                    crossings[row].append(x1 + (row + 0.5 - y1) * (x2 - x1) / (y2 - y1))
        for row, across in enumerate(crossings):
            across.sort()
            for begin, end in zip(across[::2], across[1::2], strict=False):
                for column in range(max(0, round(begin)), min(grid.columns, round(end))):
                    found[row][column] = at
    return found


def _borders(grid: Grid, drawn: Map, unicode: bool) -> list[list[str]]:
    """The borders as signs; those inside a group, where there are groups, as every second dot."""
    dots: list[list[int]] = [[0] * grid.columns for _ in range(grid.rows)]
    for border in drawn.borders:
        if border.weight < 1:
            continue
        thin = bool(drawn.groups) and border.weight == 1
        placed = [grid.place(*point) for point in border.points]
        for (x1, y1), (x2, y2) in pairwise(placed):
            steps = int(max(abs(x2 - x1) * 2, abs(y2 - y1) * 4)) + 1
            for step in range(steps + 1):
                x, y = x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps
                column, row = int(x * 2), int(y * 4)
                if thin and (column + row) % 3:
                    continue
                if 0 <= column < grid.columns * 2 and 0 <= row < grid.rows * 4:
                    dots[row // 4][column // 2] |= _DOTS[row % 4][column % 2]
    if unicode:
        return [[chr(_BLANK + sign) if sign else " " for sign in row] for row in dots]
    return [["." if sign else " " for sign in row] for row in dots]


def _fill(signs: list[list[str]], owner: list[list[int | None]], drawn: Map, unicode: bool, textured: bool) -> None:
    """Hatch the shapes for which two chambers are named; fill all with a texture for their class, if asked."""
    most = max((shape.fill or 0 for shape in drawn.shapes), default=0)
    for row, owners in enumerate(owner):
        for column, at in enumerate(owners):
            if at is not None and signs[row][column] == " ":
                shape = drawn.shapes[at]
                signs[row][column] = "/" if shape.unsure else _texture(shape.fill, most, unicode) if textured else " "


def _texture(fill: int | None, most: int, unicode: bool) -> str:
    if fill is None:
        return "?"
    textures = _TEXTURE if unicode else " .:oO"
    return textures[round(fill * (len(textures) - 1) / max(most, 1))]


def _names(signs: list[list[str]], grid: Grid, labels: Sequence[Label]) -> tuple[list[tuple[int, str]], int]:
    """Write the names into their shapes, or numbers where they have no room. Returns what the numbers stand for, and
    how many shapes have no room even for a number."""
    owner = _owners(grid, [label.polygons for label in labels])
    cells: dict[int, set[Cell]] = {}
    for row, owners in enumerate(owner):
        for column, at in enumerate(owners):
            if at is not None:
                cells.setdefault(at, set()).add((row, column))
    key: list[tuple[int, str]] = []
    taken: set[Cell] = set()
    unnamed = 0
    for at, label in enumerate(labels):
        own = cells.get(at) or {_middle(grid, label)}
        if not any(_write(signs, text, own, taken) for text in broken(label.text)):
            if _write(signs, str(len(key) + 1), own, taken):
                key.append((len(key) + 1, label.text))
            else:
                unnamed += 1
    return key, unnamed


def _write(signs: list[list[str]], text: str, own: set[Cell], taken: set[Cell]) -> bool:
    """Write lines of text into some cells, as near to their middle as they have room; False if they have none."""
    lines = text.split("\n")
    wide = max(map(len, lines))
    free = own - taken

    def block(row: int, column: int) -> list[tuple[str, int, int]]:
        """The lines with the places where they begin."""
        return [(line, row + at, column + (wide - len(line)) // 2) for at, line in enumerate(lines)]

    def fits(row: int, column: int) -> bool:
        return all((at, left + step) in free for line, at, left in block(row, column) for step in range(len(line)))

    starts = [(row, column) for row, column in own if fits(row, column)]
    if not starts:
        return False
    middle_row, middle = (sum(part) / len(own) for part in zip(*own, strict=True))

    def away(start: Cell) -> tuple[float, Cell]:
        return abs(start[0] + (len(lines) - 1) / 2 - middle_row) * 2 + abs(start[1] + wide / 2 - middle), start

    for line, row, column in block(*min(starts, key=away)):
        signs[row][column : column + len(line)] = line
        # Another text keeps away from it.
        taken |= {(row, column + step) for step in range(-1, len(line) + 1)}
    return True


def _middle(grid: Grid, label: Label) -> tuple[int, int]:
    """The cell of a shape that is smaller than one."""
    x, y = label.polygons[0][0][0]
    column, row = grid.place(x, y)
    return min(int(row), grid.rows - 1), min(int(column), grid.columns - 1)


def _mark(signs: list[list[str]], grid: Grid, point: tuple[float, float], unicode: bool) -> None:
    column, row = (int(part) for part in grid.place(*point))
    if 0 <= row < grid.rows and 0 <= column < grid.columns:
        signs[row][column] = _sign(unicode)


def _sign(unicode: bool) -> str:
    return "◉" if unicode else "@"


def _legend(drawn: Map, paint: "_Paint", unicode: bool) -> list[str]:
    """The classes of values, with their colours or textures."""
    if not drawn.ramp:
        return []
    most = max((shape.fill or 0 for shape in drawn.shapes), default=0)
    lines = [paint.bold(drawn.legend_title)]
    for entry in drawn.legend:
        swatch = "   " if paint.coloured else _texture(entry.fill, most, unicode) * 3
        lines.append(f"{paint.row(list(swatch), [shade(drawn, entry.fill)] * 3)} {entry.text}")
    return lines


def _columns(texts: Sequence[str], width: int) -> list[str]:
    """Short texts in as many columns as fit, read downwards."""
    if not texts:
        return []
    wide = max(map(len, texts)) + 2
    columns = max(1, width // wide)
    rows = -(-len(texts) // columns)
    return ["".join(text.ljust(wide) for text in texts[row::rows])[:width].rstrip() for row in range(rows)]


class _Paint:
    """Colours, bold and faint, as far as the target has them."""

    def __init__(self, target: Medium) -> None:
        self.styled = target.styled
        self.coloured = target.styled and not os.environ.get("NO_COLOR")
        self.true = os.environ.get("COLORTERM", "") in ("truecolor", "24bit")
        self.codes: dict[str, str] = {}

    def bold(self, text: str) -> str:
        """A text in bold."""
        return f"\x1b[1m{text}\x1b[0m" if self.styled and text else text

    def faint(self, text: str) -> str:
        """A text that stands back."""
        return f"\x1b[2m{text}\x1b[0m" if self.styled and text else text

    def row(self, signs: Sequence[str], grounds: Sequence[str | None]) -> str:
        """Signs on their grounds."""
        if not self.coloured:
            return "".join(signs)
        parts = []
        before: str | None = None
        for sign, ground in zip(signs, grounds, strict=True):
            if ground != before:
                parts.append("\x1b[0m" if ground is None else self._ground(ground))
                before = ground
            parts.append(sign)
        return "".join(parts) + ("\x1b[0m" if before is not None else "")

    def _ground(self, colour: str) -> str:
        """Dark signs on a ground of a colour."""
        if colour not in self.codes:
            self.codes[colour] = f"\x1b[38;{self._code(_INK)};48;{self._code(colour)}m"
        return self.codes[colour]

    def _code(self, colour: str) -> str:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        if self.true:
            return f"2;{red};{green};{blue}"
        return f"5;{min(_PALETTE, key=lambda code: math.dist(_PALETTE[code], (red, green, blue)))}"
