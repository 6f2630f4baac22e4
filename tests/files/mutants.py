"""Data files with one thing changed: a small district with all that a file can have, and what may go wrong in it.

The district is made of the shipped one, so that its facts are true.
"""

import copy
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

DATA = Path(__file__).parent.parent.parent / "data"
FILES = {"district": "districts.yaml", "figures": "figures.yaml", "contacts": "contacts.yaml"}

Tree = Any
Step = str | int


class Mutant(NamedTuple):
    """A set of three files of which one has one thing changed."""

    kind: str
    """Which of `FILES`."""
    path: tuple[Step, ...]
    change: str
    texts: dict[str, str]

    @property
    def name(self) -> str:
        """Where it is changed, and how."""
        return f"{self.kind}:{'.'.join(map(str, self.path))}:{self.change}"

    def write(self, folder: Path) -> Path:
        """Write the files, and give the district's."""
        for kind, file in FILES.items():
            (folder / file).write_text(self.texts[kind], encoding="utf-8")
        return folder / FILES["district"]


def small() -> dict[str, Tree]:
    """The three files with few records, but each kind of record and each field that the shipped ones have."""
    trees = {kind: yaml.safe_load((DATA / file).read_text(encoding="utf-8")) for kind, file in FILES.items()}
    district, figures, contacts = trees["district"], trees["figures"], trees["contacts"]
    hamm, unna = (next(one for one in district["kreise"] if one["key"] == key) for key in ("05915", "05978"))
    unna["towns"] = [town for town in unna["towns"] if town["name"] in ("Kamen", "Fröndenberg/Ruhr", "Selm", "Bork")]
    for town in (*hamm["towns"], *unna["towns"]):
        town["localities"] = town.get("localities", [])[:3]
    district["kreise"] = [hamm, unna]
    district["groups"] = [{"name": kreis["group"]} for kreis in district["kreise"]]
    known = {n for kreis in district["kreise"] for t in kreis["towns"] for b in t["localities"] for n in b["names"]}
    for town in (*hamm["towns"], *unna["towns"]):
        town["localities"] = [block for block in town["localities"] if block.get("part_of", next(iter(known))) in known]
    district["namesakes"] = [one for one in district["namesakes"] if one["name"] in known][:2]
    keys = {key for kreis in district["kreise"] for key in (kreis["key"], *(town["ags"] for town in kreis["towns"]))}
    chosen = [one for one in figures["figures"] if one.get("territory", "district") in keys | {"district"}]
    wanted = ("businesses", "startups", "startups_women_share", "revenue", "business_climate", "employees")
    figures["populations"] = figures["populations"][:2]
    for population in figures["populations"]:
        population["values"] = [one for one in population["values"] if one["town"] in keys]
    chosen = [one for metric in wanted for one in [one for one in chosen if one["metric"] == metric][-6:]]
    ids = {one["id"] for one in chosen} | {one["id"] for one in district["figures"]}
    figures["figures"] = [one for one in chosen if set(one.get("conflicts_with", ())) <= ids]
    figures["metrics"] = [one for one in figures["metrics"] if one["id"] in (*wanted, "apprentices", "population")]
    used = {one["source"] for one in (*figures["figures"], *figures["populations"])}
    figures["sources"] = [source for source in figures["sources"] if source["id"] in used]
    contacts["contacts"] = [one for one in contacts["contacts"] if one.get("town") in keys | {None}][:3]
    town = next(one for one in contacts["contacts"])
    town.update(town="05978020", territories=["05978"], email="info@kh-hl.de")
    return trees


class _Dumper(yaml.CSafeDumper):
    """Quotes all text, so that codes stay codes."""

    def ignore_aliases(self, data: object) -> bool:
        return True


_Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def dumped(tree: Tree) -> str:
    """A tree as YAML."""
    return yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)


_DELETED = object()

CHANGES: dict[str, Callable[[Tree], Tree]] = {
    "deleted": lambda old: _DELETED,
    "null": lambda old: None,
    "empty": lambda old: type(old)() if isinstance(old, list | dict | str) else "",
    "blank": lambda old: " ",
    "dash": lambda old: "-",
    "as text": lambda old: str(old),
    "as number": lambda old: 7,
    "as list": lambda old: [old],
    "as mapping": lambda old: {"name": old},
    "zero": lambda old: 0,
    "negative": lambda old: -1,
    "huge": lambda old: 10**14,
    "fraction": lambda old: 20.498,
    "400 digits": lambda old: int("7" * 400),
    "400 digits as text": lambda old: "7" * 400,
    "3000 signs": lambda old: "x" * 3000,
    "long word": lambda old: "W" * 99,
    "control": lambda old: "Ka\x1b[31mmen",
    "line break": lambda old: "Kamen\r\nEMAIL:evil@example.org",
    "right to left": lambda old: "\u202eKamen",
    "hebrew": lambda old: "קאמן",
    "markup": lambda old: "[red]Kamen[/blue]",
    "formula": lambda old: r"$\frac{1}{Kamen$",
    "braces": lambda old: "{Kamen} %s {0}",
    "emoji": lambda old: "Kamen 🎉",
    "combining": lambda old: "K" + "\u0301" * 50,
    "command": lambda old: r"Kamen \\$(touch pwned) `id`",
    "scheme": lambda old: "javascript:alert(1)",
    "outside": lambda old: "/etc/passwd",
    "above": lambda old: "../figures.yaml",
    "year 1": lambda old: "0001",
    "year 9999": lambda old: "9999",
    "last day": lambda old: "9999-12-31",
    "year 1800": lambda old: "1800",
    "year 2100": lambda old: "2100-12",
    "other key": lambda old: "05978004",
    "twice": lambda old: [*old, old[-1]] if isinstance(old, list) and old else old,
    "one": lambda old: old[:1] if isinstance(old, list) else old,
    "reversed": lambda old: old[::-1] if isinstance(old, list | str) else old,
}


def paths(tree: Tree, path: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """The paths of all that is in a tree."""
    children = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, child in children:
        yield (*path, step)
        yield from paths(child, (*path, step))


def at(tree: Tree, path: tuple[Step, ...]) -> Tree:
    """What is at a path."""
    for step in path:
        tree = tree[step]
    return tree


def mutants(seed: int) -> Iterator[Mutant]:
    """Each change at one place of each kind, in a random order: `kreise[0].towns[1].name` and `kreise[1].towns[0].name`
    are places of one kind."""
    trees = small()
    texts = {kind: dumped(tree) for kind, tree in trees.items()}
    chance = random.Random(seed)
    kinds: dict[tuple[str, str], list[tuple[Step, ...]]] = {}
    for kind, tree in trees.items():
        for path in paths(tree):
            kinds.setdefault((kind, re.sub(r"\b\d+\b", "*", ".".join(map(str, path)))), []).append(path)
    todo = [(kind, chance.choice(places), change) for (kind, _), places in kinds.items() for change in CHANGES]
    chance.shuffle(todo)
    for kind, path, change in todo:
        old = at(trees[kind], path)
        new = CHANGES[change](old)
        if new is _DELETED or new != old or type(new) is not type(old):
            changed = copy.deepcopy(trees[kind])
            around = at(changed, path[:-1])
            if new is _DELETED:
                del around[path[-1]]
            else:
                around[path[-1]] = new
            yield Mutant(kind, path, change, texts | {kind: dumped(changed)})
