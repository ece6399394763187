"""The dialogs without input: about the program, and its keyboard shortcuts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.dialogs.dialog_driver import press, run_dialog
from tests.ui.editors import apply_test_theme
from ui.dialogs.about import AboutDialog, ShortcutsDialog
from ui.dialogs.base import Dialog

PAIRS = (("Find…", "Ctrl+F"), ("Move between steps and page", "F6"))
AGE, CALLS = "This version is of today.", ("KA999 2026, closed, 5 March 2026",)
closing = pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> None:
    apply_test_theme(qapp)


def read_labels(dialog: Dialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


@closing
def test_about_says_what_it_is_and_what_it_is_not(key: Qt.Key) -> None:
    texts: list[str] = []

    def act(dialog: AboutDialog) -> None:
        texts.extend(read_labels(dialog))
        press(dialog, key)
        assert not dialog.isVisible()

    run_dialog(AboutDialog, lambda: AboutDialog(None, "0.9.1", AGE, CALLS).run(), act)
    whole = " ".join(texts)
    promised = ("not an official form", "does not use the internet")
    for expected in ("0.9.1", "MIT", *promised, "PySide6", "LGPL", "ISC", AGE, *CALLS):
        assert expected in whole


@closing
def test_every_key_is_listed_beside_what_it_does(key: Qt.Key) -> None:
    texts: list[str] = []

    def act(dialog: ShortcutsDialog) -> None:
        texts.extend(read_labels(dialog))
        press(dialog, key)
        assert not dialog.isVisible()

    run_dialog(ShortcutsDialog, lambda: ShortcutsDialog(None, PAIRS).run(), act)
    assert texts[-4:] == ["Find…", "Ctrl+F", "Move between steps and page", "F6"]


def test_a_long_list_is_read_with_the_arrow_keys() -> None:
    def act(dialog: ShortcutsDialog) -> None:
        bar = dialog.body_scroll.verticalScrollBar()
        assert bar.value() == 0
        press(dialog, Qt.Key.Key_Down)
        assert bar.value() > 0

    run_dialog(ShortcutsDialog, lambda: ShortcutsDialog(None, PAIRS * 40).run(), act)
