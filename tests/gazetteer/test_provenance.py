"""The sources that the compiled store names."""

import pytest

from hwkcli.gazetteer.store import provenance


def test_there_is_no_source_of_an_unknown_id() -> None:
    with pytest.raises(KeyError):
        provenance.source("none")


def test_each_fact_is_from_a_source_that_the_store_has() -> None:
    facts = provenance.facts()
    assert facts
    for fact in facts:
        assert provenance.source(fact.source).id == fact.source
