"""Tables of addresses, as offices, shops and programs write them.

Each is a table, what is said of it, and for each row the key of its municipality, or in brackets that of its Kreis, as
the official tables have them."""

OF_ADDRESSES: list[tuple[str, str, list[str]]] = [
    # Below a title, one column has its heading, whatever it is called.
    ("Alle Standorte\n\nAnschrift\n59174 Kamen\n44135 Dortmund", "headings in row 3", ["05978020", "05913000"]),
    ("Members 2025\naddress\n59174 Kamen\n44135 Dortmund", "headings in row 2", ["05978020", "05913000"]),
    # Wikidata's query service: the page of a place before its name.
    (
        "city,cityLabel,population\nhttp://www.wikidata.org/entity/Q10979,Kamen,42000\n"
        "http://www.wikidata.org/entity/Q2090,Nuremberg,520000",
        "place: cityLabel",
        ["05978020", "09564000"],
    ),
    (
        '?city\t?cityLabel\n<http://www.wikidata.org/entity/Q10979>\t"Kamen"@de\n'
        '<http://www.wikidata.org/entity/Q2090>\t"Nürnberg"@de',
        "place: ?cityLabel",
        ["05978020", "09564000"],
    ),
    # Bundeszentralamt für Steuern: postal codes of the building, of P.O. boxes and of the office alone.
    (
        "BuFaNr;Finanzamt;Straße;PLZ Str;Ort Str;PLZ PF;Postfach;PLZ GK\n2101;Flensburg;Duburger Straße 58-64;24939;"
        "Flensburg;24905;1552;\n5333;Hamm;Grünstraße 2;59065;Hamm;59004;1449;",
        "postal code: PLZ Str",
        ["01001000", "05915000"],
    ),
    # Newsletter programs (Mailchimp) part the lines of an address by two blanks.
    (
        "Email Address,Address\na@b.de,Weg 1  Kamen  NRW 59174 Germany\na@b.de,Hauptstr. 5  2. OG  Unna   59423  DE",
        "place: Address",
        ["05978020", "05978036"],
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
    # What a geocoder calls a town in one row is a village in another.
    (
        "display_name;address.town;address.county;address.postcode;address.village\n"
        "x;Kamen;Kreis Unna;59174;\nx;;Landkreis Diepholz;27327;Schwarme",
        "postal code: address.postcode, place: address.town and address.village",
        ["05978020", "03251033"],
    ),
    # The commas of the addresses part more than what parts the headings, too.
    (
        "nr;Datensatz\n1;Name: A GmbH, Straße: Weg 1, PLZ: 59174, Ort: Kamen, Tel: 1\n"
        "2;Name: B GmbH, Straße: Weg 2, PLZ: 59423, Ort: Unna, Tel: 2",
        "split by semicolon, headings in row 1; place: Datensatz",
        ["05978020", "05978036"],
    ),
    # A second address only where it is another one, which it never is.
    (
        "Id;BillingCity;BillingPostalCode;ShippingCity;ShippingPostalCode\n1;Kamen;59174;Kamen;59174\n2;Unna;59423;;",
        "'BillingPostalCode' is read and not 'ShippingPostalCode'",
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
    # A list of SAP, with a line drawn below its headings.
    (
        "|KUNNR|LAND1|ORT01  |PSTLZ|REGIO|\n|-----|-----|-------|-----|-----|\n|00001|DE   |Kamen  |59174|05   |\n"
        "|00002|AT   |Linz   |4020 |4    |\n|00003|CH   |Bern   |3011 |BE   |\n|00004|DE   |Unna   |59423|05   |",
        "country: LAND1",
        ["", "05978020", "none", "none", "05978036"],
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
]
