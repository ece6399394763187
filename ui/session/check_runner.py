"""The checks of a session, run when typing rests."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from PySide6.QtCore import QObject, Signal

from erasmus_desk import progress
from erasmus_desk.call.form import QuestionType
from erasmus_desk.checks import runner
from erasmus_desk.checks.finding import Finding
from erasmus_desk.draft import copying
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.visibility import (
    VisibleQuestion,
    hidden_answers,
    visible_questions,
    walk_visible_questions,
)
from erasmus_desk.i18n import formats

from ..qt_support import single_shot
from .session import Session

REST_DELAY = 300
"""Milliseconds without a change before the checks run."""
QUESTIONS_AT_ONCE = 250
"""Questions looked at in one turn of the event loop, which takes about a millisecond."""


class CheckRunner(QObject):
    """Keeps findings, progress and hidden answers of a session up to date.

    The checks run in parts, one in each turn of the event loop, so that typing is not delayed;
    a change of the draft stops them.
    """

    finished = Signal()

    def __init__(self, session: Session, rest: int = REST_DELAY) -> None:
        """Compute the progress now; the checks follow in the next turns of the event loop."""
        super().__init__()
        self._session = session
        draft, pack = session.draft, session.pack
        self.visible = visible = visible_questions(draft, pack)
        """The visible questions of the draft as it was checked last."""
        self.findings: tuple[Finding, ...] = ()
        self.progress = progress.compute_progress(draft, pack, visible=visible)
        self.hidden_answers: tuple[Key, ...] = hidden_answers(draft, pack, visible)
        self.copied = copying.count_copied(copying.list_fields(draft, visible))
        """How many answers were copied into the online form, and of how many."""
        self._checked: Draft | None = None
        """The draft that the checks were run on last."""
        self._parts: Iterator[None] | None = None
        self._rest_timer, self._part_timer = single_shot(self, rest), single_shot(self, 0)
        self._rest_timer.timeout.connect(self._start)
        self._part_timer.timeout.connect(self._run_part)
        session.changed.connect(self._on_changed)
        session.spelling.recount.connect(self._on_changed)
        self._start()

    @property
    def has_checked(self) -> bool:
        """Whether the checks have run at least once."""
        return self._checked is not None

    def run_now(self) -> None:
        """Run all checks now, unless they have run since the last change."""
        is_waiting = self._parts is not None or self._rest_timer.isActive()
        if self._checked is self._session.draft and not is_waiting:
            return
        self._stop()
        for _ in self._run_parts():
            pass

    def _start(self) -> None:
        self._stop()
        self._parts = self._run_parts()
        self._part_timer.start()

    def _run_part(self) -> None:
        if self._parts is None:
            return
        try:
            next(self._parts)
        except StopIteration:
            self._parts = None
        else:
            self._part_timer.start()

    def _run_parts(self) -> Iterator[None]:
        """Run the checks, with a pause after every few milliseconds of work."""
        draft, pack = self._session.draft, self._session.pack
        asked: list[VisibleQuestion] = []
        for one in walk_visible_questions(draft, pack):
            asked.append(one)
            if len(asked) % QUESTIONS_AT_ONCE == 0:
                yield
        visible = tuple(asked)
        unknown = yield from self._list_unknown_words(visible)
        findings = yield from runner.run_in_parts(draft, pack, visible, unknown)
        yield
        done = progress.compute_progress(draft, pack, findings, visible)
        yield
        hidden = hidden_answers(draft, pack, visible)
        yield
        copied = copying.count_copied(copying.list_fields(draft, visible))
        yield
        if not self.has_checked:
            # The receivers of the first findings format numbers.
            yield from formats.preload(self._session.texts.language)
        self.findings, self.progress, self.hidden_answers = findings, done, hidden
        self.visible, self.copied = visible, copied
        self._checked = draft
        self.finished.emit()

    def _list_unknown_words(
        self, visible: tuple[VisibleQuestion, ...]
    ) -> Generator[None, None, dict[Key, tuple[str, ...]]]:
        """Return the unknown words of each text, if they are to be counted."""
        spelling, draft = self._session.spelling, self._session.draft
        found: dict[Key, tuple[str, ...]] = {}
        for one in visible if spelling.is_counted else ():
            if one.question.type in (QuestionType.TEXT, QuestionType.LINE):
                text = draft.text(one.key.question, one.key.item)
                for words in spelling.list_unknown(one.key, text) if text else ():
                    if words is None:
                        yield
                    elif words:
                        found[one.key] = words
        return found

    def _stop(self) -> None:
        self._rest_timer.stop()
        self._part_timer.stop()
        self._parts = None

    def _on_changed(self) -> None:
        self._stop()
        self._rest_timer.start()
