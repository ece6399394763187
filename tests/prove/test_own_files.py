"""Damaged files of our own open, or are refused in words: at most 2 s and 300 MB each."""

import json
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.prove.opener import RESOURCES
from tests.prove.outcomes import AT_ONCE, open_in_parallel
from tests.prove.own_files import OPENERS, write_own_files

OPENER = "tests.prove.own_files"
ALL = 10_000
SHARE = 40
AT_A_TIME = 250


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sound = tmp_path_factory.mktemp("sound")
    write_own_files(sound)
    return sound


def test_a_share_of_damaged_files_opens_or_is_refused_in_words(folder: Path) -> None:
    parts = [range(part, SHARE, AT_ONCE) for part in range(AT_ONCE)]
    outcomes = open_in_parallel(OPENER, folder, parts)
    assert [str(one) for one in outcomes if not one.is_ok] == []
    assert {one.name for one in outcomes} == {*OPENERS}


@pytest.mark.prove
def test_ten_thousand_damaged_files_open_or_are_refused_in_words(folder: Path) -> None:
    parts = [range(start, start + AT_A_TIME) for start in range(0, ALL, AT_A_TIME)]
    outcomes = open_in_parallel(OPENER, folder, parts)
    assert [str(one) for one in outcomes if not one.is_ok] == []
    counts = Counter((one.name, one.outcome) for one in outcomes)
    for (name, outcome), count in sorted(counts.items()):
        sys.stdout.write(f"{count:5} {name} {outcome}\n")
    known = json.loads((RESOURCES / "sentences" / "en.json").read_text("utf-8"))["errors"]
    assert {outcome for _, outcome in counts} - {"opened"} <= set(known)
    assert {name for name, outcome in counts if outcome == "opened"} == {*OPENERS}
