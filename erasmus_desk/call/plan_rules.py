"""Rules of a call on its plan: who gets no grant, and what the activities must not contradict."""

from collections.abc import Mapping

from msgspec import Struct, field

from erasmus_desk.call.form import Always, Condition
from erasmus_desk.call.funding import Evidence


class Exclusion(Struct, frozen=True):
    """Persons of Partner Countries who get no grant in some types of activity.

    `rules` are the ids of the cost rules concerned, `traits` those that the type of activity has
    all of, `persons` the parts of the rules with the numbers of these persons. Where the sources
    are too weak to take an amount away it is still `paid`, but reported.
    """

    id: str
    rules: tuple[str, ...]
    traits: tuple[str, ...]
    persons: tuple[str, ...]
    evidence: Evidence
    when: Condition = field(default_factory=Always)
    is_paid: bool = field(default=False, name="paid")


class PlanRule(Struct, frozen=True):
    """A rule on the answers of the plan.

    `type` is that of the check (`erasmus_desk.checks.plan_rules`); `binds` maps its parts to
    lists, questions, tables and cost rules, so that no check depends on a call. The other members
    are explained at the types that use them.
    """

    id: str
    type: str
    binds: Mapping[str, str]
    evidence: Evidence
    questions: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    when: Condition = field(default_factory=Always)
    is_advised: bool = field(default=False, name="advised")
