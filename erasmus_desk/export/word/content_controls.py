"""Content controls of Word around answers: editable, not deletable, each with its tag.

The order of bookmarks, controls and comments, and why:
docs/decisions/0013-content-controls-bookmarks-and-record.md.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from erasmus_desk.export.document.anchors import Anchor
from erasmus_desk.export.document.blocks import Choice, Control, LangText
from erasmus_desk.export.document.context import TICKED
from erasmus_desk.export.word.text_runs import CHECKBOX_FONT, escape_xml, render_runs
from erasmus_desk.i18n import formats

_MAX_LABEL_LENGTH = 64
"""Longest title of a content control in Word; a longer one damages the file."""
_FIRST_ID = 100_000
"""Lower ids are those of the bookmarks of headings."""
_IDS_PER_ANCHOR = 50
"""Ids reserved for the controls of an anchor: its own and those of its boxes."""
_LOCK = '<w:lock w:val="sdtLocked"/>'
_PLACEHOLDER = "<w:showingPlcHdr/>"
_QUICK_PARTS = '<w:docPartObj><w:docPartGallery w:val="Quick Parts"/></w:docPartObj>'
"""Marks a control as a part of the document, as Word does.

LibreOffice 7.4 treats any other control around paragraphs as an input field in the first of them.
When it saves, comments inside are lost, and tracked changes damage the XML."""
_PLAIN_TEXT = '<w:rPr><w:i w:val="0"/><w:iCs w:val="0"/><w:color w:val="auto"/></w:rPr>'
"""The format of text typed over a placeholder, instead of that of the placeholder."""
_BOX = re.compile("([☐☒])")
_COMMENT_REFERENCE = (
    '<w:r><w:rPr><w:lang w:val="en-GB" w:eastAsia="en-GB"/></w:rPr>'
    '<w:commentReference w:id="{}"/></w:r>'
)


class ControlState(Struct, frozen=True):
    """The kind, language and state of a control.

    If `is_prompt`, its placeholder asks for an answer and has a style of its own.
    """

    control: Control
    language: str = ""
    is_empty: bool = False
    is_prompt: bool = False


def wrap_runs(anchor: Anchor, content: str, state: ControlState) -> str:
    """Return runs in a control inside a paragraph, with the bookmark around the control.

    So text that replaces the whole answer is still inside the bookmark.
    """
    start, end = _render_bookmark(anchor)
    before, after = _render_comment_marks(anchor)
    return f"{start}{before}{_render_control(anchor, content, state)}{after}{end}"


def wrap_paragraphs(anchor: Anchor, paragraphs: str, state: ControlState) -> str:
    """Return paragraphs in a control of their own."""
    start, end = _render_bookmark(anchor)
    content = _wrap_comments(anchor, paragraphs)
    return f"{start}{_render_control(anchor, content, state, _QUICK_PARTS)}{end}"


def wrap_cell(anchor: Anchor, paragraphs: str, state: ControlState) -> str:
    """Return paragraphs in a control that fills a table cell.

    The bookmark is inside, so that nothing follows the control in the cell.
    """
    start, end = _render_bookmark(anchor)
    content = f"{start}{_wrap_comments(anchor, paragraphs)}{end}"
    return _render_control(anchor, content, state, _QUICK_PARTS)


def render_boxes(shown: LangText, anchor: Anchor, options: tuple[str, ...]) -> str:
    """Render a text as runs, with each box in it as a checkbox control."""
    parts: list[str] = []
    # The pieces at odd places are the boxes.
    for place, piece in enumerate(_BOX.split(shown.text)):
        run = render_runs(LangText(piece, shown.language))
        count = place // 2
        if place % 2 and (option := options[count] if count < len(options) else ""):
            run = _render_box(anchor, count, option, run, ticked=piece == TICKED)
        parts.append(run)
    return "".join(parts)


def render_checkbox(shown: LangText, anchor: Anchor, count: int, option: str) -> str:
    """Render a line that begins with a box, with the box as a checkbox control."""
    box, rest = shown.text[0], shown.text[1:]
    run = render_runs(LangText(box, shown.language))
    clicked = _render_box(anchor, count, option, run, ticked=box == TICKED)
    return clicked + render_runs(LangText(rest, shown.language))


def _render_control(anchor: Anchor, content: str, state: ControlState, kind: str = "") -> str:
    number = _FIRST_ID + _IDS_PER_ANCHOR * anchor.number
    # A click on a placeholder selects all of it, so that boxes in it could not be clicked.
    is_placeholder = state.is_empty and not state.control.boxes
    before = _PLAIN_TEXT if is_placeholder and state.is_prompt else ""
    after = (_PLACEHOLDER if is_placeholder else "") + (_render_kind(state) or kind)
    return _render_sdt(anchor, (number, anchor.tag), (before, after), content)


def _render_box(anchor: Anchor, count: int, option: str, run: str, *, ticked: bool) -> str:
    number = _FIRST_ID + _IDS_PER_ANCHOR * anchor.number + 1 + count % (_IDS_PER_ANCHOR - 1)
    kind = (
        f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
        f'<w14:checkedState w14:val="2612" w14:font="{CHECKBOX_FONT}"/>'
        f'<w14:uncheckedState w14:val="2610" w14:font="{CHECKBOX_FONT}"/></w14:checkbox>'
    )
    return _render_sdt(anchor, (number, anchor.checkbox_tag(option)), ("", kind), run)


def _render_sdt(
    anchor: Anchor, identity: tuple[int, str], properties: tuple[str, str], content: str
) -> str:
    """Render a control; `properties` are those before and after its name and lock."""
    number, tag = identity
    before, after = properties
    return (
        f'<w:sdt><w:sdtPr>{before}<w:alias w:val="{_shorten_label(anchor.label)}"/>'
        f'<w:tag w:val="{escape_xml(tag)}"/><w:id w:val="{number}"/>{_LOCK}{after}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


@lru_cache(512)
def _shorten_label(label: str) -> str:
    if len(label) > _MAX_LABEL_LENGTH:
        label = f"{label[: _MAX_LABEL_LENGTH - 2].rsplit(' ', 1)[0]} …"
    return escape_xml(label)


def _render_kind(state: ControlState) -> str:
    control = state.control
    if control.is_date:
        day = f' w:fullDate="{control.day.isoformat()}T00:00:00Z"' if control.day else ""
        shape = escape_xml(formats.find_date_pattern(state.language))
        return (
            f'<w:date{day}><w:dateFormat w:val="{shape}"/>'
            f'<w:lid w:val="{formats.find_language_tag(state.language)}"/>'
            '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
        )
    return _render_drop_down(control.choices) if control.choices else ""


@lru_cache(64)
def _render_drop_down(choices: tuple[Choice, ...]) -> str:
    listed = "".join(
        f'<w:listItem w:displayText="{escape_xml(one.text)}" w:value="{escape_xml(one.option)}"/>'
        for one in choices
    )
    return f"<w:dropDownList>{listed}</w:dropDownList>"


def _render_bookmark(anchor: Anchor) -> tuple[str, str]:
    number = _FIRST_ID + _IDS_PER_ANCHOR * anchor.number
    start = f'<w:bookmarkStart w:id="{number}" w:name="{anchor.bookmark}"/>'
    return start, f'<w:bookmarkEnd w:id="{number}"/>'


def _render_comment_marks(anchor: Anchor) -> tuple[str, str]:
    """Return the marks before and after a text with comments."""
    before = "".join(f'<w:commentRangeStart w:id="{one}"/>' for one in anchor.comments)
    after = "".join(
        f'<w:commentRangeEnd w:id="{one}"/>{_COMMENT_REFERENCE.format(one)}'
        for one in anchor.comments
    )
    return before, after


def _wrap_comments(anchor: Anchor, paragraphs: str) -> str:
    """Return paragraphs with the comment marks inside the first and the last of them."""
    if not anchor.comments:
        return paragraphs
    before, after = _render_comment_marks(anchor)
    first, mark, rest = paragraphs.partition("</w:pPr>")
    content, end, tail = f"{first}{mark}{before}{rest}".rpartition("</w:p>")
    return f"{content}{after}{end}{tail}"
