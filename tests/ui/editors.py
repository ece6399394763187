"""Real sessions and the real theme, as in the program."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from erasmus_desk import paths
from erasmus_desk.call.library import Library
from erasmus_desk.storage import drafts
from ui.controllers.application import ApplicationController
from ui.main_window.editor import Editor
from ui.session.session import Session
from ui.theme.palettes import ColourScheme, choose_colours
from ui.theme.theme import Icons, Theme, apply_theme

RESOURCES: Final = paths.find_paths().resources
ALL_EXAMPLES: Final = tuple(sorted((RESOURCES / "examples").glob("*.erasmus")))
EXAMPLES: Final = tuple(one for one in ALL_EXAMPLES if b'"ka2-2017"' in one.read_bytes()[:1000])
"""Those of the call whose questions the tests name, that of good practices first."""
LANGUAGES: Final = ("en", "nl")


def library() -> Library:
    return Library((RESOURCES / "calls",))


def apply_test_theme(
    app: QApplication, scheme: ColourScheme = ColourScheme.LIGHT, text_scale: int = 100
) -> Theme:
    """Apply the theme to the application and return it."""
    theme = Theme(choose_colours(scheme), Icons(RESOURCES / "icons"))
    apply_theme(app, theme, text_scale)
    return theme


def open_session(example: Path, language: str = "en") -> Session:
    """Open a shipped example without autosave."""
    draft = drafts.read(example).draft
    known = library()
    pack = known.load_pack(draft.pack.id)
    return Session(draft, pack, known.load_texts(pack.id, language), example)


def editor_of(controller: ApplicationController) -> Editor:
    """Return the editor of the proposal that is open."""
    editor = controller.window.editor
    assert editor is not None
    return editor
