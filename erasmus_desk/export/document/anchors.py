"""The anchors of answers in a document: numbered in order, named by bookmark and tag."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct, field

from erasmus_desk.draft.model import Key
from erasmus_desk.export.document import blocks, visible_text
from erasmus_desk.round_trip.record import make_answer_tag, make_option_tag

parse_key = lru_cache(8192)(Key.parse)
"""Returns the key of a text form; cached, as most of them repeat."""


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


class Anchors(Struct):
    """The counter of anchors, used in the order of the document.

    `labels` are the short names of questions, `comments` the comment numbers by anchor number.
    """

    labels: Mapping[str, str] = field(default_factory=dict[str, str])
    comments: Mapping[int, tuple[int, ...]] = field(default_factory=dict[int, tuple[int, ...]])
    count: int = 0

    def next(self, key: str) -> Anchor:
        """Return the next anchor, for the answer with this key."""
        self.count += 1
        parsed_key = parse_key(key)
        label = self.labels.get(parsed_key.question, parsed_key.question)
        return Anchor(self.count, parsed_key, label, self.comments.get(self.count, ()))


def list_anchor_keys(shown: Sequence[blocks.Block]) -> list[tuple[str, int]]:
    """Return the keys of all anchors in order, each with its rank for comments.

    0 is best: the question itself, before a table, a heading and the cover.
    """
    ranked: list[tuple[str, int]] = []
    for block in shown:
        match block:
            case blocks.Cover():
                ranked += [(block.title_key, 4), (block.subtitle_key, 4)]
            case blocks.Heading():
                ranked.append((block.key, 3))
            case blocks.Answer():
                ranked.append((block.key if visible_text.is_visible(block) else "", 0))
            case blocks.Checkboxes():
                ranked.append((block.key, 0))
            case blocks.FactLine():
                ranked += [(part.key, 1) for part in block.parts]
            case blocks.Table():
                is_labels = block.kind is blocks.TableKind.LABELS
                is_list = block.list_key or len(block.columns) > len(("asked", "answer"))
                rank = 2 if is_list and not is_labels else 1
                ranked += [(cell.key, rank) for row in block.rows for cell in row]
            case _:
                pass
    return [(key, rank) for key, rank in ranked if key]
