"""One review of one file: where a reviewer writes, what is written, and what has to come home."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from erasmus_desk.draft.model import Key, Value
from erasmus_desk.round_trip.record import Grid
from tests.core.review_import.corpus.drafts import Model
from tests.core.review_import.corpus.expected import Expected
from tests.core.review_import.corpus.paper import Node, Paper, inside, paragraphs, run_with


@dataclass(slots=True)
class Review:
    """A reviewer at one of the long texts of a file, the `place`-th (counted around)."""

    model: Model
    paper: Paper
    place: int = 0

    @property
    def key(self) -> Key:
        texts = self.model.texts
        return texts[self.place % len(texts)]

    @property
    def next(self) -> Review:
        """Give a review of the next long text in the same file."""
        return Review(self.model, self.paper, self.place + 1)

    @property
    def control(self) -> Node:
        return self.paper.control(str(self.key))

    @property
    def lines(self) -> list[Node]:
        """Give the paragraphs of the answer."""
        return paragraphs(inside(self.control))

    @property
    def text(self) -> str:
        value = self.model.draft.get(self.key)
        assert isinstance(value, str)
        return value

    @property
    def marker(self) -> str:
        """Give a word that stands nowhere else."""
        found = re.search(r"abel(\d+)", self.text)
        assert found
        return f"quokka{found[1]}"

    def word(self, name: str) -> str:
        """Give one of the words of the text, such as `baker`, with its number."""
        found = re.search(rf"{name}\d+", self.text)
        assert found
        return found[0]

    def run(self, name: str, more: str = "") -> Node:
        """Give the run that holds a word of the text and nothing else."""
        return run_with(inside(self.control), self.word(name) + more)

    def swapped(self, old: str, new: str) -> str:
        """Give the text with one stretch in the place of another."""
        assert old in self.text
        return self.text.replace(old, new, 1)

    def grid(self, order: str) -> Grid:
        return next(one for one in self.model.sent.grids if one.order.question == order)


def to(
    answers: dict[Key, Value | None],
    came: Iterable[str] = (),
    gone: Iterable[str] = (),
) -> Expected:
    """Give an expectation of changed answers, where nothing else is to be looked at."""
    return Expected(answers, came=tuple(came), gone=tuple(gone), is_quiet=True)


Edit = Callable[[Review], Expected]
EDITS: dict[str, tuple[str, Edit]] = {}
"""Edits by their names, each with the kind that it is counted under."""


def edit(kind: str) -> Callable[[Edit], Edit]:
    """Enter an edit into the list."""

    def entered(one: Edit) -> Edit:
        EDITS[one.__name__.strip("_").replace("_", " ")] = (kind, one)
        return one

    return entered
