"""The page of long texts: a column to read, boxes as high as their text, one scroll."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from erasmus_desk.draft.model import Key
from erasmus_desk.storage.settings import Settings
from tests.ui.access_walk import find_cut_off, find_unnamed
from tests.ui.editors import EXAMPLES, editor_of
from tests.ui.keyboard import process_events
from tests.ui.shared_program import SharedProgram
from ui.fields.question_box import QuestionBox, WritingHead
from ui.fields.text_box import GrowingTextEdit
from ui.fields.text_field import TextField
from ui.main_window.editor import Editor
from ui.main_window.guidance_pane import GuidancePane
from ui.pages.base import Page
from ui.pages.form.section_page import QuestionsPage

TEXT, TEXTS = Key("des.rationale"), "form:description"
READABLE = range(80, 87)
"""Letters in a line that are read with ease."""


MOVES = 3
"""Times that a part is styled while its page is built and shown, on average."""


class StyledParts(QObject):
    """Counts how often parts are styled, which Qt does with each move to another parent."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        self.count += event.type() is QEvent.Type.StyleChange
        return False


Show = Callable[..., Page]


@pytest.fixture
def show_text_page(shared_program: SharedProgram) -> Show:
    """Return a function that opens the long texts of an example, with the cursor in one."""

    def show(width: int = 1366, scale: int = 100, language: str = "en") -> Page:
        chosen = Settings(language=language, text_scale=scale)
        controller = shared_program.open(EXAMPLES[0], TEXTS, size=(width, 768), chosen=chosen)
        return show_key(editor_of(controller), TEXT)

    return show


def show_key(editor: Editor, key: Key) -> Page:
    editor.show_key(key)
    process_events()
    page = editor.current_page()
    assert page is not None
    return page


@pytest.mark.parametrize("scale", [100, 150])
def test_a_line_has_80_to_86_letters(show_text_page: Show, scale: int) -> None:
    page = show_text_page(1920, scale)
    box = QApplication.focusWidget()
    assert isinstance(box, GrowingTextEdit)
    text = box.content()
    letter = QFontMetricsF(box.font()).horizontalAdvance(text.replace("\n", " ")) / len(text)
    room = box.viewport().width() - 2 * box.document().documentMargin()
    assert room // letter in READABLE
    window = page.window()
    (guidance,) = window.findChildren(GuidancePane)
    left = box.mapTo(page, QPoint(0, 0)).x()
    end = guidance.mapTo(window, guidance.rect().topRight()) - page.mapTo(window, QPoint(0, 0))
    right = page.width() - page.verticalScrollBar().width() - end.x()
    assert abs(left - right) <= 2, "the column and its guidance are in the middle"


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("width", "scale"), [(683, 100), (1366, 200), (1920, 100)])
@pytest.mark.share
def test_nothing_is_cut_and_no_box_scrolls(
    show_text_page: Show, language: str, width: int, scale: int
) -> None:
    page = show_text_page(width, scale, language)
    assert find_cut_off(page) == []
    assert find_unnamed(page) == []
    boxes = [box for box in page.findChildren(GrowingTextEdit) if box.isVisible()]
    assert len(boxes) > 5
    for box in boxes:
        assert box.document().size().height() <= box.viewport().height()
        assert box.verticalScrollBar().maximum() == box.horizontalScrollBar().maximum() == 0


def test_the_page_follows_the_caret_to_the_end_of_a_long_text(
    show_text_page: Show,
) -> None:
    page = show_text_page()
    box = QApplication.focusWidget()
    assert isinstance(box, GrowingTextEdit)
    QTest.keyClick(box, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    for _ in range(30):
        QTest.keyClick(box, Qt.Key.Key_Return)
        process_events()
        caret = box.viewport().mapTo(page.viewport(), box.cursorRect().center())
        assert page.viewport().rect().contains(caret)
    QTest.keyClick(box, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    process_events()
    caret = box.viewport().mapTo(page.viewport(), box.cursorRect().center())
    assert page.viewport().rect().contains(caret)


def test_the_title_says_how_much_is_answered(show_text_page: Show) -> None:
    page = show_text_page()
    assert isinstance(page, QuestionsPage)
    whole = page.progress.label.text()
    count = int(whole.split()[0])
    assert whole == f"{count} of {count} answered"
    box = QApplication.focusWidget()
    assert isinstance(box, GrowingTextEdit)
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    assert page.progress.label.text() == f"{count - 1} of {count} answered"
    QTest.keyClick(box, Qt.Key.Key_X)
    assert page.progress.label.text() == whole


def test_a_state_is_beside_the_question_where_the_heading_stands_above(
    shared_program: SharedProgram,
) -> None:
    # The heading of the group is that of its only question, which does not repeat it.
    show_key(editor_of(shared_program.open(EXAMPLES[0])), Key("bud.comment"))
    box = QApplication.focusWidget()
    asked = box.parentWidget() if box else None
    while asked is not None and not isinstance(asked, QuestionBox):
        asked = asked.parentWidget()
    assert asked is not None
    assert asked.heading.isHidden()
    head = asked.findChild(WritingHead)
    assert head is not None
    (label,) = [one for one in head.findChildren(QLabel) if one.text().startswith("Please")]
    assert label.isVisible()
    # The tools while one writes, the state otherwise: both are level with the question.
    field = asked.field.mapTo(asked, QPoint(0, 0)).y()
    assert head.geometry().bottom() < field <= head.geometry().bottom() + 12


def test_the_counter_ends_where_the_box_ends(show_text_page: Show) -> None:
    show_text_page()
    box = QApplication.focusWidget()
    field = box.parentWidget() if box else None
    assert isinstance(field, TextField)
    label = field.count_label
    end = label.mapTo(field, label.rect().topRight()).x()
    assert abs(end - field.box.geometry().right()) <= 1


def test_what_a_page_contains_is_not_moved_with_each_level_around_it(
    shared_program: SharedProgram, qapp: QApplication
) -> None:
    editor, styled = editor_of(shared_program.open(EXAMPLES[0])), StyledParts()
    before = len(qapp.allWidgets())
    qapp.installEventFilter(styled)
    editor.show_step(TEXTS)
    process_events()
    qapp.removeEventFilter(styled)
    assert 0 < styled.count < MOVES * (len(qapp.allWidgets()) - before)
