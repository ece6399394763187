"""The check of a finished Word file against the page requirements of the call."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from erasmus_desk.call import model
from erasmus_desk.call.funding import Evidence
from erasmus_desk.call.model import PageRequirements
from erasmus_desk.export.word.style_sheet import (
    TWIPS_PER_POINT,
    ParagraphStyle,
    StyleSheet,
    read_theme_fonts,
)
from erasmus_desk.export.word.xml_nodes import w
from erasmus_desk.i18n.messages import Messages
from erasmus_desk.ooxml.safe_xml import Element, ParseLimits, parse_xml
from erasmus_desk.ooxml.safe_zip import Archive, UnpackLimits

_TEXT_STYLES = ("Proposal Answer", "Proposal Answer Point", "Proposal Answer Number")
"""The styles of body text; tables, notes, headers and footers may be smaller."""
_MILLIMETRE = 1440 / 25.4
_TOLERANCE = 40
"""Tolerance of paper sizes and margins in twips, as programs round them."""
_DEFAULT_SIZE = 10 * TWIPS_PER_POINT
"""Default size of text in Word."""
_SIDES = ("top", "right", "bottom", "left")
_NO_MARGIN = 1 << 20
_THEME = "theme/theme1"
_MAX_BYTES, _MAX_XML = 1 << 31, (1 << 26, 1 << 32)
"""Generous limits, as the file was just made from parts that were read within limits."""


class PageViolation(Struct, frozen=True):
    """A page requirement that a file does not meet: wanted and found values.

    Lengths are in millimetres, font sizes in points.
    """

    code: str
    wanted: str | Decimal
    found: str | Decimal
    evidence: Evidence


def find_violations(content: bytes, rules: PageRequirements | None) -> tuple[PageViolation, ...]:
    """Return the requirements that a file does not meet; without requirements it is not read.

    The number of pages is not checked, as the file does not contain it.
    """
    if rules is None:
        return ()
    archive = Archive(content, UnpackLimits(_MAX_BYTES, _MAX_BYTES))
    body, styles = (_read_part(archive, name) for name in ("document", "styles"))
    has_theme = f"word/{_THEME}.xml" in archive
    theme_fonts = read_theme_fonts(_read_part(archive, _THEME)) if has_theme else {}
    text_styles = list(_list_text_styles(StyleSheet.read(styles, theme_fonts)))
    sections = list(body.iter(w("sectPr")))
    return (*_check_pages(sections, rules), *_check_text(text_styles, rules))


def describe_violation(violation: PageViolation, sentences: Messages) -> str:
    """Return the message of a violation, with a note if the requirement is not confirmed."""
    values = {"wanted": violation.wanted, "found": violation.found}
    message = sentences.format_message(f"layout.{violation.code}", **values)
    if violation.evidence.is_confirmed:
        return message
    return f"{message} {sentences.format_message('layout.unconfirmed')}"


def _read_part(archive: Archive, name: str) -> Element:
    part = f"word/{name}.xml"
    return parse_xml(archive.read(part), part, ParseLimits(*_MAX_XML))


def _check_pages(sections: list[Element], rules: PageRequirements) -> Iterator[PageViolation]:
    sizes = [size for one in sections if (size := one.find(w("pgSz"))) is not None]
    if rules.paper:
        required = model.PAPER_SIZES[rules.paper.name]
        sides = (sorted(_get_twips(size, name) for name in ("w", "h")) for size in sizes)
        other = next((found for found in sides if not _is_near(found, required)), None)
        if other:
            shown = " × ".join(f"{side / _MILLIMETRE:.0f}" for side in other)
            yield PageViolation("paper", rules.paper.name, shown, rules.paper.evidence)
    if rules.margin:
        margins = (edge for one in sections if (edge := one.find(w("pgMar"))) is not None)
        widths = (abs(_get_twips(one, name)) for one in margins for name in _SIDES)
        least = min(widths, default=_NO_MARGIN)
        wanted = rules.margin.value
        if least < wanted * _MILLIMETRE - _TOLERANCE:
            found = Decimal(round(least / _MILLIMETRE))
            yield PageViolation("margin", Decimal(wanted), found, rules.margin.evidence)


def _check_text(styles: list[ParagraphStyle], rules: PageRequirements) -> Iterator[PageViolation]:
    if rules.size:
        least = min((style.size for style in styles), default=_DEFAULT_SIZE)
        if least < TWIPS_PER_POINT * rules.size.value:
            wanted, found = Decimal(rules.size.value), Decimal(least) / TWIPS_PER_POINT
            yield PageViolation("size", wanted, found, rules.size.evidence)
    if rules.fonts:
        known = {name.casefold() for name in rules.fonts.names}
        families = (style.family for style in styles)
        other = next((family for family in families if family.casefold() not in known), None)
        if other:
            yield PageViolation("font", ", ".join(rules.fonts.names), other, rules.fonts.evidence)


def _is_near(found: list[int], required: tuple[int, int]) -> bool:
    pairs = zip(found, required, strict=True)
    return all(abs(side - wanted * _MILLIMETRE) <= _TOLERANCE for side, wanted in pairs)


def _get_twips(element: Element, name: str) -> int:
    text = element.get(w(name)) or "0"
    return int(text) if text.lstrip("-").isdecimal() else 0


def _list_text_styles(sheet: StyleSheet) -> Iterator[ParagraphStyle]:
    """Return the styles of body text."""
    for style_id, style in sheet.styles.items():
        name = style.find(w("name"))
        if name is not None and (name.get(w("val")) or "") in _TEXT_STYLES:
            yield sheet.paragraph_style(style_id)
