import contextlib
import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hwkcli
from hwkcli.gazetteer import lookup
from hwkcli.naming.fold import fold, readings, slug

DISTRICT = hwkcli.load()


def find(word: str, district: hwkcli.District = DISTRICT) -> tuple[hwkcli.Match, ...]:
    return lookup.find(district, word)


def show(word: str) -> hwkcli.Match:
    return lookup.one(DISTRICT, word)[0]


def found(word: str) -> list[tuple[str, str, str]]:
    return [(match.label, match.kind, match.how) for match in find(word)]


@pytest.mark.parametrize(
    ("word", "label", "how"),
    [
        ("boenen", "Bönen", "exact"),
        ("Bonen", "Bönen", "exact"),
        ("BÖNEN", "Bönen", "exact"),
        ("Bönen (Westf.)", None, None),
        ("Gemeinde Bönen", "Bönen", "exact"),
        ("Börnen", "Bönen", "printed"),
        ("Boernen", "Bönen", "printed"),
        ("Geske", "Geseke", "printed"),
        ("Wetter", "Wetter (Ruhr)", "printed"),
        ("Wetter (Ruhr)", "Wetter (Ruhr)", "exact"),
        ("Wetter/Ruhr", "Wetter (Ruhr)", "exact"),
        ("wetter-ruhr", "Wetter (Ruhr)", "exact"),
        ("Wetter (Ruhr), Stadt", "Wetter (Ruhr)", "exact"),
        ("Stadt Wetter", "Wetter (Ruhr)", "printed"),
        ("Wetter an der Ruhr", "Wetter (Ruhr)", "alias"),
        ("Wetter a.d.Ruhr", "Wetter (Ruhr)", "alias"),
        ("Fröndenberg", "Fröndenberg/Ruhr", "printed"),
        ("Stadt Unna", "Unna", "exact"),
        ("Unna, Stadt", "Unna", "exact"),
        ("Kreisstadt Unna", "Unna", "alias"),
        ("Kreisfreie Stadt Hamm", "Hamm", "exact"),
        ("Hansestadt Breckerfeld", "Breckerfeld", "exact"),
        ("bad-sassendorf", "Bad Sassendorf", "exact"),
        ("Dortmund", "Dortmund", "exact"),
        ("Bork", "Selm-Bork", "locality"),
        ("Selm-Bork", "Selm-Bork", "locality"),
        ("Annen", "Witten-Annen", "locality"),
        ("Witten-Annen", "Witten-Annen", "locality"),
        ("witten annen", "Witten-Annen", "locality"),
        ("Annen, Witten", "Witten-Annen", "locality"),
        ("Annen (Stadt Witten)", "Witten-Annen", "locality"),
        ("Wetter-Esborn", "Wetter (Ruhr)-Esborn", "locality"),
        ("Wetter (Ruhr) Esborn", "Wetter (Ruhr)-Esborn", "locality"),
        ("Lünen-Süd", "Lünen-Süd", "locality"),
        ("Luenen Sued", "Lünen-Süd", "locality"),
        ("Dortmund-Wickede", "Dortmund-Wickede", "locality"),
        ("Wickede Ruhr", "Wickede (Ruhr)", "exact"),
        ("Hombruch", "Dortmund-Hombruch", "locality"),
        ("Stadtbezirk Hombruch", "Dortmund-Stadtbezirk Hombruch", "locality"),
        ("Bochum-Mitte", "Stadtbezirk Bochum-Mitte", "locality"),
        ("Wattenscheid", "Bochum-Wattenscheid", "locality"),
        ("59174", "Kamen", "postal_code"),
        ("D-59174", "Kamen", "postal_code"),
        ("DE-59174", "Kamen", "postal_code"),
        ("59174 Kamen", "Kamen", "exact"),
        ("Kamen, 59174", "Kamen", "exact"),
        ("Bremen, Gemeinde Ense", "Ense-Bremen", "locality"),
        ("Stadtbezirk Wattenscheid", "Bochum-Wattenscheid (Stadtbezirk)", "locality"),
        ("59174 Kamen-Methler", "Kamen-Methler", "locality"),
        ("44111", "Dortmund", "postal_code"),
        ("05978020", "Kamen", "key"),
        ("05 9 78 020", "Kamen", "key"),
        ("059780020020", "Kamen", "key"),
        ("05978", "Kreis Unna", "key"),
        ("05913", "Dortmund", "key"),
        ("Kreis Unna", "Kreis Unna", "exact"),
        ("Landkreis Unna", "Kreis Unna", "alias"),
        ("Ennepe Ruhr Kreis", "Ennepe-Ruhr-Kreis", "exact"),
        ("Ennepe-Ruhr", "Ennepe-Ruhr-Kreis", "alias"),
        ("EN-Kreis", "Ennepe-Ruhr-Kreis", "alias"),
    ],
)
def test_one_place_by_any_spelling_that_folds_to_it(word: str, label: str | None, how: str | None) -> None:
    if label is None:
        with pytest.raises(hwkcli.NotFound):
            find(word)
    else:
        assert [(name, way) for name, _, way in found(word)] == [(label, how)]


