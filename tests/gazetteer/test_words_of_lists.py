"""Names as public lists write them, each with the official key of what it means: a truth that the project did not make.

They are from tables of the Bavarian statistics and of health offices, from the lists of car plates, stations, clubs,
telephone areas and weather warnings, and from the tables of programs that put names in order.
"""

import pytest

import hwkcli
from hwkcli.errors import NotFound
from hwkcli.gazetteer import responsible
from hwkcli.gazetteer.engine.evidence import of_cells, of_text
from hwkcli.gazetteer.engine.resolution import Resolution
from hwkcli.gazetteer.engine.resolve import Resolver
from hwkcli.gazetteer.entries import Place
from hwkcli.gazetteer.find import shipped
from hwkcli.gazetteer.store import database
from hwkcli.matching.decision import decider

PLACES = {
    "shortened words": (
        ("München St.", "09162000"),
        ("Bad Tölz-W. Lkr.", "09173"),
        ("Garmisch-Partenk. Lkr.", "09180"),
        ("Neuburg-Schrobenh. Lkr.", "09185"),
        ("Pfaffenh. a.d.Ilm Lkr.", "09186"),
        ("Neustadt a.d.W. Lkr.", "09374"),
        ("Wunsiedel i.Fichtel. Lkr.", "09479"),
        ("Neustadt a.d.A.-B.W. Lkr.", "09575"),
        ("Neustadt a.d.A.-B.W.", "09575"),
        ("Weißenburg-Gunzenh. Lkr.", "09577"),
        ("Weiden i.d.OPf. St.", "09363000"),
        ("KS Landau i.d.Pf.", "07313000"),
        ("Lauf a.d.P.", "09574138"),
        ("Neustadt a.d.A.", "09575153"),
        ("Neunburg v.W.", "09376147"),
        ("Garmisch-Partenk.", "09180117"),
        ("Bad Neuenahr-Ahrw.", "07131007"),
        ("Schwäb. Gmünd", "08136065"),
        ("Schwäb.-Hall", "08127076"),
        ("Berg. Gladbach", "05378004"),
        ("Kirchheim u.T.", "08116033"),
        ("Weil a.R.", "08336091"),
        ("Mülheim/M.", "07231090"),
        ("Bad.-Württ.", "08"),
        ("Schlesw.-Holst.", "01"),
        ("Niedersachs.", "03"),
        ("Sachs.-Anh.", "15"),
    ),
    "little words that lost their dots, and ends that are shortened": (
        ("Frankfurt aM", "06412000"),
        ("Mülheim adR", "05117000"),
        ("Rothenburg odT", "09571193"),
        ("Bad Homburg vdH", "06434001"),
        ("Weiden idOPf", "09363000"),
        ("Quedlinbg.", "15085235"),
        ("Wilhelmshvn.", "03405000"),
        ("Hildburghsn.", "16069024"),
    ),
    "parts of a town with its name or its plate": (
        ("Halle-Neustadt", "15002000"),
        ("L-Connewitz", "14713000"),
        ("KA-Ettlingen", "08215017"),
    ),
    "offices": (
        ("Der Magistrat der Stadt Hanau", "06415000"),
        ("Kreisausschuss des Landkreises Fulda", "06631"),
        ("Bürgermeister der Gemeinde Bönen", "05978008"),
    ),
    "what towns are by the laws of the Länder": (
        ("große kreisangehörige Stadt Unna", "05978036"),
        ("Kreisangehörige Stadt Kamen", "05978020"),
        ("Große selbständige Stadt Celle", "03351006"),
        ("amtsfreie Gemeinde Heide", "01051044"),
        ("Verbandsfreie Gemeinde Morbach", "07231502"),
        ("Stadt und Landkreis Fulda", "06631"),
    ),
    "regions": (
        ("Fürth/Bay.", "09563000"),
        ("Friedberg/Bay.", "09771130"),
        ("Erbach/Odw.", "06437006"),
        ("Michelstadt/Odw.", "06437011"),
        ("Sonthofen/Allg.", "09780139"),
        ("Pirmasens/Pf.", "07317000"),
        ("Soltau/Hann.", "03358021"),
        ("Freiberg/Sa.", "14522180"),
        ("Altenburg/Thür.", "16077001"),
        ("Überlingen/Bodensee", "08435059"),
        ("Bensheim/Bergstr.", "06431002"),
    ),
    "landscapes of several Länder": (
        # A town on the other side of a border, and not the village of its name on this one.
        ("Nordhausen/Harz", "16062041"),
        ("Heimbach/Eifel", "05358012"),
        ("Hof/Vogtland", "09464000"),
        ("Eberbach/Odenwald", "08226013"),
        ("Lauterbach/Vogelsberg", "06535011"),
        ("Duderstadt/Eichsfeld", "03159010"),
        ("Bad Brückenau/Rhön", "09672113"),
        ("Greiz/Vogtland", "16076022"),
        ("Konz/Saar", "07235068"),
        ("Zerbst/Fläming", "15082430"),
        # In a Kreis of its Land, and in no other.
        ("Erbach/Odenwald", "06437006"),
        ("Neustadt/Schwarzwald", "08315113"),
        ("Soltau/Lüneburger Heide", "03358021"),
        ("Wermelskirchen/Bergisches Land", "05378032"),
        ("Weingarten/Oberschwaben", "08436082"),
        ("Zwiesel/Bayer. Wald", "09276148"),
        # A river that a Kreis is called like, and a Kreis with such a word behind it.
        ("Lünen a.d. Lippe", "05978024"),
        ("Haltern/Lippe", "05562016"),
        ("Lemgo/Lippe", "05766044"),
        ("Kreis Soest (Westfalen)", "05974"),
    ),
    "the country before and behind a place": (
        *(("DE-NW", "05"), ("DE-BY", "09"), ("Germany-NRW", "05"), ("DE, NRW, Kamen", "05978020")),
        *(("Dortmund DE", "05913000"), ("DE-Kamen", "05978020"), ("DE - Dessau-Roßlau", "15001000")),
    ),
    "what sentences and lists say before a place": (
        *(("in Kamen", "05978020"), ("aus 59174 Kamen", "05978020"), ("mit Sitz in Kamen", "05978020")),
        *(("Standort Kamen", "05978020"), ("in Neustadt in Holstein", "01055032")),
    ),
    "the key of a Kreis beside its name": (
        *(
            ("05978 Unna", "05978"),
            ("01051, Dithmarschen", "01051"),
            ("Unna 05978", "05978"),
            ("01001 Flensburg", "01001000"),
        ),
        ("im Kreis Unna", "05978"),
    ),
    "the key of a municipality beside its name": (
        *(("05978020 Kamen", "05978020"), ("Kamen, Stadt (05978020)", "05978020"), ("Kamen [05978020]", "05978020")),
        *(("Halle (Saale) (15002000)", "15002000"), ("059780020020 - Kamen", "05978020")),
    ),
    "districts with their city": (
        *(
            ("Stadtbezirk Dortmund-Hörde", "05913000"),
            ("Bezirk Berlin-Mitte", "11000000"),
            ("Bezirk Pankow", "11000000"),
        ),
    ),
    "a town and its part of the same name": (
        *(("Kamen, Kamen", "05978020"), ("Radeburg, Radeburg", "14627220"), ("Selb-Selb", "09479152")),
        *(("Bad Schwartau (Bad Schwartau)", "01055004"), ("Baden-Baden", "08211000")),
    ),
    "what was a town, a municipality or a Kreis": (
        *(("Gemeinde Sosa", "14521170"), ("Stadt Treysa", "06634022"), ("Treysa (ehem. Stadt)", "06634022")),
        *(("früher Kreis Hannover", "03241"), ("Landkreis Osterode am Harz (ehem.)", "03159")),
    ),
    "brackets behind a name that has some": (
        *(("Rotenburg (Wümme) (ROW)", "03357039"), ("Landkreis Altenkirchen (Westerwald) (AK)", "07132")),
        *(("Halle (Saale) (Neustadt)", "15002000"), ("Frankfurt (Oder) (Brandenburg)", "12053000")),
    ),
    "a beginning of the name that the postal code completes": (
        *(("44139 Dortm.", "05913000"), ("45657 Recklingh.", "05562032"), ("PLZ44139", "05913000")),
    ),
    "postal codes in two pieces": (
        *(("59 423 Unna", "05978036"), ("D-59 423 Unna", "05978036"), ("Weg 5, 59 423 Unna", "05978036")),
    ),
    "titles": (
        ("Erding, St", "09177117"),
        ("Rosenheim, St", "09163000"),
        ("Aschaffenburg St.", "09661000"),
        ("Hof (krsfr.)", "09464000"),
        ("kfr. Stadt Hof", "09464000"),
        ("Würzburg-Land", "09679"),
        ("Hof Land", "09475"),
        ("Ludwigshafen (Land)", "07338"),
        ("Unna District", "05978"),
        ("District of Unna", "05978"),
        ("City of Cologne", "05315000"),
        ("Gde. Holzwickede", "05978016"),
        ("Enz-Kreis", "08236"),
        ("Eifelkreis", "07232"),
        ("Kreis Hzgt. Lauenburg", "01053"),
        ("Neustadt a.Rbge.", "03241012"),
    ),
    "words before the name of a town": (
        ("Bundesstadt Bonn", "05314000"),
        ("Barockstadt Fulda", "06631009"),
        ("Bergstadt Goslar", "03153017"),
        ("Nordseeheilbad Norderney", "03452020"),
        ("Insel Sylt", "01054168"),
    ),
    "parts of a town": (
        ("Bremen Nord", "04011000"),
        ("Bremen-Mitte", "04011000"),
        ("Bochum-Innenstadt", "05911000"),
        ("Köln Zentrum", "05315000"),
        ("MG-Rheydt", "05116000"),
        ("VS-Schwenningen", "08326074"),
        ("HH-Altona", "02000000"),
        ("D-Benrath", "05111000"),
    ),
    "Kreise that are no more": (
        ("Altkreis Brilon", "05958"),
        ("ehem. Kreis Brilon", "05958"),
        ("Kreis Bergheim", "05362"),
        ("Landkreis Osterode", "03159"),
        ("Landkreis Alfeld", "03254"),
    ),
    "rivers": (
        ("Hameln/Weser", "03252006"),
        ("Höxter/Weser", "05762020"),
        ("Ulm/Donau", "08421000"),
        ("Koblenz a Rhein", "07111000"),
        ("Kirn Nahe", "07133052"),
        ("Birkenfeld Nahe", "07134010"),
        ("Rain Lech", "09779201"),
        ("Brachbach Sieg", "07132012"),
        ("Kleve Niederrhein", "05154036"),
        ("Bergheim Erft", "05362008"),
        ("Dresden/Elbe", "14612000"),
    ),
    "rivers that are shortened": (
        *(("Worms/Rh.", "07319000"), ("Köln a. Rh.", "05315000"), ("Ulm/Do.", "08421000")),
        *(("Rottweil a.N.", "08325049"), ("Weilburg a.L.", "06533017"), ("Hameln a. W.", "03252006")),
    ),
    "Oe, Ue and Ae at the beginning, written as umlauts": (
        *(("Ölde", "05570028"), ("Bad Öynhausen", "05770004"), ("Ückermünde", "13075136"), ("Ülzen", "03360025")),
        *(("Örlinghausen", "05766056"), ("Öttingen i. Bay.", "09779197"), ("Krefeld-Ürdingen", "05114000")),
        ("Ärzen", "03252001"),
    ),
    "towns nearby": (
        ("Achim b Bremen", "03361001"),
        ("Berge b Perleberg", "12070028"),
        ("Berge b Quakenbrück", "03459009"),
        ("Birkenfeld b Würzburg", "09677119"),
        ("Bischofsheim b Rüsselsheim", "06433002"),
        ("Blankenheim b Sangerhausen", "15087070"),
        ("Kirchdorf b Sulingen", "03251021"),
        ("Kemnitz b Greifswald", "13075060"),
        ("Blumenthal b Pritzwalk", "12068181"),
        ("Kamen (bei Dortmund)", "05978020"),
    ),
    "regions without a dot": (
        ("Abenberg Mittelfr", "09576111"),
        ("Berg Oberfr", "09475113"),
        ("Bernau Brandenb", "12060020"),
        ("Breitenbrunn Oberpf", "09373115"),
        ("Breitenbrunn Schwab", "09778121"),
        ("Rain Niederbay", "09278177"),
        ("Plaue Thür", "16070043"),
        ("Kammerforst Thür", "16064032"),
        ("Jacobsdorf Mark", "12067237"),
    ),
    "who signs for a town, and paths from the whole to the part": (
        *(("Der Bürgermeister der Stadt Kamen", "05978020"), ("Stadt Kamen - Der Bürgermeister", "05978020")),
        *(("Gemeinde Bönen - Der Bürgermeister", "05978008"), ("Stadt Dortmund, Der Oberbürgermeister", "05913000")),
        *(("Kreis Unna - Der Landrat", "05978"), ("Landkreis Kassel - Die Landrätin", "06633")),
        *(("LH München", "09162000"), ("LHS Stuttgart", "08111000"), ("Lüdinghausen LH", "05558024")),
        *(("Deutschland, NRW, Kamen", "05978020"), ("Germany, Kamen", "05978020")),
        *(("Nordrhein-Westfalen > Kreis Unna > Kamen", "05978020"), ("Deutschland » 59174 Kamen", "05978020")),
    ),
    "plates and names in other languages": (
        ("LK LUP", "13076"),
        ("Kreis UN", "05978"),
        ("LKR M", "09184"),
        ("MK-Kreis", "05962"),
        ("Kamen (UN)", "05978020"),
        ("Kamen, UN", "05978020"),
        *(("Berlijn", "11000000"), ("Kolonia", "05315000"), ("Kölle", "05315000"), ("Monachium", "09162000")),
        *(("Minga", "09162000"), ("Francfort", "06412000"), ("Frankfort", "06412000"), ("Spires", "07318000")),
        *(("Emmerik", "05154008"), ("Duisbourg", "05112000"), ("Neurenberg", "09564000"), ("Düörpm", "05913000")),
        ("Landkreis Munich", "09184"),
        *(("20095 Hbg.", "02000000"), ("27568 Brhv.", "04012000"), ("15230 Ffo", "12053000")),
        ("Munich district", "09184"),
        ("Region Hanover", "03241"),
    ),
    "lost blanks, and letters read twice in the wrong way": (
        ("BadHomburg", "06434001"),
        ("FrankfurtAmMain", "06412000"),
        ("StIngbert", "10045117"),
        ("MÃƒÂ¼nchen", "09162000"),
    ),
    "what lies in a town, and not in the Kreis or the forest of its name": (
        ("Leipzig-Connewitz", "14713000"),
        ("Leipzig-Plagwitz", "14713000"),
        ("Goslar/Harz", "03153017"),
        ("Plauen i.V.", "14523320"),
        ("Bergkirchen Westf", "05770004"),
    ),
    "stations and indexes": (
        ("Aachen Hbf", "05334002"),
        ("Frankfurt(Main)Hbf", "06412000"),
        ("Brandenburg Hauptbahnhof", "12051000"),
        ("Burg (bei Magdeburg)", "15086015"),
        ("Woltersdorf (bei Erkner)", "12067544"),
        ("Trebnitz (Mark)", "12064317"),
        ("Homburg, Bad", "06434001"),
        ("Goar, St.", "07140133"),
        ("Rothenburg o.T.", "09571193"),
        ("Ahlen i. W.", "05570004"),
        ("Kirchberg i.W.", "09276126"),
        ("Bln.-Köpenick", "11000000"),
    ),
    "rivers, seas and islands that the register adds to no name": (
        ("Görlitz/Neiße", "14626110"),
        ("Kirchdorf/Poel", "13074035"),
        ("Burg/Fehmarn", "01055046"),
        ("Warnemünde/Ostsee", "13003000"),
        ("Büsum/Nordsee", "01051013"),
        ("Lübeck/Trave", "01003000"),
        ("Oldenburg/Hunte", "03403000"),
        ("Bedburg (Erft)", "05362004"),
        ("Solingen/Wupper", "05122000"),
        ("Freiburg/Dreisam", "08311000"),
        ("Bamberg/Regnitz", "09461000"),
        ("Emden/Ems", "03402000"),
    ),
    # The index of DBpedia, with what each name became.
    "Landkreise without the rest of their names": (
        ("Landkreis Mühldorf", "09183"),
        ("Landkreis Pfaffenhofen", "09186"),
        ("Landkreis Dillingen", "09773"),
        ("Landkreis Lauenburg", "01053"),
        ("Landkreis Bodensee", "08435"),
        ("Landkreis Hohenlohe", "08126"),
        ("Landkreis Enz", "08236"),
        ("Landkreis Rhein-Sieg", "05382"),
        ("Landkreis Soltau-Fallingbostel", "03358"),
    ),
    # As newspapers write (onetz.de, and others).
    "what newspapers call towns": (
        ("Landkreis Neustadt/WN", "09374"),
        ("Neustadt/WN", "09374139"),
        ("Elbmetropole Hamburg", "02000000"),
        ("Kreis- und Hansestadt Korbach", "06635015"),
    ),
    # So services for addresses write it: a town, the Kreis, the Land.
    "towns before the Kreis of another town": (
        ("Kamen, Unna, NRW", "05978020"),
        ("Garching, München, Bayern", "09184119"),
        ("Bönen, Unna, Nordrhein-Westfalen, Deutschland", "05978008"),
    ),
    "lines parted by two blanks, and house numbers in a line of their own": (
        ("Weg 1  Kamen  NRW 59174  Germany", "05978020"),
        ("82515 Wolfratshausen; Margeritenstraße; 22a", "09173147"),
    ),
    "short titles": (
        ("Hansest.Hamburg", "02000000"),
        ("Hansest. Lübeck", "01003000"),
        ("RV Saarbrücken", "10041"),
        ("S-Region Aachen", "05334"),
        ("St. München", "09162000"),
        ("St Passau", "09262000"),
        ("St. Aschaffenb.", "09661000"),
    ),
    "towns and their parts": (
        ("Hamburg-Harburg", "02000000"),
        ("Jena-Ost", "16053000"),
        ("Binz auf Rügen", "13073011"),
        ("Zinnowitz auf Usedom", "13075151"),
        ("Timmendorf auf Poel", "13074035"),
        ("Bansin auf Usedom", "13075049"),
        ("Utersum auf Föhr", "01054143"),
        ("Stuttgart-Bad Cannstatt", "08111000"),
        ("Berlin Kreuzberg", "11000000"),
        ("44015 Dortmund", "05913000"),
        ("66001 Saarbrücken", "10041100"),
        ("30001 Hannover", "03241001"),
        ("Gemeindefreier Bezirk Lohheide", "03351501"),
        ("Stadtverwaltung Kamen", "05978020"),
        ("Magistrat der Stadt Kassel", "06611000"),
        ("Rathaus Bönen", "05978008"),
        ("Bodenseekreis (FN)", "08435"),
    ),
    "names in other languages": (
        ("Bavaria", "09"),
        ("North Rhine-Westphalia", "05"),
        ("Lower Saxony", "03"),
        ("Hesse", "06"),
        ("Rhineland-Palatinate", "07"),
        ("Mecklenburg-Western Pomerania", "13"),
        ("Saxony", "14"),
        ("Saxony-Anhalt", "15"),
        ("Thuringia", "16"),
        ("Bayern (Bavaria)", "09"),
        ("Meck-Pom", "13"),
        ("Ffm", "06412000"),
        ("M'gladbach", "05116000"),
    ),
}
"""What a person types, or what stands in a column of places."""
ALL_PLACES = [pytest.param(word, key, id=f"{kind}: {word}") for kind, pairs in PLACES.items() for word, key in pairs]


