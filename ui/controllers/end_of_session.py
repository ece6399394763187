"""The end of the session: the system ends the program, and the last words are written first."""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from ..main_window.window import MainWindow

_SIGNALS = ("SIGTERM", "SIGHUP")
"""A request to end, and a terminal that is gone; Windows has neither."""
EXIT_BASE = 128
"""What the shell adds to the number of a signal."""


class EndOfSession:
    """Saves when the session ends, and saves and ends when a signal asks for it.

    Python handles a signal with its next statement, which may never come while Qt waits. So the
    number of the signal is written to a pipe that wakes Qt up.
    """

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        self._window = window
        app.commitDataRequest.connect(self._save)
        if sys.platform != "win32":
            reading, writing = os.pipe()
            for end in (reading, writing):
                os.set_blocking(end, False)
            signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
            for name in _SIGNALS:
                number = getattr(signal, name)
                if signal.getsignal(number) is not signal.SIG_IGN:  # as `nohup` wants it
                    signal.signal(number, _wake)
            self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, app)
            self._notifier.activated.connect(lambda: self._on_signal(reading))

    def _save(self, _: QSessionManager | None = None) -> None:
        self._window.save_content()

    def _on_signal(self, reading: int) -> None:
        ending = {getattr(signal, name) for name in _SIGNALS}
        for number in os.read(reading, 64):
            if number in ending:
                self._window.save_content()
                QApplication.exit(EXIT_BASE + number)


def _wake(*_: object) -> None:
    """Let Python write the number of the signal to the pipe, which is all there is to do."""
