"""Records stay on this machine for files that lose theirs on the way."""

from __future__ import annotations

import os
from pathlib import Path

from erasmus_desk.round_trip import codec
from erasmus_desk.round_trip.record import Piece, Role, Sent
from erasmus_desk.storage import sent_records


def record(text: str, draft: str = "d1") -> Sent:
    return codec.stamped(Sent(draft, "", "p", "clean", "en", (Piece(Role.FIXED, text),)))


def test_records_of_a_draft_are_found_the_newest_first(tmp_path: Path) -> None:
    for place, text in enumerate(("old", "new")):
        sent = record(text)
        sent_records.put(tmp_path, sent)
        os.utime(tmp_path / "d1" / f"{sent.state}.xml", (place, place))
    sent_records.put(tmp_path, record("other", "d2"))

    assert [one.pieces[0].text for one in sent_records.find(tmp_path, "d1")] == ["new", "old"]


def test_the_same_record_lies_there_once(tmp_path: Path) -> None:
    sent_records.put(tmp_path, record("same"))
    sent_records.put(tmp_path, record("same"))

    assert len(sent_records.find(tmp_path, "d1")) == 1


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    for place in range(sent_records.KEPT + 3):
        sent_records.put(tmp_path, record(f"text {place}"))

    assert len(sent_records.find(tmp_path, "d1")) == sent_records.KEPT


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    sent_records.put(tmp_path, record("whole"))
    (tmp_path / "d1" / "broken.xml").write_bytes(b"<sent")

    assert len(sent_records.find(tmp_path, "d1")) == 1
    assert sent_records.find(tmp_path, "nobody") == ()


def test_an_id_that_leads_elsewhere_is_no_folder(tmp_path: Path) -> None:
    sent_records.put(tmp_path / "sent", record("text", "../outside"))

    assert not list(tmp_path.rglob("*.xml"))
    assert sent_records.find(tmp_path / "sent", "../outside") == ()
