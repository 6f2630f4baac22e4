"""What `hwk help` knows besides the commands: exit codes, variables of the environment, formats of answers."""

from hwkcli.errors import Exit
from hwkcli.model import Text
from hwkcli.output.formats import ABOUT

TOPICS: dict[str, tuple[str, tuple[tuple[str, str | Text], ...]]] = {
    "exit-codes": (
        "Exit codes",
        (
            (str(Exit.ANSWERED), "answered"),
            (str(Exit.USAGE), "usage: an unknown option, a missing or an empty word"),
            (str(Exit.NOT_FOUND), "not found; with - for stdin: some line was not found, the others are answered"),
            (str(Exit.AMBIGUOUS), "ambiguous: several places or chambers where one is wanted"),
            (str(Exit.BAD_FILE), "a file cannot be read, understood or written"),
            (str(Exit.INTERRUPTED), "Ctrl-C"),
        ),
    ),
    "environment": (
        "Environment",
        (
            ("HWK_LANG", "the language, de or en; else that of the locale, else English. --lang is stronger"),
            ("HWK_FORMAT", "the format of answers; -f, --json and the ending of -o FILE are stronger"),
            ("HWK_DATA", "another data file than the shipped one; --data is stronger"),
            ("LC_ALL, LC_MESSAGES, LANG", "the locale"),
            ("COLUMNS", "the width that tables keep to; else that of the terminal, and none in a pipe"),
            ("NO_COLOR", "if set, tables have no colours"),
            ("FORCE_COLOR", "if set, tables have colours and links in a pipe too"),
            ("TERM", "with dumb, tables have neither colours nor links"),
        ),
    ),
    "formats": (
        "Formats",
        tuple((str(form), about.meaning) for form, about in ABOUT.items()),
    ),
}
"""The topics by name: a heading, and rows of a term and what it means."""
