"""The controller of recovery after a crash, and of conflicts with a file changed elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.draft.review_state import is_desk_key
from erasmus_desk.storage import drafts, recovery
from erasmus_desk.storage.recovery import RecoveryOffer

from ..dialogs.compare import ComparedAnswer, CompareDialog
from ..i18n import plurals
from ..i18n.value_text import format_value
from ..main_window.window import MainWindow

RECOVERY, CONFLICT = "rescue", "conflict"
LOOK, TAKE, LEAVE, MINE, THEIRS = "look", "take", "leave", "mine", "theirs"


class RecoveryController(QObject):
    """Offers to recover unsaved work, and resolves conflicts; neither loses a version."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._offers: list[RecoveryOffer] = []
        window.conflicted.connect(self.report_conflict)
        window.notifications.answered.connect(self._on_answered)

    def offer_recovery(self) -> None:
        """Find unsaved work and offer to recover it."""
        journal = self._window.draft_manager.journal
        if journal is None:
            return
        with self._window.showing_errors():
            self._offers = list(recovery.find_offers(journal))
            self._show_next_offer()

    def report_conflict(self) -> None:
        """Show that the file was changed elsewhere, and offer to keep both versions."""
        text = self.tr(
            "Someone else changed this file after you opened it. Nothing was "
            "overwritten. Choose how to keep both versions."
        )
        self._window.notify(
            CONFLICT,
            text,
            (LOOK, self.tr("Show the differences")),
            (MINE, self.tr("Save mine as a new file")),
            (THEIRS, self.tr("Open theirs, and save mine as a copy")),
        )

    def _show_next_offer(self) -> None:
        if not self._offers:
            return
        offer = self._offers[0]
        when = offer.work.last_change.astimezone().strftime("%d-%m %H:%M")
        name = offer.work.path.name
        if offer.file is None:
            text = self.tr(
                "Erasmus Desk closed unexpectedly and {0} is damaged. Your text up to "
                "{1} is safe. Save it as a new file."
            ).format(name, when)
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
            elif topic == CONFLICT:
                self._on_conflict_answered(answer)

    def _on_recovery_answered(self, offer: RecoveryOffer, answer: str) -> None:
        if answer == LOOK and offer.file is not None:
            intro = self.tr("Left: saved in {}. Right: your newer text.")
            chosen = self._compare(
                offer.file.draft,
                offer.change_set.changes,
                self.tr("Newer than the saved file"),
                intro.format(offer.work.path.name),
                (self.tr("Recover newer answers"), self.tr("Keep the saved file")),
            )
            if chosen is None:
                self._show_next_offer()
                return
            answer = TAKE if chosen else LEAVE
        if answer == TAKE:
            self._recover(offer)
        # The work is closed last: if the program is killed before this, the offer is repeated.
        self._offers.pop(0)
        journal = self._window.draft_manager.journal
        if journal is not None:
            journal.close_unsaved_work(offer.work, recovered=answer == TAKE)
        if self._window.opened is None:
            self._show_next_offer()

    def _recover(self, offer: RecoveryOffer) -> None:
        """Open the draft with the recovered answers as one undo step."""
        path, changes = offer.work.path, offer.change_set.changes
        can_apply = offer.file is not None and offer.is_same_file
        opened = self._window.opened
        if opened is not None and opened.session.path == path:
            # The draft is open already: its answers must not have changed since.
            session = opened.session
            can_apply = can_apply and all(
                session.value(change.key) == change.old for change in changes
            )
            if can_apply:
                session.perform(offer.change_set)
        elif can_apply:
            self._window.open_draft(path, offer.change_set)
        if can_apply:
            if self._window.opened is not None:
                self._window.opened.autosave.write_journal()
            return
        # The file is gone or was changed since: the recovered work becomes a file of its own.
        copy = drafts.duplicate(offer.work.latest)
        self._window.open_draft(self._window.draft_manager.create(copy, path.stem))

    def _on_conflict_answered(self, answer: str) -> None:
        opened = self._window.opened
        if opened is None:
            return
        theirs = opened.session.path
        if answer == LOOK:
            self._show_conflict(opened.session.draft, theirs)
            return
        beside = self._window.draft_manager.save_beside(opened)
        self._window.open_draft(beside if answer == MINE else theirs, reopen=True)
        if answer == THEIRS:
            text = self.tr("Your version is saved in the same folder as {}.").format(beside.name)
            self._window.notify("copy", text)

    def _show_conflict(self, mine: Draft, path: Path) -> None:
        theirs = drafts.read(path).draft
        keys = sorted({*mine.answers, *theirs.answers})
        changes = (Change(key, theirs.get(key), mine.get(key)) for key in keys)
        self._compare(
            mine,
            tuple(change for change in changes if change.old != change.new),
            self.tr("Differences"),
            self.tr("Left: the version on disk. Right: your version."),
            (self.tr("Back"), ""),
        )
        self.report_conflict()

    def _compare(
        self,
        draft: Draft,
        changes: tuple[Change, ...],
        title: str,
        intro: str,
        buttons: tuple[str, str],
    ) -> bool | None:
        """Show answers before and after changes; return what the dialog does."""
        library = self._window.draft_manager.library
        texts = library.load_texts(draft.pack.id, self._window.language)
        rows = tuple(
            ComparedAnswer(
                _answer_label(change.key, texts),
                "" if change.old is None else format_value(change.old, texts),
                "" if change.new is None else format_value(change.new, texts),
            )
            for change in changes
        )
        return CompareDialog(self._window, title, intro, rows, buttons).ask()


def _answer_label(key: Key, texts: Texts) -> str:
    """Return the label of an answer; all review state has one label."""
    if is_desk_key(key):
        return QCoreApplication.translate("StepStatus", "Comments and files")
    return texts.short_label(key.question) or key.question
