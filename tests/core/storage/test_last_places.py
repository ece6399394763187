"""The place where the user stopped is kept for each draft, and losing it costs nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from erasmus_desk.draft.model import Key
from erasmus_desk.storage import last_places
from erasmus_desk.storage.last_places import LastPlace, LastPlaces

AT = datetime(2017, 2, 17, 15, 48, tzinfo=UTC)


@pytest.mark.parametrize("draft", ["0f" * 16, "../../elsewhere", "", "é" * 500])
def test_a_place_is_found_again_whatever_the_id_of_its_draft(tmp_path: Path, draft: str) -> None:
    places = LastPlaces(tmp_path / "places")
    place = LastPlace(Key("a.question", "item@1"), AT, 12)
    places.save(draft, place)
    places.save("another", LastPlace(Key("b"), AT))
    assert LastPlaces(tmp_path / "places").find(draft) == place
    assert places.find("another") == LastPlace(Key("b"), AT)
    assert {path.parent for path in tmp_path.rglob("*.json")} == {tmp_path / "places"}


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"{}", b"[]", b'{"key": 1, "at": "now"}', b'{"key": "a"}', b" " * 20_000],
)
def test_a_damaged_place_is_none(tmp_path: Path, content: bytes) -> None:
    places = LastPlaces(tmp_path)
    places.save("a", LastPlace(Key("a"), AT))
    (path,) = tmp_path.iterdir()
    path.write_bytes(content)
    assert places.find("a") is None
    places.save("a", LastPlace(Key("b"), AT))
    assert places.find("a") == LastPlace(Key("b"), AT)


def test_a_folder_that_cannot_be_made_is_of_no_account(tmp_path: Path) -> None:
    (tmp_path / "places").write_text("a file")
    places = LastPlaces(tmp_path / "places")
    places.save("a", LastPlace(Key("a"), AT))
    assert places.find("a") is None


def test_the_places_do_not_pile_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_places, "MAX_PLACES", 3)
    places = LastPlaces(tmp_path)
    for number in range(6):
        places.save(f"draft {number}", LastPlace(Key("a"), AT, number))
    assert len(list(tmp_path.iterdir())) == 3
    assert places.find("draft 5") == LastPlace(Key("a"), AT, 5)
