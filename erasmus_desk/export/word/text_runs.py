"""Text as runs and paragraphs of WordprocessingML, as strings: fast, and the same every time.

Which way text runs: names in Arabic or Hebrew are set from right to left, whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from html import escape

from msgspec import Struct, field

from erasmus_desk.export.document.anchors import Places
from erasmus_desk.export.document.blocks import Said
from erasmus_desk.export.document.text_lines import strips
from erasmus_desk.i18n import formats
from erasmus_desk.round_trip.visible_text import seen

RIGHT_TO_LEFT = "<w:bidi/>"
"""Of a paragraph; in the schema it stands before spacing, indents and alignment."""
_LETTER = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
"""The blocks of the scripts that run from right to left, present ones and those to come."""
_ANY = re.compile(_LETTER)
_STRETCH = re.compile(rf"({_LETTER}(?:[^A-Za-z\u00c0-\u058f\u1e00-\u1fff\t\n]*{_LETTER})?)")
_HEBREW = re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]")
_STRONG = {"L": False, "R": True, "AL": True}
_AFTER = re.compile("<w:(?:spacing|ind|contextualSpacing|jc|textAlignment|outlineLvl|rPr|sectPr)")


def runs_from_right(text: str) -> bool:
    """Tell whether a text is one that runs from the right: its first strong letter decides."""
    if text.isascii() or _ANY.search(text) is None:
        return False
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((_STRONG[kind] for kind in kinds if kind in _STRONG), False)


def stretches(text: str) -> Iterator[tuple[str, str]]:
    """Give the parts of a text with the tag of the language of those that run from the right.

    Digits and blanks between two words of such a script belong to them.
    """
    if text.isascii() or _ANY.search(text) is None:
        yield text, ""
        return
    for place, part in enumerate(_STRETCH.split(text)):
        if part:
            hebrew = "he-IL" if _HEBREW.search(part) else "ar-SA"
            yield part, hebrew if place % 2 else ""


def directed(text: str, more: str) -> str:
    """Give the properties of a paragraph, marked where its text runs from the right."""
    if not runs_from_right(text):
        return more
    found = _AFTER.search(more)
    place = found.start() if found else len(more)
    return f"{more[:place]}{RIGHT_TO_LEFT}{more[place:]}"


_PIECES = re.compile("([\t\n☐☒])")
TICKS = "Segoe UI Symbol"
"""Ships with Windows and has both boxes; elsewhere the nearest symbol font steps in."""
_MOST_SPACE = 31680
"""The largest space before a paragraph that Word accepts, in twentieths of a point."""
_BLANK_LINE = 140
_KEEP = "<w:keepNext/>"


class Setting(Struct, frozen=True):
    """Where text is set: the ids of our styles in this file, and the width in twips.

    `places` counts the answers while they are written.
    """

    styles: Mapping[str, str]
    width: int
    places: Places = field(default_factory=Places)


def attribute(text: str) -> str:
    """Give a text that may stand between the quotes of an attribute."""
    return escape(seen(text).replace("\n", " "), quote=True)


def runs(said: Said, properties: str = "") -> str:
    """Give the runs of a text, each marked with its language; line ends become breaks.

    `properties` are further run properties, in the order of the schema, before the language.
    """
    tag = formats.tag(said.language) if said.language else "en-GB"
    language = f'<w:lang w:val="{tag}" w:eastAsia="{tag}"/>'
    plain = f"<w:r><w:rPr>{properties}{language}</w:rPr>"
    text = escape(seen(said.text), quote=False)
    pieces = _PIECES.split(text)
    return "".join(_piece(piece, plain, language) for piece in pieces if piece)


def _piece(piece: str, plain: str, language: str) -> str:
    if piece == "\t":
        return f"{plain}<w:tab/></w:r>"
    if piece == "\n":
        return f"{plain}<w:br/></w:r>"
    if piece in {"☐", "☒"}:
        fonts = f'w:ascii="{TICKS}" w:hAnsi="{TICKS}" w:eastAsia="{TICKS}" w:cs="{TICKS}"'
        return f"<w:r><w:rPr><w:rFonts {fonts}/>{language}</w:rPr><w:t>{piece}</w:t></w:r>"
    return "".join(_stretch(part, tag, plain, language) for part, tag in stretches(piece))


def _stretch(part: str, tag: str, plain: str, language: str) -> str:
    """Give a run; `tag` is the language of one that runs from right to left."""
    if tag:
        # The font and the order of such a run are those of complex scripts.
        marked = f'<w:rtl/>{language.removesuffix("/>")} w:bidi="{tag}"/>'
        plain = plain.replace(language, marked)
    return f'{plain}<w:t xml:space="preserve">{part}</w:t></w:r>'


def paragraph(style: str, content: str, more: str = "") -> str:
    """Give a paragraph with finished runs; `more` are further properties in schema order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{content}</w:p>'


def plain(said: Said, style: str, setting: Setting, more: str = "") -> str:
    """Give a text as one paragraph in one of our styles."""
    return paragraph(setting.styles[style], runs(said), directed(said.text, more))


def written(said: Said, setting: Setting, style: str, first: str = "") -> Iterator[str]:
    """Give what somebody wrote: a paragraph for each line, no character added or lost.

    A blank line becomes space before the next paragraph, so that none stands empty. A line
    that looks like a point of a list hangs behind its mark, one that looks like a heading
    stays with what follows. `first` are properties that every paragraph gets, those that stand
    before the spacing in the schema.
    """
    for strip in strips(said.text):
        name = f"{style}{strip.mark}"
        space = min(strip.blanks * _BLANK_LINE, _MOST_SPACE)
        more = _KEEP if strip.leads and not first else first
        more = f'{more}<w:spacing w:before="{space}"/>' if space else more
        known = setting.styles.get(name, setting.styles[style])
        yield paragraph(known, _of(strip.text, said), directed(strip.text, more))


def _of(line: str, said: Said) -> str:
    return runs(Said(line, said.language))
