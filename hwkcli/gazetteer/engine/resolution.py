"""What evidence means, as records: the candidates, why each is one, and a verdict."""

from typing import Literal, NamedTuple

from hwkcli.gazetteer.engine.evidence import Evidence
from hwkcli.gazetteer.entries import Place

Verdict = Literal["answered", "ambiguous", "conflict", "none"]
Way = Literal[
    "key",
    "former_key",
    "postal_code+place",
    "postal_code",
    "place",
    "locality",
    "near",
    "kreis",
    "land",
    "position",
    "",
]
"""By which evidence an answer was found. Empty without an answer."""


class Candidate(NamedTuple):
    """A place that evidence may mean, and why."""

    place: Place
    how: str
    """How the place answers to it: one of `hwkcli.model.HOWS`."""
    company: bool = False
    """Whether all that is known of the postal code is that companies have it, which is of lower trust."""


class Resolution(NamedTuple):
    """What evidence means."""

    evidence: Evidence
    verdict: Verdict
    way: Way = ""
    candidates: tuple[Candidate, ...] = ()
    """The places that it may mean; of an answer, that comes first, and what else bears the name follows."""
    lone: bool = False
    """Whether others may be meant as well: the answer rests on the name of a locality alone, or on one that
    municipalities of about the same size, or parts of them, bear too."""
    is_area: bool = False
    """Whether the candidates are together what the name means: the Kreise of a Regierungsbezirk, or what a Kreis of
    before went into."""
    is_unknown: bool = False
    """Whether nothing bears the name: the candidates only look like it, or are the area in which it should lie."""
    at_code: tuple[Candidate, ...] = ()
    """Without an answer: what the postal code belongs to."""

    @property
    def answer(self) -> Candidate | None:
        """The one place that is the answer; None without one."""
        return self.candidates[0] if self.verdict == "answered" else None
