"""Lump sums, shares and the matrix computed a second time, in whole cents and by other means.

A plan is only numbers; nothing here knows a call, a draft or the module that computes the grant.
What a form asks, `FORMS` says for each call.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from hypothesis import strategies as st

from erasmus_desk.draft.model import Value

NOBODY = -1
Share = tuple[int, int]
"""The number of an organisation, or nobody, and its cents."""


@dataclass(frozen=True)
class SumForm:
    """The questions of a call by the part they play here; empty where it has none."""

    choice: str
    sizes: Mapping[str, int]
    """The lump sums in euro by the choice."""
    organisations: str
    package: tuple[str, str]
    """The list of what the sum is divided into, and the amount of each."""
    package_head: str
    leader: str = ""
    shares: tuple[str, str, str] = ("", "", "")
    """The list of the shares of an amount, who gets one, and how much."""
    tasks: tuple[str, str] = ("", "")
    management: str = ""
    management_head: str = ""
    management_shares: tuple[str, str, str] = ("", "", "")


FORMS: Mapping[str, SumForm] = {
    "ka210-2026": SumForm(
        "prj.lump_sum",
        {"30000": 30_000, "60000": 60_000},
        "organisations",
        ("activities", "act.amount"),
        "activities",
        leader="act.lead",
    ),
    "ka220-2026": SumForm(
        "prj.lump_sum",
        {"120000": 120_000, "250000": 250_000, "400000": 400_000},
        "organisations",
        ("work_packages", "wp.amount"),
        "work-packages",
        shares=("wp_shares", "wps.organisation", "wps.amount"),
        management="wp1.amount",
        management_head="management",
        management_shares=("wp1_shares", "wp1s.organisation", "wp1s.amount"),
    ),
    "work-packages": SumForm(
        "purse",
        {"p60": 60_000, "p120": 120_000},
        "members",
        ("packages", "package.amount"),
        "work",
        shares=("shares", "share.who", "share.amount"),
        tasks=("tasks", "task.amount"),
        management="care.amount",
        management_head="care",
        management_shares=("care_shares", "care_share.who", "care_share.amount"),
    ),
}


@dataclass(frozen=True)
class Part:
    """One amount in cents with its shares, its tasks and who leads it."""

    amount: int
    leader: int = NOBODY
    shares: tuple[Share, ...] = ()
    tasks: tuple[int, ...] = ()


@dataclass(frozen=True)
class SumPlan:
    """The amounts of a proposal."""

    choice: str
    organisations: int
    packages: tuple[Part, ...]
    management: Part | None


@dataclass
class Sums:
    """What the amounts of a plan add up to, in cents."""

    total: int = 0
    by_head: dict[str, int] = field(default_factory=dict[str, int])
    by_organisation: dict[int, int] = field(default_factory=dict[int, int])
    wrong: set[str] = field(default_factory=set[str])
    """The codes of what does not add up."""


def compute_sums(plan: SumPlan, form: SumForm) -> Sums:
    """Add a plan up by category and organisation, and find what does not add up."""
    sums = Sums(by_head={form.package_head: 0})
    if form.management:
        sums.by_head[form.management_head] = 0
    for head, part in _list_parts(plan, form):
        sums.total += part.amount
        sums.by_head[head] += part.amount
        for organisation, cents in _divide(part, form):
            sums.by_organisation[organisation] = sums.by_organisation.get(organisation, 0) + cents
        for is_asked, found in ((form.shares[0], part.shares), (form.tasks[0], part.tasks)):
            is_package = head == form.package_head
            if is_asked and (is_package or found is part.shares):
                cents = sum(one[1] if isinstance(one, tuple) else one for one in found)
                sums.wrong |= _compare(cents, part.amount)
    whole = form.sizes[plan.choice] * 100
    sums.wrong |= _compare(sums.total, whole)
    if plan.management is not None and plan.management.amount * 5 > whole:
        sums.wrong.add("share-over")
    return sums


def _list_parts(plan: SumPlan, form: SumForm) -> Iterator[tuple[str, Part]]:
    if plan.management is not None:
        yield form.management_head, plan.management
    for part in plan.packages:
        yield form.package_head, part


def _divide(part: Part, form: SumForm) -> Iterator[Share]:
    """Who gets how much: the shares and the rest, or all of it where they are too much.

    A share of nobody is of the rest.
    """
    named = [one for one in part.shares if one[0] != NOBODY]
    given = sum(cents for _, cents in named)
    is_divided = given <= part.amount
    if is_divided:
        yield from named
    rest = part.amount - given if is_divided else part.amount
    if rest:
        yield part.leader if form.leader else NOBODY, rest


def _compare(cents: int, whole: int) -> set[str]:
    return {"sum-over"} if cents > whole else {"sum-open"} if cents < whole else set()


def write_answers(plan: SumPlan, form: SumForm) -> dict[str, Value]:
    """Return the answers of a plan by their keys."""
    items = tuple(f"o{number}" for number in range(plan.organisations))
    packages = tuple(f"p{number}" for number in range(len(plan.packages)))
    answers: dict[str, Value] = {form.choice: plan.choice, form.organisations: items}
    if plan.management is not None:
        answers[form.management] = Decimal(plan.management.amount) / 100
        answers |= _write_shares(plan.management.shares, form.management_shares, "", "m")
    answers[form.package[0]] = packages
    for item, part in zip(packages, plan.packages, strict=True):
        answers[f"{form.package[1]}@{item}"] = Decimal(part.amount) / 100
        if form.leader and part.leader != NOBODY:
            answers[f"{form.leader}@{item}"] = f"o{part.leader}"
        if form.shares[0]:
            answers |= _write_shares(part.shares, form.shares, f"@{item}", item)
        if form.tasks[0]:
            rows = tuple(f"{item}t{number}" for number in range(len(part.tasks)))
            answers[f"{form.tasks[0]}@{item}"] = rows
            for row, cents in zip(rows, part.tasks, strict=True):
                answers[f"{form.tasks[1]}@{row}"] = Decimal(cents) / 100
    return answers


def _write_shares(
    shares: tuple[Share, ...], form: tuple[str, str, str], owner: str, name: str
) -> dict[str, Value]:
    rows = tuple(f"{name}s{number}" for number in range(len(shares)))
    answers: dict[str, Value] = {f"{form[0]}{owner}": rows}
    for row, (organisation, cents) in zip(rows, shares, strict=True):
        if organisation != NOBODY:
            answers[f"{form[1]}@{row}"] = f"o{organisation}"
        answers[f"{form[2]}@{row}"] = Decimal(cents) / 100
    return answers


@st.composite
def sum_plans(draw: st.DrawFn, form: SumForm) -> SumPlan:
    """Return plans of which many add up, and some do not, by a cent or by much."""
    choice = draw(st.sampled_from(sorted(form.sizes)))
    count = draw(st.integers(min_value=1, max_value=4))
    whole = form.sizes[choice] * 100
    number = draw(st.integers(min_value=0 if form.management else 1, max_value=4))
    amounts = draw(_split(whole, number + bool(form.management)))
    parts = [_draw_part(draw, one, count, form) for one in amounts]
    management = parts.pop() if form.management else None
    if management is not None:
        management = Part(management.amount, shares=management.shares)
    return SumPlan(choice, count, tuple(parts), management)


def _draw_part(draw: st.DrawFn, amount: int, count: int, form: SumForm) -> Part:
    organisations = st.integers(min_value=NOBODY, max_value=count - 1)
    shares: tuple[Share, ...] = ()
    if form.shares[0]:
        cents = draw(_split(amount, draw(st.integers(min_value=0, max_value=count))))
        shares = tuple((draw(organisations), one) for one in cents)
    tasks = draw(_split(amount, draw(st.integers(0, 3)))) if form.tasks[0] else ()
    leader = draw(organisations) if form.leader else NOBODY
    return Part(amount, leader, shares, tuple(tasks))


@st.composite
def _split(draw: st.DrawFn, whole: int, number: int) -> list[int]:
    """Split cents into parts that are the whole, or nearly, or anything."""
    if not number:
        return []
    cuts = sorted(draw(st.lists(st.integers(0, whole), min_size=number - 1, max_size=number - 1)))
    edges = [0, *cuts, whole]
    parts = [after - before for before, after in pairwise(edges)]
    parts[0] = max(0, parts[0] + draw(st.sampled_from((0, 0, 0, -1, 1, -50_000, 50_000))))
    return parts