def key_of(place: Place) -> str:
    return place.ags or place.kreis_key or place.land_key


def means(found: Resolution) -> tuple[object, ...]:
    return found.verdict, found.way, found.lone, [(one.place.id, one.how) for one in found.candidates]


@pytest.mark.parametrize(("word", "key"), ALL_PLACES)
def test_a_word_means_what_its_list_says_to_all_that_ask(word: str, key: str) -> None:
    asked = shipped(many=True).ask(word)
    assert asked.resolution.verdict == "answered"
    assert key_of(asked.matches[0].entry) == key
    assert key_of(responsible.chamber(word, many=True)[0].place) == key
    assert means(Resolver(database).resolve(of_text(word))) == means(asked.resolution)
    decision = decider().decide(of_cells(place=word))
    assert (decision.ags or decision.kreis_key) == (key if len(key) > 2 else "") or asked.resolution.lone
    assert decision.land == database.land(key[:2]) or asked.resolution.lone


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        # The single letter may be short for any of these.
        ("Neustadt i.H.", {"01055032", "06534016"}),
        ("Neustadt/D.", {"09273152", "12068324"}),
        # Two addresses in one text.
        ("44139 Dortmund / 59174 Kamen", {"05913000", "05978020"}),
        ("Weg 5, 44139 Dortmund; Weg 7, 59174 Kamen", {"05913000", "05978020"}),
        ("61348 Bad Homburg und 61169 Friedberg", {"06434001", "06440008"}),
        # A town, or a part of another one.
        ("Ober-R.", {"06432016", "06438012"}),
        ("Frankfurt-Mitte", {"06412000", "12053000"}),
        ("Hamm-Mitte", {"05915000", "02000000"}),
        ("Hausen/Donau", {"09273125"}),
        ("Kassel/Fulda", {"06611000", "06631009"}),
        # Beside a Land, too, two towns are a list.
        ("Essen, Köln, NRW", {"05113000", "05315000"}),
        ("Kamen, Bergkamen, NRW", {"05978020", "05978004"}),
        ("Kamen, Unna", {"05978020", "05978036"}),
        # Beside one town, a city may be named for short.
        ("Mannheim/Ludwigshafen", {"08222000", "07314000"}),
        ("Ludwigshafen, Mannheim", {"08222000", "07314000"}),
        # The Kreis went into several.
        ("Altkreis Leonberg", {"08115", "08118", "08236"}),
    ],
)
def test_what_may_be_several_places_is_no_answer(word: str, keys: set[str]) -> None:
    asked = shipped(many=True).ask(word)
    assert asked.resolution.verdict == "ambiguous"
    assert keys <= {key_of(match.entry) for match in asked.matches}
    assert decider().decide(of_cells(place=word)).how == "ambiguous"


