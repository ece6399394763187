"""The controller of the place where the user stopped: remembers it, and leads back to it."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import shiboken6
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import is_desk_key
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage.last_places import LastPlace, LastPlaces

from ..main_window.editor import Editor
from ..main_window.page_factory import OVERVIEW
from ..main_window.window import MainWindow
from ..pages.base import Page
from ..pages.overview.page import OverviewPage
from ..qt_support import BackgroundTask, single_shot
from ..session.draft_manager import OpenDraft
from ..theme.theme import GRID
from ..widgets.cursors import find_cursor_point, read_cursor, set_cursor

SAVE_DELAY = 3000
"""Milliseconds after which a new place is written, also while the user goes on typing."""


class LastPlaceController(QObject):
    """Keeps the last place of the open draft on disk and offers it on the overview.

    It is written a moment after the user moved or typed, so that it is near the last words that
    the journal has, also after a crash; when another step is shown; and when the draft is closed.
    """

    saved = Signal()

    def __init__(self, window: MainWindow, paths: AppPaths) -> None:
        super().__init__(window)
        self._window = window
        self._places = LastPlaces(paths.last_places)
        self._draft = ""
        self._place: LastPlace | None = None
        self._saved_place: LastPlace | None = None
        self._field: QWidget | None = None
        """The field that had the focus last; the cursor is read from it when it is needed."""
        self._task: BackgroundTask[None] | None = None
        self._timer = single_shot(self, SAVE_DELAY)
        self._timer.timeout.connect(self._save)
        window.draft_opening.connect(self._load)
        window.page_built.connect(self._on_page_built)
        window.editor_built.connect(self._on_editor_built)
        window.draft_opened.connect(self._on_opened)
        window.draft_closed.connect(self._on_closed)
        self._load()

    def find_place(self) -> LastPlace | None:
        """Return where the cursor is in an answer of the page that is shown, if it is in one."""
        page = self._window.editor.current_page() if self._window.editor is not None else None
        self._read_cursor()
        if page is None or self._field is None or page.focusWidget() is not self._field:
            return None
        return self._place

    def _load(self) -> None:
        opened = self._window.opened
        if opened is not None:
            self._draft = opened.session.draft.id
            self._place = self._saved_place = self._places.find(self._draft)
            self._window.show_notice(self._places.take_notice())

    def _on_page_built(self, step: str, page: Page) -> None:
        page.focused.connect(self._on_focused)
        if step == OVERVIEW and isinstance(page, OverviewPage):
            self._read_cursor()
            page.continued.connect(self._go_on)
            page.show_place(self._place)

    def _on_editor_built(self) -> None:
        if self._window.editor is not None:
            self._window.editor.step_changed.connect(self._on_step_changed)

    def _on_opened(self, opened: OpenDraft) -> None:
        opened.session.changed.connect(self._on_changed)

    def _on_focused(self, key: Key) -> None:
        editor = self._window.editor
        page = editor.current_page() if editor is not None else None
        if page is not None and not is_desk_key(key):
            self._field = page.focusWidget()
            self._place = LastPlace(key, datetime.now(UTC), read_cursor(self._field))
            self._save_soon()

    def _on_changed(self) -> None:
        if self._place is not None:
            self._save_soon()

    def _save_soon(self) -> None:
        # Not restarted by the next key: who types without a rest would lose the place.
        if not self._timer.isActive():
            self._timer.start()

    def _on_step_changed(self) -> None:
        self._save()
        page = self._window.editor.current_page() if self._window.editor is not None else None
        if isinstance(page, OverviewPage):
            page.show_place(self._place)
            # Who goes through the steps with the arrow keys stays in their list.
            focus = self._window.focusWidget()
            if page.isAncestorOf(focus):
                page.focus_first()

    def _on_closed(self) -> None:
        self._read_cursor()
        self._timer.stop()
        self._wait()
        if self._place is not None and self._place != self._saved_place:
            self._places.save(self._draft, self._place)
        self._place = self._saved_place = self._field = None

    def _read_cursor(self) -> None:
        """Take the present position of the cursor, unless its field is gone."""
        if self._field is None or not shiboken6.isValid(self._field):
            self._field = None
        elif self._place is not None:
            position = read_cursor(self._field)
            if position != self._place.position:
                self._place = replace(self._place, position=position, at=datetime.now(UTC))

    def _save(self) -> None:
        """Write the place in a thread, as a slow disk must not stop the next key."""
        self._read_cursor()
        if self._place is None or self._place == self._saved_place:
            return
        self._wait()
        self._saved_place = self._place
        save = partial(self._places.save, self._draft, self._place)
        self._task = BackgroundTask("last-place", save, self.saved)

    def _wait(self) -> None:
        if self._task is not None:
            self._task.join()
            self._task = None

    def _go_on(self, place: LastPlace) -> None:
        """Show the answer of a place with the cursor where it was."""
        if self._window.editor is not None:
            go_to_cursor(self._window.editor, place.key, place.position)


def go_to_cursor(editor: Editor, key: Key, position: int | None) -> None:
    """Show an answer with the cursor at a place in UTF-16 units, if it has one."""
    editor.show_key(key)
    page = editor.current_page()
    if page is None or position is None:
        return
    set_cursor(page.focusWidget(), position)
    # The page is laid out when its events are processed.
    QTimer.singleShot(0, page, partial(_reveal_cursor, page))


def _reveal_cursor(page: Page) -> None:
    field = page.focusWidget()
    content = page.widget()
    if field and content is not None and content.isAncestorOf(field):
        point = field.mapTo(content, find_cursor_point(field))
        page.ensureVisible(point.x(), point.y(), 0, GRID * 6)
