"""The names of large cities in other countries, folded, in German, English and their own language. Where villages in
Germany bear one as well, the city is the likelier one."""

from hwkcli.naming.fold import fold, readings

_NAMES = """
Wien, Vienna, Graz, Linz, Salzburg, Innsbruck, Klagenfurt, Villach, Wels, St. Pölten, Dornbirn, Bregenz, Zürich,
Genf, Geneva, Genève, Basel, Basle, Bâle, Bern, Lausanne, Winterthur, Luzern, Lucerne, St. Gallen,
Sankt Gallen, Lugano, Vaduz, Straßburg, Strasbourg, Colmar, Mülhausen, Mulhouse, Metz, Nancy, Paris, Lyon,
Marseille, Nizza, Nice, Bordeaux, Toulouse, Lille, Brüssel, Brussels, Bruxelles, Antwerpen, Antwerp, Gent, Lüttich,
Liège, Eupen, Amsterdam, Rotterdam, Den Haag, The Hague, Utrecht, Eindhoven, Maastricht, Venlo, Enschede, Groningen,
Nimwegen, Nijmegen, Arnheim, Arnhem, Kopenhagen, Copenhagen, København, Aarhus, Odense, Warschau, Warsaw, Warszawa,
Danzig, Gdańsk, Breslau, Wrocław, Stettin, Szczecin, Posen, Poznań, Krakau, Cracow, Lodz, Łódź, Kattowitz,
Katowice, Bromberg, Bydgoszcz, Lublin, Prag, Prague, Praha, Brünn, Brno, Ostrau, Ostrava, Pilsen, Plzeň, Pressburg,
Preßburg, Bratislava, Budapest, Laibach, Ljubljana, Zagreb, Agram, Belgrad, Belgrade, Sarajevo, Bukarest, Bucharest,
Sofia, Athen, Athens, Istanbul, Ankara, Izmir, Rom, Rome, Roma, Mailand, Milan, Milano, Venedig, Venice, Venezia,
Turin, Torino, Genua, Florenz, Florence, Firenze, Neapel, Naples, Bologna, Verona, Bozen, Bolzano, Meran, Triest,
Trieste, Palermo, Madrid, Barcelona, Valencia, Sevilla, Malaga, Lissabon, Lisbon, Porto, London, Manchester,
Birmingham, Liverpool, Edinburgh, Glasgow, Dublin, Oslo, Stockholm, Göteborg, Gothenburg, Malmö, Helsinki, Riga,
Tallinn, Vilnius, Wilna, Kaunas, Minsk, Kiew, Kiev, Kyjiw, Odessa, Lwiw, Moskau, Moscow, Sankt Petersburg,
St. Petersburg, Kaliningrad, New York, Chicago, Los Angeles, San Francisco, Boston, Philadelphia, Houston, Miami,
Toronto, Montreal, Vancouver, Sydney, Melbourne, Peking, Beijing, Shanghai, Hongkong, Tokio, Tokyo, Singapur, Dubai,
Tel Aviv, Jerusalem, Kairo, Johannesburg, Kapstadt, Mexiko, Buenos Aires, Rio de Janeiro, São Paulo, Lima, Bogota
"""
_FOLDED = frozenset(
    reading for name in _NAMES.replace("\n", ",").split(",") if name.strip() for reading in readings(fold(name))[:2]
)
"""Not those whose names a German town or a region bears as its own (`Freiburg`, `Bergen`, `Luxemburg`)."""


def is_city_abroad(key: str) -> bool:
    """Whether a folded name is that of a large city in another country.

    >>> is_city_abroad("basel"), is_city_abroad("kamen")
    (True, False)
    """
    return key in _FOLDED
