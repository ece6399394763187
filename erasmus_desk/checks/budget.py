"""What the grant says against the rules of the call: ceilings, heads, rates, distances."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from erasmus_desk.budget.calculation import NOTHING, Gap, Line
from erasmus_desk.budget.grant import Room
from erasmus_desk.call.form import Question
from erasmus_desk.call.funding import Evidence
from erasmus_desk.checks.context import Case
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Amount, Fact, Named

_MISSING: Final = frozenset(
    {"number-missing", "organisation-missing", "country-missing", "city-missing", "type-missing"}
)


def check(case: Case) -> Iterator[Finding]:
    """Find what is over a ceiling, barred, without a rate, or near the edge of a band."""
    for room in case.grant.rooms:
        if room.left < 0:
            yield from _over(case, room)
    yield from _heads(case)
    yield from _gaps(case)
    yield from _ways(case)
    yield from _without_money(case)


def _over(case: Case, room: Room) -> Iterator[Finding]:
    currency, evidence = case.grant.currency, room.ceiling.evidence
    asked, most = Amount(room.asked, currency), Amount(room.most, currency)
    over = Amount(-room.left, currency)
    if not room.ceiling.head:
        key = case.key("budget_comment") or case.key("months")
        if key:
            yield case.finding(
                "over-ceiling", Grade.BLOCKS, key, evidence, asked=asked, most=most, over=over
            )
        return
    head, key = _head(room.ceiling.head), _key_of(case, room.ceiling.head)
    if key is None:
        return
    if room.ceiling.enforced:
        yield case.finding(
            "head-over-ceiling",
            Grade.WEAKENS,
            key,
            evidence,
            head=head,
            asked=asked,
            most=most,
            over=over,
        )
    else:
        yield case.finding(
            "unsure-ceiling", Grade.STYLE, key, evidence, head=head, asked=asked, most=most
        )


def _head(name: str) -> Named:
    return Named((f"head.{name}.name",))


def _key_of(case: Case, head: str) -> Key | None:
    """Give where the lines of a head come from: the list of activities, or the first answer."""
    line = next((line for line in case.grant.lines if line.head == head), None)
    if line is None:
        return None
    return Key(line.activity.question) if line.activity else line.key


def _heads(case: Case) -> Iterator[Finding]:
    """Find heads that the kind bars, and heads that make no sense without another."""
    heads = {head.id: head for head in case.pack.money.heads}
    barred = {gap.head: gap for gap in case.grant.gaps if gap.code == "head-not-allowed"}
    for name, gap in barred.items():
        key = Key(gap.activity.question) if gap.activity else gap.key
        kind = case.text("kind")
        yield case.finding(
            "head-not-allowed",
            Grade.BLOCKS,
            key,
            heads[name].evidence,
            head=_head(name),
            kind=Named((f"kind.{kind}.short", f"kind.{kind}.name")),
        )
    there = {one.head for one in (*case.grant.lines, *case.grant.gaps)}
    for head in case.pack.money.heads:
        key = _key_of(case, head.id)
        if head.needs and head.id in there and head.needs not in there and key:
            yield case.finding(
                "event-without-output",
                Grade.BLOCKS,
                key,
                head.evidence,
                head=_head(head.id),
                needed=_head(head.needs),
            )


def _gaps(case: Case) -> Iterator[Finding]:
    """Find what keeps an amount from being computed; each answer is told once."""
    told: set[tuple[str, Key]] = set()
    for gap in case.grant.gaps:
        if (gap.code, gap.key) not in told and gap.key.question:
            told.add((gap.code, gap.key))
            question = case.pack.question(gap.key.question)
            yield from _gap(case, gap, question, question.evidence if question else None)


def _gap(
    case: Case, gap: Gap, question: Question | None, evidence: Evidence | None
) -> Iterator[Finding]:
    key, facts, head = gap.key, gap.facts, _head(gap.head)
    if gap.code in _MISSING:
        # A required question without an answer is found as such.
        if not (question and question.required and case.is_asked(key)):
            yield case.finding("amount-open", Grade.WEAKENS, key, evidence, is_gap=True, head=head)
    elif gap.code in ("number-negative", "number-absurd"):
        if not _is_limited(question, facts["found"]):
            yield case.finding("absurd-number", Grade.BLOCKS, key, evidence, found=facts["found"])
    elif gap.code == "city-unknown":
        yield case.finding(
            "city-unknown",
            Grade.WEAKENS,
            key,
            evidence,
            city=facts["city"],
            place=facts["place"],
        )
    elif gap.code in ("rate-missing", "distance-without-rate"):
        yield case.finding("rate-missing", Grade.WEAKENS, key, _rule(case, gap), head=head)
    elif gap.code == "days-without-rate":
        yield case.finding("days-unpaid", Grade.WEAKENS, key, _rule(case, gap), days=facts["days"])


def _is_limited(question: Question | None, found: Fact) -> bool:
    """Tell whether the form's own limits find a number already (`limits`)."""
    if question is None or not isinstance(found, int):
        return False
    least, most = question.least, question.most
    return (least is not None and found < least) or (most is not None and found > most)


def _rule(case: Case, gap: Gap) -> Evidence | None:
    rules = case.pack.money.rules
    return next((rule.evidence for rule in rules if rule.id == gap.rule), None)


def _ways(case: Case) -> Iterator[Finding]:
    """Find distances that another way of measuring would put into another band."""
    told: set[tuple[object, ...]] = set()
    for line in case.grant.lines:
        for note in line.notes:
            facts = _facts_of(line, note)
            if note == "near-edge":
                facts |= _facts_of(line, "distance")
            # What was typed belongs to its row; what was measured holds for every row.
            place = (note, *map(str, facts.values())) if facts else (note, line.key)
            if place in told:
                continue
            told.add(place)
            yield from _way(case, line, note, facts)


def _facts_of(line: Line, code: str) -> dict[str, Fact]:
    found = next((reason.facts for reason in line.because if reason.code == code), None)
    return dict(found) if found else {}


def _way(case: Case, line: Line, note: str, facts: dict[str, Fact]) -> Iterator[Finding]:
    if note == "near-edge":
        yield case.finding(
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
        yield case.finding(
            "several-cities",
            Grade.STYLE,
            line.key,
            None,
            city=facts["city"],
            place=facts["place"],
            n=facts["n"],
        )
    elif note == "km-given" and not _facts_of(line, "note"):
        yield case.finding("distance-unexplained", Grade.WEAKENS, line.key, None)


def _without_money(case: Case) -> Iterator[Finding]:
    """Find organisations that get nothing, once there is something to share out."""
    grant = case.grant
    if not grant.total or len(grant.by_organisation) == 1:
        return
    open_ = {gap.organisation for gap in grant.gaps}
    if any(not gap.organisation for gap in grant.gaps):
        return  # what is not computed for all may well be theirs
    for item in case.items("organisations"):
        key = case.key("organisation_name", item)
        amount = grant.by_organisation.get(item, Decimal(1))
        if key and amount == NOTHING and item not in open_:
            yield case.finding("partner-without-money", Grade.WEAKENS, key, None)
