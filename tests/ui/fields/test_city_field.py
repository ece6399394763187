"""Places are offered while somebody types, and what is understood is said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Value
from ui.fields.city_field import CityField

ASKED = (
    "Understood as Halle (Vlaams-Brabant). Choose another one from the list while you type."
    " There is also: Halle (Antwerpen) (63 km)."
)


class Typist:
    """A field in a country, as the editor uses it, and what was edited in it."""

    def __init__(self, qtbot: QtBot, country: str) -> None:
        self.country = country
        self.field = CityField(lambda: self.country)
        self.edits: list[Value | None] = []
        qtbot.addWidget(self.field)
        self.field.edited.connect(self.edits.append)
        self.field.edited.connect(self.field.set_value)
        self.field.set_name("City", "Where it is")
        with qtbot.waitActive(self.field):
            self.field.show()
            self.field.activateWindow()
        self.field.line.setFocus()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.popup() or self.field.line, key)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.field.line, text)

    def popup(self) -> QAbstractItemView | None:
        found = QApplication.activePopupWidget()
        return found if isinstance(found, QAbstractItemView) else None

    def offered(self) -> list[str]:
        popup = self.popup()
        if popup is None:
            return []
        model = popup.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def leave(self) -> None:
        self.field.line.clearFocus()

    def said(self) -> str:
        return self.field.note.text() if self.field.note.isVisible() else ""


@pytest.fixture
def typist(qtbot: QtBot) -> Typist:
    return Typist(qtbot, "BE")


def test_places_are_offered_with_their_region_while_somebody_types(typist: Typist) -> None:
    typist.type("halle")
    assert typist.offered()[:2] == ["Halle (Vlaams-Brabant)", "Halle (Antwerpen)"]
    typist.type("xx")
    assert typist.offered() == []
    assert typist.edits[-1] == "hallexx"


def test_enter_keeps_what_was_typed_unless_a_place_is_marked(typist: Typist) -> None:
    typist.type("hal")
    typist.press(Qt.Key.Key_Return)
    assert typist.edits[-1] == "hal"
    assert typist.popup() is None
    typist.type("l")
    typist.press(Qt.Key.Key_Escape)
    assert (typist.edits[-1], typist.popup()) == ("hall", None)


def test_a_place_is_chosen_with_the_keyboard_and_is_certain_then(typist: Typist) -> None:
    typist.type("halle")
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Return)
    assert typist.edits[-1] == "Halle (Antwerpen)"
    assert typist.field.line.text() == "Halle (Antwerpen)"
    typist.leave()
    assert typist.said() == ""


def test_a_name_that_is_certain_is_written_without_its_region(typist: Typist) -> None:
    typist.type("lomm")
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Return)
    assert typist.edits[-1] == "Lommel"


def test_a_marked_place_that_is_not_chosen_changes_nothing(typist: Typist) -> None:
    typist.type("hal")
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Escape)
    typist.leave()
    assert (typist.field.line.text(), typist.edits[-1]) == ("hal", "hal")


def test_nothing_is_offered_beside_a_name_or_without_a_country(typist: Typist) -> None:
    typist.type("Halle, Lim")
    assert typist.offered() == []
    typist.country = ""
    typist.field.line.clear()
    typist.type("hall")
    typist.leave()
    assert (typist.offered(), typist.said()) == ([], "")


@pytest.mark.parametrize(
    ("country", "typed", "said"),
    [
        ("BE", "Lommel", ""),
        ("BE", "B-3920 Lommel", ""),
        ("BE", "Luik", "Understood as Liège."),
        ("BE", "Atlantis", "We do not know this place."),
        ("DE", "Connewitz", "Understood as the small place Connewitz (Leipzig)."),
        ("TR", "Avcilar", "The distance is measured from Istanbul."),
        ("BE", "Halle", ASKED),
    ],
)
def test_what_is_understood_is_said_when_the_focus_leaves(
    country: str, typed: str, said: str, qtbot: QtBot
) -> None:
    typist = Typist(qtbot, country)
    typist.type(typed)
    typist.press(Qt.Key.Key_Escape)
    assert typist.said() == ""
    typist.leave()
    assert typist.said() == said
    described = typist.field.line.accessibleDescription()
    assert described == f"Where it is {said}".strip()


def test_findings_below_the_field_say_it_instead(typist: Typist) -> None:
    typist.field.line.clearFocus()
    typist.field.set_value("Halle")
    assert typist.said()
    typist.field.set_has_remarks(has_remarks=True)
    assert typist.said() == ""


def test_another_country_is_another_place(typist: Typist) -> None:
    typist.leave()
    typist.field.set_value("Kartal")
    assert typist.said() == "We do not know this place."
    typist.country = "TR"
    typist.field.set_value("Kartal")
    assert typist.said() == "The distance is measured from Istanbul."
