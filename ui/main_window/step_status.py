"""The state of every step as rows of the step list, and the findings as shown at fields."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from erasmus_desk import progress
from erasmus_desk.call.form import SectionPart
from erasmus_desk.draft import review_state
from erasmus_desk.draft.carry_marks import list_marks, list_shown_orphans
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.messages import Messages

from ..fields.values import Remark
from ..i18n import plurals
from ..pages.activity_model import (
    collect_activity_lists,
    count_dated,
    count_planned,
    get_page_title,
    has_activity_lists,
)
from ..pages.base import FieldFindings
from ..pages.copy_desk import texts as copy_texts
from ..pages.review_import.decision_model import DecisionModel
from ..pages.timeline import texts as timeline
from ..session.check_runner import CheckRunner
from ..session.session import Session
from .page_factory import (
    ACTIVITIES,
    CARRIED,
    CHECKS,
    COPY_DESK,
    EXPORT,
    FEEDBACK,
    HIDDEN,
    OVERVIEW,
    REVIEW_IMPORT,
    TIMELINE,
    section_step,
)
from .step_list import StepIcon, StepPart, StepRow

STEP_ICONS = {
    progress.StepState.EMPTY: StepIcon.EMPTY,
    progress.StepState.GOING: StepIcon.STARTED,
    progress.StepState.DONE: StepIcon.DONE,
    progress.StepState.PROBLEMS: StepIcon.PROBLEMS,
}


def build_step_rows(
    session: Session, checks: CheckRunner, decisions: DecisionModel | None = None
) -> tuple[StepRow, ...]:
    """Build a row for every step, part by part; a section without questions is none.

    `decisions` are those on imported files, while they are open.
    """
    overview = QCoreApplication.translate("StepStatus", "Overview")
    rows = [
        StepRow(
            OVERVIEW, overview, "", StepIcon.OVERVIEW, StepPart("", overview, StepIcon.OVERVIEW)
        )
    ]
    for part, heading in _name_parts(session).items():
        if part is SectionPart.PLAN and has_activity_lists(session):
            rows.append(_activities_row(checks, session, heading))
            rows.append(_timeline_row(session, heading))
        rows += [
            _section_row(step, session, heading)
            for step in checks.progress.steps
            if step.section.part is part and _has_work(step)
        ]
    return (*rows, *_build_last_rows(session, checks, decisions))


def _has_work(step: progress.FormStep) -> bool:
    """Return whether a section asks for something, or shows what follows from the answers."""
    return bool(step.completion.total) or step.section.layout.shows_grant


def _name_parts(session: Session) -> dict[SectionPart, StepPart]:
    """Return the headings of the parts, in the order of the list."""
    plan = QCoreApplication.translate("StepStatus", "{} and budget")
    return {
        SectionPart.BASICS: StepPart(
            QCoreApplication.translate("StepStatus", "Basics"),
            QCoreApplication.translate("StepStatus", "Basics", "one word"),
            "flag",
        ),
        SectionPart.TEXT: StepPart(
            QCoreApplication.translate("StepStatus", "Project text"),
            QCoreApplication.translate("StepStatus", "Text", "one word"),
            "notebook-pen",
        ),
        SectionPart.PLAN: StepPart(
            plan.format(get_page_title(session)),
            QCoreApplication.translate("StepStatus", "Activities", "one word"),
            "calendar-range",
        ),
        SectionPart.FORMALITIES: StepPart(
            QCoreApplication.translate("StepStatus", "Formalities"),
            QCoreApplication.translate("StepStatus", "Forms", "one word"),
            "clipboard-check",
        ),
    }


def _build_last_rows(
    session: Session, checks: CheckRunner, decisions: DecisionModel | None
) -> Iterator[StepRow]:
    """Yield the pages that are no section: they check the proposal and send it."""
    part = StepPart(
        QCoreApplication.translate("StepStatus", "Check and send"),
        QCoreApplication.translate("StepStatus", "Send", "one word"),
        "send",
    )
    marked = len(list_marks(session.draft))
    if marked:
        title = QCoreApplication.translate("StepStatus", "From another proposal")
        state = plurals.to_look_at(marked)
        yield StepRow(CARRIED, title, state, StepIcon.CARRIED, part, str(marked), gaps=marked)
    hidden = len(checks.hidden_answers) + len(list_shown_orphans(session.draft))
    if hidden:
        title, state = (
            QCoreApplication.translate("StepStatus", "Set aside"),
            plurals.hidden_answers(hidden),
        )
        yield StepRow(HIDDEN, title, state, StepIcon.HIDDEN, part, str(hidden))
    clean = QCoreApplication.translate("StepStatus", "no problems")
    state = plurals.count_blocking(checks.progress.problems, checks.progress.gaps) or (
        clean if checks.has_checked else ""
    )
    yield StepRow(
        CHECKS, QCoreApplication.translate("StepStatus", "Check"), state, StepIcon.CHECKS, part
    )
    yield StepRow(
        EXPORT,
        QCoreApplication.translate("StepStatus", "Word and preview"),
        "",
        StepIcon.EXPORT,
        part,
    )
    feedback, state = (
        QCoreApplication.translate("StepStatus", "Comments and files"),
        _feedback_state(session),
    )
    yield StepRow(FEEDBACK, feedback, state, StepIcon.FEEDBACK, part)
    yield _build_copy_row(checks, part)
    if decisions is not None:
        undecided = decisions.undecided_count
        title = QCoreApplication.translate("StepStatus", "Review changes")
        decided = QCoreApplication.translate("StepStatus", "all decided")
        state = plurals.to_decide(undecided) if undecided else decided
        note = state if undecided else ""
        yield StepRow(
            REVIEW_IMPORT, title, state, StepIcon.REVIEW_IMPORT, part, note, gaps=undecided
        )


def _build_copy_row(checks: CheckRunner, part: StepPart) -> StepRow:
    """Return the page that copies the answers into the online form."""
    copied, total = checks.copied
    note = plurals.to_copy(total - copied) if total > copied else ""
    everything = QCoreApplication.translate("StepStatus", "everything copied")
    state = note or (everything if total else "")
    return StepRow(COPY_DESK, copy_texts.get_step_name(), state, StepIcon.COPY_DESK, part, note)


def collect_findings(
    checks: CheckRunner, session: Session, messages: Messages, *, with_missing: bool
) -> FieldFindings:
    """Collect open comments, findings and, `with_missing`, missing answers by their answer."""
    found: dict[Key, list[Remark]] = {}
    for finding in checks.findings:
        if finding.key is None or (finding.is_gap and not with_missing):
            continue
        advice = messages.format_finding(finding.code, finding.facts, session.texts)
        # What is missing is no mistake.
        is_wrong = finding.blocks and not finding.is_gap
        remark = Remark(f"{advice.what} {advice.fix}", is_wrong, advice.fix)
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


def _section_row(step: progress.FormStep, session: Session, part: StepPart) -> StepRow:
    section = step.section
    title = session.texts.section_name(section.id)
    state, icon = _state_text(step), STEP_ICONS[step.state]
    if not step.completion.total and not _count_activities(session):
        # It only shows what follows from the plan, which is empty: that is not complete.
        state, icon = QCoreApplication.translate("StepStatus", "not started"), StepIcon.EMPTY
    note = "" if step.state is progress.StepState.DONE else _count_text(step)
    return StepRow(
        section_step(section.id), title, state, icon, part, note, step.problems, step.gaps
    )


def _count_activities(session: Session) -> int:
    return sum(len(session.draft.items(one.spec.id)) for one in collect_activity_lists(session))


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


def _activities_row(checks: CheckRunner, session: Session, part: StepPart) -> StepRow:
    lists, title = collect_activity_lists(session), get_page_title(session)
    count = _count_activities(session)
    counts = checks.progress.activities
    if counts.problems:
        state = plurals.to_fix(counts.problems)
        return StepRow(
            ACTIVITIES, title, state, StepIcon.PROBLEMS, part, state, counts.problems, counts.gaps
        )
    if not lists:
        none = QCoreApplication.translate("StepStatus", "not needed")
        return StepRow(ACTIVITIES, title, none, StepIcon.TO_READ, part)
    if not count:
        none = QCoreApplication.translate("StepStatus", "not started")
        return StepRow(ACTIVITIES, title, none, StepIcon.EMPTY, part)
    icon = StepIcon.STARTED if counts.gaps else StepIcon.DONE
    words = count_planned(count, session), icon, part, _count_text(counts)
    return StepRow(ACTIVITIES, title, *words, gaps=counts.gaps)


def _timeline_row(session: Session, part: StepPart) -> StepRow:
    title = timeline.get_page_title()
    dated, total = count_dated(session)
    if not total:
        none = QCoreApplication.translate("StepStatus", "not started")
        return StepRow(TIMELINE, title, none, StepIcon.EMPTY, part)
    if dated < total:
        state = plurals.without_dates(total - dated)
        return StepRow(TIMELINE, title, state, StepIcon.STARTED, part)
    done = QCoreApplication.translate("StepStatus", "complete")
    return StepRow(TIMELINE, title, done, StepIcon.DONE, part)


def _state_text(step: progress.StepCounts) -> str:
    match step.state:
        case progress.StepState.EMPTY:
            return QCoreApplication.translate("StepStatus", "not started")
        case progress.StepState.DONE:
            return QCoreApplication.translate("StepStatus", "complete")
        case progress.StepState.PROBLEMS | progress.StepState.GOING:
            return _count_text(step)


def _count_text(step: progress.StepCounts) -> str:
    """Return how much is wrong, else how much is to be answered; nothing if neither."""
    if step.problems:
        return plurals.to_fix(step.problems)
    return plurals.open_answers(step.gaps) if step.gaps else ""
