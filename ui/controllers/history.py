"""The controller of the history: what is kept by name, compared, and brought back."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QInputDialog

from erasmus_desk.draft.model import Change, ChangeSet, Draft, Key
from erasmus_desk.errors import JournalError
from erasmus_desk.storage import drafts
from erasmus_desk.storage.draft_history import DraftHistory
from erasmus_desk.storage.named_versions import VersionReason

from ..main_window.page_factory import HISTORY
from ..main_window.window import MainWindow
from ..session.draft_manager import OpenDraft
from .undo_offer import UndoOffer

TOPIC = "history"


class VersionsPage(Protocol):
    """The page with the earlier versions: it is loaded when it is first shown."""

    @property
    def history_requested(self) -> SignalInstance:
        """The page is shown."""
        ...

    @property
    def name_requested(self) -> SignalInstance:
        """The proposal as it is now is to be kept under a name."""
        ...

    @property
    def restore_requested(self) -> SignalInstance:
        """Changes are to be made (a ChangeSet), which come from a version (its name)."""
        ...

    @property
    def copy_requested(self) -> SignalInstance:
        """A version (a Draft) is to be opened as a proposal of its own."""
        ...

    def refresh(self) -> None:
        """Show the versions anew."""
        ...

    def show_history(self, history: DraftHistory) -> None:
        """Show these versions."""
        ...

    def show_answer(self, key: Key) -> None:
        """Show the versions of one answer."""
        ...


class HistoryController(QObject):
    """Serves the history page of the open draft, and keeps the versions of note."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page: VersionsPage | None = None
        self._undo_offer = UndoOffer(window, TOPIC)
        window.draft_opened.connect(self._on_opened)

    def attach(self, page: VersionsPage) -> None:
        """Connect to the signals of a page."""
        self._page = page
        page.history_requested.connect(partial(self._show, page))
        page.name_requested.connect(self.name_version)
        page.restore_requested.connect(self._restore)
        page.copy_requested.connect(self._open_copy)

    def show(self, key: Key | None = None) -> None:
        """Show the earlier versions, of one answer or of all."""
        editor = self._window.editor
        if editor is not None:
            self._window.stack.close_over()
            editor.show_step(HISTORY)
            if key is not None and self._page is not None:
                self._page.show_answer(key)

    def name_version(self) -> None:
        """Ask for a name, and keep the proposal as it is now under it."""
        title = self.tr("Name this version")
        label = self.tr("A version with a name is always kept, for example “before the meeting”.")
        name, is_given = QInputDialog.getText(self._window, title, label)
        if is_given:
            self.keep(VersionReason.BY_HAND, name.strip())

    def keep(self, reason: VersionReason, name: str = "") -> None:
        """Keep the open draft as it is now."""
        opened = self._window.opened
        if opened is None:
            return
        opened.autosave.write_journal()
        # A version that cannot be named now is still among those of the journal.
        try:
            history = self._window.draft_manager.find_history(opened)
            history.keep(opened.session.draft, reason, name)
        except JournalError as problem:
            if reason is VersionReason.BY_HAND:
                self._window.show_error(problem)
        self._refresh()

    def keep_exported(self, recipients: str, file: str) -> None:
        """Keep what was sent to somebody, or written to a file for nobody in particular."""
        reason = VersionReason.SENT if recipients else VersionReason.EXPORTED
        self.keep(reason, recipients or file)

    def keep_imported(self, files: str) -> None:
        """Keep the proposal with the changes of files that were imported."""
        self.keep(VersionReason.IMPORTED, files)

    def keep_carried(self, before: str) -> None:
        """Keep the proposal as it came from another call."""
        self.keep(VersionReason.CARRIED, before)

    def _refresh(self) -> None:
        editor = self._window.editor
        if editor is not None and editor.step == HISTORY and self._page is not None:
            self._page.refresh()

    def _show(self, page: VersionsPage) -> None:
        opened = self._window.opened
        if opened is not None:
            opened.autosave.write_journal()
            page.show_history(self._window.draft_manager.find_history(opened))

    def _restore(self, change_set: ChangeSet, version: str) -> None:
        """Make the change as one step, which can be undone."""
        opened = self._window.opened
        if opened is None or not change_set.changes:
            return
        opened.session.perform(change_set)
        opened.autosave.write_journal()
        self._refresh()
        self._undo_offer.show(self.tr("Restored from {}.").format(version))

    def _open_copy(self, draft: Draft) -> None:
        """Open a version as a proposal of its own; the open one stays as it is."""
        window, opened = self._window, self._window.opened
        if opened is None or not window.secure(partial(self._open_copy, draft)):
            return
        with window.showing_errors():
            title = opened.session.path.stem
            path = window.draft_manager.create(drafts.duplicate(draft), title)
            if window.open_draft(path):
                text = self.tr("This is a new proposal: “{0}”. “{1}” is not changed.")
                window.notifications.notify(
                    "copy", text.format(path.name, opened.session.path.name)
                )

    def _on_opened(self, opened: OpenDraft) -> None:
        opened.session.changed.connect(self._on_changed)
        opened.session.history_requested.connect(self.show)

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        """Keep the proposal after its project type was changed."""
        opened = self._window.opened
        if opened is None:
            return
        session = opened.session
        kind = Key(session.pack.role("kind"))
        switched = next((one for one in changes if one.key == kind and one.old and one.new), None)
        if switched is not None:
            name = session.texts.get(f"kind.{switched.new}.short")
            self.keep(VersionReason.SWITCHED, name)
