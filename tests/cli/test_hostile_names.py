"""Names of a data file are words to every shell, whatever they look like: completed as they are, and never run."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from terminal import BIN, Shell, shell

import hwkcli
from hwkcli.files import check

DATA = Path(__file__).parent.parent.parent / "data"

HOSTILE = [
    "Ennepe $(touch pwned) Kreis",
    r"Ennepe \$(touch pwned) Kreis",
    r"Ennepe \\$(touch pwned) Kreis",
    r"Ennepe \`touch pwned\` Kreis",
    'Ennepe "$(touch pwned)" Kreis',
    "Ennepe '$(touch pwned)' Kreis",
    "Ennepe ))'; touch pwned; ' Kreis",
    "Ennepe ))' && touch pwned # Kreis",
    "Ennepe | touch pwned & Kreis",
    "Ennepe > pwned =(touch pwned) <(touch pwned)",
    "Ennepe ${(e):-$(touch pwned)} ${IFS} %1 ^ Kreis",
    "Ennepe *?[a-z]~ {a,b} !! :boom: Kreis",
    "Ennepe [red]x[/blue] 🎉 קאמן \\",
]
SAY = {
    "bash": "said() { printf '<begin>'; printf '‹%s›' \"$@\"; printf '<end>\\n'; }",
    "zsh": "said() { printf '<begin>'; printf '‹%s›' \"$@\"; printf '<end>\\n'; }",
    "fish": "function said; printf '<begin>'; printf '‹%s›' $argv; printf '<end>\\n'; end",
}


class Quoting(yaml.SafeDumper):
    """Quotes all text, so that codes stay codes."""

    def ignore_aliases(self, data: object) -> bool:
        return True


Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A district that `check` passes, of Kreise, groups, towns and localities with such names."""
    tree: Any = yaml.safe_load((DATA / "districts.yaml").read_text(encoding="utf-8"))
    kreis = next(kreis for kreis in tree["kreise"] if kreis["key"] == "05978")
    town = next(town for town in kreis["towns"] if town["name"] == "Kamen")
    tree |= {"namesakes": [], "kreise": [], "groups": []}
    for number, name in enumerate(HOSTILE):
        key = f"{10000 + number}"
        inside = {"kind": "locality", "sources": ["nwbib"], "names": [f"L{number:02} {name}"]}
        own = {"ags": f"{key}001", "ars": f"{key}0000001", "postal_codes": [], "company_postal_codes": []}
        names = {"name": f"T{number:02} {name}", "printed_name": name, "official_name": name, "aliases": [name]}
        towns = [town | own | names | {"localities": [inside]}]
        names = {"name": f"K{number:02} {name}", "group": f"G{number:02} {name}", "seat": name, "aliases": []}
        tree["kreise"].append(kreis | names | {"key": key, "short_name": f"Q{number:02} {name}", "towns": towns})
        tree["groups"].append({"name": f"G{number:02} {name}"})
    del tree["figures_file"], tree["contacts_file"]
    file = tmp_path_factory.mktemp("hostile") / "own.yaml"
    file.write_text(yaml.dump(tree, Dumper=Quoting, allow_unicode=True, sort_keys=False), encoding="utf-8")
    assert check.of_file(file, hwkcli.load).faults == ()
    return file


@pytest.fixture(params=SAY)
def opened(request: pytest.FixtureRequest, data: Path) -> Iterator[Shell]:
    """A real shell, in the folder of that file."""
    if shutil.which(request.param) is None:
        pytest.skip(f"there is no {request.param} here")
    printed = subprocess.run(
        [BIN / "hwk", "--show-completion", request.param], capture_output=True, text=True, check=True
    )
    script = data.parent / f"completion.{request.param}"
    script.write_text(printed.stdout, encoding="utf-8")
    setup = [f"source {script}", SAY[request.param], f"cd {data.parent}"]
    with shell(request.param, setup, HOME=str(data.parent), HWK_DATA=str(data)) as made:
        yield made


@pytest.mark.slow
def test_hostile_names_are_words_and_never_run(opened: Shell, data: Path) -> None:
    for number, name in enumerate(HOSTILE):
        assert opened.line(f"hwk towns --kreis Q{number:02}")[-1] == f"Q{number:02} {name}"
    # All are offered, and only one can be meant.
    assert opened.line("hwk towns --kreis ennepe q02")
    for several in ("hwk towns --kreis q", "hwk find t", "hwk show l0", "hwk find ennepe"):
        opened.typed(f"{several}\t\t\x01said \x05\n", "<end>")
    assert [file.name for file in data.parent.rglob("*") if "pwned" in file.name] == []
