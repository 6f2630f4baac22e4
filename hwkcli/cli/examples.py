"""Examples of calls: two or three a command, for the help pages and the man page. A test runs each of them."""

EXAMPLES = {
    "towns": (
        ("hwk towns Unna", "The towns of Kreis Unna."),
        ("hwk towns --kind Stadt --sort population --limit 5", "The five largest towns that belong to a Kreis."),
        ("hwk towns --chamber Münster -o towns.xlsx", "The towns of another chamber, as a spreadsheet."),
    ),
    "kreise": (
        ("hwk kreise", "The Kreise and kreisfreie Städte, with what they add up to."),
        ("hwk kreise --stats businesses", "The number of businesses of each, side by side."),
        ("hwk kreise --land Hessen", "Those of a Land."),
    ),
    "find": (
        ("hwk find Neustadt", "All places of this name."),
        ("hwk find 51.53,7.69", "The place at a position, as at a postal code or a key."),
        ("hwk find - -f csv < places.txt", "One query a line, as a table for other programs."),
    ),
    "show": (
        ("hwk show Kamen", "All that is known of a town."),
        ("hwk show HWK Leipzig", "All about a chamber: its Kreise, and on what evidence."),
        ("hwk show Kreis Unna --map", "All about a Kreis, with a map of it."),
    ),
    "chamber": (
        ("hwk chamber 80331", "The chamber that is responsible at a postal code."),
        ("hwk chamber Neustadt --kreis Ostholstein", "One of several places of a name."),
        ("hwk chamber - -f jsonl < places.txt", "One query a line, each answer as soon as it is known."),
    ),
    "chambers": (
        ("hwk chambers", "All chambers of crafts."),
        ("hwk chambers Bayern", "Those of a Land."),
        ("hwk chambers --confidence medium", "What is assigned to them without full confidence."),
    ),
    "history": (
        ("hwk history Unna", "What Unna was before, and what went into it."),
        ("hwk history 05978020 --on 1970-01-01", "What a place was on a day."),
        ("hwk history --crosswalk 1974-12-31 -f csv", "All keys of a day beside those of today."),
    ),
    "near": (
        ("hwk near Unna --km 5", "The municipalities within 5 km of Unna."),
        ("hwk near 51.53,7.69 -f csv", "Those around a position, as a table for other programs."),
    ),
    "map": (
        ("hwk map --kreis Unna", "The towns of a Kreis, drawn on the terminal."),
        ("hwk map --values businesses -o businesses.svg", "The businesses of each Kreis, as a picture (extra: plot)."),
        ("hwk map Kamen --json", "What is on the map of a place, for other programs."),
    ),
    "match": (
        ("hwk match docs/firmen.csv", "The rows of a table with municipality, Kreis and chamber behind each."),
        ("hwk match firms.xlsx -o firms_with_chambers.xlsx", "The same from spreadsheet to spreadsheet."),
    ),
    "export": (
        ("hwk export tables", "All tables as CSV, in a folder with a description."),
        ("hwk export chambers.geojson", "The districts of all chambers, with their boundaries."),
        ("hwk export unna.sqlite --kreis Unna", "One Kreis as a database."),
    ),
    "stats": (
        ("hwk stats businesses --history", "The number of businesses over time, with the changes."),
        ("hwk stats Unna", "All figures of a Kreis, beside those of the district."),
        ("hwk stats --list", "All metrics, with the years that they cover."),
    ),
    "contact": (
        ("hwk contact", "The press contact."),
        ("hwk contact --kreis Unna", "Who is in charge of Kreis Unna."),
        ("hwk contact --vcard -o press.vcf", "A card for the address book."),
    ),
    "cooperation": (
        ("hwk cooperation --lang de", "What the chamber and Kreis Unna have agreed, in German."),
        ("hwk cooperation -o cooperation.md", "The same as a document."),
    ),
    "sources": (
        ("hwk sources", "All sources with their licences."),
        ("hwk sources destatis", "Those in which a word occurs."),
    ),
    "check": (
        ("hwk check", "Whether the data file in use is in order."),
        ("hwk check my.yaml -f csv", "The faults of a file, as a table for other programs."),
    ),
    "help": (
        ("hwk help towns", "The help page of a command."),
        ("hwk help exit-codes", "What the exit codes mean."),
    ),
}
"""Calls and what each answers, by the names of the commands."""
