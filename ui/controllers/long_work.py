"""Work that may take longer than a moment: told above the page, cancelled by its button or by Esc.

What the core does runs in a thread. What needs Qt in the window's thread, as the pages of a PDF,
runs there in steps, so that the window can react in between.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from threading import Lock
from time import monotonic
from typing import Generic, Protocol, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from ..main_window.notice_bar import Tone
from ..main_window.window import MainWindow
from ..qt_support import BackgroundTask, single_shot

NOTICE_DELAY = 500
"""Milliseconds after which the user is told: what is done before needs no word."""
TIME_SLICE = 0.012
"""Seconds of work at a time in the window's thread."""
CANCEL = "cancel"
"""The answer that cancels."""
WorkResult = TypeVar("WorkResult")


class WorkCancelled(Exception):
    """The user does not want the result any more."""


class Cancellation:
    """Whether work is cancelled: its thread asks, the window's thread says so."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_cancelled = self._is_final = False

    def check(self) -> None:
        """Raise WorkCancelled if it was cancelled."""
        if self._is_cancelled:
            raise WorkCancelled

    def commit(self) -> None:
        """Go on to what is done as a whole. Raises WorkCancelled; from now on nobody can cancel."""
        with self._lock:
            self.check()
            self._is_final = True

    def cancel(self) -> bool:
        """Cancel, unless it is too late; return whether it is cancelled."""
        with self._lock:
            self._is_cancelled = not self._is_final
        return self._is_cancelled


class Running(Protocol):
    """What runs: in a thread, or in steps."""

    @property
    def is_done(self) -> bool:
        """Whether there is a result, or what was raised."""
        ...

    def join(self) -> bool:
        """Wait for the end; return whether it has ended."""
        ...


class Steps(Running, Protocol):
    """What runs in steps."""

    def advance(self, seconds: float) -> None:
        """Work for so long."""
        ...

    def stop(self) -> None:
        """Do no more."""
        ...


class _StepTask(Generic[WorkResult]):
    """Work in the window's thread, a few milliseconds at a time."""

    def __init__(self, work: Generator[object, None, WorkResult]) -> None:
        self._work = work
        self._result: list[WorkResult] = []
        self._problem: Exception | None = None

    @property
    def is_done(self) -> bool:
        return bool(self._result) or self._problem is not None

    def advance(self, seconds: float) -> None:
        end = monotonic() + seconds
        while not self.is_done:
            try:
                next(self._work)
            except StopIteration as ended:
                self._result.append(ended.value)
            except Exception as problem:  # noqa: BLE001 - raised again by `result`
                self._problem = problem
            if monotonic() > end:
                return

    def join(self) -> bool:
        self.advance(float("inf"))
        return True

    def stop(self) -> None:
        self._work.close()

    def result(self) -> WorkResult:
        self.join()
        if self._problem is not None:
            raise self._problem
        return self._result[0]


class _Work(Struct):
    text: str
    cancellation: Cancellation
    running: Running
    finish: Callable[[], None]
    steps: Steps | None = None


