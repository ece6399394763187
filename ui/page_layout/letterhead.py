"""The logo in the header of a Word file, for the pages of the PDF.

A picture in the line of the header takes room there. One that floats lies behind the text where the
letterhead has it, also where it is as large as the page.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from erasmus_desk.export.word.style_sheet import PageGeometry
from erasmus_desk.export.word.xml_nodes import r, w

_PICTURES = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_EMU_PER_TWIP = 635


class Place(Struct, frozen=True):
    """Where a floating picture is in one direction: from what, how far in twips or which side."""

    frame: str
    offset: float = 0
    side: str = ""

    def find(self, frames: Mapping[str, tuple[float, float]], size: float) -> float:
        """Return its distance from the edge of the page; `frames` have their edge and extent."""
        edge, extent = frames.get(self.frame, frames[""])
        share = _SIDES.get(self.side, 0)
        return edge + self.offset + (extent - size) * share


_SIDES = {"center": 0.5, "right": 1, "bottom": 1, "outside": 1}
"""Which part of the room beside it is before a picture; none on the other sides."""


class Logo(Struct, frozen=True):
    """A picture and its size in twips; `floats` are its places across and down the page, if any."""

    image: QImage
    width: float
    height: float
    floats: tuple[Place, Place] | None = None

    def float_on(self, geometry: PageGeometry) -> QRectF | None:
        """Return the rectangle of a floating picture on a page."""
        if self.floats is None:
            return None
        across, down = self.floats
        right, text_height = geometry.width - geometry.right, geometry.text_height
        columns = {
            "": (geometry.left, geometry.text_width),
            "page": (0.0, geometry.width),
            "leftMargin": (0.0, geometry.left),
            "rightMargin": (right, geometry.right),
        }
        rows = {
            "": (geometry.header, text_height),
            "page": (0.0, geometry.height),
            "margin": (geometry.top, text_height),
            "topMargin": (0.0, geometry.top),
            "bottomMargin": (geometry.text_bottom, geometry.bottom),
        }
        at = across.find(columns, self.width), down.find(rows, self.height)
        return QRectF(*at, self.width, self.height)

    def fit(self, width: float) -> QRectF:
        """Return the rectangle of the picture at the left of a header, no wider than it."""
        scale = min(1.0, width / self.width)
        return QRectF(0, 0, self.width * scale, self.height * scale)


def read_logos(archive: zipfile.ZipFile, section: ET.Element) -> tuple[Logo | None, Logo | None]:
    """Return the logos of the first page and of the others, as far as there are any."""
    links = {
        link.get(w("type")) or "default": link.get(r("id")) or ""
        for link in section.iter(w("headerReference"))
    }
    usual = _read_logo(archive, links.get("default", ""))
    if section.find(w("titlePg")) is None:
        return usual, usual
    return _read_logo(archive, links.get("first", "")), usual


def _read_logo(archive: zipfile.ZipFile, link: str) -> Logo | None:
    header = _find_target(archive, "word/document.xml", link)
    if header not in archive.namelist():
        return None
    root = ET.fromstring(archive.read(header))  # noqa: S314 - a file that was just made
    for drawing in root.iter(w("drawing")):
        blip, extent = (next(drawing.iter(name), None) for name in _PARTS)
        if blip is None or extent is None:
            continue
        target = _find_target(archive, header, blip.get(r("embed")) or "")
        image = QImage()
        # Pictures of Windows (EMF, WMF) are not known to Qt.
        if target in archive.namelist() and image.loadFromData(archive.read(target)):
            width, height = (int(extent.get(name) or 0) / _EMU_PER_TWIP for name in ("cx", "cy"))
            if width and height:
                return Logo(image, width, height, _read_places(drawing))
    return None


def _read_places(drawing: ET.Element) -> tuple[Place, Place] | None:
    """Return where a floating picture is; nothing for one in a line of text."""
    anchor = drawing.find(f"{_DRAWING}anchor")
    if anchor is None:
        return None
    across, down = (
        _read_place(anchor.find(f"{_DRAWING}position{direction}")) for direction in "HV"
    )
    return across, down


def _read_place(position: ET.Element | None) -> Place:
    if position is None:
        return Place("")
    offset, side = (
        (position.findtext(f"{_DRAWING}{name}") or "").strip() for name in ("posOffset", "align")
    )
    twips = int(offset) / _EMU_PER_TWIP if offset.lstrip("-").isdecimal() else 0
    return Place(position.get("relativeFrom") or "", twips, side)


_PARTS = (f"{_PICTURES}blip", f"{_DRAWING}extent")


def _find_target(archive: zipfile.ZipFile, part: str, link: str) -> str:
    """Return the name of the part that a relationship of another leads to, or an empty text."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    if not link or relations not in archive.namelist():
        return ""
    root = ET.fromstring(archive.read(relations))  # noqa: S314 - a file that was just made
    found = (one for one in root.iter(f"{_PACKAGE}Relationship") if one.get("Id") == link)
    target = next((one.get("Target") or "" for one in found), "")
    path = posixpath.normpath(posixpath.join(folder, target))
    return target.removeprefix("/") if target.startswith("/") else path


def read_theme(archive: zipfile.ZipFile) -> ET.Element | None:
    """Return the theme of a Word file, which names its fonts."""
    name = next((one for one in archive.namelist() if one.startswith("word/theme/theme")), "")
    return ET.fromstring(archive.read(name)) if name else None  # noqa: S314 - as above


def open_archive(document: bytes) -> zipfile.ZipFile:
    """Open a Word file."""
    return zipfile.ZipFile(io.BytesIO(document))
