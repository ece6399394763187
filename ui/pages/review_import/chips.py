"""A change as the strip shows it: its name, its decision in words and as an icon."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import UnresolvedItem
from erasmus_desk.review_import.decisions import Resolution, RowResolution
from erasmus_desk.review_import.result import RowAdded, RowChange, RowRemoved

from ...session.session import Session
from ...theme.palettes import Colours
from ..question_texts import name_answer
from . import decision_model, entry_texts
from .decision_model import DecisionModel, Entry


class Chip(Struct, frozen=True):
    """The texts of a chip, and its icon with the colour of it."""

    name: str
    decision: str
    icon: str
    colour: str


def build_chip(
    entry: Entry, model: DecisionModel, session: Session, colours: Colours, *, is_current: bool
) -> Chip:
    """Return the chip of a change by the decision on it."""
    name = name_entry(entry, session)
    if isinstance(entry, UnresolvedItem):
        return Chip(name, entry_texts.not_placed(), "inbox", colours.quiet)
    decision = model.decision_for(entry)
    words = decision_model.describe_decision(decision)
    if model.is_undecided(entry):
        if decision_model.needs_care(entry):
            return Chip(name, words, "circle-help", colours.warm)
        if is_current:
            return Chip(name, words, "circle-dot", colours.accent)
        return Chip(name, words, "circle", colours.quiet)
    resolution = decision_model.resolution_of(decision)
    if resolution in (Resolution.MINE, RowResolution.REJECT):
        return Chip(name, words, "x", colours.warm)
    icon = "pencil" if resolution is Resolution.EDITED else "check"
    return Chip(name, words, icon, colours.good)


def name_entry(entry: Entry, session: Session) -> str:
    """Return the name of the answer that changed, or of the list with the row."""
    if isinstance(entry, RowAdded | RowRemoved):
        name = _find_item_name(entry, session)
        if name and isinstance(entry, RowAdded):
            return QCoreApplication.translate("ReviewImport", "{}: added").format(name)
        if name:
            return QCoreApplication.translate("ReviewImport", "{}: removed").format(name)
        added = QCoreApplication.translate("ReviewImport", "{}: 1 row added")
        removed = QCoreApplication.translate("ReviewImport", "{}: 1 row removed")
        text = added if isinstance(entry, RowAdded) else removed
        return text.format(name_answer(entry.order, session))
    key = decision_model.find_key(entry)
    return name_answer(key, session) or entry_texts.not_placed()


def _find_item_name(row: RowChange, session: Session) -> str:
    """Return the name of an organisation, an output or another item that has one as its text."""
    spec = session.form.lists.get(row.order.question)
    question = session.form.questions.get(spec.name) if spec is not None else None
    if spec is None or question is None or question.type is not QuestionType.LINE:
        return ""
    if isinstance(row, RowAdded):
        found = dict(row.values).get(Key(spec.name, row.item), "")
        return found if isinstance(found, str) else ""
    return session.draft.text(spec.name, row.item)
