"""Orders for the programs: which file a reviewer opens, what is done in it, where it goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from told import MAKERS, Action

from tests.core.review_import.corpus.drafts import RETURNED, Model, model
from tests.core.review_import.corpus.expected import UNTOUCHED, Expected
from tests.core.review_import.corpus.json import as_json
from tests.core.review_import.corpus.paper import Paper
from tests.core.review_import.corpus.review import Review

UNTOUCHED_KIND = "opened and saved"


@dataclass(frozen=True, slots=True)
class Order:
    """Actions for one file of a model; `kind` is what it is counted under."""

    name: str
    kind: str
    model: str
    actions: tuple[Action, ...]
    expected: Expected

    @property
    def file(self) -> str:
        """Give the name of the file that comes of it."""
        return f"{self.name.replace(' ', '-')}-{self.model}.docx"

    @property
    def source(self) -> Path:
        """Give the file that was sent."""
        return RETURNED / "sent" / f"{self.model}.docx"

    def entry(self, **more: object) -> dict[str, Any]:
        """Give what is kept of it beside the file."""
        return {"model": self.model, "kind": self.kind, **more, **as_json(self.expected)}


def untouched(name: str, title: str = "untouched") -> Order:
    """Give the order to change nothing."""
    return Order(title, UNTOUCHED_KIND, name, (), UNTOUCHED)


def order(title: str, name: str, place: int) -> Order:
    """Give one of the orders at the `place`-th long answer of a model."""
    kind, maker = MAKERS[title]
    found: Model = model(name)
    actions, expected = maker(Review(found, Paper(found.content), place))
    return Order(f"{title} {place}", kind, name, tuple(actions), expected)
