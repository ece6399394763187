"""The theme and the interface language of the application."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from erasmus_desk.i18n import messages
from erasmus_desk.i18n.messages import Messages
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage.settings import Settings

from . import theme
from .languages import list_languages, load_words
from .palettes import DARK, LIGHT, Colours, ColourScheme, choose_colours
from .theme import Icons, Theme

MEDIUM_LIGHTNESS = 128
"""Lightness halfway between black and white."""


class Appearance:
    """Applies theme and language to the application, at the start and on changes."""

    def __init__(self, app: QApplication, paths: AppPaths, settings: Settings) -> None:
        self._app = app
        self._paths = paths
        self._icons = Icons(paths.resources / "icons")
        self._translators: tuple[QTranslator, ...] = ()
        self._messages: Messages | None = None
        # Qt would say so as well, but by an enumeration (`by_name`); later the palette is ours.
        is_dark = app.palette().window().color().lightness() < MEDIUM_LIGHTNESS
        self._system_colours: Colours | None = DARK if is_dark else LIGHT
        self.theme = self.apply_theme(settings)
        self.language = self.install_language(settings)

    def apply_theme(self, settings: Settings) -> Theme:
        """Apply colours and type size, and return the theme."""
        scheme = ColourScheme(settings.theme.value)
        system, self._system_colours = self._system_colours, None
        self.theme = Theme(
            system if system and scheme is ColourScheme.SYSTEM else choose_colours(scheme),
            self._icons,
        )
        theme.apply_theme(self._app, self.theme, settings.text_scale)
        return self.theme

    def install_language(self, settings: Settings) -> str:
        """Install the interface language and return its code."""
        self.language = self._choose_language(settings.language)
        self._messages = None
        self.remove_language()
        self._translators = load_words(self._paths.resources, self.language)
        for translator in self._translators:
            self._app.installTranslator(translator)
        QLocale.setDefault(QLocale(self.language))
        for window in self._app.topLevelWidgets():
            # What is in it writes numbers and dates as the window does.
            window.setLocale(QLocale())
        return self.language

    def _choose_language(self, wanted: str) -> str:
        """Return the language to speak: the one wanted, else the first known of the system's."""
        known, system = self.languages, QLocale.system()
        if wanted or system.language() is QLocale.Language.C:
            return messages.choose_language(known, wanted)
        names = (system.name(), *system.uiLanguages(), messages.MAIN_LANGUAGE)
        return next(filter(None, (messages.choose_language(known, one, "") for one in names)))

    def remove_language(self) -> None:
        """Take words and formats of the interface out of the application, which may outlive us."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = ()
        QLocale.setDefault(QLocale.system())

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the interface can have."""
        return list_languages(self._paths.resources)

    @property
    def messages(self) -> Messages:
        """The messages of the core in the interface language, read on first use."""
        if self._messages is None:
            folder = self._paths.resources / "sentences"
            loaded = messages.load_messages(folder, self.language)
            self._messages = replace(loaded, joins_counts=True)
        return self._messages
