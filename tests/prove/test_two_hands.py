"""Two hands on one folder: nothing of a colleague's is overwritten, nothing of ours is lost."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.prove import two_hands

STEPS = 80
SHARE, ALL = 6, 200
"""Runs with every test, and runs of the proof."""


@pytest.fixture(autouse=True)
def objects_of_qt_die_here(qapp: QApplication) -> Iterator[None]:
    """Collect no garbage in a thread that saves; see `ui/qt_support.py`."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.mark.parametrize("seed", range(SHARE))
@pytest.mark.share(3)
def test_two_hands_on_one_folder_lose_nothing(tmp_path: Path, seed: int) -> None:
    two_hands.run(tmp_path, seed, STEPS)


@pytest.mark.prove
def test_many_runs_of_two_hands_lose_nothing(tmp_path: Path) -> None:
    for seed in range(SHARE, ALL):
        two_hands.run(tmp_path / str(seed), seed, STEPS)
        gc.collect()
