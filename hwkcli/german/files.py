"""The German of what is said on stderr of files, libraries, and tables of addresses."""

FILES = {
    # Files.
    "No such file or directory": "keine solche Datei oder kein solcher Ordner",
    "Permission denied": "keine Berechtigung",
    "Is a directory": "ein Ordner",
    "Not a directory": "kein Ordner",
    "No space left on device": "kein Platz mehr auf dem Datenträger",
    "Disk quota exceeded": "das Kontingent an Platz ist erschöpft",
    "File too large": "die Datei wird zu groß",
    "File exists": "die Datei gibt es schon",
    "File name too long": "der Name ist zu lang",
    "Too many levels of symbolic links": "symbolische Links, die im Kreis führen",
    "Too many open files": "zu viele offene Dateien",
    "Too many open files in system": "zu viele offene Dateien auf diesem Rechner",
    "Read-only file system": "ein Datenträger, auf den sich nicht schreiben lässt",
    "Input/output error": "ein Fehler beim Lesen oder Schreiben",
    "Operation not permitted": "nicht erlaubt",
    "Device or resource busy": "gerade belegt",
    "Invalid argument": "das System nimmt es nicht an",
    "Cannot allocate memory": "kein Speicher mehr",
    "{file}: the ending says no format; end it in {endings}, or say the format with -f": (
        "{file}: die Endung nennt kein Format; möglich sind {endings}, oder nennen Sie das Format mit -f"
    ),
    "{file}: this command draws nothing; hwk map draws a map, --plot of hwk stats a chart": (
        "{file}: dieser Befehl zeichnet nichts; hwk map zeichnet eine Karte, hwk stats mit --plot ein Diagramm"
    ),
    "{file}: the ending says {ending}, not {form}": "{file}: die Endung nennt {ending}, nicht {form}",
    "a spreadsheet is written into a file; add -o FILE.xlsx": (
        "eine Arbeitsmappe kommt in eine Datei; ergänzen Sie -o DATEI.xlsx"
    ),
    "{where}: found {found}, expected {expected}": "{where}: gefunden {found}, erwartet {expected}",
    "standard input: it is closed; give the words as arguments": (
        "Standardeingabe: sie ist geschlossen; nennen Sie die Wörter im Aufruf statt mit -"
    ),
    "standard input: line {number} is not UTF-8; convert it (iconv -t utf-8)": (
        "Standardeingabe: Zeile {number} ist kein UTF-8; wandeln Sie sie um (iconv -t utf-8)"
    ),
    "standard input: {reason}; give the words as arguments": (
        "Standardeingabe: {reason}; nennen Sie die Wörter im Aufruf statt mit -"
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
    "{file}: {reason}; {advice}": "{file}: {reason}; {advice}",
    "choose another file": "nehmen Sie eine andere Datei",
    "write elsewhere": "schreiben Sie anderswohin",
    "try again": "versuchen Sie es noch einmal",
    "free some space or name another folder with TMPDIR": (
        "schaffen Sie Platz, oder nennen Sie mit TMPDIR einen anderen Ordner"
    ),
    "free some space or write elsewhere": "schaffen Sie Platz, oder schreiben Sie anderswohin",
    "allow more open files (ulimit -n)": "erlauben Sie mehr offene Dateien (ulimit -n)",
    "it is damaged": "sie ist beschädigt",
    "it is damaged (no text where there should be one)": "sie ist beschädigt (kein Text, wo einer sein müsste)",
    "it needs more memory than there is": "sie braucht mehr Speicher, als da ist",
    "{file}: {reason}; choose another file": "{file}: {reason}; nehmen Sie eine andere Datei",
    "{path} exists; choose another file, or write over it with --force": (
        "{path} gibt es schon; nehmen Sie eine andere Datei, oder überschreiben Sie sie mit --force"
    ),
    "{path}: this is the input; choose another file": "{path}: das ist die Eingabe; nehmen Sie eine andere Datei",
    "standard output: this is the input; write to another file": (
        "Standardausgabe: das ist die Eingabe; schreiben Sie in eine andere Datei"
    ),
    "{file}: it belongs to another user, and would become yours; choose another file": (
        "{file}: die Datei gehört einem anderen Benutzer und würde Ihre; nehmen Sie eine andere Datei"
    ),
    "temporary folder{folder}: {reason}; free some space there, or name another with TMPDIR": (
        "temporärer Ordner{folder}: {reason}; schaffen Sie dort Platz, oder nennen Sie einen anderen mit TMPDIR"
    ),
    "{file}: {reason}; name a data file that can be read": (
        "{file}: {reason}; nennen Sie eine Datendatei, die sich lesen lässt"
    ),
    "{file}: more than {size} MiB, so not a data file; name another one": (
        "{file}: mehr als {size} MiB, also keine Datendatei; nennen Sie eine andere"
    ),
    "{file}: {error}; write the tables again with {script}": (
        "{file}: {error}; schreiben Sie die Tabellen neu mit {script}"
    ),
    "{file}: {reason}; install hwkcli again": "{file}: {reason}; installieren Sie hwkcli noch einmal",
    "{file}: it is not whole; install hwkcli again": "{file}: unvollständig; installieren Sie hwkcli noch einmal",
    "{file} is older than its tables, and cannot be built again: {reason}": (
        "{file} ist älter als seine Tabellen und lässt sich nicht neu bauen: {reason}"
    ),
    "{file} is missing, and cannot be built: {reason}": "{file} fehlt und lässt sich nicht bauen: {reason}",
    "{file}: 1 fault; fix the file and check again": "{file}: 1 Fehler; beheben Sie ihn und prüfen Sie noch einmal",
    "{file}: {number:,} faults; fix them and check again": (
        "{file}: {number:,} Fehler; beheben Sie sie und prüfen Sie noch einmal"
    ),
    "standard input has no folder to look for {unseen} in; check that file by itself": (
        "Standardeingabe: {unseen} lässt sich ohne Ordner nicht finden; prüfen Sie diese Datei für sich"
    ),
    "keys and postal codes were not compared with the national register: {problem}": (
        "Schlüssel und Postleitzahlen wurden nicht mit dem bundesweiten Verzeichnis verglichen: {problem}"
    ),
    "standard input: it is closed; give a file": "Standardeingabe: sie ist geschlossen; nennen Sie eine Datei",
    "standard input: {reason}; give a file": "Standardeingabe: {reason}; nennen Sie eine Datei",
    # Libraries.
    "this needs {library}; install it with: {call}": "dazu fehlt {library}; installieren Sie es mit: {call}",
    # match
    "name the FILE with the table, or - for standard input": (
        "nennen Sie die DATEI mit der Tabelle oder - für die Standardeingabe"
    ),
    "--delimiter takes one sign: ; , | or \\t": "--delimiter braucht ein Zeichen: ; , | oder \\t",
    "--lookup-table takes no FILE and no --output": "--lookup-table verträgt weder DATEI noch --output",
    "--unmatched takes a file": "--unmatched braucht eine Datei",
    "two addresses of this table cannot be told apart by their hash; split the table in two": (
        "zwei Adressen dieser Tabelle haben denselben Hash; teilen Sie die Tabelle in zwei"
    ),
    "--format goes with a folder; the ending of a file says its format": (
        "--format gehört zu einem Ordner; bei einer Datei nennt die Endung das Format"
    ),
    "--lookup-sql takes no FILE, no --output and no --lookup-table": (
        "--lookup-sql verträgt weder DATEI noch --output noch --lookup-table"
    ),
    "{word} is a chamber, and no place; see: hwk show {chamber}": (
        "{word} ist eine Kammer und kein Ort; siehe: hwk show {chamber}"
    ),
    "--map shows Kreise, and --district asks for none; leave one of them out": (
        "--map zeigt Kreise, und --district fragt nach keinen; lassen Sie eines weg"
    ),
    "{file}: there is no such folder; choose another file": (
        "{file}: es gibt keinen solchen Ordner; wählen Sie eine andere Datei"
    ),
    "{file}: no row has a Kreis; no map is drawn": (
        "{file}: keine Zeile hat einen Kreis; es wird keine Karte gezeichnet"
    ),
    "--prefix takes letters or digits": "--prefix braucht Buchstaben oder Ziffern",
    "{file}: a map is .svg, .png, .pdf or .geojson; give the file such an ending": (
        "{file}: eine Karte ist .svg, .png, .pdf oder .geojson; geben Sie der Datei eine solche Endung"
    ),
    "{file}: a lookup table is .parquet or .csv; give the file such an ending": (
        "{file}: eine Tabelle zum Nachschlagen ist .parquet oder .csv; geben Sie der Datei eine solche Endung"
    ),
    "the table has headings twice; rename them": "die Tabelle hat doppelte Überschriften; benennen Sie diese um",
}
