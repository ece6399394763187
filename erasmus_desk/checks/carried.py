"""The check of answers that came from another call: each is to be looked at once."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.carry_marks import list_marks


def check_carried(context: CheckContext) -> Iterator[Finding]:
    """Find answers that were carried from another call and have not been looked at.

    What is not answered yet is found as such.
    """
    for mark in list_marks(context.draft):
        if context.draft.get(mark.key) is not None and context.is_visible(mark.key):
            yield context.report("carried", Grade.WEAKENS, mark.key, None)
