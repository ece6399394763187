"""A row for each item of another list, such as each organisation that travels."""

from __future__ import annotations

from erasmus_desk.draft.beginning import new_item
from erasmus_desk.draft.model import Change, Key, Step, Value

from ..session import Session

FILLED = "list.fill"
"""Label of the step that adds the rows."""


def missing_rows(session: Session, key: Key) -> tuple[str, ...]:
    """Give the items that the rows at a key could name and do not."""
    spec = session.form.lists[key.question]
    name = session.form.questions[spec.name]
    if not name.of:
        return ()
    rows = session.draft.items(spec.id, key.item)
    named = {session.value(Key(name.id, row)) for row in rows}
    return tuple(item for item in session.draft.items(name.of) if item not in named)


def rows_for_missing(session: Session, key: Key) -> Step:
    """Give the one step that adds a row for each of them."""
    spec = session.form.lists[key.question]
    added = {new_item(): item for item in missing_rows(session, key)}
    changes = [Change(Key(spec.name, row), None, item) for row, item in added.items()]
    order: Value = (*session.draft.items(spec.id, key.item), *added)
    return Step((*changes, Change(key, session.value(key), order)), FILLED)
