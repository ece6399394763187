"""The space above what follows a heading or a table: it belongs to that, but does not touch it."""

from __future__ import annotations

from erasmus_desk.export.document.blocks import (
    Block,
    Heading,
    Paragraph,
    ParagraphRole,
    Question,
    Table,
)

_BELOW_HEADING = {1: 360, 2: 140, 3: 100}
"""Space in twips above a heading of each level right below another one."""
_BELOW_TABLE = 80
"""Space above the text that says what a table is; a note has its own."""


def find_space(block: Block, before: Block | None) -> int | None:
    """Return the space above a heading below another one, or above a text below a table."""
    if isinstance(before, Table) and isinstance(block, Paragraph):
        return None if block.role is ParagraphRole.NOTE else _BELOW_TABLE
    is_below = isinstance(before, Heading) or (
        isinstance(before, Paragraph) and before.role is ParagraphRole.SECTION
    )
    if not is_below or not isinstance(block, Heading | Question):
        return None
    return _BELOW_HEADING[block.level if isinstance(block, Heading) else 3]
