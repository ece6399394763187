"""The styles of a Word file as numbers: those of our style document, or of a template.

All lengths are in twips, twentieths of a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from erasmus_desk.export.word.xml_nodes import w

TWIPS_PER_POINT = 20
_MIN_SIZE, _MAX_SIZE = 2, 192
"""Half points of the smallest and the largest type that is laid out."""
_MAX_LENGTH = 4000
"""Twips of the longest indent and space: with more, a page has one letter a line, or none."""
_NUMBER = re.compile(r"[+-]?\d{1,9}(?:\.\d{1,9})?", re.ASCII)
_SINGLE_SPACING = 240
"""The line spacing of single-spaced text (`w:line`)."""
_DEFAULT_SIZE = 20
"""Default size of text in Word, in half points."""
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THEME_PREFIX = len("minor")
_OFF = {"0", "false", "off"}


class XmlNode(Protocol):
    """What we read of an XML element, of whichever library."""

    def get(self, key: str, /) -> str | None: ...  # noqa: D102
    def find(self, path: str, /) -> XmlNode | None: ...  # noqa: D102
    def iter(self, tag: str, /) -> Iterator[XmlNode]: ...  # noqa: D102


class Stroke(Struct, frozen=True):
    """A border line; `space` is its distance from the text."""

    width: float
    colour: str
    space: float = 0


class ParagraphStyle(Struct, frozen=True):
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
    breaks_page: bool = False
    contextual_spacing: bool = False
    tab_stops: tuple[float, ...] = ()
    border_top: Stroke | None = None
    border_bottom: Stroke | None = None
    background: str = ""
    """The colour behind the paragraph and the space of its borders, if any."""
    padding: float = 0
    """How far the background extends beyond the text, left and right."""
    line_rule: str = ""
    """`exact` or `atLeast` where the line spacing does not depend on the font."""

    def compute_line_height(self, single: float) -> float:
        """Return the height of a line, from that of single-spaced text."""
        if self.line_rule not in {"exact", "atLeast"}:
            return single * self.line_spacing
        fixed = self.line_spacing * _SINGLE_SPACING
        return fixed if self.line_rule == "exact" else max(single, fixed)


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


class StyleSheet(Struct, frozen=True):
    """The styles of a styles part by their ids; `theme_fonts` are the minor and major font."""

    styles: Mapping[str, XmlNode]
    defaults: XmlNode | None
    theme_fonts: Mapping[str, str] = field(default_factory=dict[str, str])
    _found: dict[str, ParagraphStyle] = field(default_factory=dict[str, ParagraphStyle])

    @classmethod
    def read(cls, root: XmlNode, theme_fonts: Mapping[str, str] | None = None) -> StyleSheet:
        """Read a styles part."""
        styles = {style.get(w("styleId")) or "": style for style in root.iter(w("style"))}
        return cls(styles, root.find(w("docDefaults")), theme_fonts or {})

    def paragraph_style(self, style_id: str) -> ParagraphStyle:
        """Return a paragraph style by its id; an unknown one has the defaults only."""
        if style_id not in self._found:
            self._found[style_id] = self._read_paragraph_style(style_id)
        return self._found[style_id]

    def character_style(self, style_id: str) -> tuple[float, bool]:
        """Return size and weight of a character style; size 0 is that of the paragraph."""
        style = self.styles.get(style_id)
        run_props = list(style.iter(w("rPr"))) if style is not None else []
        size = _read_size(_find_value(run_props, "sz"), 0)
        return size, _is_on(run_props, "b")

    def character_background(self, style_id: str) -> str:
        """Return the colour behind text of a character style, empty if it has none."""
        style = self.styles.get(style_id)
        return _find_value(list(style.iter(w("rPr"))), "shd", "fill") if style is not None else ""

    def table_style(self, style_id: str) -> TableStyle:
        """Return one of our table styles by its id. Raises KeyError."""
        style = self.styles[style_id]
        borders, margins = (_require(style, "tblPr", part) for part in ("tblBorders", "tblCellMar"))
        shading = style.find(f"{w('tblStylePr')}/{w('tcPr')}/{w('shd')}")
        vertical = borders.find(w("insideV"))
        top, right, bottom, left = (
            read_number(margins.find(w(side)), "w") for side in ("top", "right", "bottom", "left")
        )
        return TableStyle(
            top=_read_stroke(_require(borders, "top")),
            bottom=_read_stroke(_require(borders, "bottom")),
            inside_horizontal=_read_stroke(_require(borders, "insideH")),
            inside_vertical=_read_stroke(vertical) if vertical is not None else None,
            header_background=_get(shading, "fill"),
            cell_margins=(top, right, bottom, left),
        )

    def _read_paragraph_style(self, style_id: str) -> ParagraphStyle:
        chain = self._list_chain(style_id)
        if self.defaults is not None:
            chain.append(self.defaults)
        run_props = [found for one in chain for found in one.iter(w("rPr"))]
        para_props = [found for one in chain for found in one.iter(w("pPr"))]
        tabs = [one for properties in para_props for one in properties.iter(w("tab"))]
        cleared = {one.get(w("pos")) for one in tabs if one.get(w("val")) == "clear"}
        spacing = _parse(_find_value(para_props, "spacing", "line")) or _SINGLE_SPACING
        left_border = _find_border(para_props, "left")

        def length(tag: str, value: str) -> float:
            found = _parse(_find_value(para_props, tag, value))
            return max(-_MAX_LENGTH, min(_MAX_LENGTH, found))

        return ParagraphStyle(
            size=_read_size(_find_value(run_props, "sz"), _DEFAULT_SIZE),
            colour=_find_value(run_props, "color"),
            family=self._find_family(run_props),
            bold=_is_on(run_props, "b"),
            italic=_is_on(run_props, "i"),
            before=length("spacing", "before"),
            after=length("spacing", "after"),
            line_spacing=spacing / _SINGLE_SPACING,
            left=length("ind", "left") or length("ind", "start"),
            right=length("ind", "right") or length("ind", "end"),
            hanging=length("ind", "hanging"),
            keep_next=_is_on(para_props, "keepNext"),
            keep_lines=_is_on(para_props, "keepLines"),
            breaks_page=_is_on(para_props, "pageBreakBefore"),
            contextual_spacing=_is_on(para_props, "contextualSpacing"),
            tab_stops=tuple(
                read_number(tab, "pos") for tab in tabs if tab.get(w("pos")) not in cleared
            ),
            border_top=_find_border(para_props, "top"),
            border_bottom=_find_border(para_props, "bottom"),
            background=_find_value(para_props, "shd", "fill"),
            padding=left_border.space if left_border else 0,
            line_rule=_find_value(para_props, "spacing", "lineRule"),
        )

    def _list_chain(self, style_id: str) -> list[XmlNode]:
        """Return a style and those it is based on, the nearest first."""
        chain: list[XmlNode] = []
        while style_id in self.styles and self.styles[style_id] not in chain:
            chain.append(self.styles[style_id])
            style_id = _get(chain[-1].find(w("basedOn")), "val")
        return chain

    def _find_family(self, run_props: list[XmlNode]) -> str:
        """Return the font of Latin letters, which may be a major or minor font of the theme."""
        for fonts in _find_all(run_props, "rFonts"):
            part = _get(fonts, "asciiTheme")[:_THEME_PREFIX]
            if family := self.theme_fonts.get(part, "") or _get(fonts, "ascii"):
                return family
        return ""


def read_theme_fonts(theme: XmlNode) -> dict[str, str]:
    """Return the minor and major font of a theme."""
    found: dict[str, str] = {}
    for part in ("minor", "major"):
        face = next(theme.iter(f"{_DRAWING}{part}Font"), None)
        latin = face.find(f"{_DRAWING}latin") if face is not None else None
        found[part] = (latin.get("typeface") or "") if latin is not None else ""
    return found


def read_geometry(section: XmlNode) -> PageGeometry:
    """Read the page of a section. Raises KeyError if its size or its margins are missing."""
    size, margins = _require(section, "pgSz"), _require(section, "pgMar")
    sides = ("left", "top", "right", "bottom", "header", "footer")
    distances = (abs(read_number(margins, side)) for side in sides)
    return PageGeometry(read_number(size, "w"), read_number(size, "h"), *distances)


def _find_all(properties: list[XmlNode], tag: str) -> Iterator[XmlNode]:
    for element in properties:
        if (found := element.find(w(tag))) is not None:
            yield found


def _find_value(properties: list[XmlNode], tag: str, value: str = "val") -> str:
    return next((text for one in _find_all(properties, tag) if (text := _get(one, value))), "")


def _is_on(properties: list[XmlNode], tag: str) -> bool:
    found = next(_find_all(properties, tag), None)
    return found is not None and _get(found, "val") not in _OFF


def _find_border(properties: list[XmlNode], side: str) -> Stroke | None:
    found = next(_find_all(properties, f"pBdr/{w(side)}"), None)
    return None if found is None or _get(found, "val") in {"nil", "none"} else _read_stroke(found)


def _read_stroke(element: XmlNode) -> Stroke:
    """Read a border: Word counts its width in eighths of a point, its space in points."""
    width = read_number(element, "sz") / 8 * TWIPS_PER_POINT
    space = read_number(element, "space") * TWIPS_PER_POINT
    return Stroke(width, _get(element, "color"), space)


def _require(element: XmlNode, *path: str) -> XmlNode:
    found = element.find("/".join(map(w, path)))
    if found is None:
        raise KeyError(path)
    return found


def _get(element: XmlNode | None, name: str) -> str:
    return (element.get(w(name)) or "") if element is not None else ""


def read_number(element: XmlNode | None, name: str) -> float:
    """Return an attribute as a number, 0 where it is missing or none."""
    return _parse(_get(element, name))


def _parse(text: str) -> float:
    return float(text) if _NUMBER.fullmatch(text) else 0


def _read_size(half_points: str, usual: float) -> float:
    """Return a size of type in twips, within what a page can show."""
    found = _parse(half_points) if half_points else usual
    return max(_MIN_SIZE, min(_MAX_SIZE, found)) * TWIPS_PER_POINT / 2 if found or usual else 0
