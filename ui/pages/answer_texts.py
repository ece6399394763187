"""Answers, their names and moments as text for the user: names instead of ids."""

from __future__ import annotations

from datetime import datetime

from erasmus_desk.call.form import Question
from erasmus_desk.draft.display_names import format_item_title
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.i18n import formats

from ..i18n.value_text import format_value
from ..session.session import Session
from .question_texts import format_option


def format_answer(question: Question, value: Value | None, session: Session) -> str:
    """Return an answer as text, empty for None."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(_format_choice(question, choice, session) for choice in value)
    if isinstance(value, str):
        return _format_choice(question, value, session)
    return format_value(value, session.texts)


def format_answer_at(key: Key, session: Session) -> str:
    """Return the answer at a key as text."""
    question = session.form.questions.get(key.question)
    return format_answer(question, session.value(key), session) if question else ""


def summarise_row(list_id: str, item: str, session: Session) -> str:
    """Return a row as one line: its name, then its other answers with their labels."""
    spec = session.form.lists[list_id]
    parts = [format_answer_at(Key(spec.name, item), session)]
    for question in spec.questions:
        text = format_answer_at(Key(question, item), session)
        if question != spec.name and text:
            parts.append(f"{session.texts.short_label(question)} {text}")
    return "  ·  ".join(part for part in parts if part) or "–"


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


def _format_choice(question: Question, value: str, session: Session) -> str:
    if question.of:
        draft = session.draft
        exists = value in draft.items(question.of)
        return format_item_title(draft, session.pack, question.of, value) if exists else "–"
    options = session.pack.option_set(question)
    option = session.pack.option(question.id, value)
    return format_option(options, option, session.texts) if options and option else value
