"""How old the program says it is, and what it hands over to report a problem."""

from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication

from erasmus_desk import RELEASED, __version__
from erasmus_desk.paths import find_paths
from ui.controllers import program_dialogs
from ui.controllers.program_dialogs import ProgramDialogs, describe_age
from ui.main_window.window import MainWindow
from ui.session.services import Services


def test_a_version_says_its_day_and_after_a_year_that_there_may_be_a_newer_one(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program_dialogs, "RELEASED", date(2026, 11, 29))
    fresh = describe_age(date(2027, 11, 29), "en")
    assert "29\u00a0November 2026" in fresh
    assert "newer" not in fresh
    assert "newer" in describe_age(date(2027, 11, 30), "en")


def test_the_day_of_the_version_has_come() -> None:
    assert date.today() >= RELEASED - timedelta(days=1)  # noqa: DTZ011 - a day by this clock


def test_a_report_has_versions_system_and_the_log_and_is_sent_nowhere(
    qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    told: dict[str, str] = {}
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    notifications = SimpleNamespace(notify=told.__setitem__)
    window = cast("MainWindow", SimpleNamespace(notifications=notifications))
    places = find_paths()
    ProgramDialogs(window, Services(places), places).report_problem()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"Erasmus Desk {__version__}, python ")
    assert str(Path.home()) not in copied
    assert [Path(url.toLocalFile()) for url in opened] == [places.log.parent]
    assert str(places.log) in told["report"]
