"""The national tables, read once for all tests that compare with them."""

from pathlib import Path

from hwkcli.files import tables

FOLDER = Path(__file__).parent.parent / "data" / "germany"
TABLES = tables.read(FOLDER)
