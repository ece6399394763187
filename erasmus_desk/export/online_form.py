"""Answers as plain text for the fields of the online form that a proposal is copied into.

A text is what the user typed, with its line breaks and lists. Choices have their names in the
language of the proposal, as in the Word file. A date is written as the call says that its online
form takes it; an amount and a number have no separators but the decimal sign of the language of
the proposal, as fields for numbers refuse others.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from erasmus_desk.call.form import Question
from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.document.context import BuildContext, load_labels
from erasmus_desk.i18n.typed_values import find_decimal_sign

DEFAULT_DATE = "dd/mm/yyyy"
"""How a date is written where the call does not say it."""


def load_context(draft: Draft, library: Library, resources: Path) -> BuildContext:
    """Return what the answers of a draft are worded with. Raises PackError."""
    pack = library.load_pack(draft.pack.id, draft.pack.revision)
    language = draft.text(pack.role("language")) or pack.main_language
    texts, labels = (
        library.load_texts(pack.id, language, pack.revision),
        load_labels(resources, language),
    )
    return BuildContext(draft, pack, texts, labels, Profile.CLEAN, language)


def format_field(question: Question, item: str, context: BuildContext) -> str:
    """Return an answer as plain text, empty if there is none."""
    value = context.draft.get(Key(question.id, item))
    is_named = isinstance(value, str) and bool(question.of or question.options)
    if isinstance(value, tuple) or is_named:
        named = context.format_answer(question, item)
        return named.text if named is not None else ""
    return _format_value(value, context)


def _format_value(value: Value | None, context: BuildContext) -> str:
    match value:
        case str():
            return value if value.strip() else ""
        case bool():
            return context.labels.format("yes" if value else "no")
        case date():
            known = context.pack.online_form
            return _format_date(value, known.date if known is not None else DEFAULT_DATE)
        case int():
            return str(value)
        case Decimal():
            return f"{value:f}".replace(".", find_decimal_sign(context.labels.locale))
        case _:
            return ""


def _format_date(value: date, form: str) -> str:
    """Return a date in a form such as `dd/mm/yyyy`."""
    # strftime would write the year 17 with two digits.
    for part, number in (("yyyy", f"{value.year:04}"), ("mm", f"{value.month:02}")):
        form = form.replace(part, number)
    return form.replace("dd", f"{value.day:02}")
