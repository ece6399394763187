"""How complete an item of a list is, as a whole and part by part, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.form import ListPart, ListSpec
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import VisibleQuestion, visible_questions_of
from erasmus_desk.i18n import formats
from erasmus_desk.progress import is_answered

from ...i18n import plurals
from ...session.session import Session
from ...theme.theme import Theme
from ..base import FieldFindings


class ItemState(Struct, frozen=True):
    """The visible questions of an item or of a part of it, and which of them are left to do."""

    required: int
    open: tuple[Key, ...]
    wrong: tuple[Key, ...]
    advice: str = ""
    """What is wrong with the first wrong answer, and what to do."""

    @property
    def share(self) -> float:
        """The answered share of the required questions, from 0 to 1."""
        return 1 - len(self.open) / self.required if self.required else 1.0

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing or wrong."""
        return not self.open and not self.wrong

    @property
    def icon(self) -> str:
        """The name of the icon of the state."""
        if self.wrong:
            return "octagon-alert"
        if self.open:
            return "circle-dot" if self.share else "circle"
        return "circle-check"

    def describe(self) -> str:
        """Return the state in words."""
        if self.wrong:
            return plurals.to_fix(len(self.wrong))
        if self.open:
            return plurals.open_answers(len(self.open))
        return QCoreApplication.translate("StepStatus", "complete")


def compute_state(
    spec: ListSpec, item: str, session: Session, findings: FieldFindings
) -> ItemState:
    """Return the state of an item."""
    return _judge(
        visible_questions_of(spec.id, item, session.draft, session.pack), session, findings
    )


def compute_part_states(
    spec: ListSpec,
    parts: Iterable[ListPart],
    item: str,
    session: Session,
    findings: FieldFindings,
) -> dict[str, ItemState]:
    """Return the states of the parts of an item; a part that is not asked now has none."""
    visible = visible_questions_of(spec.id, item, session.draft, session.pack)
    form = session.form
    states: dict[str, ItemState] = {}
    for part in parts:
        lists = {form.questions[name].rows for name in part.questions} - {""}
        own = [
            one
            for one in visible
            if one.question.id in part.questions or form.list_of(one.question.id) in lists
        ]
        if own:
            states[part.id] = _judge(own, session, findings)
    return states


def _judge(
    questions: Iterable[VisibleQuestion], session: Session, findings: FieldFindings
) -> ItemState:
    required: list[Key] = []
    wrong: list[Key] = []
    advice = ""
    for one in questions:
        if one.question.required:
            required.append(one.key)
        is_filled = is_answered(session.draft, one.key)
        blocking = [text for text in findings.get(one.key, ()) if text.is_blocking and is_filled]
        if blocking:
            wrong.append(one.key)
            label = session.texts.short_label(one.question.id)
            sentence = blocking[0].fix or blocking[0].text
            advice = advice or formats.join_label(label, sentence, session.texts.language)
    missing = tuple(key for key in required if not is_answered(session.draft, key))
    return ItemState(len(required), missing, tuple(wrong), advice)


def state_colour(state: ItemState, theme: Theme) -> str:
    """Return the colour of the words of a state."""
    colours = theme.colours
    if state.wrong:
        return colours.warm
    return colours.good if state.is_complete else colours.quiet
