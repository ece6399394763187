"""The places where a document shows answers, counted in its order: how a file names them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct

from erasmus_desk.draft.model import Key
from erasmus_desk.export.document import visible_text
from erasmus_desk.export.document.blocks import Answer, Block, Cell, Cover, Heading, Table, Ticks
from erasmus_desk.round_trip.record import tag, tick_tag

_NOTHING: Mapping[str, str] = MappingProxyType({})
_NOWHERE: Mapping[int, tuple[int, ...]] = MappingProxyType({})


class Place(Struct, frozen=True):
    """One place: its number, from 1, the answer it shows, and what that is called for short.

    `comments` are the numbers of the comments on it.
    """

    number: int
    key: Key
    label: str
    comments: tuple[int, ...] = ()

    @property
    def anchor(self) -> str:
        """The name of its bookmark."""
        return f"_Desk{self.number:04}"

    @property
    def tag(self) -> str:
        """The tag of its content control."""
        return tag(self.key)

    def tick_tag(self, option: str) -> str:
        """Give the tag of the box of one of its choices."""
        return tick_tag(self.key, option)


@lru_cache(8192)
def parsed(key: str) -> Key:
    """Read the text form of a key; the same ones come again and again."""
    return Key.parse(key)


class Places:
    """Counts the places while a document is gone through, always in the same order."""

    def __init__(
        self,
        labels: Mapping[str, str] = _NOTHING,
        comments: Mapping[int, tuple[int, ...]] = _NOWHERE,
    ) -> None:
        """Begin; `labels` name questions, `comments` are those at each place by its number."""
        self._labels = labels
        self._comments = comments
        self._count = 0

    def next(self, key: str) -> Place:
        """Give the next place; it shows the answer with this key."""
        self._count += 1
        at = parsed(key)
        label = self._labels.get(at.question, at.question)
        return Place(self._count, at, label, self._comments.get(self._count, ()))


def keys(blocks: Sequence[Block]) -> list[tuple[str, int]]:
    """Give the keys of all places in order, each with how well the place suits a comment.

    0 is best: where the question is asked, rather than in a table, a heading, on the cover.
    """
    found: list[tuple[str, int]] = []
    for block in blocks:
        match block:
            case Cover():
                found += [(block.title_key, 4), (block.subtitle_key, 4)]
            case Heading():
                found.append((block.key, 3))
            case Answer():
                found.append((block.key if visible_text.is_shown(block) else "", 0))
            case Ticks():
                found.append((block.key, 0))
            case Table():
                found += [(cell.key, _rank(block)) for row in block.rows for cell in row]
            case _:
                pass
    return [one for one in found if one[0]]


def _rank(table: Table) -> int:
    return 2 if table.order or len(table.columns) > len(("asked", "answer")) else 1


def is_answered(cell: Cell) -> bool:
    """Tell whether a cell with a key shows an answer, not the words for a missing one."""
    return not (cell.missing or cell.empty)
