import io

import pytest

from hwkcli.output.medium import Medium, medium


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, Medium(80, styled=True)),
        ({"COLUMNS": "60"}, Medium(60, styled=True)),
        ({"COLUMNS": "1"}, Medium(1, styled=True)),
        ({"COLUMNS": "0"}, Medium(80, styled=True)),
        ({"COLUMNS": "²"}, Medium(80, styled=True)),
        ({"COLUMNS": "wide"}, Medium(80, styled=True)),
        ({"TERM": "dumb"}, Medium(80)),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, Medium(80)),
    ],
)
def test_a_terminal_has_a_width_and_style(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], expected: Medium
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert medium(Terminal()) == expected


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, Medium()),
        ({"COLUMNS": "60"}, Medium(60)),
        ({"COLUMNS": "²"}, Medium()),
        ({"FORCE_COLOR": "1"}, Medium(styled=True)),
        ({"FORCE_COLOR": ""}, Medium()),
    ],
)
def test_a_pipe_has_none_unless_it_is_told(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], expected: Medium
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert medium(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")) == expected
    assert medium(None) == Medium()
    assert not medium(io.TextIOWrapper(io.BytesIO(), encoding="latin-1")).unicode
