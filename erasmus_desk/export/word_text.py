"""Text as runs and paragraphs of WordprocessingML, as strings: fast, and the same every time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from erasmus_desk import words
from erasmus_desk.export.blocks import Said
from erasmus_desk.export.word_direction import directed, stretches

_BREAK = re.compile("\r\n|[\n\r\u0085\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold, and the control characters it advises against."""
_PIECES = re.compile("([\t\n]|[☐☒])")
_LISTED = re.compile(r"\s*(?:[-–—*•◦▪‣·]|\(?\w{1,2}[.)])[ \t\u00a0]")
_LONG_MARK = re.compile(r"\s*\(?\w")
_TICKS = "Segoe UI Symbol"
"""Ships with Windows and has both boxes; elsewhere the nearest symbol font steps in."""
_MOST_SPACE = 31680
"""The largest space before a paragraph that Word accepts, in twentieths of a point."""
_BLANK_LINE = 140
_KEEP = "<w:keepNext/>"
_HEADING_MOST = 70
"""Characters that fit in one line with room to spare."""
_ENDS = (".", "!", "?", ";", ",", "…")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where text is set: the ids of our styles in this file, and the width in twips."""

    styles: Mapping[str, str]
    width: int


def harmless(text: str) -> str:
    """Give a text with every character that XML cannot hold replaced by a visible sign."""
    return _FORBIDDEN.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:  # noqa: PLR2004 - the pictures of the first 32 control characters in order
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"  # noqa: PLR2004 - the picture of DEL


def lines(text: str) -> list[str]:
    """Give the lines of a text, however their ends are written."""
    return _BREAK.split(text)


def attribute(text: str) -> str:
    """Give a text that may stand between the quotes of an attribute."""
    return escape(harmless(" ".join(lines(text))), quote=True)


def runs(said: Said, properties: str = "") -> str:
    """Give the runs of a text, each marked with its language; line ends become breaks.

    `properties` are further run properties, in the order of the schema, before the language.
    """
    tag = words.tag(said.language) if said.language else "en-GB"
    language = f'<w:lang w:val="{tag}" w:eastAsia="{tag}"/>'
    plain = f"<w:r><w:rPr>{properties}{language}</w:rPr>"
    text = escape(harmless("\n".join(lines(said.text))), quote=False)
    pieces = _PIECES.split(text)
    return "".join(_piece(piece, plain, language) for piece in pieces if piece)


def _piece(piece: str, plain: str, language: str) -> str:
    if piece == "\t":
        return f"{plain}<w:tab/></w:r>"
    if piece == "\n":
        return f"{plain}<w:br/></w:r>"
    if piece in {"☐", "☒"}:
        fonts = f'w:ascii="{_TICKS}" w:hAnsi="{_TICKS}" w:eastAsia="{_TICKS}" w:cs="{_TICKS}"'
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
    blank = 0
    whole = lines(said.text)
    for place, line in enumerate(whole, start=1):
        if not line.strip():
            blank += 1
            continue
        name = style
        if _LISTED.match(line):
            name = f"{style}Number" if _LONG_MARK.match(line) else f"{style}Point"
        space = min(blank * _BLANK_LINE, _MOST_SPACE)
        more = _KEEP if name == style and not first and _leads(line, whole[place:]) else first
        more = f'{more}<w:spacing w:before="{space}"/>' if space else more
        known = setting.styles.get(name, setting.styles[style])
        yield paragraph(known, _of(line, said), directed(line, more))
        blank = 0


def _leads(line: str, behind: list[str]) -> bool:
    """Tell whether a line is like a heading of the text behind it: short, without full stop.

    The first of several such lines in a row is none: they are a list, which may be parted.
    """
    following = next((one for one in behind if one.strip()), "")
    return _is_short(line) and bool(following) and not _is_short(following)


def _is_short(line: str) -> bool:
    is_point = _LISTED.match(line) is not None
    return len(line) <= _HEADING_MOST and not is_point and not line.rstrip().endswith(_ENDS)


def _of(line: str, said: Said) -> str:
    return runs(Said(line, said.language))
