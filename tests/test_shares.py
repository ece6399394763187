"""A share of the cases of a test stays in `make test`, the others are in `make prove`."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shares import choose_share, drawn_share, is_drawn, list_test_modules

EACH = 3
"""Cases of which one stays below."""


def test_every_value_of_every_parameter_stays() -> None:
    sizes = {"width": (683, 1366, 1920), "scale": (100, 200), "language": ("en", "nl")}
    cases = [dict(zip(sizes, values, strict=True)) for values in product(*sizes.values())]
    kept = [cases[place] for place in choose_share(cases)]
    assert len(kept) == 3
    for name, values in sizes.items():
        assert {case[name] for case in kept} == set(values)


@pytest.mark.parametrize(("each", "kept"), [(1, {0, 1, 2, 3, 4}), (2, {0, 2, 4}), (5, {0})])
def test_the_first_of_each_few_stays(each: int, kept: set[int]) -> None:
    assert choose_share([{"seed": seed} for seed in range(5)], each) == kept


@pytest.mark.share(EACH)
@pytest.mark.parametrize("place", range(2 * EACH))
def test_what_does_not_stay_is_a_long_proof(request: pytest.FixtureRequest, place: int) -> None:
    is_proof = request.node.get_closest_marker("prove") is not None
    assert is_proof == (place % EACH != 0)


@pytest.mark.parametrize("is_proof", [False, pytest.param(True, marks=pytest.mark.prove)])
def test_all_cases_are_drawn_in_the_long_proofs_and_else_a_third(is_proof: bool) -> None:
    assert settings().max_examples == (100 if is_proof else 34)
    assert drawn_share(300) == (300 if is_proof else 102)


@given(st.integers())
def test_a_test_with_drawn_cases_is_a_long_proof_too(
    request: pytest.FixtureRequest, number: int
) -> None:
    is_marked = request.node.get_closest_marker("prove") is not None
    assert is_drawn(request.node)
    assert is_marked == (settings().max_examples == 100)


def test_each_process_begins_with_other_tests_and_loads_all(tmp_path: Path) -> None:
    inner = tmp_path / "tests" / "core"
    inner.mkdir(parents=True)
    for name in ("test_a.py", "core/test_b.py", "core/test_c.py", "core/plans.py"):
        (tmp_path / "tests" / name).touch()
    loaded = [list_test_modules(tmp_path, [tmp_path / "tests"], part / 3) for part in range(3)]
    assert [names[0] for names in loaded] == [
        "tests.core.test_b",
        "tests.core.test_c",
        "tests.test_a",
    ]
    assert {frozenset(names) for names in loaded} == {frozenset(loaded[0])}
    assert list_test_modules(tmp_path, [inner / "test_b.py"], 0) == []
