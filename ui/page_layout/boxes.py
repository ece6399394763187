"""What a page is made of: bands that follow each other, in slices that are never parted."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field
from PySide6.QtCore import QRectF

from .line_layout import Line
from .styles import Leaf, Stroke


class Role(StrEnum):
    """What a part of the document is for a reader that cannot see it, by its name in PDF."""

    DOCUMENT = "Document"
    TITLE = "Title"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    PARAGRAPH = "P"
    LIST = "L"
    POINT = "LI"
    BODY = "LBody"
    CONTENTS = "TOC"
    ENTRY = "TOCI"
    LINK = "Link"
    TABLE = "Table"
    ROW = "TR"
    HEAD = "TH"
    CELL = "TD"


class Part(Struct, eq=False):
    """A part of the document with its parts; `language` where it is not that of its whole.

    `title` and `about` are what a table is called and what is said of it.
    """

    role: Role
    parts: list[Part] = field(default_factory=list["Part"])
    language: str = ""
    title: str = ""
    about: str = ""
    is_column: bool = True
    """Of a head: whether it heads a column, or else a row."""

    def add(self, role: Role, language: str = "") -> Part:
        """Add a part at the end, and give it."""
        part = Part(role, language=language)
        self.parts.append(part)
        return part


class Words(Struct, frozen=True):
    """A line of text at a place; `part` is what it belongs to, nothing for an ornament.

    `turned`: it runs upwards, its place being the lower left corner.
    """

    x: float
    y: float
    line: Line
    colour: str
    part: Part | None
    turned: bool = False


class Rule(Struct, frozen=True):
    """A line across (`width`) or upright (`height`), of a thickness."""

    box: QRectF
    stroke: Stroke
    dotted: bool = False


class Ground(Struct, frozen=True):
    """A coloured ground."""

    box: QRectF
    colour: str


class Spot(Struct, frozen=True):
    """A place that belongs to an answer, by the text form of its key."""

    box: QRectF
    key: str


class Slice(Struct):
    """What stays together on a page: a line, or a row of a table; places count from its top."""

    height: float
    items: list[Words | Rule | Ground] = field(default_factory=list["Words | Rule | Ground"])
    spots: list[Spot] = field(default_factory=list[Spot])
    goes_to: int = 0
    """The number of the heading that a line of the contents leads to; 0 for none."""


class Band(Struct):
    """A paragraph or a row: slices that follow each other, over pages if need be.

    `before` and `after` are its distances. `keep_next`: its end stays with what follows.
    `heads` stand above it again where it opens a page.
    """

    slices: list[Slice]
    before: float = 0
    after: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    loose: bool = False
    """Whether it may be parted from what follows after all, where too much would stay together."""
    new_page: bool = False
    anchor: int = 0
    """The number of the heading it is; 0 for none."""
    heads: tuple[Slice, ...] = ()
    turn: Leaf | None = None
    """The pages that begin here, if others do."""

    @property
    def height(self) -> float:
        """The height of all slices."""
        return sum(one.height for one in self.slices)


class Placed(Struct, frozen=True):
    """A slice at its place on a page; `again` for the head of a table that goes on."""

    x: float
    y: float
    slice: Slice
    again: bool = False


class Page(Struct):
    """A page with what stands on it."""

    leaf: Leaf
    placed: list[Placed] = field(default_factory=list[Placed])

    def spots(self) -> list[Spot]:
        """Give the places of answers on this page, each whole, from top to bottom."""
        found: list[Spot] = []
        for one in self.placed:
            for spot in one.slice.spots:
                box = spot.box.translated(one.x, one.y)
                last = found[-1] if found else None
                if last is not None and last.key == spot.key and _follows(last.box, box):
                    found[-1] = Spot(last.box.united(box), spot.key)
                else:
                    found.append(Spot(box, spot.key))
        return found


def _follows(above: QRectF, below: QRectF) -> bool:
    """Tell whether a place goes on in the next one: in the same column, and not far below."""
    return abs(above.left() - below.left()) < 1 and below.top() - above.bottom() < 400  # noqa: PLR2004 - twips of a blank line and more
