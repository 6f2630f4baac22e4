"""Lists of Kreise and Länder: by their names and kinds, their plates, and without headings.

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
    # NUTS of another year (Eurostat): the names last longer than the codes, and some keys are missing.
    (
        'id_nuts,name,id_ars\nDEA35,Coesfeld,05558\nDEA33,"Münster, Kreisfreie Stadt",05515\nDEA5C,Unna,05978\n'
        'DEE34,Halberstadt,\nDEB16,Cochem-Zell,\nDED23,"Hoyerswerda, Kreisfreie Stadt",',
        "key: id_ars, Kreis: name",
        ["(05558)", "05515000", "(05978)", "(15085)", "(07135)", "(14625)"],
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
    # A pivot table of Excel.
    (
        "Zeilenbeschriftungen;Summe von Umsatz\nNordrhein-Westfalen;3\nKreis Unna;1\nDortmund;2\nLandkreis München;5\n"
        "(Leer);\nGesamtergebnis;8",
        "Kreis: Zeilenbeschriftungen",
        ["land", "(05978)", "05913000", "(09184)", "", ""],
    ),
    # A key behind its name.
    (
        "Kreis;Fälle\nUnna (05978);3\nDortmund (krfr. Stadt, 05913);4\nMünchen (09184);5\nMünchen (09162);5",
        "key: Kreis\n",
        ["(05978)", "05913000", "(09184)", "09162000"],
    ),
    # Signs between the parts of a key.
    ("AGS;n\n05.978.020;1\n05-913-000;2\n09.1.62.000;3", "key: AGS\n", ["05978020", "05913000", "09162000"]),
    # In English, with names that are not known: a Kreis is not the town of its name.
    (
        "Federal state,District,District code,n\nNorth Rhine-Westphalia,Unna,05978,1\n"
        "Bavaria,Munich (district),09184,2\nBavaria,Munich (urban),09162,4\nLower Saxony,Hanover Region,03241,6",
        "key: District code, Land: Federal state",
        ["(05978)", "(09184)", "09162000", "(03241)"],
    ),
    # One heading above several columns.
    (
        "landkreis;;;\nAhrweiler;;;\nAltenburger Land;Land;;\nBrandenburg an der Havel;an;der;Havel\n"
        "Städteregion Aachen;Städteregion;Aachen;",
        "headings in row 1; Kreis: landkreis\n",
        ["(07131)", "(16077)", "12051000", "(05334)"],
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
    # Plates of cars.
    ("Kennzeichen;n\nUN;1\nDO;2\nM;3\nHAM;4", "Kreis: Kennzeichen", ["(05978)", "05913000", "ambiguous", "05915000"]),
    # So many plates of cars are plates, whatever their heading.
    (
        "Kürzel;n\nUN;1\nDO;3\nHAM;2\nSO;7\nHSK;7\nB;5",
        "Kreis: Kürzel",
        ["(05978)", "05913000", "05915000", "(05974)", "(05958)", "11000000"],
    ),
    # Without headings: `Stadt` comes again, and is no heading.
    (
        "Rosenheim;Stadt\nAltötting;Landkreis\nRosenheim;Landkreis\nPassau;Stadt",
        "no headings; Kreis: column_1 and column_2",
        ["09163000", "(09171)", "(09187)", "09262000"],
    ),
    # The BKG's map of Kreise: beside their keys those of the towns that they are administered from.
    (
        "ARS;AGS;SDV_ARS;GEN;BEZ\n05978;05978;059780036036;Unna;Kreis\n05554;05554;055540012012;Borken;Kreis",
        "key: ARS, Kreis: GEN and BEZ",
        ["(05978)", "(05554)"],
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
