"""What speaks for which lump sum, counted a second time from the plain answers."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.budget.lump_sums import LumpSumAdvice, compute_advice
from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft, Key, Value
from tests.core.complete import start_draft

CALLS = Path(__file__).resolve().parents[3] / "resources" / "calls"
INVENTED = Path(__file__).resolve().parents[2] / "packs" / "valid"
LIBRARY = Library((CALLS, INVENTED))
ORCHARDS = LIBRARY.load_pack("work-packages")


def build(members: int, months: int | None, tasks: int, guess: int | None = None) -> Draft:
    """Return a draft with so many of everything, and a guess in whole amounts."""
    answers: dict[Key, Value | None] = {
        Key("members"): tuple(f"m{n}" for n in range(members)),
        Key("plan.months"): months,
        Key("packages"): ("p1", "p2"),
        Key("tasks", "p1"): tuple(f"a{n}" for n in range(tasks // 2)),
        Key("tasks", "p2"): tuple(f"b{n}" for n in range(tasks - tasks // 2)),
    }
    if guess is not None:
        answers[Key("care_guesses")] = ("g1",)
        answers[Key("care_guess.price", "g1")] = guess
    draft = start_draft(ORCHARDS, kind="small", title="Trees")
    return draft.apply(*(draft.change(key, value) for key, value in answers.items()))


def advise(draft: Draft) -> LumpSumAdvice:
    found = compute_advice(draft, ORCHARDS)
    assert found is not None
    return found


@given(st.integers(1, 40), st.integers(1, 36), st.integers(1, 60))
def test_a_lump_sum_is_divided_by_all_that_is_counted(
    members: int, months: int, tasks: int
) -> None:
    advice = advise(build(members, months, tasks))
    assert [one.option for one in advice.sums] == ["p60", "p120"]
    for one in advice.sums:
        (share,) = one.shares
        assert share.counts == (members, months, tasks)
        each = Fraction(int(one.amount), members * months * tasks)
        assert share.each == Decimal(int(each * 100 + Fraction(1, 2))) / 100
        assert one.over is None


@pytest.mark.parametrize(("members", "months", "tasks"), [(2, None, 3), (2, 12, 0)])
def test_nothing_is_said_of_what_there_is_none_of(
    members: int, months: int | None, tasks: int
) -> None:
    assert all(one.shares == () for one in advise(build(members, months, tasks)).sums)


@pytest.mark.parametrize(
    ("guess", "below", "above"),
    [
        (None, None, None),
        (59_999, None, "p60"),
        (60_000, "p60", "p120"),
        (87_300, "p60", "p120"),
        (120_001, "p120", None),
    ],
)
def test_an_estimate_lies_between_two_lump_sums(
    guess: int | None, below: str | None, above: str | None
) -> None:
    advice = advise(build(2, 12, 3, guess))
    found = [one.option if one else None for one in (advice.below, advice.above)]
    assert found == [below, above]
    if guess is not None:
        assert [one.over for one in advice.sums] == [guess - 60_000, guess - 120_000]


@pytest.mark.parametrize(
    ("call", "sums"),
    [("ka210-2026", [30000, 60000]), ("ka220-2026", [120000, 250000, 400000]), ("ka2-2017", None)],
)
def test_the_calls_of_2026_have_lump_sums_to_choose_from(call: str, sums: list[int] | None) -> None:
    pack = LIBRARY.load_pack(call)
    advice = compute_advice(start_draft(pack), pack)
    assert (None if advice is None else [one.amount for one in advice.sums]) == sums
