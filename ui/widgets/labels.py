"""Labels for text of any length: they wrap and show plain text."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QWidget

from ..theme.theme import set_role
from .hyphens import BREAK, break_at_marks, has_long_word, hyphenate
from .layouts import build_column, build_row

_ADDRESS = re.compile(r"\S{20,}")
"""A word that may be wider than its place: an address of e-mail or of a page."""


def break_addresses(text: str) -> str:
    """Return a text whose long words may be broken behind their marks."""
    return _ADDRESS.sub(lambda word: break_at_marks(word.group()), text)


class WrappedLabel(QLabel):
    """A label that wraps and shows its text without interpreting HTML.

    A word that is wider than the narrowest page may be parted with a hyphen.
    """

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._text = ""
        # The role comes before the text: with its first text a screen reader asks whether it is a
        # heading, and never again.
        if role:
            set_role(self, role)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text, with hyphens where it may be parted."""
        if self.accessibleName() == self._text:
            self.setAccessibleName("")
        self._text = text
        if not has_long_word(text):
            super().setText(text)
            return
        # Only such a label asks for its events: a class that overrides one gets those of every
        # label, thousands while a page is built.
        self.installEventFilter(self)
        shown = hyphenate(text, self.fontMetrics())
        super().setText(shown)
        if shown != text and not self.accessibleName():
            self.setAccessibleName(text)

    def text(self) -> str:
        """Return the text as it was given."""
        return self._text

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Find the words that are too wide in a new type size."""
        is_other = watched is self and event.type() is QEvent.Type.FontChange
        if is_other and super().text() != hyphenate(self._text, self.fontMetrics()):
            self.setText(self._text)
        return super().eventFilter(watched, event)


def wrapped_label(text: str, role: str = "") -> QLabel:
    """Build a label that wraps and shows its text without interpreting HTML."""
    return WrappedLabel(text, role)


def short_label(text: str, role: str) -> QLabel:
    """Build a label of one line."""
    label = QLabel()
    set_role(label, role)
    label.setText(text)
    return label


class SteadyLabel(QLabel):
    """A label for a text that changes with each key: it is as wide as its longest text so far.

    With another size hint, Qt would lay out the whole page with each key.
    """

    def setText(self, text: str) -> None:
        """Show a text, and grow if it needs more room."""
        super().setText(text)
        wanted = self.sizeHint()
        if wanted.width() > self.maximumWidth() or wanted.height() != self.maximumHeight():
            self.setFixedSize(wanted)

    def changeEvent(self, event: QEvent) -> None:
        """Fit a new type size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.setFixedSize(self.sizeHint())


class RoomyLabel(QLabel):
    """A label that has room from the start for texts that come later, so that nothing moves."""

    def __init__(self, role: str, *, is_wrapped: bool = False) -> None:
        super().__init__(wordWrap=is_wrapped, textFormat=Qt.TextFormat.PlainText)
        self._room: tuple[str, ...] = ()
        set_role(self, role)

    def keep_room(self, *texts: str) -> None:
        """Keep room for each of these texts."""
        self._room = texts
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of the text, or of a wider one that may come."""
        return self._widen(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Return the size of the longest word, or of a longer one that may come."""
        return self._widen(super().minimumSizeHint())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text, or of a longer one that may come."""
        room, flags = QRect(0, 0, width, 0), int(Qt.TextFlag.TextWordWrap)
        lines = [self.fontMetrics().boundingRect(room, flags, text) for text in self._room]
        return max([super().heightForWidth(width), *(line.height() for line in lines)])

    def _widen(self, size: QSize) -> QSize:
        parts = " ".join(self._room).split(" ") if self.wordWrap() else self._room
        widest = max(map(self.fontMetrics().horizontalAdvance, parts), default=0)
        # A label asks for a pixel or two more than its text is wide.
        return QSize(max(size.width(), widest + 2), size.height())


class NaturalLabel(WrappedLabel):
    """A label that likes to be one line, and wraps where there is no room for it."""

    def sizeHint(self) -> QSize:
        """Return the size of the text in one line."""
        metrics = self.fontMetrics()
        extra = self.contentsMargins().left() + self.contentsMargins().right() + 2
        return QSize(metrics.horizontalAdvance(self.text()) + extra, metrics.height())


class SelectableLabel(QLabel):
    """A text that can be focused, selected and copied, without the breaks of its addresses."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.setText(text)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # Qt would let the mouse alone reach it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def setText(self, text: str) -> None:
        """Show a text whose addresses can be broken."""
        super().setText(break_addresses(text))

    def text(self) -> str:
        """Return the text as it was given."""
        return super().text().replace(BREAK, "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all when the focus comes by Tab, as in a field: so it is seen, and copied."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            press, control = QEvent.Type.KeyPress, Qt.KeyboardModifier.ControlModifier
            super().keyPressEvent(QKeyEvent(press, Qt.Key.Key_A, control))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what is selected for a menu or another window alone."""
        super().focusOutEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.setSelection(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected as it was given."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy what is selected."""
        menu = QMenu(self)
        copy = menu.addAction(QCoreApplication.translate("Labels", "Copy"))
        copy.setEnabled(self.hasSelectedText())
        copy.triggered.connect(self._copy)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        if self.hasSelectedText():
            # Qt has a sign of its own between the paragraphs that are selected.
            text = self.selectedText().replace(BREAK, "").replace("\u2029", "\n")
            QGuiApplication.clipboard().setText(text)


def selectable_label(text: str, name: str) -> QLabel:
    """Build a label whose text can be focused, selected and copied."""
    return SelectableLabel(text, name)


def our_words(paragraphs: tuple[str, ...], heading: str = "") -> QWidget:
    """Build a box with our own examples and hints, set apart from what a source says."""
    frame = QFrame()
    set_role(frame, "ours")
    head = (wrapped_label(heading, "label"),) if heading else ()
    build_column(frame, *head, *map(wrapped_label, paragraphs), margins=(2, 1, 2, 1))
    return frame


def bullet_item(text: str) -> QWidget:
    """Build a list item whose lines are indented behind the bullet."""
    return marked_line(QLabel("•"), wrapped_label(text))


def marked_line(mark: QWidget, text: QLabel, spacing: float = 1) -> QWidget:
    """Build a widget with a mark at the top left of a text that wraps."""
    line = QWidget()
    row = build_row(line, spacing=spacing)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return line
