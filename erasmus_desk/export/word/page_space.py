"""The room on the pages of a Word file, measured in the parts of a template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, cast

from erasmus_desk.export.word.docx_library import (
    RELATIONSHIP_TYPE,
    DocumentPart,
    XmlPart,
    parse_xml,
)
from erasmus_desk.export.word.style_sheet import StyleSheet, read_theme_fonts
from erasmus_desk.export.word.xml_nodes import Node, w

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU = 635
"""English metric units in a twip."""
_LEADING = 1.25
"""Height of a single line of text, for its type size."""
_A4 = (11906, 16838)
_MARGIN, _EDGE = 1474, 708
_LONGEST = 31_680
"""Twips of the longest side of a page in Word."""
_MEASURES: Final = {
    **dict(zip(("w", "h"), _A4, strict=True)),
    **dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN),
    "header": _EDGE,
    "footer": _EDGE,
    "gutter": 0,
}
_MEASURE: Final = re.compile(r"(-?\d{1,9}(?:\.\d+)?)(|pt|pc|pi|in|cm|mm)", re.ASCII)
_MILLIMETRE: Final = 144 / 2.54
_UNITS: Final = {
    "": 1,
    "pt": 20,
    "pc": 240,
    "pi": 240,
    "in": 1440,
    "cm": 10 * _MILLIMETRE,
    "mm": _MILLIMETRE,
}
_MIN_WIDTH, _MIN_HEIGHT = 2000, 4000
_NARROW_FONTS: Final = (
    *("arial", "liberation sans", "helvetica", "calibri", "carlito"),
    *("times new roman", "liberation serif"),
)
"""Fonts about as wide as Arial, or narrower."""
_SELDOM_REPLACED: Final = frozenset(_NARROW_FONTS) - {"calibri", "carlito"}
"""Fonts for which every system has one of the same widths; for Calibri many take a wide one."""
_WIDE_LETTERS = 1.17
"""Width of letters of other fonts, compared with Arial: that of Verdana."""


def measure_area(
    main: DocumentPart, section: Node, links: Mapping[tuple[str, str], str]
) -> tuple[int, int]:
    """Return width and height of the text area in twips, the least of all kinds of pages."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return _A4[0] - 2 * _MARGIN, _A4[1] - 2 * _MARGIN
    width = _read(size, "w", _A4[0]) - sum(
        abs(_read(margins, name)) for name in ("left", "right", "gutter")
    )
    height = _read(size, "h", _A4[1])
    for side, element in (("top", "header"), ("bottom", "footer")):
        parts = {target for (name, _), target in links.items() if name.startswith(element)}
        heights = (_measure_part(main, one) for one in parts)
        # A negative margin stays as it is, whatever is in the header.
        margin = _read(margins, side)
        grown = _read(margins, element, _EDGE) + max(heights, default=0)
        height -= abs(margin) if margin < 0 else max(margin, grown)
    return max(_MIN_WIDTH, width), max(_MIN_HEIGHT, height)


def settle_page(section: Node) -> bool:
    """Write size and margins of a page as whole twips; those with no room for text become A4's.

    Return whether they did.
    """
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    for element in (size, margins):
        if element is not None:
            _settle_measures(element)
    if size is None or margins is None:
        return False
    width, height = _read(size, "w", _A4[0]), _read(size, "h", _A4[1])
    width -= sum(abs(_read(margins, name)) for name in ("left", "right", "gutter"))
    height -= sum(abs(_read(margins, name)) for name in ("top", "bottom"))
    has_room = width >= _MIN_WIDTH and height >= _MIN_HEIGHT
    if not has_room:
        _set_all(size, zip(("w", "h"), sorted(_A4, reverse=_is_wide(size)), strict=True))
        _set_all(margins, ((name, _MARGIN) for name in ("left", "right", "top", "bottom")))
        _set_all(margins, (("gutter", 0), ("header", _EDGE), ("footer", _EDGE)))
    return not has_room


def _is_wide(size: Node) -> bool:
    return size.get(w("orient")) == "landscape"


def _set_all(element: Node, values: Iterable[tuple[str, int]]) -> None:
    for name, value in values:
        element.set(w(name), str(value))


def _settle_measures(element: Node) -> None:
    """Make measures whole twips, as some programs write `595.3pt`; take the usual for none."""
    for name, usual in _MEASURES.items():
        text = element.get(w(name))
        found = _MEASURE.fullmatch(text.strip()) if text else None
        if found is not None:
            twips = round(float(found[1]) * _UNITS[found[2]])
            element.set(w(name), str(max(-_LONGEST, min(_LONGEST, twips))))
        elif text is not None:
            element.set(w(name), str(usual))


def _read(element: Node, name: str, default: int = 0) -> int:
    text = element.get(w(name)) or ""
    return int(text) if text.lstrip("-").isdecimal() else default


def _measure_part(main: DocumentPart, name: str) -> int:
    part = main.related_parts.get(name)
    if not isinstance(part, XmlPart):
        return 0
    return _measure_blocks(read_styles(main), cast("Node", part.element))


def _measure_blocks(styles: StyleSheet, root: Node) -> int:
    """Return the height of paragraphs and tables in twips, estimated."""
    height = 0
    for child in root:
        if child.tag == w("p"):
            link = child.find(f"{w('pPr')}/{w('pStyle')}")
            name = (link.get(w("val")) or "") if link is not None else ""
            style = styles.paragraph_style(name)
            line = round(style.compute_line_height(style.size * _LEADING))
            pictures = [_measure_picture(one) for one in child.iter(f"{_DRAWING}inline")]
            breaks = sum(1 for _ in child.iter(w("br"), w("cr")))
            height += max(line * (1 + breaks), *pictures, 0) + round(style.before + style.after)
        elif child.tag == w("tbl"):
            for row in child.iter(w("tr")):
                cells = (_measure_blocks(styles, cell) for cell in row.iter(w("tc")))
                given = next(row.iter(w("trHeight")), None)
                least = _read(given, "val") if given is not None else 0
                height += max(least, *cells)
    return height


def _measure_picture(inline: Node) -> int:
    extent = inline.find(f"{_DRAWING}extent")
    text = (extent.get("cy") or "") if extent is not None else ""
    return int(text) // _EMU if text.isdecimal() else 0


def read_styles(main: DocumentPart) -> StyleSheet:
    """Read the styles of a file with the fonts of its theme."""
    part = cast("XmlPart", main.part_related_by(RELATIONSHIP_TYPE.STYLES))
    try:
        theme = cast("Node", parse_xml(main.part_related_by(RELATIONSHIP_TYPE.THEME).blob))
    except KeyError:
        return StyleSheet.read(cast("Node", part.element))
    return StyleSheet.read(cast("Node", part.element), read_theme_fonts(theme))


def find_letter_width(styles: StyleSheet, style_id: str) -> float:
    """Return the width of the letters of a style, compared with those of Arial.

    A font that is not known is taken for a wide one.
    """
    family = styles.paragraph_style(style_id).family
    return 1 if not family or family.casefold() in _NARROW_FONTS else _WIDE_LETTERS


def find_widest_letters(styles: StyleSheet, style_id: str) -> float:
    """Return as above the width of the letters where another font takes the place of its own."""
    family = styles.paragraph_style(style_id).family.casefold()
    return 1 if not family or family in _SELDOM_REPLACED else _WIDE_LETTERS
