"""Statistics by Kreis, as offices, ministries and those who collect them publish them.

Each is a table, what is said of it, and for each row the key of its municipality, or in brackets that of its Kreis, as
the official tables have them."""

OF_STATISTICS: list[tuple[str, str, list[str]]] = [
    # Statistics by key, level by level.
    (
        "AGS;Gemeinde;n\n05;Nordrhein-Westfalen;1\n05978;Unna;1\n05978020;Kamen;2\n05978036;Unna;3",
        "key: AGS, place: Gemeinde",
        ["()", "(05978)", "05978020", "05978036"],
    ),
    # The census 2022 as GENESIS-Online gives it: titles, no headings, a row for all of Germany, notes.
    (
        "Tabelle: 1000A-0000\nPersonen: Bevölkerungszahl;;;;\nBevölkerung kompakt (Gebietsstand 15.05.2022);;;;\n"
        ";;;;15.05.2022\nDG;Deutschland;Personen;Anzahl;82719540\n010010000000;Flensburg, Stadt;Personen;Anzahl;95015\n"
        "010515163012;Buchholz (Kreis Dithmarschen);Personen;Anzahl;1001\n010515178105;Schülp;Personen;Anzahl;369\n"
        "__________\n© Statistisches Bundesamt (Destatis), 2024\nStand: 26.06.2024 / 11:00:05",
        "no headings; key: column_1\n",
        ["", "01001000", "01051012", "01051105", "", "", ""],
    ),
    # The census: keys of all levels, also of Verbände; towns that are called as Kreise elsewhere.
    (
        "_RS;Name;Regionalebene\n00;Deutschland;Bund\n01;Schleswig-Holstein;Land\n05978;Unna;Stadtkreis/Landkreis\n"
        "059780020;Kamen, Stadt;Gemeindeverband\n059780020020;Kamen, Stadt;Gemeinde\n071435001;Hof;Gemeindeverband\n"
        "071435001243;Hof;Gemeinde\n160615001;Dingelstädt;Gemeindeverband\n059780036036;Unna, Stadt;Gemeinde\n"
        "059130000000;Dortmund, Stadt;Gemeinde\n09464;Hof, Stadt;Stadtkreis/Landkreis",
        "key: _RS\n",
        [
            *("", "()", "(05978)", "(05978)", "05978020", "(07143)", "07143243", "(16061)"),
            *("05978036", "05913000", "09464000"),
        ],
    ),
    # What a flat file of GENESIS calls the level is no kind of its rows.
    (
        "1_Merkmal_Code;1_Auspraegung_Code;1_Auspraegung_Label;n\nKREISE;05978;Unna, Kreis;1\n"
        "KREISE;05913;Dortmund, kreisfreie Stadt;1\nKREISE;16056;Eisenach, kreisfreie Stadt (bis 30.06.2021);1",
        "key: 1_Auspraegung_Code, Kreis: 1_Auspraegung_Label\n",
        ["(05978)", "05913000", "(16063)"],
    ),
    ("geo;time\nDEA5C;2020\nDEA52;2020\nDE212;2020", "Kreis: geo", ["(05978)", "05913000", "09162000"]),
    # Eurostat: other countries and their regions are no plates of cars (`AT`, `SE`, `FRI`).
    (
        "geo;n\nAT;1\nBE;2\nFRI;3\nSE;4\nDE;5\nDEG;6\nDEA5C;7\nAT130;8\nDE212;9",
        "Kreis: geo",
        ["none", "none", "none", "none", "", "none", "(05978)", "none", "09162000"],
    ),
    # Eurostat: codes of countries and Länder are no plates of Dessau and Deggendorf.
    (
        "freq,geo,TIME_PERIOD,OBS_VALUE\nA,DE,2020,9\nA,DEG,2020,9\nA,DEA5,2020,9\nA,DEA5C,2020,9\nA,DEA52,2020,9",
        "Kreis: geo",
        ["", "none", "none", "(05978)", "05913000"],
    ),
    # Names of all levels of NUTS (GISCO), under headings that say nothing.
    (
        "code;label;level;COUNTRY_CODE\nDE;Deutschland;0;DE\nDE1;Baden-Württemberg;1;DE\nDEA52;Dortmund;3;DE\n"
        "DEA5C;Unna;3;DE\nAT130;Wien;3;AT\nFRL04;Bouches-du-Rhône;3;FR",
        "Kreis: code",
        ["none", "none", "05913000", "(05978)", "none", "none"],
    ),
    # Kreise of before, some with today's keys, and NUTS codes beside them.
    (
        "id_nuts;name;id_ars\nDE926;Holzminden;03255\nDEA35;Coesfeld;05558\nDE734;Kassel, Landkreis;06633\n"
        "DEE11;Dessau, Kreisfreie Stadt;\nDEG0N;Eisenach, Kreisfreie Stadt;16056\nDE427;Lippe;05766",
        "key: id_ars, Kreis: name",
        ["(03255)", "(05558)", "(06633)", "15001000", "(16063)", "(05766)"],
    ),
    # Criminal statistics of the Bundeskriminalamt: the numbers of the columns, and short forms of the kinds.
    (
        "Schlüssel;Straftat;Gemeinde-schlüssel;Stadt-/Landkreis;Kreisart;Fälle\n1;2;3;4;5;6\n"
        "------;alle;01001;Flensburg;KfS;9\n------;alle;09184;München;LK;9",
        "key: Gemeinde-schlüssel",
        ["", "01001000", "(09184)"],
    ),
    (
        "Schlüssel;Stadt-/Landkreis;Kreisart\n------;Unna;LK\n------;München;KfS\n------;München;LK\n------;Heilbronn;SK",
        "Kreis: Stadt-/Landkreis and Kreisart",
        ["(05978)", "09162000", "(09184)", "08121000"],
    ),
    # The BBSR fills up the keys of Kreise with zeros; a Kreis is not the town of its name.
    (
        "krs17;krs17name;n\n1001000;Flensburg, Stadt;9\n5978000;Unna;9\n9184000;München;9\n16056000;Eisenach, Stadt;9",
        "key: krs17, Kreis: krs17name",
        ["01001000", "(05978)", "(09184)", "16063105"],
    ),
    (
        "AGS;Name;n\n5978000;Unna;9\n5978036;Unna;9\n5913000;Dortmund;9\n5978020;Kamen;9",
        "key: AGS, place: Name",
        ["(05978)", "05978036", "05913000", "05978020"],
    ),
    # Results of an election to the European Parliament, by Kreis: its number is a part of its key.
    (
        "Land;KreisNr;Kreisname;n\n05;978;Unna;9\n05;913;Dortmund, Stadt;9\n09;184;München;9",
        "key: Land and KreisNr, Kreis: Kreisname",
        ["(05978)", "05913000", "(09184)"],
    ),
    (
        "Land;Kreis;Name;n\n05;978;Unna;9\n05;913;Dortmund, Stadt;9\n09;184;München;9",
        "key: Land and Kreis, Kreis: Name",
        ["(05978)", "05913000", "(09184)"],
    ),
    # Offices of statistics of the Länder leave out the Land: Baden-Württemberg, Niedersachsen, Hessen.
    (
        "Schlüssel;Regionale Gliederung;n\n111000;Stuttgart, Landeshauptstadt;9\n115;Böblingen;9\n"
        "115003;Böblingen, Stadt;9\n121000;Heilbronn, Universitätsstadt;9\n125;Heilbronn;9\n215;Karlsruhe;9",
        "the keys in 'Schlüssel' are without that of the Land: read as those of Baden-Württemberg (08)",
        ["08111000", "(08115)", "08115003", "08121000", "(08125)", "(08215)"],
    ),
    (
        "Gebiet;2020\n101 Braunschweig,Stadt;9\n151 Gifhorn;9\n1 Stat. Region Braunschweig;9\n241 Region Hannover;9\n"
        "241001 Hannover,Landeshauptstadt;9\n3 Niedersachsen;9",
        "read as those of Niedersachsen (03)",
        ["03101000", "(03151)", "", "(03241)", "03241001", "none"],
    ),
    (
        "Schlüssel;Landkreis;n\n411;Darmstadt, Wissenschaftsstadt;9\n431;Bergstraße;9\n611;Kassel, documenta-Stadt;9\n"
        "633;Kassel;9",
        "read as those of Hessen (06)",
        ["06411000", "(06431)", "06611000", "(06633)"],
    ),
    # Numbers that are no keys of any Land with these names.
    ("Nr;Kreis\n111;Unna\n112;Soest\n113;Lippe", "row 1; Kreis: Kreis\n", ["(05978)", "(05974)", "(05766)"]),
    # As labour agencies write them; Länder above, notes below.
    (
        "Region;n;m\nDeutschland;1;2\n05 Nordrhein-Westfalen;1;2\n05913 Dortmund, Stadt;1;2\n05978 Unna;1;2\n"
        "09184 München;1;2\nErstellt am 26.01.2024;;",
        "key: Region",
        ["", "()", "05913000", "(05978)", "(09184)", ""],
    ),
    ("Kreis;n\nKreis 05978 Unna;1\nKreis 05913 Dortmund;2", "Kreis: Kreis", ["(05978)", "05913000"]),
    # All of Germany above its Kreise or Länder; a Land has no Kreis, but where it is one.
    (
        "Kreis;2020;2021\nDeutschland;83;83\nKreis Unna;3;3\nDortmund, Stadt;5;5",
        "3 rows, 2 answered; 1 blank, a total or a note",
        ["", "(05978)", "05913000"],
    ),
    (
        "Land;Jahr;n\nBY;2020;3\nSL;2020;4\nHH;2020;5\nDeutschland;2020;9",
        "Land: Land\n",
        ["land", "land", "02000000", ""],
    ),
    # Below the headings, in what is counted.
    (
        "Schlüssel;Kreis;Fläche;Einwohner;Anteil\n;;km²;1 000 Einwohner;in %\n05978;Unna;543;394;1,2\n"
        "05974;Soest;1328;300;1",
        "3 rows, 2 answered; 1 blank",
        ["", "(05978)", "(05974)"],
    ),
    # Offices of statistics: headings in two rows, Regierungsbezirke between their Kreise, and what is summed up.
    (
        "Kreisfreie Stadt / Kreis;Insgesamt;davon;\n;;männlich;weiblich\nDortmund, Krfr. Stadt;5;2;3\nUnna;4;2;2\n"
        "Soest;3;1;2\nReg.-Bez. Arnsberg;12;5;7\nStuttgart, Regierungsbezirk;1;1;0\nNordrhein-Westfalen;18;8;10\n"
        "Kreise zusammen;9;4;5\nDurchschnitt;3;1;2",
        "9 rows, 4 answered; 5 blank, totals or notes",
        ["", "05913000", "(05978)", "(05974)", "", "", "land", "", ""],
    ),
    (
        "AGS;Gebiet;n\n05;Nordrhein-Westfalen;9\n059;Arnsberg, Regierungsbezirk;9\n05913;Dortmund;9\n05978020;Kamen;9",
        "4 rows, 3 answered; 1 blank",
        ["()", "", "05913000", "05978020"],
    ),
    # The Bavarian office of statistics: titles, four rows of headings, Regierungsbezirke by their keys, notes.
    (
        "GENESIS-Tabelle: 33111-001r-2016\nFläche: Gemeinden, Art der tatsächlichen;;;\n31.12.2016;;;\n"
        ";;Bodenfläche;Bodenfläche\n;;Art der Nutzung;Art der Nutzung\n;;Insgesamt;11000 Wohnbaufläche\n;;ha;ha\n"
        "09;Bayern;7054202,65;213766,81\n091;  Oberbayern;1752926,74;61213,97\n"
        "09161;    Ingolstadt (Krfr.St);13335,22;1569,15\n09171;    Altötting (Lkr);56928,56;1969,76\n"
        "09171123;      Marktl, M;2783,79;60,11\n_______________\n"
        "(C)opyright Bayerisches Landesamt für Statistik, 2018\nStand: 30.08.2018 / 14:34:01",
        "8 rows, 4 answered; 4 blank",
        ["()", "", "09161000", "(09171)", "09171123", "", "", ""],
    ),
    # The Statistisches Bundesamt, by Kreis: regions in a Land, notes below that begin like nothing, a rule.
    (
        "Schlüssel;Bezeichnung;Kreisfreie Stadt;n\n08;Baden-Württemberg;;9\n0811;Region Stuttgart;;9\n"
        "08111;Stadtkreis;Stuttgart, Landeshauptstadt;9\n08115;Landkreis;Böblingen;9\n"
        "08116;Landkreis;Esslingen;9\n----;;;\n"
        "Abweichungen sind durch Runden möglich.;;;\n;Kreise: Ergebnisse ab 2016;;\nStatistisches Bundesamt, 2019;;;\n"
        ";Landkreis;;",
        "10 rows, 4 answered (1 none); 5 blank",
        ["()", "", "08111000", "(08115)", "(08116)", "", "", "", "", "none"],
    ),
    # The Statistisches Bundesamt: a heading of three lines, the second of which says what else stands in its column.
    (
        "Schlüssel-nummer;Regionale Bezeichnung;Kreisfreie Stadt;NUTS3;Fläche;Bevölkerung\n"
        ";;Kreis / Landkreis;;;insgesamt\n1;2;3;4;5;6\n01001;Kreisfreie Stadt;Flensburg, Stadt;DEF01;56,73;89 504\n"
        "05978;Kreis;Unna;DEA5C;543;394 782\n08115;Landkreis;Böblingen;DE112;618;391 640",
        "5 rows, 3 answered; 2 blank",
        ["", "", "01001000", "(05978)", "(08115)"],
    ),
    # Thüringen, with what its Kreise are summed up to.
    (
        "Kreisfreie Stadt Landkreis Land;n\nStadt Erfurt;1\nEichsfeld;3\nWartburgkreis;4\nThüringen;5\ndavon;\n"
        "kreisfreie Städte;2\ndarunter Landkreise;3",
        "7 rows, 4 answered; 3 blank",
        ["16051000", "(16061)", "(16063)", "land", "", "", ""],
    ),
    # The Robert Koch-Institut counts the districts of Berlin like Kreise.
    (
        "Meldedatum,Landkreis_id,n\n2022-01-01,01001,1\n2022-01-01,05978,1\n2022-01-01,11001,1\n2022-01-01,11012,1",
        "key: Landkreis_id",
        ["01001000", "(05978)", "11000000", "11000000"],
    ),
    # Two columns without headings (a crawler of the numbers of the pandemic).
    (
        "01001\tFlensburg (FL)\n07140\tRhein-Hunsrück\n07312\tKS Kaiserslautern\n07335\tKaiserslautern",
        "no headings; key: column_1\n",
        ["01001000", "(07140)", "07312000", "(07335)"],
    ),
    # Numbers of the pandemic: the names of Kreise, and once more with their titles.
    (
        "Name;Short name\nVechta;LK Vechta\nLandsberg am Lech;LK Landsberg a.Lech\nHeilbronn;SK Heilbronn",
        "Kreis: Short name",
        ["(03460)", "(09181)", "08121000"],
    ),
    # INKAR: the year of each column in the second row.
    (
        "Kennziffer;Raumeinheit;Aggregat;Quote;Anteil\n;;;2021;2021\n01001;Flensburg, Stadt;Kreise;8,5;3\n"
        "05978;Unna;Kreise;6,5;3\n05974;Soest;Kreise;5,5;3",
        "4 rows, 3 answered; 1 blank",
        ["", "01001000", "(05978)", "(05974)"],
    ),
    # INKAR without its keys: a city with what it is, and the Kreis around it without.
    (
        "Raum;Wert\nGermersheim;1\nStuttgart, Stadt;2\nHeilbronn, Stadt;3\nHeilbronn;4",
        "'Heilbronn' (08125): a city and a Kreis have this name",
        ["(07334)", "08111000", "08121000", "(08125)"],
    ),
]
