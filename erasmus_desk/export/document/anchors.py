"""The anchors of answers in a document: numbered in order, named by bookmark and tag."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct

from erasmus_desk.draft.model import Key
from erasmus_desk.export.document import visible_text
from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Cell,
    Checkboxes,
    Cover,
    Heading,
    Table,
)
from erasmus_desk.round_trip.record import make_answer_tag, make_option_tag

_NO_LABELS: Mapping[str, str] = MappingProxyType({})
_NO_COMMENTS: Mapping[int, tuple[int, ...]] = MappingProxyType({})


class Anchor(Struct, frozen=True):
    """A place that shows an answer: its number from 1, the key and short label of the answer.

    `comments` are the numbers of the comments on it.
    """

    number: int
    key: Key
    label: str
    comments: tuple[int, ...] = ()

    @property
    def bookmark(self) -> str:
        """The name of the bookmark."""
        return f"_Desk{self.number:04}"

    @property
    def tag(self) -> str:
        """The tag of the content control."""
        return make_answer_tag(self.key)

    def checkbox_tag(self, option: str) -> str:
        """Return the tag of the checkbox of an option."""
        return make_option_tag(self.key, option)


@lru_cache(8192)
def parse_key(key: str) -> Key:
    """Return the key of a text form; cached, as most of them repeat."""
    return Key.parse(key)


class Anchors:
    """The counter of anchors, used in the order of the document.

    `labels` are the short names of questions, `comments` the comment numbers by anchor number.
    """

    def __init__(
        self,
        labels: Mapping[str, str] = _NO_LABELS,
        comments: Mapping[int, tuple[int, ...]] = _NO_COMMENTS,
    ) -> None:
        self._labels = labels
        self._comments = comments
        self._count = 0

    def next(self, key: str) -> Anchor:
        """Return the next anchor, for the answer with this key."""
        self._count += 1
        parsed_key = parse_key(key)
        label = self._labels.get(parsed_key.question, parsed_key.question)
        return Anchor(self._count, parsed_key, label, self._comments.get(self._count, ()))


def list_anchor_keys(blocks: Sequence[Block]) -> list[tuple[str, int]]:
    """Return the keys of all anchors in order, each with its rank for comments.

    0 is best: the question itself, before a table, a heading and the cover.
    """
    ranked: list[tuple[str, int]] = []
    for block in blocks:
        match block:
            case Cover():
                ranked += [(block.title_key, 4), (block.subtitle_key, 4)]
            case Heading():
                ranked.append((block.key, 3))
            case Answer():
                ranked.append((block.key if visible_text.is_visible(block) else "", 0))
            case Checkboxes():
                ranked.append((block.key, 0))
            case Table():
                ranked += [(cell.key, _rank_table(block)) for row in block.rows for cell in row]
            case _:
                pass
    return [(key, rank) for key, rank in ranked if key]


def _rank_table(table: Table) -> int:
    return 2 if table.list_key or len(table.columns) > len(("asked", "answer")) else 1


def is_answered(cell: Cell) -> bool:
    """Return whether a cell shows an answer, not a placeholder."""
    return not (cell.is_missing or cell.is_empty)
