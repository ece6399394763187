"""One open draft in the window: the bar on top, the desk below, the bell that calls it forward."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erasmus_desk.sentences import Sentences

from .bell import Bell
from .desk import Desk
from .keeper import OpenDraft
from .theme import Look
from .topbar import TopBar


class Workplace(QWidget):
    """The bar and the desk of a draft, put together."""

    called = Signal()
    """Another start of the program wanted this draft."""

    def __init__(self, opened: OpenDraft, sentences: Sentences, look: Look, bells: Path) -> None:
        """Build both; `bells` is the folder for calls from other starts."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.topbar = TopBar(opened.session, look)
        self.desk = Desk(opened.session, opened.watch, sentences, look)
        layout.addWidget(self.topbar)
        layout.addWidget(self.desk, 1)
        self.topbar.check_wanted.connect(self.desk.check)
        self.topbar.word_wanted.connect(self.desk.show_word)
        self.topbar.guidance_wanted.connect(self.desk.toggle_guidance)
        self._bell = Bell(bells, opened.session.path)
        self._bell.rung.connect(self.called)
