"""Fields of one line: short text, whole number, date, amount of money."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal
from typing import Final

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy

from erasmus_desk.draft.model import Key, Value
from erasmus_desk.draft.text_diff import find_difference
from erasmus_desk.i18n.typed_values import read_amount, read_date, read_whole_number

from ..i18n.dates import format_figures, name_figures
from ..session.draft_spelling import DraftSpelling
from ..theme.theme import GRID, Theme, find_text_scale, set_role
from ..widgets.buttons import tool_button
from ..widgets.context_menu import find_mouse, pop_up
from ..widgets.labels import short_label
from ..widgets.layouts import STRETCH, add_content, build_row
from ..widgets.text_kind import TextKind, mark_unspelled
from .base import LineEdit
from .calendar_popup import CalendarPopup
from .line_spelling import LineSpelling
from .shown_text import escape_unsupported, restore_unsupported, utf16_length
from .whole_text import WholeTextField

WIDTH = GRID * 20
"""Pixels of a line for a value at 100 %."""
EDGE = 16
"""Pixels of a line beside its text: frame, padding, and what Qt leaves there."""
MAX_NUMBER: Final = 999_999_999
"""A whole number is at most this; a larger one is kept as typed."""
_EXACT: Final = Context(prec=100)
"""Enough digits for any amount of a file."""


def parse_date(text: str, locale: QLocale) -> date | None:
    """Return a date written in a usual way, with the month in figures or in words, or None."""
    found = read_date(text, _language(locale))
    return found if isinstance(found, date) else None


def _language(locale: QLocale) -> str:
    return locale.name().partition("_")[0]


class TextLine(LineEdit):
    """A line of text whose unknown words have waves, once somebody checks its spelling."""

    def __init__(self, *, has_undo: bool = False) -> None:
        super().__init__(has_undo=has_undo)
        self.spelling: LineSpelling | None = None
        self._colour = QColor()

    def check_spelling(
        self, spelling: DraftSpelling, key: Key, colour: str, *, is_answer: bool = True
    ) -> None:
        """Show waves below the unknown words of the answer at a key, or of what is said of it."""
        self._colour = QColor(colour)
        self.spelling = LineSpelling(self, self._find_cursor, spelling, key, is_answer=is_answer)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and the waves below its unknown words."""
        super().paintEvent(event)
        if self.spelling is not None:
            self.spelling.paint(self._colour)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the line, at the mouse or at the cursor."""
        is_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        position = self.cursorPositionAt(event.pos()) if is_mouse else self.cursorPosition()
        where = find_mouse(event)
        if self.spelling is None:
            pop_up(self.build_menu(position), self, where)
        else:
            self.spelling.open_menu(
                position, lambda: pop_up(self.build_menu(position), self, where)
            )

    def build_menu(self, position: int) -> QMenu:
        """Build the usual menu of a line, with what there is to do about a word."""
        menu = self.build_line_menu()
        if self.spelling is not None:
            self.spelling.fill_menu(menu, position)
        return menu

    def _find_cursor(self) -> int:
        return self.cursorRect().center().x()


class LineField(WholeTextField):
    """A short text on one line, shown whole below it where the line cuts it."""

    def __init__(self, theme: Theme | None = None) -> None:
        """With a theme the spelling of the line can be checked; without one it is a name."""
        super().__init__()
        self._text = ""
        self._theme = theme
        self.line = TextLine()
        if theme is None:
            mark_unspelled(self.line, TextKind.NAME)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.set_part(self.line)
        self.watch_focus(self.line)
        self.line.textEdited.connect(self._on_edited)
        self.line.textChanged.connect(self.show_text_below)

    def set_value(self, value: Value | None) -> None:
        """Show a value; one of another type is shown as typed."""
        text = self.to_text(value)
        if self.to_value(self._text) != value and self._text != text:
            self._text = text
            shown = escape_unsupported(text)
            start, _, inserted = find_difference(self.line.text(), shown)
            self.line.setText(shown)
            # A text longer than the line is shown from its start; who writes in it goes on where
            # an undo or redo changed it.
            behind = utf16_length(shown[:start] + inserted) if self.line.hasFocus() else 0
            self.line.setCursorPosition(behind)

    def build_row(self) -> QHBoxLayout:
        """Return a row with the line for what is to stand beside it; nothing is below it then."""
        # In a widget of their own, Tab would lead from what is beside the line back to it.
        self.take_part()
        return build_row(self, self.line)

    def get_shown_text(self) -> str:
        """Return the text of the line."""
        return self.line.text()

    def is_text_cut(self, width: int) -> bool:
        """Return whether the text is longer than the line in a width in pixels."""
        room = width - EDGE - self.line.textMargins().left() - self.line.textMargins().right()
        return self.line.fontMetrics().horizontalAdvance(self.line.text()) > room

    def to_text(self, value: Value | None) -> str:
        """Return the text of a value."""
        return "" if value is None else str(value)

    def to_value(self, text: str) -> Value | None:
        """Return the value of a text."""
        return text or None

    def _on_edited(self, shown: str) -> None:
        self._text = restore_unsupported(self._text, shown)
        spelling = self.line.spelling
        if spelling is not None and spelling.is_replacing:
            spelling.spelling.replace(spelling.key, self._text)
        else:
            self.edited.emit(self.to_value(self._text))

    def check_spelling(self, spelling: DraftSpelling, key: Key) -> None:
        """Show waves below the unknown words of the answer at a key."""
        if self._theme is not None:
            self.line.check_spelling(spelling, key, self._theme.colours.misspelled)


class ValueField(LineField):
    """A line that is read as a value; once the focus leaves it shows how it was read.

    What cannot be read is kept as typed and reported by the checks. A text that a draft contains
    stays the text it is until somebody edits it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._value: Value | None = None
        self.row = self.build_row()
        mark_unspelled(self.line, TextKind.VALUE)
        self._fit_line()

    def changeEvent(self, event: QEvent) -> None:
        """Let the line grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_line()

    def _fit_line(self) -> None:
        self.line.setMaximumWidth(round(WIDTH * find_text_scale(self)))

    def set_value(self, value: Value | None) -> None:
        """Show a value; one of another type is shown as typed."""
        self._value = value
        super().set_value(value)

    def _on_edited(self, shown: str) -> None:
        super()._on_edited(shown)
        self._value = self.to_value(self._text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show how the text was read when the focus leaves; the answer does not change."""
        is_left = event.type() is QEvent.Type.FocusOut and watched is self.line
        if is_left and self._value is not None and not isinstance(self._value, str):
            self._text = self.to_text(self._value)
            if self.line.text() != self._text:
                self.line.setText(self._text)
        return super().eventFilter(watched, event)


