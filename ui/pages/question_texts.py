"""The words of questions and choices as a page shows them, from the pack's texts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.form import Naming, Option, OptionSet, Question
from erasmus_desk.call.funding import Evidence
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import display_names as naming
from erasmus_desk.draft.display_names import title
from erasmus_desk.draft.visibility import options

from ..fields.choice_fields import Choice
from ..fields.question_box import Wording
from ..session.session import Session

LONG_LABEL = 60
"""Characters from which a label reads as a sentence rather than as a heading."""


def wording(question: Question, pack: Pack, texts: Texts) -> Wording:
    """Give a question's short heading, its whole wording, and the mark to check it."""
    label = texts.get(f"question.{question.id}.label") or question.id
    # A short official label is its own heading; only a long one gets a shorter name above it.
    short = texts.get(f"question.{question.id}.short")
    heading = short if short and len(label) > LONG_LABEL else label
    if question.evidence.is_confirmed:
        return Wording(heading, label)
    return Wording(heading, label, check_mark(), check_reason(question.evidence, pack))


def check_mark() -> str:
    """Give the quiet mark of a fact that is not confirmed."""
    return QCoreApplication.translate("Wording", "check in the Programme Guide")


def check_reason(evidence: Evidence, pack: Pack) -> str:
    """Say where a fact comes from and how sure it is."""
    titles = [pack.sources[one].title for one in evidence.sources if one in pack.sources]
    text = QCoreApplication.translate("Wording", "Confidence {0}. Source: {1}")
    return text.format(evidence.confidence.value, "; ".join(titles) or "–")


def option_name(found: OptionSet, option: Option, texts: Texts) -> str:
    """Give the name of a choice: a country, a language, or a text of the pack."""
    return naming.option(found, option.id, texts, texts.language).text


def choices(question: Question, session: Session, item: str = "") -> tuple[Choice, ...]:
    """Give the choices a question offers now; countries and languages sorted by name."""
    if question.of:
        draft, pack = session.draft, session.pack
        items = draft.items(question.of)
        return tuple(Choice(one, title(draft, pack, question.of, one)) for one in items)
    found = session.pack.option_set(question)
    if found is None:
        return ()
    offered = [
        Choice(option.id, option_name(found, option, session.texts), option.group)
        for option in options(question, session.draft, session.pack, item)
    ]
    if found.naming is not Naming.TEXTS:
        offered.sort(key=_by_name)
    return tuple(offered)


def _by_name(choice: Choice) -> str:
    return choice.name.casefold()
