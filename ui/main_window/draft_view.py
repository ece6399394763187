"""The view of one open draft, which the main window loads with the first draft."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from erasmus_desk.i18n.messages import Messages

from ..pages.base import Page
from ..session.draft_manager import OpenDraft
from ..theme.theme import Theme
from .editor import Editor
from .top_bar import TopBar


class DraftView(QWidget):
    """The top bar and the editor of one draft."""

    def __init__(
        self,
        opened: OpenDraft,
        messages: Messages,
        theme: Theme,
        attach_page: Callable[[str, Page], None],
    ) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.top_bar = TopBar(opened.session, theme)
        self.editor = Editor(opened.session, opened.check_runner, messages, theme, attach_page)
        layout.addWidget(self.top_bar)
        layout.addWidget(self.editor, 1)
        self.top_bar.checks_requested.connect(self.editor.show_checks)
        self.top_bar.export_requested.connect(self.editor.show_export)
        self.top_bar.guidance_requested.connect(self.editor.toggle_guidance)
