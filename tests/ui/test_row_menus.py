"""The menu of a row does what the buttons do, by the mouse, the menu key and Shift+F10."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMenu

from erasmus_desk import paths
from tests.ui.conftest import copy_example
from tests.ui.keyboard import SHIFT, Keyboard, process_events
from tests.ui.mouse import Mouse
from ui.controllers.application import ApplicationController
from ui.fields.grid_table import GridTable
from ui.main_window.editor import Editor
from ui.main_window.page_factory import ACTIVITIES
from ui.pages.activities.page import ActivitiesPage
from ui.pages.items.page import ListPage

EXAMPLE = "innovation-vet.erasmus"
ORGANISATIONS = "organisations"


@pytest.fixture
def first_draft(home: Path) -> Path:
    return copy_example(paths.find_resources() / "examples" / EXAMPLE, home)


@pytest.fixture
def editor(controller: ApplicationController) -> Editor:
    controller.window.resize(1366, 696)
    process_events()
    editor = controller.window.editor
    assert editor is not None
    # What the checks find makes rows higher: not while a row is clicked.
    editor.check_runner.run_now()
    return editor


def take_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def right_click(view: QAbstractItemView, row: int, column: int = 0) -> QMenu:
    """Press the right button on a cell, as the window gets it from the system."""
    process_events()
    Mouse().scroll_to(view.viewport(), view.visualRect(view.model().index(row, column)))
    process_events()
    window = view.window()
    at = view.visualRect(view.model().index(row, column)).topLeft() + QPoint(12, 12)
    place = view.viewport().mapTo(window, at)
    # A mouse comes from somewhere: a press at the place of the last one is a double click.
    QTest.mouseMove(window.windowHandle(), place - QPoint(9, 9))
    QTest.mouseMove(window.windowHandle(), place)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.RightButton, pos=place)
    process_events()
    assert view.currentIndex().row() == row
    return take_menu()


def press_shift_f10(keyboard: Keyboard) -> QMenu:
    keyboard.press(Qt.Key.Key_F10, SHIFT)
    return take_menu()


def press_menu_key(keyboard: Keyboard) -> QMenu:
    """Ask the window for a menu as a system does that knows the key."""
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, QPoint(), QPoint())
    QApplication.sendEvent(keyboard.window.windowHandle(), event)
    process_events()
    return take_menu()


def read(menu: QMenu) -> dict[str, bool]:
    return {one.text(): one.isEnabled() for one in menu.actions() if not one.isSeparator()}


def choose(menu: QMenu, text: str) -> None:
    """Click an entry of an open menu."""
    action = next(one for one in menu.actions() if one.text() == text)
    at = menu.actionGeometry(action).center()
    QTest.mouseMove(menu.windowHandle(), at)
    QTest.mouseClick(menu.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    process_events()
    assert QApplication.activePopupWidget() is None


def state_of(*buttons: QAbstractButton) -> dict[str, bool]:
    return {one.accessibleName() or one.text(): one.isEnabled() for one in buttons}


def check_by_keys(menu: QMenu, keyboard: Keyboard) -> None:
    """Compare the menus of the keys with that of the mouse, which is open on the same row."""
    expected, name = read(menu), menu.accessibleName()
    assert name
    menu.close()
    process_events()
    ways: tuple[Callable[[Keyboard], QMenu], ...] = (press_shift_f10, press_menu_key)
    for ask in ways:
        shown = ask(keyboard)
        assert (read(shown), shown.accessibleName()) == (expected, name)
        shown.close()
        process_events()


def open_grid(page: ActivitiesPage) -> GridTable:
    """Open the last activity with a grid of travellers: the first kinds have none."""
    for row in reversed(page.list_view.model.rows):
        page.open_activity(row.key)
        process_events()
        grid = page.editor.findChild(GridTable) if page.editor is not None else None
        if grid is not None and grid.isVisible():
            return grid
    raise AssertionError("no activity has a grid")


def test_a_row_of_organisations_has_a_menu_of_its_buttons(
    editor: Editor, keyboard: Keyboard
) -> None:
    editor.show_step("form:organisations")
    process_events()
    page, draft = editor.current_page(), editor.session.draft
    assert isinstance(page, ListPage)
    table, tools = page.table, page.tools
    items = draft.items(ORGANISATIONS)
    assert len(items) > 2
    for row in (0, 1, len(items) - 1, len(items)):
        menu = right_click(table, row)
        buttons = (tools.up_button, tools.down_button, tools.remove_button)
        others = (tools.save_partner_button, tools.paste_button)
        is_item = {"Unfold (Space)": row < len(items)}
        assert read(menu) == is_item | state_of(*buttons, *others)
        check_by_keys(menu, keyboard)
    choose(right_click(table, 1), "Move up (Ctrl+Shift+↑)")
    assert editor.session.draft.items(ORGANISATIONS) == (items[1], items[0], *items[2:])
    assert keyboard.focus is table
    choose(right_click(table, 1), "Unfold (Space)")
    assert page.holder.details is not None
    assert page.holder.details.item == items[0]
    choose(right_click(table, 1), "Fold (Space)")
    assert page.holder.details is None
    choose(right_click(table, 0), "Remove (Ctrl+Delete)")
    assert editor.session.draft.items(ORGANISATIONS) == (items[0], *items[2:])


def test_an_activity_has_a_menu_of_its_buttons(editor: Editor, keyboard: Keyboard) -> None:
    editor.show_step(ACTIVITIES)
    process_events()
    page, session = editor.current_page(), editor.session
    assert isinstance(page, ActivitiesPage)
    view = page.list_view
    table = view.table
    for row in range(2):
        menu = right_click(table, row)
        assert page.editor is None
        buttons = state_of(view.copy_button, view.up_button, view.down_button)
        assert read(menu) == {"Open": True} | buttons | {"Remove": True}
        check_by_keys(menu, keyboard)
    chosen = table.current_row()
    assert chosen is not None
    before = session.draft.items(chosen.list_id)
    choose(right_click(table, 1), "Remove")
    assert session.draft.items(chosen.list_id) == tuple(
        one for one in before if one != chosen.record.item
    )
    choose(right_click(table, 0), "Open")
    assert page.editor is not None


def test_a_cell_of_a_grid_has_the_menu_of_the_window(editor: Editor, keyboard: Keyboard) -> None:
    editor.show_step(ACTIVITIES)
    process_events()
    page = editor.current_page()
    assert isinstance(page, ActivitiesPage)
    grid = open_grid(page)
    row, column = grid.cells()[0]
    QApplication.clipboard().setText("7")
    menu = right_click(grid, row, column)
    assert read(menu) == {"Cu&t": False, "&Copy": True, "&Paste": True}
    check_by_keys(menu, keyboard)
    last = grid.grid_model.rowCount() - 1
    assert not grid.grid_model.is_typable(last, grid.shown_columns()[-1])
    total = grid.shown_columns()[-1]
    check_by_keys(right_click(grid, last, total), keyboard)
    shown = str(grid.grid_model.index(last, total).data())
    choose(right_click(grid, last, total), "&Copy")
    assert shown
    assert QApplication.clipboard().text() == shown
    QApplication.clipboard().setText("7")
    choose(right_click(grid, row, column), "&Paste")
    assert grid.grid_model.read(row, column) == "7"
