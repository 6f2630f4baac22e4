"""The German of what is said on stderr of the words of a call, and of what is found."""

MESSAGES = {
    # What is wrong with the words of a call.
    "{problem}; {command} --help says what it takes": "{problem}; {command} --help zeigt, was möglich ist",
    "Invalid value for {option}: {value} is not one of {choices}": (
        "Ungültiger Wert für {option}: {value} ist nicht darunter: {choices}"
    ),
    "Invalid value for {option}: {reason}": "Ungültiger Wert für {option}: {reason}",
    "Missing argument {name}": "Es fehlt das Argument {name}",
    "'{what}'": "{what}",
    "Missing command": "Es fehlt ein Befehl",
    "No such option: {name} (Possible options: {names})": "Die Option {name} gibt es nicht (aber {names})",
    "No such option: {name}": "Die Option {name} gibt es nicht",
    "Option {name} requires an argument": "Die Option {name} braucht einen Wert",
    "Option {name} does not take a value": "Die Option {name} nimmt keinen Wert",
    "Got unexpected extra argument(s) ({words})": "Zu viele Wörter ({words})",
    "No such command {word}, and no such place. Did you mean {meant}?": (
        "Weder Befehl noch Ort: {word}. Meinten Sie {meant}?"
    ),
    "{value} is not one of {choices}": "{value} ist nicht darunter: {choices}",
    "{value} is no whole number from {least} on": "{value} ist keine ganze Zahl ab {least}",
    "--until lies before --since; give them the other way round": (
        "--until liegt vor --since; vertauschen Sie die beiden"
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
    "{place} lies outside the {district}, and only of that there are figures": (
        "{place} liegt nicht im {district}, und nur für diesen gibt es Zahlen"
    ),
    "{word} is no place to be marked; for a map of it: hwk map {option} {name}": (
        "{word} ist kein Ort, der markiert werden kann; die Karte davon: hwk map {option} {name}"
    ),
    "no contact for {words}, for only those of the {district} are known; hwk show {chamber} has the address": (
        "kein Kontakt zu {words}, denn bekannt sind nur die im {district}; die Anschrift nennt hwk show {chamber}"
    ),
    "no help on {topic}": "keine Hilfe zu {topic}",
    "no help on {topic}; there is: {known}": "keine Hilfe zu {topic}; es gibt: {known}",
    "say for which shell: {shells}": "nennen Sie die Shell: {shells}",
    "add what hwk --show-completion {shell} prints to the file that $PROFILE names": (
        "fügen Sie, was hwk --show-completion {shell} ausgibt, in die Datei ein, die $PROFILE nennt"
    ),
    "the Tab key completes in every new {shell}: {file}": "in jeder neuen {shell} ergänzt die Tabulatortaste: {file}",
    "{value} is not a date; give a day (2024-12-31, 31.12.2024), a month, a quarter (2024-Q1), a half-year "
    "(2024-H1) or a year": (
        "{value} ist kein Datum; nennen Sie einen Tag (31.12.2024), einen Monat, ein Quartal (2024-Q1), ein "
        "Halbjahr (2024-H1) oder ein Jahr"
    ),
    "{value}: {reason}": "{value}: {reason}",
    "{what} needs a letter or a digit": "{what} braucht einen Buchstaben oder eine Ziffer",
    "a query": "eine Anfrage",
    "a Kreis": "ein Kreis",
    "a Land": "ein Land",
    "a chamber": "eine Kammer",
    "a source": "eine Quelle",
    "a contact needs a letter or a digit": "ein Kontakt braucht einen Buchstaben oder eine Ziffer",
    # What is found, and what is not.
    "{said}; did you mean {names}?": "{said}; meinten Sie {names}?",
    "{one} or {other}": "{one} oder {other}",
    "{one}, {other}": "{one}, {other}",
    "{day}": "{day}",
    "…, {dates}": "…, {dates}",
    "{one} and {other}": "{one} und {other}",
    "{one}; {other}": "{one}; {other}",
    "{names} and {number:,} more": "{names} und {number:,} weitere",
    "the district": "dem Kammerbezirk",
    "no place {query} in Germany": "kein Ort {query} in Deutschland",
    "no place {query} in {asked}": "kein Ort {query} in {asked}",
    "no place {query} in {asked}; elsewhere there is {names}": (
        "kein Ort {query} in {asked}; anderswo gibt es {names}"
    ),
    "no place {place} is known in Germany; {codes} belongs to {names}": (
        "kein Ort {place} in Deutschland bekannt; {codes} gehört zu {names}"
    ),
    "no place has the postal code {query}; codes of single companies and of P.O. boxes are not all known": (
        "kein Ort hat die Postleitzahl {query}; die von einzelnen Firmen und von Postfächern sind nicht alle bekannt"
    ),
    "{query} is an address in another country; hwk knows places in Germany": (
        "{query} ist eine Adresse in einem anderen Staat; hwk kennt Orte in Deutschland"
    ),
    "the postal code is one of before July 1993; what was looked up is the name alone": (
        "die Postleitzahl stammt aus der Zeit vor Juli 1993; gesucht wurde nur nach dem Namen"
    ),
    "{query} is a postal code of before July 1993; name the town": (
        "{query} ist eine Postleitzahl aus der Zeit vor Juli 1993; nennen Sie den Ort"
    ),
    "{word} is a region, and no place; name a town or a Kreis in it": (
        "{word} ist eine Region und kein Ort; nennen Sie einen Ort oder einen Kreis darin"
    ),
    "{word} is only a part of a postal code; give all five digits": (
        "{word} ist nur ein Teil einer Postleitzahl; geben Sie alle fünf Ziffern an"
    ),
    "{word} is the whole country; name a place, or see: hwk chambers": (
        "{word} ist ganz Deutschland; nennen Sie einen Ort; alle Kammern nennt hwk chambers"
    ),
    "{word} is another country; hwk knows places in Germany": (
        "{word} ist ein anderer Staat; hwk kennt Orte in Deutschland"
    ),
    "{word} is a city in another country; hwk knows places in Germany": (
        "{word} ist eine Stadt in einem anderen Staat; hwk kennt Orte in Deutschland"
    ),
    "{word} is a chamber of industry and commerce; hwk knows those of crafts: hwk chamber PLACE": (
        "{word} ist eine Industrie- und Handelskammer; hwk kennt die Handwerkskammern: hwk chamber ORT"
    ),
    "{word} is an association of guilds, and no place; see: hwk contact --list": (
        "{word} ist ein Zusammenschluss von Innungen und kein Ort; siehe: hwk contact --list"
    ),
    "{half}, but {other}; if {short} is a postal code of before July 1993, leave it out": (
        "{half}, aber {other}; ist {short} eine Postleitzahl aus der Zeit vor Juli 1993, lassen Sie sie weg"
    ),
    "{word} is {names}": "{word} ist {names}",
    "{codes} belongs to {names}": "{codes} gehört zu {names}",
    "{codes} is no postal code there": "{codes} ist dort keine Postleitzahl",
    "{half}; leave out what is wrong": "{half}; lassen Sie weg, was falsch ist",
    "{half}, but {other}; leave out what is wrong": "{half}, aber {other}; lassen Sie weg, was falsch ist",
    "{query} is {number:,} places: {names}; name one of them": (
        "{query} sind {number:,} Orte: {names}; nennen Sie einen davon"
    ),
    "{number:,} rows are drawn as a table, which takes a while; -f csv writes each at once": (
        "{number:,} Zeilen werden als Tabelle gezeichnet, das dauert eine Weile; -f csv schreibt jede sofort"
    ),
    "no Land {word}": "kein Land {word}",
    "no Land {word}; that lies in {land}": "kein Land {word}; das liegt in {land}",
    "no Land {word}; say its name, its abbreviation (NRW) or its key (05)": (
        "kein Land {word}; nennen Sie seinen Namen, seine Abkürzung (NRW) oder seinen Schlüssel (05)"
    ),
    "no Kreis {word}": "kein Kreis {word}",
    "no Kreis {word}; that lies in {kreis}": "kein Kreis {word}; das liegt hier: {kreis}",
    "{said}; hwk kreise names those of a chamber or a Land": (
        "{said}; hwk kreise nennt die einer Kammer oder eines Landes"
    ),
    "no Kreis {word}; hwk kreise --land LAND names those of a Land": (
        "kein Kreis {word}; hwk kreise --land LAND nennt die eines Landes"
    ),
    "no postal code {word}": "keine Postleitzahl {word}",
    "no Kreis {word} in the {district}": "kein Kreis {word} im {district}",
    "{said}, but places of that name: {places}": "{said}, aber Orte dieses Namens: {places}",
    "{said}; {place} is a Land: --land {short}": "{said}; {place} ist ein Land: --land {short}",
    "{said}; that is a chamber: --chamber {short}": "{said}; das ist eine Kammer: --chamber {short}",
    "{said}; that is a region, which may have several": "{said}; das ist eine Region, die mehrere haben kann",
    "{said}; {place} belongs to the {chamber}: hwk towns --chamber {short} --kreis {kreis}": (
        "{said}; {place} gehört zur {chamber}: hwk towns --chamber {short} --kreis {kreis}"
    ),
    "{place} lies in {kreis}; these are the contacts there": (
        "{place} liegt hier: {kreis}; dies sind die Kontakte dort"
    ),
    "{place} lies in {kreis}; these are its towns": "{place} liegt hier: {kreis}; dies sind die Orte dort",
    "{word} is no Kreis any more; it became {names}": "{word} ist kein Kreis mehr; daraus wurden: {names}",
    "{place} lies in no Kreis; these are its towns": "{place} liegt in keinem Kreis; dies sind die Orte dort",
    "no chamber {word}; hwk chambers names them all": "keine Kammer {word}; hwk chambers nennt alle",
    "no chamber {word}; hwk chambers {land} names those there": (
        "keine Kammer {word}; hwk chambers {land} nennt die dort"
    ),
    "no chamber {word}; hwk chamber {place} says which is responsible": (
        "keine Kammer {word}; hwk chamber {place} sagt, welche zuständig ist"
    ),
    "no chamber {word}; {place} belongs to {chamber}: hwk chamber {asked}": (
        "keine Kammer {word}; {place} gehört zur {chamber}: hwk chamber {asked}"
    ),
    "{word} is {names}; name one of them": "{word} ist {names}; nennen Sie eine davon",
    "{query} belongs to no Kreis and to no chamber": "{query} gehört zu keinem Kreis und zu keiner Kammer",
    "{names}, and places of no chamber": "{names} und Orte ohne Kammer",
    "{query} is 1 place of {chambers} chambers: {names}": "{query} ist 1 Ort mit {chambers} Kammern: {names}",
    "{query} is {places:,} places of {chambers} chambers: {names}": (
        "{query} sind {places:,} Orte mit {chambers} Kammern: {names}"
    ),
    "{said}; narrow it with --kreis, --land or --postal-code": (
        "{said}; grenzen Sie es ein mit --kreis, --land oder --postal-code"
    ),
    "line {number}: {problem}": "Zeile {number}: {problem}",
    "{shown:,} of {number:,} rows are shown": "{shown:,} von {number:,} Zeilen",
    "and {number:,} more; -f json shows all": "und {number:,} weitere; -f json zeigt alle",
    "hidden: {columns}; -f json or --columns shows them": "ausgeblendet: {columns}; -f json oder --columns zeigt sie",
    "hidden: {columns}; -f json shows them": "ausgeblendet: {columns}; -f json zeigt sie",
    "no entry of this kind there; leave out --kind or --kreis": (
        "dort kein Eintrag dieser Art; lassen Sie --kind oder --kreis weg"
    ),
    "no place {word} in Germany, of today or of before": "kein Ort {word} in Deutschland, weder heute noch früher",
    "no key {word} of a municipality or Kreis, of today or of before": (
        "kein Schlüssel {word} einer Gemeinde oder eines Kreises, weder heute noch früher"
    ),
    "the key {word} stood for nothing on {day}; ask without a day": (
        "der Schlüssel {word} war am {day} nicht vergeben; fragen Sie ohne Tag"
    ),
    "no municipality or Kreis was called {word} on {day}; hwk history says what was where it is now": (
        "keine Gemeinde und kein Kreis hieß am {day} {word}; hwk history sagt, was damals dort war"
    ),
    "--on is of the whole register; give it without -, --district and --data": (
        "--on gilt für das ganze Verzeichnis; lassen Sie -, --district und --data weg"
    ),
    "{word} is the name of {number:,} places: {names}; ask by the key": (
        "{word} ist der Name von {number:,} Orten: {names}; fragen Sie mit dem Schlüssel"
    ),
    "{word} is a postal code of {number} municipalities: {names}; ask by the key": (
        "{word} ist eine Postleitzahl von {number} Gemeinden: {names}; fragen Sie mit dem Schlüssel"
    ),
    "{day}: the official data begin on {begins}; ask for that day or a later one": (
        "{day}: die amtlichen Daten beginnen am {begins}; fragen Sie nach diesem Tag oder einem späteren"
    ),
    "{day}: the official data of East Germany begin with the reunion, on {begins}; ask for that day or a later one": (
        "{day}: die amtlichen Daten für Ostdeutschland beginnen mit der Wiedervereinigung am {begins}; fragen Sie "
        "nach diesem Tag oder einem späteren"
    ),
    "{day}: the official data of the Saarland begin on {begins}; ask for that day or a later one": (
        "{day}: die amtlichen Daten für das Saarland beginnen am {begins}; fragen Sie nach diesem Tag oder einem "
        "späteren"
    ),
    "{option} needs a day, such as {iso} or {german}": "{option} braucht einen Tag, etwa {iso} oder {german}",
    "--crosswalk is of all places; give no PLACE, --on, --since or --until with it": (
        "--crosswalk gilt für alle Orte; lassen Sie ORT, --on, --since und --until weg"
    ),
    "give a PLACE: a name or a key; or --crosswalk DATE for all of them": (
        "nennen Sie einen ORT: Name oder Schlüssel; oder --crosswalk DATUM für alle"
    ),
    "--on is of one day; give it without --since and --until": (
        "--on gilt für einen Tag; lassen Sie --since und --until weg"
    ),
    "{option} goes with --stats": "{option} gehört zu --stats",
    "{option} goes with --plot": "{option} gehört zu --plot",
    "no source with {words}; hwk sources has them all": "keine Quelle mit {words}; hwk sources zeigt alle",
    "name the Land once, as a word or with --land": "nennen Sie das Land nur einmal, als Wort oder mit --land",
    "--stats has figures of the district only; leave --chamber and --land out": (
        "--stats hat nur Werte des eigenen Bezirks; lassen Sie --chamber und --land weg"
    ),
    "nothing of the {district} lies in {land}": "vom {district} liegt nichts in {land}",
    "nothing is assigned to these chambers with so little confidence; all of it is known better": (
        "diesen Kammern ist nichts mit so geringer Sicherheit zugeordnet; alles ist besser bekannt"
    ),
    "--web opens one site; give one query as arguments": (
        "--web öffnet eine einzige Seite; nennen Sie den einen Ort im Aufruf statt mit -"
    ),
    "the web site of the {chamber}: {address}": "die Website der {chamber}: {address}",
    "no browser could be started; open the address yourself": (
        "kein Browser ließ sich starten; öffnen Sie die Adresse selbst"
    ),
    "--map draws below a table; hwk map -o FILE draws into a file": (
        "--map zeichnet unter eine Tabelle; hwk map -o DATEI zeichnet in eine Datei"
    ),
    "the data file has no contacts": "die Datendatei hat keine Kontakte",
    "the data file has no figures": "die Datendatei hat keine Zahlen",
    "the data file names no file with contacts (contacts_file)": (
        "die Datendatei nennt keine Datei mit Kontakten (contacts_file)"
    ),
    "the data file names no file with figures over time (figures_file)": (
        "die Datendatei nennt keine Datei mit Werten im Lauf der Zeit (figures_file)"
    ),
    "the data file reports no cooperation": "die Datendatei berichtet von keiner Zusammenarbeit",
    "--since goes with --history, --chart or --plot": "--since gehört zu --history, --chart oder --plot",
    "--list names all metrics; leave all else out": "--list nennt alle Kennzahlen; lassen Sie alles andere weg",
    "--as-of and --until both say up to when; give one of them": (
        "--as-of und --until sagen beide, bis wann; geben Sie eines an"
    ),
    "{option} needs a METRIC; hwk stats --list names them all": (
        "{option} braucht eine KENNZAHL; hwk stats --list nennt alle"
    ),
    "--change-since is for what is counted; nothing is computed from a ratio": (
        "--change-since gibt es nur für Gezähltes; aus einem Verhältnis wird nichts berechnet"
    ),
    "--change-since goes with the latest figures or --history": (
        "--change-since gehört zu den letzten Werten oder zu --history"
    ),
    "no metric": "keine Kennzahl",
    "no figure": "keine Zahl",
    "{none} {word}; {hint}": "{none} {word}; {hint}",
    "hwk stats --list names them all": "hwk stats --list nennt alle",
    "there are {names}": "es gibt {names}",
    "no metric and no Kreis {words}; hwk stats --list names the metrics": (
        "weder Kennzahl noch Kreis: {words}; hwk stats --list nennt die Kennzahlen"
    ),
    "no Kreis {word} in the {district}, and no figures of it": (
        "kein Kreis {word} im {district} und keine Zahlen dazu"
    ),
    "{word} is {number} Kreise: {names}; name one of them": (
        "{word} sind {number} Kreise: {names}; nennen Sie einen davon"
    ),
    "{town} has no figures of its own; what follows is {kreis}": (
        "für {town} gibt es keine eigenen Zahlen; es folgen die für: {kreis}"
    ),
    "{town} has no figure of {metric} of its own; what follows is {kreis}": (
        "für {town} gibt es keinen eigenen Wert zu {metric}; es folgt der für: {kreis}"
    ),
    "no figure of {metric} at that time; there are some from {first} to {last}": (
        "kein Wert zu {metric} für diese Zeit; es gibt welche von {first} bis {last}"
    ),
    "no figure of {metric} for {names} at that time; there are some from {first} to {last}": (
        "kein Wert zu {metric} für diese Zeit: {names}; es gibt welche von {first} bis {last}"
    ),
    "no figure of {metric} for {names}; there are some for {others}": (
        "kein Wert zu {metric}: {names}; es gibt welche für: {others}"
    ),
    "no figure of {metric}, at no time and nowhere": "kein Wert zu {metric}, zu keiner Zeit und nirgends",
    "no figure of {metric} at that time to compare a later one with; there are some of {years}": (
        "kein Wert zu {metric} für diese Zeit, mit dem ein späterer verglichen werden könnte; es gibt welche für "
        "{years}"
    ),
    "no figures of {territory} at that time": "keine Zahlen für diese Zeit: {territory}",
    "no figures of these Kreise at that time; leave out --as-of and --until": (
        "keine Zahlen zu diesen Kreisen für diese Zeit; lassen Sie --as-of und --until weg"
    ),
    "no Kreis has a figure of {metric} at that time; hwk stats {metric} has what there is": (
        "kein Kreis hat für diese Zeit einen Wert zu {metric}; hwk stats {metric} zeigt, was es gibt"
    ),
    "{metric} is compared with itself; name another metric after --compare": (
        "{metric} wird mit sich selbst verglichen; nennen Sie eine andere Kennzahl nach --compare"
    ),
    "{metric} is a ratio itself; compare what it follows from": (
        "{metric} ist selbst ein Verhältnis; vergleichen Sie, woraus es berechnet ist"
    ),
    "{metric} is a share or an index, of which a ratio says nothing; compare what is counted": (
        "{metric} ist ein Anteil oder ein Index, deren Verhältnis nichts sagt; vergleichen Sie Gezähltes"
    ),
    "no date and scope has both, without a conflict: {one} has {dates}; {other} has {others}": (
        "für keinen Stand und Umfang gibt es beide ohne Widerspruch: {one} hat {dates}; {other} hat {others}"
    ),
    "none": "keinen",
    "--axis-from is for lines; bars begin at zero, or their lengths would lie": (
        "--axis-from gibt es nur für Linien; Balken beginnen bei null, sonst täuschen ihre Längen"
    ),
    "--axis-from {begin} would cut off {shown}; give less, or auto": (
        "--axis-from {begin} schnitte {shown} ab; geben Sie weniger oder auto an"
    ),
    "--plot: {number} bars are more than the {most} that a picture has room for": (
        "--plot: {number} Balken sind mehr als die {most}, für die ein Bild Platz hat"
    ),
    "--plot: {number} lines are too many to tell apart; name fewer Kreise": (
        "--plot: {number} Linien sind zu viele, um sie zu unterscheiden; nennen Sie weniger Kreise"
    ),
    "--size: title, legend and sources leave no room for the figures; give a height of {centimetres} cm or more, "
    "or fewer words": (
        "--size: Titel, Legende und Quellen lassen keinen Platz für die Werte; nehmen Sie eine Höhe ab "
        "{centimetres} cm oder weniger Wörter"
    ),
    "--size: {centimetres} cm are too narrow for the figures; give it more": (
        "--size: {centimetres} cm sind zu schmal für die Werte; nehmen Sie mehr"
    ),
    "{file}: {number} of the values have no room; give it more with --size": (
        "{file}: {number} der Werte haben keinen Platz; geben Sie ihn mit --size"
    ),
    "{file}: a picture is {endings}; give the file such an ending": (
        "{file}: ein Bild ist {endings}; geben Sie der Datei eine solche Endung"
    ),
    "give width and height in cm: 16x9; or with a unit: 160x90mm, 6x4in, 1200x800px": (
        "nennen Sie Breite und Höhe in cm: 16x9; oder mit Einheit: 160x90mm, 6x4in, 1200x800px"
    ),
    "a picture is {smallest} to {largest} cm wide and high": (
        "ein Bild ist {smallest} bis {largest} cm breit und hoch"
    ),
    "give one or more of all, first, last, highest, lowest, none, with commas between": (
        "nennen Sie eines oder mehrere von alle, erster, letzter, höchster, niedrigster, keine, mit Kommas dazwischen"
    ),
    "give a number, or auto for one just below the smallest value": (
        "nennen Sie eine Zahl oder auto für eine knapp unter dem kleinsten Wert"
    ),
    "no contact for {words}; hwk contact --list has them all": (
        "kein Kontakt zu {words}; hwk contact --list zeigt alle"
    ),
    "{number} contacts do not fit into one QR code: {names}; name one of them": (
        "{number} Kontakte passen nicht in einen QR-Code: {names}; nennen Sie einen davon"
    ),
    "{name} has too much to say for a QR code ({signs:,} signs); use --vcard": (
        "{name} hat zu viele Angaben für einen QR-Code ({signs:,} Zeichen); nehmen Sie --vcard"
    ),
    "--list gives all contacts; leave WORDS out": "--list gibt alle Kontakte; lassen Sie WÖRTER weg",
    "--vcard, --qr and --format are formats; give one of them": (
        "--vcard, --qr und --format sind Formate; geben Sie eines an"
    ),
}
