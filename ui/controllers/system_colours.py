"""The colours of the desktop, followed while the program runs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from erasmus_desk.storage.settings import Settings, ThemeMode

from ..main_window.window import MainWindow
from ..theme.palettes import HIGH_CONTRAST, ColourScheme, choose_colours, wants_high_contrast
from ..theme.user_settings import UserSettings


class SystemColours(QObject):
    """Applies light, dark or high contrast as the desktop does, unless the user chose one."""

    def __init__(
        self, window: MainWindow, user_settings: UserSettings, apply: Callable[[Settings], None]
    ) -> None:
        """Begin to follow; `apply` shows the window with the colours that hold then.

        The start goes by the palette: what asks for high contrast costs it 15 ms.
        """
        super().__init__(window)
        self._window, self._user_settings, self._apply = window, user_settings, apply
        self._hints = QGuiApplication.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.follow)
        self._accessibility.contrastPreferenceChanged.connect(self.follow)
        if wants_high_contrast() and window.theme.colours is not HIGH_CONTRAST:
            self.follow()

    def follow(self) -> None:
        """Apply the colours of the desktop where they are other ones."""
        settings = self._user_settings.current
        colours = choose_colours(ColourScheme.SYSTEM)
        if settings.theme is ThemeMode.SYSTEM and colours is not self._window.theme.colours:
            self._apply(settings)
