"""The styles of the Word file, read from the same style document, so that the PDF looks alike.

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

TWIPS_PER_POINT = 20
"""Units of one point."""
TWIPS_PER_INCH = 1440
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLE_PREFIX = "Proposal"
_SINGLE_SPACING = 240
"""The line spacing of single-spaced text in the style document (`w:line`)."""
_FALLBACK_FONTS = (
    "Liberation Sans",
    "Arimo",
    "Helvetica Neue",
    "Helvetica",
    "Noto Sans",
    "DejaVu Sans",
)
"""Used where the font of the document is missing, those of equal metrics first."""


class Stroke(Struct, frozen=True):
    """A border line; `space` is its distance from the text."""

    width: float
    colour: str
    space: float = 0


class TextStyle(Struct, frozen=True, dict=True):
    """The style of a paragraph; `line_spacing` is a factor of the font's line height."""

    size: float
    colour: str
    family: str
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    line_spacing: float = 1
    left: float = 0
    right: float = 0
    hanging: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    contextual_spacing: bool = False
    tab_stops: tuple[float, ...] = ()
    border_top: Stroke | None = None
    border_bottom: Stroke | None = None
    background: str = ""
    """The colour behind the paragraph and the space of its borders, if any."""
    padding: float = 0
    """How far the background extends beyond the text, left and right."""

    @cached_property
    def font(self) -> QFont:
        """The font, without hinting: widths are the same on every device."""
        font = QFont([self.family, *_FALLBACK_FONTS])
        font.setPixelSize(round(self.size))
        font.setBold(self.bold)
        font.setItalic(self.italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.PreferOutline)
        return font

    @cached_property
    def line_height(self) -> float:
        """The height of one line."""
        return self.line_spacing * QFontMetricsF(self.font).height()


class TableStyle(Struct, frozen=True):
    """The style of a table: borders, header background, cell margins."""

    top: Stroke
    bottom: Stroke
    inside_horizontal: Stroke
    inside_vertical: Stroke | None
    header_background: str
    cell_margins: tuple[float, float, float, float]
    """Top, right, bottom, left."""


