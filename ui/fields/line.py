"""Fields of one line: short text, whole number, date."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QVBoxLayout, QWidget

from erasmus_desk.draft.model import Value

from ..access import name
from ..buttons import tool_button
from ..theme import GRID, Look
from .base import Field, PlainLine
from .faithful import held, kept

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
