"""Every record of the shipped data, and the data against what the press release prints."""

import re
from decimal import Decimal

import pytest

import hwkcli
from hwkcli.figures import headline
from hwkcli.files import load
from hwkcli.naming.fold import fold, readings

DISTRICT = hwkcli.load()

RELEASE = {
    "Kreisfreie Städte": "Bochum Dortmund Hagen Hamm Herne",
    "Ennepe-Ruhr-Kreis": "Breckerfeld Ennepetal Gevelsberg Hattingen Herdecke Schwelm Sprockhövel Wetter Witten",
    "Kreis Soest": (
        "Anröchte Bad_Sassendorf Ense-Bremen Erwitte Geske Lippetal Lippstadt Möhnesee Rüthen Soest Warstein Welver "
        "Werl Wickede"
    ),
    "Kreis Unna": "Bergkamen Börnen Bork Fröndenberg Holzwickede Kamen Lünen Schwerte Selm Unna Werne",
}

TOWNS = pytest.mark.parametrize("town", DISTRICT.towns, ids=lambda town: town.name)
MUNICIPALITIES = [town for town in DISTRICT.towns if town.kind != "locality"]


def test_the_shipped_file_has_no_faults() -> None:
    assert load.examine(load.shipped_file())[1] == ()


def test_groups_and_entries_are_those_of_the_release_in_its_order() -> None:
    printed: dict[str, list[str]] = {}
    for kreis in DISTRICT.kreise:
        printed.setdefault(kreis.group, []).extend(town.printed_name or "" for town in kreis.towns)
    assert list(DISTRICT.groups) == list(RELEASE)
    assert printed == {group: [name.replace("_", " ") for name in names.split()] for group, names in RELEASE.items()}


def test_39_entries_are_38_municipalities_in_eight_territories() -> None:
    assert (len(DISTRICT.towns), len(MUNICIPALITIES), len(DISTRICT.kreise)) == (39, 38, 8)
    assert [(kreis.key, kreis.name, len(kreis.municipalities)) for kreis in DISTRICT.kreise] == [
        ("05911", "Bochum", 1),
        ("05913", "Dortmund", 1),
        ("05914", "Hagen", 1),
        ("05915", "Hamm", 1),
        ("05916", "Herne", 1),
        ("05954", "Ennepe-Ruhr-Kreis", 9),
        ("05974", "Kreis Soest", 14),
        ("05978", "Kreis Unna", 10),
    ]


def test_names_that_are_no_municipalities_as_printed() -> None:
    differing = {town.printed_name: town.name for town in DISTRICT.towns if town.printed_name != town.name}
    assert differing == {
        "Wetter": "Wetter (Ruhr)",
        "Ense-Bremen": "Ense",
        "Geske": "Geseke",
        "Wickede": "Wickede (Ruhr)",
        "Börnen": "Bönen",
        "Fröndenberg": "Fröndenberg/Ruhr",
    }
    (bork,) = [town for town in DISTRICT.towns if town.kind == "locality"]
    assert (bork.name, bork.part_of, bork.ags, bork.population) == ("Bork", "Selm", "05978032", None)
    (ense,) = [town for town in DISTRICT.towns if town.name == "Ense"]
    assert "Bremen" in [locality.name for locality in ense.localities]


def test_the_figures_are_those_of_the_release() -> None:
    assert [(f.metric, f.value, f.printed, f.unit, f.as_of, f.precision) for f in DISTRICT.figures] == [
        ("businesses", 20498, "20.498", "businesses", "2024-01", "exact"),
        ("employees", 136019, "136.019", "persons", "2024-01", "exact"),
        ("apprentices", 9696, "9.696", "persons", "2024-01", "exact"),
        ("revenue", 16_400_000_000, "16,4 Mrd.", "EUR", "2024-01", "rounded"),
    ]


@pytest.mark.parametrize("figure", DISTRICT.figures, ids=lambda figure: figure.metric)
def test_the_printed_value_is_the_value(figure: hwkcli.Figure) -> None:
    number, _, scale = (figure.printed or "").partition(" ")
    factor = {"": 1, "Mrd.": 10**9}[scale]
    assert Decimal(number.replace(".", "").replace(",", ".")) * factor == figure.value
    assert headline.label(DISTRICT, figure.metric)


def test_the_press_contact_is_that_of_the_release() -> None:
    (contact,) = DISTRICT.contacts
    assert contact.role.de == contact.role.en == "Leiter Kommunikation"
    assert contact.phone_printed == "0231 5493-422"
    assert (contact.name, *contact[2:10]) == (
        "Philipp Kaczmarek",
        "Handwerkskammer Dortmund",
        "Kommunikation",
        "Ardeystr. 93",
        "44139",
        "Dortmund",
        "+49 231 5493-422",
        "presse@hwk-do.de",
        "hwk-do.de",
    )
    assert contact.postal_code in hwkcli.towns(kreis="Dortmund")[0].postal_codes


