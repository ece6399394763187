"""One review of one file: where it is edited, and the expected import."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from erasmus_desk.draft.model import Key, Value
from erasmus_desk.round_trip.record import RecordTable
from tests.core.review_import.corpus.drafts import Model
from tests.core.review_import.corpus.expected import Expected
from tests.core.review_import.corpus.paper import (
    Node,
    Paper,
    get_content,
    isolate_run,
    list_paragraphs,
)


@dataclass(slots=True)
class Review:
    """A review of one long text of a file, the `place`-th modulo their number."""

    model: Model
    paper: Paper
    place: int = 0

    @property
    def key(self) -> Key:
        texts = self.model.texts
        return texts[self.place % len(texts)]

    @property
    def next(self) -> Review:
        """Return a review of the next long text in the same file."""
        return Review(self.model, self.paper, self.place + 1)

    @property
    def control(self) -> Node:
        return self.paper.control(str(self.key))

    @property
    def lines(self) -> list[Node]:
        """Return the paragraphs of the answer."""
        return list_paragraphs(get_content(self.control))

    @property
    def text(self) -> str:
        value = self.model.draft.get(self.key)
        assert isinstance(value, str)
        return value

    @property
    def marker(self) -> str:
        """Return a word that occurs nowhere else."""
        found = re.search(r"abel(\d+)", self.text)
        assert found
        return f"quokka{found[1]}"

    def word(self, name: str) -> str:
        """Return one of the words of the text, such as `baker`, with its number."""
        found = re.search(rf"{name}\d+", self.text)
        assert found
        return found[0]

    def run(self, name: str, more: str = "") -> Node:
        """Return the run with just a word of the text."""
        return isolate_run(get_content(self.control), self.word(name) + more)

    def replace_once(self, old: str, new: str) -> str:
        """Return the text with one part replaced."""
        assert old in self.text
        return self.text.replace(old, new, 1)

    def grid(self, order: str) -> RecordTable:
        return next(one for one in self.model.sent.tables if one.order.question == order)


def expect_answers(
    answers: dict[Key, Value | None],
    inserted: Iterable[str] = (),
    deleted: Iterable[str] = (),
) -> Expected:
    """Return the expectation of changed answers, and nothing else to look at."""
    return Expected(answers, inserted=tuple(inserted), deleted=tuple(deleted), is_quiet=True)


Edit = Callable[[Review], Expected]
EDITS: dict[str, tuple[str, Edit]] = {}
"""Edits by their names, each with the kind that it is counted under."""


def edit(kind: str) -> Callable[[Edit], Edit]:
    """Register an edit under the name of its function."""

    def register(one: Edit) -> Edit:
        EDITS[one.__name__.strip("_").replace("_", " ")] = (kind, one)
        return one

    return register
