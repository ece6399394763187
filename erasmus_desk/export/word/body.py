"""The body of a Word file, rendered from the blocks of a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import count, zip_longest

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.export.document import (
    blocks,
    contents_page,
    fact_lines,
    heading_space,
    visible_text,
)
from erasmus_desk.export.document.anchors import Anchors
from erasmus_desk.export.document.blocks import LangText
from erasmus_desk.export.document.fact_lines import FactLook
from erasmus_desk.export.word import answers, content_controls, cover, text_runs
from erasmus_desk.export.word.content_controls import ControlState
from erasmus_desk.export.word.contents import name_bookmark, render_contents
from erasmus_desk.export.word.tables import render_table
from erasmus_desk.export.word.text_runs import RenderContext

_PAGE_BREAK = "<w:pageBreakBefore/>"
_KEEP_WITH_NEXT = "<w:keepNext/>"
_MAX_LAST_LINE = 300
"""Letters up to which a paragraph is kept off the last page of a section if it is alone there."""
_MAX_LINE = 110
"""Letters up to which a paragraph is one line."""
_STYLED_PARAGRAPH = re.compile('<w:p><w:pPr><w:pStyle w:val="[^"]*"/>')
_GUIDANCE_ROLES = (
    blocks.ParagraphRole.INTRO,
    blocks.ParagraphRole.OFFICIAL,
    blocks.ParagraphRole.GUIDANCE,
    blocks.ParagraphRole.PLAIN,
)
"""Roles of paragraphs that may stay on the page of the answer after them."""
_HELPED_BLOCKS = (
    *(blocks.Answer, blocks.Checkboxes, blocks.Table, blocks.FactLine),
    *(blocks.Question, blocks.Heading),
)
"""Blocks on whose page the end of the guidance before them stays."""


_ParagraphBlock = (
    blocks.Cover
    | blocks.Paragraph
    | blocks.Bullets
    | blocks.Question
    | blocks.Answer
    | blocks.Checkboxes
)


class PageSetup(Struct, frozen=True):
    """The properties of a section as XML, and the context for its text."""

    section: str
    context: RenderContext


class PageSetups(Struct, frozen=True):
    """The setups of the first pages, landscape pages, and portrait pages after those."""

    first: PageSetup
    landscape: PageSetup
    portrait: PageSetup


FindPages = Callable[[str], Mapping[str, int]]
"""Finds the page of each bookmark of a heading in a body, or nothing where it cannot."""


def render_body(
    document: blocks.Document,
    pages: PageSetups,
    anchors: Anchors,
    find_pages: FindPages | None = None,
) -> str:
    """Render the content of the body, with the properties of its last section at the end.

    The contents have page numbers as far as `find_pages` finds them.
    """
    numbers, disclaimer = count(1), document.header_footer.disclaimer
    parts: list[str] = []
    contents = slice(0)
    page, context = pages.first, replace(pages.first.context, anchors=anchors)
    before: blocks.Block | None = None
    looks = fact_lines.arrange(document.blocks)
    pairs = zip_longest(document.blocks, document.blocks[1:])
    for place, (block, following) in enumerate(pairs):
        page_break = _break_after(before, document, context)
        match block:
            case blocks.Contents():
                opens = page_break if isinstance(before, blocks.Cover) else _PAGE_BREAK
                parts.append(text_runs.render_text(block.title, "TOCHeading", context, opens))
                entries = list(render_contents(document, context, {} if find_pages else None))
                contents = slice(len(parts), len(parts) + len(entries))
                parts += entries
            case blocks.Heading():
                properties = page_break or _render_space(block, before)
                parts.append(_render_heading(block, next(numbers), context, properties))
            case blocks.PageOrientation(is_landscape):
                parts.append(_render_section_end(parts, before, page, disclaimer))
                page = pages.landscape if is_landscape else pages.portrait
                context = replace(page.context, anchors=anchors)
            case blocks.Table():
                parts.append(_render_table(block, before, following, context))
            case blocks.FactLine():
                parts.append(_render_fact_line(block, looks[place], context))
            case _:
                if parts and _is_last_line(block, following):
                    parts[-1] = _keep_with_next(parts[-1])
                properties = _render_place(block, before, following)
                parts += _render_block(block, context, properties)
        before = block
    if isinstance(before, blocks.Table):
        # Word requires a paragraph after the last table and would add an empty one.
        parts.append(text_runs.render_text(disclaimer, "Note", context))
    if find_pages is not None and parts[contents]:
        found = find_pages("".join(parts)) or None
        parts[contents] = render_contents(document, pages.first.context, found)
    return "".join((*parts, page.section))


def _render_table(
    table: blocks.Table,
    before: blocks.Block | None,
    following: blocks.Block | None,
    context: RenderContext,
) -> str:
    """Render a table, apart from one before it, and held to what belongs below it."""
    follows, keeps = isinstance(before, blocks.Table), _keeps_last_row(following)
    return render_table(table, context, table_before=follows, keeps_next=keeps)


def _render_place(
    block: blocks.Block, before: blocks.Block | None, following: blocks.Block | None
) -> str:
    """Return what holds a block to the next one, and the space above it."""
    keeps = _keeps_with_next(block, following) or _opens(block, before, following)
    return (_KEEP_WITH_NEXT if keeps else "") + _render_space(block, before)


def _break_after(
    before: blocks.Block | None, document: blocks.Document, context: RenderContext
) -> str:
    """Return the page break behind the cover and the contents."""
    if not isinstance(before, blocks.Cover | blocks.Contents):
        return ""
    if isinstance(before, blocks.Cover) and not cover.fits_page(before, context, is_close=True):
        return ""  # its last lines would have a page to themselves
    if isinstance(before, blocks.Contents) and contents_page.has_room(
        document, context.height, context.letter_width
    ):
        return ""
    # Word would leave the space above the heading of a page.
    return f'{_PAGE_BREAK}<w:spacing w:before="{context.page_top}"/>'


def _keeps_last_row(following: blocks.Block | None) -> bool:
    """Return whether the last row of a table stays on the page of what follows."""
    is_explained = isinstance(following, blocks.FactLine)
    return is_explained or isinstance(following, blocks.PageOrientation | None)


def _keeps_with_next(block: blocks.Block, following: blocks.Block | None) -> bool:
    """Return whether the end of a block stays on the page of the next one.

    Guidance stays with its answer, but not with other guidance: keeping all of it together would
    leave half a page empty.
    """
    if isinstance(block, blocks.Paragraph) and block.role is blocks.ParagraphRole.SECOND_LANGUAGE:
        return following is not None
    if isinstance(block, blocks.Paragraph) and block.role is blocks.ParagraphRole.NOTE:
        # It says how to read the table.
        return isinstance(following, blocks.Table)
    counter = blocks.ParagraphRole.COUNTER
    is_counter = isinstance(following, blocks.Paragraph) and following.role is counter
    return _is_guidance(block) and (is_counter or isinstance(following, _HELPED_BLOCKS))


def _opens(
    block: blocks.Block, before: blocks.Block | None, following: blocks.Block | None
) -> bool:
    """Return whether a line would be alone below its heading at the bottom of a page."""
    return (
        isinstance(before, blocks.Heading)
        and isinstance(block, blocks.Paragraph)
        and len(block.text.text) <= _MAX_LINE
        and not isinstance(following, blocks.PageOrientation | None)
    )


def _render_space(block: blocks.Block, before: blocks.Block | None) -> str:
    space = heading_space.find_space(block, before)
    return "" if space is None else f'<w:spacing w:before="{space}"/>'


def _render_fact_line(line: blocks.FactLine, look: FactLook, context: RenderContext) -> str:
    properties = _KEEP_WITH_NEXT if look.keeps_next else ""
    above = f' w:before="{fact_lines.SPACE_ABOVE}"' if look.has_space else ""
    below = f' w:after="{fact_lines.SPACE_BELOW}"' if look.has_space_below else ""
    properties += f"<w:spacing{above}{below}/>" if above or below else ""
    return answers.render_fact_line(line, look.style, context, properties)


def _is_guidance(block: blocks.Block | None) -> bool:
    return isinstance(block, blocks.Bullets | blocks.Paragraph) and block.role in _GUIDANCE_ROLES


def _is_last_line(block: blocks.Block, following: blocks.Block | None) -> bool:
    """Return whether a block could be alone on the last page of a section."""
    is_end = isinstance(following, blocks.PageOrientation | None)
    return is_end and isinstance(block, blocks.Paragraph) and len(block.text.text) <= _MAX_LAST_LINE


def _keep_with_next(part: str) -> str:
    """Return the paragraphs of a block, the last of them kept with the next block."""
    ends = [found.end() for found in _STYLED_PARAGRAPH.finditer(part)]
    if not ends or part.startswith(_KEEP_WITH_NEXT, ends[-1]):
        return part
    return f"{part[: ends[-1]]}{_KEEP_WITH_NEXT}{part[ends[-1] :]}"


def _render_section_end(
    parts: list[str], ended: blocks.Block | None, page: PageSetup, disclaimer: LangText
) -> str:
    """Render the last paragraph of a section with the section properties.

    Only a paragraph can contain them, so that one with the disclaimer is added after a table.
    """
    if visible_text.ends_without_paragraph(ended):
        last = text_runs.render_text(disclaimer, "Note", page.context)
    else:
        last = parts.pop()
    before, _, content = last.rpartition("</w:pPr>")
    return f"{before}{page.section}</w:pPr>{content}"


def _render_block(block: _ParagraphBlock, context: RenderContext, properties: str) -> Iterator[str]:
    match block:
        case blocks.Cover():
            yield from cover.render_cover(block, context)
        case blocks.Paragraph(text, role):
            style = "Answer" if role is blocks.ParagraphRole.PLAIN else role.value.capitalize()
            yield text_runs.render_text(text, style, context, properties)
        case blocks.Bullets(points):
            for place, point in enumerate(points, start=1):
                last = properties if place == len(points) else ""
                yield text_runs.render_text(point, "ListBullet", context, last)
        case blocks.Question(_, text):
            yield text_runs.render_text(text, "Question", context, properties)
        case blocks.Answer():
            yield from answers.render_answer(block, context)
        case blocks.Checkboxes():
            yield answers.render_checkboxes(block, context)


def _render_heading(
    heading: blocks.Heading, number: int, context: RenderContext, properties: str
) -> str:
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name_bookmark(number)}"/>'
    content = f'{start}{_render_heading_text(heading, context)}<w:bookmarkEnd w:id="{number}"/>'
    style = f"Heading{heading.level}" if heading.is_listed else "GlanceHeading"
    return text_runs.render_paragraph(context.styles[style], content, properties)


def _render_heading_text(heading: blocks.Heading, context: RenderContext) -> str:
    language = heading.text.language
    fixed = text_runs.render_runs(LangText(visible_text.format_heading_prefix(heading), language))
    if not heading.key:
        return fixed
    answer = text_runs.render_runs(LangText(visible_text.get_heading_answer(heading), language))
    anchor = context.anchors.next(heading.key)
    return fixed + content_controls.wrap_runs(anchor, answer, ControlState(blocks.Control()))
