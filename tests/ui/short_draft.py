"""A short proposal: its Word file, its pages and its PDF are made in no time."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from erasmus_desk.draft.model import Draft
from erasmus_desk.storage import drafts
from tests.ui.editors import EXAMPLES, open_session

PARTNERS = 2


def write_short_draft(path: Path) -> Path:
    """Write the smaller example with two partners and no plan, and return its path."""
    drafts.save_new(_shorten_example(), path)
    return path


@cache
def _shorten_example() -> Draft:
    session = open_session(EXAMPLES[0])
    for name, spec in session.form.lists.items():
        kept = PARTNERS if name == session.pack.role("organisations") else 0
        for item in session.draft.items(name)[kept:] if not spec.parent else ():
            session.remove_item(name, item)
    return session.draft
