"""Sphinx makes a web site of the documents: `sphinx-build -W -n docs build/docs`."""

import sys
from pathlib import Path
from typing import Any, ClassVar

from pygments.lexer import RegexLexer, bygroups
from pygments.token import Generic, Text

sys.path.insert(0, str(Path(__file__).parent.parent))

import hwkcli

project = "hwk"
author = "The hwk authors"
copyright = "the hwk authors; the sources of the facts are named with them"
release = version = hwkcli.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["build", "_build"]
nitpicky = True

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
# Examples are output: no language has their words.
highlight_language = "none"
suppress_warnings = ["misc.highlighting_failure"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
# What Python itself defines has no page here; vocabularies have one in reference/json.md.
_NO_PAGE = r"date|Path|Iterator|collections\.abc\.Iterable|Kind|Point|hwkcli\.errors\.Message"
nitpick_ignore_regex = [("py:class", _NO_PAGE)]

html_theme = "furo"
html_title = "hwk"
html_copy_source = False
html_show_sphinx = False
html_static_path = ["static"]
html_css_files = ["hwk.css"]

default_role = "code"


class Console(RegexLexer):
    """What is typed behind `$`, and what is answered: any other line, whatever it looks like."""

    name = "hwk console"
    tokens: ClassVar = {
        "root": [
            (r"^(\$ )(.*\n)", bygroups(Generic.Prompt, Text)),
            (r"^.*\n", Generic.Output),
        ]
    }


def without_numbers(app: Any, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:
    """Leave out what Python says of a field that has no words of its own."""
    if lines and lines[0].startswith("Alias for field number"):
        lines.clear()


def setup(app: Any) -> None:
    """Called by Sphinx."""
    app.add_lexer("console", Console)
    app.connect("autodoc-process-docstring", without_numbers)
