"""What differs between two texts, as HTML: told by a sign and the lettering, not only by colour."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtGui import QPalette

from erasmus_desk.draft.text_diff import Fate, Piece


def as_html(text: str) -> str:
    """Give plain text as HTML, its lines kept."""
    return escape(text).replace("\n", "<br>")


def marked(pieces: Iterable[Piece], palette: QPalette) -> str:
    """Give the pieces one behind the other: what went as `[− …]`, what came as `[+ …]`."""
    return "".join(_marked(piece, palette) for piece in pieces)


def _marked(piece: Piece, palette: QPalette) -> str:
    text = piece.text.rstrip()
    blanks = as_html(piece.text[len(text) :])
    match piece.fate:
        case Fate.GONE:
            colour = palette.color(QPalette.ColorRole.PlaceholderText).name()
            style = f"text-decoration: line-through; color: {colour}"
            return f'<span style="{style}">[−&nbsp;{as_html(text)}]</span>{blanks}'
        case Fate.NEW:
            colour = palette.color(QPalette.ColorRole.Link).name()
            style = f"text-decoration: underline; font-weight: 600; color: {colour}"
            return f'<span style="{style}">[+&nbsp;{as_html(text)}]</span>{blanks}'
        case Fate.SAME:
            return as_html(piece.text)
