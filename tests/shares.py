"""The share of the cases of a test that `make test` runs; `make prove` runs the others.

A test with cases that hypothesis draws has a third of them, others in each run, and all of them in
`make prove`: `drawn_share` for those that say how many.

Also the order in which a process loads the tests, that each may begin with its own share.

`@pytest.mark.share(5)` on a test with parameters keeps the first of each five cases.
`@pytest.mark.share` keeps as few as have every value of every parameter at least once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import settings

ALL_DRAWN, SHARE_DRAWN = 100, 34
"""Cases of a test that does not say how many are drawn: in `make prove` and in `make test`."""

Case = Mapping[str, object]


def mark_long_proofs(items: Iterable[pytest.Item]) -> None:
    """Mark the cases that are outside the share of their test."""
    marked = (one for one in items if one.get_closest_marker("share") is not None)
    for _, group in groupby(marked, key=lambda item: item.nodeid.partition("[")[0]):
        cases = list(group)
        marker = cases[0].get_closest_marker("share")
        assert marker is not None
        kept = choose_share([_read_parameters(item) for item in cases], *marker.args)
        for place, item in enumerate(cases):
            if place not in kept:
                item.add_marker(pytest.mark.prove)


def choose_share(cases: Sequence[Case], each: int = 0) -> frozenset[int]:
    """Return the places of the cases that stay: the first of `each`, or one with every value."""
    if each:
        return frozenset(range(0, len(cases), each))
    values = [{(name, repr(value)) for name, value in case.items()} for case in cases]
    missing = set[tuple[str, str]]().union(*values)
    kept = set[int]()
    while missing:
        place = max(range(len(values)), key=lambda one: len(values[one] & missing))
        kept.add(place)
        missing -= values[place]
    return frozenset(kept)


def is_drawn(item: pytest.Item) -> bool:
    """Return whether hypothesis draws the cases of a test."""
    return bool(getattr(getattr(item, "obj", None), "is_hypothesis_test", False))


def drawn_share(cases: int) -> int:
    """Return how many of so many cases are drawn in this run."""
    return -(-cases * settings().max_examples // ALL_DRAWN)


def list_test_modules(root: Path, folders: Iterable[Path], begin: float) -> list[str]:
    """Return the modules of tests in folders, from those after a part of them (0 to 1) on."""
    files = sorted(
        file
        for folder in folders
        for file in folder.rglob("test_*.py")
        if not (file.parent / "__init__.py").exists()
    )
    names = [".".join(file.relative_to(root).with_suffix("").parts) for file in files]
    first = int(len(names) * begin)
    return names[first:] + names[:first]


def _read_parameters(item: pytest.Item) -> Case:
    return getattr(item, "callspec").params  # noqa: B009 - pytest types it for functions alone
