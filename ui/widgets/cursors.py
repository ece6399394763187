"""The cursor in any field with text, to remember it and to put it back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def read_cursor(field: QWidget | None) -> int | None:
    """Return the position of the cursor in UTF-16 units, `None` in a widget without one."""
    match field:
        case QLineEdit():
            return field.cursorPosition()
        case QPlainTextEdit() | QTextEdit():
            return field.textCursor().position()
        case _:
            return None


def set_cursor(field: QWidget | None, position: int) -> None:
    """Put the cursor at a position, at the end of a text that became shorter."""
    match field:
        case QLineEdit():
            field.setCursorPosition(min(position, len(field.text())))
        case QPlainTextEdit() | QTextEdit():
            cursor = field.textCursor()
            cursor.setPosition(min(position, field.document().characterCount() - 1))
            field.setTextCursor(cursor)
        case _:
            pass


def select_text(field: QWidget | None, start: int, end: int) -> None:
    """Select the text between two positions in UTF-16 units."""
    match field:
        case QLineEdit():
            field.setSelection(start, end - start)
        case QPlainTextEdit() | QTextEdit():
            cursor = field.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            field.setTextCursor(cursor)
        case _:
            pass


def find_cursor_rect(field: QWidget) -> QRect:
    """Return where the cursor is in any widget; one without a cursor has its current cell, or all.

    Qt says it of a text with parts of pixels, of other widgets without.
    """
    place = field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    if isinstance(place, QRectF):
        place = place.toAlignedRect()
    return place if isinstance(place, QRect) and place.isValid() else field.rect()


def find_cursor_point(field: QWidget) -> QPoint:
    """Return the point of the cursor in its field."""
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.viewport().mapTo(field, field.cursorRect().center())
    return field.rect().center()
