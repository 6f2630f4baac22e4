import contextlib
import csv
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from national import FOLDER, TABLES

import hwkcli
from hwkcli.errors import EmptyQuery, NotFound
from hwkcli.files.tables import Kreis
from hwkcli.gazetteer.engine import evidence
from hwkcli.gazetteer.find import EVERYWHERE, Narrow, shipped
from hwkcli.gazetteer.match import Match
from hwkcli.naming.spelling import base

KREISE = {kreis.key: kreis for kreis in TABLES.kreise}


def find(word: str, narrow: Narrow = EVERYWHERE) -> tuple[Match, ...]:
    return shipped().ask(word, narrow).matches


def labels(word: str, narrow: Narrow = EVERYWHERE) -> list[str]:
    return [found.label for found in find(word, narrow)]


@pytest.mark.parametrize(
    ("word", "first", "how"),
    [
        ("Neustadt Holstein", "Neustadt in Holstein", "exact"),
        ("Hagen a.T.W.", "Hagen am Teutoburger Wald", "exact"),
        ("Hagen am Teutoburger Wald", "Hagen am Teutoburger Wald", "exact"),
        ("Mülheim a. d. Ruhr", "Mülheim an der Ruhr", "exact"),
        ("Muelheim/Ruhr", "Mülheim an der Ruhr", "exact"),
        ("Frankfurt a.M.", "Frankfurt am Main", "exact"),
        ("FRANKFURT/M", "Frankfurt am Main", "exact"),
        ("Frankfurt/Oder", "Frankfurt (Oder)", "exact"),
        ("Frankfurt a. d. O.", "Frankfurt (Oder)", "exact"),
        ("Halle i. Westf.", "Halle (Westf.)", "exact"),
        ("Halle/Saale", "Halle (Saale)", "exact"),
        ("Rothenburg o. d. T.", "Rothenburg ob der Tauber", "exact"),
        ("Bad Homburg v.d.H.", "Bad Homburg v. d. Höhe", "exact"),
        ("Weiden in der Oberpfalz", "Weiden i.d.OPf.", "exact"),
        ("Sankt Ingbert", "St. Ingbert", "exact"),
        ("St. Wendel", "St. Wendel", "exact"),
        ("Lutherstadt Wittenberg", "Wittenberg", "exact"),
        ("Hansestadt Lübeck", "Lübeck", "exact"),
        ("Landeshauptstadt München", "München", "exact"),
        ("Hannoversch Münden", "Hann. Münden", "exact"),
        ("Chosebuz", "Cottbus/Chóśebuz", "exact"),
        ("Freiburg i. Br.", "Freiburg im Breisgau", "exact"),
        ("Landkreis München", "Landkreis München", "exact"),
        ("Ennepe-Ruhr", "Ennepe-Ruhr-Kreis", "alias"),
        ("NRW", "Nordrhein-Westfalen", "alias"),
        ("Land Hessen", "Hessen", "exact"),
        ("Kreisfreie Stadt Rosenheim", "Rosenheim", "exact"),
        ("Witten-Annen", "Witten-Annen", "locality"),
        ("Berlin Friedrichshain", "Berlin-Friedrichshain", "locality"),
        ("Hamburg Bahrenfeld", "Hamburg-Bahrenfeld", "locality"),
        ("Börnen", "Bönen", "printed"),
        ("Bork", "Selm-Bork", "printed"),
        ("Münster (Westf.)", "Münster", "exact"),
        ("Minden i. Westf.", "Minden", "exact"),
        ("Homburg/Saar", "Homburg", "exact"),
        ("Brandenburg a.d.H.", "Brandenburg an der Havel", "exact"),
        ("Neustadt/Weinstr.", "Neustadt an der Weinstraße", "exact"),
        ("Oldenburg/O.", "Oldenburg (Oldenburg)", "exact"),
        ("Schwarzach a.Main", "Schwarzach a.Main", "exact"),
        ("Forst (Lausitz)", "Forst (Lausitz)/Baršć (Łužyca)", "exact"),
        ("Luebben (Spreewald) / Lubin (Błota)", "Lübben (Spreewald) / Lubin (Błota)", "exact"),
        ("Herxheim bei Landau", "Herxheim bei Landau/ Pfalz", "alias"),
        ("München, Landkreis", "Landkreis München", "alias"),
        ("Unna, Kreis", "Kreis Unna", "alias"),
        ("Landkreis Rotenburg", "Landkreis Rotenburg (Wümme)", "alias"),
        ("Kreis Neuss", "Rhein-Kreis Neuss", "alias"),
        ("Hamburg", "Hamburg", "exact"),
        ("22113 Hamburg", "Hamburg", "exact"),
        ("Munster", "Munster", "exact"),
        ("D-80331", "München", "postal_code"),
        ("80331 München", "München", "exact"),
        ("München 80331", "München", "exact"),
        ("05978020", "Kamen", "key"),
        ("059780020020", "Kamen", "key"),
        ("05978", "Kreis Unna", "key"),
        ("05", "Nordrhein-Westfalen", "key"),
        ("09162", "München", "key"),
    ],
)
def test_one_place_by_what_people_write(word: str, first: str, how: str) -> None:
    found = find(word)
    assert (found[0].label, found[0].how) == (first, how)
    assert len({one.entry.territory for one in found}) == 1 or word in ("Munster", "Bork")


