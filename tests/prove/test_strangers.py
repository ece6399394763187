"""Made-up files of others change nothing: all are refused."""

import pytest

from tests.core.review_import.strangers import KINDS, write_stranger
from tests.core.review_import.test_strangers import SHARE, VICTIMS, load_victim, refuse

ALL = 30


@pytest.mark.prove
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("call", VICTIMS)
def test_every_stranger_is_refused(
    call: str, kind: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("strangers")
    outcomes = {
        number: refuse(write_stranger(kind, number, load_victim(call)), folder, call)
        for number in range(SHARE, ALL)
    }
    assert {one for one in outcomes.values() if one != "returned.stranger"} == set(), outcomes
