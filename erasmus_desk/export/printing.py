"""A draft becomes a PDF: of the same blocks as the Word file, by whoever can print them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft
from erasmus_desk.export.blocks import Document
from erasmus_desk.export.write import Wish, outlined

Printer = Callable[[Document, bytes], bytes]
"""Makes a PDF of a document in the look of a style document. Raises PrinterError."""


def pdf(
    draft: Draft, library: Library, resources: Path, printer: Printer, wish: Wish | None = None
) -> bytes:
    """Give the proposal as a PDF, in our own look whatever the template.

    Raises PackError or PrinterError.
    """
    return printer(outlined(draft, library, resources, wish), style(resources))


def style(resources: Path) -> bytes:
    """Give the style document, whose look paper takes over from the Word file."""
    return (resources / "styles" / "proposal.docx").read_bytes()
