"""Whatever is wrong with a data file, `hwk check` tells it, or every command bears it."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mutants import Mutant, dumped, mutants, small
from typer.testing import Result

import hwkcli
from hwkcli.errors import Exit
from hwkcli.files import check

Run = Callable[..., Result]

COMMANDS = (
    "towns",
    "towns --sort population --kind town",
    "towns --kreis 05978",
    "kreise",
    "kreise --stats businesses",
    "find 59174",
    "find Kamen",
    "show 05978020",
    "stats",
    "stats --list",
    "stats Unna",
    "stats --kreis 05978 --kreis 05915",
    "stats Beschäftigte --compare Betriebe",
    "stats population 05978 --history",
    "stats businesses --chart",
    "stats employees_per_business",
    "stats businesses",
    "stats revenue --all-figures",
    "stats startups --history",
    "stats startups_women_share --chart",
    "stats business_climate --history --since 1900",
    "contact",
    "contact --list",
    "contact --kreis 05978",
    "contact --vcard",
    "contact --list --vcard",
    "contact --qr",
    "cooperation",
    "sources",
)
FORMATS = ("table", "json", "csv", "tsv", "yaml", "markdown")
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def refused(mutant: Mutant, file: Path) -> bool:
    """Whether `check` refuses a file; its faults say what, where and what else, in one line each."""
    faults = check.of_file(file, lambda: hwkcli.load(file)).faults
    for fault in faults:
        assert fault.found, mutant.name
        assert fault.expected, mutant.name
        assert str(fault).isprintable(), mutant.name
        assert len(str(fault)) < 1500, mutant.name
        assert fault.line or "figures_file" in fault.path or "contacts_file" in fault.path, mutant.name
    return bool(faults)


def borne(hwk: Run, mutant: Mutant, file: Path, commands: Iterator[tuple[str, str]]) -> None:
    """That commands answer from a file, or say in one line why not."""
    for command, form in commands:
        said = [] if {"--vcard", "--qr"} & set(command.split()) else ["--format", form]
        result = hwk(*command.split(), "--data", file, *said)
        where = (mutant.name, command, form, result.stderr)
        assert result.exit_code in (Exit.ANSWERED, Exit.NOT_FOUND, Exit.AMBIGUOUS, Exit.BAD_FILE), where
        assert not RAW.search(result.stdout), where
        lines = result.stderr.splitlines()
        # An answer may come with remarks: of no figure at that time, say.
        assert all(line.startswith("hwk: ") for line in lines), where
        assert len(lines) == 1 or result.exit_code == Exit.ANSWERED, where


@pytest.mark.slow
def test_the_small_district_is_one_that_all_commands_answer_from(hwk: Run, tmp_path: Path) -> None:
    whole = Mutant("district", (), "nothing", {kind: dumped(tree) for kind, tree in small().items()})
    file = whole.write(tmp_path)
    assert not refused(whole, file)
    for command in COMMANDS:
        result = hwk(*command.split(), "--data", file)
        assert (result.exit_code, result.stderr) == (0, ""), command


@pytest.mark.slow
def test_what_check_passes_every_command_bears(hwk: Run, tmp_path: Path) -> None:
    """A sample of all mutants; `-m long` has all of them, with all commands and formats."""
    chance = random.Random(14)
    counts: Counter[bool] = Counter()
    for mutant in mutants(14):
        file = mutant.write(tmp_path)
        bad = refused(mutant, file)
        counts[bad] += 1
        if not bad:
            some = chance.sample(COMMANDS, 3)
            borne(hwk, mutant, file, zip(some, chance.choices(FORMATS, k=3), strict=True))
        if counts.total() == 200:
            break
    assert counts[True] > 100
    assert counts[False] > 20


@pytest.mark.long
def test_every_mutant_is_refused_or_borne_by_every_command(hwk: Run, tmp_path: Path) -> None:
    chance = random.Random(15)
    for mutant in mutants(15):
        file = mutant.write(tmp_path)
        if not refused(mutant, file):
            borne(hwk, mutant, file, ((command, chance.choice(FORMATS)) for command in COMMANDS))
