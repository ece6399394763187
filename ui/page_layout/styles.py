"""The look of the Word file, read from the same style document, so that paper looks like it.

All lengths are in twips, twentieths of a point, as in the style document. Pages are laid out
at 1440 units to the inch, so that no length has to be rounded.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cached_property
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from msgspec import Struct, field
from msgspec.structs import replace
from PySide6.QtGui import QColor, QFont, QFontMetricsF

TWIPS = 20
"""Units of one point."""
INCH = 1440
_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OURS = "Proposal"
_WHOLE = 240
"""Of a line's height, as the style document counts it."""
_STAND_INS = ("Liberation Sans", "Arimo", "Helvetica Neue", "Helvetica", "Noto Sans", "DejaVu Sans")
"""What stands in for the font of the document where it is missing, metric twins first."""


class Stroke(Struct, frozen=True):
    """A line: how thick and in which colour; `space` parts it from text."""

    width: float
    colour: str
    space: float = 0


class Type(Struct, frozen=True, dict=True):
    """How a paragraph is set. `line` is a factor of the font's own line."""

    size: float
    colour: str
    family: str
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    line: float = 1
    left: float = 0
    right: float = 0
    hanging: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    close: bool = False
    tabs: tuple[float, ...] = ()
    top: Stroke | None = None
    bottom: Stroke | None = None
    ground: str = ""
    """The colour behind the paragraph, if any; it reaches as far as the space of its edges."""
    beside: float = 0
    """How far the ground reaches beyond the words, left and right."""

    @cached_property
    def font(self) -> QFont:
        """The font; glyphs keep their own widths, whatever they are painted on."""
        font = QFont([self.family, *_STAND_INS])
        font.setPixelSize(round(self.size))
        font.setBold(self.bold)
        font.setItalic(self.italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.PreferOutline)
        return font

    @cached_property
    def pitch(self) -> float:
        """The height of one line of this type."""
        return self.line * QFontMetricsF(self.font).height()


class Grid(Struct, frozen=True):
    """How a table is drawn: strokes, the ground of its head, the room around the words."""

    top: Stroke
    bottom: Stroke
    across: Stroke
    upright: Stroke | None
    head: str
    room: tuple[float, float, float, float]
    """Above, to the right, below, to the left."""


