"""The controller of find and replace: it shows the panel, and the places that are found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from erasmus_desk.draft.model import Key

from ..dialogs.search_panel import Match, SearchPanel
from ..fields.shown_text import escape_unsupported, utf16_length
from ..main_window.window import MainWindow
from ..widgets.cursors import select_text


class WritingPage(Protocol):
    """What the focus mode shows, as far as a search needs it."""

    key: Key

    def has_key(self, key: Key) -> bool:
        """Return whether an answer is one of those that it leads through."""
        ...

    def show_key(self, key: Key) -> None:
        """Show another answer, with the focus in it."""
        ...

    def focus_first(self) -> None:
        """Set the focus in the answer."""
        ...

    def show_panel(self, panel: QWidget) -> None:
        """Insert a panel above the answer."""
        ...


class SearchController(QObject):
    """Shows the panel above the page, or above the answer in the focus mode."""

    def __init__(
        self,
        window: MainWindow,
        find_writing_page: Callable[[], WritingPage | None],
        stop_writing: Callable[[], None],
    ) -> None:
        """`find_writing_page` finds that of the focus mode, which `stop_writing` closes."""
        super().__init__(window)
        self._window = window
        self._find_writing_page, self._stop_writing = find_writing_page, stop_writing
        self._panel: SearchPanel | None = None
        window.draft_closed.connect(self.close)

    @property
    def panel(self) -> SearchPanel | None:
        """The panel while it is open; it goes with the page of the focus mode."""
        panel = self._panel
        return panel if panel is not None and shiboken6.isValid(panel) else None

    def show(self, *, can_replace: bool = False) -> None:
        """Show the panel with the focus in its line, with what replaces only if it is asked for."""
        opened, editor = self._window.opened, self._window.editor
        if opened is None or editor is None:
            return
        writing = self._find_writing_page()
        if writing is None:
            # Below another page, as that of the backups, nobody would see the panel.
            self._window.stack.close_over()
        panel = self.panel
        if panel is None or not panel.isVisible():
            self.close()
            self._panel = panel = SearchPanel(opened.session, self._window.theme)
            panel.chosen.connect(self._on_chosen)
            panel.marked.connect(self._on_marked)
            panel.closed.connect(self.close)
            (writing or editor).show_panel(panel)
        panel.show_replacing(is_shown=can_replace)
        panel.focus_first()

    def close(self) -> None:
        """Close the panel, if it is open; the focus goes back to where it was on the page."""
        panel, self._panel = self.panel, None
        if panel is None:
            return
        had_focus = panel.isAncestorOf(QApplication.focusWidget() or self._window)
        panel.hide()
        panel.deleteLater()
        page, editor = self._find_writing_page(), self._window.editor
        if not had_focus:
            return
        if page is not None:
            page.focus_first()
        elif editor is not None and (shown := editor.current_page()) is not None:
            inner: QWidget | None = shown.focusWidget()
            (inner or shown.title_label).setFocus()

    def _on_chosen(self, key: Key) -> None:
        """Show an answer with the place that was found marked in it."""
        panel = self.panel
        match = panel.first_match(key) if panel is not None else None
        field = self._show_answer(key)
        if match is not None:
            self._select(field, match)

    def _on_marked(self, match: Match) -> None:
        """Mark the place that is replaced next, and stay at the button that replaces it."""
        focused = QApplication.focusWidget()
        self._select(self._show_answer(match.key), match)
        if focused is not None and shiboken6.isValid(focused):
            focused.setFocus()

    def _show_answer(self, key: Key) -> QWidget | None:
        """Show an answer and return its field, which has the focus."""
        editor, page = self._window.editor, self._find_writing_page()
        if editor is None:
            return None
        if page is not None and page.has_key(key):
            if key != page.key:
                page.show_key(key)
            else:
                page.focus_first()
        else:
            if page is not None:
                self._leave_focus_mode()
            editor.show_key(key)
        return QApplication.focusWidget()

    def _leave_focus_mode(self) -> None:
        """Close the focus mode, and open the panel above the page with the same words."""
        before = self.panel
        words = (before.line.text(), before.replace_line.text()) if before is not None else ("", "")
        can_replace = before is not None and before.is_replacing
        self._stop_writing()
        self.show(can_replace=can_replace)
        if self.panel is not None:
            self.panel.line.setText(words[0])
            self.panel.replace_line.setText(words[1])

    def _select(self, field: QWidget | None, match: Match) -> None:
        opened = self._window.opened
        if opened is not None:
            text = opened.session.draft.text(match.key.question, match.key.item)
            start, end = (
                utf16_length(escape_unsupported(text[:place])) for place in (match.start, match.end)
            )
            select_text(field, start, end)