def test_a_name_that_several_places_bear_shows_them_all_the_largest_first() -> None:
    found = find("Neustadt")
    people = [one.entry.population or 0 for one in found if one.entry.kind in ("city", "town", "municipality")]
    assert len(people) >= 15
    assert people == sorted(people, reverse=True)
    assert {"Bremen", "Ense-Bremen"} <= set(labels("Bremen"))
    assert labels("Frankfurt")[:2] == ["Frankfurt am Main", "Frankfurt (Oder)"]
    assert labels("Neustadt i.H.") == ["Neustadt in Holstein", "Neustadt (Hessen)", "Harztor-Neustadt/Harz"]
    assert labels("Oldenburg")[:3] == ["Oldenburg (Oldenburg)", "Oldenburg in Holstein", "Landkreis Oldenburg"]


def test_city_and_landkreis_of_one_name_are_told_apart() -> None:
    by_name: dict[str, list[Kreis]] = {}
    for kreis in TABLES.kreise:
        by_name.setdefault(base(kreis.name), []).append(kreis)
    pairs = {name: pair for name, pair in by_name.items() if len(pair) > 1}
    assert len(pairs) == 21
    for name, pair in pairs.items():
        found = {one.entry.kreis_key: one for one in find(name) if one.entry.kind in ("city", "kreis")}
        assert {kreis.key for kreis in pair} <= set(found)
        own = [found[kreis.key].entry for kreis in pair]
        assert len({place.name for place in own}) == len({place.kreis for place in own}) == 2


@pytest.mark.parametrize(
    ("word", "suggestions"),
    [
        ("Dortmudn", ("Dortmund",)),
        ("1067", ("01067",)),
        ("Stutgart", ("Stuttgart",)),
        ("Castrop Rauxl", ("Castrop-Rauxel",)),
        ("xyzzy", ()),
        ("Berlin-Xyzzy", ("Berlin",)),
        ("Garmis", ("Garmisch-Partenkirchen",)),
        ("Garmisch-Partenkirchen am Main", ("Garmisch-Partenkirchen",)),
        ("Altötting Sankt", ("Altötting",)),
        ("99999", ()),
        ("x" * 500, ()),
        ("Fröndenburg", ("Fröndenberg/Ruhr",)),
        ("Dortm", ("Dortmund",)),
        ("Hamn", ("Hamm",)),
        ("Muenchn", ("München",)),
        ("Wupp", ("Wuppertal",)),
        ("20144 Milano", ()),
        ("44135 Wien", ()),
        ("A-1010 Wien", ()),
    ],
)
def test_what_is_no_name_is_never_answered_only_suggested(word: str, suggestions: tuple[str, ...]) -> None:
    with pytest.raises(NotFound) as caught:
        find(word)
    assert caught.value.suggestions[:1] == suggestions


