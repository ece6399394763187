"""However a long text is edited, the text kept and its count are those of the whole document."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import (
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk.call.form import Limit
from erasmus_desk.call.funding import Confidence, Evidence
from erasmus_desk.draft.model import Value
from erasmus_desk.text_length import RULES, count_length
from tests.ui.editors import apply_test_theme
from ui.fields import text_box
from ui.fields.shown_text import escape_unsupported, utf16_length
from ui.fields.text_box import GrowingTextEdit
from ui.fields.text_field import TextField

PIECES = ("a", "word ", " ", "\n", "two\nlines", "\u2028", "\u2029", "\u00a0", "é", "\U0001f600")
UNSUPPORTED = ("\r\n", "\r", "\ud83d", "\ufdd0")
KEYS = (
    (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier),
    (Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
)


class Hand:
    """Somebody who edits a field in every way that there is, at random places."""

    def __init__(self, field: TextField, seed: int) -> None:
        self.field, self.box = field, field.box
        self.random = random.Random(seed)  # noqa: S311 - places of edits, not secrets
        self.values: list[Value | None] = [None]
        """The values of the field so far, the present one last."""
        field.edited.connect(self.values.append)
        self.ways: tuple[Callable[[], None], ...] = (
            *(self.type,) * 4,
            *(self.press,) * 3,
            *(self.paste, self.drop, self.compose, self.commit, self.replace, self.drag) * 2,
            *(self.show, self.step_back, self.undo, self.redo, self.read_anew, self.empty),
        )

    def text(self, pieces: tuple[str, ...] = PIECES) -> str:
        return "".join(self.random.choices(pieces, k=self.random.randint(0, 6)))

    def place(self) -> int:
        """Return a place where a cursor can be: not within a character, which may take two."""
        text = read_whole(self.box)
        return utf16_length(text[: self.random.randint(0, len(text))])

    def select(self) -> None:
        """Put the cursor anywhere, now and then with a selection; that ends a composition."""
        QApplication.sendEvent(self.box, QInputMethodEvent("", []))
        cursor = self.box.textCursor()
        cursor.setPosition(self.place())
        if self.random.random() < 0.3:
            cursor.setPosition(self.place(), QTextCursor.MoveMode.KeepAnchor)
        self.box.setTextCursor(cursor)

    def type(self) -> None:
        QTest.keyClicks(self.box, self.random.choice(("a", " ", "ab c")))

    def press(self) -> None:
        QTest.keyClick(self.box, *self.random.choice(KEYS))

    def paste(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self.box.paste()

    def drop(self) -> None:
        mime = QMimeData()
        mime.setText(self.text())
        at = QPointF(self.random.randint(0, 200), self.random.randint(0, 60))
        buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        self.box.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, mime, buttons, modifiers))

    def compose(self) -> None:
        """Write what an input method shows and has not committed."""
        QApplication.sendEvent(self.box, QInputMethodEvent("pre", []))

    def commit(self) -> None:
        event = QInputMethodEvent("", [])
        # An input method may replace what is written around the cursor.
        cursor = self.box.textCursor()
        cursor.clearSelection()
        self.box.setTextCursor(cursor)
        left, right = QTextCursor(cursor), QTextCursor(cursor)
        left.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        right.movePosition(QTextCursor.MoveOperation.NextCharacter)
        begin, length = left.position() - cursor.position(), right.position() - left.position()
        event.setCommitString(self.text(), begin, length)
        QApplication.sendEvent(self.box, event)

    def replace(self) -> None:
        """Change several places in one step, as a program that assists may."""
        cursor = self.box.textCursor()
        cursor.beginEditBlock()
        for _ in range(self.random.randint(1, 3)):
            cursor.setPosition(self.place())
            cursor.setPosition(self.place(), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(self.text())
        cursor.endEditBlock()

    def drag(self) -> None:
        """Move what is selected, as Qt does when it is dropped in its own box."""
        source = self.box.textCursor()
        target = QTextCursor(self.box.document())
        target.setPosition(self.place())
        text = source.selectedText()
        target.beginEditBlock()
        source.removeSelectedText()
        target.insertText(text)
        target.endEditBlock()

    def show(self, value: Value | None = None) -> None:
        value = value or self.text((*PIECES, *UNSUPPORTED))
        self.field.set_value(value)
        self.values.append(value)

    def step_back(self) -> None:
        """Show an earlier value, as undo and redo of the window do."""
        self.show(self.random.choice(self.values))

    def undo(self) -> None:
        self.box.document().undo()

    def redo(self) -> None:
        self.box.document().redo()

    def read_anew(self) -> None:
        self.box.setPlainText(self.text())

    def empty(self) -> None:
        self.box.selectAll()
        QTest.keyClick(self.box, Qt.Key.Key_Delete)


def read_whole(box: GrowingTextEdit) -> str:
    return box.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


def build_field(qtbot: QtBot, rule: str, most: int) -> TextField:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    field = TextField(apply_test_theme(app), Limit(rule, most, Evidence(Confidence.A, ())))
    qtbot.addWidget(field)
    return field


def check(qtbot: QtBot, rule: str, seed: int, steps: int) -> None:
    field = build_field(qtbot, rule, most=15)
    hand = Hand(field, seed)
    field.box.setUndoRedoEnabled(bool(seed % 2))
    for step in range(steps):
        hand.select()
        way = hand.random.choice(hand.ways)
        before = field.box.content()
        way()
        told = f"seed {seed}, step {step}: {way.__name__} in {before!r}"
        whole, value = read_whole(field.box), str(hand.values[-1] or "")
        assert field.box.content() == whole, told
        assert escape_unsupported(value) == whole, told
        used = field.locale().toInt(field.count_label.text().split(" of ")[0])
        assert used == (count_length(value, rule), True), told


@pytest.mark.parametrize("rule", sorted(RULES))
@pytest.mark.share(2)
def test_the_text_kept_and_its_count_are_those_of_the_whole(qtbot: QtBot, rule: str) -> None:
    for seed in range(12):
        check(qtbot, rule, seed, 60)


@pytest.mark.prove
@pytest.mark.parametrize("rule", sorted(RULES))
def test_the_text_kept_and_its_count_are_those_of_the_whole_however_long(
    qtbot: QtBot, rule: str
) -> None:
    for seed in range(1000, 1060):
        check(qtbot, rule, seed, 300)


def test_a_key_in_a_long_text_reads_what_it_wrote_alone(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = build_field(qtbot, "characters", most=5000)
    field.set_value("A line of a report.\n" * 5000)
    read: list[str] = []

    def note(raw: str) -> str:
        read.append(raw)
        return raw

    monkeypatch.setattr(text_box, "_with_line_feeds", note)
    cursor = field.box.textCursor()
    cursor.setPosition(50_005)
    field.box.setTextCursor(cursor)
    QTest.keyClicks(field.box, "abc")
    assert read == ["a", "b", "c"]
    assert field.box.content() == "A line of a report.\n" * 2500 + "A lin" + "abc" + (
        "e of a report.\n" + "A line of a report.\n" * 2499
    )
