"""Cards stand in as many columns as there is room for, with a scroll bar and without one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from tests.ui.editors import apply_test_theme
from tests.ui.keyboard import process_events
from ui.main_window.card_grid import GAP, LEAST_CARD, CardGrid
from ui.widgets.scroll_page import ScrollPage


def build_page(qtbot: QtBot) -> tuple[ScrollPage, CardGrid]:
    """Return a page with six cards, in a window of its own."""
    page = ScrollPage("")
    grid = CardGrid(page)
    page.limit_column(2000)
    page.column.addWidget(grid)
    qtbot.addWidget(page)
    cards = tuple(QFrame() for _ in range(6))
    for card in cards:
        card.setMinimumSize(QSize(100, 200))
    grid.show_cards(cards)
    page.resize(LEAST_CARD * 2 + 100, 1200)
    page.show()
    qtbot.waitUntil(lambda: not page.verticalScrollBar().isVisible())
    return page, grid


def count_columns(grid: CardGrid) -> int:
    process_events()
    tops = [child.y() for child in grid.children() if isinstance(child, QFrame)]
    return tops.count(tops[0])


def test_two_columns_stand_where_two_fit_however_the_window_came_to_its_width(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_test_theme(qapp)
    page, grid = build_page(qtbot)
    around = page.width() - grid.width()
    least = 2 * LEAST_CARD + GAP + around
    for before in (least - 50, least + 50):
        page.resize(before, 1200)
        process_events()
        page.resize(least, 1200)
        assert count_columns(grid) == 2
    # The scroll bar takes no column away, and does not come and go.
    page.resize(least, 400)
    assert count_columns(grid) == 2
    assert page.verticalScrollBar().isVisible()
    page.resize(least - 4, 1200)
    assert count_columns(grid) == 1


def test_a_page_as_wide_as_it_may_be_keeps_its_columns_beside_a_scroll_bar(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_test_theme(qapp)
    page, grid = build_page(qtbot)
    page.limit_column(2 * LEAST_CARD + GAP - 1)
    for height in (400, 1500):
        page.resize(1200, height)
        assert count_columns(grid) == 1
