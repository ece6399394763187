"""The field for long text: with a counter, surplus text shaded, nothing ever cut."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from erasmus_desk import text_length
from erasmus_desk.call.form import Limit
from erasmus_desk.draft.hidden_characters import has_hidden
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.draft.pasted_text import find_page_lines

from ..session.draft_spelling import DraftSpelling
from ..theme.theme import GRID, Theme, set_role
from ..widgets.buttons import WrappingRow
from ..widgets.labels import SteadyLabel
from ..widgets.layouts import build_column
from .base import Field
from .length_counter import LengthCounter
from .limit_notice import LimitNotice, describe_room
from .shown_text import CHARACTER, escape_unsupported, restore_unsupported, utf16_length
from .text_box import GrowingTextEdit
from .text_offers import TextOffers
from .text_spelling import TextSpelling


class _Footer(WrappingRow):
    """What is said of a text, and at the right, or below it where it is narrow, its length."""

    def __init__(self, left: QWidget, state: QLabel, count: QLabel) -> None:
        super().__init__(left, count)
        self._lines = (state, count)
        self.row.setSpacing(GRID * 2)
        self.row.addWidget(left, 1)
        self.row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)

    def needed_width(self) -> int:
        """Return the width of both in one line; what else is said wraps."""
        widths = (max(one.sizeHint().width(), one.minimumWidth()) for one in self._lines)
        return sum(widths) + self.row.spacing()


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
            footer = _Footer(left, self.state_label, self.count_label)
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

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self._text

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
        self.report(text)

    def report(self, text: str) -> None:
        """Report a text of the user; a replaced word may be one of the whole draft."""
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
