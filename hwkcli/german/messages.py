"""The German of what is said on stderr."""

MESSAGES = {
    # What is wrong with the words of a call.
    "{problem}; {command} --help says what it takes": "{problem}; {command} --help zeigt, was möglich ist",
    "Invalid value for {option}: {value} is not one of {choices}": (
        "Ungültiger Wert für {option}: {value} ist keiner von {choices}"
    ),
    "Invalid value for {option}: {value} is not a valid {kind}": (
        "Ungültiger Wert für {option}: {value} hat nicht die Form ({kind})"
    ),
    "Invalid value for {option}: {value} is not in the range {range}": (
        "Ungültiger Wert für {option}: {value} liegt nicht im Bereich {range}"
    ),
    "Invalid value for {option}: {reason}": "Ungültiger Wert für {option}: {reason}",
    "Missing argument {name}": "Es fehlt das Argument {name}",
    "'{what}'": "'{what}'",
    "Missing option {name}": "Es fehlt die Option {name}",
    "Missing command": "Es fehlt ein Befehl",
    "No such option: {name} (Possible options: {names})": "Die Option {name} gibt es nicht (aber {names})",
    "No such option: {name}": "Die Option {name} gibt es nicht",
    "Option {name} requires an argument": "Die Option {name} braucht einen Wert",
    "Option {name} does not take a value": "Die Option {name} hat keinen Wert",
    "Got unexpected extra argument(s) ({words})": "Zu viele Wörter ({words})",
    "No such command {word}, and no such place. Did you mean {meant}?": (
        "Weder Befehl noch Ort: {word}. Meinten Sie {meant}?"
    ),
    "{value} is not one of {choices}": "{value} ist keiner von {choices}",
    "{value} is not a date; give a day (2024-12-31, 31.12.2024), a month (2024-12) or a year (2024)": (
        "{value} ist kein Datum; nennen Sie einen Tag (31.12.2024), einen Monat (2024-12) oder ein Jahr (2024)"
    ),
    "HWK_FORMAT is {value}; set it to one of {choices}": "HWK_FORMAT ist {value}; möglich sind {choices}",
    "HWK_LANG is {value}; set it to de or en": "HWK_LANG ist {value}; möglich sind de und en",
    "--json and --format {form} contradict each other; give one of them": (
        "--json und --format {form} widersprechen einander; geben Sie eines an"
    ),
    "--excel goes with CSV only": "--excel gibt es nur für CSV",
    "--columns takes names with commas between them": "--columns braucht Namen mit Kommas dazwischen",
    "no column {name}; there are {columns}": "keine Spalte {name}; es gibt {columns}",
    "the rows of a chart have their order; leave --sort, --reverse and --limit out": (
        "die Zeilen eines Diagramms haben ihre Reihenfolge; lassen Sie --sort, --reverse und --limit weg"
    ),
    "no help on {topic}; there is: {known}": "keine Hilfe zu {topic}; es gibt: {known}",
    "say for which shell: {shells}": "nennen Sie die Shell: {shells}",
    "add what hwk --show-completion {shell} prints to the file that $PROFILE names": (
        "nehmen Sie auf, was hwk --show-completion {shell} ausgibt, in die Datei, die $PROFILE nennt"
    ),
    "the Tab key completes in every new {shell}: {file}": "in jeder neuen {shell} ergänzt die Tabulatortaste: {file}",
    # What is found, and what is not.
    "{said}; did you mean {names}?": "{said}; meinten Sie {names}?",
    "{one} or {other}": "{one} oder {other}",
    "line {number}: {problem}": "Zeile {number}: {problem}",
    "{shown:,} of {number:,} rows are shown": "{shown:,} von {number:,} Zeilen",
    "hidden: {columns}; -f json or --columns shows them": "ausgeblendet: {columns}; -f json oder --columns zeigt sie",
    "no entry of this kind there; leave out --kind or --kreis": (
        "dort kein Eintrag dieser Art; lassen Sie --kind oder --kreis weg"
    ),
    "no source with {words}; hwk sources has them all": "keine Quelle mit {words}; hwk sources zeigt alle",
    "name the Land once, as a word or with --land": "nennen Sie das Land nur einmal, als Wort oder mit --land",
    "--as-of goes with --stats": "--as-of gehört zu --stats",
    "--stats has figures of the district only; leave --chamber out": (
        "--stats hat nur Werte des eigenen Bezirks; lassen Sie --chamber weg"
    ),
    "a contact needs a letter or a digit": "ein Kontakt braucht einen Buchstaben oder eine Ziffer",
    "the data file has no contacts": "die Datendatei hat keine Kontakte",
    "the data file has no figures": "die Datendatei hat keine Zahlen",
    "the data file names no file with contacts (contacts_file)": (
        "die Datendatei nennt keine Datei mit Kontakten (contacts_file)"
    ),
    "the data file names no file with figures over time (figures_file)": (
        "die Datendatei nennt keine Datei mit Werten im Lauf der Zeit (figures_file)"
    ),
    "the data file reports no cooperation": "die Datendatei berichtet von keiner Zusammenarbeit",
    "--list names all metrics; leave METRIC out": "--list nennt alle Kennzahlen; lassen Sie KENNZAHL weg",
    "--since goes with --history, --chart or --plot": "--since gehört zu --history, --chart oder --plot",
    "these options need a METRIC; hwk stats --list names them": (
        "diese Optionen brauchen eine KENNZAHL; hwk stats --list nennt sie"
    ),
    "--vcard, --qr and --format are formats; give one of them": (
        "--vcard, --qr und --format sind Formate; geben Sie eines an"
    ),
    # Files.
    "No such file or directory": "keine solche Datei",
    "Permission denied": "keine Berechtigung",
    "Is a directory": "ein Ordner",
    "Not a directory": "kein Ordner",
    "{file}: {reason}; choose another file": "{file}: {reason}; nehmen Sie eine andere Datei",
    "{file}: the ending says no format; end it in {endings}, or say the format with -f": (
        "{file}: die Endung nennt kein Format; möglich sind {endings}, oder nennen Sie das Format mit -f"
    ),
    "{file}: the ending says {ending}, not {form}": "{file}: die Endung nennt {ending}, nicht {form}",
    "a spreadsheet is written into a file; add -o FILE.xlsx": (
        "eine Arbeitsmappe kommt in eine Datei; ergänzen Sie -o DATEI.xlsx"
    ),
    "{where}: found {found}, expected {expected}": "{where}: gefunden {found}, erwartet {expected}",
    "standard input: it is closed; give the words as arguments": (
        "Standardeingabe: sie ist geschlossen; geben Sie die Wörter als Argumente"
    ),
    "standard input: it is closed; name a file": "Standardeingabe: sie ist geschlossen; nennen Sie eine Datei",
    "standard input: line {number} is not UTF-8; convert it (iconv -t utf-8)": (
        "Standardeingabe: Zeile {number} ist kein UTF-8; wandeln Sie sie um (iconv -t utf-8)"
    ),
    "standard input: {reason}; give the words as arguments": (
        "Standardeingabe: {reason}; geben Sie die Wörter als Argumente"
    ),
    "standard output: it is closed; give a file with --output": (
        "Standardausgabe: sie ist geschlossen; nennen Sie eine Datei mit --output"
    ),
    "{archive}: hwk needs its data in a folder; unpack the archive and run that": (
        "{archive}: hwk braucht seine Daten in einem Ordner; entpacken Sie das Archiv und starten Sie es dort"
    ),
    "{package}: the folder with the data is missing; install hwkcli again": (
        "{package}: der Ordner mit den Daten fehlt; installieren Sie hwkcli noch einmal"
    ),
    # Libraries.
    "--plot needs Matplotlib; install it with: pip install 'hwkcli[plot]'": (
        "--plot braucht Matplotlib; installieren Sie es mit: pip install 'hwkcli[plot]'"
    ),
    "a spreadsheet needs fastexcel; install it with: pip install 'hwkcli[match]'": (
        "eine Arbeitsmappe braucht fastexcel; installieren Sie es mit: pip install 'hwkcli[match]'"
    ),
    "hwk match needs Polars; install it with: pip install 'hwkcli[match]'": (
        "hwk match braucht Polars; installieren Sie es mit: pip install 'hwkcli[match]'"
    ),
    "this needs {library}; install it with: {call}": "dazu fehlt {library}; installieren Sie es mit: {call}",
    # match
    "name the FILE with the table, or - for standard input": (
        "nennen Sie die DATEI mit der Tabelle, oder - für die Standardeingabe"
    ),
    "--delimiter takes one sign: ; , | or \\t": "--delimiter braucht ein Zeichen: ; , | oder \\t",
    "--lookup-table takes no FILE and no --output": "--lookup-table verträgt weder DATEI noch --output",
    "--unmatched takes a file": "--unmatched braucht eine Datei",
    "two addresses of this table cannot be told apart by their hash; split the table in two": (
        "zwei Adressen dieser Tabelle haben denselben Hash; teilen Sie die Tabelle in zwei"
    ),
}
