"""Answers in a Word file: paragraphs, choices and checkboxes in content controls."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.export.document import blocks, visible_text
from erasmus_desk.export.document.blocks import LangText
from erasmus_desk.export.word import content_controls
from erasmus_desk.export.word.content_controls import ControlState
from erasmus_desk.export.word.text_runs import (
    BOLD,
    RenderContext,
    add_direction,
    render_lines,
    render_paragraph,
    render_runs,
    render_text,
)

_MAX_KEPT_BOXES = 12
"""The longest list of checkboxes that is kept on one page."""
_KEEP_WITH_NEXT = "<w:keepNext/>"
_MIN_BAR, _BAR_FIGURE = 40, 900
"""In twips: the shortest bar, and the room for margins and figure behind the longest."""
_RIGHT = '<w:jc w:val="right"/>'
_CENTRE = '<w:jc w:val="center"/>'


def render_answer(block: blocks.Answer, context: RenderContext) -> Iterator[str]:
    """Render an answer: a control in its paragraph, or one around several paragraphs."""
    if not visible_text.is_visible(block):
        return
    missing = block.is_missing
    style = "Missing" if missing and not block.control.boxes else "Answer"
    shown = LangText(visible_text.format_answer(block.text.text), block.text.language)
    state = ControlState(block.control, shown.language, missing, is_prompt=missing)
    if block.key and not (block.control.is_multiline or "\n" in shown.text):
        yield render_line_answer(shown, block.key, context.styles[style], context, state)
        return
    content = _render_content(shown, style, context, "", state)
    if block.key:
        content = content_controls.wrap_paragraphs(context.anchors.next(block.key), content, state)
    yield content


def render_line_answer(
    shown: LangText,
    key: str,
    style: str,
    context: RenderContext,
    state: ControlState,
    properties: str = "",
) -> str:
    """Render an answer as one paragraph with its control inside."""
    anchor = context.anchors.next(key)
    boxes = state.control.boxes
    content = content_controls.render_boxes(shown, anchor, boxes) if boxes else render_runs(shown)
    content = content_controls.wrap_runs(anchor, content, state)
    return render_paragraph(style, content, add_direction(shown.text, properties))


def render_fact_line(
    line: blocks.FactLine, style: str, context: RenderContext, properties: str = ""
) -> str:
    """Render short answers in one paragraph, each in a control of its own."""
    label = LangText(visible_text.format_fact_label(line), line.label.language)
    missing = f'<w:rStyle w:val="{context.styles["FactMissing"]}"/>'
    content = [render_runs(label, f'<w:rStyle w:val="{context.styles["FactLabel"]}"/>')]
    for part in line.parts:
        runs = render_runs(part.text, missing if part.is_missing else "")
        if part.key:
            state = ControlState(
                part.control, part.text.language, part.is_missing, is_prompt=part.is_missing
            )
            runs = content_controls.wrap_runs(context.anchors.next(part.key), runs, state)
        content.append(runs)
    text = "".join(part.text.text for part in line.parts)
    return render_paragraph(
        context.styles[style], "".join(content), add_direction(text, properties)
    )


def render_checkboxes(block: blocks.Checkboxes, context: RenderContext) -> str:
    """Render a list of checkboxes in a control; a short one stays on one page."""
    anchor = context.anchors.next(block.key)
    is_short = len(block.boxes) <= _MAX_KEPT_BOXES
    lines: list[str] = []
    style = context.styles["Tick"]
    for count, box in enumerate(block.boxes):
        shown = LangText(visible_text.format_checkbox(box), box.text.language)
        properties = _KEEP_WITH_NEXT if is_short and count < len(block.boxes) - 1 else ""
        content = content_controls.render_checkbox(shown, anchor, count, box.option or str(count))
        lines.append(render_paragraph(style, content, add_direction(shown.text, properties)))
    return content_controls.wrap_paragraphs(anchor, "".join(lines), ControlState(blocks.Control()))


def render_cell(
    cell: blocks.Cell,
    column_type: blocks.ColumnType,
    context: RenderContext,
    style: str,
    properties: str,
) -> str:
    """Render the paragraphs of a cell without its notes, each with `properties`."""
    shown = LangText(visible_text.format_cell(cell, column_type), cell.text.language)
    if cell.is_missing:
        # Boxes look the same before and after one of them is ticked.
        style = style if cell.control.boxes else "CellMissing"
    elif column_type is blocks.ColumnType.TIME:
        return render_text(shown, "CellSign", context, properties + _CENTRE)
    elif column_type is blocks.ColumnType.NUMBER:
        properties += _RIGHT
    if cell.key:
        return _render_cell_answer(cell, shown, style, context, properties)
    if column_type is blocks.ColumnType.TEXT and not (cell.is_bold or cell.is_missing):
        return "".join(render_lines(shown, context, style, properties, is_typed=False))
    content = render_runs(shown, BOLD if cell.is_bold else "")
    return render_paragraph(context.styles[style], content, add_direction(shown.text, properties))


def compute_bar_length(cell: blocks.Cell, width: int) -> int:
    """Return the length of the bar in a cell of a width, in twips."""
    return max(_MIN_BAR, int(cell.bar * (width - _BAR_FIGURE)))


def render_bar(
    cell: blocks.Cell, context: RenderContext, style: str, properties: str, width: int
) -> str:
    """Render a bar, which is a shaded tab, before its figure: nothing that is read aloud."""
    end = compute_bar_length(cell, width)
    tab = f'<w:tabs><w:tab w:val="left" w:pos="{end}"/></w:tabs>'
    bar = f'<w:r><w:rPr><w:rStyle w:val="{context.styles["Bar"]}"/></w:rPr><w:tab/></w:r>'
    content = f"{bar}{render_runs(LangText(f' {cell.text.text}', cell.text.language))}"
    return render_paragraph(context.styles[style], content, f"{properties}{tab}")


def _render_cell_answer(
    cell: blocks.Cell, shown: LangText, style: str, context: RenderContext, properties: str
) -> str:
    """Render the answer in a cell: a control in its paragraph, or one that fills the cell."""
    is_empty, is_prompt = not cell.is_answered, cell.is_missing
    state = ControlState(cell.control, shown.language, is_empty, is_prompt)
    if not (cell.control.is_multiline or "\n" in shown.text):
        style = context.styles[style]
        return render_line_answer(shown, cell.key, style, context, state, properties)
    anchor = context.anchors.next(cell.key)
    content = _render_content(shown, style, context, properties, state)
    return content_controls.wrap_cell(anchor, content, state)


def _render_content(
    shown: LangText, style: str, context: RenderContext, properties: str, state: ControlState
) -> str:
    """Render a placeholder as one paragraph, an answer as one for each line."""
    if state.is_prompt:
        return render_text(shown, style, context, properties)
    is_typed = state.control.is_multiline
    return "".join(render_lines(shown, context, style, properties, is_typed=is_typed))
