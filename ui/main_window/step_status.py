"""The steps of a draft and its findings, in words for the desk."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erasmus_desk import progress
from erasmus_desk.call.form import Layout
from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.messages import Sentences

from ..fields.question_box import Remark
from ..i18n import plurals
from ..pages.activity_model import has_plan, page_title, plan_list_of, plan_lists
from ..pages.base import Remarks
from ..session.check_runner import Watch
from ..session.session import Session
from .page_factory import ACTIVITIES, COMING, FEEDBACK, PARKED, REVIEW, WORD, section_step
from .step_list import Mark, StepRow

MARKS = {
    progress.State.EMPTY: Mark.EMPTY,
    progress.State.GOING: Mark.GOING,
    progress.State.DONE: Mark.DONE,
    progress.State.PROBLEMS: Mark.PROBLEMS,
}


def step_rows(session: Session, watch: Watch, to_decide: int | None = None) -> tuple[StepRow, ...]:
    """Give every step with its state: the sections, what is parked, review, Word, feedback.

    `to_decide` counts what is undecided of files that came home, `None` where none did.
    """
    rows = [_section_row(step, session) for step in watch.flow.steps]
    if has_plan(session):
        rows.insert(_place_of_plan(watch, session), _plan_row(watch, session))
    waiting = len(watch.parked) + len(session.draft.orphans)
    if waiting:
        title = QCoreApplication.translate("Steps", "Parked")
        rows.append(StepRow(PARKED, title, plurals.parked(waiting), Mark.PARKED))
    blocking = watch.blocking
    clean = QCoreApplication.translate("Steps", "nothing blocks sending")
    state = plurals.problems(blocking) if blocking else clean if watch.has_checked else ""
    review = QCoreApplication.translate("Steps", "Review")
    rows.append(StepRow(REVIEW, review, state, Mark.REVIEW))
    rows.append(StepRow(WORD, QCoreApplication.translate("Steps", "Word file"), "", Mark.WORD))
    feedback = QCoreApplication.translate("Steps", "Feedback")
    rows.append(StepRow(FEEDBACK, feedback, _feedback_words(session), Mark.FEEDBACK))
    if to_decide is not None:
        coming = QCoreApplication.translate("Steps", "Coming home")
        decided = QCoreApplication.translate("Steps", "all decided")
        state = plurals.waiting(to_decide) if to_decide else decided
        rows.append(StepRow(COMING, coming, state, Mark.COMING))
    return tuple(rows)


def remarks(watch: Watch, session: Session, sentences: Sentences, *, with_gaps: bool) -> Remarks:
    """Give what is shown at fields: comments, findings, and missing answers if wanted."""
    found: dict[Key, list[Remark]] = {}
    for finding in watch.findings:
        if finding.key is None or (finding.is_gap and not with_gaps):
            continue
        advice = sentences.finding(finding.code, finding.facts, session.texts)
        remark = Remark(f"{advice.what} {advice.mend}", finding.blocks)
        found.setdefault(finding.key, []).append(remark)
    for key, authors in _commented(session).items():
        said = QCoreApplication.translate("Steps", "{0} by {1}: see the guidance (F1)").format(
            plurals.comments(len(authors)), ", ".join(dict.fromkeys(filter(None, authors)))
        )
        found.setdefault(key, []).insert(0, Remark(said, is_grave=False))
    return {key: tuple(told) for key, told in found.items()}


def _commented(session: Session) -> dict[Key, list[str]]:
    """Give who began the open comments at each answer."""
    found: dict[Key, list[str]] = {}
    for thread in review_state.threads(session.draft):
        if thread.key is not None and not thread.is_done:
            found.setdefault(thread.key, []).append(thread.notes[0].author if thread.notes else "")
    return found


def _section_row(step: progress.Step, session: Session) -> StepRow:
    title = session.texts.get(f"section.{step.section.id}.title") or step.section.id
    letter = step.section.letter
    return StepRow(
        section_step(step.section.id),
        f"{letter}.  {title}" if letter else title,
        _state_words(step),
        MARKS[step.state] if step.tally.asked else Mark.READ,
    )


def _feedback_words(session: Session) -> str:
    """Say what is between us and those who read along: what waits first."""
    draft = session.draft
    open_threads = sum(not one.is_done for one in review_state.threads(draft))
    counted = (
        (len(review_state.tray(draft)), plurals.waiting),
        (open_threads, plurals.comments),
        (len(review_state.away(draft)), plurals.away),
    )
    return ", ".join(said(n) for n, said in counted if n)


def _place_of_plan(watch: Watch, session: Session) -> int:
    """Give where the activities stand: before the budget, else before the summary."""
    budget = session.form.section_of(session.pack.role("budget_comment"))
    for place, step in enumerate(watch.flow.steps):
        if step.section is budget or step.section.layout is Layout.SUMMARY:
            return place
    return len(watch.flow.steps)


def _plan_row(watch: Watch, session: Session) -> StepRow:
    lists = plan_lists(session)
    count = sum(len(session.draft.items(plan.spec.id)) for plan in lists)
    found = [
        one
        for one in watch.findings
        if one.blocks and one.key and plan_list_of(one.key.question, session)
    ]
    wrong = sum(not one.is_gap for one in found)
    if wrong:
        return StepRow(ACTIVITIES, page_title(), plurals.problems(wrong), Mark.PROBLEMS)
    if not lists:
        none = QCoreApplication.translate("Steps", "none asked for")
        return StepRow(ACTIVITIES, page_title(), none, Mark.READ)
    if not count:
        none = QCoreApplication.translate("Steps", "not started")
        return StepRow(ACTIVITIES, page_title(), none, Mark.EMPTY)
    mark = Mark.GOING if found else Mark.DONE
    return StepRow(ACTIVITIES, page_title(), plurals.records(count), mark)


def _state_words(step: progress.Step) -> str:
    if not step.tally.asked:
        return QCoreApplication.translate("Steps", "to read")
    match step.state:
        case progress.State.PROBLEMS:
            return plurals.problems(step.problems)
        case progress.State.EMPTY:
            return QCoreApplication.translate("Steps", "not started")
        case progress.State.DONE:
            return QCoreApplication.translate("Steps", "done")
        case progress.State.GOING:
            return plurals.to_do(step.tally.required - step.tally.required_answered)
