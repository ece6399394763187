"""Pairing of the rows and columns of a returned table with those sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.docx_reader.document import FIRST_INSERTED
from erasmus_desk.review_import.matching.lines import ReturnedLine, SentLine
from erasmus_desk.review_import.matching.sequence_alignment import (
    pair_by_similarity,
    patience_align,
)
from erasmus_desk.round_trip.record import RecordTable

_MIN_ROW_SIMILARITY = 0.4
"""Similarity from which two rows count as one that was changed."""

ReturnedRows = Mapping[int, Sequence[ReturnedLine]]
SentRows = Mapping[int, Sequence[SentLine]]
_Line = TypeVar("_Line", ReturnedLine, SentLine)


def pair_rows(returned: ReturnedRows, sent: SentRows, table: RecordTable | None) -> dict[int, int]:
    """Return for each returned row the one that was sent.

    Rows are paired by controls, by equal text, by first cell if they have labels, by similarity,
    and by position.
    """
    found = _pair_by_keys(returned, sent, table)
    inserted = {row for row, lines in returned.items() if _is_inserted(lines)}
    texts = {row: _row_text(lines) for row, lines in returned.items() if row not in inserted}
    sent_texts = {row: _sent_row_text(lines) for row, lines in sent.items()}
    labels = {row: _row_text(group_by_column(returned[row]).get(0, ())) for row in texts}
    sent_labels = {row: _sent_row_text(group_by_column(sent[row]).get(0, ())) for row in sent}
    by_label = () if table else ((_pair_unique, labels, sent_labels),)
    for pair, new, old in (
        (_pair_equal, texts, sent_texts),
        (_pair_unique, texts, sent_texts),
        *by_label,
        (_pair_similar, texts, sent_texts),
    ):
        taken = set(found.values())
        left = {row: text for row, text in new.items() if row not in found}
        found |= pair(left, {row: text for row, text in old.items() if row not in taken})
    return found | _pair_by_position(returned, sent, found, table)


def _is_inserted(row: Sequence[ReturnedLine]) -> bool:
    """Return whether a row is a tracked insertion."""
    paragraphs = [line.paragraph for line in row]
    return any(one.row_by is not None and one.original_row is None for one in paragraphs)


def _pair_by_keys(
    returned: ReturnedRows, sent: SentRows, table: RecordTable | None
) -> dict[int, int]:
    """Pair rows by the answers in their controls; of copies, the unchanged one."""
    names: dict[str | Key, int] = {}
    if table:
        names |= {item: place for place, item in enumerate(table.items, start=1) if place in sent}
    else:
        names |= {line.key: row for row, lines in sent.items() for line in lines if line.key}
    claims: dict[int, list[int]] = {}
    for row, lines in returned.items():
        keys = [key for one in lines for key in one.keys if key]
        known = [name for key in keys if (name := key.item if table else key) in names]
        if known and not _is_inserted(lines):
            claims.setdefault(names[Counter(known).most_common(1)[0][0]], []).append(row)
    found: dict[int, int] = {}
    for place, rows in claims.items():
        text = _sent_row_text(sent[place])
        found[next((row for row in rows if _row_text(returned[row]) == text), rows[0])] = place
    return found


def _pair_equal(returned: Mapping[int, str], sent: Mapping[int, str]) -> dict[int, int]:
    texts = [text or None for text in returned.values()]
    return _to_pairs(returned, sent, patience_align([*sent.values()], texts))


def _pair_unique(returned: Mapping[int, str], sent: Mapping[int, str]) -> dict[int, int]:
    """Pair equal texts that occur once."""
    counts, known = Counter(returned.values()), Counter(sent.values())
    places = {text: row for row, text in sent.items() if text and known[text] == 1}
    unique = {row: text for row, text in returned.items() if counts[text] == 1}
    return {row: places[text] for row, text in unique.items() if text in places}


def _pair_similar(returned: Mapping[int, str], sent: Mapping[int, str]) -> dict[int, int]:
    matches = pair_by_similarity([*sent.values()], [*returned.values()], _MIN_ROW_SIMILARITY)
    return _to_pairs(returned, sent, matches)


def _to_pairs(
    returned: Iterable[int], sent: Iterable[int], matches: Sequence[int | None]
) -> dict[int, int]:
    rows = list(sent)
    pairs = zip(returned, matches, strict=True)
    return {row: rows[index] for row, index in pairs if index is not None}


def _pair_by_position(
    returned: ReturnedRows,
    sent: SentRows,
    found: Mapping[int, int],
    table: RecordTable | None,
) -> dict[int, int]:
    """Pair rows between known ones if there are as many on both sides.

    Rows of items must have an equal cell: else one was removed and another added.
    """
    pairs: dict[int, int] = {}
    known = {place: row for row, place in found.items()}
    gap: list[int] = []
    last = -1
    for row in (*sorted(returned), None):
        if row is not None and row not in found:
            gap.append(row)
            continue
        end = found[row] if row is not None else max(sent, default=-1) + 1
        free = [place for place in sent if last < place < end and place not in known]
        if len(free) == len(gap) and end > last:
            pairs |= dict(zip(gap, free, strict=True))
        gap, last = [], end
    return {
        row: place
        for row, place in pairs.items()
        if not _is_inserted(returned[row])
        and (table is None or _has_equal_cell(returned[row], sent[place], table))
    }


def _has_equal_cell(
    returned: Sequence[ReturnedLine], sent: Sequence[SentLine], table: RecordTable
) -> bool:
    columns = {at for at, name in enumerate(table.questions) if name}
    cells = {
        at: _sent_row_text(lines) for at, lines in group_by_column(sent).items() if at in columns
    }
    return any(_row_text(lines) == cells.get(at) for at, lines in group_by_column(returned).items())


def pair_columns(head: Sequence[ReturnedLine], sent: Sequence[SentLine]) -> dict[int, int] | None:
    """Return for each returned column the one sent, by header; `None` if all are as sent."""
    if not head or not sent:
        return None
    returned = {column: _row_text(lines) for column, lines in group_by_column(head).items()}
    known = {column: _sent_row_text(lines) for column, lines in group_by_column(sent).items()}
    found = {column: column for column in returned if returned[column] == known.get(column)}
    left = {at: text for at, text in returned.items() if at not in found}
    free = {at: text for at, text in known.items() if at not in found.values()}
    found |= _pair_unique(left, free)
    left = {at: text for at, text in returned.items() if at not in found and at < FIRST_INSERTED}
    free = {at: text for at, text in known.items() if at not in found.values()}
    if len(left) == len(free):
        return found | dict(zip(left, free, strict=True))
    matches = pair_by_similarity(list(free.values()), list(left.values()))
    return found | _to_pairs(left, free, matches)


def group_by_column(row: Iterable[_Line]) -> dict[int, list[_Line]]:
    """Return the lines of a row by the number of their column."""
    found: dict[int, list[_Line]] = {}
    for line in row:
        found.setdefault(get_column(line), []).append(line)
    return found


def get_column(line: ReturnedLine | SentLine) -> int:
    """Return the column of a line, 0 outside of tables."""
    return line.cell.column if line.cell else 0


def _row_text(row: Iterable[ReturnedLine]) -> str:
    return " ".join(text for one in row if (text := one.original_text or one.text))


def _sent_row_text(row: Iterable[SentLine]) -> str:
    return " ".join(one.text for one in row)
