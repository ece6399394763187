"""Real sessions and the real look, as the program puts them together."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from erasmus_desk import paths
from erasmus_desk.call.library import Library
from erasmus_desk.storage import drafts
from ui.session.session import Session
from ui.theme import theme
from ui.theme.palettes import Scheme, colours_for
from ui.theme.theme import Icons, Look

RESOURCES: Final = paths.places().resources
EXAMPLES: Final = tuple(sorted((RESOURCES / "examples").glob("*.erasmus")))
LANGUAGES: Final = ("en", "nl")


def library() -> Library:
    return Library((RESOURCES / "calls",))


def dressed(app: QApplication, scheme: Scheme = Scheme.LIGHT, text_scale: int = 100) -> Look:
    """Give the whole application its look, and the look."""
    look = Look(colours_for(scheme), Icons(RESOURCES / "icons"))
    theme.apply(app, look, text_scale)
    return look


def session_of(example: Path, language: str = "en") -> Session:
    """Open a shipped example as the desk does, but for its saving."""
    draft = drafts.read(example).draft
    known = library()
    pack = known.pack(draft.pack.id)
    return Session(draft, pack, known.texts(pack.id, language), example)
