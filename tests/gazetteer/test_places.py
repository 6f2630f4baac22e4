"""The records of places in the compiled store, and the areas around them."""

import pytest

from hwkcli.gazetteer.store import places


def test_an_unknown_key_is_no_area() -> None:
    with pytest.raises(KeyError):
        places.area("none")
    assert places.land("99") is None


def test_places_are_in_order_and_whole() -> None:
    found = list(places.every())
    assert [place.id for place in found] == list(range(1, len(found) + 1))
    kinds = [place.kind for place in found]
    assert kinds.index("kreis") > max(at for at, kind in enumerate(kinds) if kind in ("city", "town", "unincorporated"))
    assert kinds.index("locality") > max(at for at, kind in enumerate(kinds) if kind != "locality")
    by_ags = {place.ags: place for place in found if place.ags and place.kind != "locality"}
    for place in found:
        assert (place.confidence is not None) == (place.kind == "locality")
        if place.kind == "locality" and place.ags:
            around = by_ags[place.ags]
            assert (place.town, place.kreis_key, place.land_key) == (around.name, around.kreis_key, around.land_key)
        if place.postal_code:
            assert place.postal_code in place.postal_codes.split()
        assert place.postal_codes.split() == sorted(set(place.postal_codes.split()))
        assert not place.postal_codes or place.ars
    sizes = [by_ags[place.ags].population or 0 for place in found if place.kind == "locality" and place.ags]
    assert sizes == sorted(sizes, reverse=True)
