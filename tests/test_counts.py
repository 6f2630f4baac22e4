"""Numbers in the documents, counted in the tables as a reader would count them."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
GERMANY = ROOT / "data" / "germany"


def text(page: str) -> str:
    """The words of a document, in one line."""
    return " ".join((ROOT / page).read_text(encoding="utf-8").split())


def rows(name: str) -> list[dict[str, str]]:
    with (GERMANY / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("page", ["README.md", "docs/index.md"])
def test_the_front_pages_count_what_the_data_holds(page: str) -> None:
    chambers = re.findall(r"^- code: ", (ROOT / "data" / "chambers.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    municipalities = sum(not row["type"].startswith("gemeindefrei") for row in rows("municipalities.csv"))
    codes = {row["postal_code"] for row in rows("postal_codes.csv")}
    counted = (
        f"{len(chambers)} chambers, {municipalities:,} municipalities, {len(rows('localities.csv')):,} localities and "
        f"{len(codes):,} postal codes"
    )
    assert counted in text(page)


@pytest.mark.parametrize("page", ["docs/explanation/gaps.md", "docs/explanation/evidence.md"])
def test_the_gaps_are_counted(page: str) -> None:
    said = text(page)
    localities = rows("localities.csv")
    low = sum(row["confidence"] == "low" for row in localities)
    assert f"Of {len(localities):,} localities, {low:,} lie near a border" in said
    orte = rows("postal_codes.csv")
    sure = {row["postal_code"] for row in orte if row["ags"] and row["match"] != "point"}
    sure |= {row["postal_code"] for row in rows("municipalities.csv")}
    codes = {row["postal_code"] for row in orte}
    assert f"Of {len(codes):,} postal codes, {len(codes - sure)} rest on the position" in said
    blocks = yaml.safe_load((ROOT / "data" / "chambers.yaml").read_text(encoding="utf-8"))["chambers"]
    whole = Counter(
        block["confidence"]
        for chamber in blocks
        for block in chamber["territories"]
        for key in block.get("kreise", ())
        if len(str(key)) == 5
    )
    assert f"Of {whole.total()} undivided Kreise the chamber is known with high confidence for {whole['high']}," in said
    assert f"with medium for {whole['medium']}, with low for {whole['low']}." in said


def test_numbers_that_are_codes_and_keys_are_counted() -> None:
    both = {row["postal_code"] for row in rows("postal_codes.csv")} & {row["key"] for row in rows("kreise.csv")}
    assert f"{len(both)} numbers are both a postal code and the key of a Kreis" in text("docs/explanation/gaps.md")


def test_the_towns_whose_populations_differ_are_counted() -> None:
    """Those of the census of 2022 against the projection for the end of 2023."""
    district = yaml.safe_load((ROOT / "data" / "districts.yaml").read_text(encoding="utf-8"))
    census = {town["ags"]: town.get("population") for kreis in district["kreise"] for town in kreis["towns"]}
    figures = yaml.safe_load((ROOT / "data" / "figures.yaml").read_text(encoding="utf-8"))
    (projected,) = (block["values"] for block in figures["populations"] if block["as_of"] == "2023-12-31")
    far = [one for one in projected if abs(one["value"] - census[one["town"]]) > 0.03 * census[one["town"]]]
    assert f"these differ by more than 3 % for {len(far)} towns" in text("docs/explanation/comparing.md")
