"""Ids for what comes home: the same each time the same is read."""

from __future__ import annotations

import json
from hashlib import sha256

_LENGTH = 16


def named(*parts: str) -> str:
    """Give an id made from texts."""
    content = json.dumps(parts).encode()
    return sha256(content).hexdigest()[:_LENGTH]
