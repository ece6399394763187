"""Amounts that users divide themselves: a lump sum, a share of it, rows of a matrix."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.export.document import blocks
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.export import ExportRequest, build_document
from erasmus_desk.i18n.message_values import Amount
from tests.core.complete import start_draft

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
PACKS = Path(__file__).resolve().parents[2] / "packs" / "valid"
CODES = {"sum-open", "sum-over", "share-over"}
PLAN: Mapping[str, Value] = {
    "purse": "p60",
    "members": ("m1", "m2"),
    "member.called@m1": "Orchard of Ghent",
    "member.called@m2": "Orchard of Lille",
    "care.amount": 12000,
    "care_shares": ("c1", "c2"),
    "care_share.who@c1": "m1",
    "care_share.amount@c1": 9000,
    "care_share.who@c2": "m2",
    "care_share.amount@c2": 3000,
    "packages": ("p1", "p2"),
    "package.title@p1": "Plant",
    "package.amount@p1": 30000,
    "tasks@p1": ("t1", "t2"),
    "task.title@t1": "Choose trees",
    "task.amount@t1": Decimal("10000.50"),
    "task.title@t2": "Dig",
    "task.amount@t2": Decimal("19999.50"),
    "shares@p1": ("s1",),
    "share.who@s1": "m1",
    "share.amount@s1": 30000,
    "package.title@p2": "Harvest",
    "package.amount@p2": 18000,
    "tasks@p2": ("t3",),
    "task.title@t3": "Pick",
    "task.amount@t3": 18000,
    "shares@p2": ("s2", "s3"),
    "share.who@s2": "m1",
    "share.amount@s2": 8000,
    "share.who@s3": "m2",
    "share.amount@s3": 10000,
}
"""A plan of 60,000 euro in which every sum is right."""


@pytest.fixture(scope="module")
def orchards(library: Library) -> Pack:
    return library.load_pack("work-packages")


def build(pack: Pack, changes: Mapping[str, Value | None] = PLAN) -> Draft:
    """Return a draft with the answers of the plan, or with others."""
    return put(start_draft(pack, kind="small", title="Trees"), changes)


def put(draft: Draft, changes: Mapping[str, Value | None]) -> Draft:
    return draft.apply(*(draft.change(Key.parse(name), one) for name, one in changes.items()))


def find_sums(draft: Draft, pack: Pack) -> list[Finding]:
    return [one for one in run_checks(draft, pack) if one.code in CODES]


def test_a_plan_whose_sums_are_right_has_no_finding(orchards: Pack) -> None:
    draft = build(orchards)
    assert find_sums(draft, orchards) == []
    grant = compute_grant(draft, orchards)
    assert (grant.total, grant.ceiling, grant.remaining) == (60000, 60000, 0)


@pytest.mark.parametrize(
    ("changes", "code", "key", "facts"),
    [
        (
            {"package.amount@p2": 17500, "task.amount@t3": 17500, "share.amount@s3": 9500},
            "sum-open",
            "packages",
            {"left": 500, "asked": 59500, "most": 60000},
        ),
        (
            {
                "package.amount@p2": Decimal("18000.01"),
                "task.amount@t3": Decimal("18000.01"),
                "share.amount@s3": Decimal("10000.01"),
            },
            "sum-over",
            "packages",
            {"over": Decimal("0.01"), "most": 60000},
        ),
        (
            {
                "care.amount": 12001,
                "care_share.amount@c2": 3001,
                "package.amount@p2": 17999,
                "task.amount@t3": 17999,
                "share.amount@s3": 9999,
            },
            "share-over",
            "care.amount",
            {"over": 1, "most": 12000},
        ),
        ({"task.amount@t2": 10000}, "sum-open", "tasks@p1", {"left": Decimal("9999.50")}),
        ({"share.amount@s1": 31000}, "sum-over", "shares@p1", {"over": 1000}),
        ({"care_share.amount@c1": 8999}, "sum-open", "care_shares", {"left": 1}),
        ({"task.amount@t3": None}, "sum-open", "tasks@p2", {"left": 18000}),
    ],
)
def test_a_sum_that_is_wrong_blocks_where_it_can_be_mended(
    orchards: Pack,
    changes: Mapping[str, Value | None],
    code: str,
    key: str,
    facts: Mapping[str, Decimal | int],
) -> None:
    draft = put(build(orchards), changes)
    (finding,) = find_sums(draft, orchards)
    assert (finding.code, finding.grade, str(finding.key)) == (code, Grade.BLOCKS, key)
    for name, value in facts.items():
        assert finding.facts[name] == Amount(Decimal(value), "EUR")


def test_a_plan_without_amounts_is_a_gap_and_no_fault(orchards: Pack) -> None:
    assert find_sums(build(orchards, {}), orchards) == []
    chosen = build(orchards, {"purse": "p120"})
    assert [(one.code, one.is_gap) for one in find_sums(chosen, orchards)] == [("sum-open", True)]


def test_the_grant_shows_what_each_organisation_gets_and_what_is_not_divided(
    orchards: Pack,
) -> None:
    draft = put(build(orchards), {"share.amount@s1": 25000})
    grant = compute_grant(draft, orchards)
    assert grant.total == 60000
    assert grant.by_organisation == {"m1": 42000, "m2": 13000, "": 5000}
    assert grant.by_activity == {Key("packages", "p1"): 30000, Key("packages", "p2"): 18000}
    assert grant.by_category == {"care": 12000, "work": 48000}
    # Each share is a part of the whole, not of what the shares above it leave.
    wholes = {
        line.reasons[0].facts["whole"]
        for line in grant.lines
        if line.activity == Key("packages", "p1") and line.reasons[0].code == "divided"
    }
    assert wholes == {Amount(Decimal(30000), "EUR")}


def test_shares_that_are_too_much_do_not_make_the_grant_larger(orchards: Pack) -> None:
    draft = put(build(orchards), {"share.amount@s1": 31000})
    grant = compute_grant(draft, orchards)
    assert grant.total == 60000
    assert grant.by_organisation == {"m1": 17000, "m2": 13000, "": 30000}


@given(st.integers(0, 2**32).map(Random))
def test_the_parts_of_a_balance_are_those_of_its_own_item(chance: Random) -> None:
    pack = Library((PACKS,)).load_pack("work-packages")
    answers: dict[str, Value] = {"purse": "p120", "members": ("m1",), "care.amount": 0}
    packages = tuple(f"p{n}" for n in range(chance.randint(0, 4)))
    answers["packages"] = packages
    sums: dict[str, Decimal] = {}
    for item in packages:
        tasks = tuple(f"{item}t{n}" for n in range(chance.randint(0, 4)))
        answers |= {f"tasks@{item}": tasks, f"package.amount@{item}": 1000}
        amounts = {task: Decimal(chance.randint(0, 99999)) / 100 for task in tasks}
        answers |= {f"task.amount@{task}": amount for task, amount in amounts.items()}
        sums[item] = sum(amounts.values(), Decimal(0))
    found = compute_grant(build(pack, answers), pack).balances
    assert {one.item: one.used for one in found if one.balance.id == "tasks"} == sums
    (purse,) = (one for one in found if one.balance.id == "purse")
    assert purse.used == 1000 * len(packages)
    assert purse.left == 120000 - purse.used


@pytest.mark.parametrize(("amount", "said"), [(18000, "60,000."), (17500, "500 still")])
def test_the_working_copy_says_what_is_still_to_distribute(
    orchards: Pack, library: Library, amount: int, said: str
) -> None:
    draft = put(build(orchards), {"package.amount@p2": amount})
    working, clean = (
        [block.text.text for block in document.blocks if isinstance(block, blocks.Paragraph)]
        for document in (
            build_document(draft, library, RESOURCES, ExportRequest(profile))
            for profile in (Profile.QUESTIONS, Profile.CLEAN)
        )
    )
    found = [one for one in working if "lump sum" in one]
    assert len(found) == 1
    assert said in found[0]
    # An assessor is not told what the applicants have still to do.
    assert [one for one in clean if "still to distribute" in one] == []
