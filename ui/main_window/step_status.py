"""The state of every step as rows of the step list, and the findings as shown at fields."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erasmus_desk import progress
from erasmus_desk.call.form import SectionLayout
from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.messages import Messages

from ..fields.question_box import Remark
from ..i18n import plurals
from ..pages.activity_model import (
    collect_activity_lists,
    find_activity_list,
    get_page_title,
    has_activity_lists,
)
from ..pages.base import FieldFindings
from ..session.check_runner import CheckRunner
from ..session.session import Session
from .page_factory import ACTIVITIES, CHECKS, EXPORT, FEEDBACK, HIDDEN, REVIEW_IMPORT, section_step
from .step_list import StepIcon, StepRow

STEP_ICONS = {
    progress.StepState.EMPTY: StepIcon.EMPTY,
    progress.StepState.GOING: StepIcon.STARTED,
    progress.StepState.DONE: StepIcon.DONE,
    progress.StepState.PROBLEMS: StepIcon.PROBLEMS,
}


def build_step_rows(
    session: Session, checks: CheckRunner, undecided: int | None = None
) -> tuple[StepRow, ...]:
    """Build a row for every step: the sections, then the pages that are no section.

    `undecided` counts the open decisions of a review import; `None` if there is no import.
    """
    rows = [_section_row(step, session) for step in checks.progress.steps]
    if has_activity_lists(session):
        rows.insert(_activities_index(checks, session), _activities_row(checks, session))
    hidden = len(checks.hidden_answers) + len(session.draft.orphans)
    if hidden:
        title = QCoreApplication.translate("StepStatus", "Set aside")
        rows.append(StepRow(HIDDEN, title, plurals.hidden_answers(hidden), StepIcon.HIDDEN))
    blocking = checks.blocking_count
    clean = QCoreApplication.translate("StepStatus", "no problems")
    state = plurals.problems(blocking) if blocking else clean if checks.has_checked else ""
    review = QCoreApplication.translate("StepStatus", "Check")
    rows.append(StepRow(CHECKS, review, state, StepIcon.CHECKS))
    export = QCoreApplication.translate("StepStatus", "Word file")
    rows.append(StepRow(EXPORT, export, "", StepIcon.EXPORT))
    feedback = QCoreApplication.translate("StepStatus", "Comments and files")
    rows.append(StepRow(FEEDBACK, feedback, _feedback_state(session), StepIcon.FEEDBACK))
    if undecided is not None:
        title = QCoreApplication.translate("StepStatus", "Review changes")
        decided = QCoreApplication.translate("StepStatus", "all decided")
        state = plurals.to_decide(undecided) if undecided else decided
        rows.append(StepRow(REVIEW_IMPORT, title, state, StepIcon.REVIEW_IMPORT))
    return tuple(rows)


def collect_findings(
    checks: CheckRunner, session: Session, messages: Messages, *, with_missing: bool
) -> FieldFindings:
    """Collect open comments, findings and, `with_missing`, missing answers by their answer."""
    found: dict[Key, list[Remark]] = {}
    for finding in checks.findings:
        if finding.key is None or (finding.is_gap and not with_missing):
            continue
        advice = messages.format_finding(finding.code, finding.facts, session.texts)
        remark = Remark(f"{advice.what} {advice.fix}", finding.blocks)
        found.setdefault(finding.key, []).append(remark)
    for key, authors in _comment_authors(session).items():
        text = QCoreApplication.translate("StepStatus", "{0} by {1}: see the guidance (F1)").format(
            plurals.comments(len(authors)), ", ".join(dict.fromkeys(filter(None, authors)))
        )
        found.setdefault(key, []).insert(0, Remark(text, is_blocking=False))
    return {key: tuple(shown) for key, shown in found.items()}


def _comment_authors(session: Session) -> dict[Key, list[str]]:
    """Return the authors of the open threads at each answer."""
    authors: dict[Key, list[str]] = {}
    for thread in review_state.list_threads(session.draft):
        if thread.key is not None and not thread.is_done:
            author = thread.comments[0].author if thread.comments else ""
            authors.setdefault(thread.key, []).append(author)
    return authors


def _section_row(step: progress.FormStep, session: Session) -> StepRow:
    title = session.texts.get(f"section.{step.section.id}.title") or step.section.id
    letter = step.section.letter
    return StepRow(
        section_step(step.section.id),
        f"{letter}.  {title}" if letter else title,
        _state_text(step),
        STEP_ICONS[step.state] if step.completion.total else StepIcon.TO_READ,
    )


def _feedback_state(session: Session) -> str:
    """Return the counts of unresolved items, open comments and outstanding copies."""
    draft = session.draft
    open_threads = sum(not thread.is_done for thread in review_state.list_threads(draft))
    counted = (
        (len(review_state.list_unresolved(draft)), plurals.to_decide),
        (open_threads, plurals.comments),
        (len(review_state.list_outstanding_copies(draft)), plurals.shared_files),
    )
    return ", ".join(format_count(n) for n, format_count in counted if n)


def _activities_index(checks: CheckRunner, session: Session) -> int:
    """Return the index of the activities: before the budget, else before the summary."""
    budget = session.form.section_of(session.pack.role("budget_comment"))
    for index, step in enumerate(checks.progress.steps):
        if step.section is budget or step.section.layout is SectionLayout.SUMMARY:
            return index
    return len(checks.progress.steps)


def _activities_row(checks: CheckRunner, session: Session) -> StepRow:
    lists = collect_activity_lists(session)
    count = sum(len(session.draft.items(plan.spec.id)) for plan in lists)
    blocking = [
        finding
        for finding in checks.findings
        if finding.blocks and finding.key and find_activity_list(finding.key.question, session)
    ]
    problems = sum(not finding.is_gap for finding in blocking)
    if problems:
        return StepRow(ACTIVITIES, get_page_title(), plurals.problems(problems), StepIcon.PROBLEMS)
    if not lists:
        none = QCoreApplication.translate("StepStatus", "not needed")
        return StepRow(ACTIVITIES, get_page_title(), none, StepIcon.TO_READ)
    if not count:
        none = QCoreApplication.translate("StepStatus", "not started")
        return StepRow(ACTIVITIES, get_page_title(), none, StepIcon.EMPTY)
    icon = StepIcon.STARTED if blocking else StepIcon.DONE
    return StepRow(ACTIVITIES, get_page_title(), plurals.described_records(count), icon)


def _state_text(step: progress.FormStep) -> str:
    if not step.completion.total:
        return QCoreApplication.translate("StepStatus", "information")
    match step.state:
        case progress.StepState.PROBLEMS:
            return plurals.problems(step.problems)
        case progress.StepState.EMPTY:
            return QCoreApplication.translate("StepStatus", "not started")
        case progress.StepState.DONE:
            return QCoreApplication.translate("StepStatus", "complete")
        case progress.StepState.GOING:
            return plurals.to_answer(step.completion.required - step.completion.required_answered)
