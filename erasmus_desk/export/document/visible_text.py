"""The text of a block as a reader sees it, and its lines: list items, headings, blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby

from msgspec import Struct

from erasmus_desk.export.document import blocks
from erasmus_desk.export.document.context import TICKED, UNTICKED
from erasmus_desk.round_trip.visible_text import make_visible, replace_unsupported, split_lines

FILLED_CELL = "■"
EMPTY_CELL = "–"
"""The text of a cell without content."""
_NO_BREAK_SPACE = "\u00a0"
_LIST_ITEM = re.compile(r"\s*(?:[-–—*•◦▪‣·]|\(?\w{1,2}[.)])[ \t\u00a0]")
_NUMBERED = re.compile(r"\s*\(?\w")
_MAX_HEADING_LENGTH = 70
"""Characters that fit in one line for sure."""
_LINE_LENGTH = 100
"""Characters of a line; a first paragraph that has no more is not alone below its heading."""
_LEAD = re.compile(r"(?=\S)((?:[^\s\d.,;:!?]+ ){0,6}[^\s\d.,;:!?]+[.:]) \S")
"""One to seven words before a full stop or colon, without figures, at the start of a line."""
_MIN_LEADS = 2
"""Lines of a text that begin so, from which on these words name what the lines are about."""
_FIRST_BLANK_LINE, _FIRST_HEADING_LINE, _BLANK_LINE = 80, 110, 140
_SENTENCE_ENDS = (".", "!", "?", ";", ",", "…")


def format_answer(text: str) -> str:
    """Return an answer as it is shown, with plain line ends."""
    if make_visible(text) == text and "\n" not in text:
        return text if text.strip() else ""
    parts = [replace_unsupported(line) if line.strip() else "" for line in split_lines(text)]
    return "\n".join(parts).rstrip("\n")


def format_heading(heading: blocks.Heading) -> str:
    """Return a heading with its number."""
    return _format_number(heading) + heading.text.text


def _format_number(heading: blocks.Heading) -> str:
    return f"{heading.number}.\u2002" if heading.number else ""


def format_heading_prefix(heading: blocks.Heading) -> str:
    """Return the part of a heading that is not an answer."""
    return _format_number(heading) + heading.prefix if heading.key else format_heading(heading)


def get_heading_answer(heading: blocks.Heading) -> str:
    """Return the answer that a heading shows."""
    return heading.text.text.removeprefix(heading.prefix) if heading.key else ""


def format_fact_label(line: blocks.FactLine) -> str:
    """Return what is before the answers of a line: its label, if it is shown, and a tab."""
    label = "" if line.continues else line.label.text
    return f"{label}\t" if line.label.text else ""


def format_checkbox(box: blocks.Checkbox) -> str:
    """Return the line of a checkbox."""
    return f"{TICKED if box.checked else UNTICKED}\t{box.text.text}"


def format_cell(cell: blocks.Cell, column_type: blocks.ColumnType) -> str:
    """Return the text of a cell without its notes."""
    if column_type is blocks.ColumnType.TIME and not cell.is_missing:
        # The no-break space keeps the paragraph from being empty.
        return FILLED_CELL if cell.is_filled else _NO_BREAK_SPACE
    if cell.bar:
        # The bar is the tab.
        return f"\t {cell.text.text}"
    is_typed = column_type is blocks.ColumnType.TEXT and not (cell.is_bold or cell.is_missing)
    return (format_answer(cell.text.text) if is_typed else cell.text.text) or EMPTY_CELL


def is_visible(block: blocks.Answer) -> bool:
    """Return whether an answer shows anything."""
    return block.is_missing or bool(block.text.text.strip())


def ends_without_paragraph(block: blocks.Block | None) -> bool:
    """Return whether a block ends in a table or control instead of a paragraph of the body.

    Only a paragraph can end a section, so that one with the disclaimer is added.
    """
    match block:
        case blocks.Table() | blocks.Checkboxes():
            return True
        case blocks.Answer():
            return bool(block.key) and block.control.is_multiline
        case _:
            return False


class LineMarker(StrEnum):
    """The list marker of a line; the value is the suffix of its style."""

    NONE = ""
    POINT = "Point"
    NUMBER = "Number"


class TextLine(Struct, frozen=True):
    """A line with text, its list marker and the number of blank lines before it.

    If `is_heading`, it looks like a heading. `lead` is where the first words, which name what the
    line is about, begin and end. A line that `keeps_next` introduces the next one.
    """

    text: str
    marker: LineMarker
    blank_lines: int
    is_heading: bool
    lead: tuple[int, int] = (0, 0)
    keeps_next: bool = False

    @property
    def space(self) -> int:
        """The space that stands for the blank lines, in twips, more of it above a heading.

        An import counts the lines again (`review_import.matching.line_texts`): 140 twips are a
        line, of which the first may be somewhat lower.
        """
        if not self.blank_lines:
            return 0
        first = _FIRST_HEADING_LINE if self.is_heading else _FIRST_BLANK_LINE
        return first + (self.blank_lines - 1) * _BLANK_LINE

    def split(self) -> Iterator[tuple[str, bool]]:
        """Return the parts of the text, each with whether it is bold."""
        start, end = (0, len(self.text)) if self.is_heading else self.lead
        parts = (self.text[:start], False), (self.text[start:end], True), (self.text[end:], False)
        return (part for part in parts if part[0])


def parse_lines(text: str, *, is_typed: bool = True) -> Iterator[TextLine]:
    """Return the lines that are not blank, no character added or lost.

    Only a text that somebody typed has headings and leads: names below each other are all alike.
    """
    blank_lines = 0
    all_lines = split_lines(text)
    markers = [_find_marker(line) for line in all_lines]
    leads = _find_leads(all_lines, markers)
    # One alone may be a short sentence.
    has_leads = is_typed and sum(map(bool, leads)) >= _MIN_LEADS
    is_first = True
    for place, line in enumerate(all_lines, start=1):
        if not line.strip():
            blank_lines += 1
            continue
        marker = markers[place - 1]
        is_text = is_typed and marker is LineMarker.NONE
        is_heading = is_text and _is_heading(line, all_lines[place:])
        lead = leads[place - 1] if has_leads and not is_heading else 0
        marked = _LIST_ITEM.match(line) if lead else None
        following = next((one for one in all_lines[place:] if one.strip()), "")
        opens = is_first and len(line) <= _LINE_LENGTH < len(following)
        introduces = is_text and (opens or line.rstrip().endswith(":"))
        is_first = False
        yield TextLine(
            line,
            marker,
            blank_lines,
            is_heading,
            (marked.end() if marked else 0, lead),
            is_heading or (introduces and bool(following)),
        )
        blank_lines = 0


def _find_leads(lines: list[str], markers: list[LineMarker]) -> list[int]:
    """Return the length of the lead of each line; of a list all items have one, or none has."""
    leads = [found.end(1) if (found := _LEAD.match(line)) else 0 for line in lines]
    shown = [place for place, line in enumerate(lines) if line.strip()]
    for marker, found in groupby(shown, key=markers.__getitem__):
        items = list(found)
        if marker is not LineMarker.NONE and not all(leads[place] for place in items):
            for place in items:
                leads[place] = 0
    return leads


def _find_marker(line: str) -> LineMarker:
    if not _LIST_ITEM.match(line):
        return LineMarker.NONE
    return LineMarker.NUMBER if _NUMBERED.match(line) else LineMarker.POINT


def _is_heading(line: str, following_lines: list[str]) -> bool:
    """Return whether a line looks like a heading: short, no full stop, a long line after it.

    Several short lines in a row are a list.
    """
    following = next((one for one in following_lines if one.strip()), "")
    return _is_short(line) and bool(following) and not _is_short(following)


def _is_short(line: str) -> bool:
    if len(line) > _MAX_HEADING_LENGTH or line.rstrip().endswith(_SENTENCE_ENDS):
        return False
    return _find_marker(line) is LineMarker.NONE
