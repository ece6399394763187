"""The dialogs about the program itself, which no start shows."""

from __future__ import annotations

from erasmus_desk import __version__
from erasmus_desk.storage.settings import Settings

from ..dialogs.about import AboutDialog, ShortcutsDialog
from ..dialogs.preferences import PreferencesDialog
from ..main_window.window import MainWindow
from ..session.services import Services


class ProgramDialogs:
    """Shows one dialog at a time over the window."""

    def __init__(self, window: MainWindow, services: Services) -> None:
        self._window = window
        self._services = services

    def ask_preferences(self, current: Settings, languages: tuple[str, ...]) -> Settings | None:
        """Return the settings that the user chose, or `None`."""
        space = self._services.measure_history()
        return PreferencesDialog.ask(self._window, current, languages, space)

    def show_shortcuts(self, shortcuts: tuple[tuple[str, str], ...]) -> None:
        """Show the keyboard shortcuts."""
        ShortcutsDialog(self._window, shortcuts).run()

    def show_about(self) -> None:
        """Show version and licence."""
        AboutDialog(self._window, __version__).run()
