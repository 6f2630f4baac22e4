from hypothesis import given
from hypothesis import strategies as st

from hwkcli.naming.fold import fold, fold_lines, readings, slug


@given(st.text())
def test_folding_a_key_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_key_is_words_of_letters_and_digits(text: str) -> None:
    key = fold(text)
    assert key == " ".join(key.split())
    assert all(char == " " or char.isalnum() for char in key)


@given(st.text(st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x24F)))
def test_case_and_separators_do_not_matter(text: str) -> None:
    assert fold(f"({text}) / ") == fold(text)
    assert fold(text.lower()) == fold(fold(text))


@given(st.lists(st.text(st.characters(exclude_characters="\n")), min_size=1))
def test_lines_are_folded_as_each_of_them_is(lines: list[str]) -> None:
    assert fold_lines("\n".join(lines)) == [fold(line) for line in lines]


def test_decomposed_wide_and_invisible_characters_fold() -> None:
    assert fold("Bo\u0308nen") == "bönen"
    assert fold("５９１７４") == "59174"
    assert fold("Dort\u00admund\u200b") == "dortmund"
    assert fold("Bad\u00a0Sassendorf") == fold("Bad‑Sassendorf") == "bad sassendorf"


def test_sharp_s_is_no_diacritic() -> None:
    assert fold("Großholthausen") == fold("GROSSHOLTHAUSEN") == "grossholthausen"


def test_umlauts_are_read_in_both_ways_and_only_where_there_are_any() -> None:
    assert readings("möhnesee büecke") == ("möhnesee büecke", "moehnesee bueecke", "mohnesee buecke")
    assert readings("soest") == ("soest",)


@given(st.text())
def test_a_slug_needs_no_quotes_and_folds_to_a_reading(text: str) -> None:
    assert fold(slug(text)) in readings(fold(text))
    assert " " not in slug(text)
