"""Keys are named alike in menus, lists and buttons, and arrows by their signs in every language."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QStyleOptionMenuItem

from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram
from ui.widgets.key_hints import name_shortcut

MENU_ORDER = ("Ctrl+N", "Ctrl+X", "Ctrl+F", "F1")


def read_keys(menu: QMenu) -> dict[str, str]:
    """Return what a menu shows beside its entries, by the keys that they have."""
    shown: dict[str, str] = {}
    for action in menu.actions():
        option = QStyleOptionMenuItem()
        menu.initStyleOption(option, action)
        if not action.shortcut().isEmpty():
            portable = action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
            shown[portable] = option.text.partition("\t")[2]
    return shown


@pytest.mark.parametrize("language", ["de", pytest.param("fr", marks=pytest.mark.prove)])
def test_arrows_are_signs_in_the_menus_and_in_the_list_of_keys(
    start_program: StartProgram, language: str
) -> None:
    controller = start_program(Settings(language=language))
    bar = controller.window.menuBar()
    shown: dict[str, str] = {}
    for menu in bar.findChildren(QMenu):
        shown |= read_keys(menu)
    assert shown["Alt+Up"] == "Alt+↑"
    assert shown["Alt+Down"] == "Alt+↓"
    listed = {keys for _, keys in controller.menus.shortcuts()}
    assert set(shown.values()) <= listed
    # In the order of the menus: New is first, and Cut above Find.
    order = [keys for _, keys in controller.menus.shortcuts()]
    new, cut, find, help_ = (name_shortcut(QKeySequence(one)) for one in MENU_ORDER)
    assert order[0] == new
    assert order.index(cut) < order.index(find) < order.index(help_)


def test_other_keys_are_named_by_the_system() -> None:
    for keys in ("Ctrl+Shift+S", "F7", "Alt+Home", "Ctrl+Plus"):
        sequence = QKeySequence(keys)
        assert name_shortcut(sequence) == sequence.toString(QKeySequence.SequenceFormat.NativeText)
