"""What can be done with comments and with what lies in the tray, each as one undo step."""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft import computed, review_state
from erasmus_desk.draft.create import new_item
from erasmus_desk.draft.model import Change, Key, Step
from erasmus_desk.draft.review_state import Note, Waiting

from ...session.session import Session


def now() -> str:
    """Give the moment as it is kept with a draft."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def reply(session: Session, thread_id: str, text: str) -> None:
    """Put a reply into a thread, in the name of the applicant."""
    found = (one for one in review_state.threads(session.draft) if one.id == thread_id)
    thread = next(found, None)
    if thread is None:
        return
    who = computed.applicant_name(session.draft, session.pack)
    author = who or QCoreApplication.translate("Feedback", "Coordinator")
    note = Note(new_item(), author, now(), text)
    longer = replace(thread, notes=(*thread.notes, note))
    session.perform(Step(review_state.thread_put(session.draft, longer), "thread.reply"))


def resolve(session: Session, thread_id: str, *, is_done: bool) -> None:
    """Mark a thread as dealt with, or open it again."""
    session.perform(review_state.resolved(session.draft, thread_id, is_done=is_done))


def takes_text(waiting: Waiting, session: Session) -> bool:
    """Tell whether what waits can go into the answer it is near."""
    question = session.form.questions.get(waiting.near.question) if waiting.near else None
    return question is not None and question.type in (QuestionType.TEXT, QuestionType.LINE)


def take(session: Session, item: str, *, in_place: bool) -> None:
    """Put what waits into its answer, at the end or in its place, and out of the tray."""
    waiting = _waiting(session, item)
    if waiting is None or waiting.near is None:
        return
    draft, key = session.draft, waiting.near
    old = draft.get(key)
    there = old if isinstance(old, str) else ""
    new = waiting.text if in_place or not there else f"{there}\n{waiting.text}"
    change = Change(key, old, new)
    rest = review_state.taken_out(draft, item)
    session.perform(Step((change, *rest.changes), "tray.take"))


def let_go(session: Session, item: str) -> None:
    """Take a thing out of the tray."""
    if _waiting(session, item) is not None:
        session.perform(review_state.taken_out(session.draft, item))


def home(session: Session, item: str) -> None:
    """Wait no longer for a file."""
    session.perform(review_state.come_back(session.draft, item, now()))


def commented(key: Key, session: Session) -> int:
    """Count the open threads at an answer."""
    return sum(not one.is_done for one in review_state.threads_at(session.draft, key))


def _waiting(session: Session, item: str) -> Waiting | None:
    return next((one for one in review_state.tray(session.draft) if one.id == item), None)
