import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwkcli.errors import BadData
from hwkcli.files.tree import Mapping, Scalar, Sequence, is_text, line_of, parse

FAULTS = {
    "": ": found an empty file, expected a chamber district",
    "# only a comment\n": ": found an empty file, expected a chamber district",
    "a: 1\na: 2": ":2: found the key a twice, expected each key once",
    "a: {b: [0, {c: 1, c: 2}]}": ":1: a.b[1]: found the key c twice, expected each key once",
    "b: *x": ":1: b: found the YAML alias *x, expected the value itself",
    "a: &x [1]\nb: *x": ":1: a: found the YAML anchor &x, expected a value without an anchor",
    "!!str a: 1": ":1: found the YAML tag tag:yaml.org,2002:str, expected a value without a tag",
    "a: !!python/object/apply:os.getcwd []": ":1: a: found the YAML tag tag:yaml.org,2002:python/object",
    "- !x 1": ":1: [0]: found the YAML tag !x, expected a value without a tag",
    "[a]: b": ":1: found a list or mapping as a key, expected a name",
    "--- 1\n--- 2": ":2: found a second document, expected one document",
    "a: b: c": ":1: found invalid YAML (mapping values are not allowed in this context), expected YAML",
    "a: [1\nb": "found invalid YAML",
    'a: "\x07"': ":1: found invalid YAML (unacceptable character #x0007",
}


@pytest.mark.parametrize("text", FAULTS)
def test_what_plain_loading_would_take_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(BadData) as caught:
        parse(text, "own.yaml")
    assert FAULTS[text] in str(caught.value)
    assert str(caught.value).startswith("own.yaml:")


@pytest.mark.parametrize("text", ["[" * 500_000, "{a: " * 500_000, "- " * 500_000])
def test_nesting_without_end_is_refused_before_it_hurts(text: str) -> None:
    with pytest.raises(BadData, match="nesting without end"):
        parse(text, "own.yaml")


def test_a_bomb_of_aliases_is_refused_at_the_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "\n".join(f"{k}: &{k} [*{p}, *{p}]" for p, k in zip("abcdefgh", "bcdefghi", strict=True))
    with pytest.raises(BadData, match=r"own.yaml:1: a: found the YAML anchor &a"):
        parse(bomb, "own.yaml")


def test_nodes_know_their_lines_and_quotes() -> None:
    node = parse("a: 01067\nb:\n- '01067'\n- {c: x}\n", "f")
    assert node == Mapping(
        {
            "a": Scalar("01067", False, 1),
            "b": Sequence([Scalar("01067", True, 3), Mapping({"c": Scalar("x", False, 4)}, 4)], 2),
        },
        1,
    )


def test_the_line_of_a_path_is_that_of_the_nearest_node() -> None:
    node = parse("a:\n- b: 1\n  c:\n  - 2\n  - 3\n", "f")
    assert [line_of(node, path) for path in ("a[0].c[1]", "a[0].b", "a[0].d.e", "a[7]", "")] == [5, 2, 2, 1, 1]


@pytest.mark.parametrize("value", ["01067", "1.5", "no", "NULL", "~", "", "2024-01-01", "1:30", "0x1F", "=", "<<"])
def test_what_yaml_reads_as_something_else_is_no_text_unless_quoted(value: str) -> None:
    assert not is_text(Scalar(value, False, 1))
    assert is_text(Scalar(value, True, 1))


@given(st.text())
def test_any_text_is_a_tree_or_a_fault(text: str) -> None:
    with contextlib.suppress(BadData):
        parse(text, "own.yaml")
