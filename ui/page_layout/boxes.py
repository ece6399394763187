"""What a page consists of: boxes below each other, of lines that are never split."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from erasmus_desk.export.word.style_sheet import PageGeometry, Stroke

from .line_layout import TextLine


class TagRole(StrEnum):
    """What a tag marks, by the name of its structure type in PDF."""

    DOCUMENT = "Document"
    TITLE = "Title"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    PARAGRAPH = "P"
    LIST = "L"
    LIST_ITEM = "LI"
    LIST_BODY = "LBody"
    CONTENTS = "TOC"
    CONTENTS_ITEM = "TOCI"
    LINK = "Link"
    TABLE = "Table"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"


class Tag(Struct, eq=False):
    """An element of the structure tree of a tagged PDF.

    `language` is empty where it is that of the parent; `title` and `summary` are for tables.
    """

    role: TagRole
    children: list[Tag] = field(default_factory=list["Tag"])
    language: str = ""
    title: str = ""
    summary: str = ""
    heads_column: bool = True
    """Of a header cell: whether it is the heading of a column, or else of a row."""

    def add(self, role: TagRole, language: str = "") -> Tag:
        """Add and return a child at the end."""
        child = Tag(role, language=language)
        self.children.append(child)
        return child


class TextItem(Struct, frozen=True):
    """A line of text at a position; without a tag it is not read aloud.

    Rotated text runs upwards; its position is then the lower left corner.
    """

    x: float
    y: float
    line: TextLine
    colour: str
    tag: Tag | None
    is_rotated: bool = False


class Rule(Struct, frozen=True):
    """A horizontal or vertical line; the rectangle includes its thickness."""

    rect: QRectF
    stroke: Stroke
    is_dotted: bool = False


class Background(Struct, frozen=True):
    """A coloured rectangle behind text."""

    rect: QRectF
    colour: str


class Picture(Struct, frozen=True):
    """A picture without meaning of its own, such as a logo."""

    rect: QRectF
    image: QImage


class AnswerArea(Struct, frozen=True):
    """An area that belongs to an answer; `key` is the text form of its key."""

    rect: QRectF
    key: str


Item = TextItem | Rule | Background | Picture


class BoxLine(Struct):
    """A line of text or a table row, never split; positions count from its top."""

    height: float
    items: list[Item] = field(default_factory=list[Item])
    answer_areas: list[AnswerArea] = field(default_factory=list[AnswerArea])
    target_heading: int = 0
    """The number of the heading that a line of the contents links to; 0 for none."""


class Box(Struct):
    """A paragraph or a table row: lines below each other, on several pages if needed.

    `before` and `after` are the space around it. `keep_next`: its end stays on the page of the
    next box. `header_lines` are repeated above it where it is the first on a page. `leading` is the
    part of its line height that a first line of a page does not have above it.
    """

    lines: list[BoxLine]
    before: float = 0
    after: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    may_break_after: bool = False
    """Whether `keep_next` gives way where too much would be kept together."""
    breaks_page: bool = False
    heading_number: int = 0
    """The number of the heading in this box; 0 for none."""
    header_lines: tuple[BoxLine, ...] = ()
    leading: float = 0
    geometry: PageGeometry | None = None
    """The geometry of the pages from here on, if it changes."""

    @property
    def height(self) -> float:
        """The height of all lines."""
        return sum(line.height for line in self.lines)


class PlacedLine(Struct, frozen=True):
    """A line at its position on a page; repeated if it is the header of a continued table."""

    x: float
    y: float
    line: BoxLine
    is_repeated: bool = False


class Page(Struct):
    """A page and the lines on it."""

    geometry: PageGeometry
    lines: list[PlacedLine] = field(default_factory=list[PlacedLine])

    def answer_areas(self) -> list[AnswerArea]:
        """Return the areas of the answers on this page, those of an answer united."""
        areas: list[AnswerArea] = []
        for placed in self.lines:
            for area in placed.line.answer_areas:
                rect = area.rect.translated(placed.x, placed.y)
                last = areas[-1] if areas else None
                if last is not None and last.key == area.key and _continues(last.rect, rect):
                    areas[-1] = AnswerArea(last.rect.united(rect), area.key)
                else:
                    areas.append(AnswerArea(rect, area.key))
        return areas


def _continues(above: QRectF, below: QRectF) -> bool:
    """Return whether an area continues in the next one: in the same column, and not far below."""
    return abs(above.left() - below.left()) < 1 and below.top() - above.bottom() < 400  # noqa: PLR2004 - twips of a blank line and more
