"""Write the output of every `$ hwk ...` line in the README below it, as `hwk` prints it now.

    python scripts/readme.py

A test runs it too, and fails if that would change the README.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)


def run(line: str) -> str:
    """What a shell prints for a line, stderr too, with this environment's `hwk`."""
    environ = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["/bin/bash", "-c", line],
        cwd=README.parent,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


def renew(text: str) -> str:
    """The text with the output of its console blocks made anew."""

    def block(match: re.Match[str]) -> str:
        lines = [line[2:] for line in match[0].split("\n") if line.startswith("$ ")]
        return "\n".join(f"$ {line}\n{run(line)}" for line in lines)

    return BLOCK.sub(block, text)


if __name__ == "__main__":
    README.write_text(renew(README.read_text(encoding="utf-8")), encoding="utf-8")
