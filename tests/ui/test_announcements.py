"""What changes without the focus is said aloud, in the words that are on the screen then."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from erasmus_desk.draft.model import Key
from erasmus_desk.errors import TargetRefused
from erasmus_desk.storage import open_file
from tests.ui.conftest import copy_example
from tests.ui.editors import EXAMPLES
from tests.ui.keyboard import Keyboard, process_events
from tests.ui.spoken import listen
from ui.controllers.application import ApplicationController
from ui.fields.text_box import GrowingTextEdit
from ui.fields.text_field import TextField
from ui.main_window.editor import Editor
from ui.pages.checks.model import Group
from ui.pages.checks.page import ChecksPage

TEXT = Key("des.rationale")
F7 = Qt.Key.Key_F7


@pytest.fixture
def first_draft(home: Path) -> Path:
    return copy_example(EXAMPLES[-1], home)


@pytest.fixture
def editor(controller: ApplicationController) -> Editor:
    process_events()
    editor = controller.window.editor
    assert editor is not None
    return editor


def test_limit_problems_and_a_failed_save_are_announced(
    controller: ApplicationController,
    editor: Editor,
    keyboard: Keyboard,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limit = editor.session.form.questions[TEXT.question].limit
    assert limit is not None
    editor.session.edit(TEXT, "x" * limit.most)
    editor.show_key(TEXT)
    told = listen(monkeypatch)
    box = QApplication.focusWidget()
    assert isinstance(box, GrowingTextEdit)
    field = box.parent()
    assert isinstance(field, TextField)
    keyboard.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    keyboard.type("ab")
    assert told == ["1 character over the limit"]  # once, and not with each key
    assert field.state_label.text() == "2 characters over the limit"
    keyboard.press(Qt.Key.Key_Backspace, times=2)
    assert told[1:] == ["0 characters left"] == [field.state_label.text()]
    editor.session.edit(TEXT, "x" * (limit.most + 5))
    assert len(told) == 3
    box.clearFocus()
    editor.session.edit(TEXT, "x")
    assert len(told) == 3, "nobody types in it"

    told.clear()
    keyboard.press(F7)
    page = editor.current_page()
    assert isinstance(page, ChecksPage)
    assert [entry.group for entry in page.entries] == [Group.STYLE]
    count = "1 point of style."
    assert told[-1] == f"Check. {count}"
    assert page.time_label.text().startswith(f"{count} Checked at ")
    told.clear()
    keyboard.press(F7)
    assert told == [f"Check. {count}"], "asked again"

    def refuse(*_: object) -> None:
        raise TargetRefused("missing-folder", path="x", problem="")

    told.clear()
    monkeypatch.setattr(open_file, "save", refuse)
    editor.session.edit(TEXT, "y")
    controller.draft_controllers.save_status.save_now()
    trouble = controller.window.save_trouble
    assert trouble is not None
    assert trouble.label.text() in told
    top_bar = controller.window.top_bar
    assert top_bar is not None
    assert told[-1] == top_bar.saved_label.text() == "Not saved"
