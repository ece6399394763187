"""Long text: counted, shaded where it is too long, and not changed when shown."""

from __future__ import annotations

import sys
from math import ceil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk.call.form import Limit
from erasmus_desk.call.funding import Confidence, Evidence
from erasmus_desk.draft.model import Value
from tests.characters import ANY
from tests.shares import drawn_share
from tests.ui.editors import apply_test_theme
from ui.fields.base import LineEdit
from ui.fields.shown_text import escape_unsupported, restore_unsupported
from ui.fields.text_box import GrowingTextEdit
from ui.fields.text_field import TextField
from ui.fields.text_offers import TextOffers

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
EVIDENCE = Evidence(Confidence.A, ())
ASTRAL = "\U0001f600"
UNUSUAL = (
    "no-break\u00a0and narrow\u202fspace",
    "ends of lines\r\nof Windows\rof old Macs\u2028and\u2029others",
    "control\x00characters\x0b\x0c\x1b\x7f\x85",
    "half a character \ud83d alone, and the other \ude00 alone",
    f"beyond the first plane {ASTRAL}{ASTRAL}",
    "Qt's own marks \ufdd0 \ufdd1 \ufffc \ufeff",
    "joined \u0065\u0301 and \u202eturned\u202c",
    "\ttab and blanks at the end   \n\n",
)


def build_field(qtbot: QtBot, most: int | None = None, rule: str = "characters") -> TextField:
    limit = None if most is None else Limit(rule, most, EVIDENCE)
    field = TextField(apply_test_theme(app()), limit)
    qtbot.addWidget(field)
    field.show()
    return field


def app() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def record_edits(field: TextField) -> list[Value | None]:
    edits: list[Value | None] = []
    field.edited.connect(edits.append)
    return edits


def shaded_text(field: TextField) -> str:
    (shade,) = field.box.extraSelections()
    cursor: QTextCursor = shade.cursor
    return cursor.selectedText()


@pytest.mark.parametrize("text", UNUSUAL)
def test_showing_a_text_emits_no_edit_and_keeps_all_around_what_is_typed(
    qtbot: QtBot, text: str
) -> None:
    field = build_field(qtbot)
    edits = record_edits(field)
    field.set_value(text)
    assert edits == []
    field.box.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field.box, "!")
    assert edits == [f"{text}!"]
    field.box.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(field.box, "?")
    assert edits[-1] == f"?{text}!"


def test_what_is_shown_already_is_not_shown_again_so_the_cursor_stays(qtbot: QtBot) -> None:
    field = build_field(qtbot)
    field.set_value("one\r\ntwo")
    cursor = field.box.textCursor()
    cursor.setPosition(3)
    field.box.setTextCursor(cursor)
    field.set_value("one\r\ntwo")
    field.set_value("one\r\ntwo three")
    assert field.box.textCursor().position() == 3


def test_who_writes_goes_on_behind_a_text_that_comes_back(qtbot: QtBot) -> None:
    field = build_field(qtbot)
    field.set_value("shown from its start")
    assert field.box.textCursor().position() == 0
    field.box.setFocus()
    qtbot.waitUntil(field.box.hasFocus)
    field.set_value(None)
    field.set_value("typed, undone, and done again")
    assert field.box.textCursor().atEnd()


SHORT = st.text(st.sampled_from("ab\n\r\u2028\u2029\ufdd0\ud83d\ude00\U0001f600"), max_size=8)


@given(SHORT | st.text(ANY), SHORT, st.data())
@settings(max_examples=drawn_share(300), suppress_health_check=[HealthCheck.too_slow])
def test_an_edit_takes_from_the_box_only_what_was_edited(
    text: str, typed: str, data: st.DataObject
) -> None:
    shown = escape_unsupported(text)
    begin = data.draw(st.integers(0, len(shown)))
    end = data.draw(st.integers(begin, len(shown)))
    now = shown[:begin] + escape_unsupported(typed) + shown[end:]
    result = restore_unsupported(text, now)
    assert escape_unsupported(result) == now
    if shown == now:
        assert result == text


