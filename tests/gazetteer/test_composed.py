"""Names of several words: what surely means nothing is known without a look at all that it could mean."""

from random import Random

import pytest

from hwkcli.gazetteer import germany
from hwkcli.gazetteer.engine import associations, before, composed, names
from hwkcli.naming.spelling import CENTRES, DIRECTIONS, LITTLE
from hwkcli.naming.titles import KREIS_TITLES, TITLES


class Words:
    """Words that stand in names, before names and behind them, and misspelt ones."""

    def __init__(self, seed: int) -> None:
        self._dice = Random(seed)
        known = [key for key in germany.gazetteer().keys if not key.isdecimal()]
        self._names = sorted({*known, *before.names(), *associations.names()})
        self._others = sorted(
            {*TITLES, *KREIS_TITLES, *LITTLE, *DIRECTIONS, *CENTRES, "und", "insel", "bezirk", "barockstadt"}
        )

    def some(self) -> str:
        """A few of them."""
        return " ".join(self._one() for _ in range(self._dice.choice((1, 2, 2, 3))))

    def _one(self) -> str:
        name = self._dice.choice(self._names)
        word = self._dice.choice(name.split())
        at = self._dice.randrange(len(word))
        misspelt = f"{word[:at]}{self._dice.choice('aehnrst')}{word[at + 1 :]}"
        return self._dice.choice((name, word, word, misspelt, self._dice.choice(self._others)))


@pytest.mark.parametrize("number", [3000, pytest.param(100_000, marks=pytest.mark.long)])
def test_what_surely_means_nothing_has_no_meaning(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    gazetteer, words = germany.gazetteer(), Words(seed=1)
    keys = [words.some() for _ in range(number)]
    nothing = [key for key in keys if composed.is_nothing(gazetteer, key.split()) and not names.called(gazetteer, key)]
    monkeypatch.setattr(composed, "is_nothing", lambda gazetteer, words: False)
    assert [key for key in nothing if names.meaning(gazetteer, key) != names.NOBODY] == []
    assert len(nothing) > number * 0.1


@pytest.mark.parametrize(
    "key",
    [
        "kreis bergheim",  # bore its name with a bracket behind it
        "xyz und hansestadt korbach",
        "xyzstadt fulda",
        "ottendorf schwäbische alb",
        "timmendorf poel",
        "mittlerer erzgebirgskreis",
        "bezirk pankow",
        "kamen",
    ],
)
def test_a_word_that_only_seems_to_say_nothing_is_looked_at(key: str) -> None:
    assert not composed.is_nothing(germany.gazetteer(), key.split())


@pytest.mark.parametrize("key", ["hamburg imsbüttel", "desden friedrichstadt", "frankifurt am main", "xyz xyz"])
def test_names_that_are_misspelt_mean_nothing(key: str) -> None:
    assert composed.is_nothing(germany.gazetteer(), key.split())
