"""A lump sum as a matrix: what the balances of a call make of it, and how a cell is written."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.budget.matrix import Matrix, MatrixChanges, find_matrix, read_matrix
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key, Value
from tests.packs.test_ka220_2026 import PLAN, build

SHIPPED = Path(__file__).parents[3] / "resources" / "calls"
INVENTED = Path(__file__).parents[2] / "packs" / "valid"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Library((SHIPPED,)).load_pack("ka220-2026")


def read(draft: Draft, pack: Pack) -> Matrix:
    rules = find_matrix(pack)
    assert rules is not None
    return read_matrix(draft, pack, rules)


def apply(draft: Draft, changes: MatrixChanges) -> Draft:
    return draft.apply(*changes.build("").changes)


@pytest.mark.parametrize(
    ("folder", "call", "takers", "lists"),
    [
        (SHIPPED, "ka220-2026", "organisations", ("wp1_shares", "wp_shares")),
        (INVENTED, "work-packages", "members", ("care_shares", "shares")),
    ],
)
def test_the_balances_of_a_call_say_what_is_across_and_what_is_down(
    folder: Path, call: str, takers: str, lists: tuple[str, ...]
) -> None:
    rules = find_matrix(Library((folder,)).load_pack(call))
    assert rules is not None
    assert rules.takers == takers
    assert tuple(one.shares for one in rules.shared) == lists
    assert len(rules.limits) == 1


@pytest.mark.parametrize("call", ["ka2-2017", "ka210-2026"])
def test_a_call_that_shares_nothing_out_has_no_matrix(call: str) -> None:
    assert find_matrix(Library((SHIPPED,)).load_pack(call)) is None


def test_its_sums_are_those_of_the_grant(pack: Pack) -> None:
    draft = build(PLAN)
    matrix, grant = read(draft, pack), compute_grant(draft, pack)
    by_taker = {
        taker: sum(column.add_up(draft, taker) for column in matrix.columns)
        for taker in matrix.takers
    }
    assert by_taker == grant.by_organisation
    assert [column.size for column in matrix.columns] == [24000, 56000, 40000]
    assert (matrix.shared, matrix.left) == (120000, 0)


@pytest.mark.parametrize(("amount", "is_over"), [(24000, False), (24001, True)])
def test_the_limit_of_a_column_is_kept_to_the_euro(amount: int, is_over: bool, pack: Pack) -> None:
    matrix = read(build({**PLAN, "wp1.amount": amount}), pack)
    assert [column.is_over_limit for column in matrix.columns] == [is_over, False, False]
    limit = matrix.columns[0].limit
    assert limit is not None
    assert limit.most == 24000


def test_an_empty_cell_gets_a_row_and_an_emptied_one_loses_it(pack: Pack) -> None:
    draft, numbers = build(PLAN), count()
    column = read(draft, pack).columns[2]
    changes = MatrixChanges(draft, lambda: f"new{next(numbers)}")
    changes.set_share(column, "o1", Decimal(500))
    made = changes.build("")
    assert made.changes[0].key == Key("wps.amount", "new0")
    after = draft.apply(*made.changes)
    assert after.text("wps.organisation", "new0") == "o1"
    assert after.items("wp_shares", "w2") == ("s3", "new0")
    again = MatrixChanges(after, lambda: "never")
    again.set_share(read(after, pack).columns[2], "o1", None)
    assert apply(after, again).answers == draft.answers


def test_several_rows_of_one_organisation_become_one(pack: Pack) -> None:
    doubled: Mapping[str, Value] = {
        "wp_shares@w2": ("s3", "s4"),
        "wps.organisation@s4": "o2",
        "wps.amount@s4": 500,
    }
    draft = build({**PLAN, **doubled})
    column = read(draft, pack).columns[2]
    assert column.add_up(draft, "o2") == 40500
    changes = MatrixChanges(draft, lambda: "never")
    changes.set_share(column, "o2", Decimal(40000))
    after = apply(draft, changes)
    assert after.items("wp_shares", "w2") == ("s3",)
    assert not [*after.keys_of_item("s4")]
    assert read(after, pack).columns[2].add_up(after, "o2") == 40000


def test_a_share_of_nobody_is_a_row_of_its_own(pack: Pack) -> None:
    draft = build({**PLAN, "wps.organisation@s3": "gone"})
    matrix = read(draft, pack)
    assert matrix.takers == ("o1", "o2", "")
    assert matrix.columns[2].add_up(draft, "") == 40000
    assert matrix.shared == 120000


CELLS = st.tuples(
    st.integers(0, 2), st.sampled_from(["o1", "o2"]), st.none() | st.integers(0, 9).map(Decimal)
)


@given(st.lists(CELLS, max_size=8))
def test_whatever_is_written_is_read_back_and_taken_back(
    cells: list[tuple[int, str, Decimal | None]],
) -> None:
    pack, numbers = Library((SHIPPED,)).load_pack("ka220-2026"), count()
    draft = build(PLAN)
    matrix = read(draft, pack)
    changes = MatrixChanges(draft, lambda: f"new{next(numbers)}")
    wanted = {(column, taker): amount for column, taker, amount in cells}
    for (column, taker), amount in wanted.items():
        changes.set_share(matrix.columns[column], taker, amount)
    made = changes.build("")
    after = draft.apply(*made.changes)
    found = read(after, pack).columns
    for (column, taker), amount in wanted.items():
        assert found[column].add_up(after, taker) == (amount or 0)
        assert len(found[column].get_keys(taker)) == (amount is not None)
    assert after.apply(*made.invert().changes).answers == draft.answers
