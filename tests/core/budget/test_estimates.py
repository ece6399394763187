"""Estimates of real costs beside amounts, against a second calculation in whole cents."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.budget.estimates import add_up, find_estimates, sum_at, sum_estimates
from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Grade
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft import file_format
from erasmus_desk.draft.copying import list_fields
from erasmus_desk.draft.list_changes import copy_item, remove_item
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.search import find
from erasmus_desk.draft.visibility import hidden_answers, visible_questions
from erasmus_desk.progress import compute_progress
from tests.core.complete import start_draft, take_out_estimates
from tests.core.draft.carried import answers_of, carry

CALLS = Path(__file__).resolve().parents[3] / "resources" / "calls"
INVENTED = Path(__file__).resolve().parents[2] / "packs" / "valid"
LIBRARY = Library((CALLS, INVENTED))
ORCHARDS = LIBRARY.load_pack("work-packages")
HIRE = 3550
"""What the invented call pays for digging, in cents."""
WHOLE: Mapping[str, Value] = {
    "purse": "p60",
    "care.amount": 12000,
    "care_guesses": ("g1",),
    "care_guess.price@g1": Decimal("12000.50"),
    "packages": ("p1",),
    "package.amount@p1": 48000,
    "tasks@p1": ("t1", "t2"),
    "task.amount@t1": 30000,
    "guesses@t1": ("g2", "g3"),
    "guess.what@g2": "digging",
    "guess.hands@g2": 8,
    "guess.what@g3": "seeds",
    "guess.price@g3": 100,
    "guess.hands@g3": 290,
    "task.amount@t2": 18000,
    "guesses@t2": ("g4",),
    "guess.price@g4": 19000,
}
"""An estimate beside every amount that has no rows inside: 12,000.50, 29,284 and 19,000."""


def build(answers: Mapping[str, Value | None]) -> Draft:
    draft = start_draft(ORCHARDS, kind="small", title="Trees")
    return draft.apply(*(draft.change(Key.parse(name), one) for name, one in answers.items()))


def find_codes(draft: Draft, pack: Pack = ORCHARDS) -> list[tuple[str, Grade, str]]:
    found = (one for one in run_checks(draft, pack) if one.code.startswith("estimate-"))
    return [(one.code, one.grade, str(one.key)) for one in found]


def test_rows_are_a_price_times_what_is_counted_and_an_empty_number_counts_once() -> None:
    states = {str(one.key): one for one in find_estimates(build(WHOLE), ORCHARDS)}
    assert {name: one.total for name, one in states.items()} == {
        "care.amount": Decimal("12000.50"),
        "task.amount@t1": Decimal("29284.00"),  # 8 times the rate of 35.50, and 290 times 100
        "task.amount@t2": 19000,
    }
    assert [line.price for line in states["task.amount@t1"].lines] == [Decimal("35.50"), 100]


def test_a_row_without_an_amount_or_with_a_text_is_told_and_counts_nothing() -> None:
    rows: Mapping[str, Value] = {"guess.hands@g3": "many", "guess.price@g4": "a lot"}
    draft = build({**WHOLE, **rows})
    whole = add_up(find_estimates(draft, ORCHARDS), None)
    assert (whole.total, whole.open_lines, whole.is_whole) == (Decimal("12284.50"), 2, False)


@pytest.mark.parametrize("number", [10**6, 10**6 + 1, 10**30, -1])
def test_a_number_beyond_all_bounds_is_no_amount(number: int) -> None:
    draft = build({**WHOLE, "guess.hands@g4": number, "guess.price@g4": 10**9})
    state = next(one for one in find_estimates(draft, ORCHARDS) if one.key.item == "t2")
    assert [line.amount for line in state.lines] == [None]


@given(st.integers(0, 10**9))
def test_sums_agree_with_a_second_calculation(seed: int) -> None:
    """Random trees of packages, tasks and guesses, counted in fractions from the plain answers."""
    random = Random(seed)  # noqa: S311 - test data
    answers: dict[str, Value | None] = {"packages": tuple(f"p{n}" for n in range(3))}
    expected: dict[str, int] = {}
    for package in range(3):
        tasks = [f"t{package}{n}" for n in range(random.randint(0, 3))]
        answers[f"tasks@p{package}"] = tuple(tasks)
        answers[f"package.amount@p{package}"] = random.randint(0, 9999)
        for task in tasks:
            rows = [f"g{task}{n}" for n in range(random.randint(0, 3))]
            answers[f"guesses@{task}"] = tuple(rows)
            cents = sum(_put_row(answers, row, random) for row in rows)
            for place in ("", f"package.amount@p{package}", f"task.amount@{task}"):
                expected[place] = expected.get(place, 0) + cents
    draft = build(answers)
    states = find_estimates(draft, ORCHARDS)
    assert add_up(states, None).total * 100 == expected.get("", 0)
    for state in states:
        key = str(state.key)
        assert state.total * 100 == expected.get(key, 0)
        assert sum_at(draft, ORCHARDS, state.key) == sum_estimates(states, state.key, state.owner)
    for package in range(3):
        key = Key("package.amount", f"p{package}")
        found = sum_estimates(states, key, "packages").total
        assert found * 100 == expected.get(str(key), 0) == sum_at(draft, ORCHARDS, key).total * 100


def _put_row(answers: dict[str, Value | None], row: str, random: Random) -> int:
    """Answer a row at random and return its amount in cents."""
    kind = random.choice(["digging", "seeds", None])
    price = random.choice([None, random.randint(0, 10**7)])  # in tenths of a cent
    hands = random.choice([None, random.randint(0, 400)])
    answers[f"guess.what@{row}"], answers[f"guess.hands@{row}"] = kind, hands
    answers[f"guess.price@{row}"] = None if price is None else Decimal(price) / 1000
    if price is None and kind != "digging":
        return 0
    tenths = Fraction(HIRE * 10 if price is None else price, 10) * (1 if hands is None else hands)
    return int(tenths + Fraction(1, 2))


def test_an_estimate_counts_nowhere_and_is_found_with_the_rest() -> None:
    with_rows = build({**WHOLE, "guess.hands@g3": "about thirty"})
    rows = [key for key in with_rows.answers if "guess" in key.question]
    without = with_rows.apply(*(with_rows.change(key, None) for key in rows))
    assert len(rows) > 8
    assert compute_progress(with_rows, ORCHARDS).completion == (
        compute_progress(without, ORCHARDS).completion
    )
    assert compute_grant(with_rows, ORCHARDS).lines == compute_grant(without, ORCHARDS).lines
    visible = visible_questions(with_rows, ORCHARDS)
    assert visible == visible_questions(without, ORCHARDS)
    assert not any("guess" in one.visible.key.question for one in list_fields(with_rows, visible))
    assert hidden_answers(with_rows, ORCHARDS) == ()
    (hit,) = find(with_rows, ORCHARDS, "about thirty")
    assert (str(hit.key), hit.is_hidden) == ("guess.hands@g3", False)


def test_an_item_takes_its_estimate_with_it_when_it_is_copied_or_removed() -> None:
    draft = build(WHOLE)
    before = add_up(find_estimates(draft, ORCHARDS), None).total
    copied = draft.apply(*copy_item(draft, "packages", "p1", "p2", form=ORCHARDS.form).changes)
    care = Decimal("12000.50")
    assert add_up(find_estimates(copied, ORCHARDS), None).total == care + 2 * (before - care)
    removed = draft.apply(*remove_item(draft, "packages", "p1", form=ORCHARDS.form).changes)
    assert add_up(find_estimates(removed, ORCHARDS), None).total == care
    assert not any("guess." in key.question for key in removed.answers if key.item != "g1")


def test_an_estimate_above_its_amount_is_as_it_should_be_and_no_finding() -> None:
    draft = build(WHOLE)
    above = {
        str(one.key)
        for one in find_estimates(draft, ORCHARDS)
        if one.asked is not None and one.total > one.asked
    }
    assert above == {"care.amount", "task.amount@t2"}
    assert find_codes(draft) == []


def test_a_whole_estimate_below_the_lump_sum_raises_a_question() -> None:
    low = build({**WHOLE, "care_guess.price@g1": 12000, "guess.price@g4": 18000})
    assert find_codes(low) == [("estimate-below", Grade.WEAKENS, "purse")]
    open_row = low.apply(low.change(Key("guess.price", "g4"), None))
    assert find_codes(open_row) == []
    part = low.apply(low.change(Key("guesses", "t2"), None))
    assert find_codes(part) == []
    none = build({n: one for n, one in WHOLE.items() if "guess" not in n})
    assert find_codes(none) == []


def test_the_estimate_of_an_activity_becomes_that_of_its_work_package_and_back() -> None:
    example = CALLS.parent / "examples" / "schaduwkaart.erasmus"
    draft = file_format.decode(example.read_bytes()).draft
    draft = take_out_estimates(draft, LIBRARY.load_pack(draft.pack.id))
    activity = draft.items("activities")[0]
    values: tuple[Value, ...] = ("travel", 12, 4, Decimal("61.25"))
    names = ("kind", "count", "days", "price")
    rows = {Key(f"actc.{name}", "r1"): one for name, one in zip(names, values, strict=True)}
    answers: dict[Key, Value] = {**rows, Key("act_costs", activity): ("r1",)}
    draft = draft.apply(*(draft.change(key, one) for key, one in answers.items()))
    carried = carry(draft, "ka220-2026").draft
    (state,) = (
        one for one in find_estimates(carried, LIBRARY.load_pack("ka220-2026")) if one.lines
    )
    assert (state.key.question, state.total) == ("wp.amount", 2940)
    assert answers_of(carry(carried, "ka210-2026").draft) == answers_of(draft)
    again = carry(draft, "ka210-2026").draft
    assert {key: again.get(key) for key in answers} == answers


@pytest.mark.parametrize(
    ("call", "lines", "parent", "amount"),
    [
        ("ka210-2026", "act_costs", "activities", "act.amount"),
        ("ka220-2026", "wpa_costs", "wp_activities", "wpa.amount"),
    ],
)
def test_both_calls_of_2026_estimate_people_times_days_times_a_price(
    call: str, lines: str, parent: str, amount: str
) -> None:
    pack = LIBRARY.load_pack(call)
    spec = pack.form.lists[lines]
    assert (spec.parent, spec.beside) == (parent, amount)
    kind, count, days, price = spec.questions
    draft = start_draft(pack)
    owner, outer = "a1", pack.form.lists[parent].parent
    changes = [draft.change(Key(parent, "w1" if outer else ""), (owner,))]
    changes += [draft.change(Key(outer), ("w1",))] if outer else []
    changes.append(draft.change(Key(lines, owner), ("r1",)))
    values: tuple[Value, ...] = ("travel", 12, 4, Decimal("61.25"))
    changes += [
        draft.change(Key(name, "r1"), value)
        for name, value in zip((kind, count, days, price), values, strict=True)
    ]
    draft = draft.apply(*changes)
    (state,) = (one for one in find_estimates(draft, pack) if one.lines)
    assert (state.key, state.total) == (Key(amount, owner), 2940)
