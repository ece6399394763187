"""Documents laid out for the tests, and PDF files read back with other people's programs."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import About, Block, Document, Edge, Profile, Said
from erasmus_desk.round_trip.visible_text import harmless
from erasmus_desk.storage import drafts
from tests.ui.editors import RESOURCES, library
from ui.page_layout.boxes import Page, Placed, Role, Words
from ui.page_layout.document_layout import Paper
from ui.page_layout.styles import Style

BIRTH: Final = datetime(2017, 2, 6, 9, 0, tzinfo=UTC)
HEADINGS: Final = {Role.HEADING_1, Role.HEADING_2, Role.HEADING_3}

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext of poppler is not here"
)


def style() -> Style:
    return Style.read(export.style(RESOURCES))


def document_of(example: Path, profile: Profile, language: str = "") -> Document:
    draft = drafts.read(example).draft
    return export.outlined(draft, library(), RESOURCES, export.Wish(profile, language))


def document(*blocks: Block) -> Document:
    about = About("A title", "A call", "A school", "en", "id-1", BIRTH, BIRTH)
    edge = Edge(said("SHORT"), said("CALL"), said("MARK"), said("Page {page} of {pages}"))
    return Document(about, edge, blocks)


def said(text: str) -> Said:
    return Said(text, "en")


def paper_of(*blocks: Block) -> Paper:
    return Paper.of(document(*blocks), style())


def written_text(made: bytes, folder: Path, *options: str) -> list[str]:
    """Give the text of each page as another program reads it."""
    file = folder / "read.pdf"
    file.write_bytes(made)
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", *options, str(file), "-"], capture_output=True, check=True
    )
    return done.stdout.decode("utf-8").split("\f")[:-1]


def whole_text(made: bytes, paper: Paper, folder: Path) -> str:
    """Give all that is written between the edges of the pages, without blanks."""
    edge, pages = paper.document.edge, written_text(made, folder, "-raw")
    header = dense(edge.left.text + edge.right.text)
    found: list[str] = []
    for number, page in enumerate(pages, start=1):
        words = edge.page.text.replace("{page}", str(number)).replace("{pages}", str(len(pages)))
        plain = dense(page)
        if number > 1:
            plain = plain.replace(header, "", 1).replace(dense(edge.mark.text + words), "", 1)
        found.append(plain)
    return "".join(found)


def dense(text: str) -> str:
    """Give a text without blanks: where lines are broken is no matter."""
    return re.sub(r"[\s\u00ad]+", "", harmless(text))


def body_of(page: Page) -> list[Placed]:
    """Give what stands on a page between its edges."""
    return [one for one in page.placed if page.leaf.top <= one.y < page.leaf.foot]


def roles_of(one: Placed) -> set[Role]:
    return {item.part.role for item in one.slice.items if isinstance(item, Words) and item.part}
