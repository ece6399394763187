"""What a calculation leaves behind: lines with their reasons, and what could not be computed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from msgspec import Struct

from erasmus_desk.call.funding import Confidence, Evidence
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Fact
from erasmus_desk.i18n.messages import Sentences, Wording

NOTHING: Final = Decimal(0)
_CENT: Final = Decimal("0.01")
_ORDER: Final = tuple(Confidence)


class Reason(Struct, frozen=True):
    """One part of why a line is what it is; `because.<code>` words it."""

    code: str
    facts: Mapping[str, Fact]


class Cost(Struct, frozen=True):
    """What one row costs somebody, as a way of counting gives it (see `Line`)."""

    key: Key
    organisation: str
    amount: Decimal
    because: tuple[Reason, ...]
    evidence: Evidence
    notes: tuple[str, ...] = ()


class Line(Struct, frozen=True):
    """One amount of the grant, and where it comes from.

    `key` is the answer it begins with, `activity` the list and the item it belongs to (none for
    management and costs of the whole project), `organisation` the item of who gets it, empty
    where nobody is named. `years` splits the amount over calendar years; a year of `None` is not
    known. `notes` are codes of what deserves a look (`near-edge`). Amounts are in the currency of
    the call; what a ceiling cuts is a line of its own, below nothing.
    """

    head: str
    rule: str
    key: Key
    amount: Decimal
    organisation: str
    activity: Key | None
    years: tuple[tuple[int | None, Decimal], ...]
    because: tuple[Reason, ...]
    evidence: Evidence
    notes: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """The calendar year of the whole amount, if it has just one."""
        return self.years[0][0] if len(self.years) == 1 else None


class Gap(Struct, frozen=True):
    """An amount that could not be computed, with the reason; it is in no sum.

    `key` is the answer to mend.
    """

    code: str
    head: str
    rule: str
    key: Key
    organisation: str
    activity: Key | None
    facts: Mapping[str, Fact]

    @property
    def because(self) -> tuple[Reason, ...]:
        """The reason in the same form as that of a line."""
        return (Reason(f"gap.{self.code}", self.facts),)


class NotCounted(Exception):
    """What a line needs is not there: the code, the answer to mend and the facts of a gap."""

    def __init__(self, code: str, key: Key, **facts: Fact) -> None:
        """Keep what the gap will say."""
        super().__init__(code)
        self.code = code
        self.key = key
        self.facts = facts


def cents(amount: Decimal) -> Decimal:
    """Round to the cent, halves up: the one place where money is rounded."""
    return amount.quantize(_CENT, ROUND_HALF_UP)


def joined(parts: Iterable[Evidence]) -> Evidence:
    """Give the evidence of what rests on several facts: all sources, the weakest confidence."""
    whole = list(parts)
    if all(part is whole[0] for part in whole):
        return whole[0]
    weakest = max((part.confidence for part in whole), key=_ORDER.index)
    return Evidence(weakest, tuple(dict.fromkeys(one for part in whole for one in part.sources)))


def told(because: Iterable[Reason], spoken: Sentences, wording: Wording) -> str:
    """Give reasons in words and numbers, in the language of the sentences."""
    return "; ".join(spoken.because(part.code, part.facts, wording) for part in because)
