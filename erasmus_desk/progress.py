"""Progress of a proposal: its sections in order, three goals, and the award criteria.

Every count on screen of what is to answer or to fix is from here, so that they agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from msgspec import Struct
from msgspec.structs import astuple

from erasmus_desk.budget.matrix import find_share_section
from erasmus_desk.call.form import QuestionType, Section, SectionPart
from erasmus_desk.call.model import AwardCriterion, Pack
from erasmus_desk.draft.hidden_characters import is_empty
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.visibility import VisibleQuestion, visible_questions, visible_sections

_BLOCKS = "blocks"
_WEAKENS = "weakens"
_PARTNER_ROLES = ("organisation_name", "organisation_name_national", "organisation_country")
"""Roles of the answers that say who a partner is; a partner gives the others itself."""


class StepState(StrEnum):
    """The state of a section, as the step list shows it."""

    EMPTY = "empty"
    GOING = "going"
    DONE = "done"
    PROBLEMS = "problems"


class SectionFinding(Protocol):
    """The attributes used of a finding (`erasmus_desk.checks.finding.Finding`)."""

    @property
    def key(self) -> Key | None:
        """The answer that it is about."""
        ...

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
    """The number of visible and answered questions, and of required answers.

    After the checks, what is required and missing is what they found missing: two partners too
    few are a missing answer too, and so is a checklist that is half ticked.
    """

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


class StepCounts(Struct, frozen=True, kw_only=True):
    """The state of one step with the numbers of its findings.

    `problems` and `gaps` block submission by what is wrong and what is missing.
    """

    state: StepState
    completion: Completion
    problems: int = 0
    gaps: int = 0
    weakening: int = 0
    style: int = 0


class FormStep(StepCounts, frozen=True, kw_only=True):
    """One section with its counts, without those of the activities in it."""

    section: Section


class FinishLine(StrEnum):
    """A goal of the work; what stands before one stands before those after it too."""

    PARTNERS = "partners"
    """Partners can be asked: the frame, who takes part, what it is about, and when."""
    ADVICE = "advice"
    """A National Agency can advise: all texts, activities and the budget too."""
    SUBMISSION = "submission"
    """Everything that the form requires."""


class LineProgress(Struct, frozen=True):
    """What stands before a goal; `answered` is done already.

    `places` are the sections, by id, with something to do that no goal before needs; `None` is
    the activities.
    """

    line: FinishLine
    answered: int
    problems: int
    gaps: int
    places: tuple[str | None, ...]

    @property
    def left(self) -> int:
        """The number of answers to give or to fix."""
        return self.problems + self.gaps

    @property
    def share(self) -> float:
        """The done share, from 0 to 1."""
        return self.answered / (self.answered + self.left) if self.left else 1.0


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
    """All steps of a draft with their sum, the goals, and the criteria with their questions.

    `activities` are the lists that have a page of their own, whatever section they are of.
    """

    steps: tuple[FormStep, ...]
    activities: StepCounts
    completion: Completion
    lines: tuple[LineProgress, ...]
    criteria: tuple[CriterionProgress, ...]

    @property
    def problems(self) -> int:
        """The number of answers to fix."""
        return self.lines[-1].problems

    @property
    def gaps(self) -> int:
        """The number of answers that are missing."""
        return self.lines[-1].gaps

    def find_step(self, section: str) -> FormStep | None:
        """Return the step of a section, if it is visible."""
        return next((step for step in self.steps if step.section.id == section), None)


class _Entry(Struct, frozen=True):
    """A required answer that is there, or a finding; `grade` is empty without a finding."""

    key: Key | None
    place: str | None
    grade: str = ""
    is_gap: bool = False


def compute_progress(
    draft: Draft,
    pack: Pack,
    findings: Iterable[SectionFinding] | None = None,
    visible: tuple[VisibleQuestion, ...] | None = None,
) -> Progress:
    """Return the progress of a draft; before the checks (`None`) no step has problems.

    Fast enough for every key: it walks the form once, or not at all if `visible` is given.
    """
    questions = visible_questions(draft, pack) if visible is None else visible
    answered = {question.key for question in questions if is_answered(draft, question.key)}
    # The answers to one question are all at one place.
    asked = {one.key.question: one for one in questions}
    places = {name: find_place(one.key, one.section.id, pack) for name, one in asked.items()}
    required = [
        _Entry(one.key, places[one.key.question]) for one in questions if one.question.required
    ]
    found = _find_gaps(required, answered) if findings is None else _read(findings, pack)
    missing = {one.key for one in found if one.grade == _BLOCKS and one.is_gap}
    given = [one for one in required if one.key in answered and one.key not in missing]
    entries = [*given, *found]
    asked_at: dict[str | None, list[VisibleQuestion]] = {}
    for one in questions:
        asked_at.setdefault(places[one.key.question], []).append(one)
    found_at: dict[str | None, list[_Entry]] = {}
    for entry in entries:
        found_at.setdefault(entry.place, []).append(entry)

    def count(place: str | None) -> StepCounts:
        return _count_step(asked_at.get(place, []), answered, found_at.get(place, []))

    sections = visible_sections(draft, pack)
    steps = tuple(_add_section(section, count(section.id)) for section in sections)
    activities = count(None)
    completion = sum((step.completion for step in steps), activities.completion)
    lines = _count_lines(entries, list_places(pack), pack)
    return Progress(steps, activities, completion, lines, _criteria(questions, answered, pack))


def find_place(key: Key | None, section: str, pack: Pack) -> str | None:
    """Return the id of the section that shows an answer, `None` for the page of activities.

    What is wrong with shares as a whole is shown in their grid, if the call has one.
    """
    name = key.question if key is not None else ""
    is_planned = bool(pack.form.planned_list(name))
    return find_share_section(pack, name) or (None if is_planned else section)


def _find_gaps(required: Iterable[_Entry], answered: set[Key]) -> list[_Entry]:
    """Return the required questions without an answer, before the checks have run."""
    return [
        _Entry(one.key, one.place, _BLOCKS, is_gap=True)
        for one in required
        if one.key not in answered
    ]


def list_places(pack: Pack) -> tuple[str | None, ...]:
    """Return the sections part by part, as ids; the activities (`None`) come before the plan's."""
    places: list[str | None] = []
    for part in SectionPart:
        places += [None] if part is SectionPart.PLAN else []
        places += [section.id for section in pack.form.sections if section.part is part]
    return tuple(places)


