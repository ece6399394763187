"""The rates of a call, found by what they depend on: band, country, group, category.

Bands of kilometres and days: which one a number lies in, and what lies near its edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct

from erasmus_desk.budget.calculation import joined
from erasmus_desk.call.funding import Ceiling, Evidence, Money, RateRow, RateTable
from erasmus_desk.i18n.message_values import Span

NEAR: Final = Decimal("0.02")
"""A distance is near an edge within this share of it."""


class Band(Struct, frozen=True):
    """One row of a table by bands: `100-1999` holds both ends, `2000-` is open."""

    span: Span
    rate: RateRow


def read(rows: Sequence[RateRow]) -> tuple[Band, ...]:
    """Give the bands of rows whose last value is a range, in rising order."""
    found: list[Band] = []
    for row in rows:
        low, dash, high = row.at[-1].partition("-")
        if dash and low.isdecimal() and (not high or high.isdecimal()):
            found.append(Band(Span(int(low), int(high) if high else None), row))
    return tuple(sorted(found, key=lambda band: band.span.low))


def of_distance(kilometres: Decimal, bands: Sequence[Band]) -> Band | None:
    """Give the band of a distance: 99.7 km lie below 100, so they are in the band to 99."""
    found: Band | None = None
    for band in bands:
        if band.span.low <= kilometres:
            found = band
    if found and found.span.high is not None and kilometres >= found.span.high + 1:
        return None
    return found


def edge(kilometres: Decimal, bands: Sequence[Band]) -> int | None:
    """Give the edge within 2 % of which a distance lies, if there is one."""
    for band in bands:
        low = band.span.low
        if low and abs(kilometres - low) <= low * NEAR:
            return low
    return None


def near_edge(kilometres: Decimal, bands: Sequence[Band]) -> bool:
    """Tell whether another way of measuring could well give another band."""
    return edge(kilometres, bands) is not None


def of_days(days: int, bands: Sequence[Band]) -> Iterator[tuple[Band, int]]:
    """Split so many days over the bands: 20 days are 14 of the first and 6 of the second."""
    for band in bands:
        last = days if band.span.high is None else min(days, band.span.high)
        if last >= band.span.low:
            yield band, last - band.span.low + 1


EVERY_OTHER = "*"
"""In a group of countries: every country that no other group names."""


class Rates:
    """The tables, groups and ceilings of a call; each table is taken apart when first asked."""

    def __init__(self, money: Money) -> None:
        """Look into the money rules of a call."""
        self.currency = money.currency
        self._tables = {table.id: table for table in money.tables}
        self._ceilings = money.ceilings
        self._rows: dict[str, dict[tuple[str, ...], RateRow]] = {}
        self._bands: dict[tuple[str, ...], tuple[Band, ...]] = {}
        self._groups: dict[str, str] = {}
        for group, countries in money.country_groups.items():
            self._groups |= dict.fromkeys(countries, group)

    def table(self, name: str) -> RateTable | None:
        """Give a table by its id."""
        return self._tables.get(name)

    def row(self, name: str, values: Mapping[str, str]) -> RateRow | None:
        """Give the row of a table for the values of its dimensions."""
        table = self._tables.get(name)
        if table is None:
            return None
        if name not in self._rows:
            self._rows[name] = {row.at: row for row in table.rows}
        return self._rows[name].get(tuple(values.get(one, "") for one in table.dimensions))

    def bands(self, name: str, *before: str) -> tuple[Band, ...]:
        """Give the bands of a table whose last dimension is a range, for the values before it."""
        place = (name, *before)
        if place not in self._bands:
            table = self._tables.get(name)
            rows = [row for row in table.rows if row.at[:-1] == before] if table else []
            self._bands[place] = read(rows)
        return self._bands[place]

    def highest(self, name: str) -> RateRow | None:
        """Give the row of the largest amount."""
        table = self._tables.get(name)
        return max(table.rows, key=lambda row: row.amount, default=None) if table else None

    def last_day(self, name: str) -> int:
        """Give the last day that a table by days pays for; 0 if it has no end."""
        table = self._tables.get(name)
        ends = [band.span.high for band in read(table.rows)] if table else []
        return 0 if None in ends else max((end for end in ends if end), default=0)

    def group(self, country: str) -> str:
        """Give the group of a country; empty if no group takes it."""
        return self._groups.get(country) or self._groups.get(EVERY_OTHER, "")

    def ceilings(self, head: str, *per: str) -> tuple[Ceiling, ...]:
        """Give the ceilings of a head, or of the whole grant, by what they are counted with."""
        return tuple(one for one in self._ceilings if one.head == head and one.per in per)

    def share(self, head: str) -> tuple[Decimal, tuple[Evidence, ...]]:
        """Give the share of real costs that a head pays, and the evidence of it."""
        found = [one for one in self.ceilings(head, "cost") if one.enforced]
        if not found:
            return Decimal(1), ()
        return min(one.amount for one in found), (joined(one.evidence for one in found),)
