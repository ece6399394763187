"""The dialogs about the program itself, which no start shows."""

from __future__ import annotations

import logging
import platform
from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication

from erasmus_desk import RELEASED, __version__
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage.settings import Settings

from ..dialogs.about import AboutDialog, ShortcutsDialog
from ..dialogs.preferences import PreferencesDialog
from ..i18n.dates import format_date
from ..i18n.joined import join_parts
from ..main_window.window import MainWindow
from ..session.services import Services
from .home_texts import HomeTexts

log = logging.getLogger("erasmus_desk.ui.report")
YOUNG_DAYS = 365
"""Days in which a version is up to date: there is a call each year."""


def describe_program() -> str:
    """Return the versions of program, Python and Qt and the system, for a report of a problem."""
    versions = f"python {platform.python_version()}, qt {qVersion()}"
    system = f"{platform.platform()}, {QGuiApplication.platformName()}"
    return f"Erasmus Desk {__version__}, {versions}, {system}"


def describe_age(today: date, language: str) -> str:
    """Return of which day the program is, with advice when it is old."""
    sentence = QCoreApplication.translate("About", "This version is of {}.")
    text = sentence.format(format_date(RELEASED, language))
    if (today - RELEASED).days <= YOUNG_DAYS:
        return text
    advice = QCoreApplication.translate(
        "About",
        "It is more than a year old. Calls and rules change every year: look for a newer version.",
    )
    return f"{text} {advice}"


class ProgramDialogs:
    """Shows one dialog at a time over the window."""

    def __init__(self, window: MainWindow, services: Services, paths: AppPaths) -> None:
        self._window = window
        self._services = services
        self._paths = paths

    def ask_preferences(self, current: Settings, languages: tuple[str, ...]) -> Settings | None:
        """Return the settings that the user chose, or `None`."""
        space = self._services.measure_history()
        return PreferencesDialog.ask(self._window, current, languages, space, self._paths)

    def show_shortcuts(self, shortcuts: tuple[tuple[str, str], ...]) -> None:
        """Show the keyboard shortcuts."""
        ShortcutsDialog(self._window, shortcuts).run()

    def show_about(self) -> None:
        """Show version, age and licence of the program, and its calls with their deadlines."""
        age = describe_age(datetime.now(UTC).date(), self._window.language)
        calls = HomeTexts(self._window, self._paths).list_calls()
        facts = tuple(join_parts(one.name, one.state, *one.deadline.split("\n")) for one in calls)
        AboutDialog(self._window, __version__, age, facts).run()

    def report_problem(self) -> None:
        """Open the folder of the log and copy what to report with it; nothing is sent."""
        about, file = describe_program(), self._paths.log
        # The file is made by its first line, and most starts write none.
        log.info("a problem is reported: %s", about)
        QGuiApplication.clipboard().setText(about)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))
        text = QCoreApplication.translate(
            "ProgramDialogs",
            "The version of the program and of your system was copied. Paste it into your message, "
            "and attach the file {}. It contains no text of your proposals.",
        )
        self._window.notifications.notify("report", text.format(file))
