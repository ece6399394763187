"""Our own Word file with a manipulated record, to test the cost of reading it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, cast

from tests.core.review_import.packages import paragraph
from tests.prove.growths import PARAGRAPH, Grow, Growth, Record, insert_lines, replace_all_texts


def _keep(content: bytes) -> bytes:
    return content


def _set_members(**members: object) -> Callable[[Record], object]:
    """Return a function that replaces members of a record."""
    return lambda record: {**record, **members}


def _repeat_piece(piece: Mapping[str, object], count: int) -> Callable[[Record], object]:
    """Return a function that inserts a block many times among the others."""

    def change(record: Record) -> object:
        pieces = cast("list[object]", record["pieces"])
        half = len(pieces) // 2
        return {**record, "pieces": [*pieces[:half], *[piece] * count, *pieces[half:]]}

    return change


def _add_anchors(record: Record) -> object:
    pieces = [{"role": "answer", "key": "prj.title", "anchor": f"_Desk{n}"} for n in range(15_900)]
    return {**record, "pieces": pieces}


def _add_keys(record: Record) -> object:
    pieces = [{"text": f"{n}", "role": "answer", "key": f"q{n}@i{n}"} for n in range(15_900)]
    return {**record, "pieces": pieces}


def _add_unknown_lines(record: Record) -> object:
    """Add many lines that are not in the file and could match new ones."""
    pieces = cast("list[object]", record["pieces"])
    new = [{"text": f"a line {n} that is gone"} for n in range(15_900 - len(pieces))]
    return {**record, "pieces": [*pieces, *new]}


_TITLE = re.compile(rb'(<w:tag w:val="prj.title"/>.*?<w:t(?: [^<>]*)?>)([^<]*)(</w:t>)', re.DOTALL)


def _lengthen_title(unit: bytes) -> Grow:
    """Return a function that puts many lines into the control of the title."""

    def grow(content: bytes) -> bytes:
        lines = b"".join(b"</w:t><w:br/><w:t>%d %s" % (n, unit) for n in range(7_900))
        return _TITLE.sub(lambda found: found[1] + lines + found[3], content, count=1)

    return grow


def _lengthen_sent_title(unit: str) -> Callable[[Record], object]:
    """Return a function that gives the sent title as many lines, with invisible characters."""

    def change(record: Record) -> object:
        text = "\n".join(f"{n}\xad {unit}" for n in range(9_000, 16_000))
        pieces = cast("list[Record]", record["pieces"])
        new = [one | {"text": text} if one.get("key") == "prj.title" else one for one in pieces]
        values = {**cast("Record", record["values"]), "prj.title": text}
        return {**record, "pieces": new, "values": values}

    return change


_LINE: Final = {"text": "school garden pupils mobility outcome teacher together of school"}
_ASKED: Final = {"text": "school garden", "role": "answer", "key": "prj.title"}
_SPOT: Final = {"text": "x", "spot": [0, 99_999_999, 99_999_999], "role": "answer", "key": "q@i"}
_GRID: Final = [0, "organisations", [f"i{n}" for n in range(40_000)], ["org.name_lat"]]


def _reverse_paragraphs(content: bytes) -> bytes:
    """Reverse the paragraphs, each in its control, with new lines between them."""
    found = PARAGRAPH.findall(content)
    new = iter(range(len(found)))
    return PARAGRAPH.sub(
        lambda _: found.pop() + paragraph(f"a new line {next(new)} is here").encode(), content
    )


RECORDS: Final = (
    Growth("a record of many lines", _keep, _repeat_piece({"text": "a"}, 12_900)),
    Growth(
        "a record of one line many times",
        insert_lines(0.5, alike=True),
        _repeat_piece(_LINE, 12_900),
    ),
    Growth("a record of one answer many times", _keep, _repeat_piece(_ASKED, 12_900)),
    Growth("a record of one line without end", _keep, _repeat_piece({"text": "a b " * 400_000}, 1)),
    Growth(
        "a record of one heading without end",
        _keep,
        _repeat_piece({"text": "a " * 800_000, "heading": 1}, 1),
    ),
    Growth("a record of cells far away", _keep, _repeat_piece(_SPOT, 12_900)),
    Growth("a record of a table without end", _keep, _set_members(grids=[_GRID] * 3)),
    Growth("a record of many anchors", _keep, _add_anchors),
    Growth("a record of many keys", _keep, _add_keys),
    Growth("a record of strangers", replace_all_texts, _add_keys),
    Growth(
        "a record of strangers among lines in another order",
        _reverse_paragraphs,
        _add_unknown_lines,
    ),
    Growth("a title of many lines", _lengthen_title(b"garden"), _lengthen_sent_title("garden")),
    Growth(
        "a title of long lines",
        _lengthen_title(b"a b c d e " * 5),
        _lengthen_sent_title("f g h i " * 3),
    ),
    Growth("a record too long", _keep, _repeat_piece({"text": "a"}, 100_000)),
    Growth("a record of lists in lists", _keep, lambda _: "[" * 900_000),
    Growth("a record of numbers without end", _keep, lambda _: "9" * 900_000),
    Growth(
        "a record of values without end",
        _keep,
        _set_members(values={f"q{n}": "v" for n in range(60_000)}),
    ),
)
