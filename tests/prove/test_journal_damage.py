"""Damage in one byte or one page of a journal: unsaved words are offered whole, or it is told."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import pytest

from tests.prove.journal_damage import Damaged, Specimen, list_all
from tests.prove.outcomes import MAX_SECONDS

MASKS = (0x01, 0x80)
EACH = 40
"""One of so many bytes that are neither of a head nor of an index."""
SHARE = 12
WORDS, FEW = 30, 6


@pytest.mark.parametrize("is_killed", [False, True], ids=["ended", "killed"])
def test_a_share_of_damages_hides_no_unsaved_word_in_silence(
    tmp_path: Path, is_killed: bool
) -> None:
    specimen = Specimen(tmp_path, is_killed=is_killed, words=FEW)
    count = sum(1 for _ in list_all(specimen, EACH, MASKS))
    outcomes = open_all(specimen, islice(list_all(specimen, EACH, MASKS), 7, None, count // SHARE))
    assert outcomes["journal.damaged"] >= 3


@pytest.mark.prove
@pytest.mark.parametrize("is_killed", [False, True], ids=["ended", "killed"])
def test_no_damage_hides_an_unsaved_word_in_silence(tmp_path: Path, is_killed: bool) -> None:
    # A log has some pages for each word: of fewer words every byte can be tried.
    specimen = Specimen(tmp_path, is_killed=is_killed, words=FEW if is_killed else WORDS)
    outcomes = open_all(specimen, list_all(specimen, EACH, MASKS))
    sys.stdout.write(f"{outcomes.total() - outcomes['offered whole']} damages: {dict(outcomes)}\n")


def open_all(specimen: Specimen, damages: Iterable[Damaged]) -> Counter[str]:
    """Open them all and count the outcomes: what cannot be offered whole is told, at once."""
    outcomes = Counter[str]()
    for damaged in damages:
        opened = specimen.open(damaged)
        assert opened.outcome != "silent", opened
        assert opened.seconds < MAX_SECONDS, opened
        outcomes[opened.outcome] += 1
        outcomes["offered whole"] += opened.is_whole
    return outcomes