class Leaf(Struct, frozen=True):
    """A page: its size, its margins, and how far header and footer stand from the edge."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    header: float
    footer: float

    def turned(self) -> Leaf:
        """Give the page on its side, with the same margins, as Word turns it."""
        return replace(self, width=self.height, height=self.width)

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def foot(self) -> float:
        """Where the text ends, from the top of the page."""
        return self.height - self.bottom


class Style(Struct, frozen=True, dict=True):
    """The style document, each type by the name the Word file knows it by."""

    _styles: Mapping[str, Element]
    _defaults: Element
    _page: Element
    _known: dict[str, Type] = field(default_factory=dict[str, Type])

    @classmethod
    def read(cls, document: bytes) -> Style:
        """Read the style document; it is our own and need not be mistrusted."""
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            sheet = ET.fromstring(archive.read("word/styles.xml"))  # noqa: S314 - our own file
            main = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - our own file
        styles = {
            (style.get(f"{_MAIN}styleId") or "").removeprefix(_OURS): style
            for style in sheet.iter(f"{_MAIN}style")
        }
        return cls(styles, _found(sheet, "docDefaults"), _found(main, "body", "sectPr"))

    def type(self, name: str) -> Type:
        """Give a type by its name, such as `Answer` or `Heading1`."""
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def has(self, name: str) -> bool:
        """Tell whether there is a type of that name."""
        return name in self._styles

    def grid(self, name: str) -> Grid:
        """Give how a table of that name is drawn."""
        style = self._styles[name]
        lines, room = (_found(style, "tblPr", part) for part in ("tblBorders", "tblCellMar"))
        shade = style.find(f"{_MAIN}tblStylePr/{_MAIN}tcPr/{_MAIN}shd")
        upright = lines.find(f"{_MAIN}insideV")
        top, right, bottom, left = (
            _number(room.find(f"{_MAIN}{side}"), "w") for side in ("top", "right", "bottom", "left")
        )
        return Grid(
            top=_stroke(_found(lines, "top")),
            bottom=_stroke(_found(lines, "bottom")),
            across=_stroke(_found(lines, "insideH")),
            upright=_stroke(upright) if upright is not None else None,
            head=_value(shade, "fill"),
            room=(top, right, bottom, left),
        )

    @cached_property
    def leaf(self) -> Leaf:
        """The upright page."""
        size, margins = _found(self._page, "pgSz"), _found(self._page, "pgMar")
        sides = ("left", "top", "right", "bottom", "header", "footer")
        room = {side: _number(margins, side) for side in sides}
        return Leaf(width=_number(size, "w"), height=_number(size, "h"), **room)

    def _read(self, name: str) -> Type:
        chain = [*self._chain(name), self._defaults]
        words = [found for one in chain for found in one.iter(f"{_MAIN}rPr")]
        paragraphs = [found for one in chain for found in one.iter(f"{_MAIN}pPr")]

        def first(parts: list[Element], tag: str, value: str = "val") -> str:
            found = (_value(part.find(f"{_MAIN}{tag}"), value) for part in parts)
            return next((one for one in found if one), "")

        def has(parts: list[Element], tag: str) -> bool:
            return any(part.find(f"{_MAIN}{tag}") is not None for part in parts)

        def edge(side: str) -> Stroke | None:
            found = (part.find(f"{_MAIN}pBdr/{_MAIN}{side}") for part in paragraphs)
            line = next((one for one in found if one is not None), None)
            return _stroke(line) if line is not None else None

        tabs = (one for part in paragraphs for one in part.iter(f"{_MAIN}tab"))
        return Type(
            size=float(first(words, "sz") or 0) * TWIPS / 2,
            colour=first(words, "color"),
            family=first(words, "rFonts", "ascii"),
            bold=has(words, "b"),
            italic=has(words, "i"),
            before=float(first(paragraphs, "spacing", "before") or 0),
            after=float(first(paragraphs, "spacing", "after") or 0),
            line=float(first(paragraphs, "spacing", "line") or _WHOLE) / _WHOLE,
            left=float(first(paragraphs, "ind", "left") or 0),
            right=float(first(paragraphs, "ind", "right") or 0),
            hanging=float(first(paragraphs, "ind", "hanging") or 0),
            keep_next=has(paragraphs, "keepNext"),
            keep_lines=has(paragraphs, "keepLines"),
            close=has(paragraphs, "contextualSpacing"),
            tabs=tuple(_number(tab, "pos") for tab in tabs),
            top=edge("top"),
            bottom=edge("bottom"),
            ground=first(paragraphs, "shd", "fill"),
            beside=beside.space if (beside := edge("left")) else 0,
        )

    def _chain(self, name: str) -> list[Element]:
        """Give a style and those it is based on, the nearest first."""
        chain: list[Element] = []
        while name in self._styles and self._styles[name] not in chain:
            chain.append(self._styles[name])
            name = _value(chain[-1].find(f"{_MAIN}basedOn"), "val").removeprefix(_OURS)
        return chain


def colour(name: str) -> QColor:
    """Give a colour as the style document writes it."""
    return QColor(f"#{name}")


def _found(element: Element, *path: str) -> Element:
    found = element.find("/".join(f"{_MAIN}{part}" for part in path))
    if found is None:
        raise KeyError(path)
    return found


def _value(element: Element | None, name: str) -> str:
    return (element.get(f"{_MAIN}{name}") or "") if element is not None else ""


def _number(element: Element | None, name: str) -> float:
    return float(_value(element, name) or 0)


def _stroke(element: Element) -> Stroke:
    """Read a line: Word counts its width in eighths of a point, its space in points."""
    width, space = _number(element, "sz") / 8 * TWIPS, _number(element, "space") * TWIPS
    return Stroke(width, _value(element, "color"), space)
