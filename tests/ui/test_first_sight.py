"""What a page shows at first sight: notes, beginnings of texts, deadlines, long titles."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel

from erasmus_desk.draft.model import Key
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram
from tests.ui.editors import EXAMPLES
from tests.ui.wording_walk import process_events
from ui.controllers.application import ApplicationController
from ui.fields.text_field import GrowingTextEdit
from ui.i18n.dates import MAX_DAYS_PAST, format_deadline
from ui.main_window.editor import Editor

INNOVATION = EXAMPLES[-1]


@pytest.fixture
def editor(controller: ApplicationController) -> Editor:
    controller.open_example(INNOVATION)
    process_events()
    editor = controller.window.editor
    assert editor is not None
    return editor


def test_a_page_that_only_tells_something_tells_it(editor: Editor) -> None:
    editor.show_step("form:general")
    page = editor.current_page()
    assert page is not None
    text = "\n".join(label.text() for label in page.findChildren(QLabel))
    for paragraph in editor.session.texts.paragraphs("question.gen.note.label"):
        assert paragraph in text


def test_a_box_that_is_gone_to_is_shown_with_the_beginning_of_its_text(editor: Editor) -> None:
    editor.show_key(Key("des.cooperation"))
    process_events()
    page, box = editor.current_page(), QApplication.focusWidget()
    assert page is not None
    assert isinstance(box, GrowingTextEdit)
    assert box.textCursor().position() == 0
    top = box.mapTo(page.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < page.viewport().height()


def test_the_step_that_is_shown_is_in_view_in_the_list(editor: Editor) -> None:
    for step in reversed(editor.steps()):
        editor.show_step(step)
        view = editor.step_list.view
        process_events()
        shown = view.visualRect(view.currentIndex())
        assert view.viewport().rect().contains(shown.center())


def test_a_click_on_the_words_of_a_box_ticks_it(editor: Editor) -> None:
    editor.show_step("form:annexes")
    page = editor.current_page()
    assert page is not None
    ticked = 0
    for label in page.findChildren(QLabel):
        box = label.buddy()
        if isinstance(box, QCheckBox) and box.isVisibleTo(page):
            before = box.isChecked()
            assert box.accessibleName() == label.text()
            QTest.mouseClick(label, Qt.MouseButton.LeftButton)
            assert box.isChecked() is not before
            ticked += 1
    assert ticked > 1


@pytest.mark.parametrize(("days", "words"), [
    (0, "0 days to the deadline"),
    (3, "3 days to the deadline"),
    (-1, "deadline was 1 day ago"),
    (-MAX_DAYS_PAST, f"deadline was {MAX_DAYS_PAST} days ago"),
])  # fmt: skip
def test_a_deadline_not_long_past_is_counted_in_days(
    controller: ApplicationController, days: int, words: str
) -> None:
    assert format_deadline(datetime.now(UTC) + timedelta(days=days), "en") == words


def test_a_deadline_long_past_is_shown_by_its_date(controller: ApplicationController) -> None:
    assert (
        format_deadline(datetime(2017, 3, 29, 10, tzinfo=UTC), "en")
        == "deadline passed on 29 March 2017"
    )


def test_a_title_without_room_gives_way_to_the_acronym(start_program: StartProgram) -> None:
    controller = start_program(Settings(language="en", text_scale=200))
    controller.open_example(INNOVATION)
    process_events()
    bar = controller.window.top_bar
    assert bar is not None
    assert bar.title_label.text() == "BOARDWISE"
    assert "Small Boards" in bar.title_label.toolTip()
    assert "Small Boards" in bar.title_label.accessibleName()


def test_a_proposal_without_a_title_gets_a_file_with_a_name(
    controller: ApplicationController,
) -> None:
    controller.open_example(INNOVATION)
    opened = controller.window.opened
    assert opened is not None
    title = Key(opened.session.pack.role("title"))
    opened.session.edit(title, None)
    controller.create_proposal(opened.session.draft)
    made = controller.window.opened
    assert made is not None
    assert made.session.path.stem == "Untitled proposal"
