"""Differences of texts word by word, for display."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import StrEnum

from msgspec import Struct

from erasmus_desk.draft.text_diff import find_common_end, find_common_start

_WORD = re.compile(r"\S+\s*|\s+")


class DiffKind(StrEnum):
    """Whether a piece of text is in both versions, only in the old or only in the new."""

    SAME = "same"
    DELETED = "gone"
    INSERTED = "new"


class DiffPiece(Struct, frozen=True):
    """A piece of text that is equal, deleted or inserted."""

    kind: DiffKind
    text: str


def diff_words(before: str, after: str) -> tuple[DiffPiece, ...]:
    """Return the pieces of both texts in order, deleted ones before inserted ones.

    Equal and deleted pieces make up `before`, equal and inserted ones `after`.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[DiffPiece] = []
    for name, i, k, m, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if k > i:
            kind = DiffKind.SAME if name == "equal" else DiffKind.DELETED
            pieces.append(DiffPiece(kind, "".join(old[i:k])))
        if n > m and name != "equal":
            pieces.append(DiffPiece(DiffKind.INSERTED, "".join(new[m:n])))
    return tuple(pieces)


def trim_changes(pieces: Iterable[DiffPiece]) -> tuple[DiffPiece, ...]:
    """Return the pieces with the words and signs set apart that a change has in common.

    `May.` that became `June.` is `May` that became `June`, and a full stop.
    """
    trimmed: list[DiffPiece] = []
    waiting = list(pieces)[::-1]
    while waiting:
        piece = waiting.pop()
        last = trimmed[-1] if trimmed else None
        if last and last.kind is piece.kind:
            trimmed[-1] = DiffPiece(piece.kind, last.text + piece.text)
        elif last and (last.kind, piece.kind) == (DiffKind.DELETED, DiffKind.INSERTED):
            old, new = trimmed.pop().text, piece.text
            start, end = _find_common_words(old, new)
            shared = DiffPiece(DiffKind.SAME, old[len(old) - end :])
            waiting += [shared] if end else []
            for kind, text in (
                (DiffKind.SAME, old[:start]),
                (DiffKind.DELETED, old[start : len(old) - end]),
                (DiffKind.INSERTED, new[start : len(new) - end]),
            ):
                if text and trimmed and trimmed[-1].kind is kind:
                    trimmed[-1] = DiffPiece(kind, trimmed[-1].text + text)
                elif text:
                    trimmed.append(DiffPiece(kind, text))
        else:
            trimmed.append(piece)
    return tuple(trimmed)


def _find_common_words(old: str, new: str) -> tuple[int, int]:
    """Return the lengths of the begin and the end that two texts share, in whole words."""
    start = find_common_start(old, new)
    while start and _is_in_word(old, start, new, start):
        start -= 1
    end = find_common_end(old[start:], new[start:])
    while end and _is_in_word(old, len(old) - end, new, len(new) - end):
        end -= 1
    return start, end


def _is_in_word(one: str, place: int, other: str, other_place: int) -> bool:
    """Return whether a place is inside a word of either text."""
    return any(
        text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()
        for text, at in ((one, place), (other, other_place))
    )
