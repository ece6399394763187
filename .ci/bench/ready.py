"""When a window can be used: told to whoever started this process."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

QUIET_ROUNDS = 5
"""Turns of the event loop, with nothing waiting any more, after which a window is ready."""


def leave(application: QApplication, then: Callable[[QApplication], None] | None = None) -> None:
    """Wait until the window can be used, say so, wait to be looked at, and go without farewell.

    `then` is what is to be done in the open window before that.
    """
    while not any(_is_seen(application)):
        application.processEvents()
    for _ in range(QUIET_ROUNDS):
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        application.sendPostedEvents()
    # The processor time of the whole process; the ticks that others see are too coarse.
    print(f"ready {time.process_time()}", flush=True)
    sys.stdin.readline()
    if then:
        then(application)
    sys.stdout.flush()
    os._exit(0)


def take_over(then: Callable[[QApplication], None] | None = None) -> None:
    """Stand in for the event loop: when a program enters it, all it does before is done."""

    def instead(*_: object) -> int:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            leave(application, then)
        return 1

    QApplication.exec = instead


def _is_seen(application: QApplication) -> list[bool]:
    handles = [window.windowHandle() for window in application.topLevelWidgets()]
    return [handle.isExposed() for handle in handles if handle]
