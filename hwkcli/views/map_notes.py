"""What stands below a map: its sources, how they are to be named, and what is less than sure."""

from collections.abc import Mapping

from hwkcli.gazetteer import records
from hwkcli.gazetteer.geography.extent import Area
from hwkcli.gazetteer.geography.units import Unit
from hwkcli.gazetteer.store import provenance, responsibility
from hwkcli.language import Language, dated, pick
from hwkcli.model import Text
from hwkcli.views.map_values import Values

_BOUNDARIES = Text("Grenzen", "Boundaries")
_REGISTER = Text("Städte, Gemeinden, Kreise", "Towns, municipalities, Kreise")
_RESPONSIBLE = Text("Zuständigkeit", "Responsibility")
_SOURCES = Text("{count} Quellen, {edition}", "{count} sources, {edition}")
_WEAK = {
    "medium": Text("Zuständigkeit mit mittlerer Sicherheit bekannt", "Responsibility known with medium confidence"),
    "low": Text(
        "Zuständigkeit ungeklärt, zwei Kammern sind genannt (schraffiert)",
        "Responsibility undecided, two chambers are named (hatched)",
    ),
}
_MORE = Text("{count} Kreise und Gemeinden", "{count} Kreise and municipalities")
_MOST_NAMED = 5
_SHAPES = "boundaries"
"""The id of the source of all shapes."""


def notes(area: Area, made: Mapping[str, Unit], values: Values | None, lang: Language) -> tuple[str, ...]:
    """The sources of what is on a map and of its boundaries, and what is less than sure."""
    return (
        *sources(area, made, values, lang),
        f"{pick(_BOUNDARIES, lang)}: {provenance.source(_SHAPES).attribution}",
    )


def sources(area: Area, made: Mapping[str, Unit], values: Values | None, lang: Language) -> tuple[str, ...]:
    """The sources of values, of who is responsible and of names and keys, and what is less than sure."""
    register = records.origins().source_of("ags").attribution
    return (
        *((f"{values.title}: {'; '.join(values.sources)}",) if values and values.sources else ()),
        *_responsible(area, made, lang),
        f"{pick(_REGISTER, lang)}: {register}",
    )


def _responsible(area: Area, made: Mapping[str, Unit], lang: Language) -> list[str]:
    """On what it rests which chamber is responsible, and where that is less than sure."""
    if area.kind == "kreis":
        return []
    places = {place.territory or "": place for unit in made.values() for place in unit.members}
    known = [(key, one) for key in places for one in responsibility.of(key)]
    if area.kind == "chamber":
        known = [(key, one) for key, one in known if one.chamber.code == area.code]
    sources = [provenance.source(id) for id in dict.fromkeys(id for _, one in known for id in one.sources)]
    edition = ", ".join(dict.fromkeys(dated(source.edition, lang) for source in sources))
    if len(sources) <= _MOST_NAMED:
        cited = f"{'; '.join(f'{source.publisher}: {source.title}' for source in sources)} ({edition})"
    else:
        cited = pick(_SOURCES, lang).format(count=len(sources), edition=edition)
    notes = [f"{pick(_RESPONSIBLE, lang)}: {cited}"]
    for level, text in _WEAK.items():
        weak = dict.fromkeys(key for key, one in known if one.confidence == level)
        names = [(places[key].kreis if len(key) == 5 else places[key].name) or "" for key in weak]
        if names:
            shown = ", ".join(names) if len(names) <= _MOST_NAMED else pick(_MORE, lang).format(count=len(names))
            notes.append(f"{pick(text, lang)}: {shown}")
    return notes


def rights(values: Values | None) -> tuple[str, ...]:
    """How the sources of a map are to be named wherever it is shown."""
    register = records.origins().source_of("ags").attribution
    rights = (provenance.source(_SHAPES).attribution, register, *(values.rights if values else ()))
    return tuple(dict.fromkeys(rights))
