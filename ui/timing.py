"""Timers that fire once."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer


def single_shot(owner: QObject, delay: int) -> QTimer:
    """Make a timer that fires once for each start; `delay` in milliseconds."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(delay)
    return timer
