"""What the program announces to a screen reader, as it is given to Qt."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent


def listen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the texts that are announced from now on, as if a screen reader were running.

    `tests/prove/test_screen_reader.py` has one that hears them.
    """
    told: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return told
