"""The table of contents: links to the headings, with their pages where these can be reckoned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from erasmus_desk.export.document import blocks, visible_text
from erasmus_desk.export.document.blocks import LangText
from erasmus_desk.export.document.sent_record import CONTENTS_LEVELS, is_in_contents
from erasmus_desk.export.word.text_runs import (
    FIELD_END,
    RenderContext,
    begin_field,
    render_paragraph,
    render_runs,
)

_UNKNOWN_PAGE = 10
"""What stands for a page while the pages are reckoned: a number of two digits."""


def name_bookmark(number: int) -> str:
    """Return the bookmark of a heading by its place among all headings, from 1."""
    return f"_Toc{number:06}"


def render_contents(
    document: blocks.Document, context: RenderContext, pages: Mapping[str, int] | None
) -> Iterator[str]:
    """Render the entries as a field with its result, so that it needs no update.

    `pages` are those of the bookmarks; an empty mapping reserves room for them, with `None` there
    are no page numbers until Word updates the field.
    """
    headings = (block for block in document.blocks if isinstance(block, blocks.Heading))
    listed = [one for one in enumerate(headings, start=1) if is_in_contents(one[1])]
    before = begin_field(f'TOC \\o "1-{CONTENTS_LEVELS}" \\h \\z')
    for number, heading in listed:
        language = heading.text.language
        bookmark = name_bookmark(number)
        entry = render_runs(LangText(visible_text.format_heading(heading), language))
        tabs = ""
        if pages is not None:
            page = LangText(str(pages.get(bookmark, _UNKNOWN_PAGE)), language)
            reference = begin_field(f"PAGEREF {bookmark} \\h") + render_runs(page)
            entry += f"<w:r><w:tab/></w:r>{reference}{FIELD_END}"
            tabs = _render_tab(heading.level, context.width)
        link = f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{entry}</w:hyperlink>'
        after = FIELD_END if number == listed[-1][0] else ""
        style = context.styles[f"TOC{heading.level}"]
        yield render_paragraph(style, f"{before}{link}{after}", tabs)
        before = ""


def _render_tab(level: int, width: int) -> str:
    """Render the tab stop of a page number, with dots below chapters."""
    leader = "none" if level == 1 else "dot"
    return f'<w:tabs><w:tab w:val="right" w:leader="{leader}" w:pos="{width}"/></w:tabs>'
