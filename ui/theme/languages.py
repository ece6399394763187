"""The languages of the interface: those for which all files are there."""

from __future__ import annotations

from pathlib import Path

from erasmus_desk.i18n import messages

TRANSLATIONS = "translations"
"""The folder of the words of the window."""
WORDS = "erasmus_desk_{}"
"""The name of the file with the words of the window in a language, compiled by lrelease."""
WORDS_OF_QT = "qtbase_{}"
"""The same for the words of Qt's own menus and dialogs: Qt's file, else one of ours beside it."""


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
