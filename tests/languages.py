"""The languages in which tests run: two in every run, the others among the long proofs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pytest

EVERY_TIME: Final = ("en", "nl")
"""The language of the source, and the one that is the longest in the program."""


def each_language(languages: Iterable[str]) -> list[object]:
    """Return the parameters of a test that is too long to run in every language every time."""
    return [
        one if one in EVERY_TIME else pytest.param(one, marks=pytest.mark.prove)
        for one in languages
    ]
