"""Word files laid out on pages by LibreOffice, with the position of each word."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

needs_pages = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice and poppler-utils are not installed, so no page can be looked at",
)
_TOP, _FOOT = 70, 59
"""Points that header and footer take of a page; the last line ends above a margin of 21 mm."""


@dataclass(frozen=True)
class Word:
    """A word with the box around it, in points from the top left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


@dataclass(frozen=True)
class Page:
    """A page with the words between its header and its footer."""

    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def is_wide(self) -> bool:
        """Whether the page is landscape."""
        return self.width > self.height

    @property
    def filled(self) -> float:
        """How far down the text of the page reaches, from 0 to 1."""
        lowest = max((word.bottom for word in self.words), default=_TOP)
        return (lowest - _TOP) / (self.height - _TOP - _FOOT)

    @property
    def last_line(self) -> str:
        """The words of the lowest line."""
        lowest = max((word.bottom for word in self.words), default=0)
        return " ".join(word.text for word in self.words if abs(word.bottom - lowest) < 2)


def lay_out_pages(files: dict[str, bytes], folder: Path) -> dict[str, list[Page]]:
    """Return the pages of Word files, all laid out in one go."""
    return {name: read_pages(pdf) for name, pdf in lay_out(files, folder).items()}


def lay_out(files: dict[str, bytes], folder: Path) -> dict[str, Path]:
    """Return Word files as PDF files, all laid out in one go."""
    paths = [folder / f"{name}.docx" for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content)
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [*command, *map(str, paths)],
        check=True,
        capture_output=True,
        timeout=max(300, 30 * len(paths)),
    )
    return {path.stem: path.with_suffix(".pdf") for path in paths}


def list_headings(pdf: Path) -> list[tuple[str, int]]:
    """Return all headings of a PDF file with their pages, from its bookmarks."""
    output = subprocess.run(
        ["pdftohtml", "-xml", "-i", "-stdout", str(pdf)], check=True, capture_output=True, text=True
    ).stdout
    found = re.findall(r'<item page="(\d+)">(.*?)</item>', output)
    return [(" ".join(unescape(title).split()), int(page)) for page, title in found]


def count_pages(pdf: Path) -> int:
    """Return the number of pages of a PDF file."""
    output = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True)
    return int(re.search(r"^Pages: +(\d+)", output.stdout, re.MULTILINE)[1])  # type: ignore[index]


def read_pages(pdf: Path) -> list[Page]:
    """Return the pages of a PDF file."""
    output = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    found = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', output, re.DOTALL)
    return [_page(float(width), float(height), body) for width, height, body in found]


def _page(width: float, height: float, body: str) -> Page:
    boxes = re.findall(
        r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>',
        body,
    )
    words = (
        Word(float(left), float(top), float(right), float(bottom), unescape(text))
        for left, top, right, bottom, text in boxes
    )
    inside = (word for word in words if _TOP < word.bottom < height - _FOOT)
    return Page(width, height, tuple(inside))
