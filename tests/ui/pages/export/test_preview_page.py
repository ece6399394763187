"""The preview shows the pages as they will be, and takes whoever clicks to the answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Key
from tests.ui.hands import Hands, settle
from ui.controllers.application import Office
from ui.fields.question_box import QuestionBox
from ui.main_window.editor import Desk
from ui.main_window.page_factory import PREVIEW, WORD
from ui.pages.base import Page
from ui.pages.export import preview_page
from ui.pages.export.page_view import Fit
from ui.pages.export.preview_page import PreviewPage

EXAMPLE = "goede-praktijk-school.erasmus"


@pytest.fixture
def desk(office: Office) -> Desk:
    office.open_example(office.places.examples / EXAMPLE)
    found = office.window.desk
    assert found is not None
    return found


@pytest.fixture
def page(desk: Desk, office: Office, qtbot: QtBot) -> PreviewPage:
    """The preview, reached by the button of the Word page, with its pages laid out."""
    desk.show_word()
    word = desk.word_page()
    assert word is not None
    word.preview_button.click()
    shown = desk.page_widget()
    assert isinstance(shown, PreviewPage)
    qtbot.waitUntil(lambda: shown.view.paper is not None)
    settle()
    return shown


def point_of(page: PreviewPage, key: str) -> QPoint:
    """Bring an answer into sight, and give where it is on the screen."""
    paper = page.view.paper
    assert paper is not None
    number = next(
        number
        for number, one in enumerate(paper.pages)
        if key in {spot.key for spot in one.spots()}
    )
    page.view.go_to(number)
    settle()
    spot = next(spot for spot in page.view.answers(number) if spot.key == key)
    page.view.verticalScrollBar().setValue(
        page.view.verticalScrollBar().value() + page.view.box_of(number, spot).top() - 40
    )
    settle()
    return page.view.box_of(number, spot).center()


def test_a_click_on_an_answer_leads_to_where_it_is_written(desk: Desk, page: PreviewPage) -> None:
    view = page.view
    point = point_of(page, "des.rationale")
    QTest.mouseMove(view.viewport(), point)
    settle()
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    settle()
    assert desk.step == "form:description"
    assert question_with_focus() == Key("des.rationale")


def test_a_click_beside_the_answers_leads_nowhere(desk: Desk, page: PreviewPage) -> None:
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    settle()
    assert desk.step == PREVIEW


def test_every_answer_of_the_pages_can_be_gone_to(desk: Desk, page: PreviewPage) -> None:
    paper = page.view.paper
    assert paper is not None
    every = {spot.key for one in paper.pages for spot in one.spots()}
    assert every
    assert all(page.view.name_of(key) for key in every)


def test_tab_goes_through_the_answers_in_sight_and_enter_to_one(
    desk: Desk, page: PreviewPage, hands: Hands
) -> None:
    view = page.view
    view.go_to(4)
    view.setFocus()
    settle()
    in_sight = [spot.key for spot in view.answers(4)]
    hands.press(Qt.Key.Key_Tab)
    assert view.hasFocus()
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    hands.press(Qt.Key.Key_Return)
    assert chosen[0] in in_sight or chosen[0] in {spot.key for spot in view.answers(3)}
    assert desk.step != PREVIEW


def test_tab_leaves_the_pages_behind_the_last_answer_in_sight(
    page: PreviewPage, hands: Hands
) -> None:
    page.view.setFocus()
    settle()
    for _ in range(60):
        hands.press(Qt.Key.Key_Tab)
        if not page.view.hasFocus():
            return
    pytest.fail("the focus is caught in the pages")


def test_the_answers_of_the_page_in_sight_are_listed_by_name(desk: Desk, page: PreviewPage) -> None:
    point_of(page, "des.rationale")
    box = page.bar.answer_box
    assert box.accessibleName()
    place = box.findData("des.rationale")
    assert place >= 0
    assert box.itemText(place)
    box.setCurrentIndex(place)
    box.activated.emit(place)
    settle()
    assert question_with_focus() == Key("des.rationale")


def test_zoom_by_keys_and_buttons_keeps_the_page_in_sight(page: PreviewPage, hands: Hands) -> None:
    view = page.view
    view.go_to(5)
    settle()
    before = view.percent
    hands.press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.percent > before
    assert view.page == 5
    hands.press(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.percent < before
    page.bar.whole_button.click()
    settle()
    assert view.fit is Fit.PAGE
    assert view.page == 5
    assert view.shelf.places[5].height() <= view.viewport().height()
    hands.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.fit is Fit.WIDTH


def test_the_keys_that_scroll_work_from_the_title(page: PreviewPage, hands: Hands) -> None:
    page.focus_first()
    page.bar.whole_button.click()
    page.focus_first()
    assert page.view.page == 0
    hands.press(Qt.Key.Key_PageDown)
    assert page.view.page == 1
    hands.press(Qt.Key.Key_PageUp)
    assert page.view.page == 0
    hands.press(Qt.Key.Key_End)
    assert page.view.paper is not None
    assert page.view.page == len(page.view.paper.pages) - 1


def test_only_pages_in_sight_are_drawn(page: PreviewPage) -> None:
    assert page.view.paper is not None
    page.view.grab()
    drawn = page.view.drawn()
    assert drawn == set(page.view.in_sight())
    assert len(drawn) < len(page.view.paper.pages)


def test_the_pages_follow_a_change_and_the_choice_of_what_goes_in(
    desk: Desk, page: PreviewPage, qtbot: QtBot
) -> None:
    first = page.view.paper
    desk.session.edit(Key("sum.text"), "A summary that nobody has written before.")
    qtbot.waitUntil(lambda: page.view.paper is not first)
    second = page.view.paper
    assert second is not None
    page.bar.set_profile("questions")
    qtbot.waitUntil(lambda: page.view.paper is not second)
    assert page.view.paper is not None
    assert len(page.view.paper.pages) > len(second.pages)


def test_who_comes_back_from_an_answer_finds_the_preview_as_it_was(
    desk: Desk, page: PreviewPage, office: Office, qtbot: QtBot
) -> None:
    first = page.view.paper
    page.bar.set_profile("questions")
    qtbot.waitUntil(lambda: page.view.paper is not first)
    page.view.go_to(6)
    settle()
    shown = page.view.page
    desk.show_key(Key("des.rationale"))
    office.press.show_preview()
    settle()
    assert desk.page_widget() is page
    assert page.bar.profile == "questions"
    assert page.view.page == shown


def test_the_pages_become_a_pdf_that_can_be_opened(
    page: PreviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_with(monkeypatch, tmp_path / "mine")
    page.bar.pdf_button.click()
    settle()
    made = tmp_path / "mine.pdf"
    assert made.read_bytes().startswith(b"%PDF-")
    assert str(made) in page.made_box.result_label.text()
    assert page.made_box.open_button.isVisible()


def test_a_place_that_refuses_the_pdf_is_told_on_the_page(
    page: PreviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path / "no such folder" / "mine.pdf"
    answer_with(monkeypatch, nowhere)
    page.bar.pdf_button.click()
    settle()
    assert not nowhere.exists()
    assert page.made_box.result_label.text()
    assert not page.made_box.open_button.isVisible()


def test_the_menu_leads_to_the_preview_and_back_to_the_word_page(
    desk: Desk, office: Office, hands: Hands
) -> None:
    hands.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert desk.step == PREVIEW
    desk.show_previous()
    settle()
    assert desk.step == WORD
    office.press.show_preview()
    desk.show_next()
    settle()
    assert desk.step == desk.steps()[desk.steps().index(WORD) + 1]


def answer_with(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    def answer(_parent: Page, _title: str, _proposed: str, _kinds: str) -> str:
        return str(path)

    monkeypatch.setattr(preview_page, "ask_target", answer)


def question_with_focus() -> Key | None:
    part: QWidget | None = QApplication.focusWidget()
    while part is not None:
        if isinstance(part, QuestionBox):
            return part.key
        part = part.parentWidget()
    return None
