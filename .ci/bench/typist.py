"""Typing into a long answer of the open window: `typist.py FILE KEYS PASTED`.

Prints one line of JSON with the milliseconds of each key, and of each other turn of the event
loop. A key's time runs from the key event until nothing it caused is waiting: model, counter,
status, painting. Journal, saving and checks run by timer; their turns are the others.
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ready import take_over

from erasmus_desk.__main__ import main
from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft.model import Key
from erasmus_desk.spelling.protocol import is_installed
from ui.fields.text_box import GrowingTextEdit
from ui.main_window.editor import Editor
from ui.session.draft_spelling import DraftSpelling

TYPED = "an answer that grows key by key and word by word, an answr "
"""One word of thirteen is in no dictionary, so that waves are painted."""
BREAK_EVERY = 60
BREAK = 0.4
"""Seconds of rest, longer than the checks wait for, so that they run in between."""
PACE = 0.012
"""Seconds from one key to the next within a burst: faster than anybody types."""
NAP = 0.0005
SETTLE = 8.0
"""Seconds after a paste, in which it is saved and checked."""


def type_keys(application: QApplication) -> None:
    """Type KEYS keys after paragraphs of PASTED characters, and print the times."""
    keys, pasted = (int(one) for one in sys.argv[-2:])
    box = long_box(application)
    if box.spelling is not None and is_installed():
        wait_for_spelling(application, box.spelling.spelling)
    if pasted:
        paragraph = TYPED * 15 + "\n"
        QApplication.clipboard().setText(paragraph * (pasted // len(paragraph)))
        box.paste()
        let_run(application, time.perf_counter() + SETTLE, [])
    warm_up(application, box)
    times: list[float] = []
    turns: list[float] = []
    for number in range(keys):
        started = time.perf_counter()
        QTest.keyClicks(box, TYPED[number % len(TYPED)])
        application.processEvents()
        times.append(time.perf_counter() - started)
        rest = BREAK if number % BREAK_EVERY == BREAK_EVERY - 1 else PACE
        let_run(application, time.perf_counter() + rest, turns)
    print(json.dumps({"keys": milliseconds(times), "turns": milliseconds(turns)}))


def warm_up(application: QApplication, box: GrowingTextEdit) -> None:
    """Type two keys that do not count.

    After some seconds of rest a computer may have put the memory of any program aside: here the
    first key in a bare text box then takes six times as long, too.
    """
    for letter in "  ":
        QTest.keyClicks(box, letter)
        let_run(application, time.perf_counter() + PACE, [])


def wait_for_spelling(application: QApplication, spelling: DraftSpelling) -> None:
    """Wait until the words on the screen are looked up."""
    until = time.perf_counter() + SETTLE
    while time.perf_counter() < until:
        application.processEvents()
        if spelling.checker is not None and not spelling.checker.is_waiting:
            return
        time.sleep(NAP)
    sys.exit("the spelling is not ready")


def let_run(application: QApplication, until: float, turns: list[float]) -> None:
    """Let the window work until a moment; note how long each turn holds it."""
    while (started := time.perf_counter()) < until:
        application.processEvents()
        turns.append(time.perf_counter() - started)
        time.sleep(NAP)


def long_box(application: QApplication) -> GrowingTextEdit:
    """Go to the first long answer outside the lists, and put the cursor at its end."""
    editor = next(one for one in application.allWidgets() if isinstance(one, Editor))
    form = editor.session.form
    key = next(
        Key(name)
        for section in form.sections
        for group in section.groups
        if not group.list
        for name in group.questions
        if form.questions[name].type is QuestionType.TEXT and editor.session.value(Key(name))
    )
    editor.show_key(key)
    application.processEvents()
    text = editor.session.draft.text(key.question)
    box = next(one for one in editor.findChildren(GrowingTextEdit) if one.content() == text)
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    box.moveCursor(QTextCursor.MoveOperation.End)
    application.processEvents()
    return box


def milliseconds(seconds: list[float]) -> list[float]:
    """Return times in milliseconds, rounded to the microsecond."""
    return [round(one * 1000, 3) for one in seconds]


if __name__ == "__main__":
    take_over(type_keys)
    sys.exit(main(sys.argv[1:-2]))
