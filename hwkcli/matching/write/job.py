"""What is to be written where, and the rows with their answers."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from hwkcli.matching.annotate import Answers
from hwkcli.matching.columns import Columns
from hwkcli.matching.read.source import Source
from hwkcli.matching.write.target import Target

if TYPE_CHECKING:
    import polars as pl


def joined(
    frame: "pl.LazyFrame", made: Answers, table: "pl.DataFrame", how: Literal["inner", "left"] = "left"
) -> "pl.LazyFrame":
    """The rows of a frame, in their order, with what a table has for their addresses."""
    rows = frame.with_columns(made.joined_by)
    return rows.join(table.lazy(), on="at", how=how, maintain_order="left").drop("at")


class Job(NamedTuple):
    """What is to be written."""

    source: Source
    columns: Columns
    made: Answers
    table: "pl.DataFrame"
    """The answers to be joined: those of all rows, or of some."""
    some: bool
    """Whether only the rows that the table has something for are written."""
    to: Target
    part: Path

    @property
    def names(self) -> tuple[str, ...]:
        """The headings, with those of the answers."""
        return (*self.source.names, *self.made.names)

    def joined(self, frame: "pl.LazyFrame", answers: "pl.DataFrame") -> "pl.LazyFrame":
        """The rows of a frame with what the answers have for their addresses."""
        return joined(frame, self.made, answers, "inner" if self.some else "left")
