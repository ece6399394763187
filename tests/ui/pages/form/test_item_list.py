"""A long list of organisations can be searched."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.keyboard import Keyboard, process_events
from ui.controllers.application import ApplicationController
from ui.pages.form.item_list import SEARCH_THRESHOLD, ItemList
from ui.pages.form.section_page import ListPage


def visible_rows(items: ItemList) -> list[str]:
    rows = (items.list.item(place) for place in range(items.list.count()))
    return [row.text() for row in rows if not row.isHidden()]


def test_a_long_list_is_searched_by_any_part_of_a_name_without_accents(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    controller.open_example(controller.paths.examples / "innovation-vet.erasmus")
    editor = controller.window.editor
    assert editor is not None
    editor.show_step("form:organisations")
    page = editor.current_page()
    assert isinstance(page, ListPage)
    items = page.item_list
    assert not items.search_line.isVisible()
    while items.list.count() < SEARCH_THRESHOLD:
        editor.session.add_item("organisations", values={"org.name_lat": "Škola Duga"})
    process_events()
    editor.check_runner.run_now()
    items.list.setFocus()
    keyboard.press(Qt.Key.Key_Backtab)
    keyboard.tab_into(QLineEdit, "Search the list")
    keyboard.type("skola DUGA")
    assert len(visible_rows(items)) == 1
    assert "Škola Duga" in visible_rows(items)[0]
    keyboard.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    keyboard.press(Qt.Key.Key_Delete)
    assert len(visible_rows(items)) == SEARCH_THRESHOLD
