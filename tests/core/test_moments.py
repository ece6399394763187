"""Moments at the ends of the calendar, which have no local time everywhere."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path

import pytest

from erasmus_desk.draft import file_format
from erasmus_desk.errors import DraftDamaged
from erasmus_desk.export.document.blocks import DocumentProperties
from erasmus_desk.export.word.package_parts import build_core_properties
from erasmus_desk.moments import YEARS, parse_moment, to_local
from erasmus_desk.review_import.docx_reader.attributes import parse_datetime, parse_local_datetime
from erasmus_desk.storage import clock
from tests.core.desk_process import make_draft_with, run_copy

ENDS = ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00")
"""What other programs write for a moment that they do not know; the last is its brother."""
ZONES = ("Europe/Lisbon", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati")


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The zone of this computer."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system sets no zone")
def test_every_moment_that_is_read_has_a_local_time(zone: str) -> None:
    texts = (*ENDS, "0002-01-01T00:00:00Z", "9998-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "soon")
    found = {text: parse_moment(text) for text in texts}
    assert [text for text, moment in found.items() if moment is None] == [*ENDS, "soon"]
    for moment in filter(None, found.values()):
        assert moment.astimezone().astimezone(UTC) == moment, zone
        assert moment.replace(tzinfo=None).astimezone(), zone


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system sets no zone")
def test_where_the_zone_is_more_than_a_day_off_times_are_told_in_utc(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python has no local time there; backups and history were an internal error."""
    draft = file_format.encode(make_draft_with())
    (tmp_path / "d.erasmus").write_bytes(draft)
    monkeypatch.setenv("TZ", "AAA+167:59")
    time.tzset()
    try:
        assert to_local(datetime(2026, 11, 30, 10, tzinfo=UTC)).hour == 10
        done = run_copy(tmp_path, "backups", "--folder", ".")
    finally:
        monkeypatch.undo()
        time.tzset()
    assert (done.returncode, done.stderr) == (0, "")


def test_only_one_place_asks_for_the_local_time() -> None:
    root = Path(__file__).resolve().parents[2]
    places = [path for part in ("erasmus_desk", "ui") for path in (root / part).rglob("*.py")]
    found = [path.name for path in places if ".astimezone()" in path.read_text("utf-8")]
    assert found == ["moments.py"]


@pytest.mark.parametrize("text", ENDS)
def test_an_unknown_moment_of_a_comment_in_word_is_none(text: str) -> None:
    assert parse_datetime(text) is None
    assert parse_local_datetime(text) is None
    assert parse_local_datetime(text, "2026-11-30T10:00:00Z") == datetime(
        2026, 11, 30, 10, tzinfo=UTC
    )


@pytest.mark.parametrize("text", ENDS)
@pytest.mark.parametrize("member", ["created", "modified"])
def test_a_draft_with_such_a_moment_is_told_as_damaged_by_every_command(
    member: str, text: str, tmp_path: Path
) -> None:
    whole = make_draft_with()
    moment = getattr(whole, member).isoformat()
    content = file_format.encode(whole).decode()
    damaged = content.replace(f'"{member}": "{moment}"', f'"{member}": "{text}"').encode()
    assert damaged != content.encode()
    with pytest.raises(DraftDamaged):
        file_format.decode(damaged)
    (tmp_path / "d.erasmus").write_bytes(damaged)
    done = run_copy(tmp_path, "export", "d.erasmus", language="nl_BE")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert f"“{member}”" in done.stderr


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (datetime(9999, 12, 31, 23, tzinfo=timezone(-timedelta(hours=5))), "9999-12-31T23:00:00Z"),
        (datetime(2, 1, 1, tzinfo=UTC), "0002-01-01T00:00:00Z"),
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=9))), "0001-01-01T00:00:00Z"),
    ],
    ids=["the end", "a year of one digit", "the beginning"],
)
def test_a_file_is_dated_with_any_moment(at: datetime, told: str) -> None:
    properties = DocumentProperties("A", "", "", "en", "", created=at, modified=at)
    assert build_core_properties(properties, "en").decode().count(f">{told}<") == 2


def test_what_is_dated_by_a_clock_that_is_off_by_ages_can_be_read_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Late(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Late:
            return cls(9999, 12, 31, 23, 59, 59, tzinfo=tz)

    monkeypatch.setattr(clock, "datetime", Late)
    assert clock.now().year == YEARS[-1]
    assert parse_moment(clock.now().isoformat()) is not None
