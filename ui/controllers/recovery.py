"""The controller of recovery after a crash: each offer at its own proposal."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from erasmus_desk.errors import DraftMissing
from erasmus_desk.path_checks import is_folder
from erasmus_desk.storage import drafts, recovery
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.recovery import RecoveryOffer

from ..i18n.quotes import quote
from ..main_window.home_page import HomePage
from ..main_window.window import MainWindow
from ..session.draft_manager import OpenDraft
from .compare_versions import compare_versions
from .file_changes import FileChangesController
from .recovery_texts import LOOK, TAKE, RecoveryTexts, name_file
from .undo_offer import UNDO, UndoOffer

RECOVERY, OTHERS = "rescue", "rescue-others"
TAKEN, LEFT = "recovered", "left"
"""Topics: what became of the newer text that was offered."""
SHOW = "show"


class RecoveryController(QObject):
    """Offers to recover unsaved work; `file_changes` are those of a file that is open.

    On the home page there is a line for each proposal, in an open proposal a notice of its own.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._offers: list[RecoveryOffer] = []
        self._home: HomePage | None = None
        self._left: dict[int, tuple[RecoveryOffer, str]] = {}
        """What was left since the home page was shown, by run, with the version that it became."""
        self._texts = RecoveryTexts(window)
        self._undo_offer = UndoOffer(window, TAKEN)
        self.file_changes = FileChangesController(window)
        window.notice_answered.connect(self._on_notice_answered)
        window.draft_opened.connect(self._on_opened)

    @property
    def offered_ids(self) -> tuple[str, ...]:
        """The ids of the drafts that have an offer."""
        return tuple(offer.work.latest.id for offer in self._offers)

    def offer_recovery(self) -> None:
        """Find unsaved work and offer to recover it, where the user is.

        While the journal cannot be read, what was found in it before is offered.
        """
        journal = self._window.draft_manager.journal
        if journal is None:
            return
        self._left = {}
        with self._window.showing_errors():
            self._offers = list(recovery.find_offers(journal))
        with self._window.showing_errors():
            self._show()

    def _show(self) -> None:
        home, opened = self._window.stack.content, self._window.opened
        if isinstance(home, HomePage):
            if self._home is not home:
                self._home = home
                home.recoveries.answered.connect(self._on_line_answered)
            left = (self._texts.describe_left(offer) for offer, _ in self._left.values())
            home.recoveries.show_texts((*map(self._texts.word, self._offers), *left))
        elif opened is not None:
            self._notify(opened)

    def _on_opened(self, opened: OpenDraft) -> None:
        if self._offers:
            self._notify(opened)

    def _find_own(self, opened: OpenDraft) -> RecoveryOffer | None:
        """Return the offer of the draft that is open."""
        path, draft_id = opened.session.path, opened.session.draft.id
        for offer in self._offers:
            is_here = offer.file is not None and offer.file.path == path
            if is_here or offer.work.latest.id == draft_id:
                return offer
        return None

    def _notify(self, opened: OpenDraft) -> None:
        """Offer what belongs to the open draft; of others say that there is something."""
        own = self._find_own(opened)
        if own is not None:
            words = self._texts.word(own)
            self._window.notify(RECOVERY, f"{words.title} {words.detail}", *words.answers)
        elif self._offers:
            text = self.tr("Another proposal has text that is newer than its file: {}.")
            named = dict.fromkeys(quote(name_file(offer)) for offer in self._offers)
            names = ", ".join(named)
            show = (SHOW, self.tr("Show on the home page"))
            self._window.notify(OTHERS, text.format(names), show)

    def _on_line_answered(self, run: str, answer: str) -> None:
        with self._window.showing_errors():
            if answer == UNDO:
                self._offer_again(int(run))
                return
            for offer in self._offers:
                if str(offer.work.run) == run:
                    self._answer(offer, answer)
                    return

    def _on_notice_answered(self, topic: str, answer: str) -> None:
        opened = self._window.opened
        with self._window.showing_errors():
            own = self._find_own(opened) if opened is not None else None
            if topic == RECOVERY and own is not None:
                self._answer(own, answer)
            elif topic == LEFT and answer in map(str, self._left):
                self._offer_again(int(answer))
            elif topic == OTHERS and self._window.top_bar is not None:
                self._window.top_bar.home_requested.emit()

    def _answer(self, offer: RecoveryOffer, answer: str) -> None:
        if answer == LOOK:
            chosen = self._compare(offer)
            if chosen is None:
                self._show()
                return
            self._settle(offer, is_taken=chosen, is_seen=True)
        else:
            self._settle(offer, is_taken=answer == TAKE, is_seen=False)

    def _compare(self, offer: RecoveryOffer) -> bool | None:
        """Show the newer answers beside those of now; return what was chosen."""
        opened, work = self._window.opened, offer.work
        before = offer.file.draft if offer.is_same_draft and offer.file else work.saved
        own = self._find_own(opened) if opened is not None else None
        if opened is not None and own is not None and own.work.run == work.run:
            before = opened.session.draft
        intro = self.tr("Left: as it is now in {}. Right: your newer text.")
        take, leave = self._texts.word(offer).answers[-2:]
        return compare_versions(
            self._window,
            before,
            offer.find_changes(before),
            self.tr("Newer than the saved file"),
            intro.format(name_file(offer)),
            (take[1], leave[1]),
        )

    def _settle(self, shown: RecoveryOffer, *, is_taken: bool, is_seen: bool) -> None:
        """Take the work or leave it.

        It is closed last: if the program is killed before this, the offer is repeated.
        """
        journal = self._window.draft_manager.journal
        if journal is None:
            return
        if not is_taken:
            self._leave(journal, shown)
        # Another offer that was taken may have changed the file since this one was shown.
        elif self._take(recovery.build_offer(shown.work), is_seen=is_seen):
            journal.close_unsaved_work(shown.work, recovered=True)
            self._forget(shown)
            if self._window.opened is not None:
                path = self._window.opened.session.path
                text = self._texts.describe_taken(shown, path)
                self._undo_offer.show(text, is_change=shown.is_same_draft)

    def _forget(self, offer: RecoveryOffer) -> None:
        self._offers = [one for one in self._offers if one.work.run != offer.work.run]

    def _leave(self, journal: Journal, offer: RecoveryOffer) -> None:
        self._left[offer.work.run] = offer, recovery.leave(journal, offer.work)
        self._forget(offer)
        self._show()
        if self._window.opened is not None:
            words = self._texts.describe_left(offer)
            undo = (str(offer.work.run), self.tr("Undo"))
            self._window.notifications.notify(LEFT, f"{words.title} {words.detail}", undo)

    def _offer_again(self, run: int) -> None:
        journal, left = self._window.draft_manager.journal, self._left.pop(run, None)
        if journal is not None and left is not None:
            offer, version = left
            recovery.offer_again(journal, offer.work, version)
            self._offers.append(offer)
            self._show()

    def _take(self, offer: RecoveryOffer, *, is_seen: bool) -> bool:
        """Open the draft with the newer answers as one undo step; return whether it is open.

        Where the same answer was changed since, the user sees both first.
        """
        window, opened = self._window, self._window.opened
        if not offer.is_same_draft or offer.file is None:
            return self._save_again(offer)
        path = offer.file.path
        is_open = opened is not None and opened.session.path == path
        draft = opened.session.draft if opened is not None and is_open else offer.file.draft
        if not is_seen and offer.find_conflicts(draft) and not self._compare(offer):
            self._show()
            return False
        change_set = offer.work.make_change_set(draft)
        if opened is not None and is_open:
            opened.session.perform(change_set)
        else:
            again = partial(self._settle, offer, is_taken=True, is_seen=True)
            if not window.secure(again) or not window.open_draft(path, change_set):
                return False
        if window.opened is not None:
            window.opened.autosave.write_journal()
        return True

    def _save_again(self, offer: RecoveryOffer) -> bool:
        """Save the work where its file was, else as a new proposal, and open it."""
        window, work, manager = self._window, offer.work, self._window.draft_manager
        if not window.secure(partial(self._settle, offer, is_taken=True, is_seen=True)):
            return False
        if isinstance(offer.error, DraftMissing) and is_folder(work.path.parent):
            path = work.path
            manager.save_lost(work.latest, path)
        else:
            path = manager.create(drafts.duplicate(work.latest), work.path.stem)
        return window.open_draft(path)
