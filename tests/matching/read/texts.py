"""A small table of addresses, and what annotates a text."""

from collections.abc import Callable

TABLE = "Nr;PLZ;Ort\n1;59174;Kamen\n2;59199;Bönen\n"
Annotate = Callable[..., tuple[list[str], list[list[str]], str]]
"""Annotates a text of some bytes: the headings, the rows, and what was said."""
