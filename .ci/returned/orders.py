"""Orders for the programs: the file to open, the actions, the file to write."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasks import MAKERS, Action

from tests.core.review_import.corpus.drafts import RETURNED, Model, load_model
from tests.core.review_import.corpus.expected import UNTOUCHED, Expected
from tests.core.review_import.corpus.json import encode_expected
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
        """Return the name of the written file."""
        return f"{self.name.replace(' ', '-')}-{self.model}.docx"

    @property
    def source(self) -> Path:
        """Return the path of the sent file."""
        return RETURNED / "sent" / f"{self.model}.docx"

    def entry(self, **more: object) -> dict[str, Any]:
        """Return the stored entry for the file."""
        return {"model": self.model, "kind": self.kind, **more, **encode_expected(self.expected)}


def build_untouched(name: str, title: str = "untouched") -> Order:
    """Return the order to change nothing."""
    return Order(title, UNTOUCHED_KIND, name, (), UNTOUCHED)


def build_order(title: str, name: str, place: int) -> Order:
    """Return one of the orders at the `place`-th long answer of a model."""
    kind, maker = MAKERS[title]
    found: Model = load_model(name)
    actions, expected = maker(Review(found, Paper(found.content), place))
    return Order(f"{title} {place}", kind, name, tuple(actions), expected)
