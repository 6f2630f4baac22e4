"""What keys and names of before were: against the official editions of the register, and known cases."""

import csv
import hashlib
import time
from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction

import pytest

from hwkcli.errors import UnknownDay
from hwkcli.files.shipped import folder
from hwkcli.gazetteer.history import past
from hwkcli.gazetteer.history.past import Former, Successor
from hwkcli.gazetteer.store import places, provenance

FOLDER = folder() / "germany" / "history"


def table(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def printed() -> Mapping[str, dict[str, dict[str, str]]]:
    """What the printed editions have, by their days and Kreise, as scripts/past.py took it from them."""
    found: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for row in table("editions.csv"):
        found[row["edition"]][row["kreis_key"]] = row
    return found


EDITIONS = printed()
YEARS = {"1991-01-01": 16191, "1994-12-31": 14884, "1998-12-31": 14272, "2023-12-31": 10981}


def test_there_are_thirteen_editions() -> None:
    assert len(EDITIONS) == 13
    counts = {day: sum(int(row["municipalities"]) for row in kreise.values()) for day, kreise in EDITIONS.items()}
    assert counts.items() >= YEARS.items()


@pytest.mark.slow
@pytest.mark.parametrize("day", sorted(EDITIONS))
def test_each_edition_is_rebuilt_but_for_the_deviations_with_a_reason(day: str) -> None:
    """The keys and names of each Kreis give the digest of what is printed, once the few deviations are undone."""
    rebuilt: Mapping[str, dict[str, str]] = defaultdict(dict)
    kreise = {one.key: one.name_on(day) for one in past.all_on(day, 5)}
    for one in past.all_on(day, 8):
        rebuilt[one.kreis_key][one.key] = one.name_on(day)
    for row in table("deviations.csv"):
        if row["edition"] != day:
            continue
        assert row["reason"], row
        of = kreise if len(row["key"]) == 5 else rebuilt[row["key"][:5]]
        assert of.get(row["key"], "") == row["rebuilt"]
        if row["printed"]:
            of[row["key"]] = row["printed"]
        else:
            del of[row["key"]]
    assert rebuilt.keys() == EDITIONS[day].keys()
    for key, row in EDITIONS[day].items():
        lines = "".join(f"{ags} {name}\n" for ags, name in sorted(rebuilt[key].items()))
        assert (len(rebuilt[key]), kreise.get(key, "")) == (int(row["municipalities"]), row["kreis"]), key
        assert hashlib.sha256(lines.encode()).hexdigest()[:16] == row["sha256"], (key, rebuilt[key])


def test_few_deviate() -> None:
    deviations = table("deviations.csv")
    assert len(deviations) <= 11
    # All but one are of names.
    assert [row["key"] for row in deviations if not row["printed"] or not row["rebuilt"]] == ["13018230"]


@pytest.mark.slow
@pytest.mark.parametrize("day", sorted(EDITIONS))
def test_all_keys_of_an_edition_answer(day: str) -> None:
    """Each is a key of today, or leads to some."""
    today = {one.key for one in past.all_on("2026-01-01", 8)}
    answering = {(key, until): into for key, _, until, _, into in past.formers() if until >= day}
    latest = {key: into for (key, _), into in sorted(answering.items(), reverse=True)}
    for one in past.all_on(day, 8):
        into = (latest.get(one.key) or f"{one.key} 1").split()
        assert set(into[::2]) <= today, one
        assert sum(map(Fraction, into[1::2])) == 1, one


def test_todays_register_is_that_of_the_gazetteer() -> None:
    """They differ by nothing but what came into force after the edition of the gazetteer's tables."""
    (edition,) = (one.as_of or "" for one in provenance.facts() if "ags" in one.fields)
    known = {place.ags for place in places.every() if place.kind not in ("locality", "kreis", "land") and place.ags}
    ours = {one.key for one in past.all_on("2026-01-01", 8)}
    assert all((past.lives(key)[0].valid_from or "") > edition for key in ours - known)
    assert all((past.lives(key)[0].valid_until or "") >= edition for key in known - ours)
    assert len(ours ^ known) <= 12


@pytest.mark.parametrize(
    ("key", "today"),
    [
        ("16056000", "16063105"),
        ("03152012", "03159016"),
        ("13001000", "13075039"),
        ("14262000", "14612000"),
        ("05313000", "05334002"),
        ("05922000", "05911000"),
        ("14389250", "14730310"),
        ("14173140", "14524180"),
        ("13052017", "13071027"),
        ("03153001", "03153018"),
        ("06435014", "06415000"),
        ("07232089", "07232503"),
        ("07232096", "07232503"),
        ("16056", "16063"),
        ("03152", "03159"),
        ("05313", "05334"),
        # Printed with the key of another municipality, and led right by the corrections.
        ("06143031", "06435021"),
        ("03713000", "03102000"),
        ("01142238", "01061107"),
        # Dissolved, and formed again.
        ("05614000", "05562014"),
        ("06113000", "06531005"),
        ("09772118", "09771176"),
        ("15364018", "15085040"),
        ("48136114", "10045112"),
        ("30000000", "11000000"),
        ("11200000", "11000000"),
    ],
)
def test_known_former_keys(key: str, today: str) -> None:
    one = past.former(key)
    assert one is not None
    assert one.successors == (Successor(today, "1"),)
    assert one.valid_until


def test_all_about_a_former_key() -> None:
    one = past.former("05139117")
    assert one is not None
    assert one[:2] == ("05139117", "Monheim, Stadt")
    assert one.names == (("1960-09-01", "Monheim"), ("1960-10-11", "Monheim, Stadt"))
    assert (one.name_on("1960-10-10"), one.name_on("1960-10-11")) == ("Monheim", "Monheim, Stadt")
    assert (one.valid_from, one.kreis_key) == ("1960-09-01", "05139")
    assert (one.valid_until, one.change, one.basis) == ("1974-12-31", "dissolved", "inhabitants")
    assert [(to.key, to.share) for to in one.successors] == [("05158026", "30716/36167"), ("05316000", "5451/36167")]
    assert round(one.successors[0].part, 4) == 0.8493
    assert one.successors[0].name == "Monheim am Rhein"


def test_keys_that_were_given_again() -> None:
    neuss = past.former("05117000")
    assert neuss is not None
    assert (neuss.name, neuss.valid_until, neuss.successors[0].key) == ("Neuß, Stadt", "1960-12-31", "05162024")
    assert [one.name for one in past.lives("05117000")] == ["Mülheim an der Ruhr, Stadt", "Neuß, Stadt"]
    # Not of today at all: the latest first.
    assert [one.name for one in past.lives("05115000")] == ["Leverkusen, Stadt", "Mönchengladbach, Stadt"]


def name_on(key: str, day: str) -> str | None:
    one = past.on(key, day)
    return one and one.name_on(day)


def test_a_key_on_a_day() -> None:
    assert name_on("05117000", "1960-12-31") == "Neuß, Stadt"
    assert name_on("05117000", "1961-01-01") is None
    assert name_on("05117000", "1975-01-01") == "Mülheim a.d. Ruhr, Stadt"
    assert name_on("05117000", "2020-01-01") == "Mülheim an der Ruhr, Stadt"
    assert name_on("14511000", "1951-06-30") == "Bocholt, Stadt"
    assert name_on("14511", "2020-01-01") == "Chemnitz, Stadt"


def test_a_key_of_today_that_was_its_own_before_is_not_a_former_one() -> None:
    assert past.former("05978008") is None
    assert past.former("09772159") is None  # Horgau was a part of Zusmarshausen from 1978 to 1983
    assert len(past.lives("09772159")) == 2
    assert past.former("99999999") is None
    assert past.lives("99999999") == ()


def keys(found: tuple[Former, ...]) -> list[str]:
    return [one.key for one in found]


def test_former_names() -> None:
    assert keys(past.named("wattenscheid")) == ["05922000", "05922"]
    assert keys(past.named("lüdinghausen")) == keys(past.named("luedinghausen")) == ["05535"]
    assert keys(past.named("eisenach"))[:2] == ["16056", "16016"]
    assert "16056000" not in keys(past.named("eisenach"))  # only its key is of before
    assert past.named("bönen") == ()
    (bomlitz,) = past.named("bomlitz")
    assert (bomlitz.valid_until, bomlitz.successors[0].key) == ("2019-12-31", "03358024")


def test_other_spellings_that_are_printed() -> None:
    assert keys(past.named("breungeshain")) == keys(past.named("breungesheim")) == ["06134016"]
    assert past.former("06134016") in past.named("breungeshain")


def test_a_name_of_before_of_a_place_of_today() -> None:
    renamed = [one for one in past.named("parsdorf") if one.valid_until is None]
    assert [(one.key, one.change, one.successors[0].share) for one in renamed] == [("09175132", "name", "1")]


@pytest.mark.parametrize(
    ("day", "key", "begins"),
    [
        ("1950-09-13", None, "1950-09-14"),
        ("1950-09-13", "05978008", "1950-09-14"),
        ("1990-10-02", "16056000", "1990-10-03"),
        ("1990-10-02", "11200000", "1990-10-03"),
        ("1956-12-31", "10041100", "1957-01-01"),
    ],
)
def test_days_before_the_data_begin_are_refused_with_the_reason(day: str, key: str | None, begins: str) -> None:
    with pytest.raises(UnknownDay, match=f"{day}: the official data .*begin.* on {begins}"):
        past.check(day, key)
    past.check(begins, key)


def test_the_register_of_days_before_the_reunion() -> None:
    assert past.left_out("1955-01-01") == ("saarland", "east")
    assert past.left_out("1990-10-02") == ("east",)
    assert past.left_out("1990-10-03") == ()
    laender = {one.key[:2] for one in past.all_on("1990-10-02", 8)}
    assert laender == {"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11"}
    assert len({one.key[:2] for one in past.all_on("1990-10-03", 8)}) == 16
    in_1951 = [one.key for one in past.all_on("1951-06-30", 8)]
    # One key each, in the numbering of 1953.
    assert {ags for ags in in_1951 if ags > "11"} == {"30000000"}  # Berlin (West)
    with pytest.raises(UnknownDay):
        list(past.all_on("1949-12-31", 8))


def test_a_city_is_its_own_kreis() -> None:
    assert past.is_city("05913")
    assert past.is_city("16056")
    assert not past.is_city("16016")


def test_all_former_keys_are_read_quickly() -> None:
    started = time.perf_counter()
    found = list(past.formers())
    assert len(found) > 52_000
    assert len(found) / (time.perf_counter() - started) > 20_000  # 700,000 a second on the machine that measured it
    assert all(until and into for _, _, until, _, into in found)
