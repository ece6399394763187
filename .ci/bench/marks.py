"""A mark, what was measured against it, and the table that shows both."""

from __future__ import annotations

import os
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

NO_MARK = "-"
HEADS = ("What", "Figure", "Yardstick", "Ratio", "Mark", "")


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of the table: the figure, what it is held against, and whether that is enough."""

    what: str
    figure: str
    yardstick: str
    ratio: str
    mark: str
    is_met: bool
    missing: str = ""
    """Why it could not be measured, where it could not."""

    @property
    def verdict(self) -> str:
        """Say in words whether the mark is met."""
        if self.mark == NO_MARK:
            return "for the record"
        if self.missing:
            return f"not measured: {self.missing}"
        return "met" if self.is_met else "NOT MET"


def compiled(more: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which Python keeps what it compiled, as it does once installed.

    Where writing is turned off, our modules would be compiled at every start, those of the
    yardsticks never.
    """
    left_out = "PYTHONDONTWRITEBYTECODE"
    return {**{name: os.environ[name] for name in os.environ if name != left_out}, **more}


def against(
    what: str, ours: Sequence[float], theirs: Sequence[float], most: float, unit: str
) -> Mark:
    """Hold runs against those of a yardstick taken in turn: the median of the single ratios."""
    ratio = statistics.median(one / other for one, other in zip(ours, theirs, strict=True))
    return Mark(
        what,
        f"{statistics.median(ours):.0f} {unit}",
        f"{statistics.median(theirs):.0f} {unit}",
        f"{ratio:.2f}",
        f"<= {most:g}",
        ratio <= most,
    )


def beside(what: str, ours: Sequence[float], theirs: Sequence[float], unit: str) -> Mark:
    """Show runs beside those of a yardstick where nobody has set a mark."""
    return replace(against(what, ours, theirs, 0, unit), mark=NO_MARK)


def within(what: str, milliseconds: float, most: float) -> Mark:
    """Hold a time against a fixed number of milliseconds."""
    ratio = f"{milliseconds / most:.2f}"
    figure, limit = f"{milliseconds:.1f} ms", f"{most:g} ms"
    return Mark(what, figure, limit, ratio, f"<= {limit}", milliseconds <= most)


def missing(what: str, reason: str, mark: str) -> Mark:
    """Say why a mark could not be measured."""
    return Mark(what, "-", "-", "-", mark, is_met=False, missing=reason)


def table(marks: Sequence[Mark]) -> str:
    """Lay the marks out in columns."""
    rows = [HEADS]
    rows += [
        (one.what, one.figure, one.yardstick, one.ratio, one.mark, one.verdict) for one in marks
    ]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEADS) - 1)] + [0]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(line.rstrip() for line in lines)
