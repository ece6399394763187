"""The controller of other versions of the open draft, which are merged into it answer by answer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, SignalInstance

from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import JournalError
from erasmus_desk.review_import import version_merge
from erasmus_desk.review_import.result import ImportResult
from erasmus_desk.review_import.version_merge import OtherVersion
from erasmus_desk.storage.conflict_copies import ConflictCopy
from erasmus_desk.storage.drafts import DraftFile
from erasmus_desk.storage.named_versions import VersionReason
from erasmus_desk.storage.open_file import FileState

from ..i18n import plurals
from ..main_window.notice_bar import CONFLICT, MERGE
from ..main_window.window import MainWindow
from ..pages.review_import.decision_model import DecisionModel
from ..qt_support import move_to_trash
from ..session.draft_manager import OpenDraft
from ..session.other_versions import adopt, build_saved, read_file
from .long_work import LongWork
from .undo_offer import UndoOffer

MERGED, TRASH = "merged", "trash"
"""The topic of the notice that something was merged, and its answer beside Undo."""
MERGING = "merging"
"""The topic of the notice that something is being merged."""


class DecidingPage(Protocol):
    """The page on which is decided: it is loaded when there is something to decide."""

    @property
    def refresh_requested(self) -> SignalInstance:
        """The version is to be merged again, with what the draft is now."""
        ...

    @property
    def apply_requested(self) -> SignalInstance:
        """The decisions are made (the model)."""
        ...

    @property
    def cancel_requested(self) -> SignalInstance:
        """Nothing is to be merged."""
        ...


class Merging(Struct, frozen=True):
    """A version that is being merged, its file, and its copy if it is none of the draft itself."""

    file: DraftFile
    other: OtherVersion
    copy: ConflictCopy | None = None


class VersionMergeController(QObject):
    """Merges another version when the user wants it: at once, or after the user has decided."""

    def __init__(self, window: MainWindow, report_file: Callable[[], None]) -> None:
        """`report_file` tells again what became of the file of the draft."""
        super().__init__(window)
        self._window = window
        self._report_file = report_file
        self.work = LongWork(window, MERGING)
        self._merging: Merging | None = None
        self._merged_into: Draft | None = None
        """The draft that the result is for."""
        self._step = ""
        """The step that was shown before the review."""
        self._merged_copy: ConflictCopy | None = None
        self._undo_offer = UndoOffer(window, MERGED)
        self.work.cancelled.connect(self._report_again)
        window.draft_closed.connect(self._forget)
        window.notice_answered.connect(self._on_answered)

    @property
    def is_merging(self) -> bool:
        """Whether a version is being merged, or decided on."""
        return self._merging is not None

    @property
    def has_newer_file(self) -> bool:
        """Whether somebody else saved the file of the draft, as far as known."""
        opened = self._window.opened
        if opened is None or not opened.autosave.is_in_conflict:
            return False
        return opened.autosave.file_report.state is FileState.CHANGED

    def merge_newer_file(self, opened: OpenDraft) -> None:
        """Merge what somebody else saved in the file, if it is still there. Raises DraftError."""
        if opened.autosave.check_file().state is FileState.CHANGED:
            self._merge_saved(opened)

    def attach(self, page: DecidingPage) -> None:
        """Connect to the signals of a page that shows another version."""
        page.refresh_requested.connect(self._update_result)
        page.apply_requested.connect(self._apply)
        page.cancel_requested.connect(self._on_cancelled)

    def merge(self, merging: Merging) -> None:
        """Merge at once what nobody has to decide on, else let the user decide."""
        opened, editor = self._window.opened, self._window.editor
        if opened is None or editor is None:
            return
        draft, form = opened.session.draft, opened.session.form
        build = partial(version_merge.build_result, draft, merging.other, form)
        text = self.tr("Merging “{}”…").format(merging.other.file)
        if self.work.run(text, lambda _: build(), self._show):
            self._merging, self._merged_into, self._step = merging, draft, editor.step

    def _show(self, get_result: Callable[[], ImportResult]) -> None:
        model, editor = DecisionModel(get_result(), is_version=True), self._window.editor
        model.accept_all()
        if model.undecided_count and editor is not None:
            editor.show_review_import(model)
        else:
            self._apply(model)

    def _merge_saved(self, opened: OpenDraft) -> None:
        """Merge what somebody else saved in the file of the draft. Raises DraftError."""
        file = read_file(opened, opened.session.path)
        self.merge(Merging(file, build_saved(opened, self._window.draft_manager, file)))

    def _update_result(self, model: DecisionModel) -> None:
        """Merge again if the draft has changed since."""
        opened, merging = self._window.opened, self._merging
        if opened is None or merging is None:
            return
        session = opened.session
        if session.draft is not self._merged_into:
            self._merged_into = session.draft
            result = version_merge.build_result(session.draft, merging.other, session.form)
            model.replace_result(result)

    def _apply(self, model: DecisionModel) -> None:
        opened, merging = self._window.opened, self._merging
        if opened is None or merging is None:
            return
        with self._window.showing_errors():
            if merging.copy is None and not self._is_as_read(opened, merging):
                return
            self._update_result(model)
            self._keep(opened, merging)
            self._carry_out(opened, merging, model)

    def _is_as_read(self, opened: OpenDraft, merging: Merging) -> bool:
        """Return whether the file is as it was read; else read it again, or tell what it is."""
        found = opened.autosave.check_file()
        if found.state is FileState.CHANGED and found.digest == merging.file.digest:
            return True
        self._close_review()
        if found.state is FileState.CHANGED:
            self._merge_saved(opened)
        else:
            self._report_file()
        return False

    def _keep(self, opened: OpenDraft, merging: Merging) -> None:
        """Keep all of the other version, also what is rejected. Raises SaveError."""
        manager, session = self._window.draft_manager, opened.session
        opened.autosave.write_journal()
        draft = replace(merging.file.draft, id=session.draft.id)
        name = merging.other.by.name or merging.other.file
        if manager.journal is not None:
            with suppress(JournalError):
                manager.find_history(opened).keep(draft, VersionReason.MERGED, name)
                return
        manager.backups.back_up_file(replace(merging.file, draft=draft))

    def _carry_out(self, opened: OpenDraft, merging: Merging, model: DecisionModel) -> None:
        session, copy = opened.session, merging.copy
        applied = version_merge.apply_merge(
            session.draft, merging.other, session.form, model.result, model.decisions
        )
        text = self.tr(
            "Your answers stay as they are. The other version is in the version history."
        )
        if model.accepted_count:
            text = plurals.merged_changes(model.accepted_count).format(merging.other.file)
        session.perform(applied.change_set)
        opened.autosave.write_journal()
        if copy is None:
            adopt(opened, merging.file)
        else:
            opened.autosave.save()
        self._close_review(is_settled=not applied.unresolved)
        self._merged_copy = copy
        answers: list[tuple[str, str]] = []
        copy_text = self.tr("The copy is still in the folder.")
        if applied.unresolved:
            text = f"{text} {plurals.open_decisions(len(applied.unresolved))}"
        if copy is not None:
            text = f"{text} {copy_text}"
            answers.append((TRASH, self.tr("Move the copy to the trash")))
        self._undo_offer.show(text, *answers, is_change=bool(applied.change_set.changes))

    def _close_review(self, *, is_settled: bool = True) -> None:
        """Close the review; go back unless what is not decided is to be shown."""
        editor, self._merging = self._window.editor, None
        if editor is not None and editor.import_decisions is not None:
            editor.close_review_import()
            if is_settled:
                editor.show_step(self._step)

    def _on_cancelled(self) -> None:
        """Go back: nothing was decided."""
        if self._window.editor is not None:
            self._window.editor.close_review_import()
            self._window.editor.show_step(self._step)
        self._report_again()

    def _report_again(self) -> None:
        """Tell what still waits for the user."""
        merging, self._merging = self._merging, None
        if merging is not None and merging.copy is None:
            self._report_file()

    def _forget(self) -> None:
        self.work.cancel()
        self.work.wait()
        self._merging = self._merged_copy = self._merged_into = None

    def _on_answered(self, topic: str, answer: str) -> None:
        opened = self._window.opened
        if opened is None:
            return
        with self._window.showing_errors():
            if (topic, answer) == (CONFLICT, MERGE):
                self.merge_newer_file(opened)
            elif (topic, answer) == (MERGED, TRASH) and self._merged_copy is not None:
                self._throw_away(opened, self._merged_copy)

    def _throw_away(self, opened: OpenDraft, copy: ConflictCopy) -> None:
        """Move a copy that was merged to the trash, unless somebody wrote it again."""
        name, notifications = copy.path.name, self._window.notifications
        is_same = read_file(opened, copy.path).digest == copy.file.digest
        if is_same and move_to_trash(copy.path):
            notifications.notify("copy", self.tr("“{}” is in the trash.").format(name))
        else:
            text = self.tr("“{}” could not be moved to the trash. It is still in the folder.")
            self._window.notify("copy", text.format(name))
