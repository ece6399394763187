"""Ten thousand random drafts of all pairs of calls are as they were, carried there and back."""

import pytest

from tests.core.draft.carried import find_change, pairs
from tests.core.draft.test_carry import SHARE

ALL = 10_000


@pytest.mark.prove
@pytest.mark.parametrize(("source", "target"), pairs())
def test_drafts_carried_there_and_back_are_as_they_were(source: str, target: str) -> None:
    each = -(-ALL // len(pairs()))
    found = {seed: find_change(seed, source, target) for seed in range(SHARE, SHARE + each)}
    assert {seed: wrong for seed, wrong in found.items() if wrong} == {}
