"""The grant of a draft: every line with its reason, every sum, and what is over a ceiling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.budget import individual_support, travel, unit_costs
from erasmus_desk.budget.calculation import NOTHING, Cost, Gap, Line, NotCounted, Reason
from erasmus_desk.budget.distance import Cities, shipped
from erasmus_desk.budget.inputs import Row, Sheet
from erasmus_desk.budget.unit_costs import management
from erasmus_desk.call.funding import Ceiling, CostRule, Head
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.i18n.message_values import Amount

_BY_ROW: Final[Mapping[str, Callable[[Sheet, CostRule, Row], Iterator[Cost | NotCounted]]]] = {
    "travel": travel.travel,
    "topup": travel.topup,
    "days": unit_costs.days,
    "participants": unit_costs.participants,
    "stay": individual_support.stay,
    "linguistic": individual_support.linguistic,
    "real": unit_costs.real,
}
RULE_TYPES: Final[Mapping[str, tuple[str, ...]]] = {
    "management": ("organisations", "months", "table"),
    "travel": ("list", "persons", "organisation", "city", "country", "table"),
    "topup": ("list", "persons", "organisation", "table"),
    "days": ("list", "organisation", "category", "days", "table"),
    "participants": ("list", "local", "foreign", "organisation", "table"),
    "stay": ("list", "organisation", "persons", "type", "days", "country", "short"),
    "linguistic": ("list", "persons", "organisation", "type", "table"),
    "real": ("list", "organisation", "amount"),
    "lump": ("choice", "table"),
}
"""The ways of counting that a pack may ask for, each with what it must bind."""


class Room(Struct, frozen=True):
    """A ceiling and what is asked below it; an empty head stands for the whole grant.

    A ceiling of one head that is `enforced` has cut what is over it; the whole grant is never
    cut. What is not enforced is too uncertain to count with.
    """

    ceiling: Ceiling
    most: Decimal
    asked: Decimal

    @property
    def left(self) -> Decimal:
        """What may still be asked; below nothing if too much is asked."""
        return self.most - self.asked


class Grant(Struct, frozen=True):
    """What a draft asks for under its call; no amount is shown that does not come from here.

    The sums hold every head the kind allows and every organisation, with nothing where nothing
    is asked. `ceiling` is that of the whole grant, `None` while it is not known.
    """

    currency: str
    lines: tuple[Line, ...]
    gaps: tuple[Gap, ...]
    rooms: tuple[Room, ...]
    total: Decimal
    by_head: Mapping[str, Decimal]
    by_organisation: Mapping[str, Decimal]
    by_activity: Mapping[Key, Decimal]
    by_year: Mapping[int | None, Decimal]

    @property
    def ceiling(self) -> Decimal | None:
        """The most the whole grant may come to."""
        return next((room.most for room in self.rooms if not room.ceiling.head), None)

    @property
    def left(self) -> Decimal | None:
        """What may still be asked; below nothing if too much is asked."""
        return None if self.ceiling is None else self.ceiling - self.total


def grant(draft: Draft, pack: Pack, cities: Cities | None = None) -> Grant:
    """Compute the grant of a draft; without `cities` by the list on board.

    Never fails: what cannot be computed is a gap with its reason.
    """
    sheet = Sheet(draft, pack, cities or shipped())
    allowed = {head.id: head for head in pack.money.heads if _allows(head, sheet)}
    lines: list[Line] = []
    gaps: list[Gap] = []
    for rule in pack.money.rules:
        for one in _counted(sheet, rule, is_allowed=rule.head in allowed):
            if isinstance(one, Gap):
                gaps.append(one)
            else:
                lines.append(one)
    rooms: list[Room] = []
    for head in allowed:
        asked = _sum(line.amount for line in lines if line.head == head)
        for room in _rooms(sheet, head, asked):
            rooms.append(room)
            if room.ceiling.enforced:
                lines.extend(_cuts(room, [line for line in lines if line.head == head], sheet))
    total = _sum(line.amount for line in lines)
    rooms.extend(_rooms(sheet, "", total))
    return _summed(sheet, tuple(lines), tuple(gaps), tuple(rooms), tuple(allowed))


def _allows(head: Head, sheet: Sheet) -> bool:
    kind = sheet.text(sheet.pack.role("kind"))
    return not head.kinds or not kind or kind in head.kinds


def _counted(sheet: Sheet, rule: CostRule, *, is_allowed: bool) -> Iterator[Line | Gap]:
    binds = rule.binds
    if rule.type not in RULE_TYPES or any(one not in binds for one in RULE_TYPES[rule.type]):
        # The checker of packs finds it; a call that somebody added may not have seen it.
        yield Gap("rule-unknown", rule.head, rule.id, Key(""), "", None, {"found": rule.type})
    elif rule.type == "management":
        yield from _whole(rule, lambda: list(management(sheet, rule)))
    elif rule.type == "lump":
        yield from _whole(
            rule, lambda: [_line(rule, None, one) for one in unit_costs.lump(sheet, rule)]
        )
    else:
        yield from _by_rows(sheet, rule, is_allowed=is_allowed)


def _whole(rule: CostRule, count: Callable[[], list[Line]]) -> Iterator[Line | Gap]:
    try:
        yield from count()
    except NotCounted as missing:
        yield Gap(missing.code, rule.head, rule.id, missing.key, "", None, missing.facts)


def _by_rows(sheet: Sheet, rule: CostRule, *, is_allowed: bool) -> Iterator[Line | Gap]:
    count = _BY_ROW[rule.type]
    for row in sheet.rows(rule):
        if not is_allowed:
            yield Gap("head-not-allowed", rule.head, rule.id, row.key, "", row.activity, {})
            continue
        told: set[tuple[str, Key]] = set()
        for one in _patiently(count(sheet, rule, row)):
            if isinstance(one, Cost):
                yield _line(rule, row, one)
            elif (one.code, one.key) not in told:
                told.add((one.code, one.key))
                owner = sheet.text(rule.binds["organisation"], row.item)
                yield Gap(one.code, rule.head, rule.id, one.key, owner, row.activity, one.facts)


def _patiently(costs: Iterator[Cost | NotCounted]) -> Iterator[Cost | NotCounted]:
    """Give what a row costs, and what stopped the counting as its last."""
    try:
        yield from costs
    except NotCounted as missing:
        yield missing


def _line(rule: CostRule, row: Row | None, cost: Cost) -> Line:
    return Line(
        rule.head,
        rule.id,
        cost.key,
        cost.amount,
        cost.organisation,
        row.activity if row else None,
        ((row.year if row else None, cost.amount),),
        cost.because,
        cost.evidence,
        cost.notes,
    )


def _rooms(sheet: Sheet, head: str, asked: Decimal) -> Iterator[Room]:
    """Give the ceilings of a head that can be counted: those by month need the months."""
    months = sheet.value(sheet.pack.role("months"))
    for ceiling in sheet.rates.ceilings(head, "project", "month", "year"):
        if ceiling.per == "project":
            yield Room(ceiling, ceiling.amount, asked)
        elif type(months) is int and months > 0:
            parts = Decimal(months) / 12 if ceiling.per == "year" else Decimal(months)
            yield Room(ceiling, ceiling.amount * parts, asked)


def _cuts(room: Room, lines: list[Line], sheet: Sheet) -> Iterator[Line]:
    """Give the lines that take away what is over a ceiling, from the last line back."""
    over = -room.left
    most = Amount(room.most, sheet.rates.currency)
    for line in reversed(lines):
        if over <= 0:
            return
        cut = min(line.amount, over)
        if cut <= 0:
            continue
        over -= cut
        yield replace(
            line,
            amount=-cut,
            years=((line.year, -cut),),
            because=(
                Reason("ceiling", {"ceiling": most, "line": Amount(line.amount, most.currency)}),
            ),
            evidence=room.ceiling.evidence,
            notes=("ceiling",),
        )


def _summed(
    sheet: Sheet,
    lines: tuple[Line, ...],
    gaps: tuple[Gap, ...],
    rooms: tuple[Room, ...],
    heads: tuple[str, ...],
) -> Grant:
    by_head = dict.fromkeys(heads, NOTHING)
    by_organisation = dict.fromkeys(sheet.organisations, NOTHING)
    by_activity: dict[Key, Decimal] = {}
    by_year: dict[int | None, Decimal] = {}
    for line in lines:
        by_head[line.head] = by_head.get(line.head, NOTHING) + line.amount
        owner = line.organisation
        by_organisation[owner] = by_organisation.get(owner, NOTHING) + line.amount
        if line.activity:
            by_activity[line.activity] = by_activity.get(line.activity, NOTHING) + line.amount
        for year, amount in line.years:
            by_year[year] = by_year.get(year, NOTHING) + amount
    years = sorted(by_year, key=lambda year: (year is None, year or 0))
    return Grant(
        sheet.rates.currency,
        lines,
        gaps,
        rooms,
        _sum(line.amount for line in lines),
        by_head,
        by_organisation,
        by_activity,
        {year: by_year[year] for year in years},
    )


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, NOTHING)
