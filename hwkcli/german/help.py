"""The German of the help pages."""

HELP = {
    # What stands on every page.
    "Usage: ": "Aufruf: ",
    "Arguments": "Argumente",
    "Options": "Optionen",
    "Common options": "Gemeinsame Optionen",
    "Examples": "Beispiele",
    "Commands": "Befehle",
    "default: {value}": "Vorgabe: {value}",
    "environment: {name}": "Umgebung: {name}",
    "Show this message and exit.": "Diese Hilfe zeigen.",
    # Names of values.
    "[OPTIONS]": "[OPTIONEN]",
    "COMMAND [ARGS]...": "BEFEHL [ARGUMENTE]...",
    "CHAMBER": "KAMMER",
    "CODE": "PLZ",
    "COLUMN": "SPALTE",
    "DATE": "DATUM",
    "FILE": "DATEI",
    "FORMAT": "FORMAT",
    "KIND": "ART",
    "KREIS": "KREIS",
    "LAND": "LAND",
    "LEVEL": "STUFE",
    "METRIC": "KENNZAHL",
    "N": "N",
    "NAME": "NAME",
    "NAMES": "NAMEN",
    "NUMBER": "ZAHL",
    "PLACE": "ORT",
    "SIGN": "ZEICHEN",
    "SIZE": "GRÖSSE",
    "TEXT": "TEXT",
    "WHICH": "WELCHE",
    "WORDS": "WÖRTER",
    "[FILE]": "[DATEI]",
    "[KREIS]...": "[KREIS]...",
    "[LAND]": "[LAND]",
    "[METRIC] [KREIS]": "[KENNZAHL] [KREIS]",
    "[SHELL]": "[SHELL]",
    "[TOPIC]": "[THEMA]",
    "[WORDS]": "[WÖRTER]",
    # hwk itself.
    "Germany's chambers of crafts: the district of the Handwerkskammer Dortmund, its towns and Kreise, its figures, "
    "whom to call; and which chamber is responsible for any place in Germany. What is no command is a place to find: "
    "hwk 44135.": "Die Handwerkskammern in Deutschland: der Bezirk der Handwerkskammer Dortmund mit seinen Orten und "
    "Kreisen, Zahlen und Ansprechpartnern; und welche Kammer für einen Ort in Deutschland zuständig ist. Was kein "
    "Befehl ist, ist ein Ort, der gesucht wird: hwk 44135.",
    "hwk help COMMAND explains a command; hwk help exit-codes, environment and formats explain what all share.": (
        "hwk help BEFEHL erklärt einen Befehl; hwk help exit-codes, environment und formats erklären, was für alle "
        "gilt."
    ),
    "Say which version this is.": "Die Version nennen.",
    "What lets the Tab key complete: bash, zsh, fish or powershell; else the shell that is running.": (
        "Zeigen, was die Shell braucht, um mit der Tabulatortaste zu ergänzen: bash, zsh, fish oder powershell; "
        "sonst die laufende."
    ),
    "Add it to the settings of the shell.": "Dies in die Einstellungen der Shell eintragen.",
    # Options of all commands.
    "The same as --format json.": "Dasselbe wie --format json.",
    "Into a file, in the format of its ending.": "In eine Datei, im Format ihrer Endung.",
    "Write over a file that exists.": "Eine vorhandene Datei überschreiben.",
    "CSV as German Excel reads it.": "CSV, wie deutsches Excel es liest.",
    "Only these columns, in this order: name,population.": "Nur diese Spalten, in dieser Reihenfolge: name,einwohner.",
    "By a column: numbers from the greatest, texts from A.": (
        "Nach einer Spalte ordnen: Zahlen absteigend, Texte von A bis Z."
    ),
    "In the opposite order.": "In umgekehrter Reihenfolge.",
    "Only the first N rows.": "Nur die ersten N Zeilen.",
    "Without the row of headings.": "Ohne die Zeile der Überschriften.",
    "The language; else that of HWK_LANG or the locale.": "Die Sprache; sonst die von HWK_LANG oder der Locale.",
    "Another data file than the shipped one.": "Eine andere Datendatei als die mitgelieferte.",
    "The format, by name or ending; hwk help formats explains them. Else HWK_FORMAT, else a table.": (
        "Das Format, mit Namen oder Endung; hwk help formats erklärt sie. Sonst HWK_FORMAT, sonst eine Tabelle."
    ),
    # towns, kreise
    "The towns and municipalities of a district, or of a Land.": (
        "Die Städte und Gemeinden eines Kammerbezirks oder eines Landes."
    ),
    "The Kreise and kreisfreie Städte of a district, or of a Land.": (
        "Die Kreise und kreisfreien Städte eines Kammerbezirks oder eines Landes."
    ),
    "All of a Land, by name or key; with --chamber, what that has there.": (
        "Alles in einem Land: Name oder Schlüssel; mit --chamber nur, was diese Kammer dort hat."
    ),
    "With sources, and notes on the evidence.": "Mit Quellen und Hinweisen zur Grundlage.",
    "With a map of it, on the terminal.": "Mit einer Karte im Terminal.",
    "Open the web site of the chamber.": "Die Website der Kammer öffnen.",
    "What is assigned to them with no more than medium or low confidence.": (
        "Was ihnen höchstens mit mittlerer oder geringer Sicherheit zugeordnet ist."
    ),
    "Only these Kreise, as with --kreis.": "Nur diese Kreise, wie mit --kreis.",
    "Only this Kreis, by name, short form, key or group; may be given several times.": (
        "Nur dieser Kreis: Name, Kurzform, Schlüssel oder Gruppe; auch mehrmals."
    ),
    "Those of another chamber, by name, short name, seat or code.": (
        "Die einer anderen Kammer: Name, Kurzname, Sitz oder Schlüssel."
    ),
    "Only city, town, municipality, locality, unincorporated; may be given several times.": (
        "Nur diese Art: kreisfrei, Stadt, Gemeinde, Ortsteil, gemeindefrei; auch mehrmals."
    ),
    "A figure of each, side by side; hwk stats --list names them.": (
        "Ein Wert für jeden, nebeneinander; hwk stats --list nennt die Kennzahlen."
    ),
    "With --stats: the figures in force on this day.": "Mit --stats: die an diesem Tag geltenden Werte.",
    "The towns of Kreis Unna.": "Die Orte im Kreis Unna.",
    "The five largest towns that belong to a Kreis.": "Die fünf größten kreisangehörigen Städte.",
    "The towns of another chamber, as a spreadsheet.": "Die Orte einer anderen Kammer als Arbeitsmappe.",
    "The Kreise and kreisfreie Städte, with what they add up to.": "Die Kreise und kreisfreien Städte mit Summen.",
    "The number of businesses of each, side by side.": "Die Zahl der Betriebe in jedem, nebeneinander.",
    # find, show
    "What place is this, in the district or elsewhere?": "Welcher Ort ist das, im Kammerbezirk oder anderswo?",
    "What bears the whole name comes first, a municipality before a Kreis, a Land and a locality. By name, alias, "
    "printed spelling, locality, postal code, AGS, ARS, Kreis or its key, or by a position like 51.53,7.69. With -, "
    "one query a line from stdin.": (
        "Zuerst kommt, was genau so heißt: eine Gemeinde vor einem Kreis, einem Land und einem Ortsteil. Nach Name,"
        " anderem Namen, gedruckter Schreibweise, Ortsteil, Postleitzahl, AGS, ARS, Kreis oder dessen Schlüssel, oder "
        "nach einer Position wie 51.53,7.69. Mit - statt WÖRTERN wird je Zeile der Standardeingabe eine Anfrage "
        "gelesen."
    ),
    "A name, a postal code or a key, in one or more words; - for one query a line of stdin.": (
        "Ein Name, eine Postleitzahl oder ein Schlüssel, in einem oder mehreren Wörtern; - für eine Anfrage je Zeile "
        "der Standardeingabe."
    ),
    "A name, a postal code or a key, in one or more words.": (
        "Ein Name, eine Postleitzahl oder ein Schlüssel, in einem oder mehreren Wörtern."
    ),
    "Only in the district.": "Nur im Kammerbezirk.",
    "The register as it was on this day: names, keys and Kreise; chambers are of today.": (
        "Das Verzeichnis, wie es an diesem Tag war: Namen, Schlüssel und Kreise; Kammern sind die von heute."
    ),
    "All places of this name.": "Alle Orte dieses Namens.",
    "All about a Kreis, with a map of it.": "Alles über einen Kreis, mit einer Karte davon.",
    "What is assigned to them without full confidence.": "Was ihnen nicht mit voller Sicherheit zugeordnet ist.",
    "The place at a position, as at a postal code or a key.": (
        "Der Ort an einer Position, wie bei einer Postleitzahl oder einem Schlüssel."
    ),
    "One query a line, as a table for other programs.": "Eine Anfrage je Zeile, als Tabelle für andere Programme.",
    "All about one place, or one chamber.": "Alles über einen Ort oder eine Kammer.",
    "A chamber is named by its name, short name (HWK MÜNSTER), seat or region behind HWK, code or domain.": (
        "Eine Kammer nennt man mit Namen, Kurznamen (HWK MÜNSTER), Sitz oder Region hinter HWK, Schlüssel oder Domain."
    ),
    "All that is known of a town.": "Alles, was über einen Ort bekannt ist.",
    "All about a chamber: its Kreise, and on what evidence.": "Alles über eine Kammer: ihre Kreise mit der Grundlage.",
    # chamber, chambers
    "Which chamber is responsible for this place?": "Welche Kammer ist für diesen Ort zuständig?",
    "For a municipality, locality, postal code, AGS, ARS, Kreis or Land, or a position like 51.53,7.69; every place "
    "that the words mean. Where these are of several chambers, the exit code is 4. With -, one query a line from "
    "stdin.": ""
    "Für Gemeinde, Ortsteil, Postleitzahl, AGS, ARS, Kreis, Land oder eine Position wie 51.53,7.69; jeder Ort, den "
    "die Wörter meinen. Gehören sie zu mehreren Kammern, ist der Rückgabewert 4. Mit - eine Anfrage je Zeile der "
    "Standardeingabe.",
    "Only in this Land, by name or key.": "Nur in diesem Land: Name oder Schlüssel.",
    "Only in this Kreis, by name or key.": "Nur in diesem Kreis: Name oder Schlüssel.",
    "Only at this postal code.": "Nur bei dieser Postleitzahl.",
    "The chamber that is responsible at a postal code.": "Die Kammer, die bei einer Postleitzahl zuständig ist.",
    "One of several places of a name.": "Einer von mehreren Orten eines Namens.",
    "One query a line, each answer as soon as it is known.": "Eine Anfrage je Zeile, jede Antwort sofort.",
    "All chambers of crafts, or those of a Land.": "Alle Handwerkskammern oder die eines Landes.",
    "Those of this Land, as with --land.": "Die dieses Landes, wie mit --land.",
    "All chambers of crafts.": "Alle Handwerkskammern.",
    "Those of a Land.": "Die eines Landes.",
    # history
    "What was this place before, and what became of it?": "Was war dieser Ort früher, und was wurde aus ihm?",
    "Each change since 1950 (in the East since 1990) of its key, its name and its territory, and what went into it. A "
    "former key or name says what it is today; a name or key of several places lists them, with exit code 4.": "Jede "
    "Änderung seit 1950 (im Osten seit 1990) an Schlüssel, Name und Gebiet und alles, was in ihm aufging. Ein früherer "
    "Schlüssel oder Name zeigt, was er heute ist; bei mehreren Orten kommt eine Liste mit Rückgabewert 4.",
    "A name or a key (AGS, ARS, Kreis), of today or of before, in one or more words.": (
        "Ein Name oder Schlüssel (AGS, ARS, Kreis), von heute oder früher, in einem oder mehreren Wörtern."
    ),
    "Only changes from this day, month or year on.": "Nur Änderungen ab diesem Tag, Monat oder Jahr.",
    "Only changes up to this day, month or year.": "Nur Änderungen bis zu diesem Tag, Monat oder Jahr.",
    "What it was on this day: name, key and Kreis.": "Was er an diesem Tag war: Name, Schlüssel und Kreis.",
    "All municipalities of this day beside today's, with shares.": (
        "Alle Gemeinden dieses Tages neben den heutigen, mit Anteilen."
    ),
    "What Unna was before, and what went into it.": "Was Unna früher war und was darin aufging.",
    "What a place was on a day.": "Was ein Ort an einem Tag war.",
    "All keys of a day beside those of today.": "Alle Schlüssel eines Tages neben den heutigen.",
    # match
    "A table of addresses, annotated.": "Eine Tabelle mit Adressen ergänzen.",
    "With municipality, Kreis, Land and chamber for every row.": "Jede Zeile erhält Gemeinde, Kreis, Land und Kammer.",
    "Every row comes back as it is, with hwk_ags, hwk_town, hwk_kreis_key, hwk_kreis, hwk_land, hwk_chamber_code, "
    "hwk_chamber, hwk_how and hwk_candidates. (Extra: match.)": "Jede Zeile kommt zurück, wie sie ist, mit hwk_ags, "
    "hwk_town, hwk_kreis_key, hwk_kreis, hwk_land, hwk_chamber_code, hwk_chamber, hwk_how und hwk_candidates. (Zusatz: "
    "match.)",
    "The annotated table, in the format of its ending; else stdout.": (
        "Die ergänzte Tabelle, im Format ihrer Endung; sonst die Standardausgabe."
    ),
    "Write over a file that exists (never over the input).": "Eine vorhandene Datei überschreiben (nie die Eingabe).",
    "The column of postal codes.": "Die Spalte mit den Postleitzahlen.",
    "The column of keys (AGS, ARS, of a Kreis).": "Die Spalte mit Schlüsseln (AGS, ARS, Kreisschlüssel).",
    "What parts the cells; \\t for a tab.": "Was die Zellen trennt; \\t für einen Tabulator.",
    "utf-8, cp1252, utf-16 ...": "utf-8, cp1252, utf-16 ...",
    "The line of the headings; 0 for none.": "Die Zeile der Überschriften; 0 für keine.",
    "The sheet, by name or number.": "Das Tabellenblatt: Name oder Nummer.",
    "Only: inside or outside the Dortmund district.": (
        "Nur sagen, ob eine Zeile im Kammerbezirk Dortmund liegt oder außerhalb."
    ),
    "The rows without an answer to this file too.": "Die Zeilen ohne Antwort auch in diese Datei.",
    "The day of the register that the keys are of; else today, or any day before.": (
        "Der Tag des Verzeichnisses, aus dem die Schlüssel sind; sonst heute oder irgendein Tag davor."
    ),
    "A map of the rows by Kreis too: .svg, .png or .pdf (extra: plot).": (
        "Auch eine Karte der Zeilen je Kreis: .svg, .png oder .pdf (Zusatz: plot)."
    ),
    "Rows by way of matching, chamber and Kreis.": "Zeilen nach Art des Fundes, Kammer und Kreis.",
    "Instead: the table by which any engine does the same.": (
        "Stattdessen: die Tabelle, mit der andere Programme dasselbe tun."
    ),
    "The rows of a table with municipality, Kreis and chamber behind each.": (
        "Die Zeilen einer Tabelle, dahinter Gemeinde, Kreis und Kammer."
    ),
    "The same from spreadsheet to spreadsheet.": "Dasselbe von Arbeitsmappe zu Arbeitsmappe.",
    "CSV for Excel: it knows UTF-8 by a mark, and cells like =1+1 become texts.": (
        "CSV für Excel: an einer Marke erkennt es UTF-8, und Zellen wie =1+1 werden Text."
    ),
    "Instead: the SQL that joins that table, for this engine.": (
        "Stattdessen: das SQL für diese Datenbank, das diese Tabelle verknüpft."
    ),
    "The column of Kreise.": "Die Spalte der Kreise.",
    "The column of Länder or Regierungsbezirke.": "Die Spalte der Länder oder Regierungsbezirke.",
    "The column of countries.": "Die Spalte der Staaten.",
    "The column of latitudes.": "Die Spalte der Breitengrade.",
    "The column of longitudes.": "Die Spalte der Längengrade.",
    "The column of places, by heading or number; '' for none.": (
        "Die Spalte der Orte, nach Überschrift oder Nummer; '' für keine."
    ),
    "The format of what goes to stdout; with -o FILE, that of the report.": (
        "Das Format dessen, was auf die Standardausgabe geht; mit -o DATEI das des Berichts."
    ),
    "The most bytes of the file, unpacked (8G).": "Wie groß die Datei ausgepackt höchstens sein darf (8G).",
    "The most memory (4G, or three quarters of the machine's).": (
        "Wie viel Speicher höchstens gebraucht wird (4G oder drei Viertel dessen, was der Rechner hat)."
    ),
    "The table: CSV, TSV, a workbook, Parquet, JSON, GeoJSON; - for stdin.": (
        "Die Tabelle: CSV, TSV, eine Arbeitsmappe, Parquet, JSON, GeoJSON; - für die Standardeingabe."
    ),
    "What the new columns begin with; an address whose headings begin so is read before others.": (
        "Womit die neuen Spalten beginnen; eine Adresse, deren Überschriften so beginnen, wird vor anderen gelesen."
    ),
    # stats
    "The headline figures; of a METRIC or a KREIS, its figures.": (
        "Die wichtigsten Zahlen; mit KENNZAHL oder KREIS deren Werte."
    ),
    "Without either: the headline figures of the press release, and the ratios that follow from them.": (
        "Ohne beides: die Zahlen der Pressemitteilung und was sich aus ihnen berechnet."
    ),
    "What is counted, or where, or both.": "Eine Kennzahl, ein Kreis oder beides.",
    "The metrics, with years covered.": "Die Kennzahlen mit den Jahren, für die es Werte gibt.",
    "The figures over time, with the changes.": "Die Werte im Lauf der Zeit, mit den Veränderungen.",
    "A Kreis, or a town; may be given several times.": "Ein Kreis oder ein Ort; auch mehrmals.",
    "The change against the figure of that time.": "Die Veränderung gegenüber dem Wert dieser Zeit.",
    "The ratio to another metric over time.": "Das Verhältnis zu einer anderen Kennzahl im Lauf der Zeit.",
    "Only figures from this date on.": "Nur Werte ab diesem Datum.",
    "Only figures up to this date.": "Nur Werte bis zu diesem Datum.",
    "The figures in force on this day.": "Die an diesem Tag geltenden Werte.",
    "Secondary figures too, where there is a primary one.": "Auch Werte aus zweiter Hand, wo es einen aus erster gibt.",
    "Draw the figures as bars.": "Die Werte als Balken zeichnen.",
    "Draw them into a file, .svg, .png or .pdf (extra: plot).": (
        "Als Bild in eine Datei, .svg, .png oder .pdf (Zusatz: plot)."
    ),
    "With --plot: width and height, 16x9 (in cm) or 160x90mm.": (
        "Mit --plot: Breite und Höhe, 16x9 (in cm) oder 160x90mm."
    ),
    "With --plot: a title other than that of the figures.": "Mit --plot: ein eigener Titel anstelle des üblichen.",
    "With --plot: the points that have their value beside them: last, first, highest, lowest, all, none.": (
        "Mit --plot: die Punkte, neben denen ihr Wert steht: letzter, erster, höchster, niedrigster, alle, keine."
    ),
    "With --plot: let the axis of values begin there, or at a round number below them (auto).": (
        "Mit --plot: wo die Achse der Werte beginnt; auto: bei einer runden Zahl darunter."
    ),
    "With --plot: all sources with their addresses below, not only their names.": (
        "Mit --plot: darunter alle Quellen mit ihren Adressen, nicht nur ihre Namen."
    ),
    "All figures of a Kreis, beside those of the district.": "Alle Werte eines Kreises neben denen des Bezirks.",
    "The number of businesses over time, with the changes.": (
        "Die Zahl der Betriebe im Lauf der Zeit, mit den Veränderungen."
    ),
    "All metrics, with the years that they cover.": "Alle Kennzahlen mit den Jahren, für die es Werte gibt.",
    # contact, cooperation
    "The press contact; with WORDS or --list, whom else to call.": (
        "Der Pressekontakt; mit WÖRTERN oder --list, wer sonst hilft."
    ),
    "A name, a kind, a town or a Kreis.": "Ein Name, eine Art, ein Ort oder ein Kreis.",
    "All contacts.": "Alle Kontakte.",
    "Only who stands in this Kreis or is in charge of any of it.": (
        "Nur wer in diesem Kreis sitzt oder für einen Teil davon zuständig ist."
    ),
    "As vCard 3.0, for address books.": "Als vCard 3.0, für Adressbücher.",
    "As a QR code on the terminal.": "Als QR-Code im Terminal.",
    "The press contact.": "Der Pressekontakt.",
    "Who is in charge of Kreis Unna.": "Wer für den Kreis Unna zuständig ist.",
    "A card for the address book.": "Eine Visitenkarte für das Adressbuch.",
    "The cooperation that the press release reports.": "Die Zusammenarbeit, von der die Pressemitteilung berichtet.",
    "What the chamber and Kreis Unna have agreed, in German.": (
        "Was Kammer und Kreis Unna vereinbart haben, auf Deutsch."
    ),
    "The same as a document.": "Dasselbe als Dokument.",
    # near
    "How far away, at the most.": "Die größte Entfernung.",
    "KM": "KM",
    "The municipalities near a place, with their distance.": (
        "Die Gemeinden in der Nähe eines Ortes, mit ihrer Entfernung."
    ),
    "The place is a name, a postal code, a key, or a position like 51.53,7.69.": (
        "Der Ort ist ein Name, eine Postleitzahl, ein Schlüssel oder eine Position wie 51.53,7.69."
    ),
    "The municipalities within 5 km of Unna.": "Die Gemeinden im Umkreis von 5 km um Unna.",
    "Those around a position, as a table for other programs.": (
        "Dasselbe um eine Position, als Tabelle für andere Programme."
    ),
    # map
    "A place to mark; without an area, in the district of its chamber.": (
        "Ein Ort, der markiert wird; ohne ein Gebiet im Bezirk seiner Kammer."
    ),
    "All chambers, or the district of one, a Land, or a Kreis. On the terminal it is drawn in signs, with"
    " -o into a .svg, .png, .pdf or .geojson. Other formats than table list what is on it.": (
        "Alle Kammern, der Bezirk einer Kammer, ein Land oder ein Kreis. Im Terminal wird die Karte aus "
        "Zeichen gesetzt, mit -o entsteht eine .svg, .png, .pdf oder .geojson. Andere Formate als table "
        "listen auf, was darauf ist."
    ),
    "Chambers, Kreise and municipalities on a map.": "Kammern, Kreise und Gemeinden auf einer Karte.",
    "Colour it by population, or by a figure; hwk stats --list names them.": (
        "Färben nach Einwohnern (population) oder nach einer Kennzahl; hwk stats --list nennt sie."
    ),
    "Made of these: chambers, kreise or municipalities.": "Woraus sie besteht: Kammern, Kreise oder Gemeinden.",
    "UNITS": "EINHEITEN",
    "[PLACE]": "[ORT]",
    "The towns of a Kreis, drawn on the terminal.": "Die Orte eines Kreises, im Terminal gezeichnet.",
    "The businesses of each Kreis, as a picture (extra: plot).": (
        "Die Betriebe in jedem Kreis als Bild (Zusatz: plot)."
    ),
    "What is on the map of a place, for other programs.": ("Was auf der Karte eines Ortes ist, für andere Programme."),
    # export
    "A folder for all tables, or a file: .sqlite, .gpkg, .geojson, .topojson, .parquet or .csv.": (
        "Ein Ordner für alle Tabellen oder eine Datei: .sqlite, .gpkg, .geojson, .topojson, .parquet oder .csv."
    ),
    "A folder has CSV (or Parquet) with a datapackage.json; a SQLite file is made for Datasette; .gpkg, "
    ".geojson and .topojson have the boundaries of chambers, Kreise and municipalities. With --chamber, "
    "--land or --kreis, a part.": (
        "In einem Ordner steht CSV (oder Parquet) mit einer datapackage.json; eine SQLite-Datei ist für "
        "Datasette gemacht; .gpkg, .geojson und .topojson haben die Grenzen der Kammern, Kreise und "
        "Gemeinden. Mit --chamber, --land oder --kreis ein Teil davon."
    ),
    "All tables and boundaries as open data.": "Alle Tabellen und Grenzen als offene Daten.",
    "DIR|FILE": "ORDNER|DATEI",
    "TABLE": "TABELLE",
    "The format of the tables in a folder; else CSV.": "Das Format der Tabellen in einem Ordner; sonst CSV.",
    "Which table, for a file of one; else that of the file's name.": (
        "Welche Tabelle, für eine Datei mit einer; sonst die, nach der die Datei heißt."
    ),
    "Write over files that exist.": "Dateien überschreiben, die es schon gibt.",
    "All tables as CSV, in a folder with a description.": (
        "Alle Tabellen als CSV, in einem Ordner mit einer Beschreibung."
    ),
    "The districts of all chambers, with their boundaries.": "Die Bezirke aller Kammern mit ihren Grenzen.",
    "One Kreis as a database.": "Ein Kreis als Datenbank.",
    # map, export
    "Only the district of this chamber, by name, short name, seat or code.": (
        "Nur der Bezirk dieser Kammer: Name, Kurzname, Sitz oder Schlüssel."
    ),
    "Only this Kreis, by name or key.": "Nur dieser Kreis: Name oder Schlüssel.",
    "Only this Land, by name or key.": "Nur dieses Land: Name oder Schlüssel.",
    # sources, check
    "Where the facts come from, and on what terms.": (
        "Woher die Angaben stammen und unter welchen Bedingungen sie genutzt werden dürfen."
    ),
    "Only sources in which these words occur.": "Nur Quellen, in denen diese Wörter vorkommen.",
    "All sources with their licences.": "Alle Quellen mit ihren Lizenzen.",
    "Those in which a word occurs.": "Nur die, in denen ein Wort vorkommt.",
    "Say what is wrong with a data file.": "Sagen, was an einer Datendatei nicht stimmt.",
    "Each fault with its line and path, what was found there and what was expected.": (
        "Jeder Fehler mit Zeile und Stelle: was dort steht und was dort stehen müsste."
    ),
    "The data file, - for stdin; else the one in use.": (
        "Die Datendatei, - für die Standardeingabe; sonst die, die gerade gilt."
    ),
    "Whether the data file in use is in order.": "Ob die Datendatei, die gerade gilt, in Ordnung ist.",
    "The faults of a file, as a table for other programs.": "Die Fehler einer Datei, als Tabelle für andere Programme.",
    # help
    "What a command takes, what the exit codes mean, what is in the environment, which formats there are.": (
        "Was ein Befehl kann, was die Rückgabewerte bedeuten, was aus der Umgebung kommt, welche Formate es gibt."
    ),
    "A command, or one of: exit-codes, environment, formats.": (
        "Ein Befehl oder eines von: exit-codes (Rückgabewerte), environment (Umgebung), formats (Formate)."
    ),
    "The help page of a command.": "Die Hilfe zu einem Befehl.",
    "What the exit codes mean.": "Was die Rückgabewerte bedeuten.",
    "Exit codes": "Rückgabewerte",
    "answered": "beantwortet",
    "usage: an unknown option, a missing or an empty word": (
        "falscher Aufruf: eine unbekannte Option, ein fehlendes oder leeres Wort"
    ),
    "not found; with - for stdin: some line was not found, the others are answered": (
        "nicht gefunden; mit - für die Standardeingabe: manche Zeile nicht, die anderen sind beantwortet"
    ),
    "ambiguous: several places or chambers where one is wanted": (
        "mehrdeutig: mehrere Orte oder Kammern, wo es nur eine Antwort geben kann"
    ),
    "a file cannot be read, understood or written": "eine Datei lässt sich nicht lesen, verstehen oder schreiben",
    "Ctrl-C": "Strg-C",
    "Environment": "Umgebung",
    "the language, de or en; else that of the locale, else English. --lang is stronger": (
        "die Sprache, de oder en; sonst die der Locale, sonst Englisch. --lang geht vor"
    ),
    "the format of answers; -f, --json and the ending of -o FILE are stronger": (
        "das Format der Antworten; -f, --json und die Endung von -o DATEI gehen vor"
    ),
    "another data file than the shipped one; --data is stronger": (
        "eine andere Datendatei als die mitgelieferte; --data geht vor"
    ),
    "the locale": "die Locale",
    "the width that tables keep to; else that of the terminal, and none in a pipe": (
        "die Breite, die Tabellen einhalten; sonst die des Terminals, in einer Pipe keine"
    ),
    "if set, tables have no colours": "wenn gesetzt, haben Tabellen keine Farben",
    "if set, tables have colours and links in a pipe too": (
        "wenn gesetzt, haben Tabellen auch in einer Pipe Farben und Links"
    ),
    "with dumb, tables have neither colours nor links": "mit dumb haben Tabellen weder Farben noch Links",
    "Formats": "Formate",
}
