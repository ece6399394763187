"""The logo in the header of a Word file, for the pages of the PDF."""

from __future__ import annotations

import io
import posixpath
import zipfile
from xml.etree import ElementTree as ET

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from erasmus_desk.export.word.xml_nodes import r, w

_PICTURES = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_EMU_PER_TWIP = 635


class Logo(Struct, frozen=True):
    """A picture and its size in twips."""

    image: QImage
    width: float
    height: float

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
                return Logo(image, width, height)
    return None


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
