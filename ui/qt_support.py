"""Timers that fire once.

The garbage collector of Python, kept to the window's thread.

Properties of Qt set by the names of their values, for what stands before the first painting.

The first use of `Qt` makes Python classes of its 93 enumerations: 12 ms, more than all that the
home page itself takes. So nothing on the way to the home page writes `Qt.…`: properties are set
through here, and deeds that come later write `QtCore.Qt.…` where they need it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer


def single_shot(owner: QObject, delay: int) -> QTimer:
    """Make a timer that fires once for each start; `delay` in milliseconds."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(delay)
    return timer


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


def put(thing: QObject, **properties: str) -> None:
    """Set properties such as `focusPolicy="TabFocus"`. Raises ValueError for what Qt does not know.

    Flags are joined by a bar: `alignment="AlignLeft|AlignTop"`.
    """
    for name, value in properties.items():
        if not thing.setProperty(name, value):
            raise ValueError(f"{type(thing).__name__} has no {name} {value}")
