"""The results of the budget calculation: lines with their reasons, and missing amounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from msgspec import Struct

from erasmus_desk.call.funding import Confidence, Evidence
from erasmus_desk.call.plan_rules import Exclusion
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.formats import join_entries
from erasmus_desk.i18n.message_values import MessageValue
from erasmus_desk.i18n.messages import Messages, TextSource

ZERO: Final = Decimal(0)
_CENT: Final = Decimal("0.01")
_ORDER: Final = tuple(Confidence)


class Reason(Struct, frozen=True):
    """One part of the explanation of a line; its text is `because.<code>`."""

    code: str
    facts: Mapping[str, MessageValue]


class Cost(Struct, frozen=True):
    """One cost as a rule computes it (see `BudgetLine`); `years` only if not all in one year.

    A cost with an `exclusion` is for persons who get no grant.
    """

    key: Key
    organisation: str
    amount: Decimal
    reasons: tuple[Reason, ...]
    evidence: Evidence
    notes: tuple[str, ...] = ()
    years: tuple[tuple[int | None, Decimal], ...] = ()
    exclusion: Exclusion | None = None


class BudgetLine(Struct, frozen=True):
    """One amount of the grant, in the currency of the call, with its origin.

    `key` is the first answer it is computed from, `activity` the list and item it belongs to
    (none for management and costs of the whole project), `organisation` the item that gets it,
    or empty. `years` splits the amount over calendar years; a year of `None` is unknown. `notes`
    are codes of what to verify (`near-edge`). What a ceiling cuts is a line with a negative amount.
    What is not `is_funded` is in no sum.
    """

    category: str
    rule: str
    key: Key
    amount: Decimal
    organisation: str
    activity: Key | None
    years: tuple[tuple[int | None, Decimal], ...]
    reasons: tuple[Reason, ...]
    evidence: Evidence
    notes: tuple[str, ...] = ()
    is_funded: bool = True

    @property
    def year(self) -> int | None:
        """The calendar year of the whole amount, if it has just one."""
        return self.years[0][0] if len(self.years) == 1 else None


class MissingAmount(Struct, frozen=True):
    """An amount that could not be computed and is not in the total; `key` is the answer to fix."""

    code: str
    category: str
    rule: str
    key: Key
    organisation: str
    activity: Key | None
    facts: Mapping[str, MessageValue]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reason in the form of the reasons of a line."""
        return (Reason(f"gap.{self.code}", self.facts),)


class CannotCompute(Exception):
    """An amount cannot be computed; carries the code, key and facts of the missing amount."""

    def __init__(self, code: str, key: Key, **facts: MessageValue) -> None:
        super().__init__(code)
        self.code = code
        self.key = key
        self.facts = facts


def round_to_cents(amount: Decimal) -> Decimal:
    """Round to the cent, halves up: the only place where money is rounded."""
    return amount.quantize(_CENT, ROUND_HALF_UP)


def combine_evidence(parts: Iterable[Evidence]) -> Evidence:
    """Return all sources of several pieces of evidence with the weakest confidence."""
    whole = list(parts)
    if all(part is whole[0] for part in whole):
        return whole[0]
    weakest = max((part.confidence for part in whole), key=_ORDER.index)
    return Evidence(weakest, tuple(dict.fromkeys(one for part in whole for one in part.sources)))


def explain(reasons: Iterable[Reason], sentences: Messages, wording: TextSource) -> str:
    """Return the reasons as text in the language of the sentences."""
    texts = (sentences.format_reason(one.code, one.facts, wording) for one in reasons)
    return join_entries(texts, sentences.language)
