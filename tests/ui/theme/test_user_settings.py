"""The window is on its screen, however small that is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk.storage.settings import Settings
from ui.theme.user_settings import UserSettings


def test_the_least_size_of_a_window_fits_on_its_screen(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(5000, 4000)
    UserSettings(Settings(), tmp_path / "settings.json").restore_geometry(window)
    room = window.screen().availableGeometry()
    assert window.minimumWidth() <= room.width()
    assert window.minimumHeight() < room.height()
    assert window.width() <= room.width()
