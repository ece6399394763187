"""No-break spaces: a change of one is an edit, if the program of the file keeps the others.

Lines are compared with all kinds of blanks as one space, because programs convert them. As long as
no-break spaces are signs of their own, they are compared like letters.

Inside figures (`erasmus_desk.i18n.figures`) both kinds of blanks are the same: an export puts the
one for the other, so that an amount does not break over two lines. In several blanks in a row they
are the same too: what goes through HTML has no-break spaces there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from msgspec.structs import replace

from erasmus_desk.i18n.figures import separate_figures
from erasmus_desk.review_import.docx_reader.document import Paragraph, join_text
from erasmus_desk.review_import.matching.line_texts import normalize
from erasmus_desk.round_trip.record import BlockRole, SentRecord
from erasmus_desk.round_trip.visible_text import split_lines

_HARD: Final = "\u00a0\u2007\u202f"
_SIGNS: Final = "\ufdd0\ufdd1\ufdd2"
"""Characters that Unicode reserves for use inside a program."""
_TO_SIGNS, _TO_SPACES = str.maketrans(_HARD, _SIGNS), str.maketrans(_SIGNS, _HARD)
_HARD_SPACE = re.compile(f"[{_HARD}]")
_BLANKS_IN_A_ROW = re.compile(f"[ {_HARD}]{{2,}}")
_WIDE_SPACE = re.compile("[\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
_MAX_SINGLE: Final = 2
"""Lines without their no-break spaces that may be edits where no other line has any."""


def has_hard_spaces(text: str) -> bool:
    """Return whether a text contains a no-break space."""
    return not text.isascii() and _HARD_SPACE.search(text) is not None


def _make_plain(text: str) -> str:
    """Return a text of the same length with plain blanks where both kinds are the same."""
    return _BLANKS_IN_A_ROW.sub(lambda row: " " * len(row[0]), separate_figures(text))


def to_signs(text: str) -> str:
    """Return a text with signs instead of the no-break spaces that are signs of their own."""
    if not has_hard_spaces(text):
        return text
    plain = _make_plain(text)
    if plain == text:
        return text.translate(_TO_SIGNS)
    kept = (
        one if one != other else other.translate(_TO_SIGNS)
        for one, other in zip(text, plain, strict=True)
    )
    return "".join(kept)


def to_spaces(text: str) -> str:
    """Return a text with no-break spaces instead of the signs."""
    return text if text.isascii() else text.translate(_TO_SPACES)


def with_signs(paragraph: Paragraph, *, is_hard: bool) -> Paragraph:
    """Return a paragraph with plain blanks inside figures and in rows of blanks.

    If `is_hard`, with signs instead of its other no-break spaces.
    """
    if not has_hard_spaces(paragraph.text):
        return paragraph
    text = _make_plain(paragraph.text)
    rest = iter(text.translate(_TO_SIGNS) if is_hard else text)
    runs = tuple(
        run.with_text("".join(islice(rest, len(run.text)))) if join_text((run,)) else run
        for run in paragraph.runs
    )
    return replace(paragraph, runs=runs)


def are_kept(sent: SentRecord, lines: Iterable[tuple[str, str]]) -> bool:
    """Return whether a file has its no-break spaces still, apart from those that were edited.

    `lines` are the returned ones, normalized and as they are. If hardly any line had such a space,
    other wide blanks tell what the program makes of them.
    """
    known: dict[str, set[str]] = {}
    for block in sent.blocks:
        if block.role in {BlockRole.FIXED, BlockRole.ANSWER} and not block.text.isascii():
            for line in split_lines(block.text):
                if (_HARD_SPACE.search(line) or _WIDE_SPACE.search(line)) and line.strip():
                    known.setdefault(normalize(line), set()).add(line)
    counts = {(is_hard, is_same): 0 for is_hard in (True, False) for is_same in (True, False)}
    for text, raw in lines:
        for is_hard, pattern in ((True, _HARD_SPACE), (False, _WIDE_SPACE)):
            spaces = [pattern.findall(_make_plain(one)) for one in known.get(text, ())]
            if any(spaces):
                counts[is_hard, pattern.findall(_make_plain(raw)) in spaces] += 1
    if counts[True, True] or not counts[True, False]:
        return counts[True, True] > 0 or counts[False, True] >= counts[False, False]
    return counts[True, False] <= _MAX_SINGLE and counts[False, True] > counts[False, False]