@pytest.mark.parametrize(
    ("word", "places"),
    [
        ("Unna", [("Unna", "town", "exact"), ("Kreis Unna", "kreis", "alias")]),
        ("Soest", [("Soest", "town", "exact"), ("Kreis Soest", "kreis", "alias")]),
        ("Werne", [("Werne", "town", "exact"), ("Bochum-Werne", "locality", "locality")]),
        ("Wickede", [("Wickede (Ruhr)", "municipality", "printed"), ("Dortmund-Wickede", "locality", "locality")]),
        ("Ense-Bremen", [("Ense", "municipality", "printed"), ("Ense-Bremen", "locality", "locality")]),
        (
            "Stockum",
            [(f"{town}-Stockum", "locality", "locality") for town in ("Witten", "Möhnesee", "Unna", "Werne")],
        ),
    ],
)
def test_several_places_are_several_matches_the_town_first(word: str, places: list[tuple[str, str, str]]) -> None:
    assert found(word) == places


@pytest.mark.parametrize(
    ("word", "suggestions"),
    [
        ("Dortmudn", ("Dortmund",)),
        ("Söst", ("Soest",)),
        ("Witten-Anen", ("Witten-Annen",)),
        ("5978020", ("05978020",)),
        ("Stadt Bönen", ("Bönen",)),
        ("44135 Hamburg", ("Dortmund",)),
        ("44135 Kamen", ("Dortmund",)),
        ("D-05978", ()),
        ("59174 Kamn", ("Kamen",)),
        ("12345", ()),
        ("Neustadt", ()),
        ("x" * 100_000, ()),
        ("a b " * 50_000, ()),
    ],
)
def test_what_is_no_name_is_never_answered_only_suggested(word: str, suggestions: tuple[str, ...]) -> None:
    with pytest.raises(hwkcli.NotFound) as caught:
        find(word)
    assert caught.value.suggestions[: len(suggestions)] == suggestions
    assert bool(caught.value.suggestions) == bool(suggestions)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("word", ["", "  ", "-", "()", "\x00", "\u200b"])
def test_an_empty_query_is_an_error(word: str) -> None:
    with pytest.raises(hwkcli.EmptyQuery):
        find(word)
    with pytest.raises(hwkcli.EmptyQuery):
        hwkcli.kreise(word)


def test_a_misspelling_by_one_letter_is_never_answered_as_another_place() -> None:
    """Whatever is left out of or doubled in a town's name, the answer is that town by a name of its own, or none."""
    for town in DISTRICT.towns:
        for index in range(len(town.name)):
            for word in (
                town.name[:index] + town.name[index + 1 :],
                town.name[:index] + town.name[index] + town.name[index:],
            ):
                for match in lookup.index_of(DISTRICT).named(fold(word)).values():
                    names = [match.name, *getattr(match.place, "aliases", ()), getattr(match.place, "printed_name", "")]
                    assert fold(word) in [reading for name in names for reading in readings(fold(name))], word


