"""What the overview shows of a proposal, gathered from its draft and the last checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QLocale

from erasmus_desk import text_length
from erasmus_desk.budget.matrix import find_share_section
from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.unconfirmed import Subject, UnconfirmedDetail
from erasmus_desk.checks.finding import Finding
from erasmus_desk.draft.item_tree import walk_inside
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import (
    VisibleQuestion,
    find_list,
    visible_questions_in,
    visible_sections,
)
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.messages import Messages
from erasmus_desk.progress import is_answered

from ...session.check_runner import CheckRunner
from ...session.session import Session
from ..activity_model import find_activity_list, get_page_title
from ..question_texts import name_answer

BEGUN_CODES = ("unfinished", "very-short")
"""Findings at a text that somebody began and did not finish."""


class NextState(StrEnum):
    """Why a question is next; the value is the file of its icon."""

    WRONG = "octagon-alert"
    BEGUN = "circle-dot"
    EMPTY = "circle"


class NextQuestion(Struct, frozen=True):
    """An answer to go to: what to say of it, the name of its page, and its state in words."""

    state: NextState
    key: Key | None
    title: str
    page: str
    note: str


class TextCount(Struct, frozen=True):
    """The long texts of a proposal: how many there are, are written, and their characters."""

    total: int
    answered: int
    characters: int
    next_key: Key | None


class OrganisationCount(Struct, frozen=True):
    """The organisations, how many are complete, and what their page lacks."""

    total: int
    complete: int
    missing: int
    wrong: int


def list_next(
    session: Session, checks: CheckRunner, messages: Messages, most: int
) -> tuple[NextQuestion, ...]:
    """Return the questions to go to: wrong ones, begun ones, then the others as in the form."""
    findings = checks.findings
    items: list[NextQuestion] = []
    wrong = [one for one in findings if one.blocks and not one.is_gap]
    begun = [one for one in findings if _is_begun(one, session)]
    items += [_wrong(one, session, messages) for one in wrong[:most]]
    items += [_begun(key, session) for key in _unique(begun)[: most - len(items)]]
    for key in _list_gaps(session, checks):
        if len(items) >= most:
            break
        note = QCoreApplication.translate("StepStatus", "not started")
        items.append(_next(NextState.EMPTY, key, name_answer(key, session), note, session))
    return tuple(items)


def _is_begun(finding: Finding, session: Session) -> bool:
    if finding.key is None or finding.code not in BEGUN_CODES:
        return False
    question = session.form.questions.get(finding.key.question)
    return question is not None and question.type is QuestionType.TEXT


def _unique(findings: Iterable[Finding]) -> list[Key]:
    return list(dict.fromkeys(one.key for one in findings if one.key is not None))


def _list_gaps(session: Session, checks: CheckRunner) -> Iterator[Key]:
    """Yield what is missing: by the checks, or before them by what the form requires."""
    if not checks.has_checked:
        for one in checks.visible:
            if one.question.required and not is_answered(session.draft, one.key):
                yield one.key
        return
    gaps = (one for one in checks.findings if one.blocks and one.is_gap)
    yield from (key for key in _unique(gaps) if not is_answered(session.draft, key))


def _wrong(finding: Finding, session: Session, messages: Messages) -> NextQuestion:
    text = messages.format_finding(finding.code, finding.facts, session.texts).what
    note = QCoreApplication.translate("Overview", "to fix")
    if finding.key is not None:
        return _next(NextState.WRONG, finding.key, text, note, session)
    page = session.texts.section_name(finding.section)
    return NextQuestion(NextState.WRONG, None, text, page, note)


def _begun(key: Key, session: Session) -> NextQuestion:
    limit = session.form.questions[key.question].limit
    note = QCoreApplication.translate("Overview", "begun")
    if limit is not None:
        used = text_length.count_length(session.draft.text(key.question, key.item), limit.rule)
        note = QCoreApplication.translate("Overview", "{0} of {1}").format(
            format_count(used, session), format_count(limit.most, session)
        )
    return _next(NextState.BEGUN, key, name_answer(key, session), note, session)


def _next(state: NextState, key: Key, title: str, note: str, session: Session) -> NextQuestion:
    return NextQuestion(state, key, title, name_page(key, session), note)


def name_page(key: Key, session: Session) -> str:
    """Return the name of the page that shows an answer, as the list of steps has it."""
    shared = find_share_section(session.pack, key.question)
    if shared:
        return session.texts.section_name(shared)
    if find_activity_list(key.question, session):
        return get_page_title(session)
    section = session.form.section_of(key.question)
    return session.texts.section_name(section.id) if section is not None else ""


def is_visible(key: Key, session: Session) -> bool:
    """Return whether the form asks a question now, of an item that is still there."""
    draft, pack = session.draft, session.pack
    section = session.form.section_of(key.question)
    if section is None or section not in visible_sections(draft, pack):
        return False
    return any(one.key == key for one in visible_questions_in(section, draft, pack))


def count_texts(session: Session, checks: CheckRunner) -> TextCount:
    """Count the long texts, their characters by the rule of each, and find the first to write."""
    draft = session.draft
    texts = [one for one in checks.visible if one.question.type is QuestionType.TEXT]
    unanswered = [one.key for one in texts if not is_answered(draft, one.key)]
    first = unanswered or [one.key for one in texts]
    return TextCount(
        len(texts),
        len(texts) - len(unanswered),
        sum(_count_characters(one, session) for one in texts),
        first[0] if first else None,
    )


def _count_characters(visible: VisibleQuestion, session: Session) -> int:
    text = session.draft.text(visible.key.question, visible.key.item)
    limit = visible.question.limit
    if limit is None or limit.rule == "words":
        return len(text)
    return text_length.count_length(text, limit.rule)


def count_organisations(session: Session, checks: CheckRunner) -> OrganisationCount | None:
    """Count the complete organisations; `None` in a call without a list of them."""
    spec = find_list(session.pack, "organisations")
    if spec is None:
        return None
    draft, items = session.draft, session.draft.items(spec.id)
    owners = {item: item for item in items}
    for item in items:
        inside = walk_inside(draft, session.form, spec.id, item)
        owners |= dict.fromkeys((one for one, _ in inside), item)
    missing = [
        owners[one.key.item]
        for one in checks.visible
        if one.key.item in owners and one.question.required and not is_answered(draft, one.key)
    ]
    wrong = [
        owners[one.key.item]
        for one in checks.findings
        if one.blocks and not one.is_gap and one.key is not None and one.key.item in owners
    ]
    complete = len(items) - len({*missing, *wrong})
    section = session.form.section_of(spec.id)
    step = checks.progress.find_step(section.id) if section is not None else None
    gaps, problems = (step.gaps, step.problems) if step is not None else (0, 0)
    return OrganisationCount(len(items), complete, gaps, problems)


def describe_unconfirmed(
    details: tuple[UnconfirmedDetail, ...], session: Session
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the unconfirmed details by subject: its heading, and a line for each detail."""
    headings = {
        Subject.MONEY: QCoreApplication.translate("Overview", "Money"),
        Subject.RULES: QCoreApplication.translate("Overview", "Dates and eligibility"),
        Subject.QUESTIONS: QCoreApplication.translate("Overview", "Questions of the form"),
    }
    return tuple(
        (f"{heading} ({len(lines)})", lines)
        for subject, heading in headings.items()
        if (lines := _describe(subject, details, session))
    )


def _describe(
    subject: Subject, details: tuple[UnconfirmedDetail, ...], session: Session
) -> tuple[str, ...]:
    return tuple(_describe_detail(one, session) for one in details if one.subject is subject)


def _describe_detail(detail: UnconfirmedDetail, session: Session) -> str:
    """Return the name of a detail, that of the page of a question, and its sources."""
    texts, sources = session.texts, session.pack.sources
    name = texts.get(detail.text)
    if detail.subject is Subject.QUESTIONS:
        question = detail.text.removeprefix("question.")
        page = name_page(Key(question), session)
        name = formats.join_label(page, texts.short_label(question), texts.language)
    named = [sources[source] for source in detail.evidence.sources if source in sources]
    sourced = (texts.source_title(source) for source in named)
    titles = formats.join_entries(sourced, texts.language)
    return f"{name} – {titles}" if titles else name


def format_count(count: int, session: Session) -> str:
    """Return a number with the separators of the language, before babel is loaded."""
    return QLocale(session.texts.language).toString(count)
