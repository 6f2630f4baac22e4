"""Lists of addresses and places, as offices, associations and people keep them.

Each is a table, what is said of it, and for each row the key of its municipality, or in brackets that of its Kreis, as
the official tables have them."""

OF_ADDRESSES: list[tuple[str, str, list[str]]] = [
    # Below a title, one column has its heading, whatever it is called.
    ("Alle Standorte\n\nAnschrift\n59174 Kamen\n44135 Dortmund", "headings in row 3", ["05978020", "05913000"]),
    ("Members 2025\naddress\n59174 Kamen\n44135 Dortmund", "headings in row 2", ["05978020", "05913000"]),
    # Bundeszentralamt für Steuern: postal codes of the building, of P.O. boxes and of the office alone.
    (
        "BuFaNr;Finanzamt;Straße;PLZ Str;Ort Str;PLZ PF;Postfach;PLZ GK\n2101;Flensburg;Duburger Straße 58-64;24939;"
        "Flensburg;24905;1552;\n5333;Hamm;Grünstraße 2;59065;Hamm;59004;1449;",
        "postal code: PLZ Str",
        ["01001000", "05915000"],
    ),
    # Columns of Kreise and Regierungsbezirke under any heading, beside places that lie there (BR Data).
    (
        "govDistrict,admDistrict,districtType,town,population\nMittelfranken,Ansbach,Landkreis,Adelshofen,1592\n"
        "Mittelfranken,Ansbach,Landkreis,Buch a. Wald,938\nMittelfranken,Ansbach,Stadt,Ansbach,40305\n"
        "Mittelfranken,Erlangen-Höchstadt,Landkreis,Röttenbach,4592\nMittelfranken,Roth,Landkreis,Röttenbach,4592\n"
        "Mittelfranken,Fürth,Landkreis,Stein,13963\nMittelfranken,Nürnberger Land,Landkreis,Velden,6612",
        "place: town, Kreis: admDistrict, Land: govDistrict",
        ["09571111", "09571125", "09561000", "09572149", "09576141", "09573127", "09574160"],
    ),
    # A country is misspelt, too.
    (
        "Name;PLZ;Ort;Land\nA;59174;Kamen;Deutscheland\nB;59174;Kamen;Deutschland\nC;1010;Wien;Österreich",
        "country: Land",
        ["05978020", "05978020", "none"],
    ),
    # So the boundaries of GADM have them.
    (
        "NAME_1,NAME_2,NAME_3\nBayern,Ansbach,Adelshofen\nBayern,Ansbach,Burk\nBayern,Roth,Röttenbach\nBayern,Roth,Roth",
        "place: NAME_3, Kreis: NAME_2, Land: NAME_1",
        ["09571111", "09571128", "09576141", "09576143"],
    ),
    # The same names once more say nothing of where they are; a Land tells a city from villages of its name.
    (
        "city,slug,state\nMünster,muenster,Nordrhein-Westfalen\nHamm,hamm,Nordrhein-Westfalen\nHalle (Saale),halle,"
        "Sachsen-Anhalt",
        "place: city, Land: state\n",
        ["05515000", "05915000", "15002000"],
    ),
    ("Ort,Titel\nMünster,Münster\nFürth,Fürth", "place: Ort\n", ["ambiguous", "ambiguous"]),
    # A column of Kreise and cities beside one of towns.
    (
        "Ort/Stadt;Landkreis/Stadt;bundesland\nKamen;Unna;NRW\nDortmund;Dortmund;NRW\nLünen;Unna;NRW",
        "place: Ort/Stadt",
        ["05978020", "05913000", "05978024"],
    ),
    # A list of addresses below one heading: their commas part nothing.
    (
        "Anschrift\nBahnhofstraße 22-24, 25693 Trennewurth\n59174 Kamen\nWeg 3, 44135 Dortmund",
        "headings in row 1; place: Anschrift",
        ["01051118", "05978020", "05913000"],
    ),
    # A decimal comma that parts a cell in a table that is split by commas, is none of these.
    ("id,ort,quote\n1,Kamen,12,5\n2,Unna,3,4", "lines 2, 3: more cells than the 3 headings", ["unreadable"] * 2),
    # The address says which of several towns of a name is meant; that of the owner or for letters does not.
    (
        "Firma;Ort;Anschrift;Trägeranschrift\nA;Neustadt;Weg 1, 23730 Neustadt;Weg 2, 44135 Dortmund\n"
        "B;Kamen;Weg 1, 44135 Dortmund;x",
        "place: Anschrift and Ort\n",
        ["01055032", "ambiguous"],
    ),
    ("Firma;Ort;Postanschrift\nA;Kamen;Postfach 1, 44135 Dortmund", "place: Ort\n", ["05978020"]),
    # Lists without headings: the first row is a row.
    ("59174 Kamen\n44135 Dortmund\n01067 Dresden", "no headings; ", ["05978020", "05913000", "14612000"]),
    ("59174\n44135\n01067", "no headings; postal code: column_1\n", ["05978020", "05913000", "14612000"]),
    (
        "Müller GmbH, Weg 1, 59174 Kamen\nMeier AG, Markt 2, 44135 Dortmund",
        "no headings; postal code: column_3\n",
        ["05978020", "05913000"],
    ),
    ("Müller;Weg 1;59174;Kamen\nMeier;Markt 2;44135;Dortmund", "no headings; ", ["05978020", "05913000"]),
    # Numbers that are headings: years, and codes of branches above counts.
    ("Ort;2022;2023\nKamen;43000;43100\nUnna;59000;59100", "headings in row 1; ", ["05978020", "05978036"]),
    ("Ort;43210;43220\nKamen;3;1\nUnna;5;9", "headings in row 1; ", ["05978020", "05978036"]),
    ("Gebiet;43210;43220\nKamen;300;1\nUnna;500;9", "headings in row 1; ", ["05978020", "05978036"]),
    # Verbände of municipalities: their Kreis is known. The heading of a page comes again, and so does its number.
    (
        "Samtgemeinde;n\nSamtgemeinde Elbmarsch;1\nSG Bardowick;2\nSeite 1 von 2;",
        "3 rows, 0 answered (2 ambiguous); 1 blank",
        ["ambiguous", "ambiguous", ""],
    ),
    # Short forms of Länder, and plates of cars, tell namesakes apart.
    ("Ort;BL\nNeustadt;SH\nOldenburg;NI", "place: Ort, Land: BL\n", ["01055032", "03403000"]),
    (
        "Ort;KFZ\nHamm;HAM\nAlbersdorf;HEI\nOldenburg;OL",
        "place: Ort, Kreis: KFZ\n",
        ["05915000", "01051001", "03403000"],
    ),
    # A second table below the first.
    (
        "Name;PLZ;Ort\nA;59174;Kamen\n;;\nName;PLZ;Ort\nB;44135;Dortmund",
        "2 blank, totals or notes",
        ["05978020", "", "", "05913000"],
    ),
    # A list of hospitals: where a hospital's owner sits is not where it stands.
    (
        "Name;Standort PLZ;Standort Ort;Träger PLZ;Träger Ort\nA;59174;Kamen;44135;Dortmund",
        "'Standort PLZ' is read and not 'Träger PLZ'",
        ["05978020"],
    ),
    # Schools of Saxony, in English words.
    (
        "name;building_postcode;building_community;building_community_key\nA;01067;Dresden;14612000",
        "key: building_community_key, postal code: building_postcode, place: building_community",
        ["14612000"],
    ),
    # The word of the role in the midst of a heading.
    (
        "Adresse_Strasse_Standort;Adresse_Postleitzahl_Standort;Adresse_Ort_Standort\nWeg;59174;Kamen",
        "postal code: Adresse_Postleitzahl_Standort, place: Adresse_Ort_Standort",
        ["05978020"],
    ),
    # Headings in two rows, and parted words.
    (
        "Nr.;Betrieb;Adresse;;;Gewerk\n;;Straße;PLZ;Ort;\n1;A;Weg 1;59174;Kamen;Maler\n2;B;Weg;44135;Dortmund;Maler",
        "headings in row 2; postal code: PLZ, place: Ort",
        ["05978020", "05913000"],
    ),
    ('Betrieb;"Postleit-\nzahl";Ort\nA;59174;Kamen', "headings in row 1; postal code: Postleit-", ["05978020"]),
    # Most rows are abroad.
    (
        "Firma;Land;PLZ;Ort\nA;DE;59174;Kamen\nB;CH;8001;Zürich\nC;AT;6020;Innsbruck\nD;IT;20144;Milano\nE;;44135;Dortmund",
        "country: Land",
        ["05978020", "none", "none", "none", "05913000"],
    ),
    # A number of codes is none.
    ("Ort;Anzahl PLZ;Summe PLZ-Gebiete\nKamen;1;17\nDortmund;31;2", "place: Ort\n", ["05978020", "05913000"]),
    # Where letters go is no other evidence of the same place.
    (
        "Betriebs-PLZ;Betriebsort;Post-PLZ;Postort\n59174;Kamen;44001;Dortmund",
        "postal code: Betriebs-PLZ, place: Betriebsort\n",
        ["05978020"],
    ),
    # Notes below a table say nothing of its columns, and are not asked.
    (
        "a;b;c\nx;59174;Kamen\ny;44135;Dortmund\n* vorläufig;;\n1) ohne Filialen;;\nQuelle: eigene;;",
        "postal code: b, place: c",
        ["05978020", "05913000", "", "", ""],
    ),
    # Postal codes under any heading, where the places beside them are; a number of people is none.
    (
        "Ort;Zielgebiet;Einwohner\nKamen;59174;43000\nNeustadt;23730;15000\nUnna;59423;59111",
        "postal code: Zielgebiet, place: Ort\n",
        ["05978020", "01055032", "05978036"],
    ),
    ("Ort;Einwohner\nKamen;43000\nNeustadt;15000\nUnna;59111", "place: Ort\n", ["05978020", "ambiguous", "05978036"]),
    # Files put one behind the other, each with its mark and its headings.
    (
        "\ufeffPLZ;Ort\n59174;Kamen\n\ufeffPLZ;Ort\n44135;Dortmund",
        "3 rows, 2 answered; 1 blank",
        ["05978020", "", "05913000"],
    ),
    # Rents of a large portal: codes as numbers, and the Kreis beside them under a heading of its own.
    (
        "regio1,regio2,geo_plz\nSachsen,Dresden,1097\nSachsen,Meißen_Kreis,1662\nNordrhein_Westfalen,Unna_Kreis,59174",
        "postal code: geo_plz, Kreis: regio2",
        ["14612000", "14627140", "05978020"],
    ),
    ("plz\n1097\n1662\n59174", "postal code: plz\n", ["ambiguous", "ambiguous", "05978020"]),
    # Where people work: towns, addresses, and words that are neither.
    (
        "Titel;Arbeitsort\nA;59174 Kamen\nB;Unna, Westfalen\nC;Homeoffice\nD;Dortmund",
        "place: Arbeitsort",
        ["05978020", "05978036", "none", "05913000"],
    ),
    # Of two places, the one at the postal code.
    (
        "PLZ;Wohnort;Schulort\n59174;Kamen;Unna\n44135;Dortmund;Kamen\n59423;Unna;Dortmund",
        "place: Wohnort\n",
        ["05978020", "05913000", "05978036"],
    ),
    # The Open Knowledge Foundation: municipalities, and the addresses of the offices of their Verbände.
    (
        "name;adresse;landkreis\nAbtswind;Neumann-Str. 14, 97353 Wiesentheid;Landkreis Kitzingen\n"
        "Aham;Postfach 20, 84175 Gerzen;Landkreis Landshut\nAichen;Haide-Str. 1, 86473 Ziemetshausen;Kreis Günzburg",
        "place: name, Kreis: landkreis",
        ["09675111", "09274112", "09774166"],
    ),
    # A Land of Austria and a canton say that a town is none of Germany.
    (
        "Ort;Bundesland/Kanton\nLinz;Oberösterreich\nPassau;Bayern\nWaidhofen;Niederösterreich\nWeinfelden;Thurgau",
        "place: Ort, Land: Bundesland/Kanton",
        ["none", "09262000", "none", "none"],
    ),
    (
        "Ort;Bundesland\nLinz;Österreich\nPassau;Bayern\nUnna;NRW\nWaidhofen;AT\nKiel;Schleswig-Holstein\nFulda;HE",
        "place: Ort, Land: Bundesland",
        ["none", "09262000", "05978036", "none", "01002000", "06631009"],
    ),
    # The municipalities and Samtgemeinden of a Kreis, and in small letters what their pages are called.
    (
        "id;name;n\nbad-grund;Gemeinde Bad Grund (Harz);8\nmuenden;Stadt Hann. Münden;2\ngleichen;Gemeinde Gleichen;8\n"
        "bovenden;Flecken Bovenden;14\ndransfeld;Samtgemeinde Dransfeld;9",
        "place: name\n",
        ["03159002", "03159017", "03159015", "03159007", "ambiguous"],
    ),
    # Codes that have lost their zeros, without a heading.
    (
        "1067;Dresden\n1917;Kamenz\n1662;Meißen",
        "no headings; postal code: column_1",
        ["14612000", "14625250", "14627140"],
    ),
    # The commas of the addresses part more than what parts the headings, too.
    (
        "nr;Datensatz\n1;Name: A GmbH, Straße: Weg 1, PLZ: 59174, Ort: Kamen, Tel: 1\n"
        "2;Name: B GmbH, Straße: Weg 2, PLZ: 59423, Ort: Unna, Tel: 2",
        "split by semicolon, headings in row 1; place: Datensatz",
        ["05978020", "05978036"],
    ),
    # A heading that is a town, too, beside another heading: it is not taken for a row.
    ("Lage;Name\nUnna;x\nKamen;y", "place: Lage", ["05978036", "05978020"]),
    # Most names are those of places in other countries: of the others none but a city's is one of Germany for sure.
    (
        "Ort\nWien\nGraz\nLinz\nInnsbruck\nVillach\nBerlin\nKlagenfurt",
        "most names in 'Ort' are known nowhere in Germany",
        ["none", "none", "ambiguous", "none", "none", "11000000", "none"],
    ),
    ("Ort\nKaamen\nUnna\nHolzwikede\nSchwerrte\nBergkaamen", "place: Ort\n", ["none", "05978036", *["none"] * 3]),
    # All rows are in another country.
    ("PLZ;Ort;Land\n4020;Linz;Österreich\n3340;Waidhofen;Österreich", "country: Land", ["none", "none"]),
    ("Ort;Land\nLinz;AT\nWald;CH\nPassau;A", "place: Ort, country: Land", ["none", "none", "none"]),
    # Tax offices: no other postal codes than those of P.O. boxes and of the office alone.
    (
        "Name;Straße;Ort;PLZ_PF;PLZ_GK\nA;Grünstr. 2;Hamm;59004;\nB;Duburger Str. 58;Flensburg;24905;",
        "'PLZ_PF' is read and not 'PLZ_GK'",
        ["05915000", "01001000"],
    ),
    # Sites, called otherwise than their towns; lists of branches.
    (
        "Standort;Leitung;PLZ, Ort\nZentrale;A;D-59174 Kamen\nLager Nord;B;D-44135 Dortmund\nBüro;C;A-1010 Wien",
        "postal code: PLZ, Ort\n",
        ["05978020", "05913000", "none"],
    ),
    # Headings of several.
    ("Gemeinden;2020\nKamen;1\nXyzheim;2\nBönen;3", "place: Gemeinden", ["05978020", "none", "05978008"]),
    ("Was;Orte\nA;Kamen, Lünen\nB;Dortmund\nC;bundesweit", "place: Orte", ["ambiguous", "05913000", "none"]),
    ("Kreis;Gemeinden;n\nUnna;10;1\nLippe;16;2", "Kreis: Kreis\n", ["(05978)", "(05766)"]),
    # Cantons of Switzerland, some of which are short forms of Länder.
    ("Ort;Kanton\nBern;BE\nThun;BE\nStans;NW\nSchaffhausen;SH\nUnna;", "country: Kanton", [*["none"] * 4, "05978036"]),
    # What an index turns round; what statistics say before a part; notes; the marks of Markdown.
    ("Ort;n\nMünden, Hann.;1\nHonnef, Bad;2\nAachen*2;3", "place: Ort", ["03159017", "05382008", "05334002"]),
    ("Gemeinde;n\nKamen;1\ndavon: Bönen;2\ndarunter Unna;3", "place: Gemeinde", ["05978020", "05978008", "05978036"]),
    # Capitals that are no kreisfreie Städte.
    ("Stadt;n\nHannover, LHS;1\nLandeshauptstadt Saarbrücken;2", "place: Stadt", ["03241001", "10041100"]),
    # GeoNames gives its postal codes without headings.
    (
        "DE\t59174\tKamen\tNordrhein-Westfalen\tNW\tReg.-Bez. Arnsberg\t059\tKreis Unna\t05978\t51.5917\t7.6631\t4\n"
        "DE\t25767\tAlbersdorf\tSchleswig-Holstein\tSH\t\t00\tKreis Dithmarschen\t01051\t54.15\t9.28\t4\n"
        "DE\t80331\tMünchen\tBayern\tBY\tOberbayern\t091\tMünchen, Kreisfreie Stadt\t09162\t48.1345\t11.571\t4",
        "no headings; key: column_9, postal code: column_2, place: column_3, Kreis: column_8",
        ["05978020", "01051001", "09162000"],
    ),
    # A spa is often written without `Bad`; a village elsewhere bears the name (Nieheim-Oeynhausen), or another town.
    (
        "PLZ;Ort\n32545;Oeynhausen\n33039;Oeynhausen\n57319;Berleburg\n37431;Lauterberg\n61348;Homburg\n66424;Homburg",
        "postal code: PLZ, place: Ort",
        ["05770004", "05762028", "05970004", "03159003", "06434001", "10045114"],
    ),
    # DOS put a sign behind the last line.
    ("PLZ;Ort\n59174;Kamen\n59423;Unna\n\x1a", "postal code: PLZ, place: Ort", ["05978020", "05978036", ""]),
]