def test_every_name_code_and_slug_of_the_data_leads_back_to_its_place() -> None:
    for kreis in DISTRICT.kreise:
        for word in (kreis.key, kreis.name, *kreis.aliases, *filter(None, [kreis.short_name])):
            assert kreis.key in [match.kreis.key for match in find(word) if match.kreis], word
            assert kreis in hwkcli.kreise(word)
        for town in kreis.municipalities:
            names = (town.name, town.official_name or "", town.printed_name or "", slug(town.name), *town.aliases)
            for word in (*names, town.ags, town.ars or "", *town.postal_codes, *town.company_postal_codes):
                assert town in [match.place for match in find(word)], word
            assert [match.place for match in find(f"{town.postal_codes[0]} {town.name}")] == [town]
            for locality in town.localities:
                if locality.name == "Bork":  # an entry of its own
                    continue
                for word in (locality.name, f"{town.name}-{locality.name}", f"{locality.name} {town.printed_name}"):
                    assert locality in [match.place for match in find(word)], word


def test_every_label_leads_to_its_place_before_all_others() -> None:
    for town in DISTRICT.towns:
        for locality in town.localities:
            for match in find(locality.name):
                if match.label != "Ense-Bremen":  # which the release prints for Ense itself
                    assert show(match.label).place is match.place


def test_a_listed_locality_answers_as_the_entry_that_it_is() -> None:
    bork = show("Bork")
    assert (bork.kind, bork.town and bork.town.name, bork.place) == (
        "locality",
        "Selm",
        hwkcli.towns(kind="locality")[0],
    )


@given(st.text())
def test_any_text_is_answered_or_refused(text: str) -> None:
    with contextlib.suppress(hwkcli.NotFound, hwkcli.EmptyQuery):
        assert find(text)


@given(st.lists(st.sampled_from(sorted(lookup.index_of(DISTRICT).names)), min_size=1, max_size=3), st.data())
def test_any_names_strung_together_are_answered_by_what_they_say(names: list[str], data: st.DataObject) -> None:
    word = data.draw(st.sampled_from([" ", "-", ", ", "/"])).join(names).upper()
    try:
        matches = find(word)
    except hwkcli.NotFound:
        return
    for match in matches:
        own = [reading for form in (match.name, match.label) for reading in readings(fold(form))]
        own += [form.replace("stadtbezirk", "").strip() for form in own]
        assert any(part in fold(word) for part in own) or match.how in ("alias", "printed", "exact")
        assert match.query == word


def test_one_place_is_the_municipality_and_the_others_are_mentioned() -> None:
    first, others = lookup.one(DISTRICT, "Werne")
    assert (first.label, [match.label for match in others]) == ("Werne", ["Bochum-Werne"])
    assert show("Wickede").label == "Wickede (Ruhr)"
    assert show("Kreis Unna").label == "Kreis Unna"
    assert show("Altenbögge-Bönen").name == "Altenbögge-Bönen"


def test_a_name_beats_an_alias_of_another_town() -> None:
    kamen = show("Kamen").place
    assert isinstance(kamen, hwkcli.Town)
    unna = DISTRICT.kreise[7]
    towns = tuple(town._replace(aliases=("Bergkamen",)) if town is kamen else town for town in unna.towns)
    own = DISTRICT._replace(kreise=(*DISTRICT.kreise[:7], unna._replace(towns=towns)))
    assert lookup.one(own, "Bergkamen")[0].name == "Bergkamen"


def test_equals_are_ambiguous_and_named() -> None:
    with pytest.raises(hwkcli.Ambiguous, match="'Stockum' is 4 places: Witten-Stockum, Möhnesee-Stockum") as caught:
        show("Stockum")
    assert [match.label for match in caught.value.candidates][2:] == ["Unna-Stockum", "Werne-Stockum"]


