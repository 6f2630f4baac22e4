"""Numbers in the README that the data gives."""

from collections import Counter
from pathlib import Path

import hwkcli
from hwkcli.files import load, tables

ROOT = Path(__file__).parent.parent
README = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
TABLES = tables.read(ROOT / "data" / "germany")


def test_the_readme_counts_what_the_data_holds() -> None:
    municipalities = sum(not one.type.startswith("gemeindefrei") for one in TABLES.gemeinden)
    codes = {ort.postal_code for ort in TABLES.orte}
    chambers = len(hwkcli.chambers())
    counted = (
        f"all {chambers} chambers, {municipalities:,} municipalities, {len(TABLES.ortsteile):,} localities and "
        f"{len(codes):,} postal codes"
    )
    assert counted in README
    low = sum(one.confidence == "low" for one in TABLES.ortsteile)
    assert f"Localities: {len(TABLES.ortsteile):,}, of which {low:,} lie near a border" in README
    sure = {ort.postal_code for ort in TABLES.orte if ort.ags and ort.match != "point"}
    sure |= {one.postal_code for one in TABLES.gemeinden}
    assert f"of {len(codes):,} codes, {len(codes - sure)} rest on the position" in README


def test_the_readme_counts_the_evidence_for_the_chambers() -> None:
    whole = [one for one in load.chambers(ROOT / "data" / "chambers.yaml").territories if len(one.key) == 5]
    counts = Counter(one.confidence for one in whole)
    assert f"{counts['high']} of the {len(whole)} undivided Kreise are known with high" in README
    assert f"{counts['medium']} with medium" in README
