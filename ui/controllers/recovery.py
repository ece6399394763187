"""Recovery after a crash, and what to do when somebody else wrote the same file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.draft.review_state import is_own
from erasmus_desk.errors import DeskError, JournalError
from erasmus_desk.storage import drafts, recovery
from erasmus_desk.storage.recovery import Offer

from ..dialogs.compare import Compare, Compared
from ..i18n import plurals
from ..i18n.value_text import said
from ..main_window.notice_bar import Notice
from ..main_window.window import Window

RESCUE, CONFLICT = "rescue", "conflict"
LOOK, TAKE, LEAVE, MINE, THEIRS = "look", "take", "leave", "mine", "theirs"


class RescueDesk(QObject):
    """Offers what is newer than a file, and settles foreign changes; nothing is lost by either."""

    def __init__(self, window: Window) -> None:
        """Serve a window."""
        super().__init__(window)
        self._window = window
        self._offers: list[Offer] = []
        window.conflicted.connect(self.tell_conflict)
        window.notices.answered.connect(self._on_answered)

    def offer(self) -> None:
        """Look for what a crash left unsaved and say so in one sentence."""
        journal = self._window.keeper.journal
        if journal is None:
            return
        try:
            self._offers = list(recovery.offers(journal))
        except JournalError as problem:
            self._window.tell(problem)
            return
        self._tell_next()

    def tell_conflict(self) -> None:
        """Say that somebody else wrote the file, and offer both."""
        text = self.tr(
            "Somebody else changed this draft since you opened it. Your words are safe and "
            "nothing was overwritten. Both versions can be kept:"
        )
        answers = (
            (LOOK, self.tr("Show the differences")),
            (MINE, self.tr("Go on with mine, as a new file")),
            (THEIRS, self.tr("Go on with theirs, keep mine as a new file")),
        )
        self._window.notices.show_notice(Notice(CONFLICT, text, answers))

    def _tell_next(self) -> None:
        if not self._offers:
            return
        offer = self._offers[0]
        when = offer.rescue.last.astimezone().strftime("%d-%m %H:%M")
        name = offer.rescue.path.name
        if offer.opened is None:
            text = self.tr(
                "The last run ended badly, and {0} cannot be read any more. What you typed until "
                "{1} is safe and can be saved as a new file."
            ).format(name, when)
            answers = ((TAKE, self.tr("Save it as a new file")), (LEAVE, self.tr("Leave it")))
        else:
            text = self.tr("The last run ended badly. For {0} there is: {1}, typed until {2}.")
            text = text.format(name, plurals.rescued(len(offer.step.changes)), when)
            answers = (
                (LOOK, self.tr("Look …")),
                (TAKE, self.tr("Take them over")),
                (LEAVE, self.tr("Leave them")),
            )
        self._window.notices.show_notice(Notice(RESCUE, text, answers))

    def _on_answered(self, topic: str, answer: str) -> None:
        try:
            if topic == RESCUE and self._offers:
                self._on_rescue(self._offers[0], answer)
            elif topic == CONFLICT:
                self._on_conflict(answer)
        except DeskError as problem:
            self._window.tell(problem)

    def _on_rescue(self, offer: Offer, answer: str) -> None:
        if answer == LOOK and offer.opened is not None:
            title = self.tr("Newer than the file")
            intro = self.tr("Left: as in {}. Right: as typed last.").format(offer.rescue.path.name)
            chosen = Compare.ask(
                self._window,
                title,
                intro,
                self._compared(offer.opened.draft, offer.step.changes),
                (self.tr("Take them over"), self.tr("Leave them")),
            )
            if chosen is None:
                self._tell_next()
                return
            answer = TAKE if chosen else LEAVE
        if answer == TAKE:
            self._take(offer)
        # Settled last: were the program killed before this, the offer would come again.
        self._offers.pop(0)
        journal = self._window.keeper.journal
        if journal is not None:
            journal.settle(offer.rescue, taken=answer == TAKE)
        if self._window.opened is None:
            self._tell_next()

    def _take(self, offer: Offer) -> None:
        """Open the draft with the rescued answers as one step, which undo takes back."""
        keeper, path = self._window.keeper, offer.rescue.path
        fits = offer.opened is not None and offer.fits
        opened = self._window.opened
        if opened is not None and opened.session.path == path:
            # It is at work already: only what nobody has touched since can be taken over in it.
            session = opened.session
            fits = fits and all(session.value(one.key) == one.old for one in offer.step.changes)
            if fits:
                session.perform(offer.step)
        elif fits:
            self._window.open_draft(path, offer.step)
        if fits:
            if self._window.opened is not None:
                self._window.opened.autosave.write_journal()
            return
        # The file is gone, or it was written since: it stays, what was rescued goes beside it.
        latest = offer.rescue.latest
        self._window.open_draft(keeper.create(drafts.duplicate(latest), offer.rescue.path.stem))

    def _on_conflict(self, answer: str) -> None:
        opened = self._window.opened
        if opened is None:
            return
        session = opened.session
        if answer == LOOK:
            self._show_conflict(session.draft)
            return
        beside = self._window.keeper.save_beside(opened)
        theirs = session.path
        self._window.open_draft(beside if answer == MINE else theirs, reopen=True)
        if answer == THEIRS:
            text = self.tr("Your version lies beside it as {}.").format(beside.name)
            self._window.notices.show_notice(Notice("copy", text))

    def _show_conflict(self, mine: Draft) -> None:
        opened = self._window.opened
        if opened is None:
            return
        theirs = drafts.read(opened.session.path).draft
        keys = sorted({*mine.answers, *theirs.answers})
        changes = tuple(
            Change(key, theirs.get(key), mine.get(key))
            for key in keys
            if theirs.get(key) != mine.get(key)
        )
        Compare.ask(
            self._window,
            self.tr("Differences"),
            self.tr("Left: as the other saved it. Right: yours."),
            self._compared(mine, changes),
            (self.tr("Back"), ""),
        )
        self.tell_conflict()

    def _compared(self, draft: Draft, changes: tuple[Change, ...]) -> tuple[Compared, ...]:
        library = self._window.keeper.library
        texts = library.texts(draft.pack.id, self._window.language)
        return tuple(
            Compared(
                _label(change.key, texts),
                "" if change.old is None else said(change.old, texts),
                "" if change.new is None else said(change.new, texts),
            )
            for change in changes
        )


def _label(key: Key, texts: Texts) -> str:
    """Name an answer; what others said and what waits is one thing to whoever decides here."""
    if is_own(key):
        return QCoreApplication.translate("Steps", "Feedback")
    return texts.short(key.question) or key.question
