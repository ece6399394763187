"""A call pack as a value: what one call for proposals offers, demands and asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from erasmus_desk.call.form import Condition, Form, Option, OptionSet, Question
from erasmus_desk.call.funding import Evidence, Figure, Money, Source

PAPERS = {"A4": (210, 297), "A5": (148, 210), "Letter": (216, 279)}
"""Papers a call may ask for, with their shorter and longer side in millimetres."""


class CallState(StrEnum):
    """Whether proposals can be sent under the call."""

    OPEN = "open"
    CLOSED = "closed"
    PROVISIONAL = "provisional"


@dataclass(frozen=True, slots=True)
class CallFact:
    """Something to show about the call (reference, Official Journal, budget …)."""

    id: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Path:
    """An answer to "what do you want to do?": whether this desk serves it."""

    id: str
    here: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of project the call offers."""

    id: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FieldOfWork:
    """A field of education, training or youth."""

    id: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Barred:
    """A kind that may not be chosen in a field; the reason is a text of the pack."""

    kind: str
    field: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class AdviceAnswer:
    """One answer to a question of "Help me choose" and how it speaks for each kind."""

    id: str
    points: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class AdviceQuestion:
    """A plain question of "Help me choose"."""

    id: str
    answers: tuple[AdviceAnswer, ...]


@dataclass(frozen=True, slots=True)
class Months:
    """How long a project may last, in months; `usual` is what agencies advise."""

    least: int
    most: int
    usual: tuple[int, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EndDate:
    """The last day on which a project may end."""

    day: date
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Action:
    """An action code with its rules; the first whose condition holds is the draft's."""

    id: str
    when: Condition
    organisations: Figure
    countries: Figure
    months: Months
    ends_by: EndDate | None
    only_types: tuple[str, ...]
    partner_countries: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Deadline:
    """When proposals must be in (with time zone), and when such projects may start."""

    id: str
    at: datetime
    zone: str
    actions: tuple[str, ...]
    starts_from: date | None
    starts_until: date | None
    evidence: Evidence
    starts_evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Countries:
    """Programme countries (ISO 3166 codes), and known partner countries by region."""

    programme: tuple[str, ...]
    regions: Mapping[str, tuple[str, ...]]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Criterion:
    """An award criterion: the most points it gives and the least that are needed."""

    id: str
    points: Figure
    least: Figure


@dataclass(frozen=True, slots=True)
class PriorityRule:
    """At least one priority of one of these groups is needed; at most so many are advised."""

    one_of: tuple[str, ...]
    at_most: Figure | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper a proposal has to be laid out for, by its name (`A4`)."""

    name: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The fonts of which one has to be taken for running text."""

    names: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Demands:
    """What a call demands of the pages of a proposal; `None` is not demanded.

    `margin` is the least on every side in millimetres, `size` the least of running text in
    points, `pages` how many there may be. Tables, notes and the edges of pages may be smaller.
    """

    paper: Paper | None
    margin: Figure | None
    size: Figure | None
    fonts: Typefaces | None
    pages: Figure | None


@dataclass(frozen=True, slots=True)
class Pack:
    """One call for proposals. `roles` says which question plays which part.

    A part that no question plays is empty: a call without kinds has no role `kind`. So
    nothing outside the packs knows a call, a section or a question by name.
    """

    id: str
    edition: str
    revision: int
    state: CallState
    main_language: str
    languages: tuple[str, ...]
    sources: Mapping[str, Source]
    roles: Mapping[str, str]
    facts: tuple[CallFact, ...]
    paths: tuple[Path, ...]
    kinds: tuple[Kind, ...]
    fields: tuple[FieldOfWork, ...]
    barred: tuple[Barred, ...]
    advice: tuple[AdviceQuestion, ...]
    actions: tuple[Action, ...]
    deadlines: tuple[Deadline, ...]
    countries: Countries | None
    criteria: tuple[Criterion, ...]
    pass_mark: Figure | None
    priorities: PriorityRule | None
    form: Form
    money: Money
    layout: Demands | None = None

    def role(self, name: str) -> str:
        """Give the id of the question (or list) that plays a part, or an empty string."""
        return self.roles.get(name, "")

    def question(self, question: str) -> Question | None:
        """Give a question by its id."""
        return self.form.questions.get(question)

    def option_set(self, question: Question) -> OptionSet | None:
        """Give the choices a question offers."""
        return self.form.option_sets.get(question.options)

    def option(self, question: str, option: str) -> Option | None:
        """Give one choice of a question by its id."""
        asked = self.question(question)
        choices = self.option_set(asked) if asked else None
        if choices is None:
            return None
        return next((one for one in choices.options if one.id == option), None)
