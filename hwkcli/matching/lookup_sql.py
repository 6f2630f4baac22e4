"""The look-up in the engine where the data lies: SQL that folds a place as `hwk` does, and joins the lookup table.

The letters of Latin scripts (but for the Turkish İ), digits and all punctuation are folded as `hwkcli.naming.fold`
does; letters of other scripts are only put in lower case. DuckDB composes letters and marks that stand apart (NFD, as
files from a Mac have them); Spark SQL has no function for that, so that there only the letters of the names of places
are composed.
"""

import unicodedata
from functools import reduce
from typing import Literal

from hwkcli.language import Language, pick
from hwkcli.matching.columns import ANSWERS, PREFIX
from hwkcli.model import Text
from hwkcli.naming.fold import INVISIBLE, fold
from hwkcli.naming.spelling import LITTLE

Engine = Literal["duckdb", "spark"]

LATIN = (
    *(*range(0x80, 0x250), *range(0x1E00, 0x1F00), *range(0x2070, 0x20A0)),
    *(*range(0xFB00, 0xFB07), *range(0xFF01, 0xFF5F)),
)
"""Latin letters with marks, digits and letters above and below the line, ligatures, and full-width ones."""

_COMPOSED = "äöüéèêëóśńźćęěčšžřąůý"
"""Letters of the names of places in Germany, Sorbian ones among them."""

_APART = r"[^\p{L}\p{N}]+"
_HEAD = Text(
    """\
Ordnet Adressen ihren Gemeinden zu, wie `hwk match` es tut, wo kein Rechtschreibfehler zu raten ist.
1. hwk match --lookup-table lookup.parquet
2. Diese Datei als Tabelle `lookup` laden, die eigenen Daten als Tabelle `addresses` mit den Spalten postal_code und
   place (beide Text; eine leere Zeichenkette, wo es keine gibt).""",
    """\
Finds the municipalities of addresses as `hwk match` does, wherever no misspelling has to be guessed.
1. hwk match --lookup-table lookup.parquet
2. Load this file as the table `lookup`, your own data as the table `addresses` with the columns postal_code and place
   (both text; an empty string where there is none).""",
)


def statement(engine: Engine, lang: Language) -> str:
    """The whole statement: every row of `addresses` with the answer, by its postal code and its folded place; where
    that is not in the table, by the place without its little words (`Mülheim a. d. Ruhr`)."""
    comment = "\n".join(f"-- {line}" for line in pick(_HEAD, lang).split("\n"))
    names = [PREFIX + name for name in ANSWERS]
    answers = ",\n".join(f"    coalesce(whole.{name}, short.{name}) AS {name}" for name in names)
    dropped = {"duckdb": "a.* EXCLUDE (hwk_code, hwk_whole, hwk_short)", "spark": "a.*"}[engine]
    return f"""\
{comment}
WITH coded AS (
    SELECT *,
        {code("postal_code", engine)} AS hwk_code,
        {folded("place", engine)} AS hwk_whole
    FROM addresses
),
folded AS (
    SELECT *,
        {bare("hwk_whole", engine)} AS hwk_short
    FROM coded
)
SELECT {dropped},
{answers}
FROM folded a
LEFT JOIN lookup whole ON whole.postal_code = a.hwk_code AND whole.place = a.hwk_whole
LEFT JOIN lookup short
    ON whole.place IS NULL AND short.postal_code = a.hwk_code AND short.place = a.hwk_short;
"""


def folded(column: str, engine: Engine) -> str:
    """The expression that folds a column of names: lower case, one blank between words, nothing else but letters and
    digits."""
    single, several = _mapped()
    text = f"coalesce({column}, '')"
    if engine == "duckdb":
        text = f"nfc_normalize({text})"
    text = f"translate({text}, {_quoted(''.join(map(chr, INVISIBLE)), engine)}, '')"
    text = f"lower(translate({text}, {_quoted(''.join(single), engine)}, {_quoted(''.join(single.values()), engine)}))"
    if engine == "spark":
        pairs = {unicodedata.normalize("NFD", letter): letter for letter in _COMPOSED}
        several = {**several, **pairs}
    text = reduce(
        lambda made, pair: f"replace({made}, {_quoted(pair[0], engine)}, {_quoted(pair[1], engine)})",
        several.items(),
        text,
    )
    if engine == "duckdb":
        # A mark behind a ligature is one of its last letter.
        text = f"nfc_normalize({text})"
    return f"trim({_replaced(text, _APART, ' ', engine)})"


def bare(key: str, engine: Engine) -> str:
    """The expression that takes the little words out of a column of folded names; the first and the last word stay."""
    words = ", ".join(f"'{word}'" for word in sorted(LITTLE))
    if engine == "duckdb":
        parts = f"string_split({key}, ' ')"
        ends = f"i IN (1, len({parts}))"
        over = f"(w = 'o' AND {parts}[i + 1] IN ('d', 'der'))"
        kept = f"list_filter({parts}, lambda w, i: {ends} OR NOT (w IN ({words}) OR {over}))"
        return f"array_to_string({kept}, ' ')"
    parts = f"split({key}, ' ')"
    ends = f"i IN (0, size({parts}) - 1)"
    over = f"(w = 'o' AND get({parts}, i + 1) IN ('d', 'der'))"
    return f"array_join(filter({parts}, (w, i) -> {ends} OR NOT (w IN ({words}) OR {over})), ' ')"


def code(column: str, engine: Engine) -> str:
    """The expression that reads a column of postal codes: the digits, without a country before them and without the
    decimals that a spreadsheet added. A zero that was lost stays lost: the table has such codes too."""
    pattern = r"^[\s'']*(?:(?:DE?|GER|BRD)[\s-]*)?([0-9]{4,5})(?:[.,]0+)?\s*$"
    if engine == "duckdb":
        return f"regexp_extract(coalesce({column}, ''), '{pattern}', 1, 'i')"
    escaped = pattern.replace("\\", "\\\\").replace("''", "\\'")
    return f"regexp_extract(coalesce({column}, ''), '(?i){escaped}', 1)"


def _mapped() -> tuple[dict[str, str], dict[str, str]]:
    """What becomes of letters that putting them in lower case does not fold: those for which one letter stands, and
    those for which several do."""
    single, several = {}, {}
    for sign in map(chr, LATIN):
        key = fold(f"x{sign}x")[1:-1]
        if key == sign.lower() or not key.strip() or ord(sign) in INVISIBLE:
            continue
        if len(key) == 1:
            single[sign] = key
        else:
            several[sign.lower() if len(sign.lower()) == 1 else sign] = key
    return single, several


def _quoted(text: str, engine: Engine) -> str:
    """A text in SQL. Spark reads escapes in it."""
    doubled = text.replace("\\", "\\\\").replace("'", "\\'") if engine == "spark" else text.replace("'", "''")
    return f"'{doubled}'"


def _replaced(text: str, pattern: str, by: str, engine: Engine) -> str:
    if engine == "duckdb":
        return f"regexp_replace({text}, '{pattern}', '{by}', 'g')"
    escaped = pattern.replace("\\", "\\\\")
    return f"regexp_replace({text}, '{escaped}', '{by}')"
