"""Actions on comments, unresolved items and outstanding copies, each one undo step."""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft import computed, review_state
from erasmus_desk.draft.ids import make_item_id
from erasmus_desk.draft.model import Change, ChangeSet
from erasmus_desk.draft.review_state import Comment, UnresolvedItem

from ...session.session import Session


def format_now() -> str:
    """Return the current time as it is stored in a draft (UTC, ISO 8601)."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def reply(session: Session, thread_id: str, text: str) -> None:
    """Add a reply to a thread, in the name of the applicant."""
    threads = review_state.list_threads(session.draft)
    thread = next((one for one in threads if one.id == thread_id), None)
    if thread is None:
        return
    applicant = computed.find_applicant_name(session.draft, session.pack)
    author = applicant or QCoreApplication.translate("FeedbackActions", "Coordinator")
    comment = Comment(make_item_id(), author, format_now(), text)
    thread = replace(thread, comments=(*thread.comments, comment))
    session.perform(ChangeSet(review_state.update_thread(session.draft, thread), "thread.reply"))


def resolve(session: Session, thread_id: str, *, is_done: bool) -> None:
    """Resolve or reopen a thread."""
    session.perform(review_state.resolve_thread(session.draft, thread_id, is_done=is_done))


def is_there(item: UnresolvedItem, session: Session) -> bool:
    """Return whether what an item is near is in the proposal; also if it is near nothing."""
    return item.near is None or review_state.is_there(session.draft, session.form, item.near)


def accepts_text(item: UnresolvedItem, session: Session) -> bool:
    """Return whether the answer that an item is near takes its text."""
    question = session.form.questions.get(item.near.question) if item.near else None
    is_text = question is not None and question.type in (QuestionType.TEXT, QuestionType.LINE)
    return is_text and is_there(item, session)


def insert_text(session: Session, item_id: str, *, replaces: bool) -> None:
    """Add an item's text to its answer, or replace the answer, and discard the item."""
    item = _find_item(session, item_id)
    if item is None or item.near is None:
        return
    draft, key = session.draft, item.near
    old = draft.get(key)
    new = item.text if replaces or not isinstance(old, str) or not old else f"{old}\n{item.text}"
    discarding = review_state.discard_unresolved(draft, item_id)
    session.perform(ChangeSet((Change(key, old, new), *discarding.changes), "tray.take"))


def discard(session: Session, item_id: str) -> None:
    """Remove an unresolved item."""
    if _find_item(session, item_id) is not None:
        session.perform(review_state.discard_unresolved(session.draft, item_id))


def stop_waiting(session: Session, copy_id: str) -> None:
    """Mark an outstanding copy as returned."""
    session.perform(review_state.mark_returned(session.draft, copy_id, format_now()))


def _find_item(session: Session, item_id: str) -> UnresolvedItem | None:
    items = review_state.list_unresolved(session.draft)
    return next((item for item in items if item.id == item_id), None)
