"""Ids of drafts and of list items."""

from __future__ import annotations

import os
import uuid


def make_draft_id() -> str:
    """Return a unique id for a draft."""
    return uuid.uuid4().hex


def make_item_id() -> str:
    """Return an id for a list item that is unique among drafts that may be merged."""
    return os.urandom(4).hex()
