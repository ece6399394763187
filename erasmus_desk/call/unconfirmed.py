"""The details of a call that are not confirmed, for one line on screen in place of many marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from erasmus_desk.call.funding import Confidence, Evidence
from erasmus_desk.call.model import Pack


class Subject(StrEnum):
    """What an unconfirmed detail is about; money, dates and eligibility come first."""

    MONEY = "money"
    RULES = "rules"
    QUESTIONS = "questions"


class UnconfirmedDetail(Struct, frozen=True):
    """A detail that is not confirmed; `text` is the id of the call's text with its name.

    A question has two names, a short one and a long one: its `text` ends with its id.
    """

    subject: Subject
    text: str
    evidence: Evidence


def list_unconfirmed(pack: Pack) -> tuple[UnconfirmedDetail, ...]:
    """Return the unconfirmed details of a call by subject, each thing with a name once."""
    found: dict[str, UnconfirmedDetail] = {}
    for detail in (*_list_money(pack), *_list_rules(pack), *_list_form(pack)):
        if not detail.evidence.is_confirmed:
            found.setdefault(detail.text, detail)
    order = list(Subject)
    return tuple(sorted(found.values(), key=lambda detail: order.index(detail.subject)))


def _list_money(pack: Pack) -> Iterator[UnconfirmedDetail]:
    def name(text: str, evidence: Evidence) -> UnconfirmedDetail:
        return UnconfirmedDetail(Subject.MONEY, text, evidence)

    funding = pack.funding
    for category in funding.categories:
        yield name(f"head.{category.id}.name", category.evidence)
    for table in funding.tables:
        for evidence in (table.evidence, *(row.evidence for row in table.rows)):
            yield name(f"table.{table.id}.name", evidence)
    for ceiling in funding.ceilings:
        yield name(f"ceiling.{ceiling.id}.name", ceiling.evidence)


def _list_rules(pack: Pack) -> Iterator[UnconfirmedDetail]:
    named: list[tuple[str, Evidence]] = []
    for deadline in pack.deadlines:
        dates = (deadline, *((deadline.starts,) if deadline.starts is not None else ()))
        named += [(f"deadline.{deadline.id}.name", one.evidence) for one in dates]
    for action in pack.actions:
        rules = (action, action.organisations, action.countries, action.months)
        ends = (action.ends_by,) if action.ends_by is not None else ()
        named += [(f"action.{action.id}.name", one.evidence) for one in (*rules, *ends)]
    for criterion in pack.criteria:
        figures = (criterion.points, criterion.threshold)
        named += [(f"criterion.{criterion.id}.name", one.evidence) for one in figures]
    named += [(f"fact.{fact.id}.label", fact.evidence) for fact in pack.facts]
    named += [(f"kind.{kind.id}.name", kind.evidence) for kind in pack.kinds]
    named += [(f"field.{field.id}.name", field.evidence) for field in pack.fields]
    for text, evidence in named:
        yield UnconfirmedDetail(Subject.RULES, text, evidence)


def _list_form(pack: Pack) -> Iterator[UnconfirmedDetail]:
    """Yield the questions, each with its limit and its choices as details of its own name."""
    for question in pack.form.questions.values():
        limit, choices = question.limit, pack.option_set(question)
        evidences = [question.evidence]
        evidences += [limit.evidence] if limit is not None else []
        evidences += [option.evidence for option in choices.options] if choices else []
        for evidence in evidences:
            yield UnconfirmedDetail(Subject.QUESTIONS, f"question.{question.id}", evidence)


def find_rule_evidence(pack: Pack) -> Mapping[str, Evidence]:
    """Return the unconfirmed evidence on which dates or eligibility hang, by the question.

    These questions have a dot on screen; that of all others is in the list of details alone.
    """
    actions = pack.actions
    by_role: dict[str, list[Evidence]] = {
        "kind": [*(one.evidence for one in (*pack.kinds, *pack.excluded_pairs))],
        "field": [one.evidence for one in pack.fields],
        "round": [one.evidence for one in pack.deadlines],
        "start": [one.starts.evidence for one in pack.deadlines if one.starts is not None],
        "months": [one.months.evidence for one in actions],
        "main_priority": [pack.priorities.evidence] if pack.priorities is not None else [],
    }
    by_question = {pack.role(role): evidences for role, evidences in by_role.items()}
    for name in pack.field_questions:
        by_question.setdefault(name, [one.evidence for one in actions])
    found: dict[str, Evidence] = {}
    for name, evidences in by_question.items():
        unconfirmed = [one for one in evidences if not one.is_confirmed]
        if name and unconfirmed:
            sources = dict.fromkeys(source for one in unconfirmed for source in one.sources)
            found[name] = Evidence(Confidence.C, tuple(sources))
    return found
