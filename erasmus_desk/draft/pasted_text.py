"""Text from the clipboard as an answer has it: plain lines, whatever program it was copied from.

Letters that a PDF has joined are letters again, and so are lines that its page broke. Nothing that
can be read is lost. The page lines of a copied PDF form are found, so that the user is offered to
remove them.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import Final

from erasmus_desk.draft.hidden_characters import LINE_BREAK
from erasmus_desk.draft.wrapped_lines import join_wrapped

# Signs of lists, and letters of symbol fonts if Word puts a tab after them.
_SIGNS: Final = "•·▪▫◦‣\u2043∙●○■□➢➤►✓✔\uf000-\uf0ff"
_BULLET: Final = re.compile(
    f"^([ \t]*)(?:[{_SIGNS}][ \t\xa0]+|[o§Øüvq*\u2013\u2014-][ \xa0]*\t[ \t\xa0]*)", re.MULTILINE
)
_NUMBER: Final = re.compile("^([ \t]*(?:\\d{1,3}|[A-Za-z])[.)])[ \xa0]*\t[ \t\xa0]*", re.MULTILINE)
_QUOTED_CELL: Final = re.compile('(?:^|\t|\n)"[^"\t]*\n')
_GAP: Final = re.compile("[ \t]*[\t\r\n\v\f\x85\u2028\u2029]+[ \t]*")
"""Breaks and tabs, with the blanks around them."""
_SPREADSHEET: Final = re.compile("Excel\\.Sheet|office:excel|LibreOffice|OpenOffice", re.IGNORECASE)
# The lines around a page break of the forms of the programme, whose PDF is made by one program
# (facts of the form of 2017: header and footer). Those of the second kind are such a line only
# beside one of the first.
_PAGE_LINE: Final = re.compile(
    r"page\s+\d+\s+(?:of|/)\s+\d+|(?:[a-z]{2}\s+)?form hash code\b.*|form version\s*:?\s*[\d.]+"
    r"|(?:this )?form has (?:not )?been submitted\b.*|[a-z]{2}\s+\d+\s*/\s*\d+",
    re.IGNORECASE,
)
_BESIDE_PAGE_LINE: Final = re.compile(
    r"erasmus\+|application form|call\s*:\s*\d{4}|ka\d+\s*-\s*.{3,90}|[a-z]{2}|\d+\s*/\s*\d+|\s*",
    re.IGNORECASE,
)


_LIGATURES: Final = {
    code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)
}
"""Letters joined for print, as in "ﬁ", by which no search finds a word."""


def clean_pasted(text: str, html: str = "") -> str:
    """Return pasted text with plain line breaks, lists with hyphens and lines as long as they are.

    `html` is the same as the clipboard has it in HTML, and is read if there is no text.
    """
    if not text:
        text = read_html(html)
    text = LINE_BREAK.sub("\n", text).translate(_LIGATURES)
    is_table = bool(_SPREADSHEET.search(html))
    if _QUOTED_CELL.search(text) and ("\t" in text or is_table):
        rows = csv.reader(text.splitlines(keepends=True), "excel-tab")
        text = "\n".join("\t".join(row) for row in rows)
    if is_table:
        text = text.rstrip("\n")  # a copied cell ends with a break that is not in it
    text = _NUMBER.sub(r"\1 ", _BULLET.sub(_indent, text))
    return text if is_table else join_wrapped(text, find_page_lines(text.split("\n")))


def clean_pasted_line(text: str, html: str = "") -> str:
    """Return pasted text as one line: a break or a tab between words becomes a blank."""
    return _GAP.sub(" ", (text or read_html(html)).strip("\r\n")).translate(_LIGATURES)


def find_page_lines(lines: Sequence[str]) -> tuple[int, ...]:
    """Return the indexes of the lines that a PDF form puts around the breaks of its pages."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if index not in found and _PAGE_LINE.fullmatch(line.strip()):
            found.add(index)
            for step in (-1, 1):
                found |= _find_beside(lines, index, step)
    return tuple(sorted(found))


