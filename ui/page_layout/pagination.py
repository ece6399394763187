"""Boxes on pages: nothing cut, no heading at the end of a page, no single lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from erasmus_desk.export.word.style_sheet import PageGeometry

from .boxes import Box, BoxLine, Page, PlacedLine
from .paragraph_layout import shift_item

_MIN_LINES = 2
"""Lines of a paragraph that stay together at the bottom and at the top of a page."""
_MAX_GAP = 0.3
"""Of a page: boxes that may be separated are, before more than this stays empty."""


class Paginator:
    """Puts boxes on pages; `heading_positions` are page and height of each heading."""

    def __init__(self, geometry: PageGeometry) -> None:
        self.pages = [Page(geometry)]
        self.heading_positions: dict[int, tuple[int, float]] = {}
        self._geometry = geometry
        self._y = geometry.top
        self._gap = 0.0
        self._has_kept_heading = False

    def paginate(self, boxes: Sequence[Box]) -> Iterator[None]:
        """Put all boxes on pages, with a pause after each."""
        for index, box in enumerate(boxes):
            if box.geometry is not None:
                self._geometry = box.geometry
                if self._is_empty:
                    self.pages[-1].geometry = box.geometry
                    self._y = box.geometry.top
                else:
                    self._start_page()
            elif not self._is_empty:
                # Where what must stay together is higher than a page, boxes go on below a heading
                # at the top of the page, so that it does not end with a heading.
                must_break = not self._has_kept_heading and not self._fits(boxes, index)
                if box.breaks_page or must_break:
                    self._start_page(box.header_lines)
            is_first = self._is_empty
            self._place_box(box)
            self._has_kept_heading = bool(box.heading_number) and (
                is_first or self._has_kept_heading
            )
            yield

    @property
    def _is_empty(self) -> bool:
        """Whether the page has no lines but repeated headers."""
        return all(line.is_repeated for line in self.pages[-1].lines)

    @property
    def _room_left(self) -> float:
        return self._geometry.text_bottom - self._y

    def _start_page(self, header_lines: tuple[BoxLine, ...] = ()) -> None:
        self.pages.append(Page(self._geometry))
        self._y, self._gap = self._geometry.top, 0
        for line in header_lines:
            self._place_line(line, is_repeated=True)

    def _fits(self, boxes: Sequence[Box], index: int) -> bool:
        """Return whether a box can start here, with all boxes that must stay with it."""
        end = index
        while boxes[end].keep_next and end + 1 < len(boxes) and not _starts_page(boxes[end + 1]):
            end += 1
        needed = _minimum_height(boxes[end])
        for position in range(end - 1, index - 1, -1):
            box, following = boxes[position], boxes[position + 1]
            height = box.height + max(box.after, following.before) + needed
            # Guidance leaves its question rather than half a page empty.
            may_break = box.may_break_after and height > self._geometry.text_height * _MAX_GAP
            needed = _minimum_height(box) if may_break else height
        return max(self._gap, boxes[index].before) + needed <= self._room_left

    def _place_box(self, box: Box) -> None:
        if len(self.pages) == 1 or not self._is_empty:
            # The larger of two spaces, as in Word.
            self._y += max(self._gap, box.before)
        lines: Sequence[BoxLine] = box.lines
        if box.heading_number and lines:
            self.heading_positions[box.heading_number] = len(self.pages) - 1, self._y
        while lines:
            if len(self.pages) > 1 and not self.pages[-1].lines:
                lines = [_take_leading(lines[0], box.leading), *lines[1:]]
            count = self._count_fitting(box, lines)
            for line in lines[:count]:
                self._place_line(line)
            lines = lines[count:]
            if lines:
                self._start_page(box.header_lines)
        self._gap = box.after

    def _count_fitting(self, box: Box, lines: Sequence[BoxLine]) -> int:
        """Return how many lines go on this page, at least one if it is empty."""
        ends = accumulate(line.height for line in lines)
        count = sum(end <= self._room_left + 0.01 for end in ends)
        least = 1 if self._is_empty else 0
        if count == len(lines):
            return count
        is_kept = box.keep_lines and not self._is_empty
        if is_kept and _total_height(lines) <= self._geometry.text_height:
            return 0
        if len(lines) - count < _MIN_LINES:
            count = len(lines) - _MIN_LINES
        return max(count if count >= _MIN_LINES or box.header_lines else 0, least)

    def _place_line(self, line: BoxLine, *, is_repeated: bool = False) -> None:
        self.pages[-1].lines.append(PlacedLine(self._geometry.left, self._y, line, is_repeated))
        self._y += line.height


def _take_leading(line: BoxLine, leading: float) -> BoxLine:
    """Return a line without the room above its letters."""
    items = [shift_item(item, -leading) for item in line.items]
    return BoxLine(line.height - leading, items, line.answer_areas, line.target_heading)


def _starts_page(box: Box) -> bool:
    """Return whether a box always starts a page."""
    return box.breaks_page or box.geometry is not None


def _minimum_height(box: Box) -> float:
    """Return the height of the lines that must be where a box starts."""
    is_unsplit = len(box.lines) <= _MIN_LINES + 1 or box.keep_lines
    return box.height if is_unsplit else _total_height(box.lines[:_MIN_LINES])


def _total_height(lines: Sequence[BoxLine]) -> float:
    return sum(line.height for line in lines)
