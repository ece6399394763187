"""The styles of the Word file, read from the same style document, so that the PDF looks alike.

All lengths are in twips, twentieths of a point, as in the style document. Pages are laid out
at 1440 units to the inch, so that no length has to be rounded.
"""

from __future__ import annotations

from functools import cached_property
from xml.etree import ElementTree as ET

from msgspec import Struct, field, structs
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from erasmus_desk.export.word import style_sheet
from erasmus_desk.export.word.style_sheet import (
    PageGeometry,
    ParagraphStyle,
    TableStyle,
    read_geometry,
)
from erasmus_desk.export.word.xml_nodes import w

from .letterhead import Logo, open_archive, read_logos, read_theme

TWIPS_PER_INCH = 1440
_STYLE_PREFIX = "Proposal"
_SINGLE = 1.149
"""Height of a line of Arial or Times New Roman in its size, as in Word; Qt has no line gap."""
_FALLBACK_FONTS = (
    "Liberation Sans",
    "Arimo",
    "Helvetica Neue",
    "Helvetica",
    "Noto Sans",
    "DejaVu Sans",
)
"""Used where the font of the document is missing, those of equal metrics first."""


class TextStyle(ParagraphStyle, frozen=True, dict=True):
    """The style of a paragraph with its font."""

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
        """The height of one line, with the room that the font wants between lines."""
        single = max(QFontMetricsF(self.font).lineSpacing(), _SINGLE * self.size)
        return self.line_spacing * single

    @property
    def leading(self) -> float:
        """What a line is higher than a single one, above its letters."""
        return max(0, self.line_height * (1 - 1 / self.line_spacing))


class StyleSheet(Struct, frozen=True):
    """The style document, with its styles by name."""

    geometry: PageGeometry
    """The upright page."""
    _sheet: style_sheet.StyleSheet
    logos: tuple[Logo | None, Logo | None] = (None, None)
    """Those of the first page and of the others."""
    _ids: dict[str, str] = field(default_factory=dict[str, str])
    _text_styles: dict[str, TextStyle] = field(default_factory=dict[str, TextStyle])

    @classmethod
    def read(cls, document: bytes) -> StyleSheet:
        """Read the style document, or a Word file made with a template."""
        with open_archive(document) as archive:
            styles = ET.fromstring(archive.read("word/styles.xml"))  # noqa: S314 - our own file
            main = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - our own file
            theme = read_theme(archive)
            # The first section has the letterhead, and is upright.
            section = next(main.iter(w("sectPr")), None)
            if section is None:
                raise KeyError("sectPr")
            logos = read_logos(archive, section)
        fonts = style_sheet.read_theme_fonts(theme) if theme is not None else {}
        sheet = style_sheet.StyleSheet.read(styles, fonts)
        names = {_normalise(style): style_id for style_id, style in sheet.styles.items()}
        return cls(read_geometry(section), sheet, logos, names)

    def text_style(self, name: str) -> TextStyle:
        """Return a paragraph style by its name, such as `Answer` or `Heading1`."""
        if name not in self._text_styles:
            found = self._sheet.paragraph_style(self._find_id(name))
            self._text_styles[name] = TextStyle(*structs.astuple(found))
        return self._text_styles[name]

    def has_style(self, name: str) -> bool:
        """Return whether there is a paragraph style of that name."""
        return self._find_id(name) in self._sheet.styles

    def table_style(self, name: str) -> TableStyle:
        """Return a table style by its name."""
        return self._sheet.table_style(self._find_id(name))

    @property
    def bar_colour(self) -> str:
        """The colour of bars before figures; empty in templates that do not have it."""
        return self._sheet.character_background(self._find_id("Bar"))

    def _find_id(self, name: str) -> str:
        """Return the id of a style: ours have a prefix, those of Word may have any id."""
        own = f"{_STYLE_PREFIX}{name}".lower()
        return self._ids.get(own) or self._ids.get(name.lower(), name)


def _normalise(style: style_sheet.XmlNode) -> str:
    """Return the name of a style without blanks, as the same in all languages."""
    name = style.find(w("name"))
    return (name.get(w("val")) or "").replace(" ", "").lower() if name is not None else ""


def parse_colour(name: str) -> QColor:
    """Return a colour from its notation in the style document; `auto` is black."""
    colour = QColor(f"#{name}")
    return colour if colour.isValid() else QColor("black")
