"""Districts as public lists of fourteen cities have them, each with its city: a truth that the project did not make."""

import pytest

from hwkcli.errors import NotFound
from hwkcli.gazetteer.find import shipped
from hwkcli.gazetteer.names import GEMEINDEN

LISTS = {
    ("Leipzig", "14713000"): (
        "Abtnaundorf, Althen, Anger-Crottendorf, Baalsdorf, Böhlitz-Ehrenberg, Breitenfeld, Burghausen, "
        "Connewitz, Dölitz, Dösen, Engelsdorf, Eutritzsch, Göbschelwitz, Gohlis, Gottscheina, Großzschocher, "
        "Grünau, Gundorf, Hänichen, Hartmannsdorf, Heiterblick, Hirschfeld, Hohenheida, Holzhausen, "
        "Kleinpösna, Kleinzschocher, Knauthain, Knautkleeberg, Knautnaundorf, Lausen, Leutzsch, "
        "Liebertwolkwitz, Lindenau, Lindenthal, Lößnig, Lützschena, Meusdorf, Miltitz, Mockau, Möckern, "
        "Mölkau, Neuschönefeld, Paunsdorf, Plagwitz, Plaußig, Portitz, Probstheida, Quasnitz, Rehbach, "
        "Reudnitz, Rückmarsdorf, Schleußig, Schönau, Schönefeld, Seehausen, Sellerhausen, Sommerfeld, "
        "Stahmeln, Stötteritz, Stünz, Thekla, Thonberg, Volkmarsdorf, Wahren, Wiederitzsch"
    ),
    ("Kiel", "01002000"): (
        "Vorstadt, Düsternbrook, Wik, Gaarden-Ost, Gaarden-Süd, Hassee, Hasseldieksdamm, Ellerbek, "
        "Wellingdorf, Holtenau, Pries, Friedrichsort, Elmschenhagen, Suchsdorf, Schilksee, Russee, "
        "Meimersdorf, Moorsee, Wellsee, Rönne, Projensdorf, Kronsburg"
    ),
    ("Jena", "16053000"): (
        "Ammerbach, Closewitz, Cospeda, Drackendorf, Göschwitz, Isserstedt, Kernberge, Krippendorf, Kunitz, "
        "Laasan, Leutra, Lichtenhain, Löbstedt, Lützeroda, Maua, Münchenroda, Remderoda, Vierzehnheiligen, "
        "Winzerla, Wöllnitz, Ziegenhain, Zwätzen, Jenaprießnitz, Wogau, Lobeda-Altstadt, Jena-Nord, "
        "Jena-Süd, Jena-West"
    ),
    ("Magdeburg", "15003000"): (
        "Rothensee, Diesdorf, Sudenburg, Ottersleben, Lemsdorf, Buckau, Fermersleben, Salbke, Westerhüsen, "
        "Cracau, Prester, Herrenkrug, Werder, Reform, Hopfengarten, Pechau, Randau-Calenberge, "
        "Beyendorf-Sohlen, Kannenstieg, Brückfeld, Industriehafen, Nordwest, Zipkeleben, Kreuzhorst, "
        "Neue Neustadt, Neustädter See, Neustädter Feld, Leipziger Straße, Berliner Chaussee, "
        "Großer Silberberg"
    ),
    ("Trier", "07211000"): (
        "Ehrang, Quint, Pfalzel, Biewer, Ruwer, Eitelsbach, Pallien, Euren, Zewen, Olewig, Kürenz, Tarforst, "
        "Filsch, Irsch, Kernscheid, Feyen, Heiligkreuz, Mariahof, Alt-Kürenz, Neu-Kürenz, Gartenfeld, "
        "Maximin, Nells Ländchen"
    ),
    ("Lübeck", "01003000"): (
        "Moisling, St. Lorenz-Süd, St. Lorenz-Nord, St. Gertrud, Schlutup, Kücknitz, Travemünde, Innenstadt"
    ),
    ("Chemnitz", "14511000"): (
        "Adelsberg, Altchemnitz, Altendorf, Bernsdorf, Borna-Heinersdorf, Ebersdorf, Einsiedel, Erfenschlag, "
        "Euba, Furth, Gablenz, Glösa-Draisdorf, Grüna, Harthau, Helbersdorf, Hilbersdorf, Kapellenberg, "
        "Kappel, Klaffenbach, Kleinolbersdorf-Altenhain, Lutherviertel, Markersdorf, Mittelbach, "
        "Morgenleite, Rabenstein, Reichenhain, Röhrsdorf, Rottluff"
    ),
    ("Koblenz", "07111000"): (
        "Niederberg, Immendorf, Lay, Bubenheim, Kesselheim, Rübenach, Horchheim, Wallersheim, Asterstein, "
        "Ehrenbreitstein, Arenberg, Arzheim, Lützel, Karthause, Neuendorf, Güls, Metternich"
    ),
    ("Würzburg", "09663000"): (
        "Versbach, Lengfeld, Rottenbauer, Heidingsfeld, Oberdürrbach, Unterdürrbach, Dürrbachtal, "
        "Nikolausberg, Dallenberg"
    ),
    ("Mannheim", "08222000"): (
        "Innenstadt, Neckarstadt-West, Neckarstadt-Ost, Herzogenried, Wohlgelegen, Lindenhof, Sandhofen, "
        "Feudenheim, Waldhof"
    ),
    ("Heidelberg", "08221000"): (
        "Schlierbach, Handschuhsheim, Rohrbach, Ziegelhausen, Bergheim, Neuenheim, Kirchheim, Wieblingen"
    ),
    ("Halle (Saale)", "15002000"): (
        "Landrain, Trotha, Giebichenstein, Seeben, Tornau, Mötzlich, Freiimfelde, Diemitz, Reideburg, "
        "Büschdorf, Kanena, Bruckdorf, Ammendorf, Lettin, Granau, Frohe Zukunft, Gottfried-Keller-Siedlung"
    ),
    ("Nürnberg", "09564000"): (
        "Ludwigsfeld, Glockenhof, Galgenhof, Hummelstein, Steinbühl, Sandreuth, Schweinau, Gostenhof, "
        "Mögeldorf, Erlenstegen, Tullnau, Veilhof, Sündersbühl"
    ),
    ("Augsburg", "09761000"): (
        "Pfersee, Kriegshaber, Haunstetten, Siebenbrunn, Hochzoll, Inningen, Oberhausen, Göggingen, "
        "Firnhaberau, Thelottviertel, Bismarckviertel, Univiertel"
    ),
}
"""The districts of each city, by its name and key."""
DISTRICTS = [(city, ags, name) for (city, ags), names in LISTS.items() for name in names.split(", ")]


def test_the_lists_are_long() -> None:
    assert len(DISTRICTS) == 289


def test_a_district_with_its_city_is_a_part_of_that_city() -> None:
    wrong = []
    for city, ags, name in DISTRICTS:
        found = shipped(many=True).ask(f"{city.partition(' (')[0]}-{name}").matches[0]
        if found.entry.ags != ags:
            wrong.append((city, name, found.entry.ags))
    assert wrong == []


def test_a_district_alone_is_never_a_part_of_another_city_only() -> None:
    wrong = []
    for city, ags, name in DISTRICTS:
        try:
            asked = shipped(many=True).ask(name)
        except NotFound:
            continue
        first = asked.matches[0]
        if ags not in {match.entry.ags for match in asked.matches} and first.kind not in GEMEINDEN:
            wrong.append((city, name, first.name, first.entry.ags))
    assert wrong == []


@pytest.mark.parametrize("name", ["Vorstadt", "Nordwest", "Leipziger Straße", "Lutherviertel", "Univiertel"])
def test_what_any_city_may_have_is_no_answer_alone(name: str) -> None:
    with pytest.raises(NotFound):
        shipped().ask(name)
