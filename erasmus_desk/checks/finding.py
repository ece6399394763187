"""Findings of the checks: what is wrong, where, how serious, and by which rule of the call."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from erasmus_desk.call.funding import Evidence
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import MessageValue

Facts = Mapping[str, MessageValue]
NO_FACTS: Facts = MappingProxyType({})


class Grade(StrEnum):
    """How serious a finding is."""

    BLOCKS = "blocks"
    """The application cannot be submitted or would not be eligible."""
    WEAKENS = "weakens"
    """It can be submitted, but would lose points or raise questions."""
    STYLE = "style"
    """A matter of how it reads."""


class Finding(Struct, frozen=True):
    """One finding; `erasmus_desk.i18n.messages` has its text.

    `key` is the answer to fix (the key of the list where items are missing), `section` the id of
    its section or empty. `is_gap` is true for what is missing, false for what is wrong.
    `evidence` is that of the rule.
    """

    code: str
    grade: Grade
    key: Key | None
    section: str
    facts: Facts = NO_FACTS
    evidence: Evidence | None = None
    is_gap: bool = False

    @property
    def rule(self) -> str:
        """The id of the call's text of the rule; the call may have none."""
        return f"rule.{self.code}"

    @property
    def blocks(self) -> bool:
        """Whether the finding prevents submission."""
        return self.grade is Grade.BLOCKS
