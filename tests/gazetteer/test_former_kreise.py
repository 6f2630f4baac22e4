"""A Kreis that is no more, by its titled name: every command answers alike, and none takes a part for the whole. What
became of each is from the laws of the reforms."""

import csv

import pytest

import hwkcli
from hwkcli.errors import Ambiguous, NotFound
from hwkcli.files.shipped import folder
from hwkcli.gazetteer.find import shipped
from hwkcli.gazetteer.history import past, search

BECAME = {
    "SK Eisenach": ["16063"],
    "Kreisfreie Stadt Görlitz": ["14626"],
    "SK Wattenscheid": ["05911"],
    "LK Demmin": ["13071", "13075"],
    "Demmin, Landkreis": ["13071", "13075"],
    "Kreis Wiedenbrück": ["05754", "05974"],
    "Kreis Lüdinghausen": ["05558", "05570", "05915", "05978"],
    "LK Bremervörde": ["03357"],
    "Mittlerer Erzgebirgskreis": ["14521"],
    "Muldentalkreis": ["14729"],
    "Krs. Daun": ["07233"],
    "Erftkreis": ["05362"],
}


@pytest.mark.parametrize(("word", "today"), BECAME.items())
def test_every_command_answers_alike(word: str, today: list[str]) -> None:
    assert sorted(one.entry.kreis_key or "" for one in hwkcli.find(word)) == today
    assert sorted({one.place.kreis_key or "" for one in hwkcli.chamber(word)}) == today
    assert sorted(hit.place.kreis_key or "" for hit in shipped().resolver.known.kreise(word)) == today
    assert sorted({to.key[:5] for one in search.named(word) for to in one.successors}) == today
    if len(today) == 1:
        assert hwkcli.show(word).entry.kreis_key == today[0]
        return
    # Not even the part that lies in the district is the whole.
    with pytest.raises(Ambiguous):
        hwkcli.show(word)


def test_the_latest_bearer_of_the_name_is_meant_and_of_cities_and_kreise_what_the_title_says() -> None:
    assert search.find("LK Demmin").key == "13052"
    assert search.find("SK Eisenach").key == "16056"
    assert search.find("LK Eisenach").key == "16016"
    for none in ("Landkreis Wolfsburg", "SK Demmin"):
        with pytest.raises(NotFound):
            hwkcli.find(none)


def test_every_kreis_of_1998_that_is_no_more_is_found() -> None:
    with (folder() / "germany" / "history" / "editions.csv").open(encoding="utf-8", newline="") as stream:
        printed = {row["kreis_key"]: row["kreis"] for row in csv.DictReader(stream) if row["edition"] == "1998-12-31"}
    ended = [past.on(key, "1998-12-31") for key, name in printed.items() if name]
    formers = [one for one in ended if one and one.valid_until and one.successors[0].key != one.key]
    assert len(formers) > 70
    for former in formers:
        name = former.name.partition(",")[0]
        title = "Stadt" if past.is_city(former.key) else "Landkreis"
        found = {one.entry.kreis_key for one in hwkcli.find(f"{title} {name}")}
        assert found & {one.key for one in former.successors}, (former.key, name)
