"""Tables with positions, and with figures that look like them.

Each is a table, what is said of it, and for each row the key of its municipality, or in brackets that of its Kreis, as
the official tables have them."""

OF_POSITIONS: list[tuple[str, str, list[str]]] = [
    # Gauges of rivers (Pegelonline): where names could be places, positions decide, and nobody is asked.
    (
        "shortname;longname;agency;longitude;latitude\nKÖLN;KÖLN;KÖLN;6.963;50.937",
        "latitude: latitude, longitude: longitude\n",
        ["05315000"],
    ),
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
    # A position and a name agree, and only the code is not listed for the municipality.
    (
        "plz;ort;lat;lon\n01738;Colmnitz;50.9153;13.5174\n59174;Unna;51.534;7.689\n44135;Unna;51.534;7.689",
        "latitude: lat",
        ["14628205", "05978036", "conflict"],
    ),
    # The position of a postal code is its middle, and lies in one of its towns, which may be another one (WZB).
    (
        ",lat,lng\n04889,51.46,12.97\n04895,51.59,13.21\n04910,51.47,13.51\n04924,51.52,13.38\n04928,51.46,13.64\n"
        "04931,51.43,13.25\n04932,51.416,13.507\n04938,51.61,13.33",
        "'lat' and 'lng' not read: the positions are those of postal codes",
        ["14730045", "12062128", *["ambiguous"] * 3, "12062341", "ambiguous", "12062500"],
    ),
    # Headings of positions that have been taken for each other, and a first row that has a position.
    (
        "street;x;y\nAllee 9;49.1411033;9.2216471\nAllee 39;49.1434651;9.2223735",
        "latitude: x, longitude: y",
        ["08121000", "08121000"],
    ),
    (
        "@a\thttp://a.de\t49.89, 10.89\n@b\thttp://b.de\t52.51, 13.40\n@c\thttp://c.de\t53.07, 8.81",
        "no headings; latitude: column_3",
        ["09461000", "11000000", "04011000"],
    ),
    (
        "Haus A,49.89123,10.89123\nHaus B,52.51123,13.40123\nHaus C,53.07,8.81012",
        "no headings; latitude: column_2, longitude: column_3",
        ["09461000", "11000000", "04011000"],
    ),
    # Figures that are as large as positions in Germany are none.
    ("Ort;a;b\nKamen;51.5;7.6\nUnna;51.6;7.7", "headings in row 1; place: Ort\n", ["05978020", "05978036"]),
    # Postal codes of before (vis4, donations to parties): most names under a heading that says no more are places at
    # their codes, and so the others are places, too.
    (
        "id,plz,lon,lat,name\n1,01067,13.72,51.06,Dresden\n2,01445,13.64,51.11,Radebeul\n3,01454,13.92,51.13,Radeberg\n"
        "4,01462,13.62,51.07,Cossebaude\n5,01609,13.43,51.39,Gröditz",
        "postal code: plz, place: name",
        ["14612000", "14627210", "14625480", "14612000", "14627050"],
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
    # Of a city and the Kreis of its name each has its own middle (BR Data).
    (
        "name,type,lat,long\nAnsbach,Stadt,49.29,10.569\nAnsbach,Landkreis,49.1877,10.3811\nCham,Landkreis,49.23,12.66",
        "'lat' and 'long' not read: the positions are those of Kreise",
        ["09561000", "(09571)", "(09372)"],
    ),
    # Kinds of trains look like plates of cars (Deutsche Bahn).
    (
        "NAME;Verkehr;Laenge;Breite\nKöln Hbf;FV;6,958;50,943\nHürth;RV;6,872;50,871\nBrühl;RV;6,9038;50,8286",
        "row 1; place: NAME, latitude: Breite, longitude: Laenge\n",
        ["05315000", "05362028", "05362012"],
    ),
]
