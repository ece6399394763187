"""The window is on its screen, however small that is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk.storage.settings import Settings
from ui.theme.user_settings import UserSettings


class Placed(QWidget):
    """A window that counts how often it is moved."""

    moves = 0

    def move(self, *place: int) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Move, and count it."""
        self.moves += 1
        super().move(*place)


def test_a_window_on_its_screen_stays_in_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    user_settings = UserSettings(Settings(), tmp_path / "settings.json")
    window, again = Placed(), Placed()
    for one in (window, again):
        qtbot.addWidget(one)
    window.setGeometry(50, 60, 300, 200)
    window.show()
    user_settings.save_geometry(window)
    user_settings.restore_geometry(again)
    # A move before the frame is known would put it lower by its title bar.
    assert again.moves == 0
    assert again.geometry() == window.geometry()


@pytest.mark.parametrize("below", [1, 10])
def test_a_window_as_high_as_its_screen_stays_as_it_is(
    qtbot: QtBot, tmp_path: Path, below: int
) -> None:
    user_settings = UserSettings(Settings(), tmp_path / "settings.json")
    window, again = Placed(), Placed()
    for one in (window, again):
        qtbot.addWidget(one)
    screen, bar = window.screen().availableGeometry(), 30
    window.setGeometry(1, bar, 300, screen.height() - bar - below)
    window.show()
    user_settings.save_geometry(window)
    user_settings.restore_geometry(again)
    assert again.moves == 0
    assert not again.isMaximized()
    assert again.geometry() == window.geometry()


def test_the_least_size_of_a_window_fits_on_its_screen(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(5000, 4000)
    UserSettings(Settings(), tmp_path / "settings.json").restore_geometry(window)
    room = window.screen().availableGeometry()
    assert window.minimumWidth() <= room.width()
    assert window.minimumHeight() < room.height()
    assert window.width() <= room.width()
