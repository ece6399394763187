"""Paragraphs as boxes: lines with borders, backgrounds and the answers they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from erasmus_desk.export.document.blocks import LangText
from erasmus_desk.export.document.visible_text import parse_lines

from .boxes import AnswerArea, Background, Box, BoxLine, Item, Rule, Tag, TagRole, TextItem
from .line_layout import (
    Alignment,
    AnswerRun,
    TextLine,
    TextRun,
    layout_lines,
    place_answers,
)
from .styles import StyleSheet, TextStyle

_OVERLAP = 12
_MIN_LINE_FACTOR, _MIN_SPACE_FACTOR = 0.93, 0.4
"""How far lines and the space between them may shrink to fit on one page."""
_LAST_LINES = 4
"""Lines of a list that are never alone on its last page."""


class StyledParagraph(Struct, frozen=True):
    """A paragraph to be laid out; `key` is that of the answer it belongs to."""

    runs: Sequence[TextRun]
    style: TextStyle
    tag: Tag
    key: str = ""
    alignment: Alignment = Alignment.START


def build_paragraph(
    text: str, style: TextStyle, tag: Tag, key: str = "", alignment: Alignment = Alignment.START
) -> StyledParagraph:
    """Build a paragraph of a single run."""
    return StyledParagraph((TextRun(text),), style, tag, key, alignment)


def build_answer_paragraphs(
    text: LangText,
    styles: StyleSheet,
    name: str,
    parent: Tag,
    key: str = "",
    *,
    is_typed: bool = True,
) -> Iterator[tuple[StyledParagraph, bool]]:
    """Return a paragraph for each line of an answer, and whether it stays with the next one.

    A blank line is space before the next paragraph; list items are indented behind their mark.
    """
    for line in parse_lines(text.text, is_typed=is_typed):
        marked = f"{name}{line.marker}"
        style = styles.text_style(marked if styles.has_style(marked) else name)
        if line.blank_lines:
            style = replace(style, before=line.space)
        tag = parent.add(TagRole.PARAGRAPH, text.language)
        bold = replace(style, bold=True)
        runs = [TextRun(part, bold) if is_bold else TextRun(part) for part, is_bold in line.split()]
        yield StyledParagraph(runs, style, tag, key), line.keeps_next


def layout_paragraph(paragraph: StyledParagraph, width: float) -> Box:
    """Lay out a paragraph in a width."""
    style = paragraph.style
    text_lines = layout_lines(paragraph.runs, style, width, paragraph.alignment)
    has_answers = any(run.key for run in paragraph.runs)
    answers = place_answers(paragraph.runs) if has_answers else ()
    lines = [_build_box_line(line, paragraph, answers, width) for line in text_lines]
    if lines:
        _add_borders(lines, style, width)
    return Box(
        lines,
        before=style.before,
        after=style.after,
        keep_next=style.keep_next,
        keep_lines=style.keep_lines,
        leading=0 if style.background or style.border_top is not None else style.leading,
    )


def _build_box_line(
    line: TextLine, paragraph: StyledParagraph, answers: Sequence[AnswerRun], width: float
) -> BoxLine:
    style = paragraph.style
    areas = list(_list_areas(line, paragraph.key, answers, width))
    text = TextItem(0, 0, line, style.colour, paragraph.tag)
    if not style.background:
        return BoxLine(line.height, [text], areas)
    left, right = style.left - style.hanging - style.padding, style.right - style.padding
    # Backgrounds overlap: between two that only touch, a hairline would show.
    rect = QRectF(left, 0, width - left - right, line.height + _OVERLAP)
    return BoxLine(line.height, [Background(rect, style.background), text], areas)


def _list_areas(
    line: TextLine, whole: str, answers: Sequence[AnswerRun], width: float
) -> Iterator[AnswerArea]:
    """Return the area of the answer that a line belongs to, or of each answer in it."""
    if whole:
        yield AnswerArea(QRectF(0, 0, width, line.height), whole)
    left = 0.0
    for right, key in line.find_answers(answers, width):
        yield AnswerArea(QRectF(left, 0, right - left, line.height), key)
        left = right


def _add_borders(lines: list[BoxLine], style: TextStyle, width: float) -> None:
    """Add the borders above and below a paragraph, and the space they take."""
    if (top := style.border_top) is not None:
        space = top.space + top.width
        first = lines[0]
        first.items = [shift_item(item, space) for item in first.items]
        first.answer_areas = [
            AnswerArea(area.rect.translated(0, space), area.key) for area in first.answer_areas
        ]
        first.height += space
        if style.background:
            _extend_background(first, first.height + _OVERLAP)
        else:
            first.items.append(Rule(QRectF(0, 0, width, top.width), top))
    if (bottom := style.border_bottom) is not None:
        space = bottom.space + bottom.width
        last = lines[-1]
        if style.background:
            _extend_background(last, last.height + space)
        else:
            rect = QRectF(0, last.height + bottom.space, width, bottom.width)
            last.items.append(Rule(rect, bottom))
        last.height += space


def _extend_background(line: BoxLine, height: float) -> None:
    """Extend the background of a line, its first item, from its top to a height."""
    background = line.items[0]
    if isinstance(background, Background):
        rect = QRectF(background.rect.left(), 0, background.rect.width(), height)
        line.items[0] = Background(rect, background.colour)


def shift_item(item: Item, down: float) -> Item:
    """Return an item moved down."""
    if isinstance(item, TextItem):
        return replace(item, y=item.y + down)
    return replace(item, rect=item.rect.translated(0, down))


def fit_boxes(boxes: Sequence[Box], height: float) -> None:
    """Shrink boxes a little if they then fit a height; else keep their last lines together."""
    lines = [line for box in boxes for line in box.lines]
    text = sum(line.height for line in lines)
    space = sum(box.before + box.after for box in boxes)
    if text + space > height >= text * _MIN_LINE_FACTOR + space * _MIN_SPACE_FACTOR:
        factor = _MIN_SPACE_FACTOR
        if height - text > space * _MIN_SPACE_FACTOR:
            factor = min((height - text) / space, 1)
        line_factor = min((height - space * factor) / text, 1)
        for box in boxes:
            box.before, box.after = box.before * factor, box.after * factor
        for line in lines:
            line.items = [shift_item(item, line.height * (line_factor - 1)) for item in line.items]
            line.height *= line_factor
    elif text + space > height:
        for box in boxes[-_LAST_LINES:-1]:
            box.keep_next = True
