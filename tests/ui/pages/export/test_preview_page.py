"""The preview shows the pages of the proposal; a click on an answer opens its field."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Key
from tests.ui.keyboard import CTRL, SHIFT, Keyboard, finish_work, process_events
from tests.ui.shared_program import SharedProgram
from tests.ui.short_draft import write_short_draft
from ui.controllers.application import ApplicationController
from ui.controllers.export import find_export_page
from ui.dialogs import save_path
from ui.fields.question_box import QuestionBox
from ui.main_window.editor import Editor
from ui.main_window.page_factory import EXPORT, PREVIEW
from ui.pages.base import Page
from ui.pages.export.page_view import Fit
from ui.pages.export.preview_page import PreviewPage
from ui.theme.theme import GRID


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_short_draft(tmp_path_factory.mktemp("short") / "short.erasmus")


@pytest.fixture
def controller(shared_program: SharedProgram, short: Path) -> ApplicationController:
    return shared_program.open(short)


@pytest.fixture
def editor(controller: ApplicationController) -> Editor:
    open_editor = controller.window.editor
    assert open_editor is not None
    return open_editor


@pytest.fixture
def page(editor: Editor, controller: ApplicationController, qtbot: QtBot) -> PreviewPage:
    """The preview with its pages laid out, opened by the button of the export page."""
    editor.show_export()
    export_page = find_export_page(editor)
    assert export_page is not None
    export_page.preview_button.click()
    shown = editor.current_page()
    assert isinstance(shown, PreviewPage)
    qtbot.waitUntil(lambda: shown.view.document is not None)
    process_events()
    return shown


def point_of(page: PreviewPage, key: str) -> QPoint:
    """Scroll to an answer, and return the position of its first line in the view."""
    document = page.view.document
    assert document is not None
    number = next(
        number
        for number, one in enumerate(document.pages)
        if key in {area.key for area in one.answer_areas()}
    )
    page.view.go_to(number)
    process_events()
    area = next(area for area in page.view.answers_on(number) if area.key == key)
    page.view.verticalScrollBar().setValue(
        page.view.verticalScrollBar().value() + page.view.answer_rect(number, area).top() - 40
    )
    process_events()
    rect = page.view.answer_rect(number, area)
    return QPoint(rect.center().x(), rect.top() + GRID)


def test_a_click_on_an_answer_opens_its_field(editor: Editor, page: PreviewPage) -> None:
    view = page.view
    point = point_of(page, "des.rationale")
    QTest.mouseMove(view.viewport(), point)
    process_events()
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    process_events()
    assert editor.step == "form:description"
    assert question_with_focus() == Key("des.rationale")


def test_a_click_beside_the_answers_does_nothing(editor: Editor, page: PreviewPage) -> None:
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    process_events()
    assert editor.step == PREVIEW


def test_every_answer_of_the_pages_can_be_selected(editor: Editor, page: PreviewPage) -> None:
    document = page.view.document
    assert document is not None
    keys = {area.key for one in document.pages for area in one.answer_areas()}
    assert keys
    assert all(page.view.answer_name(key) for key in keys)


def test_tab_moves_through_the_visible_answers_and_enter_opens_one(
    editor: Editor, page: PreviewPage, keyboard: Keyboard
) -> None:
    view = page.view
    view.go_to(4)
    view.setFocus()
    process_events()
    visible = [area.key for area in view.answers_on(4)]
    keyboard.press(Qt.Key.Key_Tab)
    assert view.hasFocus()
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    keyboard.press(Qt.Key.Key_Return)
    assert chosen[0] in visible or chosen[0] in {area.key for area in view.answers_on(3)}
    assert editor.step != PREVIEW


def test_tab_leaves_the_pages_after_the_last_visible_answer(
    page: PreviewPage, keyboard: Keyboard
) -> None:
    page.view.setFocus()
    process_events()
    for _ in range(60):
        keyboard.press(Qt.Key.Key_Tab)
        if not page.view.hasFocus():
            return
    pytest.fail("the focus is caught in the pages")


def test_the_answers_of_the_current_page_are_listed_by_name(
    editor: Editor, page: PreviewPage
) -> None:
    point_of(page, "des.rationale")
    box = page.bar.answer_box
    assert box.accessibleName()
    place = box.findData("des.rationale")
    assert place >= 0
    assert box.itemText(place)
    box.setCurrentIndex(place)
    box.activated.emit(place)
    process_events()
    assert question_with_focus() == Key("des.rationale")


def test_zoom_by_keys_and_buttons_keeps_the_current_page(
    page: PreviewPage, keyboard: Keyboard
) -> None:
    view = page.view
    view.go_to(5)
    process_events()
    before = view.percent
    keyboard.press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.percent > before
    assert view.page == 5
    keyboard.press(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    keyboard.press(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.percent < before
    page.bar.whole_button.click()
    process_events()
    assert view.fit is Fit.PAGE
    assert view.page == 5
    assert view.strip.page_rects[5].height() <= view.viewport().height()
    keyboard.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.fit is Fit.WIDTH


def test_the_keys_that_scroll_work_from_the_title(page: PreviewPage, keyboard: Keyboard) -> None:
    page.focus_first()
    page.bar.whole_button.click()
    page.focus_first()
    assert page.view.page == 0
    keyboard.press(Qt.Key.Key_PageDown)
    assert page.view.page == 1
    keyboard.press(Qt.Key.Key_PageUp)
    assert page.view.page == 0
    keyboard.press(Qt.Key.Key_End)
    assert page.view.document is not None
    assert page.view.page == len(page.view.document.pages) - 1


def test_keys_that_do_not_scroll_the_pages_are_left_to_the_window(
    page: PreviewPage, keyboard: Keyboard
) -> None:
    # The view is in the page: what it leaves comes back to the page, and must not return to it.
    page.focus_first()
    for held in (SHIFT, CTRL | SHIFT):
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Down):
            keyboard.press(key, held)
    assert page.view.page == 0
    assert page.isVisible()


def test_only_visible_pages_are_drawn(page: PreviewPage) -> None:
    assert page.view.document is not None
    page.view.grab()
    drawn = page.view.cached_pages()
    assert drawn == set(page.view.visible_pages())
    assert len(drawn) < len(page.view.document.pages)


def test_the_pages_follow_a_change_of_the_draft_and_of_the_profile(
    editor: Editor, page: PreviewPage, qtbot: QtBot
) -> None:
    first = page.view.document
    editor.session.edit(Key("sum.text"), "A summary that nobody has written before.")
    qtbot.waitUntil(lambda: page.view.document is not first)
    second = page.view.document
    assert second is not None
    page.bar.set_profile("questions")
    qtbot.waitUntil(lambda: page.view.document is not second)
    assert page.view.document is not None
    assert len(page.view.document.pages) > len(second.pages)


def test_the_preview_is_unchanged_after_a_visit_to_an_answer(
    editor: Editor, page: PreviewPage, controller: ApplicationController, qtbot: QtBot
) -> None:
    first = page.view.document
    page.bar.set_profile("questions")
    qtbot.waitUntil(lambda: page.view.document is not first)
    page.view.go_to(6)
    process_events()
    shown = page.view.page
    editor.show_key(Key("des.rationale"))
    controller.draft_controllers.export.show_preview()
    process_events()
    assert editor.current_page() is page
    assert page.bar.profile == "questions"
    assert page.view.page == shown


def test_the_pages_are_saved_as_a_pdf_that_can_be_opened(
    page: PreviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_save_dialog(monkeypatch, tmp_path / "mine")
    page.bar.pdf_button.click()
    finish_work(page)
    process_events()
    pdf = tmp_path / "mine.pdf"
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert str(pdf) in page.result_box.result_label.text()
    assert page.result_box.open_button.isVisible()


def test_a_failed_pdf_export_is_reported_on_the_page(
    page: PreviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = tmp_path / "no such folder" / "mine.pdf"
    answer_save_dialog(monkeypatch, missing)
    page.bar.pdf_button.click()
    finish_work(page)
    process_events()
    assert not missing.exists()
    assert page.result_box.result_label.text()
    assert not page.result_box.open_button.isVisible()


def test_the_menu_opens_the_preview_between_its_neighbour_pages(
    editor: Editor, controller: ApplicationController, keyboard: Keyboard
) -> None:
    keyboard.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert editor.step == PREVIEW
    editor.show_previous()
    process_events()
    assert editor.step == EXPORT
    controller.draft_controllers.export.show_preview()
    editor.show_next()
    process_events()
    assert editor.step == editor.steps()[editor.steps().index(EXPORT) + 1]


def answer_save_dialog(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    def answer(_parent: Page, _title: str, _proposed: str, _kinds: str) -> str:
        return str(path)

    monkeypatch.setattr(save_path, "ask_save_path", answer)


def question_with_focus() -> Key | None:
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None:
        if isinstance(widget, QuestionBox):
            return widget.key
        widget = widget.parentWidget()
    return None


def test_characters_that_no_font_has_are_told_before_a_pdf_is_made(
    page: PreviewPage, editor: Editor
) -> None:
    key = Key(editor.session.pack.role("title"))
    title = editor.session.draft.text(key.question)
    editor.session.edit(key, f"{title} \U0001e2ff")
    page.finish_layout()
    assert "\U0001e2ff (page 1)" in page.result_box.result_label.text()
    editor.session.edit(key, title)
    page.finish_layout()
    assert not page.result_box.result_label.text()
