"""The question before an open draft is left while its latest text can be saved nowhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import is_desk_key
from erasmus_desk.errors import DeskError, SaveError

from ..dialogs.save_path import ask_draft_path
from ..i18n import plurals
from ..i18n.quotes import quote
from ..main_window.window import MainWindow, Wanted
from ..pages.copy_desk.texts import name_own_answer
from ..pages.question_texts import name_answer
from ..session.draft_manager import OpenDraft

UNSAFE = "unsafe"
COPY, GO_ON, STAY = "copy", "go-on", "stay"
MAX_NAMED = 3
"""Answers that are named; of more, the number says how many there are."""


class LeavingController(QObject):
    """Offers to save a copy elsewhere, to go on without saving, or to stay.

    What was wanted is done after the answer; nothing is closed before.
    """

    copied = Signal(object)
    """The path of the copy that was saved elsewhere."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._wanted: Wanted | None = None
        self._lost: tuple[Key, ...] = ()
        self._is_listening = False
        window.leaving_refused.connect(self._ask)
        window.draft_closed.connect(self._forget)

    def _ask(self, wanted: Wanted, problem: DeskError | None = None) -> None:
        """Ask, and say why a copy could not be saved, if that was tried."""
        opened = self._window.opened
        if opened is None:
            return
        if not self._is_listening:
            self._is_listening = True
            self._window.notice_answered.connect(self._on_answered)
        self._wanted = wanted
        self._lost = opened.autosave.list_unsaved()
        is_kept = opened.autosave.keep_here()
        parts = (
            self._describe(problem or opened.autosave.status.error),
            self._describe_kept(opened) if is_kept else self._name_lost(opened),
        )
        self._window.notify(
            UNSAFE,
            " ".join(filter(None, parts)),
            (COPY, self.tr("Save a copy elsewhere…")),
            (GO_ON, self.tr("Close anyway") if is_kept else self.tr("Go on without saving")),
            (STAY, self.tr("Stay here")),
        )

    def _describe(self, problem: DeskError | None) -> str:
        if problem is None:
            return self.tr("Your latest text is not saved.")
        return self._window.messages.format_error(problem).what

    def _describe_kept(self, opened: OpenDraft) -> str:
        text = self.tr(
            "“{}” does not contain your latest text. It is kept safe on this computer, and is "
            "offered when you start Erasmus Desk again."
        )
        return text.format(opened.session.path.name)

    def _name_lost(self, opened: OpenDraft) -> str:
        session = opened.session
        names = list(dict.fromkeys(_name(key, opened) for key in self._lost))
        named = [quote(name) for name in names[:MAX_NAMED]]
        text = ", ".join(named if len(names) <= MAX_NAMED else (*named, "…"))
        if not named:
            title = session.draft.text(session.pack.role("title")) or session.path.stem
            text = quote(title)
        return plurals.lost_answers(len(self._lost)).format(text)

    def _on_answered(self, topic: str, answer: str) -> None:
        opened, wanted = self._window.opened, self._wanted
        if topic != UNSAFE or opened is None or wanted is None:
            return
        if answer == COPY:
            self._save_copy(opened, wanted)
        elif answer == GO_ON and opened.autosave.list_unsaved() != self._lost:
            # What was typed since is not among what the user agreed to lose.
            self._ask(wanted)
        elif answer == GO_ON:
            with self._window.showing_errors():
                self._window.go_on(wanted)
        else:
            self._forget()

    def _save_copy(self, opened: OpenDraft, wanted: Wanted) -> None:
        """Ask for a file, save a copy there, and do what was wanted; else ask again."""
        title, proposed = self.tr("Save a copy elsewhere"), Path.home() / opened.session.path.name
        target = ask_draft_path(self._window, title, proposed)
        if target is None:
            self._ask(wanted)
            return
        try:
            self._window.draft_manager.save_beside(opened, target)
        except SaveError as problem:
            self._ask(wanted, problem)
            return
        self.copied.emit(target)
        with self._window.showing_errors():
            wanted()
        if self._window.isVisible() and not self._window.notifications.topic:
            self._window.notifications.notify(
                "copy", self.tr("A copy was saved as {}.").format(target)
            )

    def _forget(self) -> None:
        self._wanted, self._lost = None, ()


def _name(key: Key, opened: OpenDraft) -> str:
    """Return the name of an answer; those of the program's own have that of their page."""
    if is_desk_key(key):
        return name_own_answer(key)
    return name_answer(key, opened.session)
