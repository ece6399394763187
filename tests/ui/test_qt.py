"""What we rely on in the Qt binding itself."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 500


def test_a_call_that_returns_nothing_gives_up_no_reference_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("name")
    # PySide6 6.12.0 loses one with each call; on Python 3.11 the process then aborts.
    assert before - sys.getrefcount(None) < CALLS // 5
