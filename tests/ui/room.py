"""Finds what has no room in the window: cut, overlapping, or scrolled inside a scroll."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractScrollArea, QGridLayout, QLayout, QScrollArea, QWidget

from tests.ui.access_walk import (
    SLACK,
    describe,
    find_cut_off,
    find_undecided,
    find_unnamed,
    visible_parts,
)
from tests.ui.wording_walk import process_events
from ui.dialogs.base import Dialog

Cell = tuple[int, int]
"""Row and column of a grid."""


def find_faults(part: QWidget, room: QSize) -> list[str]:
    """Return what is wrong in a part of the window, or in a dialog that fits it."""
    if isinstance(part, Dialog):
        part.fit(room)
        process_events()
    faults = [f"no name: {one}" for one in find_unnamed(part)] + find_without_room(part)
    faults += [f"spelled or not: {one}" for one in find_undecided(part)]
    if part.width() > room.width() or part.height() > room.height():
        faults.append(f"larger than the screen: {part.width()} x {part.height()}")
    return faults


def find_without_room(widget: QWidget) -> list[str]:
    """Return what is cut, lies over its neighbours, or scrolls inside something that scrolls.

    Layouts are finished first: a scroll bar that comes up makes a text taller in a later turn.
    """
    process_events()
    faults = [f"cut off: {one}" for one in find_cut_off(widget)]
    faults += [f"overlapping: {one}" for one in find_overlapping(widget)]
    return faults + [f"scrolls inside a scroll: {one}" for one in find_nested_scrolls(widget)]


def find_overlapping(widget: QWidget) -> list[str]:
    """Return the pairs of widgets of one layout that lie over each other.

    What a grid has in the same cell lies there on purpose: the ground of a card, a counter.
    """
    faults: list[str] = []
    for part in visible_parts(widget):
        layout = part.layout()
        # PySide types it as never None; a widget without a layout has none.
        beside = (
            [one for one in _laid_out(layout, part) if one[0].isVisibleTo(part)] if layout else []
        )
        for (one, cells), (other, others) in combinations(beside, 2):
            shared = one.geometry() & other.geometry()
            is_over = shared.width() > SLACK and shared.height() > SLACK
            if is_over and cells.isdisjoint(others):
                faults.append(f"{describe(one)} and {describe(other)}")
    return faults


def _laid_out(layout: QLayout, around: QWidget) -> Iterator[tuple[QWidget, set[Cell]]]:
    """Yield the widgets of a layout and of those in it, with their cells of the same grid."""
    parts = [one for one in around.children() if isinstance(one, QWidget)]
    inner = [one for one in layout.children() if isinstance(one, QLayout)]
    for part in (*parts, *inner):
        place = layout.indexOf(part)
        if place < 0:
            continue
        cells = _find_cells(layout, place) if isinstance(layout, QGridLayout) else set[Cell]()
        if isinstance(part, QWidget):
            yield part, cells
        else:
            for one, below in _laid_out(part, around):
                yield one, cells or below


def _find_cells(grid: QGridLayout, place: int) -> set[Cell]:
    row, column, rows, columns = cast("tuple[int, int, int, int]", grid.getItemPosition(place))
    return {(row + down, column + right) for down in range(rows) for right in range(columns)}


def find_nested_scrolls(widget: QWidget) -> list[str]:
    """Return what can scroll up and down inside an area that can too."""
    scrolling = [one for one in visible_parts(widget) if _scrolls(one)]
    return [describe(one) for one in scrolling if _is_in_scroll(one)]


def _scrolls(part: QWidget) -> bool:
    return isinstance(part, QAbstractScrollArea) and part.verticalScrollBar().maximum() > 0


def _is_in_scroll(part: QWidget) -> bool:
    around = part.parentWidget()
    while around is not None:
        content = around.widget() if isinstance(around, QScrollArea) else None
        # What is docked beside the content does not scroll with it.
        if content is not None and content.isAncestorOf(part) and _scrolls(around):
            return True
        around = around.parentWidget()
    return False
