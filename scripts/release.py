"""Build wheel and sdist twice, each time from a copy of what is committed, and keep them if the bytes are the same.

    python scripts/release.py dist

The times in the archives are that of the last commit (or SOURCE_DATE_EPOCH, if it is set).
"""

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def build(target: Path, work: Path, epoch: str) -> dict[str, str]:
    """Build both from a fresh copy of what is committed; the SHA-256 of each file."""
    source = work / "source"
    source.mkdir(parents=True)
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=True).stdout
    subprocess.run(["tar", "-x", "-C", source], input=archive, check=True)
    environ = {**os.environ, "SOURCE_DATE_EPOCH": epoch}
    words = [sys.executable, "-m", "build", "--outdir", str(target), *sys.argv[2:], str(source)]
    subprocess.run(words, env=environ, check=True, stdout=subprocess.DEVNULL)
    files = sorted(target.glob("hwkcli-*"))
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def main() -> int:
    """Build twice and compare; 0 if the files are the same."""
    last = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()
    epoch = os.environ.get("SOURCE_DATE_EPOCH", last)
    with tempfile.TemporaryDirectory() as name:
        target = Path(sys.argv[1])
        first = build(target, Path(name) / "first", epoch)
        second = build(Path(name) / "again", Path(name) / "second", epoch)
    for file, digest in first.items():
        print(digest, file)
    if first != second:
        print("the second build is another:", *second.values(), sep="\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
