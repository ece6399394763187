"""Bands of kilometres and days: which one a number lies in, and what lies near its edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from erasmus_desk.call.figures import RateRow
from erasmus_desk.facts import Span

NEAR: Final = Decimal("0.02")
"""A distance is near an edge within this share of it."""


@dataclass(frozen=True, slots=True)
class Band:
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
