"""The directory of contacts: whom a word or a Kreis leads to."""

from collections.abc import Sequence

from hwkcli.errors import EmptyQuery, HwkError, Message, NotFound, quoted, typed
from hwkcli.language import term
from hwkcli.model import Chamber, Contact, ContactKind, Directory, District, Source
from hwkcli.naming.fold import fold, readings

_SHORT = {"hwk": "handwerkskammer", "kh": "kreishandwerkerschaft"}
"""What people write for words of contacts."""
_LEAST_BEGINNING = 6
"""A word of a contact that begins a word asked for has so many letters at least."""


class Contacts:
    """The press contact of a district and its directory, with their sources."""

    def __init__(self, district: District, directory: Directory) -> None:
        self.district = district
        self.all = (*district.contacts, *directory.contacts)
        self.sources = {source.id: source for source in (*directory.sources, *district.sources)}
        self.territories = {town.ags: town.name for town in district.towns if town.kind != "locality"}
        self.territories |= {kreis.key: kreis.name for kreis in district.kreise}

    def source(self, contact: Contact) -> Source:
        """The source of a contact."""
        return self.sources[contact.source]

    def search(self, words: str | None = None, kreis: str | None = None) -> tuple[Contact, ...]:
        """The contacts that all of the words lead to, by name, function, kind, town or Kreis, and that stand in a Kreis
        or are in charge of any part of it.

        Raises EmptyQuery for words without a letter or digit, NotFound if there is no such contact, and what
        `territory.kreise` raises.
        """
        asked = [_SHORT.get(word, word) for word in fold(words or "").split()]
        if words is not None and not asked:
            raise EmptyQuery("a contact needs a letter or a digit")
        keys = None if kreis is None else self._keys(kreis)
        found = tuple(
            contact
            for contact in self.all
            if (keys is None or keys & self._kreise(contact)) and self._answers(contact, asked)
        )
        if not found:
            asked_for = quoted(" ".join(filter(None, (words, kreis))))
            other = _chamber(words or "")
            if other is not None and other.name != self.district.chamber.name:
                only = (
                    "no contact for {words}, for only those of the {district} are known; hwk show {chamber} has the "
                    "address"
                )
                here, named = self.district.chamber.district, typed(other.short_name)
                raise NotFound(only, words=asked_for, district=here, chamber=named)
            raise NotFound("no contact for {words}; hwk contact --list has them all", words=asked_for)
        return found

    def around(self, words: str) -> tuple[tuple[Contact, ...], Message] | None:
        """The contacts in the Kreis in which a place lies, and what to say of it; None for words that are no place of
        the district."""
        from hwkcli.gazetteer import territory

        try:
            meant = territory.meant(self.district, words)
        except HwkError:
            return None
        keys = {kreis.key for kreis in meant.kreise}
        found = tuple(contact for contact in self.all if keys & self._kreise(contact))
        names = ", ".join(kreis.name for kreis in meant.kreise)
        said = Message("{place} lies in {kreis}; these are the contacts there", place=meant.place, kreis=names)
        return (found, said) if found and meant.place else None

    def _keys(self, kreis: str) -> set[str]:
        """The keys of the Kreise that a word means. Raises what `territory.kreise` raises."""
        # The contacts of all the district need no gazetteer.
        from hwkcli.gazetteer import territory

        return {found.key for found in territory.kreise(self.district, kreis)}

    def _kreise(self, contact: Contact) -> set[str]:
        """The keys of the Kreise in which a contact stands, or of which it is in charge, in part at least."""
        return {key[:5] for key in (*contact.territories, *filter(None, [contact.town]))}

    def _answers(self, contact: Contact, asked: Sequence[str]) -> bool:
        """Whether each word asked for begins a word of the contact, or is a longer one (`Pressestelle`)."""
        places = [self.territories[key] for key in (*contact.territories, *self._kreise(contact))]
        kinds = [term(ContactKind, contact.kind, "de"), term(ContactKind, contact.kind, "en")]
        said = " ".join((contact.name, *contact.role, contact.city, *kinds, *places))
        own = {part for reading in readings(fold(said)) for part in reading.split()}
        whole = tuple(part for part in own if len(part) >= _LEAST_BEGINNING)
        return all(one.startswith(whole) or any(part.startswith(one) for part in own) for one in asked)


def _chamber(words: str) -> Chamber | None:
    """The chamber that some words name, or the seat of which; None if they name none."""
    from hwkcli.gazetteer import chamber_names

    for name in (words, f"HWK {words}"):
        try:
            if named := chamber_names.named_chamber(name):
                return named
        except HwkError:
            continue
    return None
