"""How an answer is written: by the module of its format."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any, cast

from hwkcli.output.formats import ABOUT, Format
from hwkcli.output.medium import Medium
from hwkcli.views.page import Stream, View


def render(view: View | Stream[Any], form: Format, target: Medium | None = None) -> str:
    """The text of an answer in a format that is a text, with a line break at its end."""
    return "".join(cast(Iterable[str], content(view, form, target or Medium())))


def content(view: View | Stream[Any], form: Format, target: Medium) -> Iterable[str] | bytes:
    """An answer in a format: bit by bit if it is a text, for machines each record as soon as it is known."""
    if form.for_readers and isinstance(view, Stream):
        view = view.whole
    about = ABOUT[form]
    write = getattr(import_module(f"hwkcli.output.{about.module}"), about.function)
    return cast("Iterable[str] | bytes", write(view, target))
