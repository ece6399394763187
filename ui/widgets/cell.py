"""What a cell of a drawn table shows."""

from __future__ import annotations

from enum import Enum
from typing import Final

from msgspec import Struct
from PySide6.QtCore import Qt

CELL_ROLE: Final = Qt.ItemDataRole.UserRole + 8
"""The `Cell` that is drawn at an index."""


class Tone(Enum):
    """How a text is drawn: the name of its colour in the palette, and whether it is bold."""

    PLAIN = ("text", False)
    STRONG = ("text", True)
    QUIET = ("quiet", False)
    ACCENT = ("accent", False)
    GOOD = ("good", False)
    WARM = ("warm", False)


class Cell(Struct, frozen=True):
    """What a cell shows: a text that wraps, a second line, an icon before it.

    A field has a frame, because it is typed in. The second line may say what is wrong. What sums
    up other cells has the ground of the page. A heading of several lines begins at the top, so that
    the first lines of all are on one line.

    Where a text comes late, `room` and `detail_room` are what may come, and there is room for each
    from the start, so that no row changes its height under the eye.
    """

    text: str = ""
    detail: str = ""
    icon: str = ""
    tone: Tone = Tone.PLAIN
    is_right: bool = False
    is_field: bool = False
    is_detail_wrong: bool = False
    is_wrong: bool = False
    is_summary: bool = False
    is_top: bool = False
    room: tuple[str, ...] = ()
    detail_room: tuple[str, ...] = ()

    @property
    def has_icon(self) -> bool:
        """Whether there is room for an icon: one that is there, or that may come."""
        return bool(self.icon or self.room)

    @property
    def spoken(self) -> str:
        """Both lines, as a screen reader reads them."""
        return " ".join(part for part in (self.text, self.detail) if part)
