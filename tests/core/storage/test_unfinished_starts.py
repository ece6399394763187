"""Unfinished starts come back as they were; what cannot be read is left out and left alone."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from erasmus_desk.storage.unfinished_starts import (
    MAX_STARTS,
    StartState,
    UnfinishedStart,
    UnfinishedStarts,
    make_start_id,
)
from tests.core.draft.drafts import EVERY_KIND, make_draft

MOMENT = datetime(2026, 11, 29, 2, 0, tzinfo=UTC)


def make_start(minutes: int = 0) -> UnfinishedStart:
    draft = make_draft(EVERY_KIND)
    other = make_draft({})
    state = StartState(draft, "partnership", 3, 7, {"ka2-2017": {"new": "yes"}}, (other,))
    return UnfinishedStart(make_start_id(), MOMENT + timedelta(minutes=minutes), state)


@pytest.fixture
def starts(tmp_path: Path) -> UnfinishedStarts:
    return UnfinishedStarts(tmp_path / "local" / "starts")


def path_of(start: UnfinishedStart, tmp_path: Path) -> Path:
    return tmp_path / "local" / "starts" / f"{start.id}.json"


def test_without_a_folder_there_are_none(starts: UnfinishedStarts) -> None:
    assert starts.find() == ()
    starts.remove(make_start_id())


def test_a_start_comes_back_as_it_was(starts: UnfinishedStarts) -> None:
    start = make_start()
    starts.save(start)
    assert starts.find() == (start,)


@pytest.mark.parametrize("name", ["last year.docx", "année à venir.docx", "odd\udc80.docx"])
def test_the_word_file_of_a_start_comes_back(starts: UnfinishedStarts, name: str) -> None:
    start = replace(make_start(), earlier=Path("folder") / name)
    starts.save(start)
    assert starts.find() == (start,)


def test_a_start_without_a_word_file_is_written_as_before(
    starts: UnfinishedStarts, tmp_path: Path
) -> None:
    start = make_start()
    starts.save(start)
    members = json.loads(path_of(start, tmp_path).read_bytes())["start"]
    assert sorted(members) == ["advice", "changed", "others", "page", "pages", "path"]


@pytest.mark.parametrize("odd", [3, "", None, ["a.docx"]])
def test_another_value_than_a_path_is_no_word_file(
    starts: UnfinishedStarts, tmp_path: Path, odd: object
) -> None:
    start = make_start()
    starts.save(start)
    path = path_of(start, tmp_path)
    members = json.loads(path.read_bytes())
    members["start"]["earlier"] = odd
    path.write_text(json.dumps(members), "utf-8")
    assert starts.find() == (start,)


def test_a_start_is_replaced_and_removed_alone(starts: UnfinishedStarts) -> None:
    first, second = make_start(1), make_start(2)
    for start in (first, second):
        starts.save(start)
    later = UnfinishedStart(first.id, MOMENT + timedelta(hours=1), second.state)
    starts.save(later)
    assert starts.find() == (later, second)
    starts.remove(first.id)
    assert starts.find() == (second,)


def test_of_too_many_starts_the_oldest_goes(starts: UnfinishedStarts) -> None:
    made = [make_start(number) for number in range(MAX_STARTS + 2)]
    for start in made:
        starts.save(start)
    assert starts.find() == tuple(reversed(made[2:]))


def damage(content: bytes, how: str) -> bytes:
    members = json.loads(content)
    match how:
        case "no start":
            del members["start"]
        case "newer":
            members["version"] = 99
        case "no time":
            members["start"]["changed"] = "yesterday"
        case "advice":
            members["start"]["advice"] = ["yes"]
        case "other draft":
            members["start"]["others"] = [{"id": 1}]
        case "start is a number":
            members["start"] = 7
        case _:
            return {"empty": b"", "zeros": b"\0" * 500, "cut": content[: len(content) // 2]}[how]
    return json.dumps(members).encode()


@pytest.mark.parametrize(
    "how",
    [
        "empty",
        "zeros",
        "cut",
        "no start",
        "newer",
        "no time",
        "advice",
        "other draft",
        "start is a number",
    ],
)
def test_a_damaged_start_is_left_out_and_left_alone(
    starts: UnfinishedStarts, tmp_path: Path, how: str
) -> None:
    good, bad = make_start(1), make_start(2)
    for start in (good, bad):
        starts.save(start)
    path = path_of(bad, tmp_path)
    content = damage(path.read_bytes(), how)
    path.write_bytes(content)
    assert starts.find() == (good,)
    notice = starts.take_notice()
    assert (notice is None) == (how == "newer")
    assert notice is None or notice.facts == {"path": str(path)}
    starts.save(make_start(3))
    assert path.read_bytes() == content
    starts.find()
    assert starts.take_notice() is None


def test_what_is_no_start_is_never_touched(starts: UnfinishedStarts, tmp_path: Path) -> None:
    start = make_start()
    starts.save(start)
    folder = path_of(start, tmp_path).parent
    (folder / f"{make_start_id()}.json").mkdir()
    note = folder / "note.json"
    note.write_text("mine")
    assert starts.find() == (start,)
    assert note.read_text() == "mine"


@pytest.mark.parametrize(("page", "shown"), [(-3, 0), ("two", 0), (None, 0), (4, 4)])
def test_a_page_that_is_no_number_is_the_first(
    starts: UnfinishedStarts, tmp_path: Path, page: object, shown: int
) -> None:
    start = make_start()
    starts.save(start)
    path = path_of(start, tmp_path)
    members = json.loads(path.read_bytes())
    members["start"]["page"] = page
    path.write_bytes(json.dumps(members).encode())
    (found,) = starts.find()
    assert found.state.page_index == shown
