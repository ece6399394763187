"""The arrow of the order stands beside the words of its heading, and makes no column wider."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.editors import apply_test_theme
from ui.widgets.cell_header import GAP
from ui.widgets.cell_table import CellTable

WORDS = ("Code", "Title", "EUR")
SIDES = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)


class Table(CellTable):
    flexible = (1,)


@pytest.mark.parametrize("is_narrow", [False, True])
@pytest.mark.parametrize("column", range(len(WORDS)))
def test_the_arrow_stands_beside_the_words(
    qtbot: QtBot, qapp: QApplication, column: int, *, is_narrow: bool
) -> None:
    table = Table(apply_test_theme(qapp))
    qtbot.addWidget(table)
    model = QStandardItemModel(1, len(WORDS), table)
    for place, (word, side) in enumerate(zip(WORDS, SIDES, strict=True)):
        heading = QStandardItem(word)
        heading.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        model.setHorizontalHeaderItem(place, heading)
    table.setModel(model)
    table.setSortingEnabled(True)
    table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    table.resize(600, 100)
    table.set_narrow(is_narrow=is_narrow)
    table.show()
    table.fit()
    header = table.horizontalHeader()
    with_arrow = header.grab().toImage()
    header.setSortIndicatorShown(False)
    without = header.grab().toImage()
    changed = [
        x
        for x in range(with_arrow.width())
        if any(with_arrow.pixel(x, y) != without.pixel(x, y) for y in range(with_arrow.height()))
    ]
    # Without the arrow, Qt may draw a letter a fraction of a pixel further on.
    runs = [changed[begin:end] for begin, end in combinations(range(len(changed) + 1), 2)]
    drawn = max((run for run in runs if run[-1] - run[0] == len(run) - 1), key=len)
    left = header.sectionPosition(column)
    right, wide = left + table.columnWidth(column), header.fontMetrics().horizontalAdvance
    words = wide(WORDS[column]) + table.side + GAP
    assert len(drawn) >= header.fontMetrics().height() // 3
    is_right = SIDES[column] is Qt.AlignmentFlag.AlignRight
    gap = right - words - drawn[-1] if is_right else drawn[0] - left - words
    assert abs(gap) <= 2
    assert left <= drawn[0] <= drawn[-1] < right


def test_a_column_of_short_codes_is_hardly_wider_than_its_heading(
    qtbot: QtBot, qapp: QApplication
) -> None:
    table = Table(apply_test_theme(qapp))
    qtbot.addWidget(table)
    model = QStandardItemModel(1, len(WORDS), table)
    model.setHorizontalHeaderLabels(WORDS)
    table.setModel(model)
    table.setSortingEnabled(True)
    table.resize(600, 100)
    table.show()
    table.fit()
    words = table.horizontalHeader().fontMetrics().horizontalAdvance(WORDS[0])
    assert table.columnWidth(0) <= words + 2 * table.side + GAP + 2
