"""The steps of a draft and its findings, in words for the desk."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erasmus_desk import flow
from erasmus_desk.draft.model import Key
from erasmus_desk.sentences import Sentences

from . import counts
from .fields.question import Remark
from .navigator import Mark, StepRow
from .pages.base import Remarks
from .pages.maker import PARKED, REVIEW, WORD, section_step
from .session import Session
from .watch import Watch

MARKS = {
    flow.State.EMPTY: Mark.EMPTY,
    flow.State.GOING: Mark.GOING,
    flow.State.DONE: Mark.DONE,
    flow.State.PROBLEMS: Mark.PROBLEMS,
}


def step_rows(session: Session, watch: Watch) -> tuple[StepRow, ...]:
    """Give every step with its state: the sections, what is parked, review and Word."""
    rows = [_section_row(step, session) for step in watch.flow.steps]
    waiting = len(watch.parked)
    if waiting:
        title = QCoreApplication.translate("Steps", "Parked")
        rows.append(StepRow(PARKED, title, counts.parked(waiting), Mark.PARKED))
    blocking = watch.blocking
    clean = QCoreApplication.translate("Steps", "nothing blocks sending")
    state = counts.problems(blocking) if blocking else clean if watch.has_checked else ""
    review = QCoreApplication.translate("Steps", "Review")
    rows.append(StepRow(REVIEW, review, state, Mark.REVIEW))
    rows.append(StepRow(WORD, QCoreApplication.translate("Steps", "Word file"), "", Mark.WORD))
    return tuple(rows)


def remarks(watch: Watch, session: Session, sentences: Sentences, *, with_gaps: bool) -> Remarks:
    """Give the findings to show at fields, those about missing answers only if wanted."""
    found: dict[Key, list[Remark]] = {}
    for finding in watch.findings:
        if finding.key is None or (finding.is_gap and not with_gaps):
            continue
        advice = sentences.finding(finding.code, finding.facts, session.texts)
        remark = Remark(f"{advice.what} {advice.mend}", finding.blocks)
        found.setdefault(finding.key, []).append(remark)
    return {key: tuple(told) for key, told in found.items()}


def _section_row(step: flow.Step, session: Session) -> StepRow:
    title = session.texts.get(f"section.{step.section.id}.title") or step.section.id
    letter = step.section.letter
    return StepRow(
        section_step(step.section.id),
        f"{letter}.  {title}" if letter else title,
        _state_words(step),
        MARKS[step.state] if step.tally.asked else Mark.READ,
    )


def _state_words(step: flow.Step) -> str:
    if not step.tally.asked:
        return QCoreApplication.translate("Steps", "to read")
    match step.state:
        case flow.State.PROBLEMS:
            return counts.problems(step.problems)
        case flow.State.EMPTY:
            return QCoreApplication.translate("Steps", "not started")
        case flow.State.DONE:
            return QCoreApplication.translate("Steps", "done")
        case flow.State.GOING:
            return counts.to_do(step.tally.required - step.tally.required_answered)
