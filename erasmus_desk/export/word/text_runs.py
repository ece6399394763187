"""Runs and paragraphs of WordprocessingML as strings, which is fast and always the same.

Names in Arabic or Hebrew run from right to left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from html import escape

from msgspec import Struct, field

from erasmus_desk.export.document.anchors import Anchors
from erasmus_desk.export.document.blocks import LangText
from erasmus_desk.export.document.visible_text import parse_lines
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.figures import join_on_pages
from erasmus_desk.round_trip.visible_text import make_visible

BOLD = "<w:b/><w:bCs/>"
BIDI = "<w:bidi/>"
"""A paragraph property; in the schema before spacing, indents and alignment."""
FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
"""What ends a field of Word, after its result."""
_RTL_LETTER = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
"""The Unicode blocks of scripts from right to left, with those reserved for more."""
_ANY_RTL = re.compile(_RTL_LETTER)
_RTL_STRETCH = re.compile(
    rf"({_RTL_LETTER}(?:[^A-Za-z\u00c0-\u058f\u1e00-\u1fff\t\n]*{_RTL_LETTER})?)"
)
_HEBREW = re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]")
_STRONG_DIRECTIONS = {"L": False, "R": True, "AL": True}
_AFTER_BIDI = re.compile(
    "<w:(?:spacing|ind|contextualSpacing|jc|textAlignment|outlineLvl|rPr|sectPr)"
)


def is_right_to_left(text: str) -> bool:
    """Return whether a text runs from right to left: its first strong letter decides."""
    if text.isascii() or _ANY_RTL.search(text) is None:
        return False
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((_STRONG_DIRECTIONS[kind] for kind in kinds if kind in _STRONG_DIRECTIONS), False)


def split_by_direction(text: str) -> Iterator[tuple[str, str]]:
    """Return the parts of a text, each with a language tag if it runs from right to left.

    Digits and spaces between two words of such a script belong to them.
    """
    if text.isascii() or _ANY_RTL.search(text) is None:
        yield text, ""
        return
    for place, part in enumerate(_RTL_STRETCH.split(text)):
        if part:
            hebrew = "he-IL" if _HEBREW.search(part) else "ar-SA"
            yield part, hebrew if place % 2 else ""


def add_direction(text: str, more: str) -> str:
    """Return the properties of a paragraph, with `BIDI` if its text runs from right to left."""
    if not is_right_to_left(text):
        return more
    found = _AFTER_BIDI.search(more)
    place = found.start() if found else len(more)
    return f"{more[:place]}{BIDI}{more[place:]}"


_SPECIAL_CHARACTERS = re.compile("([\t\n☐☒])")
CHECKBOX_FONT = "Segoe UI Symbol"
"""A Windows font with both boxes; other systems use another symbol font instead."""
_MAX_SPACE = 31680
"""The largest space before a paragraph that Word accepts, in twentieths of a point."""
_KEEP_WITH_NEXT = "<w:keepNext/>"


class RenderContext(Struct, frozen=True):
    """The ids of our styles in the file, the text area in twips, and the anchor counter.

    A height of 0 is not known. `letter_width` is that of the font, compared with Arial, and
    `cover_letters` that of one that may take its place; `title_size` is that of the title in half
    points. `page_top` is the space in twips above a heading that opens a page: a letterhead may end
    right above it.
    """

    styles: Mapping[str, str]
    width: int
    anchors: Anchors = field(default_factory=Anchors)
    height: int = 0
    letter_width: float = 1
    cover_letters: float = 1
    title_size: float = 60
    page_top: int = 0


def escape_xml(text: str) -> str:
    """Return a text for a quoted XML attribute or an element."""
    return escape(make_visible(text).replace("\n", " "), quote=True)


def render_runs(lang_text: LangText, properties: str = "", *, is_exact: bool = False) -> str:
    """Render a text as runs with its language; line ends become breaks.

    Figures never break over two lines, unless `is_exact`: then no blank is changed.

    `properties` are further run properties that precede the language in the schema.
    """
    tag = formats.find_language_tag(lang_text.language) if lang_text.language else "en-GB"
    language = f'<w:lang w:val="{tag}" w:eastAsia="{tag}"/>'
    plain = f"<w:r><w:rPr>{properties}{language}</w:rPr>"
    joined = lang_text.text if is_exact else join_on_pages(lang_text.text)
    text = escape(make_visible(joined), quote=False)
    pieces = _SPECIAL_CHARACTERS.split(text)
    return "".join(_render_piece(piece, plain, language) for piece in pieces if piece)


def _render_piece(piece: str, plain: str, language: str) -> str:
    if piece == "\t":
        return f"{plain}<w:tab/></w:r>"
    if piece == "\n":
        return f"{plain}<w:br/></w:r>"
    if piece in {"☐", "☒"}:
        fonts = " ".join(
            f'w:{script}="{CHECKBOX_FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs")
        )
        return f"<w:r><w:rPr><w:rFonts {fonts}/>{language}</w:rPr><w:t>{piece}</w:t></w:r>"
    parts = split_by_direction(piece)
    return "".join(_render_run(part, tag, plain, language) for part, tag in parts)


def _render_run(part: str, tag: str, plain: str, language: str) -> str:
    """Render a run; `tag` is its language if it runs from right to left."""
    if tag:
        # Such a run has the font and order of complex scripts.
        marked = f'<w:rtl/>{language.removesuffix("/>")} w:bidi="{tag}"/>'
        plain = plain.replace(language, marked)
    return f'{plain}<w:t xml:space="preserve">{part}</w:t></w:r>'


def render_paragraph(style: str, content: str, more: str = "") -> str:
    """Render a paragraph of runs; `more` are further properties in schema order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{content}</w:p>'


def begin_field(code: str) -> str:
    """Render a field of Word up to its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def render_text(lang_text: LangText, style: str, context: RenderContext, more: str = "") -> str:
    """Render a text as one paragraph in one of our styles."""
    properties = add_direction(lang_text.text, more)
    return render_paragraph(context.styles[style], render_runs(lang_text), properties)


def render_lines(
    lang_text: LangText,
    context: RenderContext,
    style: str,
    first: str = "",
    *,
    is_typed: bool = True,
) -> Iterator[str]:
    """Render a text as a paragraph for each line, no character added or lost.

    Blank lines become space before the next paragraph, so that no paragraph is empty. List items
    have a hanging indent, lines like headings are bold; what introduces a line stays with it.
    `first` are properties of all paragraphs, which precede the spacing in the schema.
    """
    for line in parse_lines(lang_text.text, is_typed=is_typed):
        name = f"{style}{line.marker}"
        space = min(line.space, _MAX_SPACE)
        more = _KEEP_WITH_NEXT if line.keeps_next and not first else first
        more = f'{more}<w:spacing w:before="{space}"/>' if space else more
        known = context.styles.get(name, context.styles[style])
        content = "".join(
            render_runs(LangText(text, lang_text.language), BOLD if is_bold else "")
            for text, is_bold in line.split()
        )
        yield render_paragraph(known, content, add_direction(line.text, more))
