"""Does a Word file keep to what the call demands of its pages? Measured in the file itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from erasmus_desk.call import model
from erasmus_desk.call.funding import Evidence
from erasmus_desk.call.model import Demands
from erasmus_desk.export.word.template import w
from erasmus_desk.i18n.messages import Sentences
from erasmus_desk.ooxml.safe_xml import Element, Room, parsed
from erasmus_desk.ooxml.safe_zip import Archive, Bounds

_RUNNING = ("Proposal Answer", "Proposal Answer Point", "Proposal Answer Number")
"""The styles of running text; tables, notes and the edges of pages may be smaller."""
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MILLIMETRE = 1440 / 25.4
_SLACK = 40
"""Twips by which papers and margins may differ: programs round them."""
_USUAL = 20
"""Half points of text where a file says nothing, as Word takes it."""
_SIDES = ("top", "right", "bottom", "left")
_NO_MARGIN = 1 << 20
_KIND = len("minor")
_THEME = "theme/theme1"
_MOST_BYTES, _ROOM = 1 << 31, (1 << 26, 1 << 32)
"""The file was just made here, from parts that were opened within bounds."""


class Breach(Struct, frozen=True):
    """One demand that a file does not keep: what was wanted and what was found.

    Lengths are in millimetres, sizes of letters in points.
    """

    code: str
    wanted: str | Decimal
    found: str | Decimal
    evidence: Evidence


def breaches(made: bytes, demands: Demands | None) -> tuple[Breach, ...]:
    """Give what a finished file breaks; how many pages it will have, no file tells.

    Where the call demands nothing the file is not looked at.
    """
    if demands is None:
        return ()
    archive = Archive(made, Bounds(_MOST_BYTES, _MOST_BYTES))
    body, styles = (_root(archive, name) for name in ("document", "styles"))
    faces = _faces(_root(archive, _THEME)) if f"word/{_THEME}.xml" in archive else {}
    text = [_Text.of(style, faces) for style in _running(styles)]
    return (*_pages(list(body.iter(w("sectPr"))), demands), *_type(text, demands))


def told(breach: Breach, sentences: Sentences) -> str:
    """Give a breach in words, with the mark to check it where the demand is not confirmed."""
    said = sentences.say(f"layout.{breach.code}", wanted=breach.wanted, found=breach.found)
    if breach.evidence.is_confirmed:
        return said
    return f"{said} {sentences.say('layout.unconfirmed')}"


def _root(archive: Archive, name: str) -> Element:
    # Imported late, with the library that reads XML: most commands write no Word file.

    part = f"word/{name}.xml"
    return parsed(archive.read(part), part, Room(*_ROOM))


def _pages(sections: list[Element], demands: Demands) -> Iterator[Breach]:
    sizes = [size for one in sections if (size := one.find(w("pgSz"))) is not None]
    if demands.paper:
        asked = model.PAPERS[demands.paper.name]
        sides = (sorted(_twips(size, name) for name in ("w", "h")) for size in sizes)
        other = next((found for found in sides if not _is_near(found, asked)), None)
        if other:
            shown = " × ".join(f"{side / _MILLIMETRE:.0f}" for side in other)
            yield Breach("paper", demands.paper.name, shown, demands.paper.evidence)
    if demands.margin:
        margins = (edge for one in sections if (edge := one.find(w("pgMar"))) is not None)
        least = min(
            (abs(_twips(one, name)) for one in margins for name in _SIDES), default=_NO_MARGIN
        )
        wanted = demands.margin.value
        if least < wanted * _MILLIMETRE - _SLACK:
            found = Decimal(round(least / _MILLIMETRE))
            yield Breach("margin", Decimal(wanted), found, demands.margin.evidence)


def _type(text: list[_Text], demands: Demands) -> Iterator[Breach]:
    if demands.size:
        least = min((one.half_points for one in text), default=_USUAL)
        if least < 2 * demands.size.value:
            wanted = Decimal(demands.size.value)
            yield Breach("size", wanted, Decimal(least) / 2, demands.size.evidence)
    if demands.fonts:
        known = {name.casefold() for name in demands.fonts.names}
        other = next((one.font for one in text if one.font.casefold() not in known), None)
        if other:
            yield Breach("font", ", ".join(demands.fonts.names), other, demands.fonts.evidence)


def _is_near(found: list[int], asked: tuple[int, int]) -> bool:
    pairs = zip(found, asked, strict=True)
    return all(abs(side - wanted * _MILLIMETRE) <= _SLACK for side, wanted in pairs)


def _twips(element: Element, name: str) -> int:
    text = element.get(w(name)) or "0"
    return int(text) if text.lstrip("-").isdecimal() else 0


class _Text(Struct, frozen=True):
    """How a style sets its text: the size in half points, the name of the font."""

    half_points: int
    font: str

    @classmethod
    def of(cls, properties: list[Element], faces: Mapping[str, str]) -> _Text:
        """Take each from the nearest of these run properties that says it."""
        sizes = (found for one in properties if (found := one.find(w("sz"))) is not None)
        size = next(sizes, None)
        half_points = _twips(size, "val") if size is not None else _USUAL
        fonts = (found for one in properties if (found := one.find(w("rFonts"))) is not None)
        return cls(half_points, next((name for one in fonts if (name := _font(one, faces))), ""))


def _font(fonts: Element, faces: Mapping[str, str]) -> str:
    """Give the font of Latin letters; one of the theme is named by its part in it."""
    part = (fonts.get(w("asciiTheme")) or "")[:_KIND]
    return faces.get(part, "") or fonts.get(w("ascii")) or ""


def _faces(theme: Element) -> dict[str, str]:
    """Give the fonts of a theme by the first letters of what styles call them."""
    found: dict[str, str] = {}
    for part in ("minor", "major"):
        face = next(theme.iter(f"{_DRAWN}{part}Font"), None)
        latin = face.find(f"{_DRAWN}latin") if face is not None else None
        found[part] = (latin.get("typeface") or "") if latin is not None else ""
    return found


def _running(styles: Element) -> Iterator[list[Element]]:
    """Give for each style of running text its run properties, from its own to the defaults."""
    known = {style.get(w("styleId")) or "": style for style in styles.iter(w("style"))}
    defaults = styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    usual = [style for style in known.values() if _is_usual(style)]
    for style in known.values():
        name = style.find(w("name"))
        if name is not None and (name.get(w("val")) or "") in _RUNNING:
            chain = [*_above(style, known), *usual]
            own = [found for one in chain if (found := one.find(w("rPr"))) is not None]
            yield own if defaults is None else [*own, defaults]


def _is_usual(style: Element) -> bool:
    is_default = (style.get(w("default")) or "") in {"1", "true", "on"}
    return is_default and style.get(w("type")) == "paragraph"


def _above(style: Element, known: Mapping[str, Element]) -> list[Element]:
    """Give a style and those it is based on, as far as they are no circle."""
    chain: list[Element] = []
    while style not in chain:
        chain.append(style)
        link = style.find(w("basedOn"))
        style = known.get((link.get(w("val")) or "") if link is not None else "", style)
    return chain
