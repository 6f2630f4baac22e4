"""Matplotlib with our settings, for all that is drawn into a file."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hwkcli.extras import needed

FORMATS = ("svg", "png", "pdf")
DOTS_PER_INCH = 200
"""Of a PNG."""


@contextmanager
def prepared(**more: Any) -> Iterator[None]:
    """Matplotlib with our settings, and more of them: text stays text, `$` is a dollar, the same figures give the same
    bytes.

    Raises BadSetting if it is not installed.
    """
    settings: Any = {
        "svg.hashsalt": "hwk",
        "svg.fonttype": "none",
        "pdf.fonttype": 42,
        "text.parse_math": False,
        "hatch.linewidth": 0.5,
    }
    with needed("matplotlib", "plot").rc_context(settings | more), warnings.catch_warnings():
        # A letter that the font lacks is shown as a box; nobody at the terminal can do anything about it.
        warnings.filterwarnings("ignore", message="Glyph")
        yield
