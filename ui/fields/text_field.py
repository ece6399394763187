"""The field for long text: with a counter, surplus text shaded, nothing ever cut.

Qt's text boxes replace the line ends of other systems and drop lone surrogates. Such characters
are shown as others and kept in the answer, so that an edit of one word changes nothing else.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QMimeData, QSize, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextEdit

from erasmus_desk import text_length
from erasmus_desk.call.form import Limit
from erasmus_desk.draft.model import Value
from erasmus_desk.draft.text_diff import find_difference

from ..i18n import plurals
from ..theme.theme import GRID, Theme, set_role
from ..widgets.layouts import STRETCH, build_column, build_row
from .base import Field, ignore_undo_shortcut

_CHARACTER = re.compile("\r\n|.", re.DOTALL)
_LINE_BREAK = re.compile("\r\n|[\r\u2028\u2029]")
_UNSUPPORTED = re.compile("[\ufdd0\ufdd1\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


def escape_unsupported(text: str) -> str:
    """Return a text that Qt can show, with one character for each character or line break."""
    if _is_supported(text):
        return text
    return _UNSUPPORTED.sub(_REPLACEMENT, _LINE_BREAK.sub("\n", text))


def _is_supported(text: str) -> bool:
    """Return whether Qt shows every character; nearly all texts pass, with each key typed."""
    try:
        text.encode()  # fails at a lone surrogate
    except UnicodeEncodeError:
        return False
    return not any(character in text for character in "\r\u2028\u2029\ufdd0\ufdd1")


def restore_unsupported(text: str, shown: str) -> str:
    """Return a text as edited in a box that shows it escaped.

    Only the difference is taken from the box; the rest keeps its original characters.
    """
    escaped = escape_unsupported(text)
    if escaped == text:
        return shown
    characters = _CHARACTER.findall(text)
    start, removed, inserted = find_difference(escaped, shown)
    left = "".join(characters[:start])
    right = "".join(characters[start + len(removed) :])
    rest = f"{inserted}{right}"
    if left.endswith("\r") and rest.startswith("\n"):
        # Two separate breaks, which together would be read as one of Windows.
        stem = left.rstrip("\r")
        left = stem + "\n" * (len(left) - len(stem))
    return left + rest


def utf16_length(text: str) -> int:
    """Return the length of a text in UTF-16 units, as Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


WARNING_SHARE = 0.9
"""Share of the limit from which the counter warns."""
MIN_LINES = 6
MAX_LINES = 20


class GrowingTextEdit(QPlainTextEdit):
    """A text box that grows with its text and leaves undo and Tab to the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self._lines = 0
        # Text is laid out in the middle of a resize, when the parent layouts no longer accept
        # another height; so the box grows afterwards.
        self._fit_timer = QTimer(self, singleShot=True)
        self._fit_timer.timeout.connect(self._grow)
        self.document().documentLayout().documentSizeChanged.connect(self._on_laid_out)
        self._fit(MIN_LINES)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window."""
        if ignore_undo_shortcut(event):
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit the height to a new type size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit(max(self._lines, MIN_LINES))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Accept text, but no files: a dropped draft is opened by the window."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def content(self) -> str:
        """Return the text as typed; `toPlainText` would replace no-break spaces by spaces."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Show a text by replacing only what differs, so that the cursor stays."""
        shown = self.content()
        start, removed, inserted = find_difference(shown, text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16_length(shown[:start]))
        end = utf16_length(shown[: start + len(removed)])
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(inserted)
        if not shown:
            # In an empty box the cursor moves to the end, and a page that reveals the box would
            # scroll down to it.
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def _on_laid_out(self) -> None:
        self._fit_timer.start()

    def _grow(self) -> None:
        lines = int(self.document().documentLayout().documentSize().height())
        wanted = min(max(lines, MIN_LINES), MAX_LINES)
        if wanted != self._lines:
            self._fit(wanted)

    def _fit(self, lines: int) -> None:
        self._lines = lines
        self.setFixedHeight(QFontMetrics(self.font()).lineSpacing() * (lines + 1) + 2 * GRID)

    def sizeHint(self) -> QSize:
        """Return the width of a column of text."""
        return QSize(QFontMetrics(self.font()).averageCharWidth() * 80, self.height())


class TextField(Field):
    """Long text with a counter that follows the counting rule of the call."""

    def __init__(self, theme: Theme, limit: Limit | None) -> None:
        super().__init__()
        self._theme = theme
        self._limit = limit
        self._is_showing = False
        self._text = ""
        self.box = GrowingTextEdit()
        self.count_label = QLabel()
        self.state_label = QLabel()
        footer = build_row(None, self.state_label, STRETCH, self.count_label, spacing=None)
        build_column(self, self.box, footer, spacing=0.5)
        self.count_label.setVisible(limit is not None)
        self.watch_focus(self.box)
        self.box.textChanged.connect(self._on_text)
        self._count("")

    def set_value(self, value: Value | None) -> None:
        """Show a text; do nothing if it is shown already, so the cursor stays."""
        text = "" if value is None else str(value)
        if text == self._text:
            return
        self._text = text
        self._is_showing = True
        self.box.show_text(escape_unsupported(text))
        self._is_showing = False
        self._count(text)

    def _on_text(self) -> None:
        if self._is_showing:
            return
        self._text = text = restore_unsupported(self._text, self.box.content())
        self._count(text)
        self.edited.emit(text or None)

    def _count(self, text: str) -> None:
        if self._limit is None:
            return
        used, most = text_length.count_length(text, self._limit.rule), self._limit.most
        locale = self.locale()
        self.count_label.setText(f"{locale.toString(used)} / {locale.toString(most)}")
        is_over, is_near_limit = used > most, used >= most * WARNING_SHARE
        message = (
            plurals.characters_over(used - most)
            if is_over
            else plurals.characters_left(most - used)
        )
        self.state_label.setText(message if is_near_limit else "")
        role = "warm" if is_near_limit else "quiet"
        if self.count_label.property("role") != role:
            set_role(self.count_label, role)
            set_role(self.state_label, role)
        self._shade(text if is_over else "", self._limit)

    def _shade(self, text: str, limit: Limit) -> None:
        """Shade the text over the limit; an empty text removes the shade."""
        shades = self.box.extraSelections()
        if not text:
            if shades:
                self.box.setExtraSelections([])
            return
        begin = text_length.find_surplus(text, limit.rule, limit.most)
        surplus = QTextEdit.ExtraSelection()
        surplus.cursor = QTextCursor(self.box.document())
        surplus.cursor.setPosition(utf16_length(escape_unsupported(text[:begin])))
        surplus.cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        surplus.format.setBackground(QColor(self._theme.colours.warm_soft))
        # A shade moves with the text; setting one again would paint the whole box.
        if not shades or not _is_same_shade(shades[0], surplus):
            self.box.setExtraSelections([surplus])


def _is_same_shade(one: QTextEdit.ExtraSelection, other: QTextEdit.ExtraSelection) -> bool:
    is_same_place = (one.cursor.anchor(), one.cursor.position()) == (
        other.cursor.anchor(),
        other.cursor.position(),
    )
    return is_same_place and one.format == other.format
