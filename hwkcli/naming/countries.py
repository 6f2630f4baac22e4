"""The names of countries as people write them in addresses, folded, in German, English and their own language."""

GERMANY = frozenset(
    (
        *("d", "de", "deu", "ger", "brd", "deutschland", "germany", "bundesrepublik deutschland", "allemagne"),
        *("federal republic of germany", "germania", "alemania", "duitsland", "niemcy", "fed rep of germany"),
    )
)
"""What says that an address is in Germany."""

ABROAD = frozenset(
    (
        *("österreich", "oesterreich", "austria", "autriche", "schweiz", "switzerland", "suisse", "svizzera"),
        *(
            "liechtenstein",
            "luxemburg",
            "luxembourg",
            "frankreich",
            "france",
            "belgien",
            "belgium",
            "belgique",
            "belgië",
        ),
        *("niederlande", "netherlands", "the netherlands", "nederland", "dänemark", "daenemark", "denmark", "danmark"),
        *("polen", "poland", "polska", "tschechien", "tschechische republik", "czech republic", "czechia", "česko"),
        *("italien", "italy", "italia", "spanien", "spain", "españa", "portugal", "vereinigtes königreich"),
        *(
            "großbritannien",
            "grossbritannien",
            "united kingdom",
            "great britain",
            "england",
            "uk",
            "schottland",
            "wales",
        ),
        *("irland", "ireland", "schweden", "sweden", "sverige", "norwegen", "norway", "norge", "finnland", "finland"),
        *("suomi", "island", "iceland", "ungarn", "hungary", "magyarország", "slowakei", "slovakia", "slowenien"),
        *("slovenia", "kroatien", "croatia", "hrvatska", "serbien", "serbia", "rumänien", "romania", "bulgarien"),
        *("bulgaria", "griechenland", "greece", "türkei", "turkey", "türkiye", "russland", "russia", "ukraine"),
        *("belarus", "estland", "estonia", "lettland", "latvia", "litauen", "lithuania", "malta", "zypern", "cyprus"),
        *("usa", "u s a", "united states", "united states of america", "vereinigte staaten", "kanada", "canada"),
        *("china", "japan", "indien", "india", "brasilien", "brazil", "australien", "australia", "israel"),
    )
)
"""What says, as the last line of an address, that it is not: the neighbours, Europe, and where else many live."""

REGIONS_ABROAD = frozenset(
    (
        *("burgenland", "kärnten", "kaernten", "niederösterreich", "niederoesterreich", "oberösterreich"),
        *("oberoesterreich", "salzburg", "steiermark", "tirol", "vorarlberg", "wien", "nö", "oö", "stmk", "vlbg"),
        *("carinthia", "lower austria", "upper austria", "styria", "tyrol", "vienna", "zurich", "lucerne", "geneva"),
        *("aargau", "appenzell ausserrhoden", "appenzell innerrhoden", "basel landschaft", "basel stadt", "bern"),
        *("fribourg", "genf", "genève", "glarus", "graubünden", "graubuenden", "luzern", "neuchâtel", "nidwalden"),
        *("obwalden", "schaffhausen", "schwyz", "solothurn", "st gallen", "sankt gallen", "tessin", "ticino"),
        *("thurgau", "uri", "valais", "vaud", "waadt", "wallis", "zug", "zürich", "zuerich"),
    )
)
"""What says, where a Land is asked for, that an address is in Austria or Switzerland: their Länder and cantons. Not
those that are called like a Regierungsbezirk or a landscape of Germany (`Freiburg`, `Jura`)."""
NEIGHBOURS = frozenset(("at", "aut", "ch", "che"))
"""The codes of Austria and Switzerland, which are those of no Länder."""


def is_like_germany(nation: str) -> bool:
    """Whether a folded name is a misspelt one of Germany.

    >>> is_like_germany("deutscheland"), is_like_germany("österreich"), is_like_germany("de")
    (True, False, False)
    """
    # Few are.
    from hwkcli.naming.similar import NamesOfOne

    return NamesOfOne(["deutschland", "germany"]).has_like(nation)
