"""The field for long text: a counter that warns, surplus shaded, nothing ever cut.

Characters that Qt's text boxes cannot hold: shown by a stand-in, kept as they came.

Qt turns the line ends of other systems into its own and drops half characters. Somebody who
edits one word of such an answer must not change all the rest of it.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QMimeData, QSize, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from erasmus_desk import text_length
from erasmus_desk.call.form import Limit
from erasmus_desk.draft.model import Value
from erasmus_desk.draft.text_diff import splice

from ..i18n import plurals
from ..theme.theme import GRID, Look, set_role
from ..widgets.accessibility import name
from .base import Field, leaves_undo_to_window

_PIECE = re.compile("\r\n|.", re.DOTALL)
_UNHELD = re.compile("[\r\u2028\u2029\ufdd0\ufdd1\ud800-\udfff]")
_BREAKS = ("\r\n", "\r", "\u2028", "\u2029")
_UNKNOWN = "\ufffd"


def held(text: str) -> str:
    """Give a text as a box can hold it: one character for each piece of it."""
    if _UNHELD.search(text) is None:
        return text
    return "".join(_stand_in(piece) for piece in _PIECE.findall(text))


def kept(text: str, shown: str) -> str:
    """Give what became of a text when a box that held it shows something else now.

    Only what differs is taken from the box; all around it stays as it came.
    """
    if _UNHELD.search(text) is None:
        return shown
    pieces = _PIECE.findall(text)
    start, gone, come = splice(held(text), shown)
    left = "".join(pieces[:start])
    right = "".join(pieces[start + len(gone) :])
    rest = f"{come}{right}"
    if left.endswith("\r") and rest.startswith("\n"):
        # Breaks of their own, which together would read as the one of Windows.
        stem = left.rstrip("\r")
        left = stem + "\n" * (len(left) - len(stem))
    return left + rest


def units(text: str) -> int:
    """Count as Qt does, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _stand_in(piece: str) -> str:
    if piece in _BREAKS:
        return "\n"
    return _UNKNOWN if _UNHELD.match(piece) else piece


WARN_AT = 0.9
"""Share of the limit from which the counter warns."""
LEAST_LINES = 6
MOST_LINES = 20


class LongText(QPlainTextEdit):
    """A text box that grows with its text, has no undo of its own and lets Tab leave."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty box."""
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self._lines = 0
        # The text is laid out anew in the middle of a resize, when the layouts above take no
        # other height any more; so the box grows once that is over.
        self._fit_timer = QTimer(self)
        self._fit_timer.setSingleShot(True)
        self._fit_timer.timeout.connect(self._grow)
        self.document().documentLayout().documentSizeChanged.connect(self._on_laid_out)
        self._fit(LEAST_LINES)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window."""
        if leaves_undo_to_window(event):
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit the height to a new type size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit(max(self._lines, LEAST_LINES))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, but no files: a draft that is dropped here is meant for the window."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def content(self) -> str:
        """Give the text as typed.

        Not `toPlainText`: that turns no-break spaces into spaces.
        """
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Show a text by replacing only what differs, so that the cursor stays."""
        shown = self.content()
        start, gone, come = splice(shown, text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(shown[:start]))
        end = units(shown[: start + len(gone)])
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(come)
        if not shown:
            # The cursor of an empty box is pushed along to the end; a page that brings the box
            # into view would scroll to there.
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def _on_laid_out(self) -> None:
        self._fit_timer.start()

    def _grow(self) -> None:
        lines = int(self.document().documentLayout().documentSize().height())
        wanted = min(max(lines, LEAST_LINES), MOST_LINES)
        if wanted != self._lines:
            self._fit(wanted)

    def _fit(self, lines: int) -> None:
        self._lines = lines
        height = QFontMetrics(self.font()).lineSpacing() * (lines + 1) + 2 * GRID
        self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        """Ask for a width in keeping with a column of text."""
        return QSize(QFontMetrics(self.font()).averageCharWidth() * 80, self.height())


class TextField(Field):
    """Long text with its counter by the call's own counting rule."""

    def __init__(self, look: Look, limit: Limit | None, parent: QWidget | None = None) -> None:
        """Build an empty text box; without a limit there is no counter."""
        super().__init__(parent)
        self._look = look
        self._limit = limit
        self._is_showing = False
        self._text = ""
        self.box = LongText()
        self.count_label = QLabel()
        self.state_label = QLabel()
        foot = QHBoxLayout()
        foot.addWidget(self.state_label)
        foot.addStretch(1)
        foot.addWidget(self.count_label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.box)
        layout.addLayout(foot)
        self.count_label.setVisible(limit is not None)
        self.setFocusProxy(self.box)
        self.watch_focus(self.box)
        self.box.textChanged.connect(self._on_text)
        self._count("")

    def set_value(self, value: Value | None) -> None:
        """Show a text; does nothing if it is shown already, so the cursor stays."""
        text = "" if value is None else str(value)
        if text == self._text:
            return
        self._text = text
        self._is_showing = True
        self.box.show_text(held(text))
        self._is_showing = False
        self._count(text)

    def set_name(self, text: str, description: str = "") -> None:
        """Name the box for assistive technology."""
        name(self.box, text, description)

    def _on_text(self) -> None:
        if self._is_showing:
            return
        self._text = text = kept(self._text, self.box.content())
        self._count(text)
        self.edited.emit(text or None)

    def _count(self, text: str) -> None:
        if self._limit is None:
            return
        used, most = text_length.count(text, self._limit.rule), self._limit.most
        locale = self.locale()
        self.count_label.setText(f"{locale.toString(used)} / {locale.toString(most)}")
        is_over, is_near = used > most, used >= most * WARN_AT
        words = plurals.over_limit(used - most) if is_over else plurals.left(most - used)
        self.state_label.setText(words if is_near else "")
        role = "warm" if is_near else "quiet"
        if self.count_label.property("role") != role:
            set_role(self.count_label, role)
            set_role(self.state_label, role)
        self._shade(text if is_over else "")

    def _shade(self, text: str) -> None:
        """Shade what is over the limit; an empty text takes the shade away."""
        if not text:
            if self.box.extraSelections():
                self.box.setExtraSelections([])
            return
        limit = self._limit
        assert limit is not None  # noqa: S101 - only called with a limit
        surplus = QTextEdit.ExtraSelection()
        surplus.cursor = QTextCursor(self.box.document())
        begin = text_length.surplus_begins(text, limit.rule, limit.most)
        surplus.cursor.setPosition(units(held(text[:begin])))
        surplus.cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        surplus.format.setBackground(QColor(self._look.colours.warm_soft))
        self.box.setExtraSelections([surplus])
