"""The preferences, chosen by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from erasmus_desk.storage.settings import Settings, Theme
from tests.ui.dialogs.asking import answered, press, tab_to
from tests.ui.editors import LANGUAGES, dressed
from ui.dialogs.preferences import SCALES, Preferences

BEFORE = Settings(last_folder=Path("folder"), recent=(Path("one"),), proposal_language="pl")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    dressed(qapp)


def ask() -> Settings | None:
    return Preferences.ask(None, BEFORE, LANGUAGES)


def test_all_of_it_can_be_chosen_with_the_keyboard_alone() -> None:
    def act(dialog: Preferences) -> None:
        assert dialog.focusWidget() is dialog.language_combo
        press(dialog, Qt.Key.Key_Down, Qt.Key.Key_Down)
        tab_to(dialog, dialog.theme_combo)
        press(dialog, Qt.Key.Key_End)
        tab_to(dialog, dialog.scale_combo)
        press(dialog, Qt.Key.Key_Down)
        tab_to(dialog, dialog.guidance_box)
        press(dialog, Qt.Key.Key_Space)
        tab_to(dialog, dialog.apply_button)
        press(dialog, Qt.Key.Key_Return)

    chosen = answered(Preferences, ask, act)
    assert chosen == Settings(
        language="nl",
        theme=Theme.DARK,
        text_scale=125,
        guidance_shown=False,
        last_folder=BEFORE.last_folder,
        recent=BEFORE.recent,
        proposal_language="pl",
    )


def test_escape_changes_nothing() -> None:
    def act(dialog: Preferences) -> None:
        press(dialog, Qt.Key.Key_Down, Qt.Key.Key_Escape)

    assert answered(Preferences, ask, act) is None


def test_enter_on_cancel_cancels() -> None:
    def act(dialog: Preferences) -> None:
        tab_to(dialog, dialog.cancel_button)
        press(dialog, Qt.Key.Key_Return)

    assert answered(Preferences, ask, act) is None


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(language="nl", theme=Theme.LIGHT, text_scale=200, guidance_shown=False),
        Settings(theme=Theme.DARK, text_scale=110),
    ],
)
def test_what_is_set_is_shown_and_comes_back_as_it_was(settings: Settings) -> None:
    def act(dialog: Preferences) -> None:
        dialog.apply_button.click()

    def asked() -> Settings | None:
        return Preferences.ask(None, settings, LANGUAGES)

    assert answered(Preferences, asked, act) == settings


def test_languages_bear_their_own_names() -> None:
    dialog = Preferences(None, Settings(), LANGUAGES)
    combo = dialog.language_combo
    assert [combo.itemText(place) for place in range(1, combo.count())] == ["English", "Nederlands"]
    assert [dialog.scale_combo.itemData(place) for place in range(len(SCALES))] == list(SCALES)
    dialog.deleteLater()
