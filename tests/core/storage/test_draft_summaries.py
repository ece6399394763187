"""Summaries of drafts: a card of the home page is right although its draft was not opened."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from erasmus_desk.storage.draft_summaries import DraftSummaries, DraftSummary

MOMENT = datetime(2026, 11, 28, 10, 0, tzinfo=UTC)
SUMMARY = DraftSummary(
    title="Small boards",
    call="KA2 2017",
    kind="Innovation",
    modified=MOMENT,
    deadline=MOMENT,
    required=12,
    answered=3,
    is_shared=True,
    shared_with=("Liceul Verde",),
    reply_by=date(2026, 12, 1),
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "boards.erasmus"
    path.write_bytes(b"{}")
    return path


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    folder = tmp_path / "calls" / "ka2-2017"
    folder.mkdir(parents=True)
    (folder / "pack.json").write_bytes(b"{}")
    return folder.parent


def summaries(tmp_path: Path, calls: Path, language: str = "en") -> DraftSummaries:
    return DraftSummaries(tmp_path / "local" / "summaries.json", [calls], language)


@pytest.fixture
def kept(tmp_path: Path, calls: Path, draft: Path) -> None:
    first = summaries(tmp_path, calls)
    first.keep(draft, SUMMARY)
    first.save()


@pytest.mark.usefixtures("kept")
def test_the_summary_of_an_unchanged_draft_is_found_at_the_next_start(
    tmp_path: Path, calls: Path, draft: Path
) -> None:
    assert summaries(tmp_path, calls).find(draft) == SUMMARY


@pytest.mark.usefixtures("kept")
def test_a_draft_that_changed_in_size_or_time_or_is_gone_has_no_summary(
    tmp_path: Path, calls: Path, draft: Path
) -> None:
    os.utime(draft, ns=(1, 1))
    assert summaries(tmp_path, calls).find(draft) is None
    draft.write_bytes(b"{} ")
    assert summaries(tmp_path, calls).find(draft) is None
    draft.unlink()
    assert summaries(tmp_path, calls).find(draft) is None


@pytest.mark.usefixtures("kept")
def test_summaries_are_made_anew_for_another_language_and_for_other_calls(
    tmp_path: Path, calls: Path, draft: Path
) -> None:
    assert summaries(tmp_path, calls, "nl").find(draft) is None
    (calls / "ka2-2017" / "pack.json").write_bytes(b"{ }")
    assert summaries(tmp_path, calls).find(draft) is None


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("content", [b"", b"\xff\x00", b"[]", b'{"a": {"stamp": 1}}', b"{" * 9999])
def test_a_damaged_file_is_as_good_as_none_and_is_replaced(
    tmp_path: Path, calls: Path, draft: Path, content: bytes
) -> None:
    path = tmp_path / "local" / "summaries.json"
    path.write_bytes(content)
    again = summaries(tmp_path, calls)
    assert again.find(draft) is None
    again.keep(draft, SUMMARY)
    again.save()
    assert summaries(tmp_path, calls).find(draft) == SUMMARY


@pytest.mark.usefixtures("kept")
def test_a_draft_that_is_not_shown_any_more_is_forgotten(
    tmp_path: Path, calls: Path, draft: Path
) -> None:
    other = draft.with_name("other.erasmus")
    other.write_bytes(b"{}")
    second = summaries(tmp_path, calls)
    second.keep(other, SUMMARY)
    second.save()
    assert summaries(tmp_path, calls).find(draft) is None


def test_a_folder_that_cannot_be_written_costs_only_the_summaries(
    tmp_path: Path, calls: Path, draft: Path
) -> None:
    (tmp_path / "local").write_bytes(b"a file where the folder should be")
    blocked = summaries(tmp_path, calls)
    blocked.keep(draft, SUMMARY)
    blocked.save()
    assert summaries(tmp_path, calls).find(draft) is None