def test_the_cooperation_has_its_parties_people_and_aims() -> None:
    report = DISTRICT.cooperation
    assert report is not None
    assert report.parties == ("Kreis Unna", "Handwerkskammer Dortmund")
    assert [person.name for person in report.people] == ["Mario Löhr", "Olesja Mouelhi-Ort"]
    assert all(text.de != text.en for text in (report.title, report.aim, *report.discussed, *report.focus_areas))


@TOWNS
def test_every_entry_is_complete_and_plausible(town: hwkcli.Town) -> None:
    assert re.fullmatch(r"059\d{5}", town.ags)
    assert town.ags.startswith(town.kreis_key)
    assert len(town.postal_codes) == len(set(town.postal_codes)) >= 1
    assert list(town.postal_codes) == sorted(town.postal_codes)
    assert all(re.fullmatch(r"4[45]\d{3}|5[89]\d{3}", code) for code in town.postal_codes)
    assert not set(town.postal_codes) & set(town.company_postal_codes)
    if town.kind == "locality":
        return
    assert town.ars
    assert town.population
    assert town.population_as_of == "2022-05-15"
    assert 8_000 < town.population < 600_000
    assert town.area_km2
    assert 20 < town.area_km2 < 300
    assert town.latitude
    assert town.longitude
    assert 51.2 < town.latitude < 51.8
    assert 7.0 < town.longitude < 8.6
    assert town.official_name
    assert town.official_name.partition(",")[0] == town.name
    assert ("Stadt" in town.official_name or "stadt" in town.official_name) == (town.kind != "municipality")
    assert town.localities


@TOWNS
def test_every_alias_is_a_spelling_of_its_own(town: hwkcli.Town) -> None:
    own = {fold(name) for name in (town.name, town.printed_name or "", town.official_name or "")}
    for alias in town.aliases:
        assert fold(alias) not in own, "an alias that already folds to a name of the town"
        assert fold(town.printed_name or "") in fold(alias)


def test_no_delivery_area_belongs_to_two_municipalities() -> None:
    codes = [code for town in MUNICIPALITIES for code in (*town.postal_codes, *town.company_postal_codes)]
    assert len(codes) == len(set(codes)) == 202
    assert sum(len(town.postal_codes) for town in MUNICIPALITIES) == 116


def test_no_two_municipalities_answer_to_one_name() -> None:
    owners: dict[str, str] = {}
    for town in MUNICIPALITIES:
        for name in (town.name, town.official_name or "", town.printed_name or "", *town.aliases):
            for reading in readings(fold(name)):
                assert owners.setdefault(reading, town.ags) == town.ags, reading


def test_localities_are_437_with_a_kind_and_sources() -> None:
    localities = [locality for town in MUNICIPALITIES for locality in town.localities]
    assert len(localities) == 437
    assert sum(locality.kind == "stadtbezirk" for locality in localities) == 33
    assert all(locality.sources for locality in localities)
    assert len({(town.ags, one.name) for town in MUNICIPALITIES for one in town.localities}) == 437


def test_every_source_is_complete_and_used() -> None:
    used = {facts.source for facts in DISTRICT.facts} | {figure.source for figure in DISTRICT.figures}
    used |= {contact.source for contact in DISTRICT.contacts} | set(DISTRICT.chamber.sources)
    used |= {id for town in DISTRICT.towns for locality in town.localities for id in locality.sources}
    assert used == {source.id for source in DISTRICT.sources}
    for source in DISTRICT.sources:
        assert source.url or source.document
        assert source.url is None or source.url.startswith("https://")
        assert all((source.publisher, source.title, source.edition.de, source.licence.en, source.attribution))
    attributions = [source.attribution for source in DISTRICT.sources]
    assert "© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis, Gebietsstand 31.12.2024" in attributions
    assert "Statistische Ämter des Bundes und der Länder, Zensus 2022, dl-de/by-2-0" in attributions


def test_namesakes_are_named_with_keys() -> None:
    for namesake in DISTRICT.namesakes:
        for municipality in namesake.municipalities:
            assert fold(municipality.official_name).startswith(fold(namesake.name))
            assert municipality.kreis


def test_sums_over_municipalities() -> None:
    unna = hwkcli.kreise("Unna")[0]
    assert unna.population == sum(town.population or 0 for town in unna.municipalities) == 393_393
    assert unna.area_km2 == 543.21
    unknown = unna._replace(towns=(unna.towns[0]._replace(population=None, area_km2=None), *unna.towns[1:]))
    assert (unknown.population, unknown.area_km2) == (None, None)


def test_records_are_frozen() -> None:
    with pytest.raises(AttributeError):
        DISTRICT.towns[0].__setattr__("name", "Berlin")
    with pytest.raises(KeyError):
        DISTRICT.source("nobody")
    with pytest.raises(KeyError):
        DISTRICT.source_of("nothing")
