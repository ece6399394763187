"""Content controls of Word around answers: editable, not deletable, each with its tag.

What stands around what, and why: docs/decisions/0013-the-word-file-carries-its-way-home.md.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from erasmus_desk.export.document.anchors import Place
from erasmus_desk.export.document.blocks import Choice, Control, Said
from erasmus_desk.export.document.context import TICKED
from erasmus_desk.export.word.text_runs import TICKS, attribute, runs
from erasmus_desk.i18n import formats

LABEL_MOST = 64
"""Characters that Word takes in the title of a control; a longer one damages the file."""
_FIRST_ID = 100_000
"""Numbers below are those of the bookmarks of headings."""
_BOXES = 50
"""Ids of controls that a place has at its disposal, for itself and its boxes."""
_LOCK = '<w:lock w:val="sdtLocked"/>'
_PLACEHOLDER = "<w:showingPlcHdr/>"
_PARAGRAPHS = '<w:docPartObj><w:docPartGallery w:val="Quick Parts"/></w:docPartObj>'
"""Says that a control is around a part of a document, which is what Word makes of such parts too.

LibreOffice 7.4 takes a control around paragraphs that says nothing for an input field in the first
of them. Comments in there are lost when it saves, and tracked changes make it write a file that
is no XML any more."""
_TYPED = '<w:rPr><w:i w:val="0"/><w:iCs w:val="0"/><w:color w:val="auto"/></w:rPr>'
"""How Word sets what is typed in the place of a placeholder: not in the look of that one."""
_BOX = re.compile("[☐☒]")
_REFERENCE = (
    '<w:r><w:rPr><w:lang w:val="en-GB" w:eastAsia="en-GB"/></w:rPr>'
    '<w:commentReference w:id="{}"/></w:r>'
)


class Held(Struct, frozen=True):
    """What goes into a control: how it is changed, in which language, and whether it is empty.

    `is_plea`: what stands in it asks for an answer, in a look of its own.
    """

    control: Control
    language: str = ""
    is_empty: bool = False
    is_plea: bool = False


def inline(place: Place, content: str, held: Held) -> str:
    """Give finished runs in a control, for within a paragraph; the bookmark is around it.

    What is typed in the place of the whole answer then still stands between the bookmark.
    """
    start, end = _bookmark(place)
    before, after = _comments(place)
    return f"{start}{before}{_control(place, content, held)}{after}{end}"


def block(place: Place, paragraphs: str, held: Held) -> str:
    """Give finished paragraphs in a control, for between paragraphs."""
    start, end = _bookmark(place)
    return f"{start}{_control(place, _commented(place, paragraphs), held, _PARAGRAPHS)}{end}"


def in_cell(place: Place, paragraphs: str, held: Held) -> str:
    """Give finished paragraphs in a control that fills a cell of a table.

    The bookmark is inside, so that the cell ends with the control and with nothing else.
    """
    start, end = _bookmark(place)
    return _control(place, f"{start}{_commented(place, paragraphs)}{end}", held, _PARAGRAPHS)


def boxes(said: Said, place: Place, options: tuple[str, ...]) -> str:
    """Give words as runs, each box in them as one that can be clicked."""
    parts: list[str] = []
    at = 0
    for count, found in enumerate(_BOX.finditer(said.text)):
        parts.append(_spoken(said, at, found.start()))
        box = runs(Said(found[0], said.language))
        option = options[count] if count < len(options) else ""
        parts.append(_box(place, count, option, box, ticked=found[0] == TICKED) if option else box)
        at = found.end()
    return "".join((*parts, _spoken(said, at, len(said.text))))


def _spoken(said: Said, start: int, end: int) -> str:
    text = said.text[start:end]
    return runs(Said(text, said.language)) if text else ""


def tick(said: Said, place: Place, count: int, option: str) -> str:
    """Give a line that begins with a box, its box as one that can be clicked."""
    box = runs(Said(said.text[0], said.language))
    clicked = _box(place, count, option, box, ticked=said.text[0] == TICKED)
    return clicked + _spoken(said, 1, len(said.text))


def _control(place: Place, content: str, held: Held, kind: str = "") -> str:
    number = _FIRST_ID + _BOXES * place.number
    # Who clicks a placeholder selects all of it, and so could not click a box in it.
    is_placeholder = held.is_empty and not held.control.boxes
    before = _TYPED if is_placeholder and held.is_plea else ""
    more = _PLACEHOLDER if is_placeholder else ""
    return _sdt(place, (number, place.tag), (before, more + (_kind(held) or kind)), content)


def _box(place: Place, count: int, option: str, run: str, *, ticked: bool) -> str:
    number = _FIRST_ID + _BOXES * place.number + 1 + count % (_BOXES - 1)
    kind = (
        f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
        f'<w14:checkedState w14:val="2612" w14:font="{TICKS}"/>'
        f'<w14:uncheckedState w14:val="2610" w14:font="{TICKS}"/></w14:checkbox>'
    )
    return _sdt(place, (number, place.tick_tag(option)), ("", kind), run)


def _sdt(place: Place, named: tuple[int, str], around: tuple[str, str], content: str) -> str:
    """Give a control; what stands `around` its name and lock among its properties."""
    number, tag = named
    before, more = around
    return (
        f'<w:sdt><w:sdtPr>{before}<w:alias w:val="{_label(place.label)}"/>'
        f'<w:tag w:val="{attribute(tag)}"/><w:id w:val="{number}"/>{_LOCK}{more}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


@lru_cache(512)
def _label(label: str) -> str:
    if len(label) > LABEL_MOST:
        label = f"{label[: LABEL_MOST - 2].rsplit(' ', 1)[0]} …"
    return attribute(label)


def _kind(held: Held) -> str:
    control = held.control
    if control.is_day:
        day = f' w:fullDate="{control.day.isoformat()}T00:00:00Z"' if control.day else ""
        shape = attribute(formats.day_shape(held.language))
        return (
            f'<w:date{day}><w:dateFormat w:val="{shape}"/>'
            f'<w:lid w:val="{formats.tag(held.language)}"/>'
            '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
        )
    return _listed(control.choices) if control.choices else ""


@lru_cache(64)
def _listed(choices: tuple[Choice, ...]) -> str:
    listed = "".join(
        f'<w:listItem w:displayText="{attribute(one.text)}" w:value="{attribute(one.option)}"/>'
        for one in choices
    )
    return f"<w:dropDownList>{listed}</w:dropDownList>"


def _bookmark(place: Place) -> tuple[str, str]:
    number = _FIRST_ID + _BOXES * place.number
    start = f'<w:bookmarkStart w:id="{number}" w:name="{place.anchor}"/>'
    return start, f'<w:bookmarkEnd w:id="{number}"/>'


def _comments(place: Place) -> tuple[str, str]:
    """Give what stands before and behind the words that comments are on."""
    before = "".join(f'<w:commentRangeStart w:id="{one}"/>' for one in place.comments)
    after = "".join(
        f'<w:commentRangeEnd w:id="{one}"/>{_REFERENCE.format(one)}' for one in place.comments
    )
    return before, after


def _commented(place: Place, paragraphs: str) -> str:
    """Lay the comments of a place around all of its paragraphs, inside the first and the last."""
    if not place.comments:
        return paragraphs
    before, after = _comments(place)
    first, mark, rest = paragraphs.partition("</w:pPr>")
    whole, end, nothing = f"{first}{mark}{before}{rest}".rpartition("</w:p>")
    return f"{whole}{after}{end}{nothing}"
