"""Stable ids for imported things: the same each time a file is read."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256

_LENGTH = 16


def make_id(*parts: str) -> str:
    """Return an id made from texts."""
    content = json.dumps(parts).encode()
    return sha256(content).hexdigest()[:_LENGTH]


class IdGenerator:
    """Makes ids for the things of one file; equal things get different ids."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def next_id(self, *parts: str) -> str:
        """Return the id of the next thing with these texts."""
        base_id = make_id(*parts)
        self._seen[base_id] += 1
        count = self._seen[base_id] - 1
        return make_id(*parts, str(count)) if count else base_id
