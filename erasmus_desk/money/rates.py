"""The rates of a call, found by what they depend on: band, country, group, category."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from erasmus_desk.call.figures import Ceiling, Evidence, Money, RateRow, RateTable
from erasmus_desk.money import bands
from erasmus_desk.money.bands import Band
from erasmus_desk.money.trail import joined

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
            self._bands[place] = bands.read(rows)
        return self._bands[place]

    def highest(self, name: str) -> RateRow | None:
        """Give the row of the largest amount."""
        table = self._tables.get(name)
        return max(table.rows, key=lambda row: row.amount, default=None) if table else None

    def last_day(self, name: str) -> int:
        """Give the last day that a table by days pays for; 0 if it has no end."""
        table = self._tables.get(name)
        ends = [band.span.high for band in bands.read(table.rows)] if table else []
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
