"""Ids for what comes home: the same each time the same is read."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256

_LENGTH = 16


def named(*parts: str) -> str:
    """Give an id made from texts."""
    content = json.dumps(parts).encode()
    return sha256(content).hexdigest()[:_LENGTH]


class Namer:
    """Gives ids to things of one file; of those alike each has its own."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def name(self, *parts: str) -> str:
        """Give the id of the next thing made of these texts."""
        first = named(*parts)
        self._seen[first] += 1
        count = self._seen[first] - 1
        return named(*parts, str(count)) if count else first
