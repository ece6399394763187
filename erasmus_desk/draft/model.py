"""A draft as a frozen value, and the change sets by which it is edited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

Value = str | int | Decimal | bool | date | tuple[str, ...]
"""What an answer may be; a list's order is a tuple of item ids."""


class Key(Struct, frozen=True, order=True):
    """The key of one answer: the question and, in a list, the item.

    The order of a list is an answer too, under the list's own id: `Key("organisations")`
    holds the ids of its items; a list inside an item carries that item.
    """

    question: str
    item: str = ""

    def __str__(self) -> str:
        """Return `question` or `question@item`, which is also the tag in a Word file."""
        return f"{self.question}@{self.item}" if self.item else self.question

    @classmethod
    def parse(cls, text: str) -> Key:
        """Read the text form back."""
        question, _, item = text.partition("@")
        return cls(question, item)


class Change(Struct, frozen=True):
    """One answer changing from `old` to `new`; `None` is no answer."""

    key: Key
    old: Value | None
    new: Value | None

    def invert(self) -> Change:
        """Return the change that undoes this one."""
        return Change(self.key, self.new, self.old)


class ChangeSet(Struct, frozen=True):
    """Changes that are one undo step and one line of the version history.

    `label` is a code (`list.add`, `list.remove`), never a sentence.
    """

    changes: tuple[Change, ...]
    label: str = ""

    def invert(self) -> ChangeSet:
        """Return the change set that undoes this one."""
        return ChangeSet(tuple(change.invert() for change in reversed(self.changes)), self.label)


class PackRef(Struct, frozen=True):
    """The call pack, edition and revision that a draft was last written with."""

    id: str
    edition: str
    revision: int


class Orphan(Struct, frozen=True):
    """An answer whose question is no longer in the pack, with its last known label."""

    key: Key
    value: Value
    wording: str = ""


class Draft(Struct, frozen=True):
    """One proposal: a frozen map of answers with its identity.

    `extra` holds members of the file that this version does not know, to write them back.
    """

    id: str
    pack: PackRef
    created: datetime
    modified: datetime
    answers: Mapping[Key, Value] = field(default_factory=lambda: MappingProxyType({}))
    orphans: tuple[Orphan, ...] = ()
    extra: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def get(self, key: Key) -> Value | None:
        """Return the answer, or `None`."""
        return self.answers.get(key)

    def text(self, question: str, item: str = "") -> str:
        """Return an answer that is text, or an empty string."""
        value = self.answers.get(Key(question, item))
        return value if isinstance(value, str) else ""

    def items(self, list_id: str, parent: str = "") -> tuple[str, ...]:
        """Return the ids of a list's items in order."""
        value = self.answers.get(Key(list_id, parent))
        return value if isinstance(value, tuple) else ()

    def change(self, key: Key, new: Value | None) -> Change:
        """Return the change of an answer from what it is to `new`."""
        return Change(key, self.answers.get(key), new)

    def apply(self, *changes: Change) -> Draft:
        """Return the draft after the changes."""
        # A view copies without hashing every key again, which `dict` would do.
        view = self.answers
        answers = view.copy() if isinstance(view, MappingProxyType) else dict(view)
        for change in changes:
            if change.new is None:
                answers.pop(change.key, None)
            else:
                answers[change.key] = change.new
        return replace(self, answers=MappingProxyType(answers))

    def keys_of_item(self, item: str) -> Iterator[Key]:
        """Return the keys of the answers of an item."""
        return (key for key in self.answers if key.item == item)
