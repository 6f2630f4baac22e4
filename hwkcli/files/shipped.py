"""Where the data that comes with `hwk` is."""

from functools import lru_cache
from pathlib import Path

from hwkcli.errors import BadFile


@lru_cache(maxsize=1)
def folder() -> Path:
    """The folder of the data: inside the installed package, or beside it in a checkout.

    Raises BadFile where there is none: in a zip archive, which the compiled store cannot be read from.
    """
    package = Path(__file__).parent.parent
    for data in (package / "data", package.parent / "data"):
        if data.is_dir():
            return data
    archive = next((above for above in package.parents if above.is_file()), None)
    if archive is not None:
        raise BadFile("{archive}: hwk needs its data in a folder; unpack the archive and run that", archive=archive)
    raise BadFile("{package}: the folder with the data is missing; install hwkcli again", package=package)
