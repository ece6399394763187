"""A window in which a user works without a pause, until it is killed.

Arguments: the draft, a folder for Word files, and the seed of what the user does. After every
change it says when, and the digest of all answers; before every action, its name.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from erasmus_desk import paths
from erasmus_desk.draft.model import Draft, Key
from tests.ui.keyboard import finish_work
from ui import app
from ui.controllers.application import ApplicationController
from ui.controllers.export import find_export_page
from ui.dialogs import save_path
from ui.main_window.editor import Editor
from ui.pages.review_import.page import ReviewImportPage

TEXT = Key("des.rationale")
PACE = 8
"""Milliseconds between two actions: far more than a person does."""
PASTED = "Words that come from another program. " * 6
ACTIONS = {
    "type": 200,
    "paste": 4,
    "undo": 8,
    "redo": 4,
    "turn": 2,
    "save": 2,
    "send": 1,
    "read": 1,
}
"""What the user does, by how often."""
SAY_READY = "ready"


def digest(draft: Draft) -> str:
    """Return the digest of all answers of a draft."""
    answers = sorted(f"{key}={value!r}" for key, value in draft.answers.items())
    return hashlib.sha256("\n".join(answers).encode()).hexdigest()


class User(QObject):
    """Types, pastes, undoes, turns pages, saves, exports and imports at random."""

    def __init__(self, controller: ApplicationController, folder: Path, seed: int) -> None:
        super().__init__()
        self._chance = random.Random(seed)  # noqa: S311 -- no secret, but the same each time
        self._controller = controller
        self._folder = folder
        self._files: list[Path] = []
        self._typed = 0
        save_path.ask_save_path = self._choose_path
        self._editor.session.changed.connect(self._say)
        self._say()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._act)
        self._timer.start(PACE)

    @property
    def _editor(self) -> Editor:
        editor = self._controller.window.editor
        assert editor is not None
        return editor

    def _choose_path(self, *_: object) -> str:
        self._files.append(self._folder / f"{len(self._files)}.docx")
        return str(self._files[-1])

    def _say(self, *_: object) -> None:
        sys.stdout.write(f"{time.monotonic():.6f} {digest(self._editor.session.draft)}\n")
        sys.stdout.flush()

    def _act(self) -> None:
        action = self._chance.choices([*ACTIONS], [*ACTIONS.values()])[0]
        sys.stdout.write(f"{action}\n")
        sys.stdout.flush()
        getattr(self, f"_{action}")()

    def _box(self) -> QTextEdit:
        box = QApplication.focusWidget() or self._controller.window.focusWidget()
        if not isinstance(box, QTextEdit) or not box.isVisible():
            self._editor.show_key(TEXT)
            box = self._controller.window.focusWidget()
        assert isinstance(box, QTextEdit)
        return box

    def _type(self) -> None:
        self._typed += 1
        QTest.keyClick(self._box(), Qt.Key(ord("0") + self._typed % 10))

    def _paste(self) -> None:
        QApplication.clipboard().setText(PASTED)
        self._box().paste()

    def _undo(self) -> None:
        self._editor.session.undo_stack.undo()

    def _redo(self) -> None:
        self._editor.session.undo_stack.redo()

    def _turn(self) -> None:
        self._editor.show_step(self._chance.choice(self._editor.steps()))

    def _save(self) -> None:
        opened = self._controller.window.opened
        assert opened is not None
        opened.autosave.save()

    def _send(self) -> None:
        self._editor.show_export()
        page = find_export_page(self._editor)
        assert page is not None
        page.export_button.click()
        finish_work(page)

    def _read(self) -> None:
        """Read a file that was sent before, and take what is in it."""
        written = [file for file in self._files if file.exists()]
        if not written:
            return
        importing = self._controller.draft_controllers.review_import
        importing.import_files((self._chance.choice(written),))
        importing.work.complete()
        page = self._editor.current_page()
        if isinstance(page, ReviewImportPage) and page.bar.apply_button.isEnabled():
            page.bar.apply_button.click()


def main() -> None:
    """Open the draft and work in it for ever."""
    application = app.create_application()
    controller = app.build_controller(application, paths.find_paths())
    controller.start(Path(sys.argv[1]))
    application.processEvents()
    user = User(controller, Path(sys.argv[2]), int(sys.argv[3]))
    sys.stdout.write(f"{SAY_READY}\n")
    sys.stdout.flush()
    application.exec()
    user.deleteLater()


if __name__ == "__main__":
    main()
