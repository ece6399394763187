"""Which answer is meant, and which moment, in the words of the reader."""

from __future__ import annotations

from datetime import datetime

from erasmus_desk.draft.display_names import title
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n import formats

from ..session.session import Session


def answer_name(key: Key | None, session: Session) -> str:
    """Name an answer, with the record or organisation it belongs to; nothing for none."""
    if key is None:
        return ""
    form = session.form
    if key.question in form.lists:
        return session.texts.get(f"list.{key.question}.many") or key.question
    name = session.texts.short(key.question) or key.question
    owner = form.list_of(key.question)
    if not owner or form.lists[owner].parent:
        return name
    if key.item not in session.draft.items(owner):
        return name
    return f"{title(session.draft, session.pack, owner, key.item)} – {name}"


def moment(text: str, language: str) -> str:
    """Say a moment that is kept as ISO 8601 text, on this machine's clock; else as it stands."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return text
    return formats.moment(found.astimezone() if found.tzinfo else found, language)
