"""What begins a text that is no table is looked for in a time that grows with its length."""

import time

import pytest

from hwkcli.matching.read.refusals import refuse_text


@pytest.mark.parametrize(
    "part", ["\n", " ", "/**/", "//\n", "/*", "/**", "a ", "var ", "---\n", "- a:\n", "SET ", "COPY a", "<", "[", "\\"]
)
def test_a_long_beginning_takes_no_time(part: str) -> None:
    begun = time.process_time()
    refuse_text(part * 20_000 + "x", "in.json")
    # The slowest takes hundredths of a second; one that tries all ways to divide the text takes hours.
    assert time.process_time() - begun < 2
