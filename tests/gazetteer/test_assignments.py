"""What is assigned to which chamber, and how sure that is."""

import yaml

from hwkcli.files.shipped import folder
from hwkcli.gazetteer.assignments import assignments, legal_basis
from hwkcli.gazetteer.chamber_names import chamber
from hwkcli.gazetteer.store import responsibility
from hwkcli.views import assignments as views

FILE = yaml.safe_load((folder() / "chambers.yaml").read_text(encoding="utf-8"))


def written(*levels: str) -> list[tuple[str, str]]:
    """The keys in the file, with the codes of the chambers."""
    found = []
    for one in FILE["chambers"]:
        for block in one["territories"]:
            if block["confidence"] in levels:
                found += [(one["code"], key) for key in (*block.get("kreise", ()), *block.get("municipalities", ()))]
    return sorted(found)


def test_what_is_weak_is_what_the_file_says_is_weak() -> None:
    every = responsibility.chambers()
    for at_most, levels in (("high", ("high", "medium", "low")), ("medium", ("medium", "low")), ("low", ("low",))):
        found = assignments(every, at_most)
        assert sorted((one.evidence.chamber.code, one.key) for one in found) == written(*levels)
    assert {one.name for one in assignments([chamber("Hannover")], "medium")} >= {
        "Region Hannover",
        "Landkreis Schaumburg",
    }
    assert [(one.name, one.kreis, one.kind) for one in assignments([chamber("Halle")], "low")] == [
        ("Güsten", "Salzlandkreis", "town")
    ]


def test_the_legal_basis_is_known_where_an_ordinance_lists_the_territory() -> None:
    assert [source.publisher for source in legal_basis(chamber("Dortmund"))] == [
        "Land Nordrhein-Westfalen (recht.nrw.de)"
    ]
    assert legal_basis(chamber("Flensburg")) == ()
    blocks = {
        one["code"]: {block["sources"][0] for block in one["territories"] if block["basis"] == "land_ordinance"}
        for one in FILE["chambers"]
    }
    for one in responsibility.chambers():
        assert {source.id for source in legal_basis(one)} == blocks[one.code]


def test_they_are_shown_with_their_notes() -> None:
    found = assignments(responsibility.chambers(), "medium")
    view = views.assignments(found, "de")
    assert len(view.records) == len(view.page.rows) == len(found)
    assert view.records[0]["confidence"] in ("medium", "low")
    guesten = [one for one in view.records if one["territory"] == "Güsten"]
    assert [one["chamber_code"] for one in guesten] == ["00015", "00016"]
    assert guesten[0]["note"].endswith("Bitte beide fragen")
    assert any(note.startswith("Güsten: Unklar. ") for note in view.page.notes)
    assert any(" … (" in note for note in view.page.notes)
    assert [heading.text for heading in views.assignments(found, "en").page.headings][-2:] == ["Evidence", "Confidence"]


def test_notes_are_sentences_for_readers() -> None:
    notes = [note for one in FILE["chambers"] for part in (one, *one["territories"]) if (note := part.get("note"))]
    assert len(notes) > 90
    for note in notes:
        for text in (note["de"], note["en"]):
            assert text[0].isupper(), text
            assert not text.endswith("."), text
            assert " KH " not in text, text
            assert "→" not in text, text
