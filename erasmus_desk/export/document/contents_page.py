"""The page of the contents: a short summary follows on it, so that no two half pages are empty."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Contents,
    Document,
    Heading,
    Paragraph,
    Question,
)
from erasmus_desk.export.document.sent_record import is_in_contents
from erasmus_desk.export.document.visible_text import parse_lines

_LINE, _SPACE_BELOW = 266, 80
"""Height of a line of text and the space below a paragraph, in twips."""
_LINE_LETTERS = 99
"""Letters that fit in a line, somewhat fewer than measured."""
_TITLE, _CHAPTER, _HEADING, _QUESTION, _NOTE = 530, 860, 520, 390, 300
"""Heights in twips of the title of the contents, of headings, questions and notes."""
_ENTRIES = {1: 306, 2: 207}
"""Heights in twips of the entries of the contents by their level."""
_MARGIN = 100
"""What stays free, as the heights are estimates."""


def has_room(document: Document, height: int, letter_width: float = 1) -> bool:
    """Return whether the whole first chapter fits below the contents, on a page of a height.

    Only a chapter of texts: tables and choices are the beginning of a form.
    """
    places = [at for at, one in enumerate(document.blocks) if isinstance(one, Contents)]
    if not places or not height:
        return False
    first, *others = document.blocks[places[0] + 1 :] or (None,)
    if not isinstance(first, Heading) or first.level != 1:
        return False
    chapter = [*takewhile(lambda one: not (isinstance(one, Heading) and one.level == 1), others)]
    if not all(isinstance(one, Heading | Paragraph | Question | Answer) for one in chapter):
        return False
    headings = (one for one in document.blocks if isinstance(one, Heading) and is_in_contents(one))
    contents = _TITLE + sum(_ENTRIES[heading.level] for heading in headings)
    return contents + _CHAPTER + _measure(chapter, letter_width) + _MARGIN <= height


def _measure(chapter: Iterable[Block], letter_width: float) -> float:
    height = 0.0
    letters = _LINE_LETTERS / letter_width
    for block in chapter:
        match block:
            case Heading():
                height += _HEADING
            case Question():
                height += _QUESTION
            case Paragraph(text):
                height += _NOTE * (1 + len(text.text) // letters)
            case Answer(_, text):
                for line in parse_lines(text.text):
                    height += _LINE * (1 + len(line.text) // letters) + _SPACE_BELOW + line.space
            case _:
                pass
    return height
