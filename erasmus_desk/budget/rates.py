"""The rates of a call by what they depend on: country, group, category, band of km or days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct

from erasmus_desk.budget.calculation import combine_evidence
from erasmus_desk.call.funding import Ceiling, Evidence, FundingRules, RateRow
from erasmus_desk.i18n.message_values import NumberRange

NEAR_SHARE: Final = Decimal("0.02")
"""A distance within this share of an edge is near it."""


class RateBand(Struct, frozen=True):
    """One row of a table by bands: `100-1999` includes both ends, `2000-` is open."""

    span: NumberRange
    rate: RateRow


def read_bands(rows: Sequence[RateRow]) -> tuple[RateBand, ...]:
    """Return the bands of rows whose last value is a range, in rising order."""
    found: list[RateBand] = []
    for row in rows:
        low, dash, high = row.at[-1].partition("-")
        if dash and low.isdecimal() and (not high or high.isdecimal()):
            found.append(RateBand(NumberRange(int(low), int(high) if high else None), row))
    return tuple(sorted(found, key=lambda band: band.span.low))


def find_distance_band(kilometres: Decimal, bands: Sequence[RateBand]) -> RateBand | None:
    """Return the band of a distance: 99.7 km is below 100, so it is in the band to 99."""
    found: RateBand | None = None
    for band in bands:
        if band.span.low <= kilometres:
            found = band
    if found and found.span.high is not None and kilometres >= found.span.high + 1:
        return None
    return found


def find_near_edge(kilometres: Decimal, bands: Sequence[RateBand]) -> int | None:
    """Return the edge within 2 % of a distance, where another method may give another band."""
    for band in bands:
        low = band.span.low
        if low and abs(kilometres - low) <= low * NEAR_SHARE:
            return low
    return None


def split_days(days: int, bands: Sequence[RateBand]) -> Iterator[tuple[RateBand, int]]:
    """Split days over the bands: 20 days are 14 of the first and 6 of the second."""
    for band in bands:
        last = days if band.span.high is None else min(days, band.span.high)
        if last >= band.span.low:
            yield band, last - band.span.low + 1


ALL_OTHER_COUNTRIES = "*"
"""In a group of countries: every country that is in no other group."""


class Rates:
    """The rate tables, country groups and ceilings of a call; each table is parsed when needed."""

    def __init__(self, money: FundingRules) -> None:
        self.currency = money.currency
        self._tables = {table.id: table for table in money.tables}
        self._ceilings = money.ceilings
        self._rows: dict[str, dict[tuple[str, ...], RateRow]] = {}
        self._bands: dict[tuple[str, ...], tuple[RateBand, ...]] = {}
        self._groups: dict[str, str] = {}
        for group, countries in money.country_groups.items():
            self._groups |= dict.fromkeys(countries, group)

    def find_row(self, name: str, other: str = "", **values: str) -> RateRow | None:
        """Return the row for the values of its dimensions, `other` for those not given."""
        table = self._tables.get(name)
        if table is None:
            return None
        if name not in self._rows:
            self._rows[name] = {row.at: row for row in table.rows}
        return self._rows[name].get(tuple(values.get(one, other) for one in table.dimensions))

    def get_bands(self, name: str, *before: str) -> tuple[RateBand, ...]:
        """Return the bands of a table whose last dimension is a range, by the values before it."""
        path = (name, *before)
        if path not in self._bands:
            table = self._tables.get(name)
            rows = [row for row in table.rows if row.at[:-1] == before] if table else []
            self._bands[path] = read_bands(rows)
        return self._bands[path]

    def find_highest(self, name: str) -> RateRow | None:
        """Return the row with the largest amount."""
        table = self._tables.get(name)
        return max(table.rows, key=lambda row: row.amount, default=None) if table else None

    def get_country_group(self, country: str) -> str:
        """Return the group of a country; empty if it is in none."""
        return self._groups.get(country) or self._groups.get(ALL_OTHER_COUNTRIES, "")

    def find_ceilings(self, category: str, *per: str) -> tuple[Ceiling, ...]:
        """Return the ceilings of a category, or of the whole grant, of certain units."""
        return tuple(one for one in self._ceilings if one.category == category and one.per in per)

    def get_reimbursed_share(self, category: str) -> tuple[Decimal, tuple[Evidence, ...]]:
        """Return the share of actual costs that a category pays, with its evidence."""
        found = [one for one in self.find_ceilings(category, "cost") if one.enforced]
        if not found:
            return Decimal(1), ()
        return min(one.amount for one in found), (combine_evidence(one.evidence for one in found),)
