"""The words that a user added are kept in a text file of one word a line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from erasmus_desk.errors import SaveError
from erasmus_desk.storage.user_words import MAX_BYTES, UserWords

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


def test_words_are_known_again_at_the_next_start_and_removed_in_any_case(tmp_path: Path) -> None:
    path = tmp_path / "local" / "words.txt"
    words = UserWords(path)
    assert words.words == frozenset()
    for word in ("Talentra", "één", "talentra"):
        words.add(word)
    assert path.read_text("utf-8") == "Talentra\ntalentra\néén\n"
    again = UserWords(path)
    assert again.words == {"Talentra", "talentra", "één"}
    again.remove("TALENTRA")
    assert UserWords(path).words == {"één"}


def test_two_windows_add_words_to_one_file(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    one, other = UserWords(path), UserWords(path)
    one.add("Kruisblik")
    other.add("Talentra")
    assert UserWords(path).words == other.words == {"Kruisblik", "Talentra"}


def test_a_list_that_a_user_wrote_in_an_editor_is_read(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes("\ufeffEén\r\n  Twee \r\n\r\n".encode())
    assert UserWords(path).words == {"Eén", "Twee"}


@pytest.mark.parametrize("content", [b"\xff\xfe\x00bad", b"a\n" * MAX_BYTES])
def test_a_damaged_list_is_set_aside_and_told_once(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(content)
    words = UserWords(path, lambda: NOON)
    notice = words.take_notice()
    assert notice is not None
    assert notice.message_id == "file.damaged"
    assert (words.words, words.take_notice()) == (frozenset(), None)
    (aside,) = tmp_path.iterdir()
    assert aside.read_bytes() == content
    words.add("Talentra")
    assert UserWords(path).words == {"Talentra"}


def test_a_word_that_cannot_be_written_is_known_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "local").write_text("a file where the folder should be", encoding="utf-8")
    words = UserWords(tmp_path / "local" / "words.txt")
    with pytest.raises(SaveError):
        words.add("Talentra")
    assert words.words == {"Talentra"}
