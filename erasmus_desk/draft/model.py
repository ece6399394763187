"""A draft as a frozen value, and the one way it changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from erasmus_desk.call.form import Form

Value = str | int | Decimal | bool | date | tuple[str, ...]
"""What an answer may be; a list's order is a tuple of item ids."""


class Key(Struct, frozen=True, order=True):
    """The place of one answer: the question and, in a repeated part, the item (row).

    The order of a list is an answer too, under the list's own id: `Key("organisations")`
    holds the ids of its items; a list inside an item carries that item.
    """

    question: str
    item: str = ""

    def __str__(self) -> str:
        """Give the text form, `question` or `question@item`; also the tag in a Word file."""
        return f"{self.question}@{self.item}" if self.item else self.question

    @classmethod
    def parse(cls, text: str) -> Key:
        """Read the text form back."""
        question, _, item = text.partition("@")
        return cls(question, item)


class Change(Struct, frozen=True):
    """One answer going from `old` to `new`; `None` stands for no answer."""

    key: Key
    old: Value | None
    new: Value | None

    def inverse(self) -> Change:
        """Give the change that takes this one back."""
        return Change(self.key, self.new, self.old)


class Step(Struct, frozen=True):
    """Several changes that the user sees as one: one undo step, one line of history.

    `label` is a code (`list.add`, `list.remove`), never a sentence.
    """

    changes: tuple[Change, ...]
    label: str = ""

    def inverse(self) -> Step:
        """Give the step that takes this one back, in reverse order."""
        return Step(tuple(change.inverse() for change in reversed(self.changes)), self.label)


class PackRef(Struct, frozen=True):
    """Which call pack, in which edition and revision, a draft was last written with."""

    id: str
    edition: str
    revision: int


class Orphan(Struct, frozen=True):
    """An answer whose question is gone from the pack, kept with its old wording."""

    key: Key
    value: Value
    wording: str = ""


def _nothing() -> Mapping[Key, Value]:
    return MappingProxyType({})


def _no_extra() -> Mapping[str, object]:
    return MappingProxyType({})


class Draft(Struct, frozen=True):
    """One proposal in the making: a frozen map of answers with its identity.

    `extra` holds the top-level members of a file this version does not know; they are
    written back as they came.
    """

    id: str
    pack: PackRef
    created: datetime
    modified: datetime
    answers: Mapping[Key, Value] = field(default_factory=_nothing)
    orphans: tuple[Orphan, ...] = ()
    extra: Mapping[str, object] = field(default_factory=_no_extra)

    def get(self, key: Key) -> Value | None:
        """Give the answer at `key`, or `None`."""
        return self.answers.get(key)

    def text(self, question: str, item: str = "") -> str:
        """Give an answer that is text, or an empty string."""
        value = self.answers.get(Key(question, item))
        return value if isinstance(value, str) else ""

    def items(self, list_id: str, parent: str = "") -> tuple[str, ...]:
        """Give the ids of a list's items in order."""
        value = self.answers.get(Key(list_id, parent))
        return value if isinstance(value, tuple) else ()

    def apply(self, *changes: Change) -> Draft:
        """Give the draft after the changes; no answer is ever altered besides theirs."""
        answers = _copied(self.answers)
        for change in changes:
            if change.new is None:
                answers.pop(change.key, None)
            else:
                answers[change.key] = change.new
        return replace(self, answers=MappingProxyType(answers))

    def keys_of_item(self, item: str) -> Iterator[Key]:
        """Give every key that belongs to an item."""
        return (key for key in self.answers if key.item == item)


def _copied(answers: Mapping[Key, Value]) -> dict[Key, Value]:
    """Copy answers as they lie; `dict` would work out every key of a mere view anew."""
    return answers.copy() if isinstance(answers, MappingProxyType) else dict(answers)


def item_added(draft: Draft, list_id: str, item: str, parent: str = "") -> Step:
    """Give the step that puts a new item at the end of a list."""
    key = Key(list_id, parent)
    old = draft.get(key)
    return Step((Change(key, old, (*draft.items(list_id, parent), item)),), "list.add")


def item_removed(draft: Draft, list_id: str, item: str, parent: str = "", *, form: Form) -> Step:
    """Give the step that takes an item out of the draft.

    Its answers go, the rows inside it, and every reference to any of them; undo brings all of
    it back at once.
    """
    nested = form.nested_lists(list_id)
    inner = [child for name in nested for child in draft.items(name, item)]
    gone = {*inner, item}
    changes = [
        Change(place, draft.answers[place], None)
        for owner in (*inner, item)
        for place in draft.keys_of_item(owner)
    ]
    names = {name for one in (list_id, *nested) for name in form.references_to(one)}
    changes.extend(_without(draft, names, gone))
    key = Key(list_id, parent)
    left = tuple(other for other in draft.items(list_id, parent) if other != item)
    changes.append(Change(key, draft.get(key), left))
    return Step(tuple(changes), "list.remove")


def _without(draft: Draft, questions: set[str], gone: set[str]) -> Iterator[Change]:
    """Give the changes that take items out of the answers that refer to them."""
    for key, value in draft.answers.items():
        if key.question not in questions or key.item in gone:
            continue
        if isinstance(value, tuple) and gone & set(value):
            yield Change(key, value, tuple(one for one in value if one not in gone) or None)
        elif isinstance(value, str) and value in gone:
            yield Change(key, value, None)


def item_copied(draft: Draft, list_id: str, item: str, copy: str, form: Form) -> Step:
    """Give the step that puts a copy of an item behind it, with the rows inside it.

    `copy` is the id of the copy; rows get ids made from it.
    """
    changes = [
        Change(Key(key.question, copy), None, value)
        for key, value in draft.answers.items()
        if key.item == item and key.question not in form.lists
    ]
    for name in form.nested_lists(list_id):
        rows = draft.items(name, item)
        ids = {row: f"{copy}{place:02x}" for place, row in enumerate(rows)}
        changes.extend(
            Change(Key(key.question, ids[key.item]), None, value)
            for key, value in draft.answers.items()
            if key.item in ids
        )
        if rows:
            changes.append(Change(Key(name, copy), None, tuple(ids.values())))
    order = list(draft.items(list_id))
    order.insert(order.index(item) + 1, copy)
    changes.append(Change(Key(list_id), draft.get(Key(list_id)), tuple(order)))
    return Step(tuple(changes), "list.copy")


def item_moved(draft: Draft, list_id: str, item: str, to: int, parent: str = "") -> Step:
    """Give the step that moves an item to position `to` (0 is first)."""
    key = Key(list_id, parent)
    order = [other for other in draft.items(list_id, parent) if other != item]
    order.insert(to, item)
    return Step((Change(key, draft.get(key), tuple(order)),), "list.move")
