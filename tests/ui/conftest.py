"""The whole program, as it is put together for its users, in a home of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk import paths
from erasmus_desk.storage import settings
from erasmus_desk.storage.settings import Settings
from tests.ui.hands import Hands, settle
from ui import app
from ui.controllers.application import Office

MakeOffice = Callable[..., Office]


@pytest.fixture
def make_office(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[MakeOffice]:
    """Start the program, as often as wanted, with settings if given; all are ended."""
    offices: list[Office] = []

    def make(chosen: Settings | None = None, named: Path | None = None) -> Office:
        places = paths.places()
        if chosen is not None:
            settings.save(chosen, places.settings)
        office = app.make_office(qapp, places)
        offices.append(office)
        with qtbot.waitActive(office.window):
            office.begin(named)
        office.window.resize(1366, 768)
        settle()
        return office

    yield make
    for office in offices:
        office.end()
        office.window.deleteLater()
    settle()


@pytest.fixture
def office(make_office: MakeOffice) -> Office:
    return make_office(Settings(language="en"))


@pytest.fixture
def hands(office: Office, qtbot: QtBot) -> Hands:
    return Hands(office.window, qtbot)
