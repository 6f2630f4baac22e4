"""Tables as offices, shops and programs write them. What is right is known from the official keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from hwkcli.errors import Exit

Layout = tuple[str, str, list[str]]


def answers(hwk: Callable[..., Result], tmp_path: Path, table: str, *options: str) -> tuple[list[str], str]:
    """For each row the key of its municipality, or in brackets that of its Kreis, else why there is none."""
    file = tmp_path / "in.csv"
    file.write_text(table.strip("\n") + "\n")
    result = hwk("match", file, "-f", "jsonl", *options)
    assert result.exit_code == 0, result.stderr
    import json

    rows = [json.loads(line) for line in result.stdout.splitlines()]
    found = [
        row["hwk_ags"] or (f"({row['hwk_kreis_key']})" if row["hwk_how"] in ("key", "former_key", "kreis") else "")
        for row in rows
    ]
    return [one or row["hwk_how"] for one, row in zip(found, rows, strict=True)], result.stderr


KEYS_IN_PARTS: list[Layout] = [
    # The accident atlas, with and without its zeros.
    (
        "ID;ULAND;UREGBEZ;UKREIS;UGEMEINDE;UJAHR;XGCSWGS84\n1;05;1;13;000;2020;7,005\n2;12;0;68;468;2020;12,5\n"
        "3;1;0;62;20;2018;10,3",
        "key: ULAND, UREGBEZ, UKREIS and UGEMEINDE",
        ["05113000", "12068468", "01062020"],
    ),
    # Results of elections, and which municipality is in which constituency.
    (
        "Wahlkreis;Land;Regierungsbezirk;Kreis;Verbandsgemeinde;Gemeinde;Wahlbezirk\n001;01;0;01;0000;000;00101\n"
        "144;05;9;78;0020;020;01101",
        "key: Land, Regierungsbezirk, Kreis, Verbandsgemeinde and Gemeinde",
        ["01001000", "05978020"],
    ),
    (
        "Nr;RGS_Land;RGS_RegBez;RGS_Kreis;RGS_GemVerband;RGS_Gemeinde;Gemeindename\n1;01;0;51;5163;001;Albersdorf",
        "key: RGS_Land, RGS_RegBez, RGS_Kreis, RGS_GemVerband and RGS_Gemeinde, place: Gemeindename",
        ["01051001"],
    ),
    # Lists of hospitals: the Kreis has three digits; beside it, without the municipality, the address decides.
    (
        "Land;Kreis;Gemeinde;Name;PLZ;Ort\n05;978;020;Klinik;59174;Kamen\n08;111;000;Klinik;70174;Stuttgart",
        "key: Land, Kreis and Gemeinde, postal code: PLZ, place: Ort",
        ["05978020", "08111000"],
    ),
    ("Land;Kreis;PLZ;Ort\n05;978;59174;Kamen\n05;913;44135;Dortmund", "key: Land and Kreis", ["05978020", "05913000"]),
    # The register of municipalities: names of the parts in a second row of headings, rows of all levels. The postal
    # code of a Kreis is that of its seat, and its name that of a town.
    (
        "Satz-art;Amtlicher Regionalschlüssel (ARS);;;;;Gemeindename;Fläche;PLZ\n;Land;RB;Kreis;VB;Gem;;;\n"
        "10;05;;;;;Nordrhein-Westfalen;1;40213\n20;05;9;;;;Arnsberg;1;59821\n40;05;9;78;;;Unna;1;59425\n"
        "50;05;9;78;0020;;Kamen, Stadt;;\n60;05;9;78;0020;020;Kamen, Stadt;1;59174\n60;05;9;78;0036;036;Unna;1;59423",
        "column 6, postal code: PLZ, place: Gemeindename",
        ["", "()", "()", "(05978)", "(05978)", "05978020", "05978036"],
    ),
    # A whole key comes first.
    (
        "AGS;Land;Kreis;Gem\n05978020;05;978;020\n05913000;05;913;000",
        "key: AGS, Land: Land\n",
        ["05978020", "05913000"],
    ),
    # Numbers that are no keys.
    ("Land;Kreis;PLZ\n05;001;59174\n05;002;44135", "postal code: PLZ", ["05978020", "05913000"]),
]

KEYS_IN_PARTS += [
    # Which municipality is in which constituency (Die Bundeswahlleiterin): where there is a key, nobody is asked.
    (
        "Wahlkreis-Nr;RGS_Land;RGS_RegBez;RGS_Kreis;RGS_GemVerband;RGS_Gemeinde;Gemeindename;PLZ-GemVerwaltung;"
        "PLZ-mehrere\n001;01;0;01;0000;000;Flensburg;24937;24939\n144;05;9;78;0020;020;Kamen;59174;",
        "'PLZ-GemVerwaltung' and 'PLZ-mehrere' not read: the keys tell more",
        ["01001000", "05978020"],
    ),
]

KREISE: list[Layout] = [
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
]

KREISE += [
    # Kreise of before, some with today's keys, and NUTS codes beside them.
    (
        "id_nuts;name;id_ars\nDE926;Holzminden;03255\nDEA35;Coesfeld;05558\nDE734;Kassel, Landkreis;06633\n"
        "DEE11;Dessau, Kreisfreie Stadt;\nDEG0N;Eisenach, Kreisfreie Stadt;16056\nDE427;Lippe;05766",
        "key: id_ars, Kreis: name",
        ["(03255)", "(05558)", "(06633)", "15001000", "(16063)", "(05766)"],
    ),
]

KREISE += [
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
]

KREISE += [
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
]

ADDRESSES: list[Layout] = [
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
    # R writes the numbers of the rows without a heading.
    ('"plz";"ort";"n"\n"1";"59174";"Kamen";3\n"2";"44135";"Dortmund";5', "plz, place: ort", ["05978020", "05913000"]),
    ("plz;n\nerste;59174;3\nzweite;44135;5", "postal code: plz", ["05978020", "05913000"]),
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
    # Gauges of rivers (Pegelonline): where names could be places, positions decide, and nobody is asked.
    (
        "shortname;longname;agency;longitude;latitude\nKÖLN;KÖLN;KÖLN;6.963;50.937",
        "latitude: latitude, longitude: longitude\n",
        ["05315000"],
    ),
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
    # A table of Markdown.
    ("| PLZ | Ort |\n|-----|:----|\n| 59174 | Kamen |", "2 rows, 1 answered; 1 blank", ["", "05978020"]),
    # The trees of a city: an oak (Eiche) and a maple (Ahorn) are no places, and those that are lie elsewhere.
    (
        "baum;art;lat;lon\n1;Eiche;51.5139;7.4653\n2;Linde;51.5139;7.4653\n3;Ahorn;51.5139;7.4653",
        "row 1; latitude: lat, longitude: lon\n",
        ["05913000", "05913000", "05913000"],
    ),
    (
        "baum;art;lat;lon\n1;Esche;51.5139;7.4653\n2;Ahorn;51.5139;7.4653",
        "row 1; latitude: lat, longitude: lon\n",
        ["05913000", "05913000"],
    ),
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
    # Wikidata: the code of a town may be a range of codes.
    (
        "itemLabel,plz\nKamen,59174\nUnna,59423–59427\nAlbersdorf,25767",
        "postal code: plz, place: itemLabel",
        ["05978020", "05978036", "01051001"],
    ),
    # A list of hospitals: where a hospital's owner sits is not where it stands.
    (
        "Name;Standort PLZ;Standort Ort;Träger PLZ;Träger Ort\nA;59174;Kamen;44135;Dortmund",
        "'Standort PLZ' is read and not 'Träger PLZ'",
        ["05978020"],
    ),
    # Positions in one cell, as Wikidata, Opendatasoft and GeoServer write them.
    (
        "itemLabel,coord\nKamen,Point(7.663055 51.591666)\nAlbersdorf,Point(9.28 54.15)\nNeustadt,Point(10.81 54.11)",
        "place: itemLabel, latitude: coord, longitude: coord",
        ["05978020", "01051001", "01055032"],
    ),
    ("id;geo_point_2d\nb1;51.534, 7.689\nb2;48.14, 11.57", "latitude: geo_point_2d", ["05978036", "09162000"]),
    (
        'Bad,geometry\nA,"{""type"": ""Point"", ""coordinates"": [7.689, 51.534]}"',
        "latitude: geometry, longitude: geometry",
        ["05978036"],
    ),
    # In metres they are none.
    ("Ort;GEOM\nKamen;POINT (407384.5 5716325.1)", "place: Ort\n", ["05978020"]),
    # Schools of Saxony, in English words.
    (
        "name;building_postcode;building_community;building_community_key\nA;01067;Dresden;14612000",
        "key: building_community_key, postal code: building_postcode, place: building_community",
        ["14612000"],
    ),
    # SAP, in its two forms.
    (
        "KUNNR;LAND1;NAME1;STRAS;PSTLZ;ORT01;REGIO\n1;DE;A;Weg 1;59174;Kamen;05\n2;AT;B;Weg 1;1010;Wien;W",
        "postal code: PSTLZ, place: ORT01",
        ["05978020", "none"],
    ),
    (
        "PARTNER;STREET;POST_CODE1;CITY1;CITY2;POST_CODE2;COUNTRY\n1;Weg;59174;Kamen;Methler;;DE",
        "postal code: POST_CODE1, place: CITY1, country: COUNTRY",
        ["05978020"],
    ),
    # DATEV: a line of settings, then the headings.
    (
        '"EXTF";700;16;"Debitoren/Kreditoren";5;20240101000000000;;"RE";"";"";1001;1;20240101;4\n'
        "Konto;Name;Straße;Postleitzahl;Ort;Land;Postleitzahl (Rechnungsadresse);Ort (Rechnungsadresse)\n"
        '10000;"A";"Weg 1";"59174";"Kamen";"DE";"";""',
        "headings in row 2; postal code: Postleitzahl, place: Ort, country: Land",
        ["05978020"],
    ),
    # Orders of shops.
    (
        "order-id;ship-city;ship-state;ship-postal-code;ship-country\n1;KAMEN;;59174;DE\n2;Wien;;1010;AT",
        "postal code: ship-postal-code, place: ship-city, country: ship-country",
        ["05978020", "none"],
    ),
    (
        "id;shippingZip;shippingCity;shippingCountry\n1;59174;Kamen;DE\n2;1010;Wien;AT",
        "postal code: shippingZip, place: shippingCity, country: shippingCountry",
        ["05978020", "none"],
    ),
    # Address books: of several addresses the one with something in it.
    (
        "Name;Ort geschäftlich;Postleitzahl geschäftlich;Land/Region geschäftlich;Ort privat;Postleitzahl privat\n"
        "A;Kamen;59174;Deutschland;;",
        "'Postleitzahl geschäftlich' is read and not 'Postleitzahl privat'",
        ["05978020"],
    ),
    (
        "Name;Address 1 - City;Address 1 - Region;Address 1 - Postal Code;Address 1 - Country\nA;Kamen;;59174;DE",
        "postal code: Address 1 - Postal Code, place: Address 1 - City, country: Address 1 - Country",
        ["05978020"],
    ),
    # Of numbered addresses the first (lexoffice); the receiver and not the sender, what is built on and not who builds.
    (
        "Kundennummer;Straße 1;PLZ 1;Ort 1;Land 1;Straße 2;PLZ 2;Ort 2;Land 2\n1;W;59174;Kamen;DE;W;59065;Hamm;DE",
        "postal code: PLZ 1, place: Ort 1, country: Land 1\nhwk: 'PLZ 1' is read and not 'PLZ 2'",
        ["05978020"],
    ),
    (
        "SEND_PLZ;SEND_CITY;SEND_COUNTRY;RECV_PLZ;RECV_CITY;RECV_COUNTRY\n44135;Dortmund;DEU;59174;Kamen;DEU",
        "postal code: RECV_PLZ, place: RECV_CITY",
        ["05978020"],
    ),
    (
        "Aktenzeichen;Bauherr PLZ;Bauherr Ort;Grundstück PLZ;Grundstück Ort\n1;44135;Dortmund;59174;Kamen",
        "'Grundstück PLZ' is read and not 'Bauherr PLZ'",
        ["05978020"],
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
    # Sums of parts, as Excel writes them.
    (
        "Kunde;PLZ;Ort;Umsatz\nA;59174;Kamen;1\n;;Kamen Ergebnis;1\nB;44135;Dortmund;2\n;;Dortmund Ergebnis;2\n"
        "Ergebnis;;;3",
        "5 rows, 2 answered; 3 blank, totals or notes",
        ["05978020", "", "05913000", "", ""],
    ),
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
]


@pytest.mark.parametrize(("table", "said", "expected"), [*KEYS_IN_PARTS, *KREISE, *ADDRESSES])
def test_layouts(hwk: Callable[..., Result], tmp_path: Path, table: str, said: str, expected: list[str]) -> None:
    found, told = answers(hwk, tmp_path, table)
    assert found == expected
    assert said in told


def test_of_several_addresses_the_whole_one_is_read(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """Where a user names one column, those beside it are of the same address."""
    table = (
        "id;Billing City;Billing Zip;Billing Country;Shipping City;Shipping Zip;Shipping Country\n"
        "1;Wien;'1010;AT;Kamen;'59174;DE\n2;Dortmund;'44135;DE;Wien;'1010;AT"
    )
    for options, expected in (
        (("--postal-code", "Billing Zip"), ["none", "05913000"]),
        (("--postal-code", "Shipping Zip"), ["05978020", "none"]),
        (("--prefix", "Shipping "), ["05978020", "none"]),
    ):
        (tmp_path / "in.csv").write_text(table + "\n")
        result = hwk("match", tmp_path / "in.csv", "-f", "csv", *options)
        prefix = options[1] if options[0] == "--prefix" else "hwk_"
        head, *rows = (line.split(";") for line in result.stdout.splitlines())
        at, how = head.index(f"{prefix}ags"), head.index(f"{prefix}how")
        assert [row[at] or row[how] for row in rows] == expected, options
    result = hwk("match", tmp_path / "in.csv")
    assert result.exit_code == Exit.USAGE
    assert "the postal code could be 'Billing Zip' or 'Shipping Zip'" in result.stderr


def test_a_company_sits_where_it_is_registered(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """And not where its officer lives (OffeneRegister)."""
    import json

    officers = [{"name": "A", "other_attributes": {"city": "Unna"}, "type": "person"}]
    company = {
        "name": "B GmbH",
        "registered_address": "Oststr. 2, 23730 Neustadt.",
        "all_attributes": {"registered_office": "Neustadt", "federal_state": "Schleswig-Holstein"},
        "officers": officers,
    }
    (tmp_path / "in.jsonl").write_text(json.dumps(company) + "\n")
    result = hwk("match", tmp_path / "in.jsonl", "-f", "json")
    assert "place: registered_address and all_attributes.registered_office, Land: " in result.stderr
    assert json.loads(result.stdout)[0]["hwk_ags"] == "01055032"


def test_of_keys_of_several_levels_that_of_the_municipality_is_read(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """As OpenPLZ answers: a locality with its municipality, Kreis and Land."""
    import json

    levels = {"municipality": ("05978020", "Kamen", "Stadt"), "district": ("05978", "Unna", "Kreis")}
    place: dict[str, object] = {"postalCode": "59174", "name": "Methler"}
    place |= {level: dict(zip(("key", "name", "type"), of, strict=True)) for level, of in levels.items()}
    (tmp_path / "in.json").write_text(json.dumps([place]))
    result = hwk("match", tmp_path / "in.json", "-f", "json")
    assert "key: municipality.key, postal code: postalCode, place: municipality.name" in result.stderr
    assert json.loads(result.stdout)[0]["hwk_ags"] == "05978020"
