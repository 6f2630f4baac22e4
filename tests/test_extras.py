import importlib.metadata
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from hwkcli import extras
from hwkcli.errors import BadSetting


class Distribution:
    """What an installation says of itself."""

    def __init__(self, url: dict[str, Any] | None) -> None:
        self.url = url

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return None if self.url is None else json.dumps(self.url)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation from a registry into an environment of its own, made by nobody in particular."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(sys, "executable", "/env/bin/python")
    monkeypatch.setattr(importlib.metadata, "distribution", lambda name: Distribution(None))
    return tmp_path


def test_pip_is_that_of_the_environment(home: Path) -> None:
    assert extras.call("xlsx") == "/env/bin/python -m pip install 'hwkcli[xlsx]'"
    (home / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.11\n", encoding="utf-8")
    assert extras.call("plot").startswith("/env/bin/python -m pip ")


def test_an_environment_of_uv_is_added_to_by_uv(home: Path) -> None:
    (home / "pyvenv.cfg").write_text("home = /usr/bin\nuv = 0.9.0\n", encoding="utf-8")
    assert extras.call("xlsx") == "uv pip install --python /env/bin/python 'hwkcli[xlsx]'"


def test_tools_of_uv_and_pipx_are_installed_again(home: Path) -> None:
    (home / "pipx_metadata.json").touch()
    assert extras.call("match") == "pipx install --force 'hwkcli[match]'"
    (home / "uv-receipt.toml").touch()
    assert extras.call("match") == "uv tool install --force 'hwkcli[match]'"


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        ({"url": "file:///home/a%20b/hwk", "dir_info": {}}, "'/home/a b/hwk[plot]'"),
        ({"url": "file:///home/hwk", "dir_info": {"editable": True}}, "-e '/home/hwk[plot]'"),
        ({"url": "https://example.org/hwk.whl"}, "'hwkcli[plot]'"),
    ],
)
def test_what_was_installed_from_a_folder_is_installed_from_it(
    home: Path, monkeypatch: pytest.MonkeyPatch, known: dict[str, Any], wanted: str
) -> None:
    monkeypatch.setattr(importlib.metadata, "distribution", lambda name: Distribution(known))
    assert extras.call("plot") == f"/env/bin/python -m pip install {wanted}"


def test_what_is_not_installed_at_all_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str) -> Any:
        raise importlib.metadata.PackageNotFoundError

    monkeypatch.setattr(importlib.metadata, "distribution", none)
    assert extras.call("plot").endswith(" 'hwkcli[plot]'")


def test_on_windows_the_quotes_are_double(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "name", "nt")
    assert extras._quoted("hwkcli[plot]") == '"hwkcli[plot]"'


def test_a_library_that_is_there_is_given() -> None:
    assert extras.needed("json", "x") is json
    with pytest.raises(BadSetting, match=r"this needs nowhere_to_be_found; install it with: .*\[x\]"):
        extras.needed("nowhere_to_be_found", "x")
