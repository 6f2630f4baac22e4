"""Draw the pictures of the documents: what `hwk` prints on a terminal, by Rich's SVG export, and what it plots.

python scripts/picture.py
"""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
PICTURES = {"towns": "hwk towns --kreis Unna"}
PLOTS = {
    "businesses": "hwk stats businesses --lang en",
    "kreise": "hwk kreise --stats businesses --lang de",
}
MAPS = {
    "chambers": "map --lang en",
    "dortmund": "map Unna --by municipalities --values population --lang en",
}
"""The maps of the documents, and what draws them."""

COLUMNS = 84


def draw(command: str) -> str:
    """The SVG of a terminal in which a command was run."""
    environ = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    words = [str(Path(sys.executable).parent / "hwk"), *command.split()[1:]]
    environ["COLUMNS"] = str(COLUMNS)
    printed = subprocess.run(words, env=environ, capture_output=True, text=True, check=True).stdout
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ {command}", "bold green"))
    console.print(Text.from_ansi(printed))
    svg = console.export_svg(title="hwk", unique_id="hwk")
    # The fonts that Rich's template names would be fetched from elsewhere; a monospaced one of the reader's will do.
    return re.sub(r"\s*@font-face \{.*?\}\n", "\n", svg, flags=re.DOTALL)


def anew(name: str) -> str:
    """The path of a picture in docs/, where nothing is any more."""
    file = ROOT / "docs" / name
    file.unlink(missing_ok=True)
    return str(file)


if __name__ == "__main__":
    hwk = str(Path(sys.executable).parent / "hwk")
    for name, command in PLOTS.items():
        subprocess.run([hwk, *command.split()[1:], "--plot", anew(f"{name}.svg")], check=True)
    for name, words in MAPS.items():
        subprocess.run([hwk, *words.split(), "-o", anew(f"{name}.svg")], check=True)
    for name, command in PICTURES.items():
        (ROOT / "docs" / f"{name}.svg").write_text(draw(command), encoding="utf-8")
