"""A short proposal: its Word file, its pages and its PDF are made in no time."""

from __future__ import annotations

from pathlib import Path

from erasmus_desk.storage import drafts
from tests.ui.editors import EXAMPLES, open_session

PARTNERS = 2


def write_short_draft(path: Path) -> Path:
    """Write the smaller example with two partners and no plan, and return its path."""
    session = open_session(EXAMPLES[0])
    for name, spec in session.form.lists.items():
        kept = PARTNERS if name == session.pack.role("organisations") else 0
        for item in session.draft.items(name)[kept:] if not spec.parent else ():
            session.remove_item(name, item)
    drafts.save_new(session.draft, path)
    return path
