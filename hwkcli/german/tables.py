"""The German of what is said of tables, exports and maps: by `match`, `export`, `map` and `near`."""

TABLES = {
    # What is read.
    "standard input": "Standardeingabe",
    "standard output": "Standardausgabe",
    "temporary folder {folder}": "temporärer Ordner {folder}",
    "{file}: Parquet": "{file}: Parquet",
    "{file}: {encoding}, split by {sign}, {headings}": "{file}: {encoding}, getrennt durch {sign}, {headings}",
    "{file}: JSON, {encoding}": "{file}: JSON, {encoding}",
    "{file}: JSON Lines, {encoding}": "{file}: JSON Lines, {encoding}",
    "{file}: JSON, {encoding}, the objects in {where}": "{file}: JSON, {encoding}, die Objekte in {where}",
    "{file}: GeoJSON, {encoding}": "{file}: GeoJSON, {encoding}",
    "{file}: the features are read as rows; their lines and areas are not written again": (
        "{file}: die Objekte werden als Zeilen gelesen; ihre Linien und Flächen werden nicht wieder geschrieben"
    ),
    "semicolon": "Semikolon",
    "comma": "Komma",
    "tab": "Tabulator",
    "bar": "senkrechten Strich",
    "{file}: sheet {sheet}, {headings}": "{file}: Blatt {sheet}, {headings}",
    "{file}: sheet {sheet} of {number}, {headings}": "{file}: Blatt {sheet} von {number}, {headings}",
    "headings in row {row}": "Überschriften in Zeile {row}",
    "no headings": "keine Überschriften",
    "{role}: {columns}": "{role}: {columns}",
    "{name}": "{name}",
    "column {number}": "Spalte {number}",
    "column {number} ({name})": "Spalte {number} ({name})",
    "key": "Schlüssel",
    "postal code": "Postleitzahl",
    "place": "Ort",
    "Kreis": "Kreis",
    "Land": "Land",
    "country": "Staat",
    "{file}: not read: {sheets}; --sheet reads another sheet": (
        "{file}: nicht gelesen: {sheets}; --sheet liest ein anderes Blatt"
    ),
    "{file}: 1 formula (in {cell}) without a stored value, read as empty; open and save the workbook in a spreadsheet "
    "program": (
        "{file}: 1 Formel (in {cell}) ohne gespeicherten Wert, als leer gelesen; öffnen und speichern Sie die "
        "Arbeitsmappe mit einer Tabellenkalkulation"
    ),
    "{file}: {count:,} formulas (first in {cell}) without a stored value, read as empty; open and save the workbook in "
    "a spreadsheet program": (
        "{file}: {count:,} Formeln (die erste in {cell}) ohne gespeicherten Wert, als leer gelesen; öffnen und "
        "speichern Sie die Arbeitsmappe mit einer Tabellenkalkulation"
    ),
    "{file}: line {lines}: more cells than the {width} headings; kept with the rest in the last cell, marked "
    "unreadable, not answered": (
        "{file}: Zeile {lines}: mehr Zellen als die {width} Überschriften; der Rest steht in der letzten Zelle, die "
        "Zeile ist als unreadable markiert und nicht beantwortet"
    ),
    "{file}: lines {lines}: more cells than the {width} headings; kept with the rest in the last cell, marked "
    "unreadable, not answered": (
        "{file}: Zeilen {lines}: mehr Zellen als die {width} Überschriften; der Rest steht in der letzten Zelle, die "
        "Zeilen sind als unreadable markiert und nicht beantwortet"
    ),
    "{names} hold positions in metres, which are not read; give them in degrees, as latitudes and longitudes": (
        "in {names} stehen Positionen in Metern, die nicht gelesen werden; geben Sie sie in Grad an, als Breite und "
        "Länge"
    ),
    "{name} has parts of a town, and no column says of which town; add a column 'Ort' with the name of the town": (
        "in {name} stehen Teile einer Stadt, und keine Spalte sagt, welcher; fügen Sie eine Spalte „Ort“ mit dem Namen "
        "der Stadt hinzu"
    ),
    "the keys in {name} are without that of the Land: read as those of {land} ({key})": (
        "den Schlüsseln in {name} fehlt der des Landes: gelesen als die von {land} ({key})"
    ),
    "the headings look like a row, {cell}; name their row with --header-row, 0 if there are none": (
        "die Überschriften sehen aus wie eine Zeile, {cell}; nennen Sie ihre Zeile mit --header-row, 0, wenn es keine "
        "gibt"
    ),
    "the headings stand in the first column, {name}": "die Überschriften stehen in der ersten Spalte, {name}",
    "the Kreise stand side by side, in the headings": "die Kreise stehen nebeneinander, in den Überschriften",
    "{reason}; swap its rows and columns (in a spreadsheet program: copy the table, and paste it transposed)": (
        "{reason}; tauschen Sie Zeilen und Spalten (in einer Tabellenkalkulation: kopieren und transponiert einfügen)"
    ),
    "{file}: not read, with the same headings: {sheets}; --sheet reads another sheet": (
        "{file}: nicht gelesen, mit denselben Überschriften: {sheets}; --sheet liest ein anderes Blatt"
    ),
    "{names}: a city and a Kreis have this name, and other rows name the other one": (
        "{names}: so heißen eine Stadt und ein Kreis, und andere Zeilen nennen das andere"
    ),
    "{name} has constituencies, which are no Kreise and no towns; add a column with one of these": (
        "{name} hat Wahlkreise, die keine Kreise und keine Orte sind; fügen Sie eine Spalte mit diesen hinzu"
    ),
    "the table has no columns; give one with places, postal codes or keys": (
        "die Tabelle hat keine Spalten; nehmen Sie eine mit Orten, Postleitzahlen oder Schlüsseln"
    ),
    "{name} not read: its numbers are not those of the Länder": (
        "{name} nicht gelesen: die Nummern sind nicht die der Länder"
    ),
    "most names in {name} are known nowhere in Germany; of the others only cities are answered": "die meisten Namen in "
    "{name} sind in Deutschland unbekannt; von den anderen werden nur Großstädte beantwortet",
    "{names} not read: the keys tell more": "{names} nicht gelesen: die Schlüssel sagen mehr",
    "{positions} not read: the positions are those of Kreise": (
        "{positions} nicht gelesen: die Positionen sind die von Kreisen"
    ),
    "{positions} not read: the positions are those of postal codes": (
        "{positions} nicht gelesen: die Positionen sind die von Postleitzahlen"
    ),
    "{latitude} and {longitude} are not read: most of their cells are no positions in Germany, in degrees": (
        "{latitude} und {longitude} werden nicht gelesen: die meisten Zellen darin sind keine Positionen in "
        "Deutschland, in Grad"
    ),
    "{latitude} and {longitude} stand the other way round, and are read so": (
        "{latitude} und {longitude} sind vertauscht und werden so gelesen"
    ),
    "{name} is read and not {others}; {option} reads another column": (
        "gelesen wird {name}, nicht {others}; {option} liest eine andere Spalte"
    ),
    # What has become of the rows.
    "1 row": "1 Zeile",
    "{number:,} rows": "{number:,} Zeilen",
    "{rows}, {answered:,} answered": "{rows}, {answered:,} beantwortet",
    "{number:,} {way}": "{number:,} {way}",
    "{said} ({why})": "{said} ({why})",
    "{said}; 1 blank, a total or a note, passed through": (
        "{said}; 1 Leerzeile, Summe oder Anmerkung unverändert übernommen"
    ),
    "{said}; {number:,} blank, totals or notes, passed through": (
        "{said}; {number:,} Leerzeilen, Summen oder Anmerkungen unverändert übernommen"
    ),
    # Columns.
    "name them with --place, --postal-code or --key out of {names}": (
        "nennen Sie sie mit --place, --postal-code oder --key: {names}"
    ),
    "no column {name}; {advice}": "keine Spalte {name}; {advice}",
    "no column of places, postal codes or keys is clear; {advice}": (
        "welche Spalte Orte, Postleitzahlen oder Schlüssel hat, ist nicht klar; {advice}"
    ),
    "column {name} holds lists or records; name another": (
        "die Spalte {name} hat Listen oder Objekte; nennen Sie eine andere"
    ),
    "the table has a column {name} already; rename it, leave it out, or say another --prefix": (
        "die Tabelle hat schon eine Spalte {name}; benennen Sie sie um, lassen Sie sie weg, oder geben Sie ein anderes "
        "--prefix an"
    ),
    "the headings have a postal code, {code}; say with --header-row in which row they are, 0 if there are none": (
        "in den Überschriften steht eine Postleitzahl, {code}; sagen Sie mit --header-row, in welcher Zeile sie "
        "stehen, 0, wenn es keine gibt"
    ),
    "{count} columns are called {name}; give {option} a number: {numbers}": (
        "{count} Spalten heißen {name}; geben Sie {option} eine Nummer: {numbers}"
    ),
    "the {role} could be {names}": "{role} könnte sein: {names}",
    "{one}, and {other}": "{one}, und {other}",
    "{told}; choose, for example: {call}": "{told}; wählen Sie, zum Beispiel: {call}",
    # Files that are no tables, or damaged.
    "get the file again": "holen Sie die Datei noch einmal",
    "name a file that can be read": "nennen Sie eine Datei, die sich lesen lässt",
    "name a spreadsheet that can be read": "nennen Sie eine Arbeitsmappe, die sich lesen lässt",
    "{file}: this is {what}": "{file}: das ist {what}",
    "a PDF file; get the table as a spreadsheet or CSV": (
        "eine PDF-Datei; besorgen Sie die Tabelle als Arbeitsmappe oder CSV"
    ),
    "a SQLite database; export the table as CSV": "eine SQLite-Datenbank; exportieren Sie die Tabelle als CSV",
    "packed by zstd; unpack it first": "mit zstd gepackt; entpacken Sie es zuerst",
    "packed by xz; unpack it first": "mit xz gepackt; entpacken Sie es zuerst",
    "packed by bzip2; unpack it first": "mit bzip2 gepackt; entpacken Sie es zuerst",
    "a 7z archive; unpack it first": "ein 7z-Archiv; entpacken Sie es zuerst",
    "an Arrow file; write it as Parquet": "eine Arrow-Datei; schreiben Sie sie als Parquet",
    "an R workspace; write the table with write.csv": (
        "eine Arbeitsumgebung von R; schreiben Sie die Tabelle mit write.csv"
    ),
    "an R object; write the table with write.csv": "ein Objekt von R; schreiben Sie die Tabelle mit write.csv",
    "an SPSS file; export the table as CSV": "eine SPSS-Datei; exportieren Sie die Tabelle als CSV",
    "a Stata file; export the table as CSV": "eine Stata-Datei; exportieren Sie die Tabelle als CSV",
    "an Access database; export the table as CSV": "eine Access-Datenbank; exportieren Sie die Tabelle als CSV",
    "a RAR archive; unpack it first": "ein RAR-Archiv; entpacken Sie es zuerst",
    "a text document; copy the table into a spreadsheet": (
        "ein Textdokument; kopieren Sie die Tabelle in eine Arbeitsmappe"
    ),
    "a dBase table; open it in a spreadsheet program and save it as .xlsx": (
        "eine dBase-Tabelle; öffnen Sie sie mit einer Tabellenkalkulation und speichern Sie sie als .xlsx"
    ),
    "a shapefile; its table is the .dbf beside it": "ein Shapefile; seine Tabelle ist die .dbf-Datei daneben",
    "an HDF5 file; export the table as CSV": "eine HDF5-Datei; exportieren Sie die Tabelle als CSV",
    "a file of contacts or dates (vCard); export them as CSV": (
        "eine Datei mit Kontakten oder Terminen (vCard); exportieren Sie sie als CSV"
    ),
    "{file}: {encoding}, columns parted by blanks, headings in row 1": (
        "{file}: {encoding}, Spalten durch Leerzeichen getrennt, Überschriften in Zeile 1"
    ),
    "{file}: its columns are parted by blanks; open it in a spreadsheet program, and save it as .xlsx": (
        "{file}: ihre Spalten sind durch Leerzeichen getrennt; öffnen Sie sie mit einer Tabellenkalkulation, und "
        "speichern Sie sie als .xlsx"
    ),
    "a picture; get the table as a spreadsheet or CSV": "ein Bild; besorgen Sie die Tabelle als Arbeitsmappe oder CSV",
    "a dump of a database in SQL; export the table as CSV": (
        "ein Abzug einer Datenbank in SQL; exportieren Sie die Tabelle als CSV"
    ),
    "no table, but the place of one that Git LFS keeps; download the table itself": (
        "keine Tabelle, sondern der Ort einer Tabelle, die Git LFS aufbewahrt; laden Sie die Tabelle selbst herunter"
    ),
    "the register of municipalities (GV100) in columns of fixed width; get it as .xlsx": (
        "das Gemeindeverzeichnis (GV100) in Spalten fester Breite; laden Sie es als .xlsx"
    ),
    "JavaScript; save what is in its brackets, with these, as .json": (
        "JavaScript; speichern Sie, was in den Klammern steht, mit diesen als .json"
    ),
    "a TSV of Eurostat, with several columns in its first one; get it as SDMX-CSV": (
        "eine TSV von Eurostat, mit mehreren Spalten in ihrer ersten; laden Sie die SDMX-CSV"
    ),
    "JSON with comments, which JSON has not; take them out": (
        "JSON mit Kommentaren, die JSON nicht kennt; nehmen Sie sie heraus"
    ),
    "YAML; write the table as CSV or JSON": "YAML; schreiben Sie die Tabelle als CSV oder JSON",
    "{file}: this is a workbook that is cut off or damaged; get it once more": (
        "{file}: das ist eine abgeschnittene oder beschädigte Arbeitsmappe; besorgen Sie sie noch einmal"
    ),
    "{file}: this is a map in XML (KML, GPX, GML); get it as GeoJSON or CSV": (
        "{file}: das ist eine Karte in XML (KML, GPX, GML); besorgen Sie sie als GeoJSON oder CSV"
    ),
    "{file}: only hidden sheets have a column of places, postal codes or keys; {advice}": (
        "{file}: nur ausgeblendete Blätter haben eine Spalte mit Orten, Postleitzahlen oder Schlüsseln; {advice}"
    ),
    "{file}: this is a web page or XML; open it in a spreadsheet program and save it as .xlsx": (
        "{file}: das ist eine Webseite oder XML; öffnen Sie sie mit einer Tabellenkalkulation und speichern Sie sie "
        "als .xlsx"
    ),
    "{file}: this is a directory; name a file": "{file}: das ist ein Ordner; nennen Sie eine Datei",
    "{file}: it is closed; name a file": "{file}: sie ist geschlossen; nennen Sie eine Datei",
    "{file}: the file is empty; name a table with headings": (
        "{file}: die Datei ist leer; nennen Sie eine Tabelle mit Überschriften"
    ),
    "{file}: there are no headings; name their row with --header-row": (
        "{file}: es gibt keine Überschriften; nennen Sie ihre Zeile mit --header-row"
    ),
    "{file}: nothing but NUL bytes; name a table": "{file}: nichts als Nullbytes; nennen Sie eine Tabelle",
    "{file}: it has more than {size}; allow more with --max-size, or split the file": (
        "{file}: mehr als {size}; erlauben Sie mehr mit --max-size, oder teilen Sie die Datei"
    ),
    "{file}: it takes more than {size} of memory, or only claims so because it is damaged; allow more with "
    "--max-memory, or split the file": (
        "{file}: braucht mehr als {size} Speicher oder gibt das nur vor, weil sie beschädigt ist; erlauben Sie mehr "
        "mit --max-memory, oder teilen Sie die Datei"
    ),
    "{file}: it changed while it was read; wait until it is whole, and try again": (
        "{file}: sie hat sich beim Lesen geändert; warten Sie, bis sie vollständig ist, und versuchen Sie es noch "
        "einmal"
    ),
    "{file}: it changed while it was read, or is damaged; try again": (
        "{file}: sie hat sich beim Lesen geändert oder ist beschädigt; versuchen Sie es noch einmal"
    ),
    "{file}: the work was killed, perhaps for want of memory; split the file": (
        "{file}: die Arbeit wurde abgebrochen, vielleicht aus Mangel an Speicher; teilen Sie die Datei"
    ),
    "{file}: it is damaged (reading it ended with {signal}); {advice}": (
        "{file}: sie ist beschädigt (das Lesen endete mit {signal}); {advice}"
    ),
    "{file}: it unpacks to {size} MiB without a line break; name a table": (
        "{file}: entpackt sind es {size} MiB ohne Zeilenumbruch; nennen Sie eine Tabelle"
    ),
    "{file}: the gzip file is broken ({error}); get it again": (
        "{file}: die gzip-Datei ist beschädigt ({error}); holen Sie sie noch einmal"
    ),
    "{file}: not {encoding} near line {line}; name its encoding with --encoding": (
        "{file}: kein {encoding} um Zeile {line}; nennen Sie die Kodierung mit --encoding"
    ),
    "{file}: not {encoding} ({error}); name its encoding with --encoding": (
        "{file}: kein {encoding} ({error}); nennen Sie die Kodierung mit --encoding"
    ),
    "no encoding {name}; --encoding takes utf-8, cp1252, utf-16 ...": (
        "keine Kodierung {name}; --encoding nimmt utf-8, cp1252, utf-16 ..."
    ),
    "{file}: line {line} has a NUL byte; this is no table of text, or it is damaged": (
        "{file}: Zeile {line} hat ein NUL-Byte; das ist keine Texttabelle, oder sie ist beschädigt"
    ),
    "line": "Zeile",
    "object": "Objekt",
    "{name} is no number": "{name} ist keine Zahl",
    "{sign} is missing": "es fehlt {sign}",
    "',' or ']' is missing": "es fehlt ',' oder ']'",
    "there is more behind the array": "hinter der Liste steht noch etwas",
    "half of a character": "ein halbes Schriftzeichen",
    "Expecting value": "es fehlt ein Wert",
    "Expecting property name enclosed in double quotes": "es fehlt ein Name in doppelten Anführungszeichen",
    "Expecting ':' delimiter": "es fehlt ':'",
    "Expecting ',' delimiter": "es fehlt ','",
    "Extra data": "dahinter steht noch etwas",
    "Illegal trailing comma": "ein Komma vor dem Ende",
    "Invalid control character": "ein Steuerzeichen in einem Text",
    "Invalid \\escape": "hinter \\ steht ein falsches Zeichen",
    "Invalid \\uXXXX escape": "hinter \\u stehen falsche Zeichen",
    "Unterminated string": "ein Text hat kein Ende",
    "{file}: {where} {number} is no JSON object; correct it": (
        "{file}: {where} {number} ist kein JSON-Objekt; berichtigen Sie das"
    ),
    "{file}: a password protects it; save it without one": (
        "{file}: ein Kennwort schützt die Datei; speichern Sie sie ohne"
    ),
    "{file}: it is damaged, or packed in a way that spreadsheets are not; save it again": (
        "{file}: die Datei ist beschädigt oder anders gepackt als Tabellen sonst; speichern Sie sie neu"
    ),
    "{file}: a ZIP archive and no workbook; unpack it, and name the table in it": (
        "{file}: ein ZIP-Archiv und keine Arbeitsmappe; entpacken Sie es, und nennen Sie die Tabelle darin"
    ),
    "{file}: this is no JSON ({error}); correct it": "{file}: das ist kein JSON ({error}); berichtigen Sie das",
    "{file}: {where} {number} is no JSON ({error}); correct it": (
        "{file}: {where} {number} ist kein JSON ({error}); berichtigen Sie das"
    ),
    "no sheet {name}; {advice}": "kein Blatt {name}; {advice}",
    "name one with --sheet, by name or number: {names}": "nennen Sie eines mit --sheet, mit Namen oder Nummer: {names}",
    "{file}: the workbook has no sheets; {advice}": "{file}: die Arbeitsmappe hat keine Blätter; {advice}",
    "{file}: the sheet has no headings; name their row with --header-row": (
        "{file}: das Blatt hat keine Überschriften; nennen Sie ihre Zeile mit --header-row"
    ),
    "{file}: no sheet has a column of places, postal codes or keys; {advice}": (
        "{file}: kein Blatt hat eine Spalte mit Orten, Postleitzahlen oder Schlüsseln; {advice}"
    ),
    # What is written.
    "{file}: this is the other output; choose another file": (
        "{file}: das ist die andere Ausgabe; nehmen Sie eine andere Datei"
    ),
    "{file}: the ending says no format; give the file {endings} (also .csv.gz, .jsonl.gz)": (
        "{file}: die Endung nennt kein Format; geben Sie der Datei {endings} (auch .csv.gz, .jsonl.gz)"
    ),
    "{file}: the ending says {ending}, --format says {form}; say one of them": (
        "{file}: die Endung nennt {ending}, --format nennt {form}; nennen Sie eines davon"
    ),
    "{file}: --excel goes with CSV only": "{file}: --excel gibt es nur für CSV",
    "standard output: a terminal does not show {form}; give a file with --output": (
        "Standardausgabe: ein Terminal zeigt kein {form}; nennen Sie eine Datei mit --output"
    ),
    "{file}: a sheet has at most {rows:,} rows; write .csv or .parquet instead": (
        "{file}: ein Blatt hat höchstens {rows:,} Zeilen; schreiben Sie .csv oder .parquet"
    ),
    "{file}: a sheet has at most {columns:,} columns; write .csv or .parquet instead": (
        "{file}: ein Blatt hat höchstens {columns:,} Spalten; schreiben Sie .csv oder .parquet"
    ),
    "{file}: the sheet has no room for {count} more columns; write .csv instead": (
        "{file}: das Blatt hat keinen Platz für {count} weitere Spalten; schreiben Sie .csv"
    ),
    "{file}: the input is no .xlsx workbook": "{file}: die Eingabe ist keine Arbeitsmappe mit .xlsx",
    "{file}: the workbook's own format is .xlsx; give the file that ending": (
        "{file}: das Format der Arbeitsmappe ist .xlsx; geben Sie der Datei diese Endung"
    ),
    "{file}: the workbook's own format is .xlsm, for it has macros; give the file that ending": (
        "{file}: das Format der Arbeitsmappe ist .xlsm, denn sie hat Makros; geben Sie der Datei diese Endung"
    ),
    "{file}: only a workbook with macros becomes one; write .xlsx instead": (
        "{file}: nur aus einer Arbeitsmappe mit Makros wird eine solche; schreiben Sie .xlsx"
    ),
    "{file}: the rows of the sheet are damaged; write .csv instead": (
        "{file}: die Zeilen des Blatts sind beschädigt; schreiben Sie .csv"
    ),
    "{file}: a row of the sheet is too long; write .csv instead": (
        "{file}: eine Zeile des Blatts ist zu lang; schreiben Sie .csv"
    ),
    "{file}: row {row} has a longer text than a sheet holds; write .csv instead": (
        "{file}: Zeile {row} hat einen längeren Text, als ein Blatt fasst; schreiben Sie .csv"
    ),
    "{file}: column {name} is no text; write .parquet instead": (
        "{file}: die Spalte {name} ist kein Text; schreiben Sie .parquet"
    ),
    "{file}: column {name} holds lists or records; write .parquet or .jsonl instead": (
        "{file}: die Spalte {name} hat Listen oder Objekte; schreiben Sie .parquet oder .jsonl"
    ),
    "--report is no {form}; say --format table, csv, tsv or json": (
        "--report gibt es nicht als {form}; nehmen Sie --format table, csv, tsv oder json"
    ),
    "{option} takes a size such as 500M or 4G": "{option} braucht eine Größe wie 500M oder 4G",
    "{file}: {rows:,} rows, to be joined by postal_code and place": (
        "{file}: {rows:,} Zeilen, zu verbinden über postal_code und place"
    ),
    # Exports.
    "choose another file, or free some space": "nehmen Sie eine andere Datei, oder schaffen Sie Platz",
    "an export does not go to standard output; give a folder, or a file that ends in {endings}": (
        "ein Export geht nicht in die Standardausgabe; nennen Sie einen Ordner oder eine Datei mit der Endung {endings}"
    ),
    "{file}: the ending says no format; give a folder, or a file that ends in {endings}": (
        "{file}: die Endung nennt kein Format; nennen Sie einen Ordner oder eine Datei mit der Endung {endings}"
    ),
    "--table goes with a file of one table; {folder} is a folder, which has them all": (
        "--table gehört zu einer Datei mit einer Tabelle; {folder} ist ein Ordner, der alle hat"
    ),
    "--table goes with a file of one table; {file} has them all": (
        "--table gehört zu einer Datei mit einer Tabelle; {file} hat alle"
    ),
    "no table {name}; give --table with one of {names}": (
        "keine Tabelle {name}; nennen Sie mit --table eine von {names}"
    ),
    "{file} is named after no table; give --table with one of {names}": (
        "{file} heißt nicht wie eine Tabelle; nennen Sie mit --table eine von {names}"
    ),
    "no boundaries of {name}; give --table with one of {names}": (
        "keine Grenzen zu {name}; nennen Sie mit --table eines von {names}"
    ),
    "{folder}: {number} tables as {form}, {package} and {readme}": (
        "{folder}: {number} Tabellen als {form}, {package} und {readme}"
    ),
    "{file}: {number} tables; to look at them: datasette {file} --metadata {beside}": (
        "{file}: {number} Tabellen; zum Ansehen: datasette {file} --metadata {beside}"
    ),
    "{file}: the layers {names}": "{file}: die Ebenen {names}",
    "{file}: the objects {names}": "{file}: die Objekte {names}",
    "{file}: {level} ({number:,}); {others} for the others": "{file}: {level} ({number:,}); {others} für die anderen",
    "{file}: the table {name}": "{file}: die Tabelle {name}",
    "{file}: the table {name}; name the sources: {sources}": (
        "{file}: die Tabelle {name}; nennen Sie die Quellen: {sources}"
    ),
    # Positions, areas and boundaries.
    "{text} is no position; write it like 51.53,7.69": "{text} ist keine Position; schreiben Sie sie wie 51.53,7.69",
    "{text} lies outside Germany; write the latitude first, like 51.53,7.69": (
        "{text} liegt nicht in Deutschland; schreiben Sie die Breite zuerst, wie 51.53,7.69"
    ),
    "{text} is too coarse to name a place; give two decimals at the least": (
        "{text} ist zu ungenau für einen Ort; geben Sie mindestens zwei Nachkommastellen an"
    ),
    "read as latitude {latitude}, longitude {longitude}: the longitude was written first": (
        "gelesen als Breite {latitude}, Länge {longitude}: die Länge stand zuerst"
    ),
    "a border is within {km:,} km of {position}: it lies in one of {number} municipalities, most likely in the first": (
        "eine Grenze ist keine {km:,} km von {position} entfernt: die Position liegt in einer von {number} Gemeinden, "
        "am ehesten in der ersten"
    ),
    "the border or the coast of Germany is within {km:,} km of {position}: it may lie outside": (
        "die Grenze oder Küste Deutschlands ist keine {km:,} km von {position} entfernt: die Position kann außerhalb "
        "liegen"
    ),
    "{word} has no position of its own; name a town, or a position like 51.53,7.69": (
        "{word} hat keine eigene Position; nennen Sie einen Ort oder eine Position wie 51.53,7.69"
    ),
    "{options} name different areas; give one of them": "{options} nennen verschiedene Gebiete; geben Sie eines an",
    "{place} does not lie in the area of the map ({area}); leave one of them out": (
        "{place} liegt nicht im Gebiet der Karte ({area}); lassen Sie eines davon weg"
    ),
    "no figure of {metric} for these areas; hwk stats {metric} names those that there are": (
        "kein Wert zu {metric} für diese Gebiete; hwk stats {metric} zeigt, welche es gibt"
    ),
    "{text} is no distance; give kilometres from {least:,} to {most:,}": (
        "{text} ist keine Entfernung; nennen Sie Kilometer von {least:,} bis {most:,}"
    ),
    "no municipality has its position within {km:,} km of {place}; give more with --km": (
        "keine Gemeinde liegt mit ihrer Position im Umkreis von {km:,} km um {place}; nennen Sie mehr mit --km"
    ),
    "no municipality has its position within {km:,} km of {place}; it lies in or near {named}; give more with --km": (
        "keine Gemeinde liegt mit ihrer Position im Umkreis von {km:,} km um {place}; das liegt in oder bei {named}; "
        "nennen Sie mehr mit --km"
    ),
    "install hwkcli again, or run scripts/geometry.py": (
        "installieren Sie hwkcli noch einmal, oder starten Sie scripts/geometry.py"
    ),
    "it is no text in UTF-8 with a header": "kein Text in UTF-8 mit einer Kopfzeile",
    "{file}:{line}: {text} is no rectangle; {advice}": "{file}:{line}: {text} ist kein Rechteck; {advice}",
    "{file}:1: found {text}, expected {header}; {advice}": "{file}:1: gefunden {text}, erwartet {header}; {advice}",
    "borders.csv: {text} is no border; {advice}": "borders.csv: {text} ist keine Grenze; {advice}",
}
