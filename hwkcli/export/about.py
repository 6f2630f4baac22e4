"""What every file of an export says of itself: title, what it holds, licences, and how the sources are to be named."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from hwkcli import __version__
from hwkcli.export.content import Content
from hwkcli.gazetteer.store import provenance
from hwkcli.language import Language, pick
from hwkcli.model import Source, Text

_NAME = "hwk"
_TITLE = Text("Handwerkskammern und ihre Bezirke", "Chambers of crafts and their districts")
_PART = Text("{title}: {area}", "{title}: {area}")
_TEXT = Text(
    "Die Kreise und Gemeinden Deutschlands, welche Handwerkskammer für jede zuständig ist und worauf das beruht; mit "
    "Ortsteilen, Postleitzahlen und Schreibweisen. {edition}. Jede Angabe hat eine Quelle.",
    "The Kreise and municipalities of Germany, which chamber of crafts is responsible for each, and on what evidence; "
    "with localities, postal codes and spellings. {edition}. Every fact has a source.",
)
_KNOWN = (
    ("dl-de/by-2-0", "dl-de-by-2.0", "https://www.govdata.de/dl-de/by-2-0"),
    ("CC BY 4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC0", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
)
"""What the licence of a source says, with the name and the address of the licence."""


class Licence(NamedTuple):
    """On what terms a part of the data may be used."""

    name: str
    """Its usual short name; empty if it has none."""
    title: str
    url: str


class About(NamedTuple):
    """What a file says of itself."""

    name: str
    version: str
    title: str
    text: str
    attributions: tuple[str, ...]
    """How the sources of the tables are to be named."""
    licences: tuple[Licence, ...]
    """Those of the tables. The evidence for who is responsible where is facts, of which each names its source."""
    sources: tuple[Source, ...]

    @property
    def attribution(self) -> str:
        """All attributions in a line."""
        return "; ".join(self.attributions)

    @property
    def licence(self) -> str:
        """All licences in a line."""
        return "; ".join(one.title for one in self.licences)

    @property
    def creator(self) -> str:
        """The program that wrote it, and its version."""
        return f"{self.name} {self.version}"

    @property
    def head(self) -> dict[str, str]:
        """What stands at the beginning of a file of boundaries."""
        return {
            "name": self.title,
            "description": self.text,
            "attribution": self.attribution,
            "licence": self.licence,
            "creator": self.creator,
        }


def about(content: Content, lang: Language, boundaries: bool) -> About:
    """What a file with some content says of itself; with the boundaries, or only with tables."""
    area = content.area
    title = pick(_TITLE, lang)
    register = content.all_sources[next(one.source for one in provenance.facts() if "ags" in one.fields)]
    used = [one for one in _tabled(content) if boundaries or one.id != "boundaries"]
    return About(
        _NAME,
        __version__,
        title if area.kind == "germany" else pick(_PART, lang).format(title=title, area=area.name),
        pick(_TEXT, lang).format(edition=_capital(pick(register.edition, lang))),
        tuple(dict.fromkeys(one.attribution for one in used)),
        tuple(dict.fromkeys(_licence(one, lang) for one in used)),
        content.sources,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _tabled(content: Content) -> Iterable[Source]:
    """The sources of places and boundaries: those that state a licence, and not only facts taken from them."""
    ids = dict.fromkeys((*(one.source for one in provenance.facts()), *content.of_places, "boundaries"))
    return (content.all_sources[id] for id in ids)


def _licence(source: Source, lang: Language) -> Licence:
    said = pick(source.licence, lang)
    for mark, name, url in _KNOWN:
        if mark in said:
            return Licence(name, name, url)
    address = re.search(r"https?://\S+[^\s.,;)]", said)
    return Licence("", f"{source.publisher}: {said}", address[0] if address else source.url or "")
