"""How the lines of short answers stand on the page: their labels, the space above, what they keep.

Word file and PDF ask here, so that both have the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Bullets,
    Checkboxes,
    FactLine,
    Heading,
    Question,
    Table,
    TableKind,
)

_LABELS = ((20, "Fact"), (25, "FactWide"))
"""Letters of a label that leave room before the place of the answers, and the style of the place.

A label of more letters would touch its answer there."""
_FAR = "FactFar"
_MAX_INTRODUCING = 2
"""Lines below a heading that are not left alone with it at the bottom of a page."""
SPACE_ABOVE = 120
"""Space in twips between a text and the short answers below it."""
SPACE_BELOW = 80
"""Space in twips between short answers and a table below them."""
_TEXT_BLOCKS = (Answer, Bullets, Checkboxes, Table)


class FactLook(Struct, frozen=True):
    """The style of a line, whether it has space above and below, whether it keeps the next line."""

    style: str
    has_space: bool
    has_space_below: bool
    keeps_next: bool


def arrange(blocks: Sequence[Block]) -> Mapping[int, FactLook]:
    """Return how each fact line looks, by its place among the blocks.

    Lines below each other have their answers at the same place, further right behind long labels.
    None of several lines is alone on a page, nor alone with a heading.
    """
    found: dict[int, FactLook] = {}
    place = 0
    while place < len(blocks):
        lines = _count_lines(blocks, place)
        run = [one for one in blocks[place : place + lines] if isinstance(one, FactLine)]
        end = place + lines
        is_above_table = end < len(blocks) and isinstance(blocks[end], Table)
        introduces = _introduces(blocks, place, end)
        longest = max((len(one.label.text) for one in run), default=0)
        for index, line in enumerate(run):
            style = next((style for letters, style in _LABELS if longest <= letters), _FAR)
            found[place + index] = FactLook(
                style if line.label.text else "Answer",
                has_space=not index and _needs_space(blocks[place - 1] if place else None),
                has_space_below=is_above_table and index == lines - 1,
                keeps_next=(index < lines - 1 and index in {0, lines - 2}) or introduces,
            )
        place += max(1, lines)
    return found


def _count_lines(blocks: Sequence[Block], first: int) -> int:
    end = first
    while end < len(blocks) and isinstance(blocks[end], FactLine):
        end += 1
    return end - first


def _introduces(blocks: Sequence[Block], place: int, end: int) -> bool:
    """Return whether few lines are all that stands between a heading and what is below it.

    Not what follows it at its own level: a list of such parts would be kept together as a whole.
    """
    heading = blocks[place - 1] if place else None
    below = blocks[end] if end < len(blocks) else None
    if not isinstance(heading, Heading) or end - place > _MAX_INTRODUCING:
        return False
    is_below = isinstance(below, Heading) and below.level > heading.level
    return is_below or isinstance(below, Question)


def _needs_space(before: Block | None) -> bool:
    """Return whether what is above ends like a text, with less space than between two subjects."""
    if isinstance(before, Table) and before.kind is TableKind.LABELS:
        return False
    return isinstance(before, _TEXT_BLOCKS)
