"""The controller of the focus mode: it opens and closes it, and leads back to the same place."""

from __future__ import annotations

from functools import partial

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from erasmus_desk.draft.model import Key

from ..fields.question_box import QuestionBox
from ..fields.text_field import TextField
from ..main_window.focus_page import FocusPage
from ..main_window.window import MainWindow
from ..pages.base import Page
from ..session.draft_manager import OpenDraft
from ..widgets.cursors import read_cursor
from .last_place import go_to_cursor

MAX_HEIGHT = 16_777_215


class FocusModeController(QObject):
    """Shows one long answer in place of the whole window, on the wish of the user."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page: FocusPage | None = None
        self._covered: Page | None = None
        """The page below, which is refreshed when it is in sight again."""
        window.draft_opened.connect(self._on_opened)
        if window.opened is not None:
            self._on_opened(window.opened)

    @property
    def page(self) -> FocusPage | None:
        """The page of the focus mode while it is open."""
        page = self._page
        is_open = page is not None and shiboken6.isValid(page)
        return page if is_open and self._window.stack.currentWidget() is page else None

    def toggle(self) -> None:
        """Open the focus mode for the answer that has the focus, or close it."""
        if self.page is not None:
            self.close()
        else:
            self.open()

    def open(self, key: Key | None = None) -> None:
        """Show an answer, otherwise that with the focus, otherwise the first one of the page."""
        editor = self._window.editor
        page = editor.current_page() if editor is not None else None
        if editor is None or page is None or self._window.opened is None:
            return
        boxes = list_text_boxes(page)
        focused = find_box(QApplication.focusWidget())
        if key is None and focused is not None:
            key = focused.key
        box = next((one for one in boxes if one.key == key), boxes[0] if boxes else None)
        if box is None:
            return
        cursor = read_cursor(box.field.box) if isinstance(box.field, TextField) else 0
        titles = {row.id: row.title for row in editor.step_list.model.rows}
        title = titles.get(editor.step) or page.title_label.text()
        keys = tuple(one.key for one in boxes)
        session = self._window.opened.session
        self._page = focus = FocusPage(session, self._window.theme, title, keys)
        focus.closed.connect(self.close)
        focus.key_shown.connect(self._show_findings)
        focus.destroyed.connect(partial(self._on_destroyed, page))
        page.is_covered, self._covered = True, page
        self._window.stack.show_over(focus)
        # A hidden menu bar would take its shortcuts with it.
        self._window.menuBar().setMaximumHeight(0)
        focus.show_key(box.key, cursor or 0)
        self._show_saved()

    def close(self) -> None:
        """Lead back to the page, with the cursor at the same place."""
        focus, editor = self.page, self._window.editor
        if focus is None or editor is None:
            return
        key, cursor = focus.key, focus.cursor_position()
        self._window.stack.close_over()
        self._page = None
        self._uncover()
        go_to_cursor(editor, key, cursor)

    def _on_opened(self, opened: OpenDraft) -> None:
        opened.check_runner.finished.connect(self._show_findings)
        opened.autosave.status_changed.connect(self._show_saved)
        opened.session.revealed.connect(self._on_revealed)

    def _on_revealed(self, key: Key) -> None:
        """Show what undo changed: here if it is one of these answers, else on its page."""
        focus, editor = self.page, self._window.editor
        if focus is None or editor is None:
            return
        if not focus.has_key(key):
            self._window.stack.close_over()
            self._uncover()
            editor.reveal(key)
        elif key != focus.key:
            focus.show_key(key)

    def _show_findings(self) -> None:
        if self.page is not None and self._window.editor is not None:
            findings = self._window.editor.findings()
            self.page.show_remarks(findings.get(self.page.key, ()))

    def _show_saved(self) -> None:
        if self.page is not None and self._window.top_bar is not None:
            saved = self._window.top_bar.saved_label
            self.page.saved_label.show_state(saved.state, saved.text())

    def _on_destroyed(self, covered: Page, *_: object) -> None:
        """Uncover the page; with other preferences the mode is open again over a new one."""
        if self._covered is covered:
            self._uncover()

    def _uncover(self) -> None:
        """Show the menus again, and on the page what was written meanwhile."""
        page, self._covered = self._covered, None
        if page is not None and shiboken6.isValid(page):
            page.is_covered = False
            page.refresh()
        if shiboken6.isValid(self._window):
            self._window.menuBar().setMaximumHeight(MAX_HEIGHT)


def list_text_boxes(page: QWidget) -> list[QuestionBox]:
    """Return the long texts that a page asks, in their order."""
    boxes = page.findChildren(QuestionBox)
    return [box for box in boxes if isinstance(box.field, TextField) and box.isVisibleTo(page)]


def find_box(widget: QWidget | None) -> QuestionBox | None:
    """Return the question that a widget belongs to."""
    while widget is not None and not isinstance(widget, QuestionBox):
        widget = widget.parentWidget()
    return widget
