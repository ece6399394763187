"""Our own Word file with a record that was tampered with: what it takes to believe a stranger."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, cast

from tests.core.review_import.packages import paragraph
from tests.prove.growths import PARAGRAPH, Grow, Growth, Record, among, strangers


def _same(content: bytes) -> bytes:
    return content


def _with(**members: object) -> Callable[[Record], object]:
    """Give a record with other members, otherwise as it was."""
    return lambda record: {**record, **members}


def _more(piece: Mapping[str, object], count: int) -> Callable[[Record], object]:
    """Give a record with a piece many times among the others."""

    def told(record: Record) -> object:
        pieces = cast("list[object]", record["pieces"])
        half = len(pieces) // 2
        return {**record, "pieces": [*pieces[:half], *[piece] * count, *pieces[half:]]}

    return told


def _anchored(record: Record) -> object:
    pieces = [{"role": "answer", "key": "prj.title", "anchor": f"_Desk{n}"} for n in range(15_900)]
    return {**record, "pieces": pieces}


def _keyed(record: Record) -> object:
    pieces = [{"text": f"{n}", "role": "answer", "key": f"q{n}@i{n}"} for n in range(15_900)]
    return {**record, "pieces": pieces}


def _unknown(record: Record) -> object:
    """Many lines that nobody has, each of them one that a new line might have been."""
    pieces = cast("list[object]", record["pieces"])
    new = [{"text": f"a line {n} that is gone"} for n in range(15_900 - len(pieces))]
    return {**record, "pieces": [*pieces, *new]}


_TITLE = re.compile(rb'(<w:tag w:val="prj.title"/>.*?<w:t(?: [^<>]*)?>)([^<]*)(</w:t>)', re.DOTALL)


def _titled(unit: bytes) -> Grow:
    """Many lines in the control of the title."""

    def grow(content: bytes) -> bytes:
        lines = b"".join(b"</w:t><w:br/><w:t>%d %s" % (n, unit) for n in range(7_900))
        return _TITLE.sub(lambda found: found[1] + lines + found[3], content, count=1)

    return grow


def _title_was(unit: str) -> Callable[[Record], object]:
    """A record in which the title had as many lines, with signs that cannot be seen."""

    def told(record: Record) -> object:
        text = "\n".join(f"{n}\xad {unit}" for n in range(9_000, 16_000))
        pieces = cast("list[Record]", record["pieces"])
        new = [one | {"text": text} if one.get("key") == "prj.title" else one for one in pieces]
        values = {**cast("Record", record["values"]), "prj.title": text}
        return {**record, "pieces": new, "values": values}

    return told


_LINE: Final = {"text": "school garden pupils mobility outcome teacher together of school"}
_ASKED: Final = {"text": "school garden", "role": "answer", "key": "prj.title"}
_SPOT: Final = {"text": "x", "spot": [0, 99_999_999, 99_999_999], "role": "answer", "key": "q@i"}
_GRID: Final = [0, "organisations", [f"i{n}" for n in range(40_000)], ["org.name_lat"]]


def _upside_down(content: bytes) -> bytes:
    """The last paragraph first, each in its control, and new lines between them."""
    found = PARAGRAPH.findall(content)
    new = iter(range(len(found)))
    return PARAGRAPH.sub(
        lambda _: found.pop() + paragraph(f"a new line {next(new)} is here").encode(), content
    )


RECORDS: Final = (
    Growth("a record of many lines", _same, _more({"text": "a"}, 12_900)),
    Growth("a record of one line many times", among(0.5, alike=True), _more(_LINE, 12_900)),
    Growth("a record of one answer many times", _same, _more(_ASKED, 12_900)),
    Growth("a record of one line without end", _same, _more({"text": "a b " * 400_000}, 1)),
    Growth(
        "a record of one heading without end",
        _same,
        _more({"text": "a " * 800_000, "heading": 1}, 1),
    ),
    Growth("a record of cells far away", _same, _more(_SPOT, 12_900)),
    Growth("a record of a table without end", _same, _with(grids=[_GRID] * 3)),
    Growth("a record of many anchors", _same, _anchored),
    Growth("a record of many keys", _same, _keyed),
    Growth("a record of strangers", strangers, _keyed),
    Growth("a record of strangers among lines in another order", _upside_down, _unknown),
    Growth("a title of many lines", _titled(b"garden"), _title_was("garden")),
    Growth("a title of long lines", _titled(b"a b c d e " * 5), _title_was("f g h i " * 3)),
    Growth("a record too long", _same, _more({"text": "a"}, 100_000)),
    Growth("a record of lists in lists", _same, lambda _: "[" * 900_000),
    Growth("a record of numbers without end", _same, lambda _: "9" * 900_000),
    Growth(
        "a record of values without end", _same, _with(values={f"q{n}": "v" for n in range(60_000)})
    ),
)
