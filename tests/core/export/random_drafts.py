"""Drafts made from the examples by chance: texts shorter and longer, items left out."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import file_format
from erasmus_desk.draft.list_changes import remove_item
from erasmus_desk.draft.model import Change, Draft

LONG = 200
"""Letters from which a text is changed."""
REMOVED = 0.15
"""The share of the items that are left out."""


def make_random_drafts(
    examples: Path, library: Library, count: int, first: int = 0
) -> Iterator[tuple[str, Draft]]:
    """Return drafts with their names, of each example in turn; each seed gives another."""
    paths = sorted(examples.glob("*.erasmus"))
    for seed in range(first, first + count):
        path = paths[seed % len(paths)]
        draft = file_format.decode(path.read_bytes()).draft
        pack = library.load_pack(draft.pack.id, draft.pack.revision)
        yield f"{path.stem}-{seed}", make_random_draft(draft, pack, seed)


def make_random_draft(draft: Draft, pack: Pack, seed: int) -> Draft:
    """Return a draft with other texts and fewer items, by a seed."""
    dice = random.Random(seed)  # noqa: S311 - no secret, but the same each time
    for list_id, spec in pack.form.lists.items():
        if spec.parent:
            continue
        for item in draft.items(list_id)[1:]:
            if dice.random() < REMOVED:
                removal = remove_item(draft, list_id, item, "", form=pack.form)
                draft = draft.apply(*removal.changes)
    changes = (
        Change(key, value, _change_text(value, dice))
        for key, value in sorted(draft.answers.items(), key=str)
        if isinstance(value, str) and len(value) > LONG
    )
    return draft.apply(*changes)


def _change_text(text: str, dice: random.Random) -> str:
    """Return a text with some lines left out, cut, repeated or moved; at least one is left."""
    lines = text.split("\n")
    found: list[str] = []
    for line in lines:
        chance = dice.random()
        if chance < 0.15:
            continue
        words = line.split(" ")
        if chance < 0.45:
            words = words[: dice.randint(1, len(words))]
        elif chance < 0.6:
            words += words[: dice.randint(1, len(words))]
        found.append(" ".join(words))
    return "\n".join(found or lines)