def test_a_single_letter_stands_for_the_city_where_that_is_far_greater_but_not_in_a_row() -> None:
    asked = shipped(many=True).ask("Neustadt a.d.W.")
    assert key_of(asked.matches[0].entry) == "07316000"
    assert {"09374", "07138"} <= {match.entry.kreis_key for match in asked.matches}
    assert decider().decide(of_cells(place="Neustadt a.d.W.")).how == "ambiguous"
    assert decider().decide(of_cells(postal_code="92660", place="Neustadt a.d.W.")).kreis_key == "09374"


@pytest.mark.parametrize(
    ("word", "code", "part", "village"),
    [
        ("Gönnersdorf bei Neuwied", "56567", "07138045", "07131025"),
        ("Raitenbuch bei Berching", "92334", "09373112", "09577163"),
        ("Lastrup bei Lähden", "49774", "03454026", "03453009"),
    ],
)
def test_beside_a_town_a_part_of_it_may_be_meant(word: str, code: str, part: str, village: str) -> None:
    assert [match.entry.ags for match in hwkcli.find(word)] == [part, village]
    assert decider().decide(of_text(word)).how == "ambiguous"
    assert decider().decide(of_text(f"{code} {word}")).ags == part


@pytest.mark.parametrize("word", ["Kamen/Weser", "Essen bei Dortmund", "Homburg v.d.H.", "Mülheim/Donau", "Kamen (M)"])
def test_what_lies_elsewhere_is_no_place(word: str) -> None:
    assert decider().decide(of_cells(place=word)).how in ("none", "conflict")


