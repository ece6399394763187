"""The preferences, chosen by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from erasmus_desk.paths import AppPaths
from erasmus_desk.storage import recovery_copies
from erasmus_desk.storage.second_backups import FOLDER
from erasmus_desk.storage.settings import Settings, ThemeMode
from tests.ui.dialogs.dialog_driver import press, run_dialog, tab_to
from tests.ui.editors import LANGUAGES, RESOURCES, apply_test_theme
from ui.dialogs.preferences import SCALES, PreferencesDialog
from ui.dialogs.storage_choice import HistorySpace
from ui.session.services import Services

BEFORE = Settings(last_folder=Path("folder"), recent=(Path("one"),), proposal_language="pl")


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> None:
    apply_test_theme(qapp)


def ask() -> Settings | None:
    return PreferencesDialog.ask(None, BEFORE, LANGUAGES)


def test_all_of_it_can_be_chosen_with_the_keyboard_alone() -> None:
    def act(dialog: PreferencesDialog) -> None:
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

    chosen = run_dialog(PreferencesDialog, ask, act)
    assert chosen == Settings(
        language="nl",
        theme=ThemeMode.CONTRAST,
        text_scale=125,
        guidance_shown=False,
        last_folder=BEFORE.last_folder,
        recent=BEFORE.recent,
        proposal_language="pl",
    )


def test_escape_changes_nothing() -> None:
    def act(dialog: PreferencesDialog) -> None:
        press(dialog, Qt.Key.Key_Down, Qt.Key.Key_Escape)

    assert run_dialog(PreferencesDialog, ask, act) is None


def test_enter_on_cancel_cancels() -> None:
    def act(dialog: PreferencesDialog) -> None:
        tab_to(dialog, dialog.cancel_button)
        press(dialog, Qt.Key.Key_Return)

    assert run_dialog(PreferencesDialog, ask, act) is None


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(language="nl", theme=ThemeMode.LIGHT, text_scale=200, guidance_shown=False),
        Settings(theme=ThemeMode.CONTRAST, text_scale=110),
    ],
)
def test_settings_are_shown_and_returned_unchanged(settings: Settings) -> None:
    def act(dialog: PreferencesDialog) -> None:
        dialog.apply_button.click()

    def ask_unchanged() -> Settings | None:
        return PreferencesDialog.ask(None, settings, LANGUAGES)

    assert run_dialog(PreferencesDialog, ask_unchanged, act) == settings


def test_a_place_that_cannot_be_written_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / FOLDER).touch()
    answers = iter((tmp_path, tmp_path / "free"))
    (tmp_path / "free").mkdir()

    def choose(*_: object) -> str:
        return str(next(answers))

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)

    def act(dialog: PreferencesDialog) -> None:
        choice = dialog.backup_choice
        choice.choose_button.click()
        dialog.apply_button.click()
        assert str(tmp_path) in choice.space_label.text()
        assert dialog.isVisible()
        choice.choose_button.click()
        dialog.apply_button.click()

    chosen = run_dialog(PreferencesDialog, ask, act)
    assert chosen == replace(BEFORE, backup_folder=tmp_path / "free" / FOLDER)
    assert (tmp_path / "free" / FOLDER).is_dir()


def test_languages_have_their_own_names() -> None:
    dialog = PreferencesDialog(None, Settings(), LANGUAGES)
    combo = dialog.language_combo
    assert [combo.itemText(place) for place in range(1, combo.count())] == ["English", "Nederlands"]
    assert [dialog.scale_combo.itemData(place) for place in range(len(SCALES))] == list(SCALES)
    dialog.deleteLater()


@pytest.mark.parametrize("size", [0, 3_200_000])
def test_what_recovery_copies_take_is_shown_beside_the_history(size: int, tmp_path: Path) -> None:
    paths = AppPaths(RESOURCES, tmp_path / "drafts", tmp_path / "local")
    services = Services(paths)
    services.journal.take_notice()
    if size:
        recovery_copies.write(paths.backups / "d1", "2026-11-29", b"x" * size)
    space = services.measure_history()
    dialog = PreferencesDialog(None, Settings(), LANGUAGES, space)
    (shown,) = dialog.findChildren(HistorySpace)
    assert shown.copies_label.isHidden() == (size == 0)
    assert not size or "3.2 MB, and 200 MB at most" in shown.copies_label.text()
    dialog.deleteLater()
    services.close()
