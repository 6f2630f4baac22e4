"""How the names of places are written: the keys under which an official name answers, and those that a query asks for.

Both sides are folded (`hwkcli.naming.fold`). Beyond that, the little words inside a name count for nothing (`an der`,
`a. d.`, `in`, `bei`), a bracket or a slash is as good as such a word, and what is commonly shortened answers short and
long. Which words are shortened to what is data: `data/germany/spellings.yaml`. What stands before or behind a name to
say what kind of place it is, is in `titles`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from hwkcli.naming.fold import fold, german
from hwkcli.naming.titles import untitled

LITTLE = frozenset(
    [
        "a",
        "am",
        "an",
        "auf",
        "b",
        "bei",
        "beim",
        "d",
        "dem",
        "den",
        "der",
        "des",
        "i",
        "im",
        "in",
        "ob",
        "r",
        "u",
        "unter",
        "v",
        "vom",
        "von",
        "vor",
        "z",
        "zu",
        "zum",
        "zur",
        "über",
        "ueber",
    ]
)
"""Words and their short forms that part a name from what tells it from its namesakes (`r.` is `rechts der`)."""

BESIDE = frozenset(("b", "bei"))
"""Words before the name of a town nearby."""
DIRECTIONS = frozenset(("nord", "süd", "ost", "west", "mitte", "nordost", "nordwest", "südost", "südwest"))
"""Words for parts of a town."""
CENTRES = frozenset(
    ("zentrum", "stadtmitte", "innenstadt", "altstadt", "kernstadt", "city", "ortsmitte", "hbf", "hauptbahnhof")
)
"""Words for the middle of a town, where its main station is, too."""
EPITHETS = ("stadt", "metropole", "heilbad", "seebad", "kurort", "erholungsort", "ferienort", "wallfahrtsort", "insel")
"""What words end in that people put before the name of a town (`Barockstadt Fulda`), or before that of a part of it."""
NO_NAMES = DIRECTIONS | {
    *("alt", "bad", "bahnhof", "dorf", "gut", "hof", "kai", "kolonie", "land", "siedlung", "stadt", "zentrum"),
    *("am", "an", "auf", "bei", "hinter", "im", "in", "ob", "über", "unter", "vor", "zu"),
}
"""Words that are no name of their own, behind the name of a town or before what tells a name from its namesakes."""

_ISLAND = "insel "


def bare(key: str) -> str:
    """A folded name without its little words; its first and its last word stay.

    >>> bare("mülheim an der ruhr"), bare("mülheim a d ruhr"), bare("neustadt in holstein")
    ('mülheim ruhr', 'mülheim ruhr', 'neustadt holstein')
    """
    if key.count(" ") < 2:
        return key
    words = key.split()
    kept = [word for word, after in pairwise(words[1:]) if not is_little(word, after)]
    return " ".join((words[0], *kept, words[-1]))


def is_little(word: str, after: str) -> bool:
    """Whether a word inside a name is a little one. `o.` is one in `o. d. Tauber`, but not in `Frankfurt/O.`"""
    return word in LITTLE or (word == "o" and after in ("d", "der"))


def base(official: str) -> str:
    """An official name without the title behind its comma.

    >>> base("Hagen, Stadt der FernUniversität"), base("Weißwasser/O.L., Stadt / Běła Woda")
    ('Hagen', 'Weißwasser/O.L. / Běła Woda')
    """
    name, comma, title = official.partition(",")
    _, slash, other = title.partition(" / ")
    return f"{name.strip()} / {other}" if comma and slash else name.strip()


def addition(official: str) -> str:
    """What an official name adds, folded, to tell a place from its namesakes: a river, a landscape, a region; empty
    where it adds nothing, or the name of a town nearby.

    >>> addition("Hann. Münden, Stadt"), addition("Wörth a.Main, Stadt"), addition("Hausen b.Würzburg")
    ('', 'main', '')
    """
    key = fold(base(official))
    if not BESIDE.isdisjoint(key.split()):
        return ""
    whole = bare(key)
    behind = whole.removeprefix(f"{short(base(official))} ")
    return without_little(behind.split()) if behind != whole else ""


def without_little(words: Sequence[str]) -> str:
    """Words without the little ones at their beginning; empty if there are no others."""
    first = next((at for at, word in enumerate(words) if word not in LITTLE), len(words))
    return " ".join(words[first:])


def short(name: str) -> str:
    """The folded name without all that tells it from its namesakes; the whole where there is nothing of the kind, or
    where what is left is no name.

    >>> short("Neustadt a.d.Waldnaab"), short("Halle (Saale)"), short("Lahr/Schwarzwald"), short("Au i.d.Hallertau")
    ('neustadt', 'halle', 'lahr', 'au')
    >>> short("An der Schmücke")
    'an der schmücke'
    """
    words = fold(re.split(r"[(/]", name, maxsplit=1)[0]).split()
    for place, (word, after) in enumerate(pairwise(words[1:]), 1):
        if is_little(word, after) and not LITTLE.issuperset(words[:place]):
            return " ".join(words[:place])
    return " ".join(words)


def names(official: str) -> Iterator[tuple[str, str]]:
    """The folded names of a municipality without its title, each with the way in which it is found: `exact` for a whole
    name, `alias` for a shorter one. May give a name twice."""
    whole = base(official)
    yield fold(whole), "exact"
    first, _, second = whole.partition(" / ")
    if not second and re.search("/.*[^a-zäöüß.()/ -]", whole.casefold()):
        first, _, second = whole.partition("/")
    # Where German and Sorbian (or Low German) names stand side by side, each is a name.
    for name in filter(None, (first, second)):
        yield fold(name), "exact"
    yield fold(first.partition("/")[0]), "alias"
    yield short(first), "alias"
    if (key := fold(whole)).startswith(_ISLAND):
        yield key.removeprefix(_ISLAND), "alias"


def initials(official: str) -> Iterator[str]:
    """The folded names of a municipality with only the first letter of what tells it from its namesakes.

    >>> list(initials("Neustadt a.d.Waldnaab")), list(initials("Halle (Saale)")), list(initials("Bad Dürkheim"))
    (['neustadt w'], ['halle s'], [])
    """
    whole, first = bare(fold(base(official))), short(base(official))
    addition = whole.removeprefix(f"{first} ")
    if addition != whole and " " not in addition and len(addition) > 1:
        yield f"{first} {addition[0]}"


def titled(official: str) -> Iterator[str]:
    """The folded names of a municipality with its title behind it, as the register has it, and before it, also with
    one of several titles only. May give a name twice.

    >>> list(titled("Lübeck, Hansestadt"))
    ['lübeck hansestadt', 'hansestadt lübeck', 'hansestadt lübeck']
    """
    _, comma, title = official.partition(",")
    if comma:
        yield fold(official)
        for one in (title, *title.split(",")):
            yield fold(f"{one} {base(official)}")


def variants(key: str, abbreviations: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The keys under which a folded name answers: as it is, without its little words, and with all that is commonly
    shortened both short and long. Each of the abbreviations is a group of folded spellings that mean the same.

    >>> variants("frankfurt am main", [("main", "m")])
    ('frankfurt am main', 'frankfurt main', 'frankfurt m')
    """
    plain = bare(key)
    if " " not in plain:
        return (key,)  # the whole of a name is no abbreviation
    found = [plain]
    for group in abbreviations:
        for spelling in group:
            # What an abbreviation stands for is not shortened again: `h` is Höhe or Harz. A single letter is short for
            # something only behind a name.
            at = f" {plain} ".rfind(f" {spelling} ")
            # The whole of a name is no abbreviation: Thür is not Thüringen.
            if at >= 0 and plain != spelling and (at > 0 or min(map(len, group)) > 1):
                found += [_replaced(one, spelling, other) for one in found for other in group]
    return tuple(dict.fromkeys((key, *found)))


def _replaced(key: str, old: str, new: str) -> str:
    """A key with the last place of some words in it changed."""
    head, found, tail = f" {key} ".rpartition(f" {old} ")
    return f"{head} {new} {tail}".strip() if found else key


def asked(key: str) -> tuple[str, ...]:
    """The keys that a folded query asks for: as it is, and without its little words; in either case also without the
    marks of foreign letters."""
    plain = bare(key) if " " in key else key
    keys = (key,) if plain == key else (key, plain)
    return keys if key.isascii() else tuple(dict.fromkeys((*keys, *map(german, keys))))


def is_one_name(key: str) -> bool:
    """Whether a folded text can be nothing but one name, written in one way: it has no title, no word for a part of a
    town behind it, and no little words.

    >>> is_one_name("hamburg ochsenwerder"), is_one_name("kreis unna"), is_one_name("rott am inn")
    (True, False, False)
    """
    if " " not in key:
        return True
    last = key.rpartition(" ")[2]
    return last not in DIRECTIONS and last not in CENTRES and not untitled(key) and bare(key) == key
