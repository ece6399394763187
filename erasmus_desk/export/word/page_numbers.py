"""The pages on which headings stand, reckoned without a word processor.

It follows what LibreOffice and Word do with the properties that we write: lines by the widths of
the letters, the larger of two spaces between paragraphs, what is kept together, two lines at
either end of a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from erasmus_desk.export.word.font_widths import FontWidths
from erasmus_desk.export.word.page_boxes import Box, BoxReader, UnknownFontError
from erasmus_desk.export.word.style_sheet import (
    PageGeometry,
    StyleSheet,
    XmlNode,
    read_geometry,
    read_number,
)
from erasmus_desk.export.word.xml_nodes import w

_MIN_LINES = 2
"""Lines of a paragraph that stay together at the bottom and at the top of a page."""


class PageReckoner(Struct, frozen=True):
    """Reckons pages from the styles of a file, the widths of fonts and the pages of sections."""

    styles: StyleSheet
    fonts: FontWidths
    pages: tuple[PageGeometry, ...]

    def find_pages(self, body: str) -> Mapping[str, int]:
        """Return the page of each bookmark of a heading, none where a font is not known."""
        try:
            boxes = list(BoxReader(self.styles, self.fonts).read(body, self.pages))
        except UnknownFontError:
            return {}
        return _Pagination(self.pages[0]).paginate(boxes)


_LINE = 280
"""More than the height of a line in a header or footer."""
_EMU_PER_TWIP = 635
_INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"


def find_page(
    section: XmlNode, headers: Iterable[XmlNode], footers: Iterable[XmlNode]
) -> PageGeometry | None:
    """Return the page of a section, or nothing where it is not certain what is on a page.

    So it is with columns, a grid of lines, numbers that do not begin at 1, and a header or footer
    that may be higher than its margin.
    """
    try:
        page = read_geometry(section)
    except (KeyError, ValueError):
        return None
    grid, columns, numbers = (section.find(w(tag)) for tag in ("docGrid", "cols", "pgNumType"))
    is_usual = (
        (grid is None or not grid.get(w("type")))
        and (columns is None or read_number(columns, "num") <= 1)
        and (numbers is None or numbers.get(w("start")) is None)
    )
    fits = all(page.header + _compute_height(one) <= page.top for one in headers) and all(
        page.footer + _compute_height(one) <= page.bottom for one in footers
    )
    return page if is_usual and fits else None


def _compute_height(part: XmlNode) -> float:
    """Return how high a header or footer is at most, in twips, without floating pictures."""
    lines = sum(1 for _ in part.iter(w("p")))
    extents = (one for inline in part.iter(_INLINE) for one in inline.iter(_EXTENT))
    pictures = sum(int(one.get("cy") or 0) / _EMU_PER_TWIP for one in extents)
    return lines * _LINE + pictures


class _Pagination:
    """Puts boxes on pages one by one."""

    def __init__(self, geometry: PageGeometry) -> None:
        self._geometry = geometry
        self._page = 1
        self._used = 0.0
        self._last = Box([])
        self._is_empty = True

    def paginate(self, boxes: Sequence[Box]) -> dict[str, int]:
        """Return the page of each bookmark."""
        found: dict[str, int] = {}
        for place, box in enumerate(boxes):
            # Space above is left out only where a page ends by itself.
            is_forced = not place or _starts_page(box)
            if place and is_forced:
                self._start_page(geometry=box.geometry)
                self._last = Box([])
            elif not (self._is_empty or self._fits(boxes, place)):
                self._start_page(box.header)
            if is_forced or not self._is_empty:
                self._used += _compute_space(self._last, box)
            page = self._place_lines(box)
            self._last = box
            if box.bookmark:
                found[box.bookmark] = page
        return found

    @property
    def _room(self) -> float:
        return self._geometry.text_height - self._used

    def _start_page(self, used: float = 0, geometry: PageGeometry | None = None) -> None:
        self._geometry = geometry or self._geometry
        self._page += 1
        self._used, self._is_empty = used, True

    def _fits(self, boxes: Sequence[Box], place: int) -> bool:
        """Return whether a box may begin here, with what it stays with."""
        box = boxes[place]
        needed = _compute_space(self._last, box)
        while box.keep_next and place + 1 < len(boxes) and not _starts_page(boxes[place + 1]):
            place += 1
            needed += box.height + _compute_space(box, boxes[place])
            box = boxes[place]
        return needed + _compute_least(box) <= self._room + box.leading

    def _place_lines(self, box: Box) -> int:
        """Put the lines of a box on this page and the next ones; return the page of the first."""
        lines, first = box.lines, 0
        while lines:
            count = self._count_fitting(box, lines)
            first = first or (self._page if count else 0)
            self._used += sum(lines[:count])
            lines, self._is_empty = lines[count:], False
            if lines:
                self._start_page(box.header)
        return first

    def _count_fitting(self, box: Box, lines: Sequence[int]) -> int:
        """Return how many lines go on this page, at least one if it is empty."""
        count, height = 0, 0
        while count < len(lines) and height + lines[count] <= self._room + box.leading:
            height += lines[count]
            count += 1
        if count == len(lines):
            return count
        if not box.header:
            count = min(count, len(lines) - _MIN_LINES)
            count = count if count >= _MIN_LINES else 0
        return max(count, 1 if self._is_empty else 0)


def _starts_page(box: Box) -> bool:
    return box.breaks_page or box.geometry is not None


def _compute_space(box: Box, following: Box) -> float:
    """Return the space between two boxes: the larger of what both want."""
    if box.close_style and box.close_style == following.close_style:
        return 0
    return max(box.after, following.before)


def _compute_least(box: Box) -> int:
    """Return the height of the lines that must be where a box begins."""
    is_whole = len(box.lines) <= _MIN_LINES + 1 or box.keep_lines
    return sum(box.lines if is_whole else box.lines[:_MIN_LINES])