def test_a_locality_that_bears_a_municipalitys_name_says_so() -> None:
    (bremen,) = find("Bremen")
    assert [(one.ags, one.official_name) for one in bremen.namesakes] == [("04011000", "Bremen, Stadt")]
    assert find("Annen")[0].namesakes == ()


def test_company_codes_are_marked() -> None:
    assert find("44111")[0].company
    assert not find("44135")[0].company
    assert find("44111 Dortmund")[0].company


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("Unna", ["05978"]),
        ("Kreis Unna", ["05978"]),
        ("unna", ["05978"]),
        ("05978", ["05978"]),
        ("Ennepe-Ruhr", ["05954"]),
        ("Dortmund", ["05913"]),
        ("Stadt Dortmund", ["05913"]),
        ("Kreisfreie Städte", ["05911", "05913", "05914", "05915", "05916"]),
        ("kreisfreie-staedte", ["05911", "05913", "05914", "05915", "05916"]),
    ],
)
def test_a_kreis_by_name_short_form_key_or_group(word: str, keys: list[str]) -> None:
    assert [kreis.key for kreis in hwkcli.kreise(word)] == keys


@pytest.mark.parametrize(
    ("word", "suggestions"), [("Kamen", ("Kreis Unna",)), ("Sost", ("Kreis Soest",)), ("Berlin", ())]
)
def test_what_is_no_kreis_suggests_where_it_lies_or_what_looks_like_it(word: str, suggestions: tuple[str, ...]) -> None:
    with pytest.raises(hwkcli.NotFound) as caught:
        hwkcli.towns(kreis=word)
    assert caught.value.suggestions == suggestions


def test_towns_are_chosen_and_sorted() -> None:
    unna = hwkcli.towns(kreis="Unna")
    assert [town.name for town in unna][:3] == ["Bergkamen", "Bönen", "Bork"]
    assert len(hwkcli.towns(kreis=["Unna", "Dortmund", "05978"])) == 12
    assert [town.name for town in hwkcli.towns(kind="locality")] == ["Bork"]
    assert [town.name for town in hwkcli.towns(kreis="Unna", sort="population")][:2] == ["Lünen", "Unna"]
    assert [town.name for town in hwkcli.towns(kreis="Unna", sort="area")][-1] == "Bork"
    names = [town.name for town in hwkcli.towns(kreis="Kreis Soest", sort="name")]
    assert names == sorted(names, key=lambda name: name.replace("ö", "o").replace("ü", "u"))


def test_failures_survive_a_trip_to_another_process() -> None:
    for ask in (lambda: find("Dortmudn"), lambda: show("Stockum")):
        with pytest.raises(hwkcli.HwkError) as caught:
            ask()
        again = pickle.loads(pickle.dumps(caught.value))
        assert (type(again), str(again), again.args) == (type(caught.value), str(caught.value), caught.value.args)


def test_an_unknown_kind_or_sort_is_no_silent_answer() -> None:
    with pytest.raises(ValueError, match="kind is one of city"):
        lookup.towns(DISTRICT, kind=["village"])
    with pytest.raises(ValueError, match="sort is one of source"):
        lookup.towns(DISTRICT, sort="poplation")


def test_many_threads_may_ask_of_many_districts() -> None:
    districts = [DISTRICT._replace(groups=(*DISTRICT.groups, str(number))) for number in range(16)]
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(lambda own: find("Kamen", district=own)[0].name, districts * 3)
    assert set(found) == {"Kamen"}


def test_indexes_of_many_districts_do_not_pile_up() -> None:
    for number in range(10):
        own = DISTRICT._replace(kreise=DISTRICT.kreise[number % 8 :])
        assert find("Kamen", district=own)[0].name == "Kamen"
    assert len(lookup._indexes) <= 4
