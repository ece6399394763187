"""The order of answers as somebody reads the form: by section, by record, by question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from erasmus_desk.call.form import Form
from erasmus_desk.draft.item_tree import find_item_places
from erasmus_desk.draft.model import Draft, Key

Record = tuple[str, str]
"""A list and an item of it."""
_LAST = 1 << 30
"""The number of an item that is not in the draft."""


class FormOrder:
    """Sorts the answers of a draft; those of one record stay together."""

    def __init__(self, draft: Draft, form: Form) -> None:
        self._form = form
        self._places = find_item_places(draft, form)
        names = dict.fromkeys((*_walk_form(form), *form.order))
        self._positions: Mapping[str, int] = {name: at for at, name in enumerate(names)}

    def find_records(self, key: Key) -> tuple[Record, ...]:
        """Return the records around an answer, the outermost first."""
        records: list[Record] = []
        spec = self._form.lists.get(key.question)
        # The order of a list belongs to the item that the list stands in.
        owner = spec.parent if spec else self._form.list_of(key.question)
        item = key.item
        while owner and item:
            records.append((owner, item))
            place = self._places.get(item)
            owner, item = self._form.lists[owner].parent, place.parent if place else ""
        return tuple(reversed(records))

    def sort_key(self, key: Key) -> tuple[tuple[int, int], ...]:
        """Return what sorts an answer into the form; unknown questions come last."""
        records = self.find_records(key)
        numbers = (self._places.get(item) for _, item in records)
        return (
            *(
                (self._position(name), place.number if place else _LAST)
                for (name, _), place in zip(records, numbers, strict=True)
            ),
            (self._position(key.question), 0),
        )

    def _position(self, name: str) -> int:
        return self._positions.get(name, len(self._positions))


def _walk_form(form: Form) -> Iterator[str]:
    """Yield questions and lists in the order of the sections, the rows of a table after it."""
    for section in form.sections:
        for group in section.groups:
            if group.list:
                yield group.list
            for question in group.questions:
                yield from _walk_question(form, question)


def _walk_question(form: Form, question: str) -> Iterator[str]:
    yield question
    rows = form.questions[question].rows
    if rows:
        yield rows
        for inner in form.lists[rows].questions:
            yield from _walk_question(form, inner)
