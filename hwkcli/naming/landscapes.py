"""The names of landscapes, islands and regions, folded, that people write where a place is asked for, and that are no
municipality, Kreis or Land of today. That of a Kreis (`Havelland`), and of a Regierungsbezirk, is not here."""

from hwkcli.naming.fold import readings

_NAMES = (
    *("allgäu", "altes land", "altmark", "angeln", "anhalt", "baden", "bayerischer wald"),
    *("bergisches land", "breisgau", "chiemgau", "eiderstedt", "eifel", "elbsandsteingebirge", "erzgebirge"),
    *("fichtelgebirge", "fläming", "franken", "hallertau", "hegau", "hellweg", "hochrhein", "hochschwarzwald"),
    *("hohenlohe", "hohenzollern", "holstein", "hunsrück", "kraichgau", "kurpfalz", "lausitz"),
    *("linker niederrhein", "lüneburger heide", "mark brandenburg", "markgräflerland", "mecklenburg"),
    *("mittelrhein", "münsterland", "niederlausitz", "niederrhein", "nordbayern", "nordfriesische inseln"),
    *("nordhessen", "oberlausitz", "oberland", "oberrhein", "oberschwaben", "odenwald", "oldenburger land"),
    *("oldenburger münsterland", "osnabrücker land", "ostalb", "osterzgebirge", "ostfriesische inseln"),
    *("ostfriesland", "ostwestfalen", "ostwestfalen lippe", "owl", "pfalz", "rheingau", "rheinhessen", "rheinland"),
    *("rhein main", "rhein main gebiet", "rhein ruhr", "rhön", "ruhrgebiet", "ruhrpott", "saargebiet"),
    *("sächsische schweiz", "sauerland", "schwaben", "schwäbische alb", "schwarzwald", "siegerland", "spreewald"),
    *("südbaden", "südhessen", "südpfalz", "südwestfalen", "taunus", "teutoburger wald", "thüringer wald"),
    *("unterelbe", "unterweser", "vogtland", "vorderpfalz", "vorpommern", "weinstraße", "wendland"),
    *("weserbergland", "westerwald", "westfalen", "westmünsterland", "wetterau", "württemberg"),
    *("amrum", "föhr", "halligen", "metropole ruhr", "metropolregion rhein neckar"),
    *("bezirk rostock", "bezirk schwerin", "bezirk neubrandenburg", "bezirk potsdam", "bezirk frankfurt oder"),
    *("bezirk frankfurt", "bezirk cottbus", "bezirk magdeburg", "bezirk halle", "bezirk erfurt", "bezirk gera"),
    *("bezirk suhl", "bezirk dresden", "bezirk leipzig", "bezirk karl marx stadt", "bezirk chemnitz"),
    *("norddeutschland", "süddeutschland", "ostdeutschland", "westdeutschland", "mitteldeutschland"),
)
LANDSCAPES = frozenset(reading for name in _NAMES for reading in readings(name))
"""They have several chambers, or are only a part of a district."""
