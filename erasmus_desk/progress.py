"""The steps of a proposal: their order, how far each is, and what feeds which criterion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from erasmus_desk.call.form import Section
from erasmus_desk.call.model import Criterion, Pack
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.visibility import Asked, asked, sections

_BLOCKS = "blocks"
_WEAKENS = "weakens"


class State(StrEnum):
    """How far a section is, as the list of steps shows it."""

    EMPTY = "empty"
    GOING = "going"
    DONE = "done"
    PROBLEMS = "problems"


class Found(Protocol):
    """What the flow needs to know of a finding (`erasmus_desk.checks.finding.Finding`)."""

    @property
    def grade(self) -> str:
        """`blocks`, `weakens` or `style`."""
        ...

    @property
    def section(self) -> str:
        """The id of the section it stands in."""
        ...

    @property
    def is_gap(self) -> bool:
        """Whether something is merely not there yet."""
        ...


class Tally(Struct, frozen=True):
    """What is asked and answered, of all questions and of those that must be answered."""

    asked: int = 0
    answered: int = 0
    required: int = 0
    required_answered: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Add up two tallies."""
        return Tally(
            self.asked + other.asked,
            self.answered + other.answered,
            self.required + other.required,
            self.required_answered + other.required_answered,
        )

    @property
    def share(self) -> float:
        """How much of what must be answered is answered, from 0 to 1."""
        return self.required_answered / self.required if self.required else 1.0


class Step(Struct, frozen=True):
    """One section with its state.

    `problems` is what is there and wrong and blocks, `gaps` what is missing and blocks;
    `weakening` and `style` count the lesser findings.
    """

    section: Section
    state: State
    tally: Tally
    problems: int = 0
    gaps: int = 0
    weakening: int = 0
    style: int = 0


class Feed(Struct, frozen=True):
    """A question that counts for an award criterion, and whether it is answered."""

    asked: Asked
    is_answered: bool


class Fed(Struct, frozen=True):
    """An award criterion with the questions that feed it, in the order of the form."""

    criterion: Criterion
    feeds: tuple[Feed, ...]

    @property
    def answered(self) -> int:
        """How many of them are answered."""
        return sum(feed.is_answered for feed in self.feeds)


class Flow(Struct, frozen=True):
    """All steps of a draft, what they add up to, and the criteria with their questions."""

    steps: tuple[Step, ...]
    tally: Tally
    criteria: tuple[Fed, ...]

    def step(self, section: str) -> Step | None:
        """Give the step of a section, if the form has it for this draft."""
        return next((step for step in self.steps if step.section.id == section), None)

    def next(self, section: str) -> str:
        """Give the id of the section after this one; after the last there is none."""
        return self._beside(section, 1)

    def previous(self, section: str) -> str:
        """Give the id of the section before this one; before the first there is none."""
        return self._beside(section, -1)

    def _beside(self, section: str, way: int) -> str:
        order = [step.section.id for step in self.steps]
        if section not in order:
            return order[0] if order else ""
        place = order.index(section) + way
        return order[place] if 0 <= place < len(order) else ""


def flow(
    draft: Draft,
    pack: Pack,
    findings: Iterable[Found] = (),
    walk: tuple[Asked, ...] | None = None,
) -> Flow:
    """Work out the flow of a draft; without findings no step shows problems.

    Quick enough for every change: the form is gone through once, or not at all where `walk`
    tells what it asks now.
    """
    everything = asked(draft, pack) if walk is None else walk
    answered = {one.key for one in everything if is_answered(draft, one.key)}
    by_section: dict[str, list[Asked]] = {}
    for one in everything:
        by_section.setdefault(one.section.id, []).append(one)
    found_in: dict[str, list[Found]] = {}
    for finding in findings:
        found_in.setdefault(finding.section, []).append(finding)
    steps = tuple(
        _step(
            section,
            _tally(by_section.get(section.id, []), answered),
            found_in.get(section.id, []),
        )
        for section in sections(draft, pack)
    )
    whole = sum((step.tally for step in steps), Tally())
    return Flow(steps, whole, _criteria(everything, answered, pack))


def is_answered(draft: Draft, key: Key) -> bool:
    """Tell whether a question has an answer: blanks and an empty choice are none."""
    value = draft.get(key)
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and value != ()


def _tally(questions: list[Asked], answered: set[Key]) -> Tally:
    required = [one for one in questions if one.question.required]
    return Tally(
        asked=len(questions),
        answered=sum(one.key in answered for one in questions),
        required=len(required),
        required_answered=sum(one.key in answered for one in required),
    )


def _step(section: Section, tally: Tally, found: list[Found]) -> Step:
    grades = [(finding.grade, finding.is_gap) for finding in found]
    problems = grades.count((_BLOCKS, False))
    gaps = grades.count((_BLOCKS, True))
    # Without findings at hand the form's own marks say what is missing.
    missing = max(gaps, tally.required - tally.required_answered)
    return Step(
        section=section,
        state=_state(tally, problems, missing),
        tally=tally,
        problems=problems,
        gaps=gaps,
        weakening=sum(grade == _WEAKENS for grade, _ in grades),
        style=len(grades) - problems - gaps - sum(grade == _WEAKENS for grade, _ in grades),
    )


def _state(tally: Tally, problems: int, missing: int) -> State:
    if problems:
        return State.PROBLEMS
    if not tally.asked:
        return State.DONE  # a page to read: there is nothing left to do on it
    if not tally.answered:
        return State.EMPTY
    return State.GOING if missing else State.DONE


def _criteria(questions: Iterable[Asked], answered: set[Key], pack: Pack) -> tuple[Fed, ...]:
    feeds: Mapping[str, list[Feed]] = {criterion.id: [] for criterion in pack.criteria}
    for one in questions:
        for criterion in one.question.feeds:
            if criterion in feeds:
                feeds[criterion].append(Feed(one, one.key in answered))
    return tuple(Fed(criterion, tuple(feeds[criterion.id])) for criterion in pack.criteria)
