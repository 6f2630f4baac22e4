"""The German of what is wrong with a data file: what was found there, and what was expected."""

FAULTS = {
    # YAML.
    "YAML without it": "YAML ohne sie",
    "a chamber district": "ein Kammerbezirk",
    "a data file, which has some thousands": "eine Datendatei, die einige Tausend hat",
    "a list or mapping as a key": "eine Liste oder Zuordnung als Schlüssel",
    "a name": "ein Name",
    "a second document": "ein zweites Dokument",
    "a value without a tag": "ein Wert ohne Typangabe",
    "a value without an anchor": "ein Wert ohne Anker",
    "an empty file": "eine leere Datei",
    "at most {most} levels": "höchstens {most} Ebenen",
    "each key once": "jeder Schlüssel einmal",
    "invalid YAML ({problem})": "kein gültiges YAML ({problem})",
    "more than {most} values": "mehr als {most} Werte",
    "nesting without end": "Verschachtelung ohne Ende",
    "one document": "ein einziges Dokument",
    "the YAML alias *{anchor}": "der YAML-Verweis *{anchor}",
    "the YAML anchor &{anchor}": "der YAML-Anker &{anchor}",
    "the YAML directive %TAG": "die YAML-Anweisung %TAG",
    "the YAML tag {tag}": "die YAML-Typangabe {tag}",
    "the key {key} twice": "der Schlüssel {key} zweimal",
    "the value itself": "der Wert selbst",
    # The form of single values.
    'a date in quotes, "2024", "2024-01" or "2024-12-31", from 1800 to 2100': (
        'ein Datum in Anführungszeichen, "2024", "2024-01" oder "2024-12-31", von 1800 bis 2100'
    ),
    "a letter in it": "ein Buchstabe darin",
    "a letter or a digit in it": "ein Buchstabe oder eine Ziffer darin",
    "a line break": "Zeilenumbruch",
    "a list": "eine Liste",
    "a list of {length}": "eine Liste mit {length} Einträgen",
    "a list with something in it": "eine Liste, die nicht leer ist",
    "a mapping": "eine Zuordnung",
    "a mapping with {names}": "eine Zuordnung mit {names}",
    "a number from {least:g} to {most:g}": "eine Zahl von {least:g} bis {most:g}",
    "a postal code that there is": "eine Postleitzahl, die es gibt",
    'a time in quotes, "2024-12-31", "2024", "2019-H1" or "2007-spring", from 1800 to 2100': (
        'eine Zeit in Anführungszeichen, "2024-12-31", "2024", "2019-H1" oder "2007-spring", von 1800 bis 2100'
    ),
    "a whole number without quotes, from {least} to {most}": (
        "eine ganze Zahl ohne Anführungszeichen, von {least} bis {most}"
    ),
    "an empty list": "eine leere Liste",
    "blanks around it": "Leerzeichen am Rand",
    "fewer; fix these and check again": "weniger; beheben Sie diese und prüfen Sie noch einmal",
    "letters, digits and _ . : / - (at most {most}; in quotes, if it looks like anything else)": (
        "Buchstaben, Ziffern und _ . : / - (höchstens {most}; in Anführungszeichen, wenn es nach anderem aussieht)"
    ),
    "more than {most} faults": "mehr als {most} Fehler",
    "nothing": "nichts",
    "one line of text, at most {most} characters": "eine Zeile Text, höchstens {most} Zeichen",
    "one of {names}": "eines von {names}",
    "text (in quotes, if it looks like anything else)": ("Text (in Anführungszeichen, wenn er nach anderem aussieht)"),
    "text, at most {most} characters": "Text, höchstens {most} Zeichen",
    "the character U+FFFD, which stands for one that was lost": ("das Zeichen U+FFFD, das für ein verlorenes steht"),
    "the invisible character {char}": "das unsichtbare Zeichen {char}",
    "the key {name}": "der Schlüssel {name}",
    "the same without them": "dasselbe ohne sie",
    "the unknown key {name}": "der unbekannte Schlüssel {name}",
    "{digits} digits in quotes": "{digits} Ziffern in Anführungszeichen",
    "{found} with {problem}": "{found} ({problem})",
    "{length} characters": "{length} Zeichen",
    "{value} without quotes": "{value} ohne Anführungszeichen",
    # Addresses.
    "a telephone number like +49 231 5493-422": "eine Telefonnummer wie +49 231 5493-422",
    "a web address like www.hwk-do.de or https://www.hwk-do.de": (
        "eine Webadresse wie www.hwk-do.de oder https://www.hwk-do.de"
    ),
    "a web address that begins with https:// or http://": "eine Webadresse, die mit https:// oder http:// beginnt",
    "an e-mail address like presse@hwk-do.de": "eine E-Mail-Adresse wie presse@hwk-do.de",
    "the name of a file in the folder of this one": "der Name einer Datei im Ordner dieser Datei",
    "the name of a file beside this one": "der Name einer Datei neben dieser",
    "a file in the folder of this one": "eine Datei im Ordner dieser Datei",
    "{name}, a link out of the folder": "{name}, eine Verknüpfung aus dem Ordner hinaus",
    # What must hold between records.
    "each once": "jedes einmal",
    "{value} a second time": "{value} ein zweites Mal",
    "the id of one of the sources": "die id einer der Quellen",
    "a block that names one": "ein Block, der eine nennt",
    "no source for {field}": "keine Quelle für {field}",
    "a name of its own": "ein eigener Name",
    "{name}, which means {other}": "{name}, was {other} bedeutet",
    # Districts.
    "a group of one Kreis or more": "eine Gruppe aus mindestens einem Kreis",
    "a group that is not named like one of its Kreise": "eine Gruppe, die nicht wie einer ihrer Kreise heißt",
    "{group} without a Kreis": "{group} ohne einen Kreis",
    "a latitude or a longitude alone": "eine Breite oder eine Länge allein",
    "a population or a date alone": "eine Einwohnerzahl oder ein Datum allein",
    "both or none": "beides oder keines",
    "latitude": "Breite",
    "longitude": "Länge",
    "a {degrees} in Germany, from {least} to {most}": "eine {degrees} in Deutschland, von {least} bis {most}",
    "the {degrees}; latitude and longitude are swapped": "die {degrees}; Breite und Länge sind vertauscht",
    "a municipality of {name}": "eine Gemeinde in: {name}",
    "no municipality": "keine Gemeinde",
    "at least one": "mindestens eine",
    "other municipalities": "andere Gemeinden",
    "nothing, as it is a municipality": "nichts, denn es ist eine Gemeinde",
    "{name} alone, as it is a kreisfreie Stadt": "{name} allein, als kreisfreie Stadt",
    "an AGS of {name}: {key}...": "ein AGS in: {name} ({key}...)",
    "the AGS of a kreisfreie Stadt: {key}000": "der AGS einer kreisfreien Stadt: {key}000",
    "the AGS of {name}: {ags}": "der AGS von {name}: {ags}",
    "an ARS that belongs to the AGS {ags}": "ein ARS, der zum AGS {ags} gehört",
    "another AGS than that of {name}": "ein anderer AGS als der von {name}",
    "another locality of {name}": "ein anderer Ortsteil von {name}",
    "the name of a locality in this file": "der Name eines Ortsteils in dieser Datei",
    "at least 1; only a gemeindefreies Gebiet (unincorporated) has none": (
        "mindestens 1; nur ein gemeindefreies Gebiet (unincorporated) hat keine"
    ),
    "city in a kreisfreie Stadt, town or municipality in a Kreis": (
        "city in einer kreisfreien Stadt, town oder municipality in einem Kreis"
    ),
    "each code once": "jede Postleitzahl einmal",
    "{code}, which is a delivery area too": "{code}, die auch ein Zustellgebiet ist",
    # The national register.
    "the key of a Kreis in the national register": "der Schlüssel eines Kreises im Gemeindeverzeichnis",
    "the key of a municipality in the national register": "der Schlüssel einer Gemeinde im Gemeindeverzeichnis",
    "the key of {name}": "der Schlüssel von {name}",
    "{key}, which is {name}": "{key}, das ist {name}",
    "a postal code in use": "eine Postleitzahl, die es gibt",
    "{code}, which is no delivery area": "{code}, kein Zustellgebiet",
    "a code of {name}": "eine Postleitzahl von {name}",
    "{code}, which is in {towns}": "{code}, die zu {towns} gehört",
    "about {latitude}, {longitude}": "etwa {latitude}, {longitude}",
    "{latitude}, {longitude}, {distance:.0f} km from {name}": (
        "{latitude}, {longitude}, {distance:.0f} km entfernt von {name}"
    ),
    # Contacts.
    "the AGS of a town of the district": "der AGS einer Gemeinde des Bezirks",
    "the key of a Kreis or a town of the district": "der Schlüssel eines Kreises oder einer Gemeinde des Bezirks",
    "phone beside it, like +49 231 5493-422": "phone dazu, wie +49 231 5493-422",
    "{phone} as the source prints it": "{phone}, wie die Quelle es druckt",
    "{printed} alone": "{printed} allein",
    # Figures.
    "a figure that conflicts with {id} in its turn": "ein Wert, der seinerseits {id} widerspricht",
    "the id of another figure": "die id eines anderen Werts",
    "a metric population that has it": "eine Kennzahl population, die sie hat",
    "a number above 0": "eine Zahl über 0",
    "a whole number, without separators": "eine ganze Zahl ohne Trennzeichen",
    "at most {most}": "höchstens {most}",
    "{value} per cent": "{value} Prozent",
    "another series of the metric": "eine andere Reihe der Kennzahl",
    "another {field} than in the district": "{field} anders als im Bezirk",
    "the same, or none": "dasselbe oder keines",
    "{metric} without a {field}": "{metric} ohne {field}",
    "both, here or in the district": "beides, hier oder im Bezirk",
    "district, or the key of a Kreis or town in it": (
        "district, oder der Schlüssel eines Kreises oder einer Gemeinde darin"
    ),
    "district; figures of a Kreis or a town belong into the figures_file": (
        "district; Werte eines Kreises oder einer Gemeinde gehören in die figures_file"
    ),
    "the key {key} of the city": "der Schlüssel {key} der Stadt",
    'exact, but printed is "{printed}"': 'exact, aber gedruckt ist "{printed}"',
    "none like that": "keine solche",
    "the metric {metric} with the series {series}, of which the district has a figure": (
        "die Kennzahl {metric} mit der Reihe {series}, von der der Bezirk einen Wert hat"
    ),
    "the number as the source prints it": "die Zahl, wie die Quelle sie druckt",
    "the value {value} as the source prints it": "der Wert {value}, wie die Quelle ihn druckt",
    # Chambers.
    "a key": "ein Schlüssel",
    "a source of something": "die Quelle von etwas",
    "each territory once": "jedes Gebiet einmal",
    "either the Kreis or its municipalities": "entweder der Kreis oder seine Gemeinden",
    "nothing for {ags} {name}": "nichts für {ags} {name}",
    "the name {name}": "der Name {name}",
    "the source {id}": "die Quelle {id}",
    "{id}, which nothing cites": "{id}, die nirgends genannt ist",
    "{key} and municipalities of it": "{key} und Gemeinden daraus",
    # Files.
    "the byte {byte}, which is not UTF-8": "das Byte {byte}, das kein UTF-8 ist",
    "not a regular file": "keine gewöhnliche Datei",
}
