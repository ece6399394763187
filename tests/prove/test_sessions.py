"""Whatever is done to a proposal, in any order, it is what a plain model of it says."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.prove import session_runs

CALLS = ("ka2-2017", "ka210-2026", "ka220-2026")
STEPS = 60
ALL = 100


@pytest.fixture(autouse=True)
def objects_of_qt_die_here(qapp: QApplication) -> Iterator[None]:
    """Collect no garbage in a thread that saves; see `ui/qt_support.py`."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.mark.parametrize("call", CALLS)
def test_a_proposal_is_what_a_plain_model_says(tmp_path: Path, call: str) -> None:
    session_runs.run(tmp_path, 1, STEPS, call)


@pytest.mark.prove
@pytest.mark.parametrize("call", CALLS)
def test_many_proposals_are_what_a_plain_model_says(tmp_path: Path, call: str) -> None:
    for seed in range(2, ALL):
        session_runs.run(tmp_path / str(seed), seed, STEPS, call)
        gc.collect()
