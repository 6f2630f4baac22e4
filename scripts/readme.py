"""Write what the documents say of the code and the data again: the output of every `$ hwk ...` line, and the parts
between `<!-- generated: NAME -->` and `<!-- end -->`.

    python scripts/readme.py

A test runs it too, and fails if that would change a document.
"""

import re
from collections.abc import Callable

from documents import commands, console, facts, keys
from documents.pages import documents

PARTS: dict[str, Callable[[], str]] = {
    "counts": facts.counts,
    "evidence": facts.evidence,
    "addresses": facts.addresses,
    "commands": lambda: commands.overview("en"),
    "commands of all": lambda: commands.every("en"),
    "exit codes": lambda: commands.topic("exit-codes"),
    "environment": lambda: commands.topic("environment"),
    "formats": lambda: commands.topic("formats"),
    "licences": facts.licences,
    "keys": keys.of_commands,
    "codes": keys.codes,
    "Zahlen": lambda: facts.counts("de"),
    "Befehle": lambda: commands.overview("de"),
    "alle Befehle": lambda: commands.every("de"),
    "Rückgabewerte": lambda: commands.topic("exit-codes", "de"),
}
"""What writes the generated parts."""
_PART = re.compile(r"^(<!-- generated: (?P<name>[^\n]+) -->\n).*?\n?^<!-- end -->$", re.DOTALL | re.MULTILINE)


def generated(text: str) -> str:
    """A text with its generated parts as they are now."""
    return _PART.sub(lambda part: f"{part[1]}{PARTS[part['name']]()}\n<!-- end -->", text)


if __name__ == "__main__":
    for file in documents():
        before = file.read_text(encoding="utf-8")
        after = console.renew_page(file, generated(before))
        if after != before:
            file.write_text(after, encoding="utf-8")
            print(file.name)
