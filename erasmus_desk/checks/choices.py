"""Checks of choices: project type and field, priorities, agency, options not offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from erasmus_desk.call.conditions import evaluate
from erasmus_desk.call.form import Option, QuestionType
from erasmus_desk.call.model import ExcludedPair, PriorityRule
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.draft.organisations import find_applicant
from erasmus_desk.draft.visibility import VisibleQuestion, build_condition_context
from erasmus_desk.i18n.message_values import TextRef

_CHOICE_TYPES: Final = (QuestionType.CHOICE, QuestionType.MULTI)


def check_choices(context: CheckContext) -> Iterator[Finding]:
    """Find choices that the call excludes or does not offer, or that contradict each other."""
    pair = _find_barred_pair(context)
    if pair:
        yield from _check_barred_pair(context, pair)
    yield from _check_options(context, pair)
    yield from _check_priorities(context)
    yield from _check_agency(context)


def _find_barred_pair(context: CheckContext) -> ExcludedPair | None:
    chosen = (context.get_text("kind"), context.get_text("field"))
    pairs = context.pack.excluded_pairs
    return next((one for one in pairs if (one.kind, one.field) == chosen), None)


def _check_barred_pair(context: CheckContext, pair: ExcludedPair) -> Iterator[Finding]:
    key = context.find_key("kind")
    if key:
        facts = {
            "kind": TextRef((f"kind.{pair.kind}.short", f"kind.{pair.kind}.name")),
            "field": TextRef((f"field.{pair.field}.short", f"field.{pair.field}.name")),
            "reason": TextRef((f"barred.{pair.kind}.{pair.field}",)),
        }
        yield context.report("kind-barred", Grade.BLOCKS, key, pair.evidence, facts)


def _check_options(context: CheckContext, pair: ExcludedPair | None) -> Iterator[Finding]:
    sets = {
        name: {option.id: option for option in found.options}
        for name, found in context.pack.form.option_sets.items()
    }
    # An excluded pair has its own finding, with the reason of the call.
    skipped = {context.find_key("kind"), context.find_key("field")} if pair else set[Key | None]()
    for visible, value in context.answers:
        if visible.question.type is QuestionType.YESNO and not isinstance(value, bool):
            # A file from elsewhere may say neither yes nor no.
            facts = {"found": str(value)}
            yield context.report_answer("unknown-option", Grade.BLOCKS, visible.key, facts)
        if (
            visible.question.type in _CHOICE_TYPES
            and visible.question.options
            and visible.key not in skipped
        ):
            known = sets[visible.question.options]
            yield from _check_chosen_options(context, visible, value, known)


def _check_chosen_options(
    context: CheckContext, visible: VisibleQuestion, value: Value, known: Mapping[str, Option]
) -> Iterator[Finding]:
    chosen = (value,) if isinstance(value, str) else value
    if not isinstance(chosen, tuple):
        return
    at = build_condition_context(context.draft, context.pack, visible.key.item)
    for name in chosen:
        option = known.get(name)
        if option is None and name:
            yield context.report_answer(
                "unknown-option", Grade.BLOCKS, visible.key, {"found": name}
            )
        elif option and evaluate(option.when, at) is False:
            found = context.name_option(visible.question.id, name)
            yield context.report(
                "option-barred", Grade.BLOCKS, visible.key, option.evidence, {"found": found}
            )


def _check_priorities(context: CheckContext) -> Iterator[Finding]:
    main, others = context.find_key("main_priority"), context.find_key("other_priorities")
    rule = context.pack.priorities
    first = context.draft.text(main.question) if main else ""
    answer = context.draft.get(others) if others else None
    rest = answer if isinstance(answer, tuple) else ()
    if main and others and first and first in rest:
        evidence = rule.evidence if rule else None
        found = context.name_option(main.question, first)
        yield context.report("repeated-priority", Grade.WEAKENS, others, evidence, {"found": found})
    key = main or others
    if rule is None or key is None or not context.is_visible(key):
        return
    chosen = dict.fromkeys(one for one in (first, *rest) if one)
    if not _has_priority(context, key, chosen, rule):
        yield context.report("priority-needed", Grade.BLOCKS, key, rule.evidence, is_gap=not chosen)
    if rule.at_most and len(chosen) > rule.at_most.value:
        at, facts = others or key, {"n": len(chosen), "most": rule.at_most.value}
        yield context.report("too-many-priorities", Grade.WEAKENS, at, rule.at_most.evidence, facts)


def _has_priority(
    context: CheckContext, key: Key, chosen: Iterable[str], rule: PriorityRule
) -> bool:
    """Return whether a priority is chosen that counts; a wrong choice has its own finding."""
    at = build_condition_context(context.draft, context.pack)
    options = [context.pack.option(key.question, name) for name in chosen]
    return any(
        option is None or evaluate(option.when, at) is False or option.group in rule.one_of
        for option in options
    )


def _check_agency(context: CheckContext) -> Iterator[Finding]:
    """Find a National Agency of another country than the applicant's, or for other fields."""
    key = context.find_key("agency")
    agency = context.pack.option(key.question, context.get_text("agency")) if key else None
    if key is None or agency is None:
        return
    country = context.get_text("organisation_country", find_applicant(context.draft, context.pack))
    rules = context.pack.countries
    # An ineligible applicant is found by `partnership`.
    is_known = bool(country) and (rules is None or country in rules.programme)
    field = context.get_text("field")
    if is_known and agency.country and agency.country != country:
        countries = {"country": country, "agency": agency.country}
        facts = {name: context.name_country(one) for name, one in countries.items()}
        yield context.report("agency-country", Grade.BLOCKS, key, agency.evidence, facts)
    elif agency.fields and field in {one.id for one in context.pack.fields} - {*agency.fields}:
        facts = {
            "agency": context.name_option(key.question, agency.id),
            "field": TextRef((f"field.{field}.short", f"field.{field}.name")),
            "country": context.name_country(agency.country),
        }
        yield context.report("agency-field", Grade.BLOCKS, key, agency.evidence, facts)
