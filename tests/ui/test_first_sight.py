"""What a page shows at first sight: notes, beginnings of texts, deadlines, long titles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel

from erasmus_desk.draft.model import Key
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram, copy_example
from tests.ui.editors import EXAMPLES, RESOURCES
from tests.ui.wording_walk import process_events
from ui.controllers.application import ApplicationController
from ui.fields.text_box import GrowingTextEdit
from ui.i18n.dates import MAX_DAYS_PAST, find_zone, format_deadline
from ui.main_window.editor import Editor

INNOVATION = EXAMPLES[-1]


@pytest.fixture
def first_draft(home: Path) -> Path:
    return copy_example(INNOVATION, home)


@pytest.fixture
def editor(controller: ApplicationController) -> Editor:
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


def test_the_last_question_of_a_page_never_shown_before_is_shown_at_once(editor: Editor) -> None:
    agency = Key(editor.session.pack.role("agency"))
    editor.show_key(agency)
    process_events()
    page, box = editor.current_page(), QApplication.focusWidget()
    assert page is not None
    assert box is not None
    assert page.verticalScrollBar().maximum() > 0
    assert page.viewport().rect().contains(box.mapTo(page.viewport(), box.rect().center()))


def test_a_question_named_as_its_group_does_not_repeat_the_heading(editor: Editor) -> None:
    for step, name in (
        ("form:organisations", "Associated partners"),
        ("form:budget", "Exceptional costs"),
        ("form:budget", "Comments on the budget"),
    ):
        editor.show_step(step)
        process_events()
        page = editor.current_page()
        assert page is not None
        shown = [label for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
        assert len([one for one in shown if one.text().endswith(name)]) == 1


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


NOON = datetime(2017, 3, 29, 12, tzinfo=ZoneInfo("Europe/Brussels"))
AT = "29\u00a0March 2017, 12:00 (Brussels\u00a0time)"


@pytest.fixture(scope="module")
def in_english(qapp: QApplication) -> Iterator[None]:
    """Words in their English forms, as an open window has them."""
    translator = QTranslator()
    assert translator.load("erasmus_desk_en", str(RESOURCES / "translations"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize("zone", ["Europe/Brussels", "UTC", "Pacific/Kiritimati", "Pacific/Niue"])
@pytest.mark.parametrize(("moment", "words"), [
    # The first hours of a day in Brussels are the evening before in London; the clock has changed.
    ("2017-03-24T23:30+01:00", f"5 days to the deadline: {AT}"),
    ("2017-03-25T00:30+01:00", f"4 days to the deadline: {AT}"),
    ("2017-03-28T23:59:59+02:00", f"1 day to the deadline: {AT}"),
    ("2017-03-29T00:00+02:00", "deadline today at 12:00 (Brussels\u00a0time)"),
    ("2017-03-29T11:59:59+02:00", "deadline today at 12:00 (Brussels\u00a0time)"),
    ("2017-03-29T12:00+02:00", "deadline passed today at 12:00 (Brussels\u00a0time)"),
    ("2017-03-29T23:59+02:00", "deadline passed today at 12:00 (Brussels\u00a0time)"),
    ("2017-03-30T00:00+02:00", f"deadline was 1 day ago: {AT}"),
    ("2017-05-28T12:00+02:00", f"deadline was {MAX_DAYS_PAST} days ago: {AT}"),
    ("2017-05-29T12:00+02:00", f"deadline passed on {AT}"),
])  # fmt: skip
def test_a_deadline_is_counted_by_the_clock_of_brussels_wherever_the_computer_is(
    moment: str, zone: str, words: str
) -> None:
    now = datetime.fromisoformat(moment).astimezone(ZoneInfo(zone))
    assert format_deadline(NOON, "en", now) == words


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize("zone", ["", "Europe/Brussels", "no zone", "../etc"])
def test_a_deadline_that_was_kept_on_disk_has_its_zone_again(zone: str) -> None:
    kept = datetime.fromisoformat(NOON.isoformat())
    assert format_deadline(kept.astimezone(find_zone(zone)), "en").endswith(AT)


def test_a_title_without_room_gives_way_to_the_acronym(start_program: StartProgram) -> None:
    controller = start_program(Settings(language="en", text_scale=200))
    controller.open_example(INNOVATION)
    controller.window.resize(683, 700)
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
