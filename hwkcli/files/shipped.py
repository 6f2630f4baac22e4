"""Where the data that comes with `hwk` is."""

from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def folder() -> Path:
    """The folder of the data: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "data"
    return inside if inside.exists() else package.parent / "data"
