"""Pictures of widgets and of Word files, small enough for git."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

DOTS = 70
"""Dots per inch of the pages of a Word file."""
GAP = 16
SMALLEST = 0
"""Quality of a PNG that is compressed as far as it goes, which takes a while."""
COLOURS = 256
SORT = 0xFFC0C0C0
"""The bits of a colour that make two of them of one sort."""
GROUND = QColor("#8A94A3")


def save(widget: QWidget, target: Path) -> None:
    """Save a widget as it looks."""
    write(widget.grab().toImage(), target)


def save_small(image: QImage, target: Path) -> None:
    """Save a picture as small as git likes it."""
    write(with_palette(image), target, SMALLEST)


def write(image: QImage, target: Path, quality: int = -1) -> None:
    """Write a picture as PNG."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(target), None, quality):
        raise SystemExit(f"{target.name} cannot be written.")


def with_palette(image: QImage) -> QImage:
    """Return a picture a palette of its own, which makes the file far smaller.

    Each sort of colour has its commonest shade in it, however rare; the rest is for the
    commonest shades of all.
    """
    pixels = image.convertToFormat(QImage.Format.Format_RGB32)
    common = Counter(memoryview(pixels.constBits()).cast("I")).most_common()
    sorts = {colour & SORT: colour for colour, _ in reversed(common)}
    wanted = dict.fromkeys([*sorts.values(), *(colour for colour, _ in common)])
    flat = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return pixels.convertToFormat(QImage.Format.Format_Indexed8, list(wanted)[:COLOURS], flat)


def word_pages(draft: Path, target: Path, pages: tuple[int, ...]) -> None:
    """Export a draft and draw pages of it side by side; needs LibreOffice and poppler."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        word = folder / "proposal.docx"
        run(sys.executable, "-m", "erasmus_desk", "export", str(draft), "-o", str(word))
        run("soffice", "--headless", "--convert-to", "pdf", "--outdir", name, str(word))
        sheets: list[QImage] = []
        for page in pages:
            drawn = folder / f"page-{page}"
            limits = ("-f", str(page), "-l", str(page), "-singlefile", "-r", str(DOTS))
            run("pdftoppm", "-png", *limits, str(folder / "proposal.pdf"), str(drawn))
            sheets.append(QImage(str(drawn.with_suffix(".png"))))
    save_small(beside(sheets), target)


def beside(sheets: list[QImage]) -> QImage:
    """Lay pictures side by side on a ground that shows where each ends."""
    width = sum(sheet.width() for sheet in sheets) + GAP * (len(sheets) + 1)
    height = max(sheet.height() for sheet in sheets) + GAP * 2
    whole = QImage(width, height, QImage.Format.Format_RGB32)
    whole.fill(GROUND)
    painter = QPainter(whole)
    left = GAP
    for sheet in sheets:
        painter.drawImage(QRect(left, GAP, sheet.width(), sheet.height()), sheet)
        left += sheet.width() + GAP
    painter.end()
    return whole


def run(*command: str) -> None:
    """Run a program without its chatter."""
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{command[0]} ended with code {done.returncode}: {done.stderr}")