def _read(findings: Iterable[SectionFinding], pack: Pack) -> list[_Entry]:
    return [
        _Entry(one.key, find_place(one.key, one.section, pack), one.grade, one.is_gap)
        for one in findings
    ]


def is_answered(draft: Draft, key: Key) -> bool:
    """Return whether a question has an answer; white space and an empty choice are none."""
    return not is_empty(draft.get(key))


def _count_step(
    questions: list[VisibleQuestion], answered: set[Key], entries: list[_Entry]
) -> StepCounts:
    grades = [(one.grade, one.is_gap) for one in entries]
    problems, gaps = grades.count((_BLOCKS, False)), grades.count((_BLOCKS, True))
    given = sum(not one.grade for one in entries)
    completion = Completion(
        total=len(questions),
        answered=sum(one.key in answered for one in questions),
        required=given + gaps,
        required_answered=given,
    )
    weakening = sum(grade == _WEAKENS for grade, _ in grades)
    return StepCounts(
        state=_state(completion, problems, gaps),
        completion=completion,
        problems=problems,
        gaps=gaps,
        weakening=weakening,
        style=len(entries) - given - problems - gaps - weakening,
    )


def _add_section(section: Section, counts: StepCounts) -> FormStep:
    return FormStep(
        section=section,
        state=counts.state,
        completion=counts.completion,
        problems=counts.problems,
        gaps=counts.gaps,
        weakening=counts.weakening,
        style=counts.style,
    )


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


def _count_lines(
    entries: Iterable[_Entry], order: Sequence[str | None], pack: Pack
) -> tuple[LineProgress, ...]:
    """Return the goals with what stands before each; what weakens stands before none."""
    sections = {section.id: section for section in pack.form.sections}
    needed = [(_name_entry(one), one) for one in entries if one.grade in ("", _BLOCKS)]
    first = {
        name: _find_line(*name, sections, pack)
        for name in dict.fromkeys(name for name, _ in needed)
    }
    found = [(first[name], one) for name, one in needed]
    lines: list[LineProgress] = []
    counted: set[FinishLine] = set()
    for line in FinishLine:
        counted.add(line)
        here = [one for where, one in found if where in counted]
        left = [one for one in here if one.grade]
        places = {one.place for where, one in found if where is line and one.grade}
        lines.append(
            LineProgress(
                line,
                answered=len(here) - len(left),
                problems=sum(not one.is_gap for one in left),
                gaps=sum(one.is_gap for one in left),
                places=tuple(place for place in order if place in places),
            )
        )
    return tuple(lines)


def _name_entry(entry: _Entry) -> tuple[str, str | None]:
    """Return the question and the place of an entry, by which it counts for a goal."""
    return entry.key.question if entry.key is not None else "", entry.place


def _find_line(
    name: str, place: str | None, sections: Mapping[str, Section], pack: Pack
) -> FinishLine:
    """Return the first goal that the answers to a question are needed for."""
    form = pack.form
    question, spec = form.questions.get(name), form.lists.get(form.list_of(name) or name)
    is_text = question is not None and question.type is QuestionType.TEXT
    if place is None:
        is_date = question is not None and question.type is QuestionType.DATE
        is_calendar = is_date or (spec is not None and name == spec.name)
        return FinishLine.PARTNERS if is_calendar else FinishLine.ADVICE
    organisations = pack.role("organisations")
    if organisations and spec is not None and organisations in (spec.id, spec.parent):
        if name == organisations or name in map(pack.role, _PARTNER_ROLES):
            return FinishLine.PARTNERS
        return FinishLine.ADVICE if is_text else FinishLine.SUBMISSION
    return _find_line_of_section(sections.get(place), pack, is_text=is_text)


def _find_line_of_section(section: Section | None, pack: Pack, *, is_text: bool) -> FinishLine:
    match section.part if section is not None else None:
        case SectionPart.BASICS:
            return FinishLine.ADVICE if is_text else FinishLine.PARTNERS
        case SectionPart.TEXT:
            # The first text says what the project is about.
            texts = (one for one in pack.form.sections if one.part is SectionPart.TEXT)
            is_first = section == next(texts, None)
            return FinishLine.PARTNERS if is_first else FinishLine.ADVICE
        case SectionPart.PLAN:
            return FinishLine.ADVICE
        case _:
            return FinishLine.SUBMISSION
