"""Texts of questions, options and evidence as the pages show them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.form import NameSource, Option, OptionSet, Question
from erasmus_desk.call.funding import Evidence
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import display_names
from erasmus_desk.draft.visibility import available_options

from ..fields.choice_fields import Choice
from ..fields.question_box import QuestionText
from ..session.session import Session

LONG_LABEL = 60
"""Characters from which a label reads as a sentence rather than as a heading."""


def build_question_text(question: Question, pack: Pack, texts: Texts) -> QuestionText:
    """Return a question's heading and label, with a note if its source is not confirmed."""
    label = texts.get(f"question.{question.id}.label") or question.id
    # A short official label serves as the heading; only a long one gets a shorter heading.
    short = texts.get(f"question.{question.id}.short")
    heading = short if short and len(label) > LONG_LABEL else label
    if question.evidence.is_confirmed:
        return QuestionText(heading, label)
    return QuestionText(
        heading, label, get_check_note(), describe_evidence(question.evidence, pack)
    )


def get_check_note() -> str:
    """Return the note shown at a fact that is not confirmed."""
    return QCoreApplication.translate("QuestionText", "Not confirmed")


def describe_evidence(evidence: Evidence, pack: Pack) -> str:
    """Return the sources of a fact as text, and whether it is confirmed."""
    titles = [pack.sources[source].title for source in evidence.sources if source in pack.sources]
    text = QCoreApplication.translate(
        "QuestionText", "Not confirmed: check the Programme Guide. Source: {}"
    )
    if evidence.is_confirmed:
        text = QCoreApplication.translate("QuestionText", "Source: {}")
    return text.format("; ".join(titles) or "–")


def format_option(options: OptionSet, option: Option, texts: Texts) -> str:
    """Return the name of an option: a country, a language, or a text of the pack."""
    return display_names.name_option(options, option.id, texts, texts.language).text


def build_choices(question: Question, session: Session, item: str = "") -> tuple[Choice, ...]:
    """Return the choices of a question now; countries and languages sorted by name."""
    draft, pack = session.draft, session.pack
    if question.of:
        return tuple(
            Choice(one, display_names.format_item_title(draft, pack, question.of, one))
            for one in draft.items(question.of)
        )
    options = pack.option_set(question)
    if options is None:
        return ()
    choices = [
        Choice(option.id, format_option(options, option, session.texts), option.group)
        for option in available_options(question, draft, pack, item)
    ]
    if options.naming is not NameSource.TEXTS:
        choices.sort(key=lambda choice: choice.name.casefold())
    return tuple(choices)
