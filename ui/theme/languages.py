"""The languages of the interface: those for which all files are there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTranslator

from erasmus_desk.i18n import messages

TRANSLATIONS = "translations"
"""The folder of the words of the window."""
WORDS = "erasmus_desk_{}"
"""The name of the file with the words of the window in a language, compiled by lrelease."""
WORDS_OF_QT = "qtbase_{}"
"""The same for the words of Qt's own menus and dialogs: Qt's file, and ours of what that lacks."""


def list_languages(resources: Path) -> tuple[str, ...]:
    """Return the codes of the languages whose words are all there, the main one first.

    The window speaks the main language by its source, also where nothing is compiled.
    """
    compiled = {place.stem for place in (resources / TRANSLATIONS).glob("*.qm")}
    return tuple(
        code
        for code in messages.list_languages(resources / "sentences")
        if code == messages.MAIN_LANGUAGE or WORDS.format(code) in compiled
    )


def load_words(resources: Path, language: str) -> tuple[QTranslator, ...]:
    """Return the words of Qt and of the window in a language, to be installed in this order.

    Qt asks what was installed last first, so that its own words go before ours of the same.
    """
    own = str(resources / TRANSLATIONS)
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    found: list[QTranslator] = []
    for name, folder in ((WORDS_OF_QT, own), (WORDS_OF_QT, of_qt), (WORDS, own)):
        translator = QTranslator()
        if translator.load(name.format(language), folder):
            found.append(translator)
    return tuple(found)