def test_no_answer_is_an_empty_box_and_an_emptied_box_no_answer(qtbot: QtBot) -> None:
    field = build_field(qtbot)
    field.set_value("x")
    edits = record_edits(field)
    field.box.selectAll()
    QTest.keyClick(field.box, Qt.Key.Key_Delete)
    assert edits == [None]
    field.set_value(None)
    assert edits == [None]


def test_a_hundred_thousand_characters_can_be_pasted_and_stay(qtbot: QtBot) -> None:
    field = build_field(qtbot, most=5000)
    edits = record_edits(field)
    text = "A line of a report, pasted.\n" * 3600
    QGuiApplication.clipboard().setText(text)
    field.box.paste()
    assert edits == [text]
    assert len(shaded_text(field)) == len(text) - 5000


def test_the_counter_warns_from_nine_tenths_and_says_in_words_how_much_is_too_much(
    qtbot: QtBot,
) -> None:
    field = build_field(qtbot, most=20)
    field.set_value("x" * 17)
    assert (field.count_label.text(), field.state_label.text()) == ("17 of 20 characters", "")
    field.set_value("x" * 18)
    assert field.state_label.text().startswith("2 ")
    assert field.count_label.property("role") == "warm"
    field.set_value("x" * 23)
    assert field.state_label.text().startswith("3 ")
    field.set_value("x")
    assert field.state_label.text() == ""
    assert field.box.extraSelections() == []


@pytest.mark.parametrize(
    ("rule", "text", "most", "expected"),
    [
        ("characters", f"{ASTRAL}abc{ASTRAL}de", 5, "de"),
        ("characters-utf16", f"{ASTRAL}abc{ASTRAL}de", 5, f"{ASTRAL}de"),
        ("characters", f"a\r\nb{ASTRAL}cd", 4, "cd"),
        ("characters-crlf", "a\nbcd", 4, "cd"),
        ("characters", f"\ud83d{ASTRAL}cd", 2, "cd"),
        ("words", f"{ASTRAL} two  three four", 2, "three four"),
    ],
)
def test_the_shade_starts_at_the_first_surplus_character(
    qtbot: QtBot, rule: str, text: str, most: int, expected: str
) -> None:
    field = build_field(qtbot, most, rule)
    field.set_value(text)
    assert shaded_text(field) == expected


