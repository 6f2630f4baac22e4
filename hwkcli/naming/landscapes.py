"""The names of landscapes, islands and regions, folded, that people write where a place is asked for, and that are no
municipality, Kreis or Land of today. That of a Kreis (`Havelland`), and of a Regierungsbezirk, is not here."""

from hwkcli.naming.fold import readings

_NAMES = (
    *("ahrtal", "allgäu", "altes land", "altmark", "angeln", "anhalt", "baden", "baumberge", "bayerischer wald"),
    *("bergisches land", "bergisches städtedreieck", "bliesgau", "breisgau", "chiemgau", "darss", "eiderstedt"),
    *("eifel", "elbsandsteingebirge", "emscher lippe", "erzgebirge", "erzgebirgsvorland", "fichtelgebirge"),
    *("fischland", "fischland darss zingst", "fläming", "franken", "frankenwald", "frankfurt rhein main"),
    *(
        "fränkische schweiz",
        "haarstrang",
        "hallertau",
        "hegau",
        "hellweg",
        "hellwegbörden",
        "hessisches ried",
        "hochrhein",
    ),
    *("hochschwarzwald", "hochwald", "hohenlohe", "hohenzollern", "holstein", "holsteinische schweiz"),
    *("hotzenwald", "hümmling", "hunsrück", "kaiserstuhl", "knüll", "kraichgau", "kurpfalz", "lausitz"),
    *("lausitzer seenland", "linker niederrhein", "lipperland", "lüneburger heide", "mainfranken"),
    *("mark brandenburg", "markgräflerland", "märkisches sauerland", "mecklenburg", "mittelrhein"),
    *("mittleres ruhrgebiet", "moseltal", "münsterland", "müritz", "neuwieder becken", "niederlausitz"),
    *("niederrhein", "nordbayern", "nordeifel", "nordfriesische inseln", "nordhessen", "nordpfalz"),
    *("nordschwarzwald", "oberbergisches land", "oberland", "oberlausitz", "oberrhein", "oberschwaben"),
    *("odenwald", "oderbruch", "oldenburger land", "oldenburger münsterland", "osnabrücker land", "ostalb"),
    *("osterzgebirge", "ostfranken", "ostfriesische inseln", "ostfriesland", "östliches ruhrgebiet"),
    *("ostwestfalen", "ostwestfalen lippe", "owl", "pfalz", "pfälzer wald", "pfälzerwald", "rhein main"),
    *("rhein main gebiet", "rhein ruhr", "rheingau", "rheinhessen", "rheinland", "rheintal", "rhön"),
    *("ruhrgebiet", "ruhrpott", "ruppiner land", "saaletal", "saargau", "saargebiet", "sächsische schweiz"),
    *("sauerland", "schwaben", "schwäbische alb", "schwansen", "schwarzwald", "siebengebirge", "siegerland"),
    *("soester börde", "spreewald", "steigerwald", "südbaden", "südhessen", "südpfalz", "südschwarzwald"),
    *("südwestfalen", "taunus", "tecklenburger land", "teutoburger wald", "thüringer becken", "thüringer wald"),
    *("unterelbe", "unterweser", "vogtland", "vorderpfalz", "vorgebirge", "vorpommern", "wagrien", "weinstraße"),
    *("wendland", "weserbergland", "westerwald", "westfalen", "westfalen lippe", "westmünsterland", "westpfalz"),
    *("wetterau", "wittgensteiner land", "württemberg", "zittauer gebirge", "zülpicher börde"),
    *("amrum", "föhr", "halligen", "metropole ruhr", "metropolregion rhein neckar"),
    *("bezirk rostock", "bezirk schwerin", "bezirk neubrandenburg", "bezirk potsdam", "bezirk frankfurt oder"),
    *("bezirk frankfurt", "bezirk cottbus", "bezirk magdeburg", "bezirk halle", "bezirk erfurt", "bezirk gera"),
    *("bezirk suhl", "bezirk dresden", "bezirk leipzig", "bezirk karl marx stadt", "bezirk chemnitz"),
    *("mittelhessen", "osthessen", "südniedersachsen", "ostwürttemberg", "nordwürttemberg", "nordthüringen"),
    *("mittelthüringen", "ostthüringen", "südthüringen", "westsachsen", "ostsachsen", "südbrandenburg"),
    *("black forest", "bavarian forest", "thuringian forest", "ruhr area", "ruhr valley", "lake constance"),
    *("harz mountains", "ore mountains", "lüneburg heath", "palatinate", "swabia", "franconia", "westphalia"),
    *("east frisia", "lusatia", "rhine valley", "moselle valley", "northern germany", "southern germany"),
    *("eastern germany", "western germany"),
    *("norddeutschland", "süddeutschland", "ostdeutschland", "westdeutschland", "mitteldeutschland"),
)
LANDSCAPES = frozenset(reading for name in _NAMES for reading in readings(name))
"""They have several chambers, or are only a part of a district."""
