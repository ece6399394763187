"""The controller of recovery after a crash."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from erasmus_desk.errors import DraftMissing
from erasmus_desk.storage import drafts, recovery
from erasmus_desk.storage.recovery import RecoveryOffer

from ..i18n import plurals
from ..main_window.window import MainWindow
from .compare_versions import compare_versions
from .file_changes import FileChangesController

RECOVERY = "rescue"
LOOK, TAKE, LEAVE = "look", "take", "leave"


class RecoveryController(QObject):
    """Offers to recover unsaved work; `file_changes` are those of a file that is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._offers: list[RecoveryOffer] = []
        self.file_changes = FileChangesController(window)
        window.notifications.answered.connect(self._on_answered)

    def offer_recovery(self) -> None:
        """Find unsaved work and offer to recover it."""
        journal = self._window.draft_manager.journal
        if journal is None:
            return
        with self._window.showing_errors():
            self._offers = list(recovery.find_offers(journal))
            self._show_next_offer()

    def _show_next_offer(self) -> None:
        if not self._offers:
            return
        offer = self._offers[0]
        when = offer.work.last_change.astimezone().strftime("%d-%m %H:%M")
        name = (offer.file.path if offer.file else offer.work.path).name
        if offer.file is None:
            if isinstance(offer.error, DraftMissing):
                text = self.tr(
                    "Text of “{0}” up to {1} is safe, but the file is not there. If it is on a "
                    "drive, connect it and start again. Or save your text as a new file."
                )
            else:
                text = self.tr(
                    "Erasmus Desk closed unexpectedly and {0} is damaged. Your text up to "
                    "{1} is safe. Save it as a new file."
                )
            text = text.format(name, when)
            answers = ((TAKE, self.tr("Save as a new file")), (LEAVE, self.tr("Do not save")))
        else:
            text = self.tr("Erasmus Desk closed unexpectedly. “{0}” has {1}. Last typed: {2}.")
            text = text.format(name, plurals.recovered_answers(len(offer.change_set.changes)), when)
            answers = (
                (LOOK, self.tr("Compare…")),
                (TAKE, self.tr("Recover newer answers")),
                (LEAVE, self.tr("Keep the saved file")),
            )
        self._window.notify(RECOVERY, text, *answers)

    def _on_answered(self, topic: str, answer: str) -> None:
        with self._window.showing_errors():
            if topic == RECOVERY and self._offers:
                self._on_recovery_answered(self._offers[0], answer)

    def _on_recovery_answered(self, offer: RecoveryOffer, answer: str) -> None:
        if answer == LOOK and offer.file is not None:
            intro = self.tr("Left: saved in {}. Right: your newer text.")
            chosen = compare_versions(
                self._window,
                offer.file.draft,
                offer.change_set.changes,
                self.tr("Newer than the saved file"),
                intro.format(offer.file.path.name),
                (self.tr("Recover newer answers"), self.tr("Keep the saved file")),
            )
            if chosen is None:
                self._show_next_offer()
                return
            answer = TAKE if chosen else LEAVE
        # The work is closed last: if the program is killed before this, the offer is repeated.
        if answer == TAKE and not self._recover(offer):
            return
        self._offers = [other for other in self._offers if other is not offer]
        journal = self._window.draft_manager.journal
        if journal is not None:
            journal.close_unsaved_work(offer.work, recovered=answer == TAKE)
        if self._window.opened is None:
            self._show_next_offer()

    def _recover(self, shown: RecoveryOffer) -> bool:
        """Open the draft with the recovered answers as one undo step; return whether it is open."""
        # Another offer that was taken may have changed the file since this one was shown.
        offer = recovery.build_offer(shown.work)
        path = offer.file.path if offer.file else offer.work.path
        changes = offer.change_set.changes
        can_apply = offer.file is not None and offer.is_same_file
        opened = self._window.opened
        if opened is not None and opened.session.path == path:
            # The draft is open already: its answers must not have changed since.
            session = opened.session
            if can_apply and all(session.value(change.key) == change.old for change in changes):
                session.perform(offer.change_set)
                opened.autosave.write_journal()
                return True
            can_apply = False
        if not self._window.secure(partial(self._on_recovery_answered, shown, TAKE)):
            return False
        if can_apply:
            is_open = self._window.open_draft(path, offer.change_set)
            if is_open and self._window.opened is not None:
                self._window.opened.autosave.write_journal()
            return is_open
        # The file is gone or was changed since: the recovered work becomes a file of its own.
        copy = drafts.duplicate(offer.work.latest)
        return self._window.open_draft(self._window.draft_manager.create(copy, path.stem))
