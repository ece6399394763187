"""The sentences of a text that changed, with the unchanged ones between them set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from erasmus_desk.draft.word_diff import DiffKind, DiffPiece

MIN_FOLDED = 2
"""Unchanged sentences in a row that are set apart; a single one stays with its neighbours."""
TAIL = 40
"""Characters in which the end of a sentence is looked for."""
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+|\n\s*")
_END_OF_TEXT = re.compile(rf"(?:^|{_END.pattern})\Z")


class Passage(Struct, frozen=True):
    """Whole sentences of a comparison in a row: changed ones, or a count of unchanged ones."""

    pieces: tuple[DiffPiece, ...]
    unchanged_count: int = 0
    """0 where something changed."""


def find_passages(pieces: Sequence[DiffPiece]) -> tuple[Passage, ...]:
    """Group the pieces of a comparison; together they are the same text as before."""
    passages: list[Passage] = []
    changed: list[DiffPiece] = []
    for index, piece in enumerate(pieces):
        if piece.kind is not DiffKind.SAME:
            changed.append(piece)
            continue
        is_last = index == len(pieces) - 1
        is_begin = _starts_sentence(pieces[:index])
        head, middle, tail = _split(piece.text, is_begin=is_begin, is_last=is_last)
        count = _count_sentences(middle)
        if count < MIN_FOLDED:
            changed.append(piece)
            continue
        changed += _pieces(head)
        if changed:
            passages.append(Passage(tuple(changed)))
        passages.append(Passage(tuple(_pieces(middle)), count))
        changed = [*_pieces(tail)]
    if changed:
        passages.append(Passage(tuple(changed)))
    return tuple(passages)


def _pieces(text: str) -> Iterator[DiffPiece]:
    if text:
        yield DiffPiece(DiffKind.SAME, text)


def _split(text: str, *, is_begin: bool, is_last: bool) -> tuple[str, str, str]:
    """Return the end of a sentence begun before, whole sentences, and one that goes on."""
    ends = [0] if is_begin else []
    ends += _find_ends(text)
    if is_last and len(text) not in ends:
        ends.append(len(text))
    if not ends:
        return text, "", ""
    return text[: ends[0]], text[ends[0] : ends[-1]], text[ends[-1] :]


def _starts_sentence(before: Sequence[DiffPiece]) -> bool:
    """Return whether a sentence begins after these pieces, in both versions."""
    versions = (
        "".join(piece.text for piece in before if piece.kind is not kind)
        for kind in (DiffKind.INSERTED, DiffKind.DELETED)
    )
    return all(_END_OF_TEXT.search(text[-TAIL:]) for text in versions)


def _find_ends(text: str) -> list[int]:
    """Return where sentences end; a full stop before a small letter is one of an abbreviation."""
    return [
        found.end()
        for found in _END.finditer(text)
        if "\n" in found.group() or not text[found.end() : found.end() + 1].islower()
    ]


def _count_sentences(text: str) -> int:
    ends = _find_ends(text)
    parts = (text[start:end] for start, end in zip((0, *ends), (*ends, len(text)), strict=True))
    return sum(1 for part in parts if part.strip())
