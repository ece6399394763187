"""The difference of two texts as HTML, marked by signs and lettering, not by colour alone."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtGui import QPalette

from erasmus_desk.draft.word_diff import DiffKind, DiffPiece


def text_to_html(text: str) -> str:
    """Return a plain text as HTML with its line breaks."""
    return escape(text).replace("\n", "<br>")


def diff_html(pieces: Iterable[DiffPiece], palette: QPalette) -> str:
    """Return the pieces in a row: deletions as `[− …]`, insertions as `[+ …]`."""
    return "".join(_piece_html(piece, palette) for piece in pieces)


def _piece_html(piece: DiffPiece, palette: QPalette) -> str:
    text = piece.text.rstrip()
    spaces = text_to_html(piece.text[len(text) :])
    match piece.kind:
        case DiffKind.DELETED:
            colour = palette.color(QPalette.ColorRole.PlaceholderText).name()
            style = f"text-decoration: line-through; color: {colour}"
            return f'<span style="{style}">[−&nbsp;{text_to_html(text)}]</span>{spaces}'
        case DiffKind.INSERTED:
            colour = palette.color(QPalette.ColorRole.Link).name()
            style = f"text-decoration: underline; font-weight: 600; color: {colour}"
            return f'<span style="{style}">[+&nbsp;{text_to_html(text)}]</span>{spaces}'
        case DiffKind.SAME:
            return text_to_html(piece.text)
