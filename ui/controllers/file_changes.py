"""The controller of what others do with the open file: change, rename, move or delete it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from erasmus_desk.draft.model import Change, Draft
from erasmus_desk.storage import drafts
from erasmus_desk.storage.open_file import FileReport, FileState

from ..dialogs.save_path import ask_draft_path
from ..main_window.notice_bar import CONFLICT, FILE, MERGE
from ..main_window.window import MainWindow
from ..session.draft_manager import OpenDraft
from .compare_versions import compare_versions

LOOK, MINE, THEIRS, LOAD = "look", "mine", "theirs", "load"
FOLLOW, AGAIN, COPY = "follow", "again", "copy"

NAME_LENGTH = 40
"""Characters of a file name on a button."""


class FileChangesController(QObject):
    """Tells what became of the file and does what the user chooses; no version is lost.

    What is to be merged is done by `VersionMergeController`.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.conflicted.connect(self.report)
        window.notice_answered.connect(self._on_answered)

    def report(self) -> None:
        """Show what became of the file of the open draft, and what can be done."""
        opened = self._window.opened
        if opened is not None and opened.autosave.is_in_conflict:
            autosave = opened.autosave
            is_dirty, is_kept = autosave.is_dirty, autosave.keep_here()
            name, found = opened.session.path.name, autosave.file_report
            self.show_report(name, found, is_dirty=is_dirty, is_kept=is_kept)

    def save_elsewhere(self) -> None:
        """Ask for another path and go on there: the file of the open draft cannot be saved."""
        opened = self._window.opened
        if opened is not None:
            with self._window.showing_errors():
                self._save_copy(opened, opened.autosave.file_report)

    def show_report(self, name: str, found: FileReport, *, is_dirty: bool, is_kept: bool) -> None:
        """Show what became of a file, and what can be done with unsaved changes or without.

        `is_kept` is whether all text is on this computer, in the journal or a recovery copy.
        """
        where = self._describe_text(is_dirty=is_dirty, is_kept=is_kept)
        if found.state is FileState.CHANGED:
            self._report_change(is_dirty=is_dirty, is_kept=is_kept)
        elif found.state is FileState.RENAMED and found.path is not None:
            self._report_new_name(name, found.path.name, where)
        elif found.state is FileState.GONE:
            text = self.tr("“{}” is no longer in its folder. Someone moved or deleted it.")
            again = self.tr("Save again as “{}”").format(_shorten(name))
            answers = (AGAIN, again), (COPY, self.tr("Save a copy…"))
            self._notify(text.format(name), where, self._describe_wait(), *answers)
        elif found.state is FileState.NO_FOLDER:
            text = self.tr(
                "The folder of “{}” is not there. A drive may be unplugged or disconnected."
            )
            then = self.tr("When the folder is back, saving goes on.")
            self._notify(text.format(name), where, then, (COPY, self.tr("Save a copy…")))

    def _report_change(self, *, is_dirty: bool, is_kept: bool) -> None:
        look = (LOOK, self.tr("Show the differences"))
        merge = (MERGE, self.tr("Merge both versions…"))
        mine = (MINE, self.tr("Save mine as a new file"))
        if is_dirty:
            text = self.tr(
                "Someone else changed this file after you opened it. Nothing was "
                "overwritten. Choose how to keep both versions."
            )
            theirs = (THEIRS, self.tr("Open theirs, and save mine as a copy"))
            self._window.notify(CONFLICT, text, merge, look, mine, theirs)
        else:
            text = self.tr(
                "Someone else saved a newer version of this file. You see the version before it."
            )
            kept = self.tr("That version is kept on this computer.")
            only_here = self.tr("That version is only in this window.")
            load = (LOAD, self.tr("Open the newer version"))
            text = f"{text} {kept if is_kept else only_here}"
            self._window.notify(CONFLICT, text, load, merge, look, mine)

    def _report_new_name(self, old: str, new: str, where: str) -> None:
        text = self.tr("Someone renamed “{0}” to “{1}”.").format(old, new)
        follow = self.tr("Go on with “{}”").format(_shorten(new))
        again = self.tr("Save mine again as “{}”").format(_shorten(old))
        self._notify(text, where, self._describe_wait(), (FOLLOW, follow), (AGAIN, again))

    def _describe_text(self, *, is_dirty: bool, is_kept: bool) -> str:
        """Return where the text is; nothing if all of it is in the file alone."""
        if is_kept:
            return self.tr("Your text is safe on this computer.")
        if is_dirty:
            return self.tr(
                "Your latest text is only in this window: this computer could not save it "
                "anywhere else."
            )
        return ""

    def _describe_wait(self) -> str:
        return self.tr("Nothing is saved in a file until you choose.")

    def _notify(self, what: str, where: str, then: str, *answers: tuple[str, str]) -> None:
        self._window.notify(FILE, " ".join(filter(None, (what, where, then))), *answers)

    def _on_answered(self, topic: str, answer: str) -> None:
        opened = self._window.opened
        if topic not in {CONFLICT, FILE} or opened is None:
            return
        shown = opened.autosave.file_report
        with self._window.showing_errors():
            found = opened.autosave.check_file()
            if (found.state, found.path) == (shown.state, shown.path):
                self._carry_out(opened, found, answer)
            else:
                self.report()

    def _carry_out(self, opened: OpenDraft, found: FileReport, answer: str) -> None:
        path, manager = opened.session.path, self._window.draft_manager
        if answer == LOOK:
            self._show_differences(opened.session.draft, path)
        elif answer == LOAD:
            # What was typed since the notification appeared is not set aside.
            if opened.autosave.is_dirty:
                self.report()
            else:
                self._reopen(path)
        elif answer == FOLLOW and found.path is not None:
            manager.follow(opened, found.path)
        elif answer == AGAIN and found.state is FileState.GONE:
            manager.save_again(opened, path)
        elif answer == COPY:
            self._save_copy(opened, found)
        elif answer in {MINE, AGAIN}:
            self._reopen(manager.save_beside(opened))
        elif answer == THEIRS:
            beside = manager.save_beside(opened)
            self._reopen(path)
            text = self.tr("Your version is saved in the same folder as {}.").format(beside.name)
            self._window.notifications.notify("copy", text)

    def _save_copy(self, opened: OpenDraft, found: FileReport) -> None:
        """Ask for a path, save there and go on with that file.

        It is the same proposal if the first file is gone; on a drive that may come back there
        would be two, so it becomes a proposal of its own.
        """
        window, old = self._window, opened.session.path
        folder = old.parent if found.state is FileState.GONE else window.draft_manager.folder
        target = ask_draft_path(window, self.tr("Save a copy"), folder / old.name)
        if target is None:
            self.report()
            return
        if found.state is FileState.GONE:
            window.draft_manager.save_again(opened, target)
        else:
            self._reopen(window.draft_manager.save_beside(opened, target))

    def _reopen(self, path: Path) -> None:
        """Open a file in place of the open draft, at the step that was shown."""
        editor = self._window.editor
        step = editor.step if editor is not None else ""
        if self._window.open_draft(path, reopen=True) and self._window.editor is not None and step:
            self._window.editor.show_step(step)

    def _show_differences(self, mine: Draft, path: Path) -> None:
        theirs = drafts.read(path).draft
        keys = sorted({*mine.answers, *theirs.answers})
        changes = (Change(key, theirs.get(key), mine.get(key)) for key in keys)
        compare_versions(
            self._window,
            mine,
            tuple(change for change in changes if change.old != change.new),
            self.tr("Differences"),
            self.tr("Left: the version on disk. Right: your version."),
            (self.tr("Back"), ""),
        )
        self.report()


def _shorten(name: str) -> str:
    """Return a file name that fits on a button."""
    return name if len(name) <= NAME_LENGTH else f"{name[: NAME_LENGTH - 1]}…"