class LongWork(QObject):
    """One piece of work at a time, with a notice of its own topic while it takes long."""

    cancelled = Signal()
    """The user has cancelled, and was told so."""
    _ended = Signal()

    def __init__(self, window: MainWindow, topic: str, *, is_told: bool = True) -> None:
        """`is_told`: the user is told; else the page shows that it waits."""
        super().__init__(window)
        self._window, self._topic, self._may_tell = window, topic, is_told
        self._work: _Work | None = None
        self._cancelled: list[Running] = []
        """What still runs, though nobody waits for it."""
        self._is_shown = False
        self._notice_timer, self._step_timer = single_shot(self, NOTICE_DELAY), single_shot(self, 0)
        self._notice_timer.timeout.connect(self._show_work)
        self._step_timer.timeout.connect(self._do_step)
        self._ended.connect(self._on_ended)
        window.escaped.connect(self._on_escaped)

    @property
    def is_running(self) -> bool:
        """Whether there is work that was not cancelled."""
        return self._work is not None

    def run(
        self,
        text: str,
        work: Callable[[Cancellation], WorkResult],
        finish: Callable[[Callable[[], WorkResult]], None],
    ) -> bool:
        """Start work in a thread, and return whether it was; the work before is told of, if not.

        `text` says what is done. In the window's thread `finish` gets what returns the result, or
        raises what was raised; after `cancel` it is not called. `work` asks what it is given
        whether it was cancelled.
        """
        if self._show_work():
            return False
        cancellation = Cancellation()
        task = BackgroundTask(self._topic, partial(work, cancellation), self._ended)
        self._begin(_Work(text, cancellation, task, partial(finish, task.result)))
        return True

    def run_steps(
        self,
        text: str,
        work: Generator[object, None, WorkResult],
        finish: Callable[[Callable[[], WorkResult]], None],
    ) -> bool:
        """Start work in steps in the window's thread, else as `run`."""
        if self._show_work():
            return False
        steps = _StepTask(work)
        self._begin(_Work(text, Cancellation(), steps, partial(finish, steps.result), steps))
        self._step_timer.start()
        return True

    def cancel(self) -> bool:
        """Cancel the work, unless it is too late; return whether it was cancelled."""
        work = self._work
        if work is None or not work.cancellation.cancel():
            return False
        self._end()
        if work.steps is not None:
            work.steps.stop()
        else:
            self._cancelled.append(work.running)
        return True

    def complete(self) -> None:
        """Wait for the end, and finish: the window is about to close, and nobody cancelled."""
        while self._work is not None:
            self._work.running.join()
            self._on_ended()
        self.wait()

    def wait(self) -> None:
        """Wait for all that runs, which is finished in the next turn of the event loop."""
        for running in (*self._cancelled, *([self._work.running] if self._work else [])):
            running.join()

    def _begin(self, work: _Work) -> None:
        self._work = work
        if self._may_tell:
            self._window.notifications.clear(self._topic)
            self._notice_timer.start()
            QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)

    def _end(self) -> None:
        self._work = None
        self._notice_timer.stop()
        self._step_timer.stop()
        if self._may_tell:
            QApplication.restoreOverrideCursor()
        if self._is_shown:
            self._window.notice_answered.disconnect(self._on_answered)
            self._is_shown = False
            self._window.notifications.clear(self._topic)

    def _show_work(self) -> bool:
        """Tell what is done, if anything is; return whether there is."""
        work = self._work
        if work is None:
            return False
        notifications = self._window.notifications
        if not self._is_shown:
            self._is_shown = True
            self._window.notice_answered.connect(self._on_answered)
        text = self.tr("{} Esc cancels.").format(work.text)
        answer = CANCEL, self.tr("Cancel")
        notifications.notify(self._topic, text, answer, tone=Tone.INFO)
        return True

    def _do_step(self) -> None:
        work = self._work
        if work is None or work.steps is None:
            return
        work.steps.advance(TIME_SLICE)
        if work.steps.is_done:
            self._on_ended()
        else:
            self._step_timer.start()

    def _on_ended(self) -> None:
        self._cancelled = [one for one in self._cancelled if not one.is_done]
        work = self._work
        if work is not None and work.running.is_done:
            self._end()
            work.finish()

    def _on_answered(self, topic: str, answer: str) -> None:
        if (topic, answer) == (self._topic, CANCEL):
            self._cancel_and_tell()

    def _on_escaped(self) -> None:
        if self._is_shown:
            self._cancel_and_tell()

    def _cancel_and_tell(self) -> None:
        if self.cancel():
            text = self.tr("Cancelled. Nothing was changed.")
            self._window.notifications.notify(self._topic, text, tone=Tone.INFO)
            self.cancelled.emit()
