"""Fields of one line: short text, whole number, date.

The field for an amount of money.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from erasmus_desk.draft.model import Value

from ..theme.theme import GRID, Look, set_role
from ..widgets.accessibility import name
from ..widgets.buttons import tool_button
from .base import Field, PlainLine
from .text_field import held, kept

DATE_FORMAT = "%d-%m-%Y"
"""As the official form writes dates."""
READ_FORMATS = (DATE_FORMAT, "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d-%m-%y", "%d/%m/%y")


class LineField(Field):
    """A short text on one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty line."""
        super().__init__(parent)
        self._text = ""
        self.line = PlainLine()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(GRID)
        self.row.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.watch_focus(self.line)
        self.line.textEdited.connect(self._on_edited)

    def set_value(self, value: Value | None) -> None:
        """Show a value, a value of another type as the text it was typed as."""
        text = self.to_text(value)
        if self.to_value(self._text) != value and self._text != text:
            self._text = text
            self.line.setText(held(text))
            if not self.line.hasFocus():
                # A text longer than its line is shown from its beginning.
                self.line.setCursorPosition(0)

    def set_name(self, text: str, description: str = "") -> None:
        """Name the line for assistive technology."""
        name(self.line, text, description)

    def to_text(self, value: Value | None) -> str:
        """Give the text that stands for a value."""
        return "" if value is None else str(value)

    def to_value(self, text: str) -> Value | None:
        """Give the value that a text stands for."""
        return text or None

    def _on_edited(self, shown: str) -> None:
        self._text = kept(self._text, shown)
        self.edited.emit(self.to_value(self._text))


class NumberField(LineField):
    """A whole number; anything else stays as typed and is found by the checks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty number line."""
        super().__init__(parent)
        self.line.setMaximumWidth(GRID * 20)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.row.setAlignment(self.line, Qt.AlignmentFlag.AlignLeft)

    def to_value(self, text: str) -> Value | None:
        """Give the number, or the text if it is none."""
        stripped = text.strip()
        if not stripped:
            return text or None
        # Digits only, and few: int() would also take "1_000" or a number of any length.
        return int(stripped) if stripped.isdecimal() and len(stripped) <= 9 else text  # noqa: PLR2004


class DateField(LineField):
    """A date, typed or picked; what is no date stays as typed and is found by the checks."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Build an empty date line with a calendar beside it."""
        super().__init__(parent)
        self.line.setMaximumWidth(GRID * 20)
        self.line.setPlaceholderText(self.tr("dd-mm-yyyy"))
        self.pick_button = tool_button(look.icon("calendar"), self.tr("Pick a date"))
        self.watch_focus(self.pick_button)
        self.row.addWidget(self.pick_button)
        self.row.addStretch(1)
        self.pick_button.clicked.connect(self._on_pick)

    def to_text(self, value: Value | None) -> str:
        """Show a date as day-month-year."""
        if not isinstance(value, date):
            return super().to_text(value)
        # Not strftime: it writes the year 17 with two digits, which reads as 2017.
        return f"{value.day:02}-{value.month:02}-{value.year:04}"

    def to_value(self, text: str) -> Value | None:
        """Read a date in the usual ways of writing it."""
        for pattern in READ_FORMATS:
            try:
                return datetime.strptime(text.strip(), pattern).date()  # noqa: DTZ007
            except ValueError:
                continue
        return text or None

    def _on_pick(self) -> None:
        popup = _CalendarPopup(self)
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


class _CalendarPopup(QWidget):
    """A month to pick a day from; goes away when it is left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget()
        self.calendar.setGridVisible(False)
        name(self.calendar, self.tr("Calendar"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.calendar)
        self.calendar.activated.connect(self._on_done)
        self.calendar.clicked.connect(self._on_done)

    def _on_done(self) -> None:
        self.close()


_BLANKS: Final = re.compile(r"[\s'’]")
_PLAIN: Final = re.compile(r"\d{1,12}(?:[.,]\d{1,2})?")
_GROUPED: Final = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3}){0,2}(?:(?!\1)[.,]\d{1,2})?")
_SEPARATORS: Final = re.compile("[.,]")


def read_amount(text: str) -> Decimal | None:
    """Read an amount as people write it (`1234,5`, `1.234,50`, `€ 1,234`).

    Three digits after a separator are thousands, one or two are cents, whatever the
    language: no amount has three decimals. Anything else is no amount.
    """
    bare = _BLANKS.sub("", text.strip().removeprefix("€").removesuffix("€"))
    sign = "-" if bare[:1] in ("-", "−") else ""
    bare = bare[1:] if sign else bare
    if _PLAIN.fullmatch(bare):
        return Decimal(sign + bare.replace(",", "."))
    if not _GROUPED.fullmatch(bare):
        return None
    parts = _SEPARATORS.split(bare)
    cents = parts.pop() if len(parts[-1]) < len("000") else ""
    return Decimal(f"{sign}{''.join(parts)}.{cents or '0'}")


def written_amount(amount: Decimal, locale: QLocale) -> str:
    """Write an amount with two decimals and the separators of a language."""
    # More than cents come only from a file; they are shown as they are.
    is_cents = amount == amount.quantize(Decimal("0.01"))
    whole = f"{amount:,.2f}" if is_cents else f"{amount:,f}"
    swapped = {",": locale.groupSeparator(), ".": locale.decimalPoint()}
    return "".join(swapped.get(one, one) for one in whole)


class MoneyField(LineField):
    """An amount; what is none stays as typed and is found by the checks."""

    def __init__(self, currency: str = "EUR", parent: QWidget | None = None) -> None:
        """Build an empty line with the currency behind it."""
        super().__init__(parent)
        self.line.setMaximumWidth(GRID * 20)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        unit = QLabel(currency)
        set_role(unit, "quiet")
        self.row.addWidget(unit)
        self.row.addStretch(1)

    def to_text(self, value: Value | None) -> str:
        """Write an amount with two decimals."""
        if isinstance(value, bool) or not isinstance(value, Decimal | int):
            return super().to_text(value)
        return written_amount(Decimal(value), self.locale())

    def to_value(self, text: str) -> Value | None:
        """Give the amount, or the text if it is none."""
        amount = read_amount(text)
        return (text or None) if amount is None else amount

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On leaving, show how the amount was understood; the answer stays what it was."""
        if event.type() is QEvent.Type.FocusOut and isinstance(watched, PlainLine):
            self._show_understood(watched)
        return super().eventFilter(watched, event)

    def _show_understood(self, line: PlainLine) -> None:
        amount = read_amount(line.text())
        if amount is not None:
            line.setText(written_amount(amount, self.locale()))
