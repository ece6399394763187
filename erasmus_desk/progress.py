"""Progress of a proposal: its sections in order, and the questions of each award criterion."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol

from msgspec import Struct
from msgspec.structs import astuple

from erasmus_desk.call.form import Section
from erasmus_desk.call.model import AwardCriterion, Pack
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.visibility import VisibleQuestion, visible_questions, visible_sections

_BLOCKS = "blocks"
_WEAKENS = "weakens"


class StepState(StrEnum):
    """The state of a section, as the step list shows it."""

    EMPTY = "empty"
    GOING = "going"
    DONE = "done"
    PROBLEMS = "problems"


class SectionFinding(Protocol):
    """The attributes used of a finding (`erasmus_desk.checks.finding.Finding`)."""

    @property
    def grade(self) -> str:
        """`blocks`, `weakens` or `style`."""
        ...

    @property
    def section(self) -> str:
        """The id of its section."""
        ...

    @property
    def is_gap(self) -> bool:
        """Whether something is missing rather than wrong."""
        ...


class Completion(Struct, frozen=True):
    """The number of visible and answered questions, and of the required ones among them."""

    total: int = 0
    answered: int = 0
    required: int = 0
    required_answered: int = 0

    def __add__(self, other: Completion) -> Completion:
        """Return the sum of both."""
        pairs = zip(astuple(self), astuple(other), strict=True)
        return Completion(*(one + two for one, two in pairs))

    @property
    def share(self) -> float:
        """The answered share of the required questions, from 0 to 1."""
        return self.required_answered / self.required if self.required else 1.0


class FormStep(Struct, frozen=True):
    """One section with its state and the numbers of its findings.

    `problems` and `gaps` block submission by what is wrong and what is missing.
    """

    section: Section
    state: StepState
    completion: Completion
    problems: int = 0
    gaps: int = 0
    weakening: int = 0
    style: int = 0


class CriterionQuestion(Struct, frozen=True):
    """A visible question that counts for an award criterion."""

    visible: VisibleQuestion
    is_answered: bool


class CriterionProgress(Struct, frozen=True):
    """An award criterion with the questions that count for it, in the order of the form."""

    criterion: AwardCriterion
    questions: tuple[CriterionQuestion, ...]

    @property
    def answered(self) -> int:
        """The number of answered questions."""
        return sum(question.is_answered for question in self.questions)


class Progress(Struct, frozen=True):
    """All steps of a draft with their sum, and the criteria with their questions."""

    steps: tuple[FormStep, ...]
    completion: Completion
    criteria: tuple[CriterionProgress, ...]

    def find_step(self, section: str) -> FormStep | None:
        """Return the step of a section, if it is visible."""
        return next((step for step in self.steps if step.section.id == section), None)


def compute_progress(
    draft: Draft,
    pack: Pack,
    findings: Iterable[SectionFinding] = (),
    visible: tuple[VisibleQuestion, ...] | None = None,
) -> Progress:
    """Return the progress of a draft; without findings no step has problems.

    Fast enough for every key: it walks the form once, or not at all if `visible` is given.
    """
    questions = visible_questions(draft, pack) if visible is None else visible
    answered = {question.key for question in questions if is_answered(draft, question.key)}
    by_section: dict[str, list[VisibleQuestion]] = {}
    for question in questions:
        by_section.setdefault(question.section.id, []).append(question)
    findings_in: dict[str, list[SectionFinding]] = {}
    for finding in findings:
        findings_in.setdefault(finding.section, []).append(finding)
    steps = tuple(
        _make_step(
            section,
            _count(by_section.get(section.id, []), answered),
            findings_in.get(section.id, []),
        )
        for section in visible_sections(draft, pack)
    )
    completion = sum((step.completion for step in steps), Completion())
    return Progress(steps, completion, _criteria(questions, answered, pack))


def is_answered(draft: Draft, key: Key) -> bool:
    """Return whether a question has an answer; white space and an empty choice are none."""
    value = draft.get(key)
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and value != ()


def _count(questions: list[VisibleQuestion], answered: set[Key]) -> Completion:
    required = [one for one in questions if one.question.required]
    return Completion(
        total=len(questions),
        answered=sum(one.key in answered for one in questions),
        required=len(required),
        required_answered=sum(one.key in answered for one in required),
    )


def _make_step(
    section: Section, completion: Completion, findings: list[SectionFinding]
) -> FormStep:
    grades = [(finding.grade, finding.is_gap) for finding in findings]
    problems = grades.count((_BLOCKS, False))
    gaps = grades.count((_BLOCKS, True))
    weakening = sum(grade == _WEAKENS for grade, _ in grades)
    # Before the checks have run, required questions without an answer are the gaps.
    missing = max(gaps, completion.required - completion.required_answered)
    style = len(grades) - problems - gaps - weakening
    state = _state(completion, problems, missing)
    return FormStep(section, state, completion, problems, gaps, weakening, style)


def _state(completion: Completion, problems: int, missing: int) -> StepState:
    if problems:
        return StepState.PROBLEMS
    if not completion.total:
        return StepState.DONE  # a page without questions
    if not completion.answered:
        return StepState.EMPTY
    return StepState.GOING if missing else StepState.DONE


def _criteria(
    questions: Iterable[VisibleQuestion], answered: set[Key], pack: Pack
) -> tuple[CriterionProgress, ...]:
    feeds = [(CriterionQuestion(one, one.key in answered), one.question.feeds) for one in questions]
    return tuple(
        CriterionProgress(criterion, tuple(one for one, fed in feeds if criterion.id in fed))
        for criterion in pack.criteria
    )