FORMS = (
    *("{code}  {town}", "{code}, {town}", "{town}, {code}", "{town} {code}", "{town} ({code})", "D-{code} {town}"),
    *("{code} {town}, Deutschland", "{code}-{town}", "{code}/{town}", "{code}\t{town}", "{code}\n{town}"),
    *("Musterstr. 12a, {code} {town}", "Am Markt 3 | {code} {town}", "Postfach 1234, {code} {town}"),
    *("Firma Müller GmbH, Hauptstraße 5, {code} {town}", "c/o Meier, Weg 4, {code} {town}, Tel. 0231/12345"),
    "PLZ {code} {town}",
)
"""Usual forms of addresses."""
PARTS = ("{code} {town} (Zentrum)", "{code} {town} - Innenstadt", "{town}-Mitte {code}")
LIKE_STREETS = (("06647", "An der Poststraße", "15084012"), ("99441", "Ilmtal-Weinstraße", "16071101"))


def test_an_address_means_the_same_in_any_usual_form() -> None:
    # The last one has a greater namesake elsewhere.
    known = [(one.postal_code, one.place, one.ags) for one in TABLES.orte[::600] if one.ags]
    asked = 0
    for code, town, ags in (*known, *LIKE_STREETS, ("57539", "Roth", "07132096")):
        plain = shipped(many=True).ask(f"{code} {town}")
        if plain.resolution.verdict != "answered" or plain.matches[0].entry.ags is None:
            continue
        for form in (*FORMS, *(PARTS if town.isalpha() else ())):
            found = shipped(many=True).ask(form.format(code=code, town=town))
            assert (found.resolution.verdict, found.matches[0].entry.ags) == ("answered", ags), (form, code, town)
            asked += 1
    assert asked > 400


@pytest.mark.parametrize("word", ["", " ", "--", "\n", "­"])
def test_an_empty_query_is_an_error(word: str) -> None:
    with pytest.raises(EmptyQuery):
        find(word)
    with pytest.raises(EmptyQuery):
        find("Kamen", Narrow(land=word))


def test_a_place_whose_municipality_is_not_known_answers_with_its_kreis() -> None:
    (found,) = find("Diepensee Landkreis Teltow-Fläming")
    assert (found.kind, found.entry.ags, found.entry.kreis) == ("locality", None, "Landkreis Teltow-Fläming")
    assert found.town is None


def test_no_place_is_called_by_what_only_says_where_another_is() -> None:
    assert labels("Chemnitz Sachsen") == ["Chemnitz"]
    assert labels("Hanstedt I")[0] == "Hanstedt"
    assert labels("38835 Hessen") == ["Osterwieck-Hessen"]
    with pytest.raises(NotFound):
        find("I")


def test_codes_of_companies_are_marked() -> None:
    assert find("44111")[0].company
    assert find("44111 Dortmund")[0].company
    assert not find("44135")[0].company


def test_a_postal_code_of_today_comes_before_a_kreis_that_is_no_more() -> None:
    # 09116 was the key of Rosenheim until 1972, and Rosenheim is no candidate for who types the code.
    assert labels("09116") == ["Chemnitz"]
    codes = {ort.postal_code for ort in TABLES.orte if ort.ags} - set(KREISE)
    with (FOLDER / "history" / "kreise.csv").open(encoding="utf-8", newline="") as stream:
        ended = {row["key"] for row in csv.DictReader(stream)}
    assert len(codes & ended) > 50
    for code in sorted(codes & ended):
        assert {found.how for found in find(code)} <= {"postal_code", "maybe"}, code


