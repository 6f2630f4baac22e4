from collections.abc import Callable
from typing import Any

import pytest

from hwkcli.views.labels import _LABELS, label, meaning, shown

LISTS = [
    *("towns", "kreise", "find Kamen", "chamber Kamen", "chambers", "stats", "stats --list", "stats startups"),
    *("stats startups --history", "kreise --stats startups", "contact", "contact --list", "cooperation", "sources"),
]
CARDS = ("show Kamen", "show 05978", "show Hessen", "show HWK Leipzig", "show Annen")


@pytest.mark.parametrize("words", [*LISTS, *CARDS])
def test_every_field_has_a_name_in_both_languages(records: Callable[..., list[dict[str, Any]]], words: str) -> None:
    keys = list(records(*words.split())[0])
    for key in keys:
        assert "_" not in label(key, "de"), key
        assert "_" not in label(key, "en"), key
        assert label(key, "de")[0].isupper() or label(key, "de")[0] == "i", key
    assert len({label(key, "de") for key in keys}) == len(keys)


def test_a_field_without_a_name_is_named_by_its_key() -> None:
    assert label("no_such_field", "de") == "no_such_field"
    assert all(text.de and text.en for text in _LABELS.values())


@pytest.mark.parametrize(
    ("key", "value", "de", "en"),
    [
        ("kind", "town", "Stadt", "town"),
        ("basis", "land_ordinance", "Verordnung des Landes", "ordinance of the Land"),
        ("unit", "EUR", "Euro", "euros"),
        ("confidence", "high", "hoch", "high"),
        ("name", "town", "town", "town"),
        ("derived", True, "ja", "yes"),
        ("kind", "unheard_of", "unheard_of", "unheard_of"),
    ],
)
def test_a_value_of_a_vocabulary_is_said_in_words(key: str, value: Any, de: str, en: str) -> None:
    assert (meaning(key, value, "de"), meaning(key, value, "en")) == (de, en)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("latitude", 51.383741, "51.383741"),
        ("value", 6.635, "6,635"),
        ("first_year", 2004, "2004"),
        (
            "localities",
            [{"name": "Annen", "kind": "locality"}, {"name": "Bork", "kind": None}],
            "Annen, Ortsteil, Bork",
        ),
        ("as_of", "2024-01", "Januar 2024"),
        ("as_of", "soon", "soon"),
        ("towns", ["Kamen", "Unna"], "Kamen, Unna"),
    ],
)
def test_a_value_as_it_stands_in_a_german_table(key: str, value: Any, said: str) -> None:
    assert shown(key, value, "de") == said
