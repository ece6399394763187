"""What was copied from a draft into the online form: its fields, and how far the copying is.

What was copied is kept as answers of the program's own (`review_state.OWN_PREFIX`): in the draft
file, as the one who submits may do it at another computer, and never in a Word file or in a check
(decision 0044).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from itertools import groupby

from msgspec import Struct

from erasmus_desk.call.form import QuestionType, SectionPart
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.form_order import FormOrder, Record
from erasmus_desk.draft.hidden_characters import is_empty
from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.draft.review_state import OWN_PREFIX
from erasmus_desk.draft.visibility import VisibleQuestion

COPIED = f"{OWN_PREFIX}copied."
"""Prefix of the ids of what is noted of a copied answer; the item is the key of that answer."""
COPIED_VALUE, COPIED_AT = f"{COPIED}value", f"{COPIED}at"
TICKED = f"{OWN_PREFIX}last_hours"
"""The id of the points that are ticked of a fact; the item is the fact."""
_DIGEST_LENGTH = 24


class CopyState(StrEnum):
    """How far an answer is copied into the online form."""

    EMPTY = "empty"
    """There is no answer, and none was copied."""
    OPEN = "open"
    COPIED = "copied"
    CHANGED = "changed"
    """It is another answer than the one that was copied, or no answer any more."""

    @property
    def is_left(self) -> bool:
        """Whether there is something to do in the online form."""
        return self in (CopyState.OPEN, CopyState.CHANGED)


class CopyField(Struct, frozen=True):
    """A field of the online form; `copied_at` is a moment in ISO 8601, empty if never."""

    visible: VisibleQuestion
    state: CopyState
    copied_at: str = ""


class CopyGroup(Struct, frozen=True):
    """A section of the form, or an item of a list in it, with the items inside, in order.

    `record` is the list and the item; both are empty for a section.
    """

    section: str
    record: Record
    content: tuple[CopyField | CopyGroup, ...]

    def walk(self) -> Iterator[CopyField]:
        """Yield all fields from top to bottom."""
        for one in self.content:
            if isinstance(one, CopyField):
                yield one
            else:
                yield from one.walk()

    @property
    def counts(self) -> tuple[int, int]:
        """How many answers are copied, and of how many; a field without an answer is none."""
        return count_copied(self.walk())


def count_copied(fields: Iterable[CopyField]) -> tuple[int, int]:
    """Return how many answers are copied, and of how many; a field without an answer is none."""
    states = [one.state for one in fields if one.state is not CopyState.EMPTY]
    return states.count(CopyState.COPIED), len(states)


def is_ticked_only(visible: VisibleQuestion) -> bool:
    """Return whether a question is a list of what to think of at the end: it is ticked there."""
    is_formality = visible.section.part is SectionPart.FORMALITIES
    return is_formality and visible.question.type is QuestionType.MULTI


def list_fields(draft: Draft, visible: Iterable[VisibleQuestion]) -> Iterator[CopyField]:
    """Yield the fields of the online form in its order.

    `visible` are the visible questions in the order of the form. A table is no field, its cells
    are; what the program or the form computes is not among the visible questions.
    """
    noted = {
        key.item: value
        for key, value in draft.answers.items()
        if key.question == COPIED_VALUE and isinstance(value, str)
    }
    for one in visible:
        if one.question.type is not QuestionType.TABLE and not is_ticked_only(one):
            name = str(one.key) if noted else ""
            state = _find_state(draft.get(one.key), noted.get(name, ""))
            yield CopyField(one, state, draft.text(COPIED_AT, name) if name in noted else "")


def group_fields(fields: Iterable[CopyField], draft: Draft, pack: Pack) -> tuple[CopyGroup, ...]:
    """Return fields by section, and in it by item, to any depth."""
    order = FormOrder(draft, pack.form)
    return tuple(
        CopyGroup(section, ("", ""), _group_by_record(section, tuple(found), 0, order))
        for section, found in groupby(fields, key=lambda one: one.visible.section.id)
    )


def _group_by_record(
    section: str, fields: tuple[CopyField, ...], depth: int, order: FormOrder
) -> tuple[CopyField | CopyGroup, ...]:
    groups: dict[Record | Key, list[CopyField]] = {}
    for one in fields:
        key = one.visible.key
        records = order.find_records(key)
        groups.setdefault(records[depth] if len(records) > depth else key, []).append(one)
    return tuple(
        found[0]
        if isinstance(name, Key)
        else CopyGroup(section, name, _group_by_record(section, tuple(found), depth + 1, order))
        for name, found in groups.items()
    )


def note_copy(draft: Draft, key: Key, at: str) -> tuple[Change, ...]:
    """Return the changes that note that an answer was copied; no answer clears the note."""
    digest = _digest(draft.get(key)) or None
    return _note(draft, key, digest, at if digest else None)


def clear_note(draft: Draft, key: Key) -> tuple[Change, ...]:
    """Return the changes after which an answer was not copied."""
    return _note(draft, key, None, None)


def _note(draft: Draft, key: Key, digest: str | None, at: str | None) -> tuple[Change, ...]:
    name = str(key)
    changes = (
        draft.change(Key(COPIED_VALUE, name), digest),
        draft.change(Key(COPIED_AT, name), at),
    )
    return tuple(change for change in changes if change.old != change.new)


def tick_point(draft: Draft, fact: str, point: str, *, is_ticked: bool) -> tuple[Change, ...]:
    """Return the changes that tick a point of a fact, or take the tick away."""
    others = tuple(one for one in draft.items(TICKED, fact) if one != point)
    change = draft.change(Key(TICKED, fact), ((*others, point) if is_ticked else others) or None)
    return (change,) if change.old != change.new else ()


def is_copying_key(key: Key) -> bool:
    """Return whether an answer of the program's own is about copying."""
    return key.question.startswith(COPIED) or key.question == TICKED


def _find_state(value: Value | None, noted: str) -> CopyState:
    if noted:
        return CopyState.COPIED if _digest(value) == noted else CopyState.CHANGED
    return CopyState.EMPTY if is_empty(value) else CopyState.OPEN


def _digest(value: Value | None) -> str:
    """Return what tells an answer from others, empty for none.

    Neither the order of choices nor the zeros of a number make another answer.
    """
    if value is None or is_empty(value):
        return ""
    match value:
        case str():
            text = f"text:{value}"
        case bool() | date():
            text = f"{type(value).__name__}:{value}"
        case int() | Decimal():
            text = "number:{}/{}".format(*value.as_integer_ratio())
        case tuple():
            text = "\n".join(("choices:", *sorted(value)))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST_LENGTH]
