"""A call pack as a value: what one call for proposals offers, demands and asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from erasmus_desk.call.form import Condition, Form, Option, OptionSet, Question
from erasmus_desk.call.funding import Evidence, Figure, Money, Source

PAPERS = {"A4": (210, 297), "A5": (148, 210), "Letter": (216, 279)}
"""Papers a call may ask for, with their shorter and longer side in millimetres."""


class CallState(StrEnum):
    """Whether proposals can be sent under the call."""

    OPEN = "open"
    CLOSED = "closed"
    PROVISIONAL = "provisional"


class CallFact(Struct, frozen=True):
    """Something to show about the call (reference, Official Journal, budget …)."""

    id: str
    evidence: Evidence


class Path(Struct, frozen=True):
    """An answer to "what do you want to do?": whether this desk serves it."""

    id: str
    here: bool
    evidence: Evidence


class Kind(Struct, frozen=True):
    """A kind of project the call offers."""

    id: str
    evidence: Evidence


class FieldOfWork(Struct, frozen=True):
    """A field of education, training or youth."""

    id: str
    evidence: Evidence


class Barred(Struct, frozen=True):
    """A kind that may not be chosen in a field; the reason is a text of the pack."""

    kind: str
    field: str
    evidence: Evidence


class AdviceAnswer(Struct, frozen=True):
    """One answer to a question of "Help me choose" and how it speaks for each kind."""

    id: str
    points: Mapping[str, int]


class AdviceQuestion(Struct, frozen=True):
    """A plain question of "Help me choose"."""

    id: str
    answers: tuple[AdviceAnswer, ...]


class Months(Struct, frozen=True):
    """How long a project may last, in months; `usual` is what agencies advise."""

    least: int
    most: int
    usual: tuple[int, ...]
    evidence: Evidence


class EndDate(Struct, frozen=True):
    """The last day on which a project may end."""

    day: date
    evidence: Evidence


class Action(Struct, frozen=True):
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


class Deadline(Struct, frozen=True):
    """When proposals must be in (with time zone), and when such projects may start."""

    id: str
    at: datetime
    zone: str
    actions: tuple[str, ...]
    starts_from: date | None
    starts_until: date | None
    evidence: Evidence
    starts_evidence: Evidence | None


class Countries(Struct, frozen=True):
    """Programme countries (ISO 3166 codes), and known partner countries by region."""

    programme: tuple[str, ...]
    regions: Mapping[str, tuple[str, ...]]
    evidence: Evidence


class Criterion(Struct, frozen=True):
    """An award criterion: the most points it gives and the least that are needed."""

    id: str
    points: Figure
    least: Figure


class PriorityRule(Struct, frozen=True):
    """At least one priority of one of these groups is needed; at most so many are advised."""

    one_of: tuple[str, ...]
    at_most: Figure | None
    evidence: Evidence


class Paper(Struct, frozen=True):
    """The paper a proposal has to be laid out for, by its name (`A4`)."""

    name: str
    evidence: Evidence


class Typefaces(Struct, frozen=True):
    """The fonts of which one has to be taken for running text."""

    names: tuple[str, ...]
    evidence: Evidence


class Demands(Struct, frozen=True):
    """What a call demands of the pages of a proposal; `None` is not demanded.

    `margin` is the least on every side in millimetres, `size` the least of running text in
    points, `pages` how many there may be. Tables, notes and the edges of pages may be smaller.
    """

    paper: Paper | None
    margin: Figure | None
    size: Figure | None
    fonts: Typefaces | None
    pages: Figure | None


class Pack(Struct, frozen=True):
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