def test_five_digits_that_are_a_postal_code_and_a_kreis_answer_as_both() -> None:
    assert [(one.how, one.entry.name) for one in find("09376")] == [
        ("postal_code", "Oelsnitz/Erzgeb."),
        ("key", "Landkreis Schwandorf"),
    ]


@given(st.text(max_size=60))
@example("neustadt " * 200)
@example("\x1b[31m")
def test_any_text_is_answered_or_refused(text: str) -> None:
    with contextlib.suppress(hwkcli.HwkError):
        assert find(text)


def test_many_threads_get_the_same_answers() -> None:
    words = [gemeinde.ags for gemeinde in TABLES.gemeinden[::50]] + ["Neustadt", "Kamen", "Frankfurt", "80331"] * 20
    alone = [find(word) for word in words]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(find, words)) == alone


def test_the_tables_are_text_in_every_cell() -> None:
    with (FOLDER / "postal_codes.csv").open(encoding="utf-8", newline="") as stream:
        assert next(row for row in csv.DictReader(stream))["postal_code"] == "01067"


@pytest.mark.parametrize(
    ("word", "first"),
    [
        # Of several municipalities that the name does not decide between, the largest comes first.
        ("Halle", ["15002000", "05754012", "03255016", "03456008"]),
        ("Langenfeld", ["05158020", "09575138"]),
        # What is written so comes before what is only read so.
        ("Munster", ["03358016", "05515000"]),
        ("Furth", ["09372126", "09274132", "09563000"]),
        ("Schoneberg", ["05974024"]),
    ],
)
def test_the_likely_places_come_first(word: str, first: list[str]) -> None:
    asked = shipped().ask(word)
    assert asked.resolution.verdict == "ambiguous"
    assert [one.entry.ags for one in asked.matches][: len(first)] == first


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("Wildungen", ["06635003"]),
        ("Homburg v.d.H.", ["06434001"]),
        ("Tölz", ["09173112"]),
        ("Salzuflen", ["05766008"]),
        ("Langensalza", ["16064003"]),
        ("Kösen", ["15084355"]),
        ("Landkreis Kissingen", ["09672"]),
        # Villages of the name come behind it.
        ("Oeynhausen", ["05770004", "05762028"]),
        ("Sassendorf", ["05974008", "09471214", "03355019"]),
        # Where a municipality bears the name, or it is that of a river, no spa is meant.
        ("Homburg", ["10045114"]),
        ("Nauheim", ["06433009"]),
        ("Emden/Ems", ["03402000"]),
        ("Haren/Ems", ["03454018"]),
    ],
)
def test_spas_answer_without_bad(word: str, keys: list[str]) -> None:
    found = find(word)
    assert [one.entry.ags or one.entry.kreis_key for one in found][: len(keys)] == keys


def test_a_town_written_twice_is_no_second_town() -> None:
    assert [one.entry.ags for one in shipped().ask("40789 Monheim am Rhein Monheim").matches] == ["05158026"]


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        # Hamlets are called Öd and Hög, a town An der Schmücke.
        ("OD", ["01062"]),
        ("HOG", ["06633"]),
        ("AN", ["09561", "09571"]),
    ],
)
def test_a_plate_is_what_is_written(word: str, keys: list[str]) -> None:
    found = shipped().ask(word).matches
    assert [one.entry.kreis_key for one in found] == keys
    assert {one.how for one in found} == {"plate"}


def test_a_hamlet_is_what_is_written() -> None:
    assert {one.how for one in shipped().ask("Öd").matches} == {"locality"}


@pytest.mark.parametrize("other", ["033510012012", "DEA5C", "UN", "05978020", "kamen"])
def test_a_key_that_only_the_history_knows_is_no_name_beside_another_word(other: str) -> None:
    former = "08337123"
    assert {hit.how for hit in shipped().resolver.known.meaning(former).hits} == {"former_key"}
    for query in (f"{former}/{other}", f"{other}/{former}"):
        assert shipped().resolver.resolve(evidence.of_text(query)).answer is None
