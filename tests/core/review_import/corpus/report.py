"""The figures of the corpus, by program and kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.core.review_import.corpus.cases import list_cases, run_case
from tests.core.review_import.corpus.drafts import RETURNED
from tests.core.review_import.corpus.expected import Result
from tests.core.review_import.corpus.stored import check_stored, list_stored

CONSTRUCTED = "as Word does"
_HEADS = (
    *("Written by", "Kind", "Files", "Untouched", "equal", "Edits", "right"),
    *("Comments", "placed", "Lost", "Risen"),
)
_SUMS = 9


def collect_results(folder: Path) -> dict[str, list[Result]]:
    """Import all files; return the results by program."""
    found: dict[str, list[Result]] = {
        CONSTRUCTED: [run_case(case, folder) for case in list_cases()]
    }
    for one in list_stored():
        program = one.path.parent.relative_to(RETURNED).as_posix()
        found.setdefault(program, []).append(check_stored(one))
    return found


def format_table(found: dict[str, list[Result]]) -> str:
    """Return the figures as a table, with totals by program and for all."""
    rows: list[Sequence[str]] = [_HEADS]
    for program, many in sorted(found.items()):
        kinds = sorted({one.kind for one in many})
        rows += [_row(program, kind, (one for one in many if one.kind == kind)) for kind in kinds]
        rows.append(_row(program, "all", many))
    rows.append(_row("all", "all", (one for many in found.values() for one in many)))
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEADS))]
    lines = ["  ".join(_cell(row, at, widths) for at in range(len(_HEADS))) for row in rows]
    misses = [
        f"{program}: {one.name}: {miss}"
        for program, many in sorted(found.items())
        for one in many
        for miss in (*one.misses, *(f"LOST {word}" for word in one.lost))
    ]
    return "\n".join([*(line.rstrip() for line in lines), "", *misses])


def _row(program: str, kind: str, results: Iterable[Result]) -> Sequence[str]:
    found = list(results)
    whole = [one for one in found if one.is_untouched]
    sums = (
        len(found),
        len(whole),
        sum(one.is_sound for one in whole),
        sum(one.edits for one in found),
        sum(one.right for one in found),
        sum(one.remarks for one in found),
        sum(one.placed for one in found),
        sum(len(one.lost) for one in found),
        sum(len(one.risen) for one in found),
    )
    assert len(sums) == _SUMS
    return (program, kind, *map(str, sums))


def _cell(row: Sequence[str], at: int, widths: Sequence[int]) -> str:
    return row[at].ljust(widths[at]) if at < len(_HEADS) - _SUMS else row[at].rjust(widths[at])
