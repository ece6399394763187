"""Columns that have less room than they want share it."""

from __future__ import annotations

import pytest

from ui.widgets.column_widths import Wanted, share_room

TITLE, PLACE = Wanted(400, 250, 90), Wanted(200, 150, 70)


def test_columns_share_by_what_their_cells_want_on_average() -> None:
    assert share_room({1: TITLE, 3: PLACE}, 400) == {1: 250, 3: 150}


def test_no_column_is_wider_than_it_wants() -> None:
    assert share_room({1: TITLE, 3: Wanted(160, 150, 70)}, 500) == {1: 340, 3: 160}
    assert share_room({1: Wanted(260, 250, 90), 3: PLACE}, 450) == {1: 260, 3: 190}


def test_no_word_is_broken_while_there_is_room() -> None:
    assert share_room({1: TITLE, 3: Wanted(200, 20, 70)}, 300) == {1: 230, 3: 70}


@pytest.mark.parametrize("room", [1, 150, 299, 599])
def test_the_whole_room_is_used(room: int) -> None:
    assert sum(share_room({1: TITLE, 3: PLACE, 4: Wanted(90, 40, 30)}, room).values()) == room
