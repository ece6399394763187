"""The look and the language of the application, now and when they change."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from erasmus_desk.i18n import messages
from erasmus_desk.i18n import messages as sentences
from erasmus_desk.i18n.messages import Sentences
from erasmus_desk.paths import Places
from erasmus_desk.storage.settings import Settings

from . import theme
from .palettes import DARK, LIGHT, Colours, Scheme, colours_for
from .theme import Icons, Look

HALF = 128
"""Lightness half way from black to white."""


class Wardrobe:
    """Gives the application its look and its language."""

    def __init__(self, app: QApplication, places: Places, chosen: Settings) -> None:
        """Dress the application as the settings say."""
        self._app = app
        self._places = places
        self._icons = Icons(places.resources / "icons")
        self._translators: list[QTranslator] = []
        self._sentences: Sentences | None = None
        # Qt would say so as well, but by an enumeration (`by_name`); later the palette is ours.
        is_dark = app.palette().window().color().lightness() < HALF
        self._found: Colours | None = DARK if is_dark else LIGHT
        self.look = self.dress(chosen)
        self.language = self.speak(chosen)

    def dress(self, chosen: Settings) -> Look:
        """Apply palette and type size."""
        scheme = Scheme(chosen.theme.value)
        found, self._found = self._found, None
        self.look = Look(
            found if found and scheme is Scheme.SYSTEM else colours_for(scheme), self._icons
        )
        theme.apply(self._app, self.look, chosen.text_scale)
        return self.look

    def speak(self, chosen: Settings) -> str:
        """Apply the language of the interface and give its code."""
        wanted = chosen.language or QLocale.system().name()
        self.language = messages.spoken(self._places.resources / "sentences", wanted)
        self._sentences = None
        for old in self._translators:
            self._app.removeTranslator(old)
        self._translators = []
        own = str(self._places.resources / "translations")
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (("qtbase", qt), ("erasmus_desk", own)):
            translator = QTranslator()
            if translator.load(f"{name}_{self.language}", folder):
                self._app.installTranslator(translator)
                self._translators.append(translator)
        QLocale.setDefault(QLocale(self.language))
        return self.language

    @property
    def sentences(self) -> Sentences:
        """The sentences of the core in the language of the interface, read when first asked."""
        if self._sentences is None:
            folder = self._places.resources / "sentences"
            self._sentences = sentences.load(folder, self.language)
        return self._sentences
