"""Choices that do not go together: kind and field, priorities, agency, options withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from erasmus_desk.call.conditions import holds
from erasmus_desk.call.form import Option, QuestionType
from erasmus_desk.call.model import Barred
from erasmus_desk.checks.context import Case
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import Asked, circumstances
from erasmus_desk.i18n.message_values import Named

_CHOOSING: Final = (QuestionType.CHOICE, QuestionType.MULTI)


def check(case: Case) -> Iterator[Finding]:
    """Find choices that the call bars, or does not offer, or that contradict each other."""
    pair = _barred_pair(case)
    if pair:
        yield from _barred(case, pair)
    yield from _options(case, pair)
    yield from _priorities(case)
    yield from _agency(case)


def _barred_pair(case: Case) -> Barred | None:
    chosen = case.text("kind"), case.text("field")
    return next((one for one in case.pack.barred if (one.kind, one.field) == chosen), None)


def _barred(case: Case, pair: Barred) -> Iterator[Finding]:
    key = case.key("kind")
    if key:
        yield case.finding(
            "kind-barred",
            Grade.BLOCKS,
            key,
            pair.evidence,
            kind=Named((f"kind.{pair.kind}.short", f"kind.{pair.kind}.name")),
            field=Named((f"field.{pair.field}.short", f"field.{pair.field}.name")),
            reason=Named((f"barred.{pair.kind}.{pair.field}",)),
        )


def _options(case: Case, pair: Barred | None) -> Iterator[Finding]:
    sets = {
        name: {option.id: option for option in found.options}
        for name, found in case.pack.form.option_sets.items()
    }
    # A barred pair is told once, by its own finding with the reason of the call.
    told = {case.key("kind"), case.key("field")} if pair else set[Key | None]()
    for one in case.asked:
        if one.question.type in _CHOOSING and one.question.options and one.key not in told:
            yield from _of_question(case, one, sets[one.question.options])


def _of_question(case: Case, one: Asked, known: Mapping[str, Option]) -> Iterator[Finding]:
    value = case.draft.get(one.key)
    chosen = (value,) if isinstance(value, str) else value
    if not isinstance(chosen, tuple):
        return
    at = circumstances(case.draft, case.pack, one.key.item)
    for name in chosen:
        option = known.get(name)
        if option is None and name:
            yield case.finding(
                "unknown-option", Grade.BLOCKS, one.key, one.question.evidence, found=name
            )
        elif option and not holds(option.when, at):
            yield case.finding(
                "option-barred",
                Grade.BLOCKS,
                one.key,
                option.evidence,
                found=case.name(one.question.id, name),
            )


def _priorities(case: Case) -> Iterator[Finding]:
    main, others = case.key("main_priority"), case.key("other_priorities")
    rule = case.pack.priorities
    first = case.draft.text(main.question) if main else ""
    answer = case.draft.get(others) if others else None
    rest = answer if isinstance(answer, tuple) else ()
    if main and others and first and first in rest:
        yield case.finding(
            "repeated-priority",
            Grade.WEAKENS,
            others,
            rule.evidence if rule else None,
            found=case.name(main.question, first),
        )
    key = main or others
    if rule is None or key is None or not case.is_asked(key):
        return
    chosen = dict.fromkeys(one for one in (first, *rest) if one)
    groups = {
        option.group
        for name in chosen
        if (option := case.pack.option(key.question, name))
        and holds(option.when, circumstances(case.draft, case.pack))
    }
    if not groups.intersection(rule.one_of):
        yield case.finding("priority-needed", Grade.BLOCKS, key, rule.evidence, is_gap=not chosen)
    if rule.at_most and len(chosen) > rule.at_most.value:
        yield case.finding(
            "too-many-priorities",
            Grade.WEAKENS,
            others or key,
            rule.at_most.evidence,
            n=len(chosen),
            most=rule.at_most.value,
        )


def _agency(case: Case) -> Iterator[Finding]:
    """Find an agency of another country than the applicant's."""
    key = case.key("agency")
    agency = case.pack.option(key.question, case.text("agency")) if key else None
    applicant = next(iter(case.items("organisations")), "")
    country = case.text("organisation_country", applicant)
    rules = case.pack.countries
    if not country or (rules and country not in rules.programme):
        return  # an applicant that cannot apply has no agency (`partnership`)
    if key and agency and agency.country and agency.country != country:
        yield case.finding(
            "agency-country",
            Grade.BLOCKS,
            key,
            agency.evidence,
            country=case.name(case.pack.role("organisation_country"), country),
            agency=case.name(case.pack.role("organisation_country"), agency.country),
        )
