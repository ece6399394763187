"""Build the application icon for Windows and macOS from its two drawings.

`resources/icons/erasmus-desk.ico` and `.icns` are made of the SVG files beside them; the smaller
drawing is for 24 pixels and less. A test compares files and script.
"""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"
SMALL, LARGE = FOLDER / "erasmus-desk-16.svg", FOLDER / "erasmus-desk.svg"
SMALL_MOST = 24
"""Pixels up to which the smaller drawing is sharper."""
ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512}
"""Types of the entries with a PNG file in them, and their size in pixels."""
ICO_HEAD, ICO_ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")


def main() -> int:
    """Write both files."""
    (FOLDER / "erasmus-desk.ico").write_bytes(build_ico())
    (FOLDER / "erasmus-desk.icns").write_bytes(build_icns())
    return 0


def build_ico() -> bytes:
    """Return the icon file of Windows."""
    drawn = [draw_png(size) for size in ICO_SIZES]
    offset = ICO_HEAD.size + ICO_ENTRY.size * len(drawn)
    entries = b""
    for size, png in zip(ICO_SIZES, drawn, strict=True):
        # 256 pixels do not fit into a byte and are written as 0.
        entries += ICO_ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return ICO_HEAD.pack(0, 1, len(drawn)) + entries + b"".join(drawn)


def build_icns() -> bytes:
    """Return the icon file of macOS."""
    drawn = ((kind, draw_png(size)) for kind, size in ICNS_TYPES.items())
    parts = b"".join(kind + struct.pack(">I", len(png) + 8) + png for kind, png in drawn)
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def draw_png(size: int) -> bytes:
    """Return the icon in one size, in pixels, as a PNG file."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    source = SMALL if size <= SMALL_MOST else LARGE
    QSvgRenderer(str(source)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(content.data())


if __name__ == "__main__":
    raise SystemExit(main())
