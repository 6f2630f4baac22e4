"""Tables of Kreise, Länder and regions, as statistics and maps have them.

Each is a table, what is said of it, and for each row the key of its municipality, or in brackets that of its Kreis, as
the official tables have them."""

OF_KREISE: list[tuple[str, str, list[str]]] = [
    # Where the table has the Landkreis by its title, the name alone is the city; and the other way round, as the lists
    # of Bavarian offices have it (Risklayer).
    (
        "Kreis;n\nRostock;1\nLandkreis Rostock;4\nSchwerin;2\nAnsbach;3\nAnsbach Stadt;5\nKassel;1",
        "'Rostock' (13003), 'Ansbach' (09571): a city and a Kreis have this name",
        ["13003000", "(13072)", "13004000", "(09571)", "09561000", "ambiguous"],
    ),
    # Below a title, one column has its heading.
    ("Meldungen im Mai\nKreis\nKreis Unna\nLandkreis Celle", "headings in row 2; Kreis: Kreis", ["(05978)", "(03351)"]),
    # All levels in one table: what a Regierungsbezirk is called is no town.
    (
        "Name;Typ;n\nHessen;Bundesland;1\nDarmstadt;Regierungsbezirk;1\nDarmstadt;Kreisfreie Stadt;1\n"
        "Kassel;Landkreis;2\nKassel;Kreisfreie Stadt;2\nKassel;Reg.-Bez.;2\nGießen;Landkreis;4",
        "Kreis: Name and Typ",
        ["land", "", "06411000", "(06633)", "06611000", "", "(06531)"],
    ),
    (
        "gebiet,ebene,wert\nDeutschland,Bund,1\nBayern,Land,1\nOberbayern,Regierungsbezirk,2\n"
        "München,Kreisfreie Stadt,2\nMünchen,Landkreis,2\nFreising,Landkreis,3",
        "Kreis: gebiet and ebene",
        ["", "land", "", "09162000", "(09184)", "(09178)"],
    ),
    (
        "Name;Typ;BL\nMünchen;Landkreis;Bayern\nMünchen;Kreisfreie Stadt;Bayern\n"
        "Arnsberg;Regierungsbezirk;Nordrhein-Westfalen\nUnna;Kreis;Nordrhein-Westfalen\n"
        "Hannover;Region;Niedersachsen\nAachen;Städteregion;Nordrhein-Westfalen",
        "Kreis: Name and Typ",
        ["(09184)", "09162000", "", "(05978)", "(03241)", "(05334)"],
    ),
    # Towns and Kreise in one column, which another one tells apart.
    (
        "Name;Art\nNordrhein-Westfalen;Land\nArnsberg;Regierungsbezirk\nUnna;Kreis\nKamen;Stadt\nSoest;Kreis\n"
        "Unna;Stadt\nBönen;Gemeinde\nDortmund;kreisfreie Stadt",
        "place: Name and Art",
        ["land", "", "(05978)", "05978020", "(05974)", "05978036", "05978008", "05913000"],
    ),
    # Whose a school is does not say where it is, whatever the heading.
    ("Rechtsform;Ort\nStadt;Kamen\nKreis;Unna\nKreis;Lünen", "place: Ort\n", ["05978020", "05978036", "05978024"]),
    # Numbers below years are no postal codes.
    (
        "Kreis;2019;2020\nUnna;59174;44135\nSoest;59494;59425\nHamm;59065;59063",
        "Kreis: Kreis\n",
        ["(05978)", "(05974)", "05915000"],
    ),
    # Länder numbered otherwise (a list of car plates), and a Kreis without the city in it.
    (
        "kennzeichen;kreis;bundesland\nHEI;Dithmarschen;15\nHER;Herne;10\nHP;Bergstraße;7\nHM;Hameln-Pyrmont;9\n"
        "GÖ;Göttingen (ohne Stadt);9\nHMÜ;Landkreis Göttingen ohne die Stadt Göttingen;9",
        "'bundesland' not read",
        ["(01051)", "05916000", "(06431)", "(03252)", "(03159)", "(03159)"],
    ),
    # BKG's names and kinds: what is right of München is said by the kind alone.
    (
        "GEN;BEZ;n\nMünchen;Kreisfreie Stadt;1\nMünchen;Landkreis;2\nRostock;Landkreis;3\nUnna;Kreis;4\n"
        "Karlsruhe;Stadtkreis;5\nDithmarschen;Kreis;6",
        "Kreis: GEN and BEZ",
        ["09162000", "(09184)", "(13072)", "(05978)", "08212000", "(01051)"],
    ),
    (
        "Kreis;Art;n\nAnsbach;krfr. Stadt;1\nAnsbach;LK;2\nHannover;Region;3",
        "Kreis: Kreis and Art",
        ["09561000", "(09571)", "(03241)"],
    ),
    # How Länder write it: numbers before the name, the kind behind it.
    (
        "Kreis;n\nStuttgart, Landeshauptstadt (SKR);1\nKarlsruhe, Stadt (SKR);2\nKarlsruhe (LKR);3\nHeilbronn (LKR);4",
        "Kreis: Kreis",
        ["08111000", "08212000", "(08215)", "(08125)"],
    ),
    (
        "Verwaltungsbezirk;n\nKassel, St.;1\nTrier-Saarburg;2\nMainz-Bingen;3",
        "Kreis",
        ["06611000", "(07235)", "(07339)"],
    ),
    (
        "Kreis;n\n153 Goslar;1\n101 Braunschweig,Stadt;2\n241 Region Hannover;3",
        "Kreis: Kreis",
        ["(03153)", "03101000", "(03241)"],
    ),
    # A level that all rows share tells that they are Kreise, but not which.
    ("Ebene;Name\nKreis;Dortmund\nKreis;Unna\nKreis;München", "Kreis: Name", ["05913000", "(05978)", "ambiguous"]),
    # Whose a school is says nothing of where it lies.
    ("Träger;Ort\nStadt;Kamen\nKreis;Unna\nKreis;Lünen", "place: Ort", ["05978020", "05978036", "05978024"]),
    # Kreise that are no more, by name.
    (
        "Landkreis;n\nLK Unna;1\nSK Eisenach;2\nLK Osterode am Harz;3\nLK Demmin;4\nSK Neubrandenburg;5\n"
        "Kreis Aachen;6\nLK Göttingen;7",
        "Kreis: Landkreis",
        ["(05978)", "(16063)", "(03159)", "ambiguous", "(13071)", "(05334)", "(03159)"],
    ),
    (
        "Landkreis;n\nUnna;1\nLippe;1\nBarnim;1\nEisenach;1\nOsterode am Harz;2\nDemmin;3\nSoest;1",
        "Kreis: Landkreis",
        ["(05978)", "(05766)", "(12060)", "(16063)", "(03159)", "ambiguous", "(05974)"],
    ),
    # As labour agencies write them; Länder above, notes below.
    (
        "Region;n;m\nDeutschland;1;2\n05 Nordrhein-Westfalen;1;2\n05913 Dortmund, Stadt;1;2\n05978 Unna;1;2\n"
        "09184 München;1;2\nErstellt am 26.01.2024;;",
        "key: Region",
        ["", "()", "05913000", "(05978)", "(09184)", ""],
    ),
    ("Kreis;n\nKreis 05978 Unna;1\nKreis 05913 Dortmund;2", "Kreis: Kreis", ["(05978)", "05913000"]),
    # Statistics by key, level by level.
    (
        "AGS;Gemeinde;n\n05;Nordrhein-Westfalen;1\n05978;Unna;1\n05978020;Kamen;2\n05978036;Unna;3",
        "key: AGS, place: Gemeinde",
        ["()", "(05978)", "05978020", "05978036"],
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
    ("Kennzeichen;n\nUN;1\nDO;2\nM;3\nHAM;4", "Kreis: Kennzeichen", ["(05978)", "05913000", "ambiguous", "05915000"]),
    ("geo;time\nDEA5C;2020\nDEA52;2020\nDE212;2020", "Kreis: geo", ["(05978)", "05913000", "09162000"]),
    # Eurostat: other countries and their regions are no plates of cars (`AT`, `SE`, `FRI`).
    (
        "geo;n\nAT;1\nBE;2\nFRI;3\nSE;4\nDE;5\nDEG;6\nDEA5C;7\nAT130;8\nDE212;9",
        "Kreis: geo",
        ["none", "none", "none", "none", "", "none", "(05978)", "none", "09162000"],
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
    # Large towns in the register of municipalities: Berlin and Hamburg have no other digits than those of their Land.
    (
        "Nr;Amtlicher Gemeindeschlüssel (AGS);;;;Stadt\n;Land;RB;Kreis;Gem;\n1;2;;;;3\n1;11;0;00;000;Berlin, Stadt\n"
        "2;02;0;00;000;Hamburg, Stadt\n3;09;1;62;000;München, Landeshauptstadt",
        "key: Land, RB, Kreis and Gem, place: Stadt",
        ["", "11000000", "02000000", "09162000"],
    ),
    # Keys that have lost their zeros, among them that of Hamburg, beside names (Wikidata).
    (
        "RS\tlabel\n1001\tFlensburg\n2000\tHamburg\n3404\tOsnabrück\n3459\tOsnabrück\n5978\tUnna\n6633\tKassel",
        "key: RS, Kreis: label",
        ["01001000", "02000000", "03404000", "(03459)", "(05978)", "(06633)"],
    ),
    # Eurostat: codes of countries and Länder are no plates of Dessau and Deggendorf.
    (
        "freq,geo,TIME_PERIOD,OBS_VALUE\nA,DE,2020,9\nA,DEG,2020,9\nA,DEA5,2020,9\nA,DEA5C,2020,9\nA,DEA52,2020,9",
        "Kreis: geo",
        ["", "none", "none", "(05978)", "05913000"],
    ),
    # The middle of a Kreis lies in some town of it, which the row does not mean (Opendatasoft).
    (
        "Geo Point;Official Code Kreis;Official Name\n51.53,7.69;05978;Kreis Unna\n48.12,11.6;09184;Landkreis München",
        "'Geo Point' not read: the positions are those of Kreise",
        ["(05978)", "(09184)"],
    ),
    (
        "AGS;Name;lat;lon\n05978;Unna;51.53;7.69\n09184;München;48.12;11.6\n05358;Düren;50.8;6.48",
        "'lat' and 'lon' not read",
        ["(05978)", "(09184)", "(05358)"],
    ),
    # Of a Kreis with several positions these are of what lies in it.
    (
        "Kreis;lat;lon\nKreis Unna;51.534;7.689\nKreis Unna;51.443;7.567\nKreis Düren;50.80;6.48",
        "Kreis: Kreis, latitude: lat, longitude: lon",
        ["05978036", "05978028", "05358008"],
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
    # A pivot table of Excel.
    (
        "Zeilenbeschriftungen;Summe von Umsatz\nNordrhein-Westfalen;3\nKreis Unna;1\nDortmund;2\nLandkreis München;5\n"
        "(Leer);\nGesamtergebnis;8",
        "Kreis: Zeilenbeschriftungen",
        ["land", "(05978)", "05913000", "(09184)", "", ""],
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
    # A key behind its name.
    (
        "Kreis;Fälle\nUnna (05978);3\nDortmund (krfr. Stadt, 05913);4\nMünchen (09184);5\nMünchen (09162);5",
        "key: Kreis\n",
        ["(05978)", "05913000", "(09184)", "09162000"],
    ),
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
    # The Robert Koch-Institut counts the districts of Berlin like Kreise.
    (
        "Meldedatum,Landkreis_id,n\n2022-01-01,01001,1\n2022-01-01,05978,1\n2022-01-01,11001,1\n2022-01-01,11012,1",
        "key: Landkreis_id",
        ["01001000", "(05978)", "11000000", "11000000"],
    ),
    # INKAR: the year of each column in the second row.
    (
        "Kennziffer;Raumeinheit;Aggregat;Quote;Anteil\n;;;2021;2021\n01001;Flensburg, Stadt;Kreise;8,5;3\n"
        "05978;Unna;Kreise;6,5;3\n05974;Soest;Kreise;5,5;3",
        "4 rows, 3 answered; 1 blank",
        ["", "01001000", "(05978)", "(05974)"],
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
    # Signs between the parts of a key.
    ("AGS;n\n05.978.020;1\n05-913-000;2\n09.1.62.000;3", "key: AGS\n", ["05978020", "05913000", "09162000"]),
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
    # Thüringen, with what its Kreise are summed up to.
    (
        "Kreisfreie Stadt Landkreis Land;n\nStadt Erfurt;1\nEichsfeld;3\nWartburgkreis;4\nThüringen;5\ndavon;\n"
        "kreisfreie Städte;2\ndarunter Landkreise;3",
        "7 rows, 4 answered; 3 blank",
        ["16051000", "(16061)", "(16063)", "land", "", "", ""],
    ),
    # In English, with names that are not known: a Kreis is not the town of its name.
    (
        "Federal state,District,District code,n\nNorth Rhine-Westphalia,Unna,05978,1\n"
        "Bavaria,Munich (district),09184,2\nBavaria,Munich (urban),09162,4\nLower Saxony,Hanover Region,03241,6",
        "key: District code, Land: Federal state",
        ["(05978)", "(09184)", "09162000", "(03241)"],
    ),
    # Kinds of trains look like plates of cars (Deutsche Bahn).
    (
        "NAME;Verkehr;Laenge;Breite\nKöln Hbf;FV;6,958;50,943\nHürth;RV;6,872;50,871\nBrühl;RV;6,9038;50,8286",
        "row 1; place: NAME, latitude: Breite, longitude: Laenge\n",
        ["05315000", "05362028", "05362012"],
    ),
    # One heading above several columns.
    (
        "landkreis;;;\nAhrweiler;;;\nAltenburger Land;Land;;\nBrandenburg an der Havel;an;der;Havel\n"
        "Städteregion Aachen;Städteregion;Aachen;",
        "headings in row 1; Kreis: landkreis\n",
        ["(07131)", "(16077)", "12051000", "(05334)"],
    ),
    # Two columns without headings (a crawler of the numbers of the pandemic).
    (
        "01001\tFlensburg (FL)\n07140\tRhein-Hunsrück\n07312\tKS Kaiserslautern\n07335\tKaiserslautern",
        "no headings; key: column_1\n",
        ["01001000", "(07140)", "07312000", "(07335)"],
    ),
    # GeoNames gives its postal codes without headings.
    (
        "DE\t59174\tKamen\tNordrhein-Westfalen\tNW\tReg.-Bez. Arnsberg\t059\tKreis Unna\t05978\t51.5917\t7.6631\t4\n"
        "DE\t25767\tAlbersdorf\tSchleswig-Holstein\tSH\t\t00\tKreis Dithmarschen\t01051\t54.15\t9.28\t4\n"
        "DE\t80331\tMünchen\tBayern\tBY\tOberbayern\t091\tMünchen, Kreisfreie Stadt\t09162\t48.1345\t11.571\t4",
        "no headings; key: column_9, postal code: column_2, place: column_3, Kreis: column_8",
        ["05978020", "01051001", "09162000"],
    ),
    # Wikipedia: marks of notes behind the names, and what a Kreis is called behind a comma.
    (
        'KrS,Landkreis,UZ,BL,Kreissitz\n1056,Pinneberg,PI, SH,Pinneberg[FN 3]\n3241,"Hannover, Region[FN 1]",H, NI,'
        'Hannover\n5334,"Aachen, Städteregion[Anm. 1]","AC, MON", NW,Aachen\n6432,Darmstadt-Dieburg¹,"DA, DI", HE,x',
        "key: KrS, Kreis: Landkreis, Land: BL",
        ["(01056)", "(03241)", "(05334)", "(06432)"],
    ),
    # A Kreis that nobody knows is not the whole of its Land.
    ("Kreis;Land\nUnna 1);NRW\nXyz;NRW\nn/a;NRW\nSoest;NRW", "(1 none)", ["(05978)", "none", "land", "(05974)"]),
    # The Statistisches Bundesamt: a heading of three lines, the second of which says what else stands in its column.
    (
        "Schlüssel-nummer;Regionale Bezeichnung;Kreisfreie Stadt;NUTS3;Fläche;Bevölkerung\n"
        ";;Kreis / Landkreis;;;insgesamt\n1;2;3;4;5;6\n01001;Kreisfreie Stadt;Flensburg, Stadt;DEF01;56,73;89 504\n"
        "05978;Kreis;Unna;DEA5C;543;394 782\n08115;Landkreis;Böblingen;DE112;618;391 640",
        "5 rows, 3 answered; 2 blank",
        ["", "", "01001000", "(05978)", "(08115)"],
    ),
    # GeoNames gives its places without headings, with the keys of Kreise and of municipalities.
    (
        "2950159\tBerlin\t52.52437\t13.41053\tP\tPPLC\tDE\t\t16\t00\t11000\t11000000\n"
        "2894003\tKamen\t51.59231\t7.6638\tP\tPPL\tDE\t\t07\t059\t05978\t05978020\n"
        "2820087\tUnna\t51.53795\t7.68969\tP\tPPL\tDE\t\t07\t059\t05978\t05978036",
        "no headings; key: column_12",
        ["11000000", "05978020", "05978036"],
    ),
    # Shops in Bavaria (BR Data): names written out, as those of parts of the towns are, and short ones of some in
    # another column.
    (
        "govDistrict,admDistrict,admDistrictShort,districtType\nOberbayern,Rosenheim,,Stadt\n"
        "Oberbayern,Mühldorf am Inn,Mühldorf,Landkreis\nOberbayern,Pfaffenhofen an der Ilm,Pfaffenhofen,Landkreis\n"
        "Oberbayern,Rosenheim,,Landkreis\nOberpfalz,Neustadt an der Waldnaab,Neustadt,Landkreis\n"
        "Schwaben,Kempten,,Stadt",
        "Kreis: admDistrict and districtType",
        ["09163000", "(09183)", "(09186)", "(09187)", "(09374)", "09763000"],
    ),
    # The BKG's map of Kreise: beside their keys those of the towns that they are administered from.
    # Names of Kreise under a heading that says nothing, some of which no town bears.
    (
        "Region;Wert\nFlensburg, Stadt;1\nHerzogtum Lauenburg;2\nUnna;3\nErding;4\nAmmerland;5\nMarburg-Biedenkopf;6",
        "Kreis: Region",
        ["01001000", "(01053)", "(05978)", "(09177)", "(03451)", "(06534)"],
    ),
    # A list of Kreise without headings, and one of plates with their Kreise behind them.
    (
        "Prignitz;;;\nRegen;;;\nRemscheid;;;\nRotenburg (Wümme);(Wümme);;\nRoth;;;\nSpree-Neiße;;;\n"
        "St. Wendel;Wendel;;\nUnna;;;\nWeimarer Land;Land;;\nZwickau;;;",
        "no headings; Kreis: column_1",
        ["(12070)", "(09276)", "05120000", "(03357)", "(09576)", "(12071)", "(10046)", "(05978)", "(16071)", "(14524)"],
    ),
    (
        "WRN;Mecklenburgische Seenplatte (MeVo)\nWT;Waldshut-Tiengen (BaWü)\nWüM;Cham (Bay)\nZEL;Cochem-Zell (RhPf)",
        "no headings; Kreis: column_1",
        ["(13071)", "(08337)", "(09372)", "(07135)"],
    ),
    # Names of all levels of NUTS (GISCO), under headings that say nothing.
    (
        "code;label;level;COUNTRY_CODE\nDE;Deutschland;0;DE\nDE1;Baden-Württemberg;1;DE\nDEA52;Dortmund;3;DE\n"
        "DEA5C;Unna;3;DE\nAT130;Wien;3;AT\nFRL04;Bouches-du-Rhône;3;FR",
        "Kreis: code",
        ["none", "none", "05913000", "(05978)", "none", "none"],
    ),
    # So many plates of cars are plates, whatever their heading.
    (
        "Kürzel;n\nUN;1\nDO;3\nHAM;2\nSO;7\nHSK;7\nB;5",
        "Kreis: Kürzel",
        ["(05978)", "05913000", "05915000", "(05974)", "(05958)", "11000000"],
    ),
    (
        "ARS;AGS;SDV_ARS;GEN;BEZ\n05978;05978;059780036036;Unna;Kreis\n05554;05554;055540012012;Borken;Kreis",
        "key: ARS, Kreis: GEN and BEZ",
        ["(05978)", "(05554)"],
    ),
    # Numbers of the pandemic: the names of Kreise, and once more with their titles.
    (
        "Name;Short name\nVechta;LK Vechta\nLandsberg am Lech;LK Landsberg a.Lech\nHeilbronn;SK Heilbronn",
        "Kreis: Short name",
        ["(03460)", "(09181)", "08121000"],
    ),
    # INKAR without its keys: a city with what it is, and the Kreis around it without.
    (
        "Raum;Wert\nGermersheim;1\nStuttgart, Stadt;2\nHeilbronn, Stadt;3\nHeilbronn;4",
        "'Heilbronn' (08125): a city and a Kreis have this name",
        ["(07334)", "08111000", "08121000", "(08125)"],
    ),
    # Without headings: `Stadt` comes again, and is no heading.
    (
        "Rosenheim;Stadt\nAltötting;Landkreis\nRosenheim;Landkreis\nPassau;Stadt",
        "no headings; Kreis: column_1 and column_2",
        ["09163000", "(09171)", "(09187)", "09262000"],
    ),
    # Of a city and the Kreis of its name each has its own middle (BR Data).
    (
        "name,type,lat,long\nAnsbach,Stadt,49.29,10.569\nAnsbach,Landkreis,49.1877,10.3811\nCham,Landkreis,49.23,12.66",
        "'lat' and 'long' not read: the positions are those of Kreise",
        ["09561000", "(09571)", "(09372)"],
    ),
    # In English, without what tells a Kreis from its namesakes; marks of notes.
    (
        "Kreis;n\nPfaffenhofen (district);1\nMunich (district);2\nDortmund²⁾;3",
        "Kreis: Kreis",
        ["(09186)", "(09184)", "05913000"],
    ),
    # A Kreis is not where it is administered from.
    (
        "key;name;sitz\n01051;Dithmarschen;Heide\n05978;Unna;Unna\n05913;Dortmund, Stadt;Dortmund",
        "key: key, Kreis: name",
        ["(01051)", "(05978)", "05913000"],
    ),
    (
        "name;sitz;land;rb;kreis\nDithmarschen;Heide;01;0;51\nUnna;Unna;05;9;78\nSteinfurt;Steinfurt;05;5;66",
        "key: land, rb and kreis, Kreis: name",
        ["(01051)", "(05978)", "(05566)"],
    ),
    (
        "Kreis;n\nCologne;1\nMunich (district);2\nMunich (city);3\nMunich;4\nNuremberg, Stadt;5\nLippe;6",
        "Kreis: Kreis",
        ["05315000", "(09184)", "09162000", "ambiguous", "09564000", "(05766)"],
    ),
]
