"""Figures that stay on one line: a number with its unit, a date, a telephone number.

Only blanks change, each to a no-break space, so that the text has as many characters as before and
is found again where it was. A text that somebody typed is changed in what is drawn only; a
returned file is read as if these blanks were plain (`erasmus_desk.review_import`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from erasmus_desk.i18n.calendar_words import MONTHS, fold

NO_BREAK_SPACE: Final = "\u00a0"
_UNITS: Final = "[Ee]uros?|EUR|km²?|m[²³]?|cm|mm|kg|kWh|ha"
_BLANK: Final = re.compile(
    " (?:"
    # 64 %, 100 euro, also in a sentence that is filled in; no letter follows the word.
    rf"(?=[%‰€£$°]|(?:{_UNITS})(?!\w))(?<=[0-9}}] )"
    # 10 × 575, 24 days × EUR 500: no line begins or ends with the sign.
    r"|(?<=[^\s] )(?=× (?:[0-9{€£$]|EUR ))|(?<=× )(?=[0-9{€£$]|EUR )"
    # A · B: no line begins with the dot between two texts.
    r"|(?=· )"
    # EUR 100, € 100, no. 5
    r"|(?=[0-9{])(?:(?<=[€£$§№] )|(?<=\bEUR )|(?<=\b[Nn][or]\. )|(?<=\bp\. ))"
    # A day and its month.
    r"|(?=[^\W\d_]{3})(?:(?<=[0-9] )|(?<=[0-9]\. )|(?<=\b1er )))"
)
_MONTH_AND_YEAR: Final = re.compile(r"([^\W\d_]{3,15})(\.?) (?=(?:19|20)[0-9]{2}(?!\w))")
_HEAD: Final = re.compile(r"[^\W\d_]+\.? [0-9]{4}")
_WORD: Final = re.compile(r"[^\W\d_]+")
_DAY: Final = re.compile(r"(?<![0-9.,])[0-3]?[0-9](?:\.|er)?\Z")
_LONGEST_DAY: Final = 4
_SHORT_MONTHS: Final = (3, 4)
_DIGITS_APART: Final = re.compile("[0-9)] [(0-9]")
_NUMBER: Final = re.compile(
    # +32 55 123 456
    r"\+[0-9][0-9 ./()-]{5,20}[0-9]"
    # 0473 12 34 56
    r"|(?<![\w+.,])\(?0[0-9]{1,4}\)?(?: [0-9]{2,4}){1,4}(?![0-9])"
    # 250 000
    r"|(?<![\w.,])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])"
)


def join_figures(text: str) -> str:
    """Return a text of the same length with no-break spaces inside its figures."""
    if " " not in text or not any(sign in text for sign in "0123456789{·"):
        return text
    joined = _BLANK.sub(_join, text)
    if _DIGITS_APART.search(joined):
        return _NUMBER.sub(lambda found: found[0].replace(" ", NO_BREAK_SPACE), joined)
    return joined


def join_on_pages(text: str) -> str:
    """Return a text as above, with each year on the line of its month.

    In the window a date may end a line there, as its columns are narrower than a page; and so may a
    month that is all of a text, the head of a column.
    """
    joined = join_figures(text)
    if _HEAD.fullmatch(joined):
        return joined
    return _MONTH_AND_YEAR.sub(_join_year, joined)


def separate_figures(text: str) -> str:
    """Return a text of the same length with plain blanks where `join_on_pages` has others."""
    if NO_BREAK_SPACE not in text:
        return text
    return "".join(
        " " if sign == NO_BREAK_SPACE and is_joined else sign
        for sign, is_joined in zip(text, find_joined(text), strict=True)
    )


def find_joined(text: str) -> list[bool]:
    """Return for each character whether it is a blank inside a figure, of either kind."""
    plain = text.replace(NO_BREAK_SPACE, " ")
    return [sign == NO_BREAK_SPACE for sign in join_on_pages(plain)]


def _join(found: re.Match[str]) -> str:
    """Return the blank that fits: a word after a number is a unit, or the month of a day."""
    at, text = found.end(), found.string
    word = _WORD.match(text, at)
    if word is None or re.fullmatch(_UNITS, word[0]):
        return NO_BREAK_SPACE
    day = _DAY.search(text[max(0, at - 2 - _LONGEST_DAY) : at - 1])
    return NO_BREAK_SPACE if day and fold(word[0]) in _list_months() else " "


def _join_year(found: re.Match[str]) -> str:
    month, dot = found.groups()
    return f"{month}{dot}{NO_BREAK_SPACE if fold(month) in _list_months() else ' '}"


@cache
def _list_months() -> frozenset[str]:
    """Return the names of the months in the languages of the programme, whole and short, folded."""
    rows = [name for names in MONTHS.values() for row in names.split() for name in row.split("/")]
    return frozenset((*rows, *(name[:end] for name in rows for end in _SHORT_MONTHS)))