class PageGeometry(Struct, frozen=True):
    """The size and margins of a page, and the distances of header and footer from its edges."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    header: float
    footer: float

    def rotated(self) -> PageGeometry:
        """Return the page rotated, with the same margins, as Word rotates it."""
        return replace(self, width=self.height, height=self.width)

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def text_bottom(self) -> float:
        """The distance of the end of the text from the top of the page."""
        return self.height - self.bottom

    @property
    def text_height(self) -> float:
        """The height between the margins."""
        return self.text_bottom - self.top


class StyleSheet(Struct, frozen=True, dict=True):
    """The style document, with its styles by name."""

    _styles: Mapping[str, Element]
    _defaults: Element
    _section: Element
    _text_styles: dict[str, TextStyle] = field(default_factory=dict[str, TextStyle])

    @classmethod
    def read(cls, document: bytes) -> StyleSheet:
        """Read the style document."""
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            styles_xml = ET.fromstring(archive.read("word/styles.xml"))  # noqa: S314 - our own file
            document_xml = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - our own file
        styles = {
            (style.get(f"{_W}styleId") or "").removeprefix(_STYLE_PREFIX): style
            for style in styles_xml.iter(f"{_W}style")
        }
        return cls(
            styles,
            _require(styles_xml, "docDefaults"),
            _require(document_xml, "body", "sectPr"),
        )

    def text_style(self, name: str) -> TextStyle:
        """Return a paragraph style by its name, such as `Answer` or `Heading1`."""
        if name not in self._text_styles:
            self._text_styles[name] = self._read_text_style(name)
        return self._text_styles[name]

    def has_style(self, name: str) -> bool:
        """Return whether there is a paragraph style of that name."""
        return name in self._styles

    def table_style(self, name: str) -> TableStyle:
        """Return a table style by its name."""
        style = self._styles[name]
        borders, margins = (_require(style, "tblPr", part) for part in ("tblBorders", "tblCellMar"))
        shading = style.find(f"{_W}tblStylePr/{_W}tcPr/{_W}shd")
        vertical = borders.find(f"{_W}insideV")
        top, right, bottom, left = (
            _get_number(margins.find(f"{_W}{side}"), "w")
            for side in ("top", "right", "bottom", "left")
        )
        return TableStyle(
            top=_read_stroke(_require(borders, "top")),
            bottom=_read_stroke(_require(borders, "bottom")),
            inside_horizontal=_read_stroke(_require(borders, "insideH")),
            inside_vertical=_read_stroke(vertical) if vertical is not None else None,
            header_background=_get(shading, "fill"),
            cell_margins=(top, right, bottom, left),
        )

    @cached_property
    def geometry(self) -> PageGeometry:
        """The upright page."""
        size, margins = _require(self._section, "pgSz"), _require(self._section, "pgMar")
        sides = ("left", "top", "right", "bottom", "header", "footer")
        distances = (_get_number(margins, side) for side in sides)
        return PageGeometry(_get_number(size, "w"), _get_number(size, "h"), *distances)

    def _read_text_style(self, name: str) -> TextStyle:
        chain = [*self._style_chain(name), self._defaults]
        run_props = [found for one in chain for found in one.iter(f"{_W}rPr")]
        para_props = [found for one in chain for found in one.iter(f"{_W}pPr")]

        def first(properties: list[Element], tag: str, value: str = "val") -> str:
            found = (_get(element.find(f"{_W}{tag}"), value) for element in properties)
            return next((one for one in found if one), "")

        def has(properties: list[Element], tag: str) -> bool:
            return any(element.find(f"{_W}{tag}") is not None for element in properties)

        def length(tag: str, value: str) -> float:
            return float(first(para_props, tag, value) or 0)

        def border(side: str) -> Stroke | None:
            found = (element.find(f"{_W}pBdr/{_W}{side}") for element in para_props)
            line = next((one for one in found if one is not None), None)
            return _read_stroke(line) if line is not None else None

        tabs = (one for element in para_props for one in element.iter(f"{_W}tab"))
        return TextStyle(
            size=float(first(run_props, "sz") or 0) * TWIPS_PER_POINT / 2,
            colour=first(run_props, "color"),
            family=first(run_props, "rFonts", "ascii"),
            bold=has(run_props, "b"),
            italic=has(run_props, "i"),
            before=length("spacing", "before"),
            after=length("spacing", "after"),
            line_spacing=(length("spacing", "line") or _SINGLE_SPACING) / _SINGLE_SPACING,
            left=length("ind", "left"),
            right=length("ind", "right"),
            hanging=length("ind", "hanging"),
            keep_next=has(para_props, "keepNext"),
            keep_lines=has(para_props, "keepLines"),
            contextual_spacing=has(para_props, "contextualSpacing"),
            tab_stops=tuple(_get_number(tab, "pos") for tab in tabs),
            border_top=border("top"),
            border_bottom=border("bottom"),
            background=first(para_props, "shd", "fill"),
            padding=left_border.space if (left_border := border("left")) else 0,
        )

    def _style_chain(self, name: str) -> list[Element]:
        """Return a style and those it is based on, the nearest first."""
        chain: list[Element] = []
        while name in self._styles and self._styles[name] not in chain:
            chain.append(self._styles[name])
            name = _get(chain[-1].find(f"{_W}basedOn"), "val").removeprefix(_STYLE_PREFIX)
        return chain


def parse_colour(name: str) -> QColor:
    """Return a colour from its notation in the style document."""
    return QColor(f"#{name}")


def _require(element: Element, *path: str) -> Element:
    found = element.find("/".join(f"{_W}{part}" for part in path))
    if found is None:
        raise KeyError(path)
    return found


def _get(element: Element | None, name: str) -> str:
    return (element.get(f"{_W}{name}") or "") if element is not None else ""


def _get_number(element: Element | None, name: str) -> float:
    return float(_get(element, name) or 0)


def _read_stroke(element: Element) -> Stroke:
    """Read a border: Word counts its width in eighths of a point, its space in points."""
    width = _get_number(element, "sz") / 8 * TWIPS_PER_POINT
    space = _get_number(element, "space") * TWIPS_PER_POINT
    return Stroke(width, _get(element, "color"), space)
