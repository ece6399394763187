"""Checks of the grant against the call: ceilings, budget categories, rates, distances."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from erasmus_desk.budget.calculation import ZERO, BudgetLine, MissingAmount
from erasmus_desk.budget.grant import CeilingUsage
from erasmus_desk.call.form import Question
from erasmus_desk.call.funding import Evidence
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Amount, MessageValue, TextRef

_UNANSWERED: Final = frozenset(
    {"number-missing", "organisation-missing", "country-missing", "city-missing", "type-missing"}
)


def check_budget(context: CheckContext) -> Iterator[Finding]:
    """Find what is over a ceiling, not allowed, without a rate, or near the edge of a band."""
    for usage in context.grant.ceiling_usages:
        if usage.remaining < 0:
            yield from _check_ceiling(context, usage)
    yield from _check_categories(context)
    yield from _check_missing_amounts(context)
    yield from _check_distances(context)
    yield from _check_partners_without_grant(context)


def _check_ceiling(context: CheckContext, usage: CeilingUsage) -> Iterator[Finding]:
    currency, evidence = context.grant.currency, usage.ceiling.evidence
    requested, maximum = (Amount(one, currency) for one in (usage.requested, usage.maximum))
    over = Amount(-usage.remaining, currency)
    if not usage.ceiling.category:
        key = context.find_key("budget_comment") or context.find_key("months")
        if key:
            yield context.report(
                "over-ceiling",
                Grade.BLOCKS,
                key,
                evidence,
                asked=requested,
                most=maximum,
                over=over,
            )
        return
    key = _find_source(context, usage.ceiling.category)
    if key is None:
        return
    category = _name_category(usage.ceiling.category)
    if usage.ceiling.enforced:
        yield context.report(
            "head-over-ceiling",
            Grade.WEAKENS,
            key,
            evidence,
            head=category,
            asked=requested,
            most=maximum,
            over=over,
        )
    else:
        yield context.report(
            "unsure-ceiling",
            Grade.STYLE,
            key,
            evidence,
            head=category,
            asked=requested,
            most=maximum,
        )


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
        kind = context.get_text("kind")
        yield context.report(
            "head-not-allowed",
            Grade.BLOCKS,
            key,
            categories[name].evidence,
            head=_name_category(name),
            kind=TextRef((f"kind.{kind}.short", f"kind.{kind}.name")),
        )
    used = {one.category for one in (*context.grant.lines, *context.grant.missing)}
    for category in categories.values():
        key = _find_source(context, category.id)
        if category.needs and category.id in used and category.needs not in used and key:
            yield context.report(
                "event-without-output",
                Grade.BLOCKS,
                key,
                category.evidence,
                head=_name_category(category.id),
                needed=_name_category(category.needs),
            )


def _check_missing_amounts(context: CheckContext) -> Iterator[Finding]:
    """Find answers that prevent an amount from being computed, each once."""
    reported: set[tuple[str, Key]] = set()
    for missing in context.grant.missing:
        if (missing.code, missing.key) not in reported and missing.key.question:
            reported.add((missing.code, missing.key))
            question = context.pack.question(missing.key.question)
            yield from _check_missing_amount(
                context, missing, question, question.evidence if question else None
            )


def _check_missing_amount(
    context: CheckContext,
    missing: MissingAmount,
    question: Question | None,
    evidence: Evidence | None,
) -> Iterator[Finding]:
    key, facts, category = missing.key, missing.facts, _name_category(missing.category)
    if missing.code in _UNANSWERED:
        # A required question without an answer is found by `answers`.
        if not (question and question.required and context.is_visible(key)):
            yield context.report(
                "amount-open", Grade.WEAKENS, key, evidence, is_gap=True, head=category
            )
    elif missing.code in ("number-negative", "number-absurd"):
        if not _is_limited(question, facts["found"]):
            yield context.report("absurd-number", Grade.BLOCKS, key, evidence, found=facts["found"])
    elif missing.code == "city-unknown":
        yield context.report(
            "city-unknown", Grade.WEAKENS, key, evidence, city=facts["city"], place=facts["place"]
        )
    elif missing.code in ("rate-missing", "distance-without-rate"):
        yield context.report(
            "rate-missing", Grade.WEAKENS, key, _find_rule_evidence(context, missing), head=category
        )
    elif missing.code == "days-without-rate":
        yield context.report(
            "days-unpaid",
            Grade.WEAKENS,
            key,
            _find_rule_evidence(context, missing),
            days=facts["days"],
        )


def _is_limited(question: Question | None, found: MessageValue) -> bool:
    """Return whether the limits of the form already exclude a number (`answers`)."""
    if question is None or not isinstance(found, int):
        return False
    least, most = question.least, question.most
    return (least is not None and found < least) or (most is not None and found > most)


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


def _get_facts(line: BudgetLine, code: str) -> dict[str, MessageValue]:
    found = next((reason.facts for reason in line.reasons if reason.code == code), None)
    return dict(found) if found else {}


def _check_distance(
    context: CheckContext, line: BudgetLine, note: str, facts: dict[str, MessageValue]
) -> Iterator[Finding]:
    if note == "near-edge":
        yield context.report(
            "near-band-edge",
            Grade.STYLE,
            line.key,
            line.evidence,
            start=facts["start"],
            end=facts["end"],
            km=facts["km"],
            edge=facts["edge"],
        )
    elif note == "several-cities":
        yield context.report(
            "several-cities",
            Grade.STYLE,
            line.key,
            None,
            city=facts["city"],
            place=facts["place"],
            n=facts["n"],
        )
    elif note == "km-given" and not _get_facts(line, "note"):
        yield context.report("distance-unexplained", Grade.WEAKENS, line.key, None)


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
