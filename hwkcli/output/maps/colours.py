"""The colours of maps: quiet ones, by which print in grey tells neighbours apart."""

from hwkcli.views.map import Map

QUIET = ("#f6f0dc", "#cde0cd", "#afc5dc", "#c8a483", "#f0dee7", "#d0c7de", "#b3bd98", "#a39f99")
"""Colours for groups: pale enough to read on, and of different lightness."""

RAMP = ("#f1f5f2", "#d3e4da", "#aecdc4", "#84b1aa", "#609a98")
"""Colours for classes of values, from the least to the greatest, ever darker."""

NOTHING = "#ffffff"
"""What has no value."""


def shade(drawn: Map, fill: int | None) -> str:
    """The colour of a number; of few classes the palest and the darkest are among them."""
    if fill is None:
        return NOTHING
    if not drawn.ramp:
        return QUIET[fill % len(QUIET)]
    most = max([shape.fill for shape in drawn.shapes if shape.fill is not None], default=0)
    return RAMP[round(fill * (len(RAMP) - 1) / max(most, 1))]
