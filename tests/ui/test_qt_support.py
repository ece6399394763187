"""What PySide and Python do by themselves at a wrong time or place stays undone."""

from __future__ import annotations

import gc
import linecache
import sys
import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.qt_support import GarbageCollector, skip_feature_scan


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


def test_what_was_in_use_for_long_is_collected_once_that_is_wanted(qapp: QApplication) -> None:
    collector = GarbageCollector(qapp)
    died_in: list[int] = []
    make_rings(died_in)
    kept = [one for one in gc.get_objects() if isinstance(one, Ring)]
    gc.collect()
    del kept
    collector.collect()
    assert died_in == []
    collector.collect_all_soon()
    collector.collect()
    assert len(died_in) == 20
    collector.deleteLater()


def test_the_source_of_an_imported_module_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a_module_of_ours.py"
    source.write_text("from PySide6.QtCore import QObject\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    feature = sys.modules["shibokensupport.feature"]
    monkeypatch.setattr(feature, "_mod_uses_pyside", feature.__dict__["_mod_uses_pyside"])
    skip_feature_scan()
    __import__(source.stem)
    assert str(source) not in linecache.cache
