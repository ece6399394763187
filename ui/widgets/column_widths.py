"""The widths of columns that have less room than their cells want."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Wanted(Struct, frozen=True):
    """What the cells of a column want in pixels: the widest, on average, and its longest word."""

    most: int
    usual: int
    least: int


def share_room(columns: Mapping[int, Wanted], room: int) -> dict[int, int]:
    """Return the widths of columns in less room than all of them want.

    Each has its part by what its cells want on average: shared by the widest ones, one long title
    would make three lines of every place beside it. None is wider than it wants.
    """
    widths: dict[int, int] = {}
    order = sorted(columns, key=lambda one: columns[one].usual)
    for number, column in enumerate(order):
        wanted, others = columns[column], [columns[one] for one in order[number + 1 :]]
        share = room * wanted.usual // max(wanted.usual + sum(one.usual for one in others), 1)
        spare = room - sum(one.most for one in others)
        widths[column] = max(min(share, wanted.most), wanted.least, spare) if others else room
        room -= widths[column]
    return widths
