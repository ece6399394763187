"""The list of organisations can be searched once there are many."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.hands import Hands, settle
from ui.controllers.application import Office
from ui.pages.form.item_list import MANY, ItemList
from ui.pages.form.list_page import ListPage


def names(items: ItemList) -> list[str]:
    rows = (items.list.item(place) for place in range(items.list.count()))
    return [row.text() for row in rows if not row.isHidden()]


def test_a_long_list_is_searched_by_any_part_of_a_name_without_accents(
    office: Office, hands: Hands
) -> None:
    office.open_example(office.places.examples / "innovation-vet.erasmus")
    desk = office.window.desk
    assert desk is not None
    desk.show_step("form:organisations")
    page = desk.page_widget()
    assert isinstance(page, ListPage)
    items = page.items
    assert not items.search_line.isVisible()
    while items.list.count() < MANY:
        desk.session.add_item("organisations", values={"org.name_lat": "Škola Duga"})
    settle()
    desk.watch.renew()
    items.list.setFocus()
    hands.press(Qt.Key.Key_Backtab)
    hands.tab_into(QLineEdit, "Search the list")
    hands.type("skola DUGA")
    assert len(names(items)) == 1
    assert "Škola Duga" in names(items)[0]
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Delete)
    assert len(names(items)) == MANY
