"""Timers, work in threads, and what PySide and Python would do at the wrong time or place."""

from __future__ import annotations

import contextlib
import gc
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QFile,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QTimer,
    Signal,
    SignalInstance,
)

WRITING_KEYS = ("Ctrl+Enter", "Ctrl+Return")
"""The keys of the focus mode: Qt tells the Enter of the digits from the other one."""
Index = QModelIndex | QPersistentModelIndex
"""What Qt gives to a model."""
TaskResult = TypeVar("TaskResult")


def single_shot(owner: QObject, delay: int) -> QTimer:
    """Make a timer that fires once for each start; `delay` in milliseconds."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(delay)
    return timer


class _Bell(QObject):
    """Passes on that a thread has ended, as long as there is who waits for it.

    A thread must not emit a signal of an object that is deleted meanwhile: Qt may be in the middle
    of that. This one is deleted by the thread alone.
    """

    rung = Signal()


class BackgroundTask(Generic[TaskResult]):
    """A call that runs in a thread, as a slow disk must not block typing."""

    def __init__(
        self,
        name: str,
        work: Callable[[], TaskResult],
        finished: SignalInstance,
        *,
        may_hang: bool = False,
    ) -> None:
        """Start; the thread emits `finished` at its end.

        The program ends without one that `may_hang`, on a drive that does not answer; who waits
        for it may be deleted before.
        """
        self._work = work
        self._bell = _Bell(QCoreApplication.instance()) if may_hang else None
        if self._bell is not None:
            self._bell.rung.connect(finished)
        self._finished = finished if self._bell is None else self._bell.rung
        self._result: list[TaskResult] = []
        self._problem: Exception | None = None
        self._thread = Thread(target=self._run, name=name, daemon=may_hang)
        self._thread.start()

    def join(self, seconds: float | None = None) -> bool:
        """Wait for the end, so long at most; return whether it has ended."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    @property
    def is_done(self) -> bool:
        """Whether there is a result, or what was raised."""
        return bool(self._result) or self._problem is not None

    def result(self) -> TaskResult:
        """Wait for the end and return the result. Raises what the call raised."""
        self.join()
        if self._problem is not None:
            raise self._problem
        return self._result[0]

    def _run(self) -> None:
        try:
            self._result.append(self._work())
        except Exception as problem:  # noqa: BLE001 - raised again by `result`
            self._problem = problem
        # The receiver is gone when the program ends at this moment.
        with contextlib.suppress(RuntimeError):
            self._finished.emit()
            if self._bell is not None:
                self._bell.deleteLater()


def move_to_trash(path: Path) -> bool:
    """Move a file to the trash of the system; return whether that worked."""
    return bool(QFile(str(path)).moveToTrash())


def skip_feature_scan() -> None:
    """Keep PySide from reading the source of every module that is imported from now on.

    It looks for modules that use its `__feature__` import, and none of ours does. The sources of
    some 200 modules would be read and kept in memory (decision 0004).
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", _uses_no_feature)  # noqa: B010 - no stubs


def _uses_no_feature(_: object) -> bool:
    return False


COLLECT_INTERVAL = 1000
"""Milliseconds between two looks at how much there is to collect."""


class GarbageCollector(QObject):
    """Collects garbage from time to time in the window's thread, and in no other.

    Python collects in whatever thread makes one object too many. In a thread that saves or reads
    a file that would destroy Qt objects of the window's thread, timers among them, and end the
    program.
    """

    def __init__(self, owner: QObject) -> None:
        """Start; automatic collection is switched off for good."""
        super().__init__(owner)
        gc.disable()
        self._is_due = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(COLLECT_INTERVAL)

    def collect_all_soon(self) -> None:
        """Collect everything the next time: much that was in use for long is in use no more.

        By itself that would take two minutes, in which whole drafts may wait.
        """
        self._is_due = True

    def collect(self) -> None:
        """Collect the generations that Python would have collected by itself, the oldest first."""
        if self._is_due:
            self._is_due = False
            gc.collect()
            return
        limits = gc.get_threshold()
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if limits[generation] and counts[generation] > limits[generation]:
                gc.collect(generation)
                return
