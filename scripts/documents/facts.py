"""Sentences of the documents that count what the data holds."""

from collections import Counter
from functools import cache
from textwrap import fill

import hwkcli
from documents import keys
from documents.commands import table
from documents.pages import ROOT
from hwkcli.files import load, tables
from hwkcli.files.tables import Tables


@cache
def _germany() -> Tables:
    return tables.read(ROOT / "data" / "germany")


def counts(lang: str = "en") -> str:
    """How many chambers and places there are."""
    germany = _germany()
    numbers = [
        len(hwkcli.chambers()),
        sum(not one.type.startswith("gemeindefrei") for one in germany.gemeinden),
        len(germany.ortsteile),
        len({one.postal_code for one in germany.orte}),
    ]
    said = [f"{number:,}" for number in numbers]
    if lang == "de":
        chambers, towns, localities, codes = (one.replace(",", ".") for one in said)
        return (
            f"Es antwortet ohne Internet, jede Angabe mit Datum und Quelle: für {chambers} Handwerkskammern,\n"
            f"{towns} Gemeinden, {localities} Ortsteile und {codes} Postleitzahlen."
        )
    chambers, towns, localities, codes = said
    return (
        f"`hwk` answers offline, each fact with its date and source: for {chambers} chambers, {towns} municipalities,\n"
        f"{localities} localities and {codes} postal codes."
    )


def evidence() -> str:
    """How well the territories of the chambers, the postal codes and the localities are known."""
    germany = _germany()
    whole = [one for one in load.chambers(ROOT / "data" / "chambers.yaml").territories if len(one.key) == 5]
    sure = Counter(one.confidence for one in whole)
    low = sum(one.confidence == "low" for one in germany.ortsteile)
    codes = {one.postal_code for one in germany.orte}
    known = {one.postal_code for one in germany.orte if one.ags and one.match != "point"}
    known |= {one.postal_code for one in germany.gemeinden}
    return (
        f"- Of {len(whole)} undivided Kreise the chamber is known with high confidence for {sure['high']},\n"
        f"  with medium for {sure['medium']}, with low for {sure['low']}.\n"
        f"- Of {len(codes):,} postal codes, {len(codes - known)} rest on the position of a place alone: their\n"
        "  municipality is only ever a candidate.\n"
        f"- Of {len(germany.ortsteile):,} localities, {low:,} lie near a border and in one of several municipalities;\n"
        "  all of these are named, never one of them."
    )


def addresses() -> str:
    """Of how many chambers the address is known, from what kind of source, and the ordinance."""
    made = load.chambers(ROOT / "data" / "chambers.yaml")
    primary = {one.id for one in made.sources if one.rank == "primary"}
    known = [one.address for one in made.chambers if one.address]
    own = sum(bool(primary & set(one.sources)) for one in known)
    lacking = ", ".join(one.short_name.removeprefix("HWK ") for one in made.chambers if not one.address)
    listed = {one.chamber for one in made.territories if one.basis == "land_ordinance"}
    number = len(made.chambers)
    without = f"No sufficient source was at hand for {lacking}."
    return (
        f"- Of {number} chambers the address is known for {len(known)}, {own} of these from the chamber itself.\n"
        f"  {fill(without, 118, break_on_hyphens=False, subsequent_indent='  ')}\n"
        f"- The ordinance that lists the territory is known of {len(listed)} chambers; of the others none was at hand."
    )


@cache
def licences() -> str:
    """How the sources with a licence are to be named, and how many state none."""
    stated, silent = dict[tuple[str, str], None](), 0
    for one in keys.records(("sources",)):
        licence = str(one["licence"])
        if licence == "MIT":
            continue
        if "only facts" in licence:
            silent += 1
        else:
            stated[one["attribution"], licence.partition(", https")[0]] = None
    rows = table(("to be named as", "licence"), list(stated))
    return f"{rows}\n\n{silent} more sources state no licence: only facts are taken from them."
