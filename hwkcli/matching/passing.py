"""Rows that pass through without being asked, for they are of no place: blank ones, totals, notes, the headings once
more, and the numbers of the columns."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hwkcli.matching.columns import Columns

if TYPE_CHECKING:
    import polars as pl

_TOTAL = (
    r"^(?:(?:zwischen|gesamt|end)?summen?|gesamt(?:ergebnis|zahl|wert)?|subtotal|durchschnitt|mittelwert|median|"
    r"minimum|maximum|übertrag|(?:da(?:von|runter):?\s?)?(?:kreisfreie städte|(?:land)?kreise)|"
    r"da(?:von|runter)|[Σ∑]|\((?:leer|blank)\))[\s:.]*$|^summe |"
    r"(?:^| )(?:zusammen|insgesamt|ergebnis|total)[\s:.]*$"
)
"""What says, in small letters, that a row is the total of others."""
_NOTE = (
    r"^(?:[_=*+|-]{3,}$|©|\(c\)(?: |opyright)|copyright |(?:quellen?|sources?|anmerkung(?:en)?|hinweise?|"
    r"fußnoten?|notes?|erläuterung(?:en)?|stand|datenstand|gebietsstand|datenlizenz|lizenz|abruf(?:datum)?|"
    r"erstellungsdatum|anzahl)\s?:|erstellt am |\*{1,3}\)?\s|[0-9]{1,2}\)\s|[¹²³]|"
    r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$|[0-9]{2}\.[0-9]{2}\.(?:19|20)[0-9]{2}$|"
    r"seite [0-9]+(?: von [0-9]+)?$|\([0-9]+ (?:rows?|zeilen?)\)$|\x1a$)"
)
"""How a note above or below a table begins, in small letters, or the sign of DOS for the end of a file. It stands alone
in its row."""
_UNIT = (
    r"^[(\[]?(?:in |je |pro )?(?:%|prozent|v\. ?h\.|anzahl|absolut|(?:19|20)[0-9]{2}|(?:k?m|km)[²2]|qk?m|ha|hektar|"
    r"jahren?|personen|grad|index|rang|einwohnern?(?: je (?:km[²2]|qkm))?|(?:(?:1[. ]?|100[. ]?)000 )?(?:ew|einw\.|"
    r"einwohnern?)|(?:1[. ]?000|tsd\.?|mio\.?|mrd\.?)?\s?(?:euro?|€|teur|t€|kwh?|mwh?|tonnen)|tsd\.?|tausend|mio\.?|"
    r"millionen|mrd\.?)[)\]]?$"
)
"""In what something is counted, in small letters."""
_WHOLE = r"^(?:(?:bundesrepublik )?deutschland|germany|federal republic of germany|bundesgebiet|bund|dg|de|0{1,12})$"
"""What says, in small letters, that a row is all of Germany, where the others are parts of it."""
_ABOVE_KREISE = r"(?:reg\.?[- ]{0,2}bez\.?|regierungsbezirk|stat(?:istische|\.) region|direktionsbezirk)"
_LEVEL_ABOVE = rf"^(?:{_ABOVE_KREISE}|raumordnungsregion|planungsregion|land|bundesland|freistaat|staat|bund)$"
"""What an area is called that has Kreise in it, in small letters."""
_BEZIRK = rf"^(?:[0-9]{{1,3}} )?{_ABOVE_KREISE} |, {_ABOVE_KREISE}$"
"""A Regierungsbezirk, in small letters: the total of its Kreise in a table of these."""
_NAMED_WHOLE = (
    r"^(?:(?:bundesrepublik )?deutschland|germany|federal republic of germany|bundesgebiet)(?:,? (?:ins)?gesamt)?$"
)
_SURELY_ABOVE = "^(?:d[eg]|0[1-9][0-9]{1,2}|1[0-6][0-9])$"
"""The keys of Germany, of Regierungsbezirke and of the regions in them, which need no name."""
_OF_REGION = r"^[1-9][0-9]?(?:\.0+)?$"
"""The number of a region or a Regierungsbezirk in a table of one Land."""
_RULE = r"^[:+=_|-]{3,}$"
_AMOUNT = r"^[+-]?[0-9][0-9.,\s]*%?$"
_LETTER = r"^[\pL(*]"
_SENTENCE = r"[:.] |[:.]$|[0-9]{2}|(?: [^ ]+){3}"
"""So a note is known from a name."""
_KINDS = r"^(?:(?:(?:land|stadt)?kreise?|kreisfreie (?:stadt|städte)|gemeinden?)(?:\s?/\s?| und | bzw\. |$))+$"
"""What areas are, in small letters, where a heading goes on in a second row."""
_MARK = "\ufeff"
"""Stands before the headings of each file that was put behind another one."""
_COUNTED = r"^[0-9]{1,3}$"
_BETWEEN = "\x1f"
"""Stands between the cells of a row in one text; no blank for a pattern."""
_MOST_COLUMNS = 200
"""Columns are numbered in a table of so many at most."""
_FEWEST_NUMBERS = 3
"""Fewer numbers may be values."""


def is_total(cell: str) -> bool:
    """Whether a cell says that its row is the total of others."""
    return re.search(_TOTAL, cell.strip().lower()) is not None


def is_level_above(cell: str) -> bool:
    """Whether a cell says what an area is, and that it has Kreise in it."""
    return re.search(_LEVEL_ABOVE, cell.strip().lower()) is not None


def is_whole(cell: str) -> bool:
    """Whether a cell names all of Germany."""
    return re.search(_NAMED_WHOLE, cell.strip().lower()) is not None


def is_units(row: Sequence[object]) -> bool:
    """Whether a row says in what the columns are counted."""
    filled = [text for cell in row if cell is not None and (text := str(cell).strip().lower())]
    return bool(filled) and all(re.search(_UNIT, cell) for cell in filled)


def is_rule(row: Sequence[object]) -> bool:
    """Whether a row is a line drawn between headings and rows."""
    filled = [text for cell in row if cell is not None and (text := str(cell).strip())]
    return bool(filled) and all(re.search(_RULE, cell) for cell in filled)


def is_kinds(cell: str) -> bool:
    """Whether a cell says what areas are and names none."""
    return re.search(_KINDS, cell.strip().lower()) is not None


def is_amount(cell: str) -> bool:
    """Whether a cell is a number."""
    return re.search(_AMOUNT, cell) is not None


def is_numbers(row: Sequence[object]) -> bool:
    """Whether a row has the numbers of the columns."""
    filled = [str(cell).strip().removesuffix(".0") for cell in row if cell is not None and str(cell).strip()]
    return len(filled) >= _FEWEST_NUMBERS and filled == [str(number) for number in range(1, len(filled) + 1)]


def may_pass(columns: Columns, names: Sequence[str]) -> "pl.Expr":
    """Whether a row may be one that passes through, as far as the cells of its address tell."""
    import polars as pl

    used = {at: pl.col(f"c{at}").str.strip_chars() for at in columns.used}
    empty = pl.all_horizontal(cell == "" for cell in used.values())
    telling = pl.any_horizontal(_says(cell, f"{_TOTAL}|{_NOTE}") for cell in used.values())
    numbers = pl.all_horizontal((cell == "") | cell.str.contains(_COUNTED) for cell in used.values())
    above = pl.lit(False)
    if columns.are_of_areas:
        above = pl.all_horizontal((cell == "") | _is_above(cell) for cell in used.values())
        if columns.key is not None:
            above |= _says(used[columns.key], _SURELY_ABOVE)
    if columns.within and columns.key is not None:
        above |= used[columns.key].str.contains(_OF_REGION)
    if columns.kind is not None:
        above |= _says(used[columns.kind], _LEVEL_ABOVE)
    if columns.key is not None:
        above |= used[columns.key].str.contains(_LETTER)
    if columns.parts:
        above |= _are_levels(columns, used)
    if columns.continued:
        above |= pl.all_horizontal((cell == "") | _says(cell, _KINDS) for cell in used.values())
    return empty | telling | numbers | _is_headings(used, names) | above


def passes(frame_names: Sequence[str], columns: Columns, names: Sequence[str]) -> "pl.Expr":
    """Whether a row passes through: it has no address, and is blank or says that it is a total, or all of Germany among
    its parts; or it has nothing but a note, units, the headings, or the numbers of the columns."""
    import polars as pl

    texts = {
        int(name[1:]): pl.col(name).cast(pl.String).fill_null("").str.strip_chars()
        for name in frame_names
        if name[0] == "c"
    }
    used = {at: texts[at] for at in columns.used}
    # One text for all cells: a pattern is then looked for once in a row, and not in each of its cells.
    row = pl.concat_str(*texts.values(), separator=_BETWEEN).str.to_lowercase()
    without = pl.all_horizontal((cell == "") | _says(cell, _TOTAL) for cell in used.values())
    total = without & (row.str.contains(f"^{_BETWEEN}*$") | _any_says(row, _TOTAL))
    alone = row.str.contains(f"^{_BETWEEN}*[^{_BETWEEN}]+{_BETWEEN}*$")
    note = alone & _any_says(row, _NOTE)
    if columns.key is not None:
        note |= alone & texts[columns.key].str.contains(_LETTER) & ~texts[columns.key].str.contains("[0-9]{5}")
    note = note if len(texts) > 1 else pl.lit(False)
    note |= _all_say(row, _RULE) & ~row.str.contains(f"^{_BETWEEN}*$")
    blank_address = pl.all_horizontal(cell == "" for cell in used.values())
    units = blank_address & _all_say(row, _UNIT)
    if columns.continued:
        kinds = pl.all_horizontal((cell == "") | _says(cell, _KINDS) for cell in used.values())
        units |= kinds & ~_any_says(row, _AMOUNT)
    if columns.parts:
        units |= _are_levels(columns, texts)
    if columns.are_of_areas:
        note |= alone & blank_address & row.str.contains(_SENTENCE)
        above = pl.all_horizontal((cell == "") | _is_above(cell) for cell in used.values())
        sure = "^d[eg]$" if columns.within else _SURELY_ABOVE
        sure_key = pl.any_horizontal(_says(cell, sure) for cell in used.values())
        total |= above & (_any_says(row, _NAMED_WHOLE) | _any_says(row, _BEZIRK) | sure_key)
        if columns.key is not None and not columns.within:
            # A Regierungsbezirk bears the name of a town.
            total |= _says(texts[columns.key], _SURELY_ABOVE)
    if columns.within and columns.key is not None:
        # The number of a region in the Land, and no key of another Land.
        key = texts[columns.key].str.replace(r"\.0+$", "")
        total |= key.str.contains(_OF_REGION) & (key.str.zfill(2) != columns.within)
    if columns.kind is not None:
        total |= _says(texts[columns.kind], _LEVEL_ABOVE) & ~_says(texts[columns.kind], "land$|^freistaat$")
    return total | note | units | _is_headings(used, names) | _is_numbers(list(texts.values()))


def _are_levels(columns: Columns, cells: "dict[int, pl.Expr]") -> "pl.Expr":
    """Whether the cells of a key in parts name its levels, below a heading that they share."""
    import polars as pl

    others = [cells[at] == "" for at in columns.used if at not in columns.parts]
    named = [cells[at] for at in columns.parts]
    letters = pl.all_horizontal((cell == "") | cell.str.contains(_LETTER) for cell in named)
    return letters & pl.any_horizontal(cell != "" for cell in named) & pl.all_horizontal(*others, pl.lit(True))


def _is_above(cell: "pl.Expr") -> "pl.Expr":
    """Whether a cell is the name or the key of what has the Kreise in it, as Germany and Regierungsbezirke have; that
    of a Land is answered."""
    return _says(cell, _WHOLE) | _says(cell, _BEZIRK) | cell.str.contains("^0?[0-9]{3}$")


def _says(cell: "pl.Expr", pattern: str) -> "pl.Expr":
    return cell.str.to_lowercase().str.contains(pattern)


def _any_says(row: "pl.Expr", pattern: str) -> "pl.Expr":
    """Whether any cell of a row in one text is so."""
    return row.str.contains(pattern.replace("^", f"(?:^|{_BETWEEN})").replace("$", f"(?:{_BETWEEN}|$)"))


def _all_say(row: "pl.Expr", pattern: str) -> "pl.Expr":
    """Whether all cells of a row in one text are so, or empty."""
    cell = f"(?:{pattern.removeprefix('^').removesuffix('$')})?"
    return row.str.contains(f"^(?:{cell}{_BETWEEN})*{cell}$")


def _is_headings(used: "dict[int, pl.Expr]", names: Sequence[str]) -> "pl.Expr":
    """Whether a row has the headings once more, as those of a page or of a second table."""
    import polars as pl

    headed = [at for at in used if names[at].strip()]
    if not headed:
        return pl.lit(False)
    return pl.all_horizontal(used[at].str.strip_prefix(_MARK) == names[at].strip() for at in headed)


def _is_numbers(cells: "Sequence[pl.Expr]") -> "pl.Expr":
    """Whether a row has the numbers of the columns, as tables of statistics have below their headings."""
    import polars as pl

    if not _FEWEST_NUMBERS <= len(cells) <= _MOST_COLUMNS:
        return pl.lit(False)
    counted = [" ".join(map(str, range(1, last + 1))) for last in range(_FEWEST_NUMBERS, len(cells) + 1)]
    filled = (pl.when(cell != "").then(cell.str.strip_suffix(".0")) for cell in cells)
    return pl.concat_str(*filled, separator=" ", ignore_nulls=True).is_in(counted)
