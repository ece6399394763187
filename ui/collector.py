"""The garbage collector of Python, kept to the window's thread."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 1000
"""Milliseconds between two looks at how much there is to collect."""


class Collector(QObject):
    """Collects garbage from time to time, in the thread it was made in and in no other.

    Python collects in whatever thread happens to make the object that is one too many. In a
    thread that saves or reads a file that would take down objects of Qt which live in the
    window's thread, timers among them, and end the program.
    """

    def __init__(self, owner: QObject) -> None:
        """Begin; Python's own collecting is turned off for good."""
        super().__init__(owner)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(PAUSE)

    def look(self) -> None:
        """Collect the generations that Python would have collected by itself, the oldest first."""
        limits = gc.get_threshold()
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if limits[generation] and counts[generation] > limits[generation]:
                gc.collect(generation)
                return
