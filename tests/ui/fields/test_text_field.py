"""Long text: counted, shaded where it is too long, and never changed by being shown."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk.call.form import Limit
from erasmus_desk.call.funding import Confidence, Evidence
from erasmus_desk.draft.model import Value
from tests.ui.editors import dressed
from ui.fields.text_field import LongText, TextField, held, kept

EVIDENCE = Evidence(Confidence.A, ())
ASTRAL = "\U0001f600"
ODD = (
    "no-break\u00a0and narrow\u202fspace",
    "ends of lines\r\nof Windows\rof old Macs\u2028and\u2029others",
    "control\x00characters\x0b\x0c\x1b\x7f\x85",
    "half a character \ud83d alone, and the other \ude00 alone",
    f"beyond the first plane {ASTRAL}{ASTRAL}",
    "Qt's own marks \ufdd0 \ufdd1 \ufffc \ufeff",
    "joined \u0065\u0301 and \u202eturned\u202c",
    "\ttab and blanks at the end   \n\n",
)


def field(qtbot: QtBot, most: int | None = None, rule: str = "characters") -> TextField:
    limit = None if most is None else Limit(rule, most, EVIDENCE)
    made = TextField(dressed(app()), limit)
    qtbot.addWidget(made)
    made.show()
    return made


def app() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def heard(made: TextField) -> list[Value | None]:
    told: list[Value | None] = []
    made.edited.connect(told.append)
    return told


def surplus(made: TextField) -> str:
    (shade,) = made.box.extraSelections()
    cursor: QTextCursor = shade.cursor
    return cursor.selectedText()


@pytest.mark.parametrize("text", ODD)
def test_what_is_shown_tells_nobody_and_comes_back_whole_around_what_is_typed(
    qtbot: QtBot, text: str
) -> None:
    made = field(qtbot)
    told = heard(made)
    made.set_value(text)
    assert told == []
    made.box.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(made.box, "!")
    assert told == [f"{text}!"]
    made.box.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(made.box, "?")
    assert told[-1] == f"?{text}!"


def test_what_is_shown_already_is_not_shown_again_so_the_cursor_stays(qtbot: QtBot) -> None:
    made = field(qtbot)
    made.set_value("one\r\ntwo")
    cursor = made.box.textCursor()
    cursor.setPosition(3)
    made.box.setTextCursor(cursor)
    made.set_value("one\r\ntwo")
    made.set_value("one\r\ntwo three")
    assert made.box.textCursor().position() == 3


SHORT = st.text(st.sampled_from("ab\n\r\u2028\u2029\ufdd0\ud83d\ude00\U0001f600"), max_size=8)


@given(SHORT | st.text(), SHORT, st.data())
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_an_edit_takes_from_the_box_only_what_was_edited(
    text: str, typed: str, data: st.DataObject
) -> None:
    shown = held(text)
    begin = data.draw(st.integers(0, len(shown)))
    end = data.draw(st.integers(begin, len(shown)))
    now = shown[:begin] + held(typed) + shown[end:]
    result = kept(text, now)
    assert held(result) == now
    if shown == now:
        assert result == text


def test_no_answer_is_an_empty_box_and_an_emptied_box_no_answer(qtbot: QtBot) -> None:
    made = field(qtbot)
    made.set_value("x")
    told = heard(made)
    made.box.selectAll()
    QTest.keyClick(made.box, Qt.Key.Key_Delete)
    assert told == [None]
    made.set_value(None)
    assert told == [None]


def test_a_hundred_thousand_characters_can_be_pasted_and_stay(qtbot: QtBot) -> None:
    made = field(qtbot, most=5000)
    told = heard(made)
    text = "A line of a report, pasted.\n" * 3600
    QGuiApplication.clipboard().setText(text)
    made.box.paste()
    assert told == [text]
    assert len(surplus(made)) == len(text) - 5000


def test_the_counter_warns_from_nine_tenths_and_says_in_words_how_much_is_too_much(
    qtbot: QtBot,
) -> None:
    made = field(qtbot, most=20)
    made.set_value("x" * 17)
    assert (made.count_label.text(), made.state_label.text()) == ("17 / 20", "")
    made.set_value("x" * 18)
    assert made.state_label.text().startswith("2 ")
    assert made.count_label.property("role") == "warm"
    made.set_value("x" * 23)
    assert made.state_label.text().startswith("3 ")
    made.set_value("x")
    assert made.state_label.text() == ""
    assert made.box.extraSelections() == []


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
def test_the_shade_begins_with_the_first_character_that_is_too_much(
    qtbot: QtBot, rule: str, text: str, most: int, expected: str
) -> None:
    made = field(qtbot, most, rule)
    made.set_value(text)
    assert surplus(made) == expected


def test_a_box_grows_with_its_text_and_its_counter_stays_below_it(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    made = TextField(dressed(app()), Limit("characters", 5000, EVIDENCE))
    column.addWidget(made)
    column.addStretch(1)
    page.resize(500, 900)
    page.show()
    low = made.box.height()
    made.set_value("One line. " * 200)
    qtbot.waitUntil(lambda: made.box.height() > low)
    qtbot.waitUntil(lambda: made.count_label.y() >= made.box.geometry().bottom())
    made.set_value("One line.")
    qtbot.waitUntil(lambda: made.box.height() == low)


def test_tab_leaves_the_box_and_undo_is_left_to_the_window(qtbot: QtBot) -> None:
    box = LongText()
    qtbot.addWidget(box)
    assert box.tabChangesFocus()
    assert not box.isUndoRedoEnabled()
