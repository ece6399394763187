"""The clock by which files are dated; tests set their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from erasmus_desk.moments import YEARS

Clock = Callable[[], datetime]
"""Returns the current time with its zone."""


def now() -> datetime:
    """Return the current time in UTC, with a clock that is off by ages the last that files have.

    A file with a later one could not be read again.
    """
    found = datetime.now(UTC)
    return found if found.year in YEARS else found.replace(year=YEARS[-1], day=1)
