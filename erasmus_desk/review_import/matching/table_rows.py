"""Which row of a table that came back is which row that was sent, and which column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.docx_reader.document import NEW
from erasmus_desk.review_import.matching.lines import Rail, Strand
from erasmus_desk.review_import.matching.sequence_alignment import aligned, paired
from erasmus_desk.round_trip.record import Grid, Spot

_ALIKE = 0.4
"""Likeness from which two rows count as one that was changed."""

Rows = Mapping[int, Sequence[Strand]]
SentRows = Mapping[int, Sequence[Rail]]


def rows_paired(came: Rows, sent: SentRows, grid: Grid | None) -> dict[int, int]:
    """Give for each row that came the one that it is or became.

    Controls tell it; then the same words, in order or elsewhere; then its first cell, where
    the rows have labels; then likeness; and where rows have labels, the place.
    """
    found = _by_keys(came, sent, grid)
    for step in (_equal, _equal_elsewhere, None if grid else _same_label, _alike):
        if step is not None:
            left = [row for row in came if row not in found and not _is_put_in(came[row])]
            taken = set(found.values())
            free = [row for row in sent if row not in taken]
            found |= step(left, free, came, sent)
    return found | _by_place(came, sent, found, grid)


def _is_put_in(row: Sequence[Strand]) -> bool:
    """Tell whether a tracked change put a row in."""
    return any(one.line.row_by is not None and one.line.was_row is None for one in row)


def _by_keys(came: Rows, sent: SentRows, grid: Grid | None) -> dict[int, int]:
    """Pair rows by the answers in their controls; of copies, the one that was not changed."""
    names: dict[str | Key, int] = {}
    if grid:
        names |= {item: place for place, item in enumerate(grid.items, start=1) if place in sent}
    else:
        names |= {rail.key: row for row, its in sent.items() for rail in its if rail.key}
    claims: dict[int, list[int]] = {}
    for row, strands in came.items():
        keys = [key for one in strands for key in one.keys if key]
        known = [name for key in keys if (name := key.item if grid else key) in names]
        if known and not _is_put_in(strands):
            claims.setdefault(names[Counter(known).most_common(1)[0][0]], []).append(row)
    return {
        next((row for row in rows if _text(came[row]) == _sent_text(sent[place])), rows[0]): place
        for place, rows in claims.items()
    }


def _equal(left: list[int], free: list[int], came: Rows, sent: SentRows) -> dict[int, int]:
    texts = [_text(came[row]) or None for row in left]
    matches = aligned([_sent_text(sent[row]) for row in free], texts)
    return {row: free[at] for row, at in zip(left, matches, strict=True) if at is not None}


def _equal_elsewhere(
    left: list[int], free: list[int], came: Rows, sent: SentRows
) -> dict[int, int]:
    return _once({row: _text(came[row]) for row in left}, {r: _sent_text(sent[r]) for r in free})


def _same_label(left: list[int], free: list[int], came: Rows, sent: SentRows) -> dict[int, int]:
    labels = {row: _text([one for one in came[row] if _column(one.spot) == 0]) for row in left}
    known = {row: _sent_text([one for one in sent[row] if _column(one.spot) == 0]) for row in free}
    return _once(labels, known)


def _once(came: Mapping[int, str], sent: Mapping[int, str]) -> dict[int, int]:
    """Pair what has the same words, if nothing else has."""
    counts, known = Counter(came.values()), Counter(sent.values())
    places = {text: row for row, text in sent.items() if text and known[text] == 1}
    return {row: places[text] for row, text in came.items() if text in places and counts[text] == 1}


def _alike(left: list[int], free: list[int], came: Rows, sent: SentRows) -> dict[int, int]:
    texts = [_text(came[row]) for row in left]
    matches = paired([_sent_text(sent[row]) for row in free], texts, _ALIKE)
    return {row: free[at] for row, at in zip(left, matches, strict=True) if at is not None}


def _by_place(
    came: Rows, sent: SentRows, found: Mapping[int, int], grid: Grid | None
) -> dict[int, int]:
    """Pair rows of which there are as many on both sides, between rows that are known.

    Rows of items must have a cell in common: else one went and another came.
    """
    made: dict[int, int] = {}
    back = {place: row for row, place in found.items()}
    gap: list[int] = []
    last = -1
    for row in (*sorted(came), None):
        if row is not None and row not in found:
            gap.append(row)
            continue
        end = found[row] if row is not None else max(sent, default=-1) + 1
        free = [place for place in sent if last < place < end and place not in back]
        if len(free) == len(gap) and end > last:
            made |= dict(zip(gap, free, strict=True))
        gap, last = [], end
    return {
        row: place
        for row, place in made.items()
        if not _is_put_in(came[row])
        and (grid is None or _has_in_common(came[row], sent[place], grid))
    }


def _has_in_common(came: Sequence[Strand], sent: Sequence[Rail], grid: Grid) -> bool:
    asked = {at for at, name in enumerate(grid.questions) if name}
    cells = {at: _sent_text(its) for at, its in _sent_by_column(sent).items() if at in asked}
    return any(_text(its) == cells.get(at) for at, its in _by_column(came).items())


def columns_paired(head: Sequence[Strand], sent: Sequence[Rail]) -> dict[int, int] | None:
    """Give for each column that came the one that it is, by the heads; `None`: all as sent."""
    if not head or not sent:
        return None
    came = {column: _text(its) for column, its in _by_column(head).items()}
    known = {column: _sent_text(its) for column, its in _sent_by_column(sent).items()}
    found = {column: column for column in came if came[column] == known.get(column)}
    left = {at: text for at, text in came.items() if at not in found}
    free = {at: text for at, text in known.items() if at not in found.values()}
    found |= _once(left, free)
    left = {at: text for at, text in came.items() if at not in found and at < NEW}
    free = {at: text for at, text in known.items() if at not in found.values()}
    if len(left) == len(free):
        return found | dict(zip(left, free, strict=True))
    matches = paired(list(free.values()), list(left.values()))
    places = list(free)
    pairs = zip(left, matches, strict=True)
    return found | {column: places[at] for column, at in pairs if at is not None}


def _by_column(row: Iterable[Strand]) -> dict[int, list[Strand]]:
    found: dict[int, list[Strand]] = {}
    for one in row:
        found.setdefault(_column(one.spot), []).append(one)
    return found


def _sent_by_column(row: Iterable[Rail]) -> dict[int, list[Rail]]:
    found: dict[int, list[Rail]] = {}
    for one in row:
        found.setdefault(_column(one.spot), []).append(one)
    return found


def _column(spot: Spot | None) -> int:
    return spot.column if spot else 0


def _text(row: Iterable[Strand]) -> str:
    return " ".join(text for one in row if (text := one.was or one.text))


def _sent_text(row: Iterable[Rail]) -> str:
    return " ".join(one.text for one in row)