def remove_page_lines(text: str) -> str:
    """Return a text without the lines that `find_page_lines` finds."""
    lines = text.split("\n")
    left = set(find_page_lines(lines))
    return "\n".join(line for index, line in enumerate(lines) if index not in left)


def _find_beside(lines: Sequence[str], index: int, step: int) -> set[int]:
    """Return the page lines next to one, without the empty lines around the last of them."""
    found: set[int] = set()
    empty: set[int] = set()
    index += step
    while 0 <= index < len(lines):
        line = lines[index].strip()
        if not line:
            empty.add(index)
        elif _PAGE_LINE.fullmatch(line) or _BESIDE_PAGE_LINE.fullmatch(line):
            found |= {index, *empty}
            empty.clear()
        else:
            break
        index += step
    return found


def _indent(found: re.Match[str]) -> str:
    return found.group(1).replace("\t", "  ") + "- "


def read_html(html: str) -> str:
    """Return the text of an HTML document, with its paragraphs, lists and cells as lines."""
    reader = _HtmlText()
    reader.feed(html)
    reader.close()
    return reader.text()


_SKIPPED: Final = frozenset({"head", "script", "style", "title", "template"})
_PARAGRAPHS: Final = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"})
_BLOCKS: Final = frozenset({
    "address", "article", "aside", "dd", "div", "dl", "dt", "footer", "form", "header", "li",
    "main", "nav", "ol", "section", "table", "tr", "ul",
})  # fmt: skip
_SPACES: Final = re.compile("[ \t\r\n]+")


class _HtmlText(HTMLParser):
    """Collects the text of a document; a line is added when it ends."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._line = ""
        self._skipped = 0
        self._is_at_sign = False
        """Whether the line has nothing but the sign of its list yet."""
        self._lists: list[int] = []
        """The lists around the text: 0, or the last number of a list with numbers."""

    def text(self) -> str:
        """Return the text, without empty lines around it."""
        self._end_line()
        return "\n".join(self._lines).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line where a block begins."""
        if tag in _SKIPPED:
            self._skipped += 1
        elif tag == "br":
            self._lines.append(self._line.rstrip(" "))
            self._line = ""
        elif tag in {"td", "th"}:
            self._line += "\t" if self._line else ""
        elif tag in _PARAGRAPHS or tag in _BLOCKS:
            self._begin(tag, dict(attrs).get("class") or "")

    def handle_endtag(self, tag: str) -> None:
        """End the line where a block ends."""
        if tag in _SKIPPED:
            self._skipped = max(self._skipped - 1, 0)
        elif tag in _PARAGRAPHS or tag in _BLOCKS:
            self._end_line()
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        """Add text, with its white space as a browser shows it."""
        if self._skipped:
            return
        text = _SPACES.sub(" ", data)
        is_start = not self._line or self._line.endswith((" ", "\t"))
        self._line += text.lstrip(" ") if is_start else text
        self._is_at_sign = self._is_at_sign and not text.strip(" ")

    def _begin(self, tag: str, kind: str) -> None:
        if self._is_at_sign and tag in _PARAGRAPHS:
            return
        self._end_line()
        # Paragraphs of Word have no space between them.
        if tag in _PARAGRAPHS and self._lines and self._lines[-1] and not kind.startswith("Mso"):
            self._lines.append("")
        if tag in {"ul", "ol"}:
            self._lists.append(1 if tag == "ol" else 0)
        elif tag == "li":
            number = self._lists[-1] if self._lists else 0
            indent = "  " * max(len(self._lists) - 1, 0)
            self._line = f"{indent}{number}. " if number else f"{indent}- "
            self._is_at_sign = True
            if number:
                self._lists[-1] += 1

    def _end_line(self) -> None:
        if self._line.strip(" "):
            self._lines.append(self._line.rstrip(" "))
        self._line = ""
        self._is_at_sign = False
