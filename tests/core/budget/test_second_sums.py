"""Lump sums, shares and the matrix: two calculations that share nothing find the same."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.budget.matrix import find_matrix, read_matrix
from erasmus_desk.call.library import Library
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.model import Draft, Key, Value
from tests.core.budget.second_sums import (
    FORMS,
    NOBODY,
    Part,
    SumPlan,
    compute_sums,
    sum_plans,
    write_answers,
)

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
CODES = {"sum-open", "sum-over", "share-over"}
SHARE_SEEDS, ALL = 40, 10_000


def build(call: str, answers: Mapping[str, Value], library: Library) -> Draft:
    pack = library.load_pack(call)
    draft = create_draft(pack, {"kind": pack.kinds[0].id} if pack.kinds else {}, NOW)
    return draft.apply(*(draft.change(Key.parse(name), one) for name, one in answers.items()))


def euro(cents: int) -> Decimal:
    return Decimal(cents) / 100


def compare(call: str, plan: SumPlan, library: Library) -> None:
    """Compute a plan twice."""
    form, pack = FORMS[call], library.load_pack(call)
    other = compute_sums(plan, form)
    draft = build(call, write_answers(plan, form), library)
    grant = compute_grant(draft, pack)
    assert grant.total == euro(other.total)
    assert dict(grant.by_category) == {one: euro(cents) for one, cents in other.by_head.items()}
    mine = {item: amount for item, amount in grant.by_organisation.items() if amount}
    assert mine == {
        "" if one == NOBODY else f"o{one}": euro(cents)
        for one, cents in other.by_organisation.items()
        if cents
    }
    assert grant.ceiling == form.sizes[plan.choice]
    codes = {one.code for one in run_checks(draft, pack) if one.code in CODES}
    assert codes == other.wrong
    compare_matrix(call, plan, draft, library)


def compare_matrix(call: str, plan: SumPlan, draft: Draft, library: Library) -> None:
    """Compare the columns and rows of the matrix with the plan; a call without has none."""
    pack = library.load_pack(call)
    rules = find_matrix(pack)
    assert (rules is None) is (not FORMS[call].shares[0])
    if rules is None:
        return
    parts = (plan.management, *plan.packages) if plan.management is not None else plan.packages
    matrix = read_matrix(draft, pack, rules)
    assert [one.size for one in matrix.columns] == [euro(one.amount) for one in parts]
    for taker in matrix.takers:
        wanted = NOBODY if not taker else int(taker[1:])
        row = [sum(c for who, c in one.shares if who == wanted) for one in parts]
        assert [one.add_up(draft, taker) for one in matrix.columns] == [euro(one) for one in row]
    shared = sum(cents for one in parts for _, cents in one.shares)
    assert matrix.shared == euro(shared)
    assert matrix.left == FORMS[call].sizes[plan.choice] - euro(shared)


@pytest.mark.parametrize("call", FORMS)
@given(data=st.data())
@settings(max_examples=SHARE_SEEDS, deadline=None)
def test_random_lump_sums_agree(call: str, data: st.DataObject, library: Library) -> None:
    compare(call, data.draw(sum_plans(FORMS[call])), library)


@pytest.mark.prove
@pytest.mark.parametrize("call", FORMS)
@given(data=st.data())
@settings(max_examples=ALL // len(FORMS), deadline=None)
def test_ten_thousand_random_lump_sums_agree(
    call: str, data: st.DataObject, library: Library
) -> None:
    compare(call, data.draw(sum_plans(FORMS[call])), library)


@pytest.mark.parametrize("cents", [5_000_000, 5_000_001])
def test_the_second_calculation_knows_the_limit_to_the_cent(cents: int, library: Library) -> None:
    rest = 25_000_000 - cents
    plan = SumPlan(
        "250000", 1, (Part(rest, shares=((0, rest),)),), Part(cents, shares=((0, cents),))
    )
    wrong = compute_sums(plan, FORMS["ka220-2026"]).wrong
    assert wrong == ({"share-over"} if cents > 5_000_000 else set())
    compare("ka220-2026", plan, library)


def test_every_call_with_a_lump_sum_is_computed_twice(library: Library) -> None:
    found = {
        name
        for name in library.list_packs()
        if any(one.is_lump_sum for one in library.load_pack(name).funding.balances)
    }
    assert found == set(FORMS)
