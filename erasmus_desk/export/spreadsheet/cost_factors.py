"""The lines of a grant taken apart into what a sheet can multiply: number, times, rate, share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from erasmus_desk.budget.calculation import Line, Reason, cents
from erasmus_desk.budget.grant import Grant, Room
from erasmus_desk.call.funding import Money, RateRow
from erasmus_desk.i18n.message_values import Amount, Count, Country, Fact, Named, Span

_ONE = Decimal(1)
_NOTHING = Decimal(0)
_ALIKE = {"accompanying": "staff"}
"""Who is paid like somebody else, by the nouns of the reasons."""


class Part(Struct, frozen=True):
    """One row of the sheet: `number` × `times` × `rate` × `share`, and why.

    A line of several rates (days 1 to 14, then 15 to 60) has as many parts. `rate_row` is the
    row of the call's tables that the rate stands in, if only one can be meant.
    """

    line: Line
    number: Decimal
    times: Decimal
    rate: Decimal
    share: Decimal
    because: tuple[Reason, ...]
    rate_row: RateRow | None = None

    @property
    def amount(self) -> Decimal:
        """The product, to the cent."""
        return cents(self.number * self.times * self.rate * self.share)


class Cut(Struct, frozen=True):
    """A row that takes away what is over a ceiling.

    `first` and `count` say which parts it can take from; `room` is `None` if the cut follows
    no rule that a sheet could compute again.
    """

    line: Line
    room: Room | None
    first: int = 0
    count: int = 0


class Rows(Struct, frozen=True):
    """All rows: those that ask first, then those that cut."""

    parts: tuple[Part, ...]
    cuts: tuple[Cut, ...]


def rows(grant: Grant, money: Money) -> Rows:
    """Take a grant apart; the rows add up to its total."""
    parts: list[Part] = []
    places: list[tuple[Line, int, int]] = []
    for line in grant.lines:
        if line.amount >= 0:
            made = tuple(_parts(line, money))
            places.append((line, len(parts), len(made)))
            parts.extend(made)
    return Rows(tuple(parts), tuple(_cuts(places, grant)))


def _parts(line: Line, money: Money) -> Iterator[Part]:
    """Give the parts of a line; one alone with the whole amount where they do not add up."""
    terms = [_term(line, reason) for reason in line.because]
    found = [term for term in terms if term is not None]
    if not found or sum((term.amount for term in found), _NOTHING) != line.amount:
        yield Part(line, _ONE, _ONE, line.amount, _ONE, line.because)
        return
    beside = tuple(reason for reason, term in zip(line.because, terms, strict=True) if not term)
    for place, term in enumerate(found):
        # What is said beside the rates belongs to the line as a whole: it stands once.
        because = (*term.because, *beside) if place == 0 else term.because
        row = _rate_row(term, beside, money)
        yield Part(line, term.number, term.times, term.rate, term.share, because, row)


def _term(line: Line, reason: Reason) -> Part | None:
    """Give what a reason multiplies, or `None` if it names no amount."""
    counts = [Decimal(fact.n) for fact in reason.facts.values() if isinstance(fact, Count)]
    amounts = [fact.value for fact in reason.facts.values() if isinstance(fact, Amount)]
    if not amounts:
        return None
    percent = reason.facts.get("share")
    share = percent / 100 if isinstance(percent, Decimal) else _ONE
    number, *others = counts or [_ONE]
    times = _ONE
    for count in others:
        times *= count
    tried = [Part(line, number, times, rate, share, (reason,)) for rate in amounts]
    # A reason may name several amounts (the rate, the ceiling, what is paid below it).
    return next((part for part in tried if part.amount == line.amount), tried[0])


def _rate_row(part: Part, beside: tuple[Reason, ...], money: Money) -> RateRow | None:
    """Give the one row of the head's tables that fits the rate and the facts of the reasons."""
    reasons = (*part.because, *beside)
    told = {reason.code for reason in reasons}
    told |= {word for one in reasons for fact in one.facts.values() for word in _words(fact)}
    fitting = [
        row
        for table in money.tables
        if table.head == part.line.head
        for row in table.rows
        if row.amount == part.rate
    ]
    named = [row for row in fitting if row.at and set(row.at) <= told]
    found = named or fitting
    return found[0] if len(found) == 1 else None


def _words(fact: Fact) -> Iterator[str]:
    """Give what a fact may be called among the values of a rate table."""
    match fact:
        case Count(noun, _):
            yield from (noun, noun.partition("-")[0], _ALIKE.get(noun, noun))
        case Country(code):
            yield code
        case Named(texts):
            yield from (text.rpartition(".")[2] for text in texts)
        case Span(low, high):
            yield f"{low}-{'' if high is None else high}"
        case _:
            return


def _cuts(places: Sequence[tuple[Line, int, int]], grant: Grant) -> Iterator[Cut]:
    taken: dict[str, Decimal] = {}
    for line in grant.lines:
        if line.amount < 0:
            yield _cut(line, places, grant, taken.get(line.head, _NOTHING))
            taken[line.head] = taken.get(line.head, _NOTHING) + line.amount


def _cut(line: Line, places: Sequence[tuple[Line, int, int]], grant: Grant, taken: Decimal) -> Cut:
    """Say by which ceiling a line was cut, if the same sum comes out again."""
    for whole, first, count in places:
        if not _is_cut_from(line, whole):
            continue
        for room in grant.rooms:
            if room.ceiling.head == line.head and room.ceiling.enforced:
                over = max(_NOTHING, room.asked - room.most + taken)
                if min(whole.amount, over) == -line.amount:
                    return Cut(line, room, first, count)
    return Cut(line, None)


def _is_cut_from(cut: Line, whole: Line) -> bool:
    before = cut.because[0].facts.get("line") if cut.because else None
    return (
        (cut.head, cut.rule, cut.key, cut.organisation)
        == (whole.head, whole.rule, whole.key, whole.organisation)
        and isinstance(before, Amount)
        and before.value == whole.amount
    )
