"""Libraries that come with an extra only: imported where they are needed, and how to get a missing one."""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from hwkcli.errors import BadSetting

_NAMES = {
    "xlsxwriter": "XlsxWriter",
    "matplotlib": "Matplotlib",
    "polars": "Polars",
    "narwhals": "Narwhals",
    "python_calamine": "python-calamine",
}


def needed(module: str, extra: str) -> Any:
    """A library that belongs to an extra. Raises BadSetting, which says how to install it here, if it is missing."""
    try:
        return import_module(module)
    except ImportError:
        library = _NAMES.get(module, module)
        raise BadSetting("this needs {library}; install it with: {call}", library=library, call=call(extra)) from None


def call(extra: str) -> str:
    """The command that adds an extra to this installation, in the way in which it was made: by uv, pipx or pip.

    What was installed from a folder is installed from there again.
    """
    origin, editable = _origin()
    wanted = editable + _quoted(f"{origin}[{extra}]")
    home = Path(sys.prefix)
    if (home / "uv-receipt.toml").exists():
        return f"uv tool install --force {wanted}"
    if (home / "pipx_metadata.json").exists():
        return f"pipx install --force {wanted}"
    config = home / "pyvenv.cfg"
    if config.exists() and "\nuv = " in "\n" + config.read_text(encoding="utf-8", errors="replace"):
        return f"uv pip install --python {_quoted(sys.executable)} {wanted}"
    return f"{_quoted(sys.executable)} -m pip install {wanted}"


def _origin() -> tuple[str, str]:
    """What this installation was made from, the package's name or a folder; and the option for one that is edited."""
    import json
    from importlib.metadata import PackageNotFoundError, distribution
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    try:
        known = json.loads(distribution("hwkcli").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        known = {}
    address = urlsplit(known.get("url", ""))
    editable = "-e " if known.get("dir_info", {}).get("editable") else ""
    return (url2pathname(address.path), editable) if address.scheme == "file" else ("hwkcli", "")


def _quoted(word: str) -> str:
    """A word of a command line, as the usual shell of the system takes it."""
    if os.name == "nt":
        return f'"{word}"'
    from shlex import quote

    return quote(word)
