"""A program in which a user types without a pause, until it is killed.

Argument: the draft. Says for every key how many were typed by then, and when.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from erasmus_desk import paths
from erasmus_desk.draft.model import Key
from ui import app
from ui.controllers.end_of_session import EndOfSession

TEXT = Key("des.rationale")


class Typist(QObject):
    """Types digits into whatever has the focus."""

    def __init__(self, box: QTextEdit) -> None:
        super().__init__()
        self._box = box
        self._typed = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._type)
        self._timer.start(4)

    def _type(self) -> None:
        self._typed += 1
        QTest.keyClick(self._box, Qt.Key(ord("0") + self._typed % 10))
        sys.stdout.write(f"{self._typed} {time.monotonic():.6f}\n")
        sys.stdout.flush()


def main() -> None:
    """Open the draft, empty one answer and type into it for ever."""
    application = app.create_application()
    controller = app.build_controller(application, paths.find_paths())
    controller.start(Path(sys.argv[1]))
    application.processEvents()
    editor = controller.window.editor
    if editor is None:
        sys.exit("the draft did not open")
    editor.show_key(TEXT)
    # Without a window manager no window is active, and still has a widget for the keys.
    box = QApplication.focusWidget() or controller.window.focusWidget()
    if not isinstance(box, QTextEdit):
        sys.exit("no text box has the focus")
    box.selectAll()
    typist = Typist(box)
    session_end = EndOfSession(application, controller.window)
    code = application.exec()
    typist.deleteLater()
    controller.shut_down()
    del session_end
    sys.exit(code)


if __name__ == "__main__":
    main()
