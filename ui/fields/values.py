"""What fields show, as values: a choice, the text of a question, a finding.

They are here without widgets: the overview words questions and findings, and shows no field.
"""

from __future__ import annotations

from msgspec import Struct


class Choice(Struct, frozen=True):
    """One choice as shown: its id, its name, and the heading above it."""

    id: str
    name: str
    group: str = ""


class QuestionText(Struct, frozen=True):
    """The text of a question: a short heading, and the full label.

    `source` is that of a date or a rule that is not confirmed, which goes by the answer.
    """

    heading: str
    label: str
    source: str = ""


class Remark(Struct, frozen=True):
    """A finding as shown at its field; `is_blocking` if it prevents submission.

    `fix` says what to do, where the text stands in a row that has the name of the item.
    """

    text: str
    is_blocking: bool
    fix: str = ""
