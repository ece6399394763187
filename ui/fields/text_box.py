"""The box for long text: as high as its text, which it never changes or cuts."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QTextEdit

from erasmus_desk.draft.hidden_characters import has_hidden
from erasmus_desk.draft.pasted_text import clean_pasted
from erasmus_desk.draft.text_diff import find_difference

from ..qt_support import single_shot
from ..theme.theme import set_role
from ..widgets.context_menu import find_mouse, pop_up, take_undo_of_window
from ..widgets.layouts import measure_again
from ..widgets.scroll_page import scroll_page_to
from .base import ignore_undo_shortcut, is_letter_of_menu
from .shown_text import utf16_length
from .text_spelling import TextSpelling, find_position

MIN_LINES = 4
LINE_HEIGHTS = {"answer": 1.6, "writing": 1.7}
"""Height of a line of text by the role of the box, as a multiple of the type size."""
MARGINS = {"answer": 10, "writing": 1}
"""Pixels between the frame and the text."""
FRAME = 6
"""Pixels of the frame with what the style sheet puts inside."""
COLUMN_LETTERS = 84
"""Letters of average width in a line of text: from 80 to 86 are read with ease."""
_LETTERS = "eeeeeeetttttaaaaaooooiiiinnnnsssshhhrrrddlluuccmmwffgyypb" + 11 * " "
"""Letters and spaces in the shares in which texts have them."""
ANSWER_SCALE = 1.15
"""Size of the type of an answer, as a multiple of that of the window."""


def measure_text_column(font: QFont) -> int:
    """Return the width in pixels of a column of text boxes, for the font of the window."""
    answer = QFont(font)
    answer.setPointSizeF(font.pointSizeF() * ANSWER_SCALE)
    letter = QFontMetricsF(answer).horizontalAdvance(_LETTERS) / len(_LETTERS)
    return ceil(letter * COLUMN_LETTERS) + 2 * (MARGINS["answer"] + FRAME)


class GrowingTextEdit(QTextEdit):
    """A text box as high as its text: the page scrolls, not the box. Undo and Tab are the window's.

    A `QPlainTextEdit` has no line height, and does not know how high a text is that it never drew.
    """

    has_undo = False
    """Whether undo is its own, as for a text that is not in the draft yet."""
    text_pasted = Signal()
    history_requested = Signal()
    """The user wants to see earlier versions of this answer."""
    hidden_pasted = Signal(object)
    """Text to be inserted that has characters which the box shows as others."""

    def __init__(self, role: str = "answer") -> None:
        super().__init__()
        self._line_height = 0
        self._line_share, self._margin = LINE_HEIGHTS[role], MARGINS[role]
        set_role(self, role)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.spelling: TextSpelling | None = None
        self._content = ""
        self._length = 0
        self.document().contentsChange.connect(self._on_contents_change)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # With each key Qt would paint all that is around the box for the ground of its lines.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.document().setDocumentMargin(self._margin)
        self._set_line_height()
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        # The new height is applied by a later event.
        self._reveal_timer = single_shot(self, 0)
        self._reveal_timer.timeout.connect(self._reveal_cursor)
        self.cursorPositionChanged.connect(self._reveal_timer.start)

    def keep_undo(self) -> None:
        """Undo in the box alone."""
        self.has_undo = True
        self.setUndoRedoEnabled(True)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window."""
        if not self.has_undo and ignore_undo_shortcut(event):
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the letters of menus to them."""
        if is_letter_of_menu(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit the lines and the height to a new type size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_line_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the text, and the waves below its unknown words."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().base())
        painter.end()
        super().paintEvent(event)
        if self.spelling is not None:
            self.spelling.paint(event.rect())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the text, at the mouse or at the cursor."""
        is_at_cursor = event.reason() is not QContextMenuEvent.Reason.Mouse
        where, position = (
            find_mouse(event),
            find_position(self, event.pos(), is_at_cursor=is_at_cursor),
        )
        if self.spelling is None:
            pop_up(self.build_menu(), self, where)
        else:
            self.spelling.open_menu(
                position, lambda: pop_up(self.build_menu(position), self, where)
            )

    def build_menu(self, position: int | None = None) -> QMenu:
        """Build the usual menu of a text, with the way to its earlier versions.

        `position` is that of the word whose spelling the menu is about, else it is at the cursor.
        """
        menu = self.createStandardContextMenu()
        if not self.has_undo:
            take_undo_of_window(menu, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        if self.spelling is not None:
            self.spelling.fill_menu(
                menu, self.textCursor().position() if position is None else position
            )
        menu.addAction(self.tr("History of this answer"), self.history_requested.emit)
        return menu

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Accept text, but no files: a dropped draft is opened by the window."""
        return not source.hasUrls() and (source.hasText() or source.hasHtml())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert text as an answer has it; it is not cut."""
        text = clean_pasted(source.text(), source.html() if source.hasHtml() else "")
        if has_hidden(text):
            self.hidden_pasted.emit(text)
        else:
            self.textCursor().insertText(text)
        self.text_pasted.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected text; Qt would replace no-break spaces by spaces."""
        source = QMimeData()
        source.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return source

    def content(self) -> str:
        """Return the text as typed; `toPlainText` would replace no-break spaces by spaces."""
        return self._content

    def show_text(self, text: str) -> None:
        """Show a text by replacing only what differs, so that the cursor stays."""
        shown = self.content()
        start, removed, inserted = find_difference(shown, text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16_length(shown[:start]))
        end = utf16_length(shown[: start + len(removed)])
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(inserted)
        if not shown and not self.hasFocus():
            # In an empty box the cursor moves to the end, and a page that reveals the box would
            # scroll down to it. Who writes goes on behind a text that comes back by Redo.
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        """Read only what changed: to read a long text whole takes a millisecond for each key.

        Positions are in UTF-16 units, so a text with other characters is read whole. Qt may count
        the end of the document in `removed` and `added`.
        """
        document = self.document()
        is_by_unit = len(self._content) == self._length
        self._length = document.characterCount() - 1
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        cursor.setPosition(min(position + added, self._length), QTextCursor.MoveMode.KeepAnchor)
        left, right = self._content[:position], self._content[position + removed :]
        text = f"{left}{_with_line_feeds(cursor.selectedText())}{right}"
        if not is_by_unit or len(text) != self._length:
            text = _with_line_feeds(document.toRawText())
        self._content = text

    def _set_line_height(self) -> None:
        """Set the height of all lines; text that is typed or pasted later takes it over."""
        height = round(self.fontInfo().pixelSize() * self._line_share)
        if height == self._line_height:
            return
        self._line_height = height
        lines = QTextBlockFormat()
        lines.setLineHeight(height, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines)
        self._fit()

    def _fit(self) -> None:
        least = self._line_height * MIN_LINES + 2 * self._margin
        # Qt lays out a long text in steps of 10 ms, and signals the size of the part so far; to
        # ask for the size finishes it.
        height = max(ceil(self.document().size().height()), least) + 2 * self.frameWidth()
        if height != self.minimumHeight():
            self.setFixedHeight(height)
            measure_again(self)

    def _reveal_cursor(self) -> None:
        """Scroll the page around the box to the cursor, which the keyboard moved."""
        if self.hasFocus():
            scroll_page_to(self.viewport(), self.cursorRect(), 2 * self._line_height)

    def sizeHint(self) -> QSize:
        """Return the width of a column of text."""
        return QSize(QFontMetrics(self.font()).averageCharWidth() * 80, self.height())


def _with_line_feeds(raw: str) -> str:
    """Return a text of a document with the line feeds for which Qt has characters of its own."""
    return raw.replace("\u2029", "\n").replace("\u2028", "\n")
