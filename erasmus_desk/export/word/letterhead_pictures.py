"""Where the floating pictures and boxes of a letterhead stand on the page.

A page may have one picture behind all of it, with a band at its foot. What is in a picture is not
known, but the margins of the template say where its text may be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, cast

from msgspec import Struct

from erasmus_desk.export.word.docx_library import DocumentPart, XmlPart
from erasmus_desk.export.word.xml_nodes import Node, w

_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU: Final = 635
"""English metric units in a twip."""
_SLACK: Final = 60
"""Twips by which a picture may reach into a place without touching words there."""


class _Axis(Struct, frozen=True):
    """One direction of a page in twips: its length, both margins, and where a letterhead begins."""

    length: int
    before: int
    after: int
    start: int

    def find_range(self, position: Node | None, size: int) -> tuple[int, int]:
        """Return where a thing of this size begins and ends."""
        base = (position.get("relativeFrom") or "") if position is not None else ""
        is_page = base == "page"
        low, high = (0, self.length) if is_page else (self.before, self.length - self.after)
        aligned = _read_text(position, "align")
        if aligned in {"bottom", "right", "outside"}:
            return high - size, high
        if aligned == "center":
            return (low + high - size) // 2, (low + high + size) // 2
        offset = _read_text(position, "posOffset")
        found = int(offset) // _EMU if offset.lstrip("-").isdecimal() else 0
        origin = {"page": 0, "paragraph": self.start, "line": self.start}.get(base, self.before)
        if base == "bottomMargin":
            origin = self.length - self.after
        at = found + (0 if base in {"topMargin", "leftMargin"} else origin)
        return at, at + size


def has_picture_at(
    main: DocumentPart, section: Node, links: Mapping[tuple[str, str], str], *, at_foot: bool
) -> bool:
    """Return whether something floats where a footer, or a header, would have its words."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return False
    width, height = (_read(size, name) for name in ("w", "h"))
    left, right, top, bottom = (_read(margins, name) for name in ("left", "right", "top", "bottom"))
    band = (height - bottom, height) if at_foot else (0, top)
    across = _Axis(width, left, right, left)
    for (name, _), target in links.items():
        part = main.related_parts.get(target)
        is_footer = name.startswith("footer")
        start = height - bottom if is_footer else _read(margins, "header")
        down = _Axis(height, top, bottom, start)
        root = cast("Node", part.element) if isinstance(part, XmlPart) else None
        for rows, columns in _list_places(root, across, down):
            if _overlap(rows, band) and _overlap(columns, (left, width - right)):
                return True
    return False


def _list_places(
    root: Node | None, across: _Axis, down: _Axis
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield from top to bottom and from left to right where the floating things are."""
    for anchor in root.iter(f"{_DRAWING}anchor") if root is not None else ():
        extent = anchor.find(f"{_DRAWING}extent")
        if extent is None:
            continue
        wide, high = (int(extent.get(name) or 0) // _EMU for name in ("cx", "cy"))
        rows = down.find_range(anchor.find(f"{_DRAWING}positionV"), high)
        columns = across.find_range(anchor.find(f"{_DRAWING}positionH"), wide)
        yield rows, columns


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return min(one[1], other[1]) - max(one[0], other[0]) > _SLACK


def _read_text(position: Node | None, name: str) -> str:
    found = position.find(f"{_DRAWING}{name}") if position is not None else None
    return (found.text or "").strip() if found is not None else ""


def _read(element: Node, name: str) -> int:
    text = (element.get(w(name)) or "").lstrip("-")
    return int(text) if text.isdecimal() else 0
