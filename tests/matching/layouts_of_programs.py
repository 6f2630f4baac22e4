"""Addresses as programs write them: shops, ledgers, address books, spreadsheets, query services.

Each is a table, what is said of it, and for each row the key of its municipality, or in brackets that of its Kreis, as
the official tables have them."""

OF_PROGRAMS: list[tuple[str, str, list[str]]] = [
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
    # Wikidata: the code of a town may be a range of codes.
    (
        "itemLabel,plz\nKamen,59174\nUnna,59423–59427\nAlbersdorf,25767",
        "postal code: plz, place: itemLabel",
        ["05978020", "05978036", "01051001"],
    ),
    # Newsletter programs (Mailchimp) part the lines of an address by two blanks.
    (
        "Email Address,Address\na@b.de,Weg 1  Kamen  NRW 59174 Germany\na@b.de,Hauptstr. 5  2. OG  Unna   59423  DE",
        "place: Address",
        ["05978020", "05978036"],
    ),
    # R writes the numbers of the rows without a heading.
    ('"plz";"ort";"n"\n"1";"59174";"Kamen";3\n"2";"44135";"Dortmund";5', "plz, place: ort", ["05978020", "05913000"]),
    ("plz;n\nerste;59174;3\nzweite;44135;5", "postal code: plz", ["05978020", "05913000"]),
    # A table of Markdown.
    ("| PLZ | Ort |\n|-----|:----|\n| 59174 | Kamen |", "2 rows, 1 answered; 1 blank", ["", "05978020"]),
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
    # A list of SAP, with a line drawn below its headings.
    (
        "|KUNNR|LAND1|ORT01  |PSTLZ|REGIO|\n|-----|-----|-------|-----|-----|\n|00001|DE   |Kamen  |59174|05   |\n"
        "|00002|AT   |Linz   |4020 |4    |\n|00003|CH   |Bern   |3011 |BE   |\n|00004|DE   |Unna   |59423|05   |",
        "country: LAND1",
        ["", "05978020", "none", "none", "05978036"],
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
    # A second address only where it is another one, which it never is.
    (
        "Id;BillingCity;BillingPostalCode;ShippingCity;ShippingPostalCode\n1;Kamen;59174;Kamen;59174\n2;Unna;59423;;",
        "'BillingPostalCode' is read and not 'ShippingPostalCode'",
        ["05978020", "05978036"],
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
    # Sums of parts, as Excel writes them.
    (
        "Kunde;PLZ;Ort;Umsatz\nA;59174;Kamen;1\n;;Kamen Ergebnis;1\nB;44135;Dortmund;2\n;;Dortmund Ergebnis;2\n"
        "Ergebnis;;;3",
        "5 rows, 2 answered; 3 blank, totals or notes",
        ["05978020", "", "05913000", "", ""],
    ),
    # What a geocoder calls a town in one row is a village in another.
    (
        "display_name;address.town;address.county;address.postcode;address.village\n"
        "x;Kamen;Kreis Unna;59174;\nx;;Landkreis Diepholz;27327;Schwarme",
        "postal code: address.postcode, place: address.town and address.village",
        ["05978020", "03251033"],
    ),
]
