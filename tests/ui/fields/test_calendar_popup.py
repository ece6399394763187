"""The calendar that a date is picked from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.editors import apply_test_theme
from ui.fields.calendar_popup import CalendarPopup
from ui.theme.palettes import ColourScheme


@pytest.mark.parametrize("text_scale", [100, 200])
def test_every_day_of_a_month_of_six_weeks_is_seen(
    qapp: QApplication, qtbot: QtBot, text_scale: int
) -> None:
    theme = apply_test_theme(qapp, ColourScheme.DARK, text_scale=text_scale)
    parent = QWidget()
    qtbot.addWidget(parent)
    popup = CalendarPopup(parent, theme)
    popup.calendar.setSelectedDate(QDate(2017, 10, 1))
    popup.show()
    QApplication.processEvents()
    view = popup.calendar.findChild(QTableView)
    assert isinstance(view, QTableView)
    model, metrics = view.model(), view.fontMetrics()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            assert view.viewport().rect().contains(view.visualRect(index))
            words = metrics.horizontalAdvance(str(index.data() or ""))
            assert view.columnWidth(column) >= words + 6
    assert popup.calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    popup.close()
