"""The space above a heading that follows another: they belong together."""

from __future__ import annotations

from erasmus_desk.export.document.blocks import Block, Heading, Paragraph, ParagraphRole, Question

_BELOW_HEADING = {1: 360, 2: 140, 3: 100}
"""Space in twips above a heading of each level right below another one."""


def find_space(block: Block, before: Block | None) -> int | None:
    """Return the space above a heading or question below another heading, else nothing."""
    is_below = isinstance(before, Heading) or (
        isinstance(before, Paragraph) and before.role is ParagraphRole.SECTION
    )
    if not is_below or not isinstance(block, Heading | Question):
        return None
    return _BELOW_HEADING[block.level if isinstance(block, Heading) else 3]
