"""The calendar that a date is picked from."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QWidget

from ..theme.theme import GRID, Theme, set_role
from ..widgets.accessibility import set_accessible_name
from ..widgets.layouts import build_column


class CalendarPopup(QFrame):
    """A calendar to pick a day from; it closes when it loses the focus."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_role(self, "calendar")
        self.calendar = QCalendarWidget()
        self.calendar.setGridVisible(False)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        set_accessible_name(self.calendar, self.tr("Calendar"))
        build_column(self, self.calendar, margins=(0.125, 0.125, 0.125, 0.125))
        self._apply_theme(theme)
        self.calendar.activated.connect(self._on_done)
        self.calendar.clicked.connect(self._on_done)

    def _apply_theme(self, theme: Theme) -> None:
        """Give it our colours and arrows, and room for the names of days and for six weeks."""
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(theme.colours.quiet))
        self.calendar.setHeaderTextFormat(quiet)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, quiet)
        for name, icon in (("prev", "chevron-left"), ("next", "chevron-right")):
            button = self.calendar.findChild(QToolButton, f"qt_calendar_{name}month")
            if button is not None:
                button.setIcon(theme.icon(icon))
        metrics, short = self.calendar.fontMetrics(), QLocale.FormatType.ShortFormat
        names = (self.calendar.locale().dayName(day, short) for day in range(1, 8))
        width = max(map(metrics.horizontalAdvance, names)) + GRID * 2
        rows = 7 * (metrics.lineSpacing() + GRID)
        head = metrics.lineSpacing() + GRID * 2
        self.calendar.setMinimumSize(8 * width, head + rows)

    def _on_done(self) -> None:
        self.close()
