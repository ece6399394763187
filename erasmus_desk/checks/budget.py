"""Checks of the grant against the call: ceilings, budget categories, rates, distances."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from erasmus_desk.budget.calculation import ZERO, BudgetLine, MissingAmount
from erasmus_desk.budget.grant import CeilingUsage
from erasmus_desk.call.form import NameSource
from erasmus_desk.call.funding import Evidence
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Amount, CountryName, MessageValue, TextRef

_UNANSWERED: Final = frozenset(
    {"number-missing", "organisation-missing", "country-missing", "city-missing", "type-missing"}
)

_UNSURE_PLACES: Final = frozenset({"several-cities", "small-city", "city-in-part"})


def check_budget(context: CheckContext) -> Iterator[Finding]:
    """Find what is over a ceiling, not allowed, without a rate, or near the edge of a band."""
    for usage in context.grant.ceiling_usages:
        # Whether amounts add up to a lump sum is found by `balances`.
        if usage.remaining < 0 and not usage.ceiling.is_lump_sum:
            yield from _check_ceiling(context, usage)
    yield from _check_categories(context)
    yield from _check_missing_amounts(context)
    yield from _check_distances(context)
    yield from _check_partners_without_grant(context)


def _check_ceiling(context: CheckContext, usage: CeilingUsage) -> Iterator[Finding]:
    ceiling = usage.ceiling
    sums = {"asked": usage.requested, "most": usage.maximum, "over": -usage.remaining}
    facts: dict[str, MessageValue] = {}
    if ceiling.category:
        key = _find_source(context, ceiling.category)
        facts["head"] = _name_category(ceiling.category)
        code, grade = "head-over-ceiling", Grade.WEAKENS
    else:
        key = context.find_key("budget_comment") or context.find_key("months")
        code, grade = "over-ceiling", Grade.BLOCKS
    if ceiling.category and not ceiling.enforced:
        code, grade = "unsure-ceiling", Grade.STYLE
        del sums["over"]
    if key:
        facts |= {name: Amount(one, context.grant.currency) for name, one in sums.items()}
        yield context.report(code, grade, key, ceiling.evidence, facts)


def _name_category(name: str) -> TextRef:
    return TextRef((f"head.{name}.name",))


def _find_source(context: CheckContext, category: str) -> Key | None:
    """Return the origin of the lines of a category: a list of activities, or the first answer."""
    line = next((line for line in context.grant.lines if line.category == category), None)
    if line is None:
        return None
    return Key(line.activity.question) if line.activity else line.key


def _check_categories(context: CheckContext) -> Iterator[Finding]:
    """Find categories that the project type excludes, and those that need another."""
    categories = {one.id: one for one in context.pack.funding.categories}
    excluded = {
        missing.category: missing
        for missing in context.grant.missing
        if missing.code == "head-not-allowed"
    }
    for name, missing in excluded.items():
        key = Key(missing.activity.question) if missing.activity else missing.key
        kind, evidence = context.get_text("kind"), categories[name].evidence
        texts = TextRef((f"kind.{kind}.short", f"kind.{kind}.name"))
        facts = {"head": _name_category(name), "kind": texts}
        yield context.report("head-not-allowed", Grade.BLOCKS, key, evidence, facts)
    used = {one.category for one in (*context.grant.lines, *context.grant.missing)}
    for category in categories.values():
        key = _find_source(context, category.id)
        is_lacking = category.needs not in used and not _has_items(context, category.needs)
        if category.needs and category.id in used and is_lacking and key:
            heads = {"head": category.id, "needed": category.needs}
            facts = {name: _name_category(one) for name, one in heads.items()}
            yield context.report(
                "event-without-output", Grade.BLOCKS, key, category.evidence, facts
            )


def _check_missing_amounts(context: CheckContext) -> Iterator[Finding]:
    """Find answers that prevent an amount from being computed, each once."""
    reported: set[tuple[str, Key]] = set()
    for missing in context.grant.missing:
        if (missing.code, missing.key) not in reported and missing.key.question:
            reported.add((missing.code, missing.key))
            yield from _check_missing_amount(context, missing)


def _check_missing_amount(context: CheckContext, missing: MissingAmount) -> Iterator[Finding]:
    key, facts = missing.key, missing.facts
    head = _name_category(missing.category)
    question = context.pack.question(key.question)
    if missing.code in _UNANSWERED:
        # A required question without an answer is found by `answers`.
        if not (question and question.required and context.is_visible(key)):
            yield context.report_answer(
                "amount-open", Grade.WEAKENS, key, {"head": head}, is_gap=True
            )
    elif missing.code in ("number-negative", "number-absurd"):
        # At a visible question it is found by `answers`.
        if not context.is_visible(key):
            yield context.report_answer("absurd-number", Grade.BLOCKS, key, facts)
    elif missing.code == "city-unknown" and _is_known(context, facts.get("place")):
        yield context.report_answer("city-unknown", Grade.WEAKENS, key, facts)
    elif missing.code in ("rate-missing", "distance-without-rate"):
        evidence = _find_rule_evidence(context, missing)
        yield context.report("rate-missing", Grade.WEAKENS, key, evidence, {"head": head})
    elif missing.code == "days-without-rate":
        evidence = _find_rule_evidence(context, missing)
        yield context.report("days-unpaid", Grade.WEAKENS, key, evidence, facts)


def _is_known(context: CheckContext, place: MessageValue | None) -> bool:
    """Return whether a country is a choice of the call; another is found by `choices`."""
    code = place.code if isinstance(place, CountryName) else ""
    return any(
        option.id == code
        for choices in context.pack.form.option_sets.values()
        if choices.naming is NameSource.COUNTRIES
        for option in choices.options
    )


def _has_items(context: CheckContext, category: str) -> bool:
    """Return whether there are activities of a category, even without an amount."""
    names = {
        rule.binds.get("list", "")
        for rule in context.pack.funding.rules
        if rule.category == category
    }
    form = context.pack.form
    outermost = {form.outermost_list(name) for name in names if name in form.lists}
    return any(context.draft.items(name) for name in outermost)


def _find_rule_evidence(context: CheckContext, missing: MissingAmount) -> Evidence | None:
    rules = context.pack.funding.rules
    return next((rule.evidence for rule in rules if rule.id == missing.rule), None)


def _check_distances(context: CheckContext) -> Iterator[Finding]:
    """Find distances to verify: near the edge of a band, ambiguous, or typed without a note."""
    reported: set[tuple[object, ...]] = set()
    for line in context.grant.lines:
        for note in line.notes:
            facts = _get_facts(line, note)
            if note == "near-edge":
                facts |= _get_facts(line, "distance")
            # A typed distance belongs to its row; a computed one is the same for every row.
            identity = (note, *map(str, facts.values())) if facts else (note, line.key)
            if identity in reported:
                continue
            reported.add(identity)
            yield from _check_distance(context, line, note, facts)
    yield from _check_places(context)


def _check_places(context: CheckContext) -> Iterator[Finding]:
    """Find the places that are not certain, each once: another place may change the amount."""
    doubts = {
        (reason.code, str(reason.facts["at"])): reason.facts
        for line in context.grant.lines
        for reason in line.reasons
        if reason.code in _UNSURE_PLACES
    }
    for (code, key), facts in doubts.items():
        yield context.report_answer(code, Grade.WEAKENS, Key.parse(key), facts)


def _find_row_key(context: CheckContext, line: BudgetLine, part: str) -> Key:
    """Return the answer in the row of a line that its rule binds to a part, or its first answer."""
    rules = context.pack.funding.rules
    rule = next((one for one in rules if one.id == line.rule), None)
    key = Key(rule.binds.get(part, "") if rule else "", line.key.item)
    return key if context.is_visible(key) else line.key


def _get_facts(line: BudgetLine, code: str) -> dict[str, MessageValue]:
    found = next((reason.facts for reason in line.reasons if reason.code == code), None)
    return dict(found) if found else {}


def _check_distance(
    context: CheckContext, line: BudgetLine, note: str, facts: dict[str, MessageValue]
) -> Iterator[Finding]:
    if note == "near-edge":
        journey = {name: facts[name] for name in ("start", "end", "km", "edge")}
        key = _find_row_key(context, line, "km")
        yield context.report("near-band-edge", Grade.STYLE, key, line.evidence, journey)
    elif note == "km-given" and not _get_facts(line, "note"):
        key = _find_row_key(context, line, "note")
        yield context.report("distance-unexplained", Grade.WEAKENS, key, None)


def _check_partners_without_grant(context: CheckContext) -> Iterator[Finding]:
    """Find organisations that get nothing, once there is a grant."""
    grant = context.grant
    if not grant.total or len(grant.by_organisation) == 1:
        return
    with_missing = {missing.organisation for missing in grant.missing}
    if any(not missing.organisation for missing in grant.missing):
        return  # the missing amount may be for any organisation
    for item in context.list_items("organisations"):
        key = context.find_key("organisation_name", item)
        amount = grant.by_organisation.get(item, Decimal(1))
        if key and amount == ZERO and item not in with_missing:
            yield context.report("partner-without-money", Grade.WEAKENS, key, None)
