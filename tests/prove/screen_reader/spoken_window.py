"""A window that shows what it is told to on its input, so that a screen reader can walk through it.

Argument: a draft. Lines: `steps` (answered by all of them), the name of a step, `home`, `new`, or
one of `CHANGES`, which are answered by the words that are to be announced. What cannot be done is
answered by `FAULT` and the reason. SIGUSR1 prints where the program is.
"""

from __future__ import annotations

import faulthandler
import signal
import sys
import time
import traceback
import zipfile
from collections.abc import Callable

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import visible_sections
from erasmus_desk.export.export import render_word
from tests.ui.keyboard import process_events
from ui import app
from ui.controllers.application import ApplicationController
from ui.fields.text_field import TextField
from ui.main_window.editor import Editor
from ui.main_window.page_factory import CHECKS
from ui.pages.review_import.page import ReviewImportPage

PATIENCE = 10
"""Seconds until a key must have done what it does."""
TURNS = 20
"""Turns of the event loop after which a page is complete."""
BODY, THEIRS = "word/document.xml", "OTHERWISE"
FAULT = "fault: "
CHANGES = ("over the limit", "check", "import", "apply", "not saved")


def wait_for(is_so: Callable[[], bool]) -> None:
    """Process events until something is so: a key goes to the screen reader first."""
    until = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < until:
        process_events()


class Changes:
    """Does what changes something without the focus; each returns what is shown of it then."""

    def __init__(self, controller: ApplicationController, editor: Editor) -> None:
        self._controller, self._editor = controller, editor
        self._session = editor.session
        self._key, self._most = self._find_text()

    def do(self, name: str) -> str:
        """Do one of `CHANGES`."""
        return {
            "over the limit": self._type_too_much,
            "check": self._check,
            "import": self._import,
            "apply": self._apply,
            "not saved": self._save,
        }[name]()

    def _find_text(self) -> tuple[Key, int]:
        """Return a long answer of the proposal with a limit, and the limit."""
        session = self._session
        for section in visible_sections(session.draft, session.pack):
            for group in section.groups:
                for name in group.questions:
                    question = session.form.questions[name]
                    text = session.draft.answers.get(Key(name))
                    is_long = isinstance(text, str) and len(text.split()) > 6
                    if question.type is QuestionType.TEXT and question.limit and is_long:
                        return Key(name), question.limit.most
        raise AssertionError("no long text")

    def _type_too_much(self) -> str:
        text = self._session.draft.text(self._key.question)
        self._session.edit(self._key, (text + " x" * self._most)[: self._most])
        self._editor.show_key(self._key)
        process_events()
        self._controller.window.activateWindow()
        process_events()
        window = self._controller.window.windowHandle()
        QTest.keyClick(window, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        box = self._controller.window.focusWidget()
        field = box.parent()
        assert isinstance(field, TextField)
        before = field.state_label.text()
        QTest.keyClicks(box, "z")
        wait_for(lambda: field.state_label.text() != before)
        shown = field.state_label.text()
        self._session.edit(self._key, text)
        return shown

    def _check(self) -> str:
        QTest.keyClick(self._controller.window.windowHandle(), Qt.Key.Key_F7)
        wait_for(lambda: self._editor.step == CHECKS)
        page = self._editor.current_page()
        return page.describe_aloud() if page is not None else ""

    def _import(self) -> str:
        """Import the proposal as somebody else changed it."""
        resources = self._controller.paths.resources
        library = self._controller.draft_manager.library
        sent = render_word(self._session.draft, library, resources)
        words = " ".join(self._session.draft.text(self._key.question).split()[1:4])
        folder = self._session.path.parent
        whole, returned = folder / "sent.docx", folder / "returned.docx"
        whole.write_bytes(sent.content)
        with zipfile.ZipFile(whole) as old, zipfile.ZipFile(returned, "w") as new:
            for part in old.namelist():
                content = old.read(part)
                if part == BODY:
                    head, _, tail = content.decode().rpartition(words)
                    content = f"{head}{THEIRS}{tail}".encode()
                new.writestr(part, content)
        self._session.edit(self._key, "All of it is new here.")
        self._controller.draft_controllers.review_import.import_files((returned,))
        self._controller.draft_controllers.review_import.work.complete()
        process_events()
        page = self._editor.current_page()
        return page.describe_aloud() if page is not None else ""

    def _apply(self) -> str:
        page = self._editor.current_page()
        assert isinstance(page, ReviewImportPage)
        page.bar.apply_button.click()
        return self._controller.window.notifications.text_label.text()

    def _save(self) -> str:
        path = self._session.path
        path.rename(path.with_suffix(".gone"))
        self._session.edit(self._key, "New.")
        self._controller.draft_controllers.save_status.save_now()
        process_events()
        return self._controller.window.notifications.text_label.text()


def obey(controller: ApplicationController, line: str) -> str:
    """Show a page and return its title, do one of the changes, or return the names of all pages."""
    title = ""
    editor = controller.window.editor
    if line == "home":
        controller.show_home()
    elif line == "new":
        controller.new_proposal()
    elif editor is not None and line == "steps":
        return "|".join(editor.steps())
    elif editor is not None and line in CHANGES:
        return Changes(controller, editor).do(line)
    elif editor is not None:
        editor.show_step(line)
        page = editor.current_page()
        title = page.title_label.text() if page is not None else ""
    for _ in range(TURNS):
        QApplication.processEvents()
    return title


def try_to_obey(controller: ApplicationController, line: str) -> str:
    """Obey; an error is an answer too, for who waits for one would wait for ever."""
    try:
        return obey(controller, line)
    except Exception as problem:  # noqa: BLE001 -- whatever it is, it is told
        traceback.print_exc()
        return f"{FAULT}{type(problem).__name__} {problem}".replace("\n", " ")


def obey_all(controller: ApplicationController) -> int:
    """Obey until the input ends."""

    def on_line() -> None:
        line = sys.stdin.readline().strip()
        if not line:
            QApplication.quit()
            return
        sys.stdout.write(f"{try_to_obey(controller, line)}\n")
        sys.stdout.flush()

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(on_line)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    return QApplication.exec()


if __name__ == "__main__":
    faulthandler.register(signal.SIGUSR1)
    sys.exit(app.run(sys.argv[1:], work=obey_all))
