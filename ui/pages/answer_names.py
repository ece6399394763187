"""Names of answers and moments as text for the user."""

from __future__ import annotations

from datetime import datetime

from erasmus_desk.draft.display_names import format_item_title
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n import formats

from ..session.session import Session


def name_answer(key: Key | None, session: Session) -> str:
    """Return the name of an answer, with the title of its item; empty for None."""
    if key is None:
        return ""
    form = session.form
    if key.question in form.lists:
        return session.texts.get(f"list.{key.question}.many") or key.question
    name = session.texts.short_label(key.question) or key.question
    owner = form.list_of(key.question)
    if not owner or form.lists[owner].parent:
        return name
    if key.item not in session.draft.items(owner):
        return name
    return f"{format_item_title(session.draft, session.pack, owner, key.item)} – {name}"


def format_moment(text: str, language: str) -> str:
    """Return a moment in ISO 8601 in local time; other text is returned unchanged."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return formats.format_moment(moment.astimezone() if moment.tzinfo else moment, language)
