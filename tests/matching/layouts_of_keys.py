"""Tables with keys, whole or in several columns.

Each is a table, what is said of it, and for each row the key of its municipality, or in brackets that of its Kreis, as
the official tables have them."""

OF_KEYS: list[tuple[str, str, list[str]]] = [
    # Positions of houses (Geobasis NRW): the parts of the key and their names.
    (
        "nba;oid;landschl;land;regbezschl;regbez;kreisschl;kreis;gmdschl;gmd\nN;D0;05;Nordrhein-Westfalen;9;Arnsberg;78;"
        "Unna;020;Kamen\nN;D1;05;Nordrhein-Westfalen;9;Arnsberg;13;Dortmund;000;Dortmund",
        "key: landschl, regbezschl, kreisschl and gmdschl, place: gmd, Kreis: kreis",
        ["05978020", "05913000"],
    ),
    # The parts of keys without their headings, in a list without any and under others.
    (
        "05;9;78;020;Kamen, Stadt;12\n05;9;78;004;Bergkamen, Stadt;3\n05;9;13;000;Dortmund, Stadt;5\n"
        "09;1;62;000;München, Landeshauptstadt;7",
        "no headings; key: column_1, column_2, column_3 and column_4, place: column_5",
        ["05978020", "05978004", "05913000", "09162000"],
    ),
    (
        "A;B;C;Wert;Name\n5;978;20;1;Kamen\n5;978;4;1;Bergkamen\n5;913;0;2;Dortmund\n9;162;0;2;München",
        "key: A, B and C",
        ["05978020", "05978004", "05913000", "09162000"],
    ),
    # Keys of all levels filled up with zeros (Regionaldatenbank), among them those of Kreise that are no more.
    (
        'AGS,name,level\n14171000,"Annaberg, Landkreis",lau\n14181000,Mittlerer Erzgebirgskreis,lau\n'
        '13052000,"Demmin, Landkreis",lau\n05978020,"Kamen, Stadt",lau\n05978000,"Unna, Kreis",lau\n'
        "05978999,Nirgendwo,lau",
        "key: AGS",
        ["(14521)", "(14521)", "ambiguous", "05978020", "(05978)", "none"],
    ),
    # Numbers of stops, without their positions; one abroad has another number.
    (
        "ifopt;haltestelle\nde:05914:2003;Hbf\nde:05978:1234:1:1;Bahnhof\nat:43:3121;Linz Hbf",
        "key: ifopt",
        ["05914000", "(05978)", "none"],
    ),
    # Inhabitants of Berlin's districts, which are counted like Kreise; the deprivation of Kreise in one year, which is
    # no postal code without its zero; municipalities of Baden-Württemberg without headings, with their keys twice, of
    # which the whole ones are read.
    (
        "id;name;population\n11001;Berlin-Mitte;383457\n11002;Berlin-Friedrichshain-Kreuzberg;289120\n"
        "11012;Berlin-Reinickendorf;264826",
        "key: id",
        ["11000000"] * 3,
    ),
    (
        "Kreis;Kreisname;Jahr;Wert\n1001;Flensburg, Stadt;1998;0.69\n1002;Kiel, Landeshauptstadt;1998;0.6\n"
        "16077;Altenburger Land;1998;0.8",
        "key: Kreis, Kreis: Kreisname\n",
        ["01001000", "01002000", "(16077)"],
    ),
    (
        "1097,437107,KD,08437107,72510,Stetten am kalten Markt\n1098,437114,KD,08437114,72519,Veringenstadt\n"
        "1099,437118,KD,08437118,88639,Wald\n1102,x,KD,08317971,x,Rheinau",
        "no headings; key: column_4",
        ["08437107", "08437114", "08437118", "08317971"],
    ),
    # The Zensus: the day of the count stands in a row of its own.
    (
        ";;Persons;Area\n;;number;km²\n2022-05-15;;;\n010010000000;Flensburg, Stadt;95015;56.73\n"
        "010515163003;Averlak;568;9.06",
        "key: column 1, place: column 2",
        ["", "", "01001000", "01051003"],
    ),
    # The accident atlas, with and without its zeros.
    (
        "ID;ULAND;UREGBEZ;UKREIS;UGEMEINDE;UJAHR;XGCSWGS84\n1;05;1;13;000;2020;7,005\n2;12;0;68;468;2020;12,5\n"
        "3;1;0;62;20;2018;10,3",
        "key: ULAND, UREGBEZ, UKREIS and UGEMEINDE",
        ["05113000", "12068468", "01062020"],
    ),
    # Its file of all Länder, in which Berlin's districts are like Kreise.
    (
        "OBJECTID;UIDENTSTLAE;ULAND;UREGBEZ;UKREIS;UGEMEINDE;UJAHR\n1;01230113142013290000;01;0;55;012;2023\n"
        "2;05230113142013290001;05;9;78;020;2023\n3;11230113142013290002;11;0;11;011;2023",
        "key: ULAND, UREGBEZ, UKREIS and UGEMEINDE",
        ["01055012", "05978020", "11000000"],
    ),
    # Landesamt für Statistik Niedersachsen: Samtgemeinden stand between their municipalities.
    (
        "Schlüssel;Kreisfreie Stadt, Landkreis, Samtgemeinde, Gemeinde;Einwohner\n101000;Braunschweig,Stadt;1\n"
        "151;Gifhorn;1\n151009;Gifhorn,Stadt;1\n151401;Boldecker Land,SG;1\n151002;Barwedel;1\n151402;Brome,SG;1",
        "key: Schlüssel",
        ["03101000", "(03151)", "03151009", "(03151)", "03151002", "(03151)"],
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
    # Which municipality is in which constituency (Die Bundeswahlleiterin): where there is a key, nobody is asked.
    (
        "Wahlkreis-Nr;RGS_Land;RGS_RegBez;RGS_Kreis;RGS_GemVerband;RGS_Gemeinde;Gemeindename;PLZ-GemVerwaltung;"
        "PLZ-mehrere\n001;01;0;01;0000;000;Flensburg;24937;24939\n144;05;9;78;0020;020;Kamen;59174;",
        "'PLZ-GemVerwaltung' and 'PLZ-mehrere' not read: the keys tell more",
        ["01001000", "05978020"],
    ),
    # The key of the municipality says more than that of its Kreis, whatever their headings (energy data of the
    # Mecklenburgische Seenplatte).
    (
        "Jahr;schluessel;gemeinde;landkreis_id;landkreis\n1;13071004;Altentreptow;13071;Mecklenburgische Seenplatte\n"
        "2020;13071107;Neubrandenburg;13071;Mecklenburgische Seenplatte\n2020;13072006;Bad Doberan;13072;Rostock",
        "key: schluessel, place: gemeinde, Kreis: landkreis",
        ["13071004", "13071107", "13072006"],
    ),
    # The addresses of a surveyor's office: the key is in two words, and the number of the Kreis is none.
    (
        "gemeinde_name;gemeinde_schluessel;kreis;kreis_nr;ort;ortsteil;plz\nEichwalde;12061112;Dahme-Spreewald;61;Eichwalde;;"
        "15732\nKönigs Wusterhausen;12061260;Dahme-Spreewald;61;Königs Wusterhausen;Zernsdorf;15712",
        "key: gemeinde_schluessel, postal code: plz",
        ["12061112", "12061260"],
    ),
    # Few rows are enough where the names beside keys are those of these Kreise and municipalities
    # (regionalstatistik.de, BBSR, a map of the values of land).
    (
        "Regionalcode;Raum;Wert\n05978;Unna;1\n05913;Dortmund, Stadt;2",
        "key: Regionalcode, Kreis: Raum",
        ["(05978)", "05913000"],
    ),
    ("gem19;name19;krs19\n5978020;Kamen;5978000", "key: gem19, place: name19", ["05978020"]),
    ("GESL;GENA;GEMA\n05978020;Kamen;Methler\n05978036;Unna;Unna", "key: GESL", ["05978020", "05978036"]),
    ("id;bez;n\n14511;Chemnitz;1\n14612;Dresden;2\n14713;Leipzig;3", "key: id", ["14511000", "14612000", "14713000"]),
    ("krs;krs_bev\n5978;390\n5913;600", "key: krs", ["(05978)", "05913000"]),
    # Eurostat's names of municipalities, in two spellings that are the same in Germany.
    (
        "NUTS 3 CODE;LAU CODE;LAU NAME NATIONAL;LAU NAME LATIN\nDEA5C;05978020;Kamen, Stadt;Kamen, Stadt\n"
        "DEA52;05913000;Dortmund, Stadt;Dortmund, Stadt",
        "key: LAU CODE",
        ["05978020", "05913000"],
    ),
    ("GISCO_ID,CNTR_CODE,LAU_ID\nDE_05978020,DE,05978020\nDE_05913000,DE,05913000", "LAU_ID", ["05978020", "05913000"]),
    ("AGS2020;n\n05978020;1", "key: AGS2020", ["05978020"]),
    ("ID_LK_SK;LK_SK\n05978;Unna\n05913;Dortmund", "key: ID_LK_SK, Kreis: LK_SK", ["(05978)", "05913000"]),
    ("LK SK;n\nUnna;1\nDortmund;2", "Kreis: LK SK", ["(05978)", "05913000"]),
    # A Regierungsbezirk bears the name of a town in it.
    (
        "ARS;GEN;BEZ;n\n059;Arnsberg;Regierungsbezirk;3\n05978;Unna;Kreis;2\n059780020020;Kamen;Stadt;1",
        "key: ARS, place: GEN",
        ["", "(05978)", "05978020"],
    ),
    # Names beside keys, under a heading that says nothing, where the code is another one (a map of jobs).
    (
        "s,plz,gen,lat,lon,ags\n12,14532,Stahnsdorf,52.391689,13.216273,12069604\n"
        "13,17207,Sietow,53.446312,12.557348,13071137\n14,02979,Elsterheide,51.466289,14.228096,14625120",
        "place: gen",
        ["12069604", "13071137", "14625120"],
    ),
    # Länder in the order of the alphabet.
    (
        "ags;ort;bundesland_id\n05978020;Kamen;10\n09162000;München;2\n14612000;Dresden;13\n08111000;Stuttgart;1",
        "'bundesland_id' not read: its numbers are not those of the Länder",
        ["05978020", "09162000", "14612000", "08111000"],
    ),
    # Addresses of town halls in Sachsen: the municipality's key, and not that of its Kreis.
    (
        "SCHLNR;NR_KRS;GEMEINDE;PLZ;ORT;PLZ_PSF\n14511000;14511;Chemnitz, Stadt;09111;Chemnitz;09106\n"
        "14521;14521;Erzgebirgskreis;09456;Annaberg-Buchholz;09446\n14521010;14521;Amtsberg;09439;Amtsberg;",
        "key: SCHLNR",
        ["14511000", "14521020", "14521010"],
    ),
    # A table of one Land: the numbers of its regions are no keys of other Länder.
    (
        "Schlüssel;Name;n\n101;Braunschweig, Stadt;1\n102;Salzgitter, Stadt;2\n153;Goslar;2\n"
        "1;Statistische Region Braunschweig;4\n2;Statistische Region Hannover;4\n11;Region Ost;1\n451;Ammerland;2",
        "read as those of Niedersachsen (03)",
        ["03101000", "03102000", "(03153)", "", "", "", "(03451)"],
    ),
    # What is counted is no key.
    ("Kundennr;Ort\n5978;Unna", "semicolon, headings in row 1; place: Ort", ["05978036"]),
    # A calculator of removals, with keys that are those of other Kreise: the names contradict them.
    (
        "ags;name\n01001;Flensburg, Stadt\n05913;Hamm, Stadt\n14612;Dresden, Stadt\n03241;Region Hannover",
        "key: ags, Kreis: name",
        ["01001000", "conflict", "14612000", "(03241)"],
    ),
    # Areas of postal codes, and the places in them.
    (
        'name,description\n52538,"52538 Gangelt, Selfkant"\n52074,52074 Aachen\n52222,52222 Stolberg (Rhld.)',
        "postal code: description",
        ["ambiguous", "05334002", "05334032"],
    ),
    # Spreadsheets mark as texts what is no number for them, and the marks stay (`='01067`); web pages leave theirs.
    ("krs17;krs17name\n'05978;Unna\n'05913;Dortmund, Stadt", "key: krs17", ["(05978)", "05913000"]),
    ("IdLandkreis;Anzahl\n  11012 ;1\n 05978 ;2", "key: IdLandkreis", ["11000000", "(05978)"]),
    (
        "id,plz,lat,lon,name\n'1,'01067,'51.06,'13.72,Dresden\n'2,'01445,'51.11,'13.64,Radebeul\n"
        "'3,'50667,'50.94,'6.96,K&ouml;ln",
        "postal code: plz, place: name",
        ["14612000", "14627210", "05315000"],
    ),
    # The country before a key, the marks of Markdown around it.
    ("krs;n\nDE05978;1\nDE05913;2\nDE09184;3", "key: krs\n", ["(05978)", "05913000", "(09184)"]),
    ("id;n\nDE_05978020;1\nDE_05978036;2\nDE_09162000;3", "key: id\n", ["05978020", "05978036", "09162000"]),
    ("AGS;n\n`05978020`;1\n`01001000`;2", "key: AGS\n", ["05978020", "01001000"]),
    # GeoNames gives its places without headings, with the keys of Kreise and of municipalities.
    (
        "2950159\tBerlin\t52.52437\t13.41053\tP\tPPLC\tDE\t\t16\t00\t11000\t11000000\n"
        "2894003\tKamen\t51.59231\t7.6638\tP\tPPL\tDE\t\t07\t059\t05978\t05978020\n"
        "2820087\tUnna\t51.53795\t7.68969\tP\tPPL\tDE\t\t07\t059\t05978\t05978036",
        "no headings; key: column_12",
        ["11000000", "05978020", "05978036"],
    ),
]
