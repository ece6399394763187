"""The controller of copies beside the open draft that a program which synchronises folders made."""

from __future__ import annotations

from PySide6.QtCore import QObject

from erasmus_desk.errors import DraftError
from erasmus_desk.moments import to_local
from erasmus_desk.review_import import version_merge
from erasmus_desk.storage.conflict_copies import ConflictCopy

from ..i18n.dates import format_recent
from ..main_window.notice_bar import MERGE, Tone
from ..main_window.window import MainWindow
from ..qt_support import single_shot
from ..session.draft_manager import OpenDraft
from ..session.other_versions import build_copy, read_file
from .version_merge import Merging, VersionMergeController

COPY, LEAVE = "copy-found", "leave"
"""The topic of the notice of a copy, and the answer to leave it alone."""


class ConflictCopiesController(QObject):
    """Offers to merge the copies that have anything new; the files themselves stay."""

    def __init__(self, window: MainWindow, version_merge: VersionMergeController) -> None:
        super().__init__(window)
        self._window = window
        self._version_merge = version_merge
        self._copies: tuple[ConflictCopy, ...] = ()
        self._unseen: list[ConflictCopy] = []
        self._turn = single_shot(self, 0)
        self._turn.timeout.connect(self._read_next)
        self._waits = False
        """Whether copies are to be offered once nothing else is told."""
        self._left: set[str] = set()
        """The digests of the copies that the user leaves alone, until the program ends."""
        window.draft_opened.connect(self._on_opened)
        window.draft_closed.connect(self._forget)
        window.notice_answered.connect(self._on_answered)

    def offer(self) -> None:
        """Offer to merge the first copy that has anything new.

        While the user is told something else, the copy waits for the next look at the folder.
        """
        self._unseen = list(self._copies)
        self._read_next()

    @property
    def has_other_version(self) -> bool:
        """Whether there is anything to merge: in the file itself, or in a copy, also one left."""
        if self._version_merge.is_merging:
            return False
        return self._version_merge.has_newer_file or self._find_first() is not None

    def merge(self) -> None:
        """Merge what somebody else saved in the file, else the first copy that has news."""
        opened, merge = self._window.opened, self._version_merge
        if opened is None or merge.is_merging:
            return
        with self._window.showing_errors():
            if merge.has_newer_file:
                merge.merge_newer_file(opened)
            elif (merging := self._find_first()) is not None:
                merge.merge(merging)

    def _find_first(self) -> Merging | None:
        """Return the first copy that has anything new, also one that the user left alone."""
        opened = self._window.opened
        if opened is None:
            return None
        found = (self._read_news(opened, copy) for copy in self._copies)
        return next((one for one in found if one is not None), None)

    def _read_next(self) -> None:
        """Look at the next copy; those after it have a turn each, as a key must not wait for all.

        What both began with is in the journal, which only this thread reads.
        """
        opened, notifications = self._window.opened, self._window.notifications
        if opened is None:
            return
        self._waits = notifications.topic not in {"", COPY}
        if self._waits:
            return
        if not self._unseen:
            notifications.clear(COPY)
            return
        copy = self._unseen.pop(0)
        merging = self._find_news(opened, copy)
        if merging is not None:
            self._unseen.clear()
            self._notify(merging, copy)
        elif self._unseen:
            self._turn.start()
        else:
            notifications.clear(COPY)

    def _find_news(self, opened: OpenDraft, copy: ConflictCopy) -> Merging | None:
        """Return a copy with what is new in it, `None` if that is nothing or was decided."""
        return None if copy.file.digest in self._left else self._read_news(opened, copy)

    def _read_news(self, opened: OpenDraft, copy: ConflictCopy) -> Merging | None:
        """Return a copy with what is new in it, `None` if that is nothing or was merged."""
        session = opened.session
        if version_merge.is_merged(session.draft, copy.file.digest):
            return None
        try:
            file = read_file(opened, copy.path)
        except DraftError:
            return None
        other = build_copy(opened, self._window.draft_manager, file, copy.who)
        has_news = version_merge.has_news(session.draft, other, session.form)
        return Merging(file, other, copy) if has_news else None

    def _notify(self, merging: Merging, copy: ConflictCopy) -> None:
        at = format_recent(to_local(merging.file.draft.modified), self._window.language)
        text = self.tr("“{0}” is a copy of this proposal, saved {1}.")
        if copy.who:
            text = self.tr("“{0}” is a copy of this proposal, by {2}, saved {1}.")
        why = self.tr(
            "A program that synchronises folders makes one when two people save at the same time. "
            "It has changes that are not in yours."
        )
        answers = (MERGE, self.tr("Merge it…")), (LEAVE, self.tr("Leave it"))
        sentence = f"{text.format(copy.path.name, at, copy.who)} {why}"
        self._window.notifications.notify(COPY, sentence, *answers, tone=Tone.INFO)

    def _on_opened(self, opened: OpenDraft) -> None:
        opened.autosave.file_check.copies_found.connect(self._on_found)
        opened.autosave.file_check.reported.connect(self._on_looked)

    def _forget(self) -> None:
        self._copies = ()
        self._unseen.clear()
        self._turn.stop()
        self._waits = False

    def _on_looked(self) -> None:
        if self._waits:
            self.offer()

    def _on_found(self, copies: tuple[ConflictCopy, ...]) -> None:
        self._copies = copies
        self.offer()

    def _on_answered(self, topic: str, answer: str) -> None:
        opened = self._window.opened
        if topic != COPY or opened is None:
            return
        with self._window.showing_errors():
            for copy in self._copies:
                merging = self._find_news(opened, copy)
                if merging is None:
                    continue
                if answer == MERGE:
                    self._version_merge.merge(merging)
                else:
                    self._left.add(copy.file.digest)
                    self.offer()
                return
