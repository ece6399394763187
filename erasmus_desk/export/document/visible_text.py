"""What a reader of the document sees of a block: its words, line by line."""

from __future__ import annotations

from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Cell,
    Heading,
    Run,
    Table,
    Tick,
    Ticks,
)
from erasmus_desk.export.document.context import TICKED, UNTICKED
from erasmus_desk.round_trip.visible_text import harmless, lines, seen

FILLED = "■"
NOTHING = "–"
"""Stands in a cell that would be empty."""
_BLANK = "\u00a0"


def of_answer(text: str) -> str:
    """Give what somebody wrote as it is seen, lines parted by line ends."""
    if seen(text) == text and "\n" not in text:
        return text if text.strip() else ""
    parts = [harmless(line) if line.strip() else "" for line in lines(text)]
    return "\n".join(parts).rstrip("\n")


def number(heading: Heading) -> str:
    """Give the number of a heading with the gap behind it."""
    return f"{heading.number}.\u2002" if heading.number else ""


def lead(heading: Heading) -> str:
    """Give what of a heading is not the answer that it shows; without one, all of it."""
    return number(heading) + (heading.lead if heading.key else heading.text.text)


def answer(heading: Heading) -> str:
    """Give the answer that a heading shows."""
    return heading.text.text.removeprefix(heading.lead) if heading.key else ""


def tick(one: Tick) -> str:
    """Give the line of a choice."""
    return f"{TICKED if one.ticked else UNTICKED}\t{one.text.text}"


def cell(one: Cell, run: Run) -> str:
    """Give what stands in a cell, without the words below it."""
    if run is Run.TIME and not one.missing:
        # A blank that is no blank: a paragraph must not stand empty.
        return FILLED if one.filled else _BLANK
    is_text = run is Run.TEXT and not (one.strong or one.missing)
    return (of_answer(one.text.text) if is_text else one.text.text) or NOTHING


def is_shown(block: Answer) -> bool:
    """Tell whether there is anything to see of an answer."""
    return block.missing or bool(block.text.text.strip())


def is_apart(block: Block | None) -> bool:
    """Tell whether a block ends in something else than a paragraph of the text itself.

    Then there is none that could end a section, and one with the mark is written.
    """
    match block:
        case Table() | Ticks():
            return True
        case Answer():
            return bool(block.key) and block.control.is_long
        case _:
            return False
