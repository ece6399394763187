"""A program in which a user types very long: `soak_typist.py FILE KEYS PASTED`.

Pastes paragraphs of PASTED characters into one answer, then types KEYS keys there with rests,
saves and undo in between, and prints one line of JSON: the memory of the process at a hundred
moments, in bytes, the milliseconds of each key until nothing it caused is waiting, and the length
and digest of the text at the end.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from array import array
from pathlib import Path

import psutil
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from erasmus_desk import paths
from erasmus_desk.draft.model import Key
from ui import app
from ui.controllers.application import ApplicationController
from ui.main_window.editor import Editor

TEXT = Key("des.rationale")
PARAGRAPH = "an answer that grows key by key, " * 15 + "\n"
SAVE_EVERY = 500
UNDO_EVERY = 200
REST_EVERY = 1000
REST = 0.6
"""Seconds without a key, after which the checks run."""
SAMPLES = 100


def main() -> None:
    """Open the draft and type into it."""
    application = app.create_application()
    controller = app.build_controller(application, paths.find_paths())
    controller.start(Path(sys.argv[1]))
    application.processEvents()
    editor = controller.window.editor
    if editor is None:
        sys.exit("the draft did not open")
    report = type_long(application, controller, editor)
    controller.shut_down()
    print(json.dumps(report))  # noqa: T201 - read by the test


def type_long(
    application: QApplication, controller: ApplicationController, editor: Editor
) -> dict[str, object]:
    keys, pasted = (int(one) for one in sys.argv[2:4])
    box = focus_text(application, editor)
    QApplication.clipboard().setText(PARAGRAPH * (pasted // len(PARAGRAPH)))
    if pasted:
        box.paste()
    process = psutil.Process()
    memory: list[int] = []
    # Of its full size from the start: what is noted of the keys must not count as growth.
    times = array("d", bytes(keys * array("d").itemsize))
    for number in range(keys):
        started = time.perf_counter()
        press(box, PARAGRAPH[number % len(PARAGRAPH)])
        application.processEvents()
        times[number] = (time.perf_counter() - started) * 1000
        if number % UNDO_EVERY == UNDO_EVERY - 1:
            editor.session.undo_stack.undo()
            editor.session.undo_stack.redo()
            box.moveCursor(QTextCursor.MoveOperation.End)
        if number % SAVE_EVERY == SAVE_EVERY - 1:
            QTest.keyClick(controller.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        if number % REST_EVERY == REST_EVERY - 1:
            rest_until = time.perf_counter() + REST
            while time.perf_counter() < rest_until:
                application.processEvents()
        if number % max(1, keys // SAMPLES) == 0:
            memory.append(process.memory_info().rss)
    text = editor.session.draft.text(TEXT.question)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return {"memory": memory, "keys": times.tolist(), "length": len(text), "digest": digest}


def press(box: QTextEdit, character: str) -> None:
    """Press the key of a character."""
    if character == "\n":
        QTest.keyClick(box, Qt.Key.Key_Return)
    else:
        QTest.keyClicks(box, character)


def focus_text(application: QApplication, editor: Editor) -> QTextEdit:
    """Empty one text and put the cursor there."""
    editor.session.edit(TEXT, None)
    editor.show_key(TEXT)
    application.processEvents()
    box = QApplication.focusWidget()
    if not isinstance(box, QTextEdit):
        sys.exit("no text box has the focus")
    return box


if __name__ == "__main__":
    main()
