"""Records of exported files, kept for returned files without one."""

from __future__ import annotations

import os
from pathlib import Path

from erasmus_desk.round_trip import codec
from erasmus_desk.round_trip.record import BlockRole, RecordBlock, SentRecord
from erasmus_desk.storage import sent_records


def make_record(text: str, draft: str = "d1") -> SentRecord:
    return codec.seal(
        SentRecord(draft, "", "p", "clean", "en", (RecordBlock(BlockRole.FIXED, text),))
    )[0]


def test_records_of_a_draft_are_found_the_newest_first(tmp_path: Path) -> None:
    for position, text in enumerate(("old", "new")):
        sent = make_record(text)
        sent_records.save(tmp_path, sent)
        os.utime(tmp_path / "d1" / f"{sent.state}.xml", (position, position))
    sent_records.save(tmp_path, make_record("other", "d2"))

    assert [one.blocks[0].text for one in sent_records.find(tmp_path, "d1")] == ["new", "old"]


def test_equal_records_are_stored_once(tmp_path: Path) -> None:
    sent_records.save(tmp_path, make_record("same"))
    sent_records.save(tmp_path, make_record("same"))

    assert len(sent_records.find(tmp_path, "d1")) == 1


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    for number in range(sent_records.MAX_RECORDS + 3):
        sent_records.save(tmp_path, make_record(f"text {number}"))

    assert len(sent_records.find(tmp_path, "d1")) == sent_records.MAX_RECORDS


def test_an_unreadable_record_is_left_out(tmp_path: Path) -> None:
    sent_records.save(tmp_path, make_record("whole"))
    (tmp_path / "d1" / "broken.xml").write_bytes(b"<sent")

    assert len(sent_records.find(tmp_path, "d1")) == 1
    assert sent_records.find(tmp_path, "nobody") == ()


def test_an_id_that_is_a_path_is_ignored(tmp_path: Path) -> None:
    sent_records.save(tmp_path / "sent", make_record("text", "../outside"))

    assert not list(tmp_path.rglob("*.xml"))
    assert sent_records.find(tmp_path / "sent", "../outside") == ()
