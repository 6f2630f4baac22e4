"""The built wheel, installed in a clean environment and run from another directory."""

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

import hwkcli
from hwkcli.gazetteer.store import responsibility
from hwkcli.gazetteer.store.freshness import STORE

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.slow
def test_the_wheel_carries_the_data_and_says_what_it_is(wheel: Path) -> None:
    responsibility.chambers()  # which builds the store of the checkout, if need be
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = archive.read(f"hwkcli-{hwkcli.__version__}.dist-info/METADATA").decode()
        store = archive.read(f"hwkcli/data/{STORE.as_posix()}")
        unpacked = sum(info.file_size for info in archive.infolist())
    assert {"hwkcli/data/districts.yaml", "hwkcli/data/germany/gazetteer.sqlite", "hwkcli/py.typed"} <= set(names)
    national = {name.removeprefix("hwkcli/data/germany/") for name in names if name.startswith("hwkcli/data/germany/")}
    assert national == {"gazetteer.sqlite", "geometry/borders.csv", "geometry/boxes.csv"}
    # It was compiled anew: the same tables give the same store.
    assert store == (ROOT / "data" / STORE).read_bytes()
    shared = f"hwkcli-{hwkcli.__version__}.data/data/share/man"
    assert {f"{shared}/man1/hwk.1", f"{shared}/de/man1/hwk.1"} <= set(names)
    assert wheel.stat().st_size < 8_000_000
    assert unpacked < 35_000_000
    assert not [name for name in names if name.startswith(("tests", "data", "scripts"))]
    for line in (f"Version: {hwkcli.__version__}", "License-Expression: MIT", "Requires-Python: >=3.11", "# hwk"):
        assert line in metadata


@pytest.mark.long
def test_it_runs_in_a_clean_environment_from_another_directory(
    wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONPATH")  # which leads to this checkout
    venv.create(tmp_path / "clean", with_pip=True)
    binaries = tmp_path / "clean" / "bin"
    subprocess.run([binaries / "pip", "install", "--quiet", wheel], check=True, capture_output=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for words in (["towns", "--kreis", "Unna"], ["stats"], ["contact"], ["chamber", "80331"], ["find", "Hagen"]):
        done = subprocess.run([binaries / "hwk", *words], cwd=elsewhere, capture_output=True, text=True, check=True)
        assert done.stdout
        assert done.stderr == ""
    code = "import hwkcli, json; print(json.dumps([hwkcli.__file__, hwkcli.find('boenen')[0].town.ags]))"
    done = subprocess.run([binaries / "python", "-c", code], cwd=elsewhere, capture_output=True, text=True, check=True)
    file, ags = json.loads(done.stdout)
    assert Path(file).is_relative_to(tmp_path)
    assert ags == "05978008"