def test_a_box_grows_with_its_text_and_its_counter_stays_below_it(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    field = TextField(apply_test_theme(app()), Limit("characters", 5000, EVIDENCE))
    column.addWidget(field)
    column.addStretch(1)
    page.resize(500, 900)
    page.show()
    low = field.box.height()
    field.set_value("One line. " * 200)
    qtbot.waitUntil(lambda: field.box.height() > low)
    qtbot.waitUntil(lambda: top_in(field, field.count_label) >= field.box.geometry().bottom())
    field.set_value("One line.")
    qtbot.waitUntil(lambda: field.box.height() == low)


def top_in(field: QWidget, part: QWidget) -> int:
    return part.mapTo(field, QPoint(0, 0)).y()


@pytest.mark.parametrize("width", [300, 900])
def test_what_is_left_stands_beside_the_count_or_above_it(qtbot: QtBot, width: int) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field = TextField(apply_test_theme(app()), Limit("characters", 2000, EVIDENCE))
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addStretch(1)
    page.resize(width, 900)
    page.show()
    field.set_value("a" * 1990)
    assert field.state_label.text()
    app().processEvents()
    assert field.minimumSizeHint().width() < 300
    is_beside = top_in(field, field.state_label) == top_in(field, field.count_label)
    assert is_beside == (width > 500)


@pytest.mark.parametrize("scale", [100, 200])
def test_the_last_line_is_whole_and_the_box_does_not_scroll(qtbot: QtBot, scale: int) -> None:
    field = build_field(qtbot)
    apply_test_theme(app(), text_scale=scale)
    try:
        for text in (
            "",
            "One line.",
            "A longer line. " * 400,
            "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12",
        ):
            for width in (300, 700):
                field.resize(width, field.height())
                field.set_value(text)
                field.box.moveCursor(QTextCursor.MoveOperation.End)
                QApplication.processEvents()
                bar = field.box.verticalScrollBar()
                assert (bar.minimum(), bar.maximum()) == (0, 0)
                assert field.box.cursorRect().bottom() < field.box.viewport().height()
    finally:
        apply_test_theme(app())


def test_a_long_text_in_another_width_has_its_whole_height_at_once(qtbot: QtBot) -> None:
    field = build_field(qtbot)
    field.set_value("A line of an answer.\n" * 1000)
    field.show()
    for width in (700, 300):
        field.resize(width, field.height())
        height = field.box.minimumHeight()
        # To ask for the size would lay out the rest.
        assert height >= ceil(field.box.document().size().height())
        app().processEvents()
        assert field.box.minimumHeight() == height


def test_lines_have_one_height_however_the_text_came(qtbot: QtBot) -> None:
    field = build_field(qtbot)
    field.set_value("shown\ntext")
    field.box.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(field.box, Qt.Key.Key_Return)
    QTest.keyClicks(field.box, "typed")
    paste(field, text="\npasted\ntext")
    field.box.selectAll()
    paste(field, text="all\nnew")
    document = field.box.document()
    heights = {document.findBlockByNumber(n).blockFormat().lineHeight() for n in (0, 1)}
    assert heights == {24}


def paste(field: TextField, *, text: str = "", html: str = "") -> None:
    """Paste from the real clipboard, as Ctrl+V does."""
    source = QMimeData()
    if text:
        source.setText(text)
    if html:
        source.setHtml(html)
    QGuiApplication.clipboard().setMimeData(source)
    QTest.keyClick(field.box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_what_is_pasted_is_clean_text_in_one_edit(qtbot: QtBot) -> None:
    field = build_field(qtbot)
    field.set_value("Before ")
    edits = record_edits(field)
    field.box.moveCursor(QTextCursor.MoveOperation.End)
    paste(field, text="ten\u00a0km\x0bnext\r\n•\tpoint", html="<p>not read</p>")
    assert edits == ["Before ten\u00a0km\nnext\n- point"]
    paste(field, html="<p>One<br>two&nbsp;three</p>")
    assert edits[1:] == [f"{edits[0]}One\ntwo\u00a0three"]
    QTest.keyClick(field.box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field.box, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == edits[-1]


def test_pasted_characters_that_cannot_be_seen_are_kept_shown_and_taken_out_by_a_button(
    qtbot: QtBot,
) -> None:
    field = build_field(qtbot)
    field.set_value(f"one {ASTRAL} two")
    field.box.moveCursor(QTextCursor.MoveOperation.End)
    edits = record_edits(field)
    paste(field, text="\u202ea\x07b")
    assert edits == [f"one {ASTRAL} two\u202ea\x07b"]
    assert field.box.content() == f"one {ASTRAL} two\ufffda\ufffdb"
    QTest.keyClicks(field.box, "!")
    assert edits[-1] == f"one {ASTRAL} two\u202ea\x07b!"
    offers = find_offers(field)
    assert offers.hidden_label.text().startswith("2 ")
    QTest.mouseClick(offers.hidden_button, Qt.MouseButton.LeftButton)
    assert edits[-1] == f"one {ASTRAL} twoab!"
    assert field.box.content() == edits[-1]
    assert not offers.isVisible()


def test_the_page_lines_of_a_pdf_form_are_offered_for_removal(qtbot: QtBot) -> None:
    field = build_field(qtbot)
    edits = record_edits(field)
    paste(field, text="We go on\r\nEN\r\nPage 12 of 70\r\nErasmus+\r\nand on.")
    offers = find_offers(field)
    assert "Page 12 of 70" in offers.lines_label.text()
    assert not offers.hidden_button.isVisible()
    QTest.mouseClick(offers.lines_button, Qt.MouseButton.LeftButton)
    assert edits[-1] == "We go on\nand on."
    assert not offers.isVisible()


def find_offers(field: TextField) -> TextOffers:
    (offers,) = field.findChildren(TextOffers)
    assert offers.isVisible()
    return offers


class EventCounter(QObject):
    """Counts how often a widget is laid out or painted, or gets another type of event."""

    def __init__(self, event_type: QEvent.Type) -> None:
        super().__init__()
        self.count = 0
        self._type = event_type

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - of Qt
        self.count += event.type() is self._type
        return super().eventFilter(watched, event)


def test_a_key_changes_the_counter_without_another_layout_of_the_page(qtbot: QtBot) -> None:
    field = build_field(qtbot, most=100)
    field.set_value("x" * 95)
    QApplication.processEvents()
    requests = EventCounter(QEvent.Type.LayoutRequest)
    field.installEventFilter(requests)
    shown: list[str] = []
    for _ in range(3):
        QTest.keyClicks(field.box, "y")
        QApplication.processEvents()
        shown.append(field.state_label.text())
    assert [text[:2] for text in shown] == ["4 ", "3 ", "2 "]
    assert requests.count == 0


def test_a_key_paints_the_text_and_nothing_around_the_box(qtbot: QtBot) -> None:
    field = build_field(qtbot)
    field.set_value("a line\n" * 3)
    QApplication.processEvents()
    inside, around = EventCounter(QEvent.Type.Paint), EventCounter(QEvent.Type.Paint)
    field.box.viewport().installEventFilter(inside)
    field.installEventFilter(around)
    QTest.keyClicks(field.box, "a")
    qtbot.waitUntil(lambda: inside.count > 0)
    assert around.count == 0
    picture = field.box.grab().toImage()
    assert picture.pixelColor(picture.rect().center()) == field.box.palette().base().color()


def test_the_counter_has_room_for_every_text_at_every_size(qtbot: QtBot) -> None:
    field = build_field(qtbot, most=100)
    for length in (1, 95, 101, 200_000, 3, 95):
        field.set_value("x" * length)
        check_room(field)
    for scale in (200, 100):
        apply_test_theme(app(), text_scale=scale)
        check_room(field)


def check_room(field: TextField) -> None:
    for label in (field.count_label, field.state_label):
        hint = label.sizeHint()
        assert (label.width(), label.height()) >= (hint.width(), hint.height())
        assert label.height() == hint.height()


def test_tab_leaves_the_box_and_undo_is_left_to_the_window(qtbot: QtBot) -> None:
    box = GrowingTextEdit()
    qtbot.addWidget(box)
    assert box.tabChangesFocus()
    assert not box.isUndoRedoEnabled()


@pytest.mark.skipif(sys.platform == "darwin", reason="Alt types other letters there")
@pytest.mark.parametrize("build", [GrowingTextEdit, LineEdit])
def test_a_letter_with_alt_that_no_menu_has_writes_nothing(
    qtbot: QtBot, build: type[GrowingTextEdit | LineEdit]
) -> None:
    box = build()
    qtbot.addWidget(box)
    QTest.keyClicks(box, "text")
    box.selectAll()
    for held in (Qt.KeyboardModifier.AltModifier, ALT_SHIFT):
        QTest.keyClick(box, Qt.Key.Key_B, held)
    box.selectAll()
    box.copy()
    assert QGuiApplication.clipboard().text() == "text"
    QTest.keyClick(box, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier | CONTROL)
    box.selectAll()
    box.copy()
    assert QGuiApplication.clipboard().text() == "b", "Alt and Ctrl are AltGr on Windows"
