"""The chambers of the compiled store, and the territories that they are responsible for."""

import pytest

from hwkcli.gazetteer.store import responsibility


def test_there_is_no_chamber_of_an_unknown_code_and_none_for_an_unknown_territory() -> None:
    with pytest.raises(KeyError):
        responsibility.chamber("none")
    assert (responsibility.of("none"), responsibility.confidence("none")) == ((), None)
