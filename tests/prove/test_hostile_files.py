"""The limits of the import: any file takes at most 2 s and 300 MB, and gives one clear message.

The whole import is measured, from opening to merging. Time is that of the processor, memory that
of the whole process with Python.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.prove.opener import HAND_MADE, RESOURCES
from tests.prove.outcomes import AT_ONCE, open_in_parallel
from tests.prove.valid_files import write_valid_files

OPENER = "tests.prove.opener"
ALL = 5_000
SHARE = 20
LIGHT = (0, 1, 2, 3)
"""Which of six files in a row come from valid ones that are quick to read."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    valid = tmp_path_factory.mktemp("valid")
    write_valid_files(valid)
    return valid


def test_a_share_of_mutated_files_is_imported_or_refused(folder: Path) -> None:
    numbers = [number for number in range(HAND_MADE, ALL) if number % 6 in LIGHT][:SHARE]
    outcomes = open_in_parallel(OPENER, folder, [numbers[part::AT_ONCE] for part in range(AT_ONCE)])
    assert [str(one) for one in outcomes if not one.is_ok] == []
    assert len(outcomes) == SHARE


def test_a_share_of_hostile_files_is_imported_or_refused(folder: Path) -> None:
    outcomes = open_in_parallel(OPENER, folder, [range(part, HAND_MADE, 40) for part in (0, 20)])
    assert [str(one) for one in outcomes if not one.is_ok] == []


@pytest.mark.prove
def test_no_hostile_file_takes_more_than_the_limits(folder: Path) -> None:
    # Each in a process of its own: what one leaves behind is not counted for the next.
    outcomes = open_in_parallel(OPENER, folder, [[number] for number in range(HAND_MADE)])
    assert [str(one) for one in outcomes if not one.is_ok] == []


@pytest.mark.prove
def test_no_mutated_file_of_thousands_ends_in_a_traceback(folder: Path) -> None:
    numbers = range(HAND_MADE, ALL)
    outcomes = open_in_parallel(
        OPENER, folder, [numbers[start : start + 100] for start in range(0, len(numbers), 100)]
    )
    assert [str(one) for one in outcomes if not one.is_ok] == []
    assert len(outcomes) == len(numbers)
    # The mutations vary, and many files can still be read.
    counts = Counter(one.outcome for one in outcomes)
    assert counts["imported"] > len(numbers) / 4
    assert len(counts) >= 10, counts
    known = json.loads((RESOURCES / "sentences" / "en.json").read_text("utf-8"))["errors"]
    assert set(counts) - {"imported"} <= set(known)
