"""Answers as a reader sees them: names instead of ids."""

from __future__ import annotations

from erasmus_desk.call.form import Question
from erasmus_desk.draft.display_names import title
from erasmus_desk.draft.model import Key, Value

from ..i18n.value_text import said
from ..session.session import Session
from .question_texts import option_name


def shown(question: Question, value: Value | None, session: Session) -> str:
    """Give an answer in words; none gives an empty text."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(_named(question, one, session) for one in value)
    if isinstance(value, str):
        return _named(question, value, session)
    return said(value, session.texts)


def shown_at(key: Key, session: Session) -> str:
    """Give the answer at a key in words."""
    question = session.form.questions.get(key.question)
    return shown(question, session.value(key), session) if question else ""


def row_summary(list_id: str, item: str, session: Session) -> str:
    """Give one line of what a row holds: its name, then what else is filled in."""
    spec = session.form.lists[list_id]
    parts = [shown_at(Key(spec.name, item), session)]
    for one in spec.questions:
        said_there = shown_at(Key(one, item), session)
        if one != spec.name and said_there:
            parts.append(f"{session.texts.short(one)} {said_there}")
    return "  ·  ".join(part for part in parts if part) or "–"


def _named(question: Question, value: str, session: Session) -> str:
    if question.of:
        draft = session.draft
        is_there = value in draft.items(question.of)
        return title(draft, session.pack, question.of, value) if is_there else "–"
    found = session.pack.option_set(question)
    option = session.pack.option(question.id, value)
    return option_name(found, option, session.texts) if found and option else value
