"""The sheet that a picture is drawn on: title and unit above, legend and sources below, the axes in the room between.

Everything has its place before the axes get theirs, so that no legend lies on the data and no line on another.
"""

import io
from collections.abc import Sequence
from typing import Any, NamedTuple

from hwkcli.errors import BadSetting
from hwkcli.model import Figure
from hwkcli.output.matplotlib import DOTS_PER_INCH
from hwkcli.output.pictures.settings import Settings
from hwkcli.output.visible import visible

_WIDTH, _AXES_HEIGHT = 16 / 2.54, 7.2 / 2.54
_LEAST_AXES = 0.9
"""The least height and width of the axes, in inches."""
_MARGIN, _GAP = 0.1, 0.08
_POINT = 1 / 72
TITLE, UNIT, TICKS, LEGEND, FOOT = 11.0, 9.0, 8.5, 8.5, 7.0
"""Sizes of type, in points."""
_LINE = 1.3
"""The height of a line of type, in its size."""

_UNDATED: dict[str, dict[str, Any]] = {
    "svg": {"Date": None, "Creator": "hwk"},
    "pdf": {"CreationDate": None, "Creator": "hwk", "Producer": None},
    "png": {"Software": None},
}
"""So that the same figures give the same bytes, on another day and with another version of Matplotlib."""


class Words(NamedTuple):
    """What is written around the axes."""

    title: str
    unit: str
    foot: Sequence[str]
    """Lines below all else: formula, sources."""


