"""Answers in the text of a Word file: paragraphs, choices and boxes, each in its control."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.export.document import visible_text
from erasmus_desk.export.document.anchors import is_answered
from erasmus_desk.export.document.blocks import Answer, Cell, Control, Run, Said, Ticks
from erasmus_desk.export.word import content_controls
from erasmus_desk.export.word.content_controls import Held
from erasmus_desk.export.word.text_runs import Setting, directed, paragraph, plain, runs, written

_TOGETHER = 12
"""The longest tick list that is kept on one page."""
_KEEP = "<w:keepNext/>"
_STRONG = "<w:b/><w:bCs/>"
_RIGHT = '<w:jc w:val="right"/>'
_CENTRE = '<w:jc w:val="center"/>'


def answer(block: Answer, setting: Setting) -> Iterator[str]:
    """Give an answer: in one paragraph, or, if it may get several, in a control around them."""
    if not visible_text.is_shown(block):
        return
    style = "Missing" if block.missing and not block.control.boxes else "Answer"
    said = Said(visible_text.of_answer(block.text.text), block.text.language)
    held = Held(block.control, said.language, block.missing, is_plea=block.missing)
    if block.key and not (block.control.is_long or "\n" in said.text):
        yield one_line(said, block.key, setting.styles[style], setting, held)
        return
    parts = [plain(said, style, setting)] if block.missing else written(said, setting, style)
    if block.key:
        yield content_controls.block(setting.places.next(block.key), "".join(parts), held)
    else:
        yield from parts


def one_line(said: Said, key: str, style: str, setting: Setting, held: Held, more: str = "") -> str:
    """Give an answer as one paragraph, its control inside."""
    place = setting.places.next(key)
    boxes = held.control.boxes
    content = content_controls.boxes(said, place, boxes) if boxes else runs(said)
    content = content_controls.inline(place, content, held)
    return paragraph(style, content, directed(said.text, more))


def ticks(block: Ticks, setting: Setting) -> str:
    """Give a tick list in a control, with boxes that can be clicked; a short one stays whole."""
    place = setting.places.next(block.key)
    together = len(block.ticks) <= _TOGETHER
    lines: list[str] = []
    for count, one in enumerate(block.ticks):
        said = Said(visible_text.tick(one), one.text.language)
        more = _KEEP if together and count < len(block.ticks) - 1 else ""
        content = content_controls.tick(said, place, count, one.option or str(count))
        lines.append(paragraph(setting.styles["Tick"], content, directed(said.text, more)))
    return content_controls.block(place, "".join(lines), Held(Control()))


def cell(one: Cell, run: Run, setting: Setting, style: str, more: str) -> str:
    """Give the paragraphs of a cell without the words below it; `more` is for each of them."""
    said = Said(visible_text.cell(one, run), one.text.language)
    if one.missing:
        # Boxes are no words that ask for something: they look the same once one is ticked.
        style = style if one.control.boxes else "CellMissing"
    elif run is Run.TIME:
        return plain(said, "CellSign", setting, more + _CENTRE)
    elif run is Run.NUMBER:
        more += _RIGHT
    if one.key:
        return _held(one, said, style, setting, more)
    if run is Run.TEXT and not (one.strong or one.missing):
        return "".join(written(said, setting, style, more))
    content = runs(said, _STRONG if one.strong else "")
    return paragraph(setting.styles[style], content, directed(said.text, more))


def _held(one: Cell, said: Said, style: str, setting: Setting, more: str) -> str:
    """Give the answer in a cell: a control inside its paragraph, or one that fills the cell."""
    held = Held(one.control, said.language, not is_answered(one), is_plea=one.missing)
    if not (one.control.is_long or "\n" in said.text):
        return one_line(said, one.key, setting.styles[style], setting, held, more)
    place = setting.places.next(one.key)
    if one.missing:
        return content_controls.in_cell(place, plain(said, style, setting, more), held)
    return content_controls.in_cell(place, "".join(written(said, setting, style, more)), held)
