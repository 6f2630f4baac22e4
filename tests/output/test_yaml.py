import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from sample import sample

from hwkcli.output.formats import Format
from hwkcli.output.render import render


@example("a\u202eb\u200e")
@example("\x1b[31m: \x7f")
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cf"])))
def test_what_is_written_is_read_back(cell: str) -> None:
    records = yaml.safe_load(render(sample(cell, "Kamen"), Format.YAML))
    assert records[0] == {"name": cell, "codes": [cell, "2"], "number": 1.5, "none": None}
    assert records[1]["name"] == "Kamen"


def test_codes_stay_text_for_every_reader_of_yaml() -> None:
    text = render(sample("09189113", "05978", "1e3"), Format.YAML)
    for code in ("09189113", "05978", "1e3"):
        assert f'name: "{code}"' in text
