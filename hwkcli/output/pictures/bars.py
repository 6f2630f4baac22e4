"""The Kreise side by side as bars, which always begin at zero."""

from collections.abc import Sequence
from typing import Any

from hwkcli.errors import BadSetting
from hwkcli.figures.beside import Share, is_usual, usual
from hwkcli.figures.timeline import Figures
from hwkcli.language import Language, date, value, word
from hwkcli.model import Figure, Metric
from hwkcli.output.matplotlib import prepared
from hwkcli.output.pictures import captions, scale
from hwkcli.output.pictures.settings import Picture, Settings
from hwkcli.output.pictures.sheet import TICKS, Sheet, mark_of
from hwkcli.views.figures.parts import series

_BAR = 0.27
"""The height of a bar with its space, in inches."""
_GAP = 0.12
"""Between a bar and its text."""
_MOST_BARS = 150
_COLOUR, _OTHER_TIME = "#16425b", "#9fb3bf"


def draw(figures: Figures, metric: Metric, beside: Sequence[Share], settings: Settings, lang: Language) -> Picture:
    """The picture of a figure of each Kreis, in the format of the file's ending.

    Bars of another time or series than most are light, and say of which; those of rounded figures are hollow; a Kreis
    without a figure says so. Raises BadSetting for another ending, for an axis that would not begin at zero, for more
    bars than fit, and if Matplotlib is not installed.
    """
    if settings.axis_from != 0:
        raise BadSetting("--axis-from is for lines; bars begin at zero, or their lengths would lie")
    if len(beside) > _MOST_BARS:
        many = "--plot: {number} bars are more than the {most} that a picture has room for"
        raise BadSetting(many, number=len(beside), most=_MOST_BARS)
    with prepared(**{"font.size": TICKS}):
        sheet = Sheet(settings, len(beside) * _BAR)
        found = [share.figure for share in beside if share.figure]
        typical = usual(found)
        for row, share in enumerate(beside):
            if share.figure:
                _draw_bar(sheet.axes, row, share.figure, typical)
        words = captions.around(figures, metric, found, settings, lang)
        same = all(figure.as_of == typical.as_of for figure in found)
        words = words._replace(unit=captions.joined(words.unit, date(typical.as_of, lang) if same else ""))
        handles = _handles(found, typical, lang)
        sheet.arrange(words, handles, (TICKS * 1.3 + 10) / 72)
        texts = [_text(metric, share, found, typical, lang) for share in beside]
        _draw_axes(sheet, beside, found, texts, lang)
        return Picture(sheet.written(), 0)


def _draw_bar(axes: Any, row: int, figure: Figure, typical: Figure) -> None:
    colour = _COLOUR if is_usual(figure, typical) else _OTHER_TIME
    face = "white" if figure.precision == "rounded" else colour
    axes.barh(row, figure.value, height=0.62, facecolor=face, edgecolor=colour, linewidth=1, gid=mark_of(figure))


def _text(metric: Metric, share: Share, found: Sequence[Figure], typical: Figure, lang: Language) -> str:
    """What stands at the end of a bar: the value, and what sets it apart from the others."""
    figure = share.figure
    if figure is None:
        return word("no_figure", lang)
    apart = [
        "" if figure.as_of == typical.as_of else date(figure.as_of, lang),
        series(metric, figure, found, lang),
        word("conflict", lang) if figure.conflicts_with else "",
    ]
    said = ", ".join(filter(None, apart))
    return value(figure, lang) + (f" ({said})" if said else "")


def _handles(found: Sequence[Figure], typical: Figure, lang: Language) -> list[Any]:
    """The signs of the legend, where the bars are not all alike."""
    from matplotlib.patches import Patch

    handles = []
    if not all(is_usual(figure, typical) for figure in found):
        handles.append(Patch(facecolor=_COLOUR, edgecolor=_COLOUR, label=date(typical.as_of, lang)))
        handles.append(Patch(facecolor=_OTHER_TIME, edgecolor=_OTHER_TIME, label=word("other_time", lang)))
    if any(figure.precision == "rounded" for figure in found):
        handles.append(Patch(facecolor="white", edgecolor=_COLOUR, label=word("rounded", lang)))
    return handles


def _room(sheet: Sheet, beside: Sequence[Share], texts: Sequence[str], width: float) -> float:
    """The width, in inches, that the longest bar may have so that the text at the end of each bar is on the sheet."""
    values = [share.figure.value if share.figure else 0 for share in beside]
    most = max(values) or 1
    free = [width - sheet.width_of(text, TICKS) - _GAP for text in texts]
    return min([width, *(room * most / value for room, value in zip(free, values, strict=True) if value)])


def _draw_axes(
    sheet: Sheet, beside: Sequence[Share], found: Sequence[Figure], texts: Sequence[str], lang: Language
) -> None:
    axes = sheet.axes
    axes.set_ylim(len(beside) - 0.4, -0.6)
    axes.set_yticks(range(len(beside)), [share.kreis.name for share in beside])
    axes.tick_params(axis="y", length=0)
    axes.spines["bottom"].set_visible(False)
    axes.spines["left"].set_visible(True)
    axes.grid(axis="x", color="0.85", linewidth=0.6)
    sheet.fit_width()
    width = axes.get_position().width * sheet.size[0]
    sheet.fit_width(width - _room(sheet, beside, texts, width))
    scale.draw(axes.xaxis, found, 0, axes.get_position().width * sheet.size[0] / 0.8, lang, beyond=False)
    for row, (share, text) in enumerate(zip(beside, texts, strict=True)):
        style: dict[str, Any] = {} if share.figure else {"color": "0.35", "style": "italic"}
        end = share.figure.value if share.figure else 0
        axes.annotate(
            text,
            (end, row),
            xytext=(4, 0),
            textcoords="offset points",
            va="center",
            fontsize=TICKS,
            annotation_clip=False,
            **style,
        )
