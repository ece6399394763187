"""Choices, ticks and names of items become the ids of what was chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from erasmus_desk.review_import.matching.line_texts import plain

_TICKED = frozenset("☒☑✓✔")
_BOX = re.compile(r"([☐☒☑✓✔]|\[[ xX]?\])")
"""A cross without a box may mean yes or no: it is left to a reader."""
_YES = frozenset(("yes", "ja", "oui", "sí", "si", "sì", "sim", "tak", "da", "ano", "evet"))
_NO = frozenset(("no", "nee", "neen", "non", "nein", "não", "nie", "ne", "nej", "nu", "nem"))
"""Yes and no as reviewers write them in words; no word is both."""


class Ticked(Struct, frozen=True):
    """A box with the words behind it; words without a box count as ticked."""

    is_ticked: bool
    text: str


def ticked(lines: Iterable[str]) -> list[Ticked]:
    """Give the boxes in lines with the words behind them."""
    found: list[Ticked] = []
    for line in lines:
        before, *rest = _BOX.split(line)
        if before.strip():
            found.append(Ticked(is_ticked=True, text=before))
        for box, text in zip(rest[::2], rest[1::2], strict=True):
            found.append(Ticked(box in _TICKED or box[1:2].lower() == "x", text))
    return found


def yes_or_no(lines: Sequence[str], sent: Sequence[str]) -> bool | str | None:
    """Give what was ticked or written; `None` where nothing was ticked, else the words.

    `sent` are the words that were sent: yes first, then no.
    """
    names = {folded(one.text): at == 0 for at, one in enumerate(ticked(sent)[:2])}
    names |= dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)
    boxes = ticked(lines)
    if any(folded(one.text) not in names for one in boxes):
        return "\n".join(lines)
    chosen = {names[folded(one.text)] for one in boxes if one.is_ticked}
    if len(chosen) > 1:
        return "\n".join(lines)
    return next(iter(chosen), None)


def several(lines: Sequence[str], names: Mapping[str, str]) -> list[str] | None:
    """Give the ids of what was ticked or named, in the order of the lines.

    `None` if there are words that name nothing.
    """
    found: list[str] = []
    for one in ticked(lines):
        text = folded(one.text)
        if not text:
            continue
        ids = [names[text]] if text in names else _in_row(one.text, names)
        if ids is None:
            return None
        if one.is_ticked:
            found += ids
    return list(dict.fromkeys(found))


def folded(text: str) -> str:
    """Give a name as it counts: blanks, capitals and a stop behind it do not."""
    return plain(text).casefold().strip(" .,;:")


def _in_row(text: str, names: Mapping[str, str]) -> list[str] | None:
    """Read names that stand in a row; a name may have commas in it itself."""
    parts = re.split(r"(\s*[,;]\s*|\s+(?:and|en|et|und|&)\s+)", text)
    found: list[str] = []
    at = 0
    while at < len(parts):
        ends = range(len(parts), at, -2)  # names stand at even places, what parts them between
        end = next((end for end in ends if folded("".join(parts[at:end])) in names), None)
        if end is None:
            return None
        found.append(names[folded("".join(parts[at:end]))])
        at = end + 1
    return found
