"""Objects of Qt die in the thread they live in, whatever other threads do."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.qt_support import GarbageCollector


class Ring(QObject):
    """An object that only the collector can find: it holds on to itself."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self
        self.timer = QTimer(self)


def make_rings(found: list[int], count: int = 20) -> None:
    for _ in range(count):
        weakref.finalize(Ring(), lambda: found.append(threading.get_ident()))


def make_garbage() -> None:
    """Make so many objects that Python would collect by itself."""
    for _ in range(200_000):
        ring: list[object] = []
        ring.append(ring)


def test_a_busy_thread_collects_no_object_of_qt(qapp: QApplication) -> None:
    died_in: list[int] = []
    gc.enable()
    collector = GarbageCollector(qapp)
    make_rings(died_in)

    thread = threading.Thread(target=make_garbage)
    thread.start()
    thread.join()
    assert died_in == []

    collector.collect()
    assert died_in == [threading.get_ident()] * 20
    collector.deleteLater()