@pytest.mark.parametrize("word", ["Dr. Müller", "A-Wien", "CH-Zürich", "F-Straßburg", "Neustadt Kamen"])
def test_what_only_looks_so_is_no_place(word: str) -> None:
    assert decider().decide(of_cells(place=word)).how == "none"


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("Wildungen", "Bad Wildungen"),
        ("Homburg v.d.H.", "Bad Homburg v. d. Höhe"),
        ("Tölz", "Bad Tölz"),
        ("Kamen nähe Dortmund", "Kamen"),
        ("Hochtaunus Oberursel", "Oberursel (Taunus)"),
        ("Ost-Berlin", "Berlin"),
        ("Neuburg-Schrobenhausn", "Landkreis Neuburg-Schrobenhausen"),
    ],
)
def test_what_is_not_known_suggests_what_it_has_of_a_name(word: str, first: str) -> None:
    with pytest.raises(NotFound) as caught:
        shipped(many=True).ask(word)
    assert caught.value.suggestions[0] == first


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Erding und Landkreis Erding", ["09177117", "09177"]),
        ("LK Hof und Stadt Hof", ["09475", "09464000"]),
        ("Dortmund und Kreis Unna", ["05913000", "05978"]),
    ],
)
def test_two_names_side_by_side_are_both_named(name: str, keys: list[str]) -> None:
    assert [hit.entry.ags or hit.entry.kreis_key for hit in hwkcli.find(name)] == keys


def test_a_name_with_its_town_before_it_contradicts_a_key_and_a_postal_code_elsewhere() -> None:
    for place in ("Dresden Friedrichstadt", "Köln Ehrenfeld"):
        assert decider().decide(of_cells(key="14627060", postal_code="01558", place=place)).how == "conflict"


def test_an_end_that_may_be_short_for_two_names_means_both() -> None:
    assert decider().decide(of_text("Freibg.")).how == "ambiguous"
