"""The ids of the drafts that a draft was copied from, by which returned files are recognised.

They are a member of the draft file that older versions do not know and write back unchanged.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import cast

from msgspec.structs import replace

from erasmus_desk.draft.model import Draft

MEMBER = "copied_from"
MAX_ORIGINS = 20
"""Ids kept, the newest: one for each time that a copy was copied again."""


def list_ids(draft: Draft) -> tuple[str, ...]:
    """Return the id of a draft, and those of the drafts it was copied from, the newest first."""
    found = draft.extra.get(MEMBER)
    origins = cast("list[object]", found) if isinstance(found, list) else []
    ids = (draft.id, *(one for one in origins if isinstance(one, str)))
    return tuple(dict.fromkeys(ids))


def add_origin(draft: Draft) -> Draft:
    """Return a draft that remembers its present id, for a copy that gets another."""
    origins = list(list_ids(draft)[:MAX_ORIGINS])
    return replace(draft, extra=MappingProxyType({**draft.extra, MEMBER: origins}))
