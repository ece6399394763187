"""The field for long text: with a counter, surplus text shaded, nothing ever cut."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from erasmus_desk import text_length
from erasmus_desk.call.form import Limit
from erasmus_desk.draft.hidden_characters import has_hidden
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.draft.pasted_text import clean_pasted, find_page_lines
from erasmus_desk.draft.text_diff import find_difference

from ..qt_support import single_shot
from ..session.draft_spelling import DraftSpelling
from ..theme.theme import Theme, set_role
from ..widgets.context_menu import take_undo_of_window
from ..widgets.labels import SteadyLabel
from ..widgets.layouts import build_column, measure_again
from ..widgets.scroll_page import scroll_page_to
from .base import Field, ignore_undo_shortcut
from .length_counter import LengthCounter
from .limit_notice import LimitNotice, describe_room
from .shown_text import CHARACTER, escape_unsupported, restore_unsupported, utf16_length
from .text_footer import TextFooter
from .text_offers import TextOffers
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

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window."""
        if ignore_undo_shortcut(event):
            return False
        return super().event(event)

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
            event.globalPos(),
            find_position(self, event.pos(), is_at_cursor=is_at_cursor),
        )
        if self.spelling is None:
            self.build_menu().popup(where)
        else:
            self.spelling.open_menu(position, lambda: self.build_menu(position).popup(where))

    def build_menu(self, position: int | None = None) -> QMenu:
        """Build the usual menu of a text, with the way to its earlier versions.

        `position` is that of the word whose spelling the menu is about, else it is at the cursor.
        """
        menu = self.createStandardContextMenu()
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


class TextField(Field):
    """Long text with a counter that follows the counting rule of the call."""

    counted = Signal()
    """The counter shows another length."""

    def __init__(
        self, theme: Theme, limit: Limit | None, role: str = "answer", *, has_footer: bool = True
    ) -> None:
        """`role` is that of the box in the style sheet: `answer`, or `writing` in focus mode.

        Without a footer, whoever shows the field takes the labels of its length to another place.
        """
        super().__init__()
        self.share: float | None = None
        """The length as a share of the limit, `None` without a limit."""
        self._theme = theme
        self._limit = limit
        self._counter = LengthCounter(limit.rule) if limit is not None else None
        self._is_showing = False
        self._text = ""
        self.box = GrowingTextEdit(role)
        self.count_label = SteadyLabel(alignment=Qt.AlignmentFlag.AlignRight)
        self._notice = LimitNotice(self.box)
        self.state_label = SteadyLabel()
        self._offers: TextOffers | None = None
        if has_footer:
            left = QWidget()
            self.below = build_column(left, self.state_label, spacing=0.5)
            footer = TextFooter(left, self.state_label, self.count_label)
            self._column = build_column(self, self.box, footer, spacing=0.5)
        else:
            self._column = build_column(self, self.box, spacing=0.5)
            for label in (self.state_label, self.count_label):
                label.setParent(self)
        self.count_label.setVisible(limit is not None)
        self.watch_focus(self.box)
        self.box.textChanged.connect(self._on_text)
        self.box.text_pasted.connect(self._show_offers)
        self.box.hidden_pasted.connect(self._insert_hidden)
        self._count("")

    def set_value(self, value: Value | None) -> None:
        """Show a text; do nothing if it is shown already, so the cursor stays."""
        text = "" if value is None else str(value)
        if text == self._text:
            return
        self._show(text)
        self._show_offers()

    def check_spelling(self, spelling: DraftSpelling, key: Key) -> None:
        """Show waves below the unknown words of the answer at a key."""
        self.box.spelling = TextSpelling(self.box, spelling, key, self._theme.colours.misspelled)

    def change_text(self, change: Callable[[str], str]) -> None:
        """Replace the text by what a function makes of it, as an edit of the user."""
        self._show(change(self._text))
        self._show_offers()
        self.edited.emit(self._text or None)

    def _show(self, text: str) -> None:
        self._text = text
        self._is_showing = True
        self.box.show_text(escape_unsupported(text))
        self._is_showing = False
        self._count(text)

    def _insert_hidden(self, text: str) -> None:
        """Insert text with all its characters in place of the selection."""
        cursor = self.box.textCursor()
        shown = self.box.content().encode("utf-16-le")
        start, end = (
            len(shown[: 2 * place].decode("utf-16-le"))
            for place in (cursor.selectionStart(), cursor.selectionEnd())
        )
        characters = CHARACTER.findall(self._text)
        before = "".join((*characters[:start], text))
        self.change_text(lambda _: before + "".join(characters[end:]))
        cursor.setPosition(utf16_length(escape_unsupported(before)))
        self.box.setTextCursor(cursor)

    def _show_offers(self) -> None:
        """Offer to remove what a copied text brought along."""
        if self._offers is None:
            if not has_hidden(self._text) and not find_page_lines(self._text.split("\n")):
                return
            self._offers = TextOffers(self.change_text)
            self._column.addWidget(self._offers)
        self._offers.show_for(self._text)

    def _on_text(self) -> None:
        if self._is_showing:
            return
        text = restore_unsupported(self._text, self.box.content())
        if text == self._text:
            return  # the height of its lines changed
        self._text = text
        self._count(text)
        if self._offers is not None and not self._offers.isHidden():
            self._offers.show_for(text)
        spelling = self.box.spelling
        if spelling is not None and spelling.is_replacing:
            spelling.spelling.replace(spelling.key, text)
        else:
            self.edited.emit(text or None)

    def _count(self, text: str) -> None:
        if self._limit is None or self._counter is None:
            return
        used, most = self._counter.count(text), self._limit.most
        locale = self.locale()
        counted = self.tr("{0} of {1} characters")
        if self._limit.rule == "words":
            counted = self.tr("{0} of {1} words")
        self.count_label.setText(counted.format(locale.toString(used), locale.toString(most)))
        self.share = used / most if most else 1.0
        self.counted.emit()
        message = describe_room(used, self._limit)
        self.state_label.setText(message)
        role = "warm" if message else "quiet"
        if self.count_label.property("role") != role:
            set_role(self.count_label, role)
            set_role(self.state_label, role)
        self._shade(text if used > most else "", self._limit)
        self._notice.announce_crossing(used, self._limit, message or self.count_label.text())

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
