"""A finding: what is wrong where, how grave, and which rule of the call says so."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct, field

from erasmus_desk.call.funding import Evidence
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Fact


class Grade(StrEnum):
    """How grave a finding is."""

    BLOCKS = "blocks"
    """The proposal cannot be sent like this, or would be ineligible."""
    WEAKENS = "weakens"
    """It can be sent, but would lose points or raise questions."""
    STYLE = "style"
    """A matter of how it reads."""


def _no_facts() -> Mapping[str, Fact]:
    return MappingProxyType({})


class Finding(Struct, frozen=True):
    """One finding. It carries no sentence: `erasmus_desk.i18n.messages` words it.

    `key` is the answer to mend (the list's own key where items are missing) and `section`
    the id of the section it stands in, empty where the form has none. `is_gap` tells what is
    merely not there yet from what is there and wrong. `evidence` backs the rule.
    """

    code: str
    grade: Grade
    key: Key | None
    section: str
    facts: Mapping[str, Fact] = field(default_factory=_no_facts)
    evidence: Evidence | None = None
    is_gap: bool = False

    @property
    def rule(self) -> str:
        """The id of the pack's text that tells the rule; the pack may have no such text."""
        return f"rule.{self.code}"

    @property
    def blocks(self) -> bool:
        """Whether the proposal cannot be sent because of it."""
        return self.grade is Grade.BLOCKS
