"""What stands in the lists of localities and is no place: each rule with its reason."""

import re

from hwkcli.files.tables import Ortsteil

_GEONAMES = {"geonames_places", "geonames_towns"}
_FACILITIES = {
    *("autobahnkreuz", "bahnhof", "flughafen", "flugplatz", "gewerbegebiet", "ge", "hauptbahnhof", "hauptfriedhof"),
    *("industriegebiet", "kaserne", "kasernen", "nordbahnhof", "truppen", "truppenübungsplatz"),
}
"""Words that name a facility of any town, if nothing stands beside them."""


def reason(one: Ortsteil) -> str:
    """Why a row is no place; empty if it may be one."""
    name = one.name
    if re.search(r"\d", name) or re.fullmatch("[IVX]+", name):
        return "a number, no name"
    if re.match(r"Gdefr\. Geb\.", name) or re.search(r"(Gemfr|gemfr|[Gg]emeindefreies)\.? Gebiet", name):
        return "an area of no municipality"
    if re.search(r"[|&@]", name):
        return "a company"
    if name[0].islower():
        return "no name: those of places begin with a capital letter"
    if set(one.sources.split()) <= _GEONAMES:
        if name.lower() in _FACILITIES:
            return "a facility, not a place"
        if re.search("[Kk]anal$", name) and not name.startswith(("Am ", "Zum ", "An ")):
            return "a canal"
    return ""
