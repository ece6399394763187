"""The whole program, with a home folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk import paths
from erasmus_desk.storage import settings
from erasmus_desk.storage.settings import Settings
from tests.ui.keyboard import Keyboard, process_events
from ui import app
from ui.controllers.application import ApplicationController

StartProgram = Callable[..., ApplicationController]


@pytest.fixture
def start_program(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[StartProgram]:
    """Return a function that starts the program; all are shut down at the end."""
    controllers: list[ApplicationController] = []

    def start(chosen: Settings | None = None, path: Path | None = None) -> ApplicationController:
        app_paths = paths.find_paths()
        if chosen is not None:
            settings.save(chosen, app_paths.settings)
        controller = app.build_controller(qapp, app_paths)
        controllers.append(controller)
        with qtbot.waitActive(controller.window):
            controller.start(path)
        controller.window.resize(1366, 768)
        process_events()
        return controller

    yield start
    for controller in controllers:
        controller.shut_down()
        controller.window.deleteLater()
    process_events()


@pytest.fixture
def controller(start_program: StartProgram) -> ApplicationController:
    return start_program(Settings(language="en"))


@pytest.fixture
def keyboard(controller: ApplicationController, qtbot: QtBot) -> Keyboard:
    return Keyboard(controller.window, qtbot)
