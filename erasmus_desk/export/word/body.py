"""The blocks of a document as the body of a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from erasmus_desk.export.document import visible_text
from erasmus_desk.export.document.anchors import Places
from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Bullets,
    Contents,
    Control,
    Cover,
    Document,
    Heading,
    Paragraph,
    Question,
    Said,
    Table,
    Ticks,
    Tone,
    Turn,
)
from erasmus_desk.export.word import answers, content_controls
from erasmus_desk.export.word.content_controls import Held
from erasmus_desk.export.word.sections import Page, Pages
from erasmus_desk.export.word.tables import Beside, table
from erasmus_desk.export.word.text_runs import Setting, paragraph, plain, runs

_IN_CONTENTS = 2
"""The deepest level of headings that the contents list."""
_FIRST_NOTE = '<w:spacing w:before="360" w:after="120"/>'
_NEW_PAGE = "<w:pageBreakBefore/>"
_LINKS = "<w:keepNext/>"
_FEW = 300
"""Letters of a paragraph that never stands alone on the last page of a section."""
_STYLED = re.compile('<w:p><w:pPr><w:pStyle w:val="[^"]*"/>')
_HELPS = (Tone.INTRO, Tone.OFFICIAL, Tone.GUIDANCE, Tone.PLAIN)
"""How a paragraph speaks that may lead to what stands behind it."""
_TONES = {
    Tone.PLAIN: "Answer",
    Tone.INTRO: "Intro",
    Tone.OFFICIAL: "Official",
    Tone.GUIDANCE: "Guidance",
    Tone.COUNTER: "Counter",
    Tone.MISSING: "Missing",
    Tone.NOTE: "Note",
    Tone.BESIDE: "Beside",
}


def body(document: Document, pages: Pages, places: Places) -> str:
    """Give the content of the body, the properties of its last section at the end."""
    entries = [block for block in document.blocks if isinstance(block, Heading)]
    anchors = {id(block): f"_Toc{number:06}" for number, block in enumerate(entries, start=1)}
    parts: list[str] = []
    page, setting = pages.first, replace(pages.first.setting, places=places)
    before: Block | None = None
    behind = (*document.blocks[1:], None)
    for block, following in zip(document.blocks, behind, strict=True):
        opens = isinstance(before, Cover | Contents)
        match block:
            case Contents():
                listed = [one for one in entries if one.level <= _IN_CONTENTS]
                parts += _contents(block, listed, anchors, setting, new_page=opens)
            case Heading():
                parts.append(_heading(block, anchors[id(block)], setting, new_page=opens))
            case Turn(wide):
                parts.append(_section_end(parts, before, page, document.edge.mark))
                page = pages.wide if wide else pages.upright
                setting = replace(page.setting, places=places)
            case Table():
                parts.append(table(block, setting, _beside(before, following)))
            case _:
                if parts and _is_last_line(block, following):
                    parts[-1] = _linked(parts[-1])
                parts += _simple(block, setting, _LINKS if _leads(block, following) else "")
        before = block
    if isinstance(before, Table):
        # Word wants a paragraph behind the last table and would add an empty one.
        parts.append(plain(document.edge.mark, "Note", setting))
    return "".join((*parts, page.section))


def _leads(block: Block, following: Block | None) -> bool:
    """Tell whether the last words of a block stay with the first ones of the next.

    Help stays with the answer that it helps with, but not line by line with all other help:
    so much text in one piece would leave half a page empty.
    """
    if isinstance(block, Paragraph) and block.tone is Tone.BESIDE:
        is_help = isinstance(following, Bullets | Paragraph) and following.tone in _HELPS
        return following is not None and not is_help
    if isinstance(block, Bullets | Paragraph) and block.tone in _HELPS:
        is_counter = isinstance(following, Paragraph) and following.tone is Tone.COUNTER
        return is_counter or isinstance(following, Answer | Ticks | Table)
    return False


def _is_last_line(block: Block, following: Block | None) -> bool:
    """Tell whether a block is all that might stand on the last page of a section."""
    is_last = isinstance(following, Turn | None)
    return is_last and isinstance(block, Paragraph) and len(block.text.text) <= _FEW


def _linked(part: str) -> str:
    """Give the paragraphs of a block, the last of them kept with what follows."""
    places = [found.end() for found in _STYLED.finditer(part)]
    if not places or part.startswith(_LINKS, places[-1]):
        return part
    return f"{part[: places[-1]]}{_LINKS}{part[places[-1] :]}"


def _beside(before: Block | None, following: Block | None) -> Beside:
    """Say what a table stands between; a section that ends with it gets a last paragraph."""
    return Beside(isinstance(before, Table), isinstance(following, Turn | None))


def _section_end(parts: list[str], ended: Block | None, page: Page, mark: Said) -> str:
    """Give the last paragraph of a section again, with the properties of its pages.

    Only a paragraph can hold them, so that behind a table one with the mark has to stand.
    """
    last = plain(mark, "Note", page.setting) if visible_text.is_apart(ended) else parts.pop()
    before, _, content = last.rpartition("</w:pPr>")
    return f"{before}{page.section}</w:pPr>{content}"


def _simple(
    block: Cover | Paragraph | Bullets | Question | Answer | Ticks, setting: Setting, last: str
) -> Iterator[str]:
    match block:
        case Cover():
            yield from _cover(block, setting)
        case Paragraph(text, tone):
            yield plain(text, _TONES[tone], setting, last)
        case Bullets(points):
            for place, point in enumerate(points, start=1):
                more = last if place == len(points) else ""
                yield plain(point, "ListBullet", setting, more)
        case Question(_, text):
            yield plain(text, "Question", setting)
        case Answer():
            yield from answers.answer(block, setting)
        case Ticks():
            yield answers.ticks(block, setting)


def _cover(cover: Cover, setting: Setting) -> Iterator[str]:
    if cover.eyebrow.text:
        yield plain(cover.eyebrow, "Eyebrow", setting)
    held = Held(Control(), is_empty=cover.is_untitled)
    yield _named(cover.title, cover.title_key, "Title", setting, held)
    if cover.subtitle.text:
        yield _named(cover.subtitle, cover.subtitle_key, "Subtitle", setting, Held(Control()))
    for fact in cover.facts:
        label = runs(fact.label, f'<w:rStyle w:val="{setting.styles["Label"]}"/>')
        values = "<w:r><w:br/></w:r>".join(runs(value) for value in fact.values)
        style = setting.styles["CoverFact"]
        yield paragraph(style, f"{label}<w:r><w:tab/></w:r>{values}")
    for place, note in enumerate(cover.notes):
        yield plain(note, "Beside" if place else "Answer", setting, "" if place else _FIRST_NOTE)
    yield plain(cover.mark, "Mark", setting)


def _named(said: Said, key: str, style: str, setting: Setting, held: Held) -> str:
    """Give a line of the cover; with a key, as the answer that it shows."""
    if not key:
        return plain(said, style, setting)
    return answers.one_line(said, key, setting.styles[style], setting, held)


def _heading(heading: Heading, anchor: str, setting: Setting, *, new_page: bool) -> str:
    number = anchor.removeprefix("_Toc").lstrip("0")
    start = f'<w:bookmarkStart w:id="{number}" w:name="{anchor}"/>'
    content = f'{start}{_in_heading(heading, setting)}<w:bookmarkEnd w:id="{number}"/>'
    style = setting.styles[f"Heading{heading.level}"]
    return paragraph(style, content, _NEW_PAGE if new_page else "")


def _in_heading(heading: Heading, setting: Setting) -> str:
    if not heading.key:
        return runs(_titled(heading))
    first, said = (
        visible_text.lead(heading),
        Said(visible_text.answer(heading), heading.text.language),
    )
    shown = content_controls.inline(setting.places.next(heading.key), runs(said), Held(Control()))
    return runs(Said(first, said.language)) + shown if first else shown


def _titled(heading: Heading) -> Said:
    return Said(visible_text.number(heading) + heading.text.text, heading.text.language)


def _contents(
    contents: Contents,
    listed: list[Heading],
    anchors: dict[int, str],
    setting: Setting,
    *,
    new_page: bool,
) -> Iterator[str]:
    """Give a table of contents as Word would leave it, so that it need not be made anew.

    No page numbers: only Word knows them, and wrong ones are worse than none. Who asks Word
    to update the field gets them.
    """
    yield plain(contents.title, "TOCHeading", setting, _NEW_PAGE if new_page else "")
    code = f'TOC \\o "1-{_IN_CONTENTS}" \\h \\z \\u'
    before = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    for place, heading in enumerate(listed, start=1):
        anchor = anchors[id(heading)]
        link = f'<w:hyperlink w:anchor="{anchor}" w:history="1">{runs(_titled(heading))}'
        after = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if place == len(listed) else ""
        style = setting.styles[f"TOC{heading.level}"]
        yield paragraph(style, f"{before}{link}</w:hyperlink>{after}")
        before = ""
