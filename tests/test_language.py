import pickle
from collections.abc import Callable, Sequence
from typing import Literal, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hwkcli
from hwkcli import language, model, words
from hwkcli.errors import Message, NotFound, alternatives, first_of, listed, quoted, together
from hwkcli.language import Language


@pytest.mark.parametrize(
    ("option", "environ", "expected"),
    [
        (None, {}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "de"),
        (None, {"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "en"),
        (None, {"LANG": "de_DE.UTF-8", "LC_ALL": ""}, "de"),
        (None, {"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_AT"}, "de"),
        (None, {"LANG": "de_DE.UTF-8", "HWK_LANG": "en"}, "en"),
        (None, {"HWK_LANG": "de"}, "de"),
        ("en", {"HWK_LANG": "de"}, "en"),
        ("de", {"HWK_LANG": "en"}, "de"),
        (None, {"LANG": "fr_FR"}, "en"),
    ],
)
def test_the_language_is_the_options_else_hwk_langs_else_the_locales(
    option: str | None, environ: dict[str, str], expected: str
) -> None:
    assert language.language(option, environ) == expected


@pytest.mark.parametrize(
    ("value", "de", "en"),
    [
        (16_400_000_000, "16,4 Mrd. €", "€16.4 bn"),
        (16_000_000_000, "16 Mrd. €", "€16 bn"),
        (12_500_000, "12,5 Mio. €", "€12.5 m"),
        (800_000, "800.000 €", "€800,000"),
        (1_234_567_890, "1.234.567.890 €", "€1,234,567,890"),
        (0, "0 €", "€0"),
    ],
)
def test_amounts_are_shortened_only_where_nothing_is_lost(value: float, de: str, en: str) -> None:
    assert (language.euros(value, "de"), language.euros(value, "en")) == (de, en)


@pytest.mark.parametrize(
    ("iso", "de", "en"),
    [
        ("2024", "2024", "2024"),
        ("2024-03", "März 2024", "March 2024"),
        ("2024-12-31", "31.12.2024", "31 December 2024"),
    ],
)
def test_dates_are_as_precise_as_given(iso: str, de: str, en: str) -> None:
    assert (language.date(iso, "de"), language.date(iso, "en")) == (de, en)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_what_is_unknown_is_empty(lang: Language) -> None:
    assert language.number(None, lang) == language.date(None, lang) == ""


def test_every_word_is_there_in_both_languages() -> None:
    for key, text in words.WORDS.items():
        assert text.de.strip(), key
        assert text.en.strip(), key


def test_every_word_of_every_vocabulary_has_words_in_both_languages() -> None:
    vocabularies = {name: one for name, one in vars(model).items() if get_origin(one) is Literal}
    assert set(vocabularies.values()) == set(words.VOCABULARIES), "a vocabulary without words, or words without one"
    for name, vocabulary in vocabularies.items():
        for value in get_args(vocabulary):
            for lang in get_args(Language):
                assert language.term(vocabulary, value, lang).strip(), (name, value)


def test_a_word_that_is_in_no_vocabulary_has_no_words() -> None:
    with pytest.raises(KeyError):
        language.term(model.Unit, "furlongs", "en")


@given(st.integers(1, 10**6).flatmap(lambda bottom: st.tuples(st.integers(0, bottom), st.just(bottom))))
def test_a_share_is_never_0_or_100_per_cent_that_is_not(part: tuple[int, int]) -> None:
    top, bottom = part
    shown = language.share(top / bottom, "en")
    assert (shown == "0%") == (top == 0)
    assert (shown == "100%") == (top == bottom)
    number = float(shown.removesuffix("%").removeprefix("under ").removeprefix("over "))
    assert abs(number - 100 * top / bottom) <= 0.1


def test_what_was_typed_stands_in_the_quotes_of_the_language() -> None:
    said = Message("no place {query} in Germany", query=quoted("it's"))
    assert str(said) == 'no place "it\'s" in Germany'
    assert language.translated(said, "de") == "kein Ort „it's“ in Deutschland"
    assert language.translated(pickle.loads(pickle.dumps(said)), "de") == "kein Ort „it's“ in Deutschland"


@pytest.mark.parametrize("write", [listed, alternatives, together, lambda words: first_of(words, 2)])
def test_in_a_list_too(write: Callable[[Sequence[str]], Message]) -> None:
    for names in (["Ort"], ["Ort", "PLZ"], ["Ort", "PLZ", "Ort 2"]):
        said = language.translated(write([quoted(name) for name in names]), "de")
        assert said.startswith("„Ort“")
        assert "'" not in said


def test_a_command_to_be_typed_has_plain_quotes() -> None:
    with pytest.raises(NotFound) as refused:
        hwkcli.chamber("HWK Essen")
    assert language.translated(refused.value.message, "de") == (
        "keine Kammer „HWK Essen“; Essen gehört zur HWK Düsseldorf: hwk chamber 'Essen'"
    )