def parse_number(text: str, locale: QLocale) -> Value | None:
    """Return a whole number as people write it, otherwise the text, `None` for an empty one."""
    number = read_whole_number(text, _language(locale))
    if isinstance(number, int) and 0 <= number <= MAX_NUMBER:
        return number
    return text or None


class NumberField(ValueField):
    """A whole number; anything else is kept as typed and reported by the checks."""

    def __init__(self) -> None:
        super().__init__()
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.row.setAlignment(self.line, Qt.AlignmentFlag.AlignLeft)

    def to_value(self, text: str) -> Value | None:
        """Return the number, or the text if it is none."""
        return parse_number(text, self.locale())


class DateField(ValueField):
    """A date, typed or picked; anything else is kept as typed and reported by the checks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line.setPlaceholderText(name_figures())
        self._calendar_theme = theme
        icon = theme.icon("calendar")
        self.pick_button = tool_button(icon, self.tr("Pick a date"), clicked=self._on_pick)
        set_role(self.pick_button, "inside")
        self.pick_button.setCursor(Qt.CursorShape.ArrowCursor)
        self.watch_focus(self.pick_button)
        build_row(self.line, STRETCH, self.pick_button, margins=(0, 0, 0.5, 0))
        self.row.addStretch(1)
        self._keep_room()

    def changeEvent(self, event: QEvent) -> None:
        """Let the line and its button grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._keep_room()

    def _keep_room(self) -> None:
        """Keep the text of the line clear of the button."""
        self.pick_button.ensurePolished()
        self.line.setTextMargins(0, 0, self.pick_button.sizeHint().width(), 0)

    def to_text(self, value: Value | None) -> str:
        """Return a date in figures."""
        return format_figures(value) if isinstance(value, date) else super().to_text(value)

    def to_value(self, text: str) -> Value | None:
        """Return a date written in a usual way, or the text."""
        return parse_date(text, self.locale()) or text or None

    def _on_pick(self) -> None:
        popup = CalendarPopup(self, self._calendar_theme)
        shown = self.to_value(self._text)
        if isinstance(shown, date):
            popup.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        popup.calendar.activated.connect(self._on_picked)
        popup.calendar.clicked.connect(self._on_picked)
        popup.move(self.line.mapToGlobal(QPoint(0, self.line.height())))
        popup.show()
        popup.calendar.setFocus()

    def _on_picked(self, day: QDate) -> None:
        picked = date(day.year(), day.month(), day.day())
        self.set_value(picked)
        self.edited.emit(picked)


def parse_amount(text: str) -> Decimal | None:
    """Return an amount as people write it (`1.234,50`, `€ 1,234`, `500,-`), or None."""
    found = read_amount(text)
    return found if isinstance(found, Decimal) else None


def format_amount(amount: Decimal, locale: QLocale) -> str:
    """Return an amount with two decimals and the separators of a language."""
    # More than two decimals come only from a file; they are shown as they are.
    has_cents = amount == amount.quantize(Decimal("0.01"), context=_EXACT)
    number = f"{amount:,.2f}" if has_cents else f"{amount:,f}"
    separators = {",": locale.groupSeparator(), ".": locale.decimalPoint()}
    return "".join(separators.get(one, one) for one in number)


class MoneyField(ValueField):
    """An amount; anything else is kept as typed and reported by the checks."""

    def __init__(self, currency: str = "EUR") -> None:
        super().__init__()
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        add_content(self.row, short_label(currency, "quiet"), STRETCH)

    def to_text(self, value: Value | None) -> str:
        """Return an amount with two decimals."""
        if isinstance(value, bool) or not isinstance(value, Decimal | int):
            return super().to_text(value)
        return format_amount(Decimal(value), self.locale())

    def to_value(self, text: str) -> Value | None:
        """Return the amount, or the text if it is none."""
        amount = parse_amount(text)
        return (text or None) if amount is None else amount
