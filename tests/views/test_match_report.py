"""What has become of the rows of a table, in a line."""

import pytest

from hwkcli.language import translated
from hwkcli.matching.task import Made
from hwkcli.views.match_report import summary


@pytest.mark.parametrize(
    ("rows", "counts", "english", "german"),
    [
        (1, {"key": 1}, "1 row, 1 answered", "1 Zeile, 1 beantwortet"),
        (
            12345,
            {"postal_code+place": 12340, "ambiguous": 3, "none": 2},
            "12,345 rows, 12,340 answered (3 ambiguous, 2 none)",
            "12.345 Zeilen, 12.340 beantwortet (3 mehrdeutig [ambiguous], 2 unbekannt [none])",
        ),
        (
            3,
            {"place": 2, "": 1},
            "3 rows, 2 answered; 1 blank, a total or a note, passed through",
            "3 Zeilen, 2 beantwortet; 1 Leerzeile, Summe oder Anmerkung unverändert übernommen",
        ),
        (
            4,
            {"place": 1, "conflict": 1, "": 2},
            "4 rows, 1 answered (1 conflict); 2 blank, totals or notes, passed through",
            "4 Zeilen, 1 beantwortet (1 Konflikt [conflict]); "
            "2 Leerzeilen, Summen oder Anmerkungen unverändert übernommen",
        ),
    ],
)
def test_a_line_says_what_has_become_of_the_rows(rows: int, counts: dict[str, int], english: str, german: str) -> None:
    said = summary(Made(rows, counts, {}))
    assert translated(said, "en") == english
    assert translated(said, "de") == german
