"""Returned files are imported: some written by real programs, some made to be like Word's."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.core.review_import.corpus.cases import Case, build_file, list_cases, run_case
from tests.core.review_import.corpus.drafts import RETURNED, load_model
from tests.core.review_import.corpus.expected import UNTOUCHED, Expected, Result, import_and_check
from tests.core.review_import.corpus.stored import Stored, check_stored, list_stored

LEAST_RIGHT = 0.99
LEAST_FILES = 660
MOST_BYTES = 4 * 1024 * 1024


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("returned")


@pytest.fixture(scope="module")
def import_file(folder: Path) -> Callable[[Case | Stored], Result]:
    """Import a file and check the result, once for all tests."""

    @cache
    def run(one: Case | Stored) -> Result:
        return run_case(one, folder) if isinstance(one, Case) else check_stored(one)

    return run


@pytest.mark.parametrize("case", list(list_cases()), ids=str)
@pytest.mark.share(5)
def test_what_word_does_loses_nothing(
    case: Case, import_file: Callable[[Case | Stored], Result]
) -> None:
    _demand_sound(import_file(case))


@pytest.mark.parametrize("one", list(list_stored()), ids=str)
@pytest.mark.share(4)
def test_what_a_program_wrote_loses_nothing(
    one: Stored, import_file: Callable[[Case | Stored], Result]
) -> None:
    _demand_sound(import_file(one))


def _demand_sound(found: Result) -> None:
    """Check that nothing is lost, deleted text stays deleted, and untouched files are equal."""
    assert (found.lost, found.risen) == ((), ())
    assert not (found.is_untouched and found.misses)


def test_the_proof_notices_what_is_lost_risen_or_wrong(folder: Path) -> None:
    case = next(one for one in list_cases() if one.edits == ("word replaced",))
    content, expected = build_file(case)
    path = folder / "noticed.docx"
    path.write_bytes(content)
    there = load_model(case.model)
    (key,) = expected.answers
    wrong = Expected(
        {key: "Other"}, inserted=("nowhere",), deleted=expected.inserted, is_quiet=True
    )
    found = import_and_check(path, there, wrong, case.kind)
    assert (found.edits, found.right) == (1, 0)
    assert (found.lost, found.risen) == (("nowhere",), expected.inserted)
    assert import_and_check(path, there, UNTOUCHED, case.kind).misses


@pytest.mark.parametrize("each", [5, pytest.param(1, marks=pytest.mark.prove)])
def test_edits_come_to_the_right_answer(
    each: int, import_file: Callable[[Case | Stored], Result]
) -> None:
    every = [import_file(one) for one in (*list_cases(), *list_stored())[::each]]
    assert len(every) >= LEAST_FILES / each
    misses = [f"{one.name}: {miss}" for one in every for miss in one.misses]
    assert _part(every, "right", "edits") >= LEAST_RIGHT, misses
    assert _part(every, "placed", "remarks") >= LEAST_RIGHT, misses


def _part(every: list[Result], some: str, whole: str) -> float:
    return sum(getattr(one, some) for one in every) / sum(getattr(one, whole) for one in every)


def test_the_stored_files_are_small_and_tell_nothing_of_where_they_were_made() -> None:
    paths = [path for path in RETURNED.rglob("*") if path.is_file()]
    earlier = [path for path in paths if (RETURNED / "earlier") in path.parents]
    for one_set in (earlier, [path for path in paths if path not in earlier]):
        assert sum(path.stat().st_size for path in one_set) < MOST_BYTES
    # Three searches, each for what begins alike, are four times as fast as one for all.
    places = [rb"/(?:tmp|home|root|work|usr|Users)/", rb":\\\\(?<=[A-Z]:\\\\)", rb"localhost"]
    patterns = [re.compile(place) for place in places]
    for path in paths:
        for name, part in _parts(path):
            assert not any(one.search(part) for one in patterns), f"{path.name}: {name}"


def _parts(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.suffix != ".docx":
        yield path.name, path.read_bytes()
        return
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)
