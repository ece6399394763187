"""The dialogs that only tell: what the program is, and its keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.dialogs.asking import answered, press
from tests.ui.editors import dressed
from ui.dialogs.about import About, AboutDialog
from ui.dialogs.base import Dialog
from ui.dialogs.shortcuts import Keys, KeysDialog

PAIRS = (("Find …", "Ctrl+F"), ("List of steps, or page", "F6"))
closing = pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    dressed(qapp)


def read(dialog: Dialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


@closing
def test_about_says_what_it_is_and_what_it_is_not(key: Qt.Key) -> None:
    said: list[str] = []

    def act(dialog: AboutDialog) -> None:
        said.extend(read(dialog))
        press(dialog, key)
        assert not dialog.isVisible()

    answered(AboutDialog, lambda: About.show(None, "0.9.1"), act)
    whole = " ".join(said)
    for words in ("0.9.1", "MIT", "not an official form", "no network", "PySide6", "LGPL", "ISC"):
        assert words in whole


@closing
def test_every_key_is_listed_beside_what_it_does(key: Qt.Key) -> None:
    said: list[str] = []

    def act(dialog: KeysDialog) -> None:
        said.extend(read(dialog))
        press(dialog, key)
        assert not dialog.isVisible()

    answered(KeysDialog, lambda: Keys.show(None, PAIRS), act)
    assert said[-4:] == ["Find …", "Ctrl+F", "List of steps, or page", "F6"]


def test_a_long_list_is_read_with_the_arrow_keys() -> None:
    def act(dialog: KeysDialog) -> None:
        bar = dialog.body_scroll.verticalScrollBar()
        assert bar.value() == 0
        press(dialog, Qt.Key.Key_Down)
        assert bar.value() > 0

    answered(KeysDialog, lambda: Keys.show(None, PAIRS * 40), act)
