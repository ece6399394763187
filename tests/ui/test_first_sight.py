"""What a page shows at first sight: notes, beginnings of texts, deadlines, long titles."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel

from erasmus_desk.draft.model import Key
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import MakeOffice
from tests.ui.editors import EXAMPLES
from tests.ui.wording_walk import settle
from ui.controllers.application import Office
from ui.fields.text_field import LongText
from ui.main_window.editor import Desk
from ui.main_window.top_bar import LONG_AGO, days_to

INNOVATION = EXAMPLES[-1]


@pytest.fixture
def desk(office: Office) -> Desk:
    office.open_example(INNOVATION)
    settle()
    desk = office.window.desk
    assert desk is not None
    return desk


def test_a_page_that_only_tells_something_tells_it(desk: Desk) -> None:
    desk.show_step("form:general")
    page = desk.page_widget()
    assert page is not None
    said = "\n".join(label.text() for label in page.findChildren(QLabel))
    for paragraph in desk.session.texts.paragraphs("question.gen.note.label"):
        assert paragraph in said


def test_a_box_that_is_gone_to_is_shown_with_the_beginning_of_its_text(desk: Desk) -> None:
    desk.show_key(Key("des.cooperation"))
    settle()
    page, box = desk.page_widget(), QApplication.focusWidget()
    assert page is not None
    assert isinstance(box, LongText)
    assert box.textCursor().position() == 0
    top = box.mapTo(page.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < page.viewport().height()


def test_the_step_that_is_shown_is_in_view_in_the_list(desk: Desk) -> None:
    for step in reversed(desk.steps()):
        desk.show_step(step)
        view = desk.navigator.view
        settle()
        shown = view.visualRect(view.currentIndex())
        assert view.viewport().rect().contains(shown.center())


def test_a_click_on_the_words_of_a_box_ticks_it(desk: Desk) -> None:
    desk.show_step("form:annexes")
    page = desk.page_widget()
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
    (-LONG_AGO, f"deadline was {LONG_AGO} days ago"),
])  # fmt: skip
def test_a_deadline_not_long_past_is_counted_in_days(office: Office, days: int, words: str) -> None:
    assert days_to(datetime.now(UTC) + timedelta(days=days), "en") == words


def test_a_deadline_long_past_is_told_by_its_date(office: Office) -> None:
    assert (
        days_to(datetime(2017, 3, 29, 10, tzinfo=UTC), "en") == "deadline passed on 29 March 2017"
    )


def test_a_title_without_room_gives_way_to_the_acronym(make_office: MakeOffice) -> None:
    office = make_office(Settings(language="en", text_scale=200))
    office.open_example(INNOVATION)
    settle()
    bar = office.window.topbar
    assert bar is not None
    assert bar.title_label.text() == "BOARDWISE"
    assert "Small Boards" in bar.title_label.toolTip()
    assert "Small Boards" in bar.title_label.accessibleName()


def test_a_proposal_without_a_title_gets_a_file_with_a_name(office: Office) -> None:
    office.open_example(INNOVATION)
    opened = office.window.opened
    assert opened is not None
    title = Key(opened.session.pack.role("title"))
    opened.session.edit(title, None)
    office.create(opened.session.draft)
    made = office.window.opened
    assert made is not None
    assert made.session.path.stem == "Untitled proposal"