class Sheet:
    """A sheet with empty axes. `room` is the height of the axes in inches that the figures need."""

    def __init__(self, settings: Settings, room: float = _AXES_HEIGHT) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure as Canvas

        self.settings, self.room = settings, room
        self.format = settings.format
        self.figure = Canvas(figsize=settings.size or (_WIDTH, room), dpi=DOTS_PER_INCH)
        canvas: Any = FigureCanvasAgg(self.figure)
        self.renderer = canvas.get_renderer()
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        for side in ("top", "right", "left"):
            self.axes.spines[side].set_visible(False)
        self.axes.tick_params(labelsize=TICKS, color="0.4")
        self.axes.set_axisbelow(True)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in inches."""
        width, height = self.figure.get_size_inches()
        return float(width), float(height)

    def arrange(self, words: Words, handles: Sequence[Any], below_axes: float) -> None:
        """Write all words and the legend, and give the axes what is left.

        `handles` are the signs of the legend with their labels; `below_axes` is the height, in inches, of what stands
        between axes and legend. Raises BadSetting if a size that was asked for has no room for it all.
        """
        width = self.size[0] - 2 * _MARGIN
        title = self._wrapped(words.title, TITLE, width, "bold")
        unit = self._wrapped(words.unit, UNIT, width)
        foot = [line for text in words.foot for line in self._wrapped(text, FOOT, width)]
        above = _MARGIN + _height(title, TITLE) + _height(unit, UNIT) + _GAP
        legend = self._legend(handles, width) if handles else None
        legend_height = legend.get_window_extent(self.renderer).height / DOTS_PER_INCH if legend else 0
        foot_height = _MARGIN + _height(foot, FOOT)
        below = foot_height + _GAP + legend_height + (_GAP if legend else 0) + below_axes
        if self.settings.size is None:
            self.figure.set_size_inches(self.size[0], above + self.room + below)
        height = self.size[1]
        if height - above - below < _LEAST_AXES:
            needed = 2.54 * (above + below + _LEAST_AXES)
            crowded = (
                "--size: title, legend and sources leave no room for the figures; give a height of {centimetres} cm or "
                "more, or fewer words"
            )
            raise BadSetting(crowded, centimetres=f"{needed:.0f}")
        y = self._write(title, height - _MARGIN, TITLE, weight="bold")
        self._write(unit, y, UNIT, color="0.25")
        self._write(foot, foot_height, FOOT, color="0.25")
        if legend:
            legend.set_bbox_to_anchor((_MARGIN / self.size[0], (foot_height + _GAP) / height))
        self.axes.set_position((0.1, below / height, 0.85, (height - above - below) / height))

    def fit_width(self, right: float = 0) -> None:
        """Let the axes begin where the labels beside them end; `right` is the room, in inches, to their right.

        Raises BadSetting if that leaves no width.
        """
        width = self.size[0]
        boxes = [label.get_window_extent(self.renderer) for label in self.axes.get_yticklabels() if label.get_text()]
        left = _MARGIN + max((box.width for box in boxes), default=0) / DOTS_PER_INCH + _GAP
        if width - left - right - 2 * _MARGIN < _LEAST_AXES:
            narrow = "--size: {centimetres} cm are too narrow for the figures; give it more"
            raise BadSetting(narrow, centimetres=f"{2.54 * width:.0f}")
        box = self.axes.get_position()
        self.axes.set_position((left / width, box.y0, 1 - (left + right + 2 * _MARGIN) / width, box.height))

    def written(self) -> bytes:
        """The picture in its format."""
        out = io.BytesIO()
        self.figure.savefig(out, format=self.format, dpi=DOTS_PER_INCH, metadata=_UNDATED[self.format])
        return out.getvalue()

    def width_of(self, text: str, size: float, weight: str = "normal") -> float:
        """The width of a text in inches."""
        from matplotlib.font_manager import FontProperties

        font = FontProperties(size=size, weight=weight)
        width: float = self.renderer.get_text_width_height_descent(text, font, False)[0]
        return width / DOTS_PER_INCH

    def _wrapped(self, text: str, size: float, width: float, weight: str = "normal") -> list[str]:
        """The lines of a text, none wider than the sheet; a word that is wider is broken."""
        lines: list[str] = []
        for part in visible(text).split("\n"):
            line = ""
            for word in part.split():
                while self.width_of(word, size, weight) > width:
                    cut = next(
                        n
                        for n in range(len(word) - 1, 0, -1)
                        if n == 1 or self.width_of(word[:n], size, weight) <= width
                    )
                    lines += [line, word[:cut]] if line else [word[:cut]]
                    line, word = "", word[cut:]
                longer = f"{line} {word}".strip()
                if line and self.width_of(longer, size, weight) > width:
                    lines.append(line)
                    longer = word
                line = longer
            if line:
                lines.append(line)
        return lines

    def _write(self, lines: Sequence[str], top: float, size: float, **style: Any) -> float:
        """Write lines from a height downwards, in inches; returns the height below them."""
        width, height = self.size
        for line in lines:
            self.figure.text(_MARGIN / width, top / height, line, fontsize=size, ha="left", va="top", **style)
            top -= _LINE * size * _POINT
        return top

    def _legend(self, handles: Sequence[Any], width: float) -> Any:
        """The legend in as many columns as the width has room for."""
        labels = ["\n".join(self._wrapped(handle.get_label(), LEGEND, width - 0.5)) for handle in handles]
        for columns in range(len(handles), 0, -1):
            legend = self.figure.legend(
                handles,
                [f"{number}" for number, _ in enumerate(labels)],
                loc="lower left",
                bbox_to_anchor=(0, 0),
                ncols=columns,
                fontsize=LEGEND,
                frameon=False,
                borderpad=0,
                borderaxespad=0,
                columnspacing=1.4,
                handlelength=2.6,
            )
            # Matplotlib leaves out a label that begins with an underscore, so all get their words afterwards.
            for text, label in zip(legend.get_texts(), labels, strict=True):
                text.set_text(label)
            if columns == 1 or legend.get_window_extent(self.renderer).width / DOTS_PER_INCH <= width:
                break
            legend.remove()
        return legend


def mark_of(figure: Figure) -> str:
    """The id that the sign of a figure has in an SVG."""
    return "figure-" + "_".join(figure.id.split())


def _height(lines: Sequence[str], size: float) -> float:
    return _LINE * size * _POINT * len(lines)
