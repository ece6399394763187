"""Documents laid out for the tests, and PDF files read back with poppler."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import (
    Block,
    Document,
    DocumentProperties,
    HeaderFooter,
    LangText,
    Profile,
)
from erasmus_desk.round_trip.visible_text import replace_unsupported
from erasmus_desk.storage import drafts
from tests.ui.editors import RESOURCES, library
from ui.page_layout.boxes import Page, PlacedLine, TagRole, TextItem
from ui.page_layout.document_layout import LaidOutDocument
from ui.page_layout.styles import StyleSheet

CREATED: Final = datetime(2017, 2, 6, 9, 0, tzinfo=UTC)
HEADINGS: Final = {TagRole.HEADING_1, TagRole.HEADING_2, TagRole.HEADING_3}

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext of poppler is not here"
)


def read_styles() -> StyleSheet:
    return StyleSheet.read(export.read_style(RESOURCES))


def build_example(example: Path, profile: Profile, language: str = "") -> Document:
    draft = drafts.read(example).draft
    return export.build_document(
        draft, library(), RESOURCES, export.ExportRequest(profile, language)
    )


def build_document(*blocks: Block) -> Document:
    properties = DocumentProperties("A title", "A call", "A school", "en", "id-1", CREATED, CREATED)
    header_footer = HeaderFooter(
        english("SHORT"), english("CALL"), english("MARK"), english("Page {page} of {pages}")
    )
    return Document(properties, header_footer, blocks)


def english(text: str) -> LangText:
    return LangText(text, "en")


def lay_out_blocks(*blocks: Block) -> LaidOutDocument:
    return LaidOutDocument.lay_out(build_document(*blocks), read_styles())


def read_pages(content: bytes, folder: Path, *options: str) -> list[str]:
    """Return the text of each page as pdftotext reads it."""
    file = folder / "read.pdf"
    file.write_bytes(content)
    result = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", *options, str(file), "-"], capture_output=True, check=True
    )
    return result.stdout.decode("utf-8").split("\f")[:-1]


def read_body_text(content: bytes, laid_out: LaidOutDocument, folder: Path) -> str:
    """Return the text between headers and footers, without spaces."""
    header_footer, pages = laid_out.source.header_footer, read_pages(content, folder, "-raw")
    header = remove_spaces(header_footer.left.text + header_footer.right.text)
    found: list[str] = []
    for number, page in enumerate(pages, start=1):
        words = header_footer.page_format.text.replace("{page}", str(number)).replace(
            "{pages}", str(len(pages))
        )
        plain = remove_spaces(page)
        if number > 1:
            plain = plain.replace(header, "", 1).replace(
                remove_spaces(header_footer.disclaimer.text + words), "", 1
            )
        found.append(plain)
    return "".join(found)


def remove_spaces(text: str) -> str:
    """Return a text without spaces, so that line breaks do not matter."""
    return re.sub(r"[\s\u00ad]+", "", replace_unsupported(text))


def body_lines(page: Page) -> list[PlacedLine]:
    """Return the lines of a page between header and footer."""
    return [line for line in page.lines if page.geometry.top <= line.y < page.geometry.text_bottom]


def line_roles(line: PlacedLine) -> set[TagRole]:
    return {item.tag.role for item in line.line.items if isinstance(item, TextItem) and item.tag}
