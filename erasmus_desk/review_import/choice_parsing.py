"""Parsing of choices, check boxes and item names into option ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from erasmus_desk.review_import.matching.line_texts import normalize

_TICK_SIGNS = frozenset("☒☑✓✔🗹🗷🗵⊠✅")
_CHECKBOX = re.compile(r"([☐☒☑✓✔□◻⬜🗹🗷🗵⊠✅]|\[[ xX]?\])")
"""A cross without a box may mean yes or no, so it is no check box."""
_YES = frozenset(("yes", "ja", "oui", "sí", "si", "sì", "sim", "tak", "da", "ano", "evet"))
_NO = frozenset(("no", "nee", "neen", "non", "nein", "não", "nie", "ne", "nej", "nu", "nem"))
"""Yes and no as reviewers write them; no word is both."""


class CheckboxText(Struct, frozen=True):
    """A label with its check box.

    `is_ticked` is `None` if the mark is not clear: text without a box (`has_box` is false), or
    different boxes in a row.
    """

    text: str
    is_ticked: bool | None = None
    has_box: bool = False


def parse_checkboxes(lines: Iterable[str]) -> list[CheckboxText]:
    """Return the check boxes in lines with their labels."""
    found: list[CheckboxText] = []
    for line in lines:
        before, *rest = _CHECKBOX.split(line)
        if before.strip():
            found.append(CheckboxText(before))
        marks: set[bool] = set()
        for sign, text in zip(rest[::2], rest[1::2], strict=True):
            marks.add(sign in _TICK_SIGNS or sign[1:2].lower() == "x")
            if text.strip():
                is_ticked = next(iter(marks)) if len(marks) == 1 else None
                found.append(CheckboxText(text, is_ticked, has_box=True))
                marks = set()
        if marks and before.strip():
            # A box behind its label.
            found.append(CheckboxText("", has_box=True))
    return found


def parse_yes_no(lines: Sequence[str], sent: Sequence[str]) -> bool | str | None:
    """Return the choice, `None` if none was made, or the text if it is unclear.

    `sent` are the lines that were sent: yes first, then no.
    """
    names = {fold_name(one.text): at == 0 for at, one in enumerate(parse_checkboxes(sent)[:2])}
    names |= dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)
    boxes = parse_checkboxes(lines)
    chosen = {names.get(fold_name(one.text)) for one in _list_chosen(boxes)}
    is_known = all(fold_name(one.text) in names for one in boxes)
    if not is_known or _has_unclear_mark(boxes) or len(chosen) > 1:
        return "\n".join(lines)
    return next(iter(chosen), None)


def parse_options(
    lines: Sequence[str], names: Mapping[str, str], sent: Sequence[str]
) -> list[str] | None:
    """Return the ids that were ticked or named, in order, or `None` if that is unclear.

    Names may stand for ticks, but where most of the boxes that were sent are gone, the marks were
    lost and the names say nothing.
    """
    boxes = parse_checkboxes(lines)
    if _has_unclear_mark(boxes):
        return None
    ids_by_box: list[tuple[CheckboxText, list[str]]] = []
    for one in boxes:
        text = fold_name(one.text)
        ids = [names[text]] if text in names else _split_names(one.text, names) if text else []
        if ids is None:
            return None
        ids_by_box.append((one, ids))
    box_count = sum(one.has_box for one in parse_checkboxes(sent))
    named = {id_ for one, ids in ids_by_box if not one.has_box for id_ in ids}
    if 0 < box_count < 2 * len(named):
        return None
    chosen = _list_chosen(boxes)
    return list(dict.fromkeys(id_ for one, ids in ids_by_box if one in chosen for id_ in ids))


def _has_unclear_mark(boxes: Sequence[CheckboxText]) -> bool:
    """Return whether a box has two marks, or some labels have boxes and others none."""
    are_there = {one.has_box for one in boxes}
    return len(are_there) > 1 or any(one.has_box and one.is_ticked is None for one in boxes)


def _list_chosen(boxes: Sequence[CheckboxText]) -> list[CheckboxText]:
    """Return what is ticked, and names that stand alone."""
    return [one for one in boxes if one.is_ticked or not one.has_box]


def fold_name(text: str) -> str:
    """Return a name without differences in case, spaces and final punctuation."""
    return normalize(text).casefold().strip(" .,;:")


def _split_names(text: str, names: Mapping[str, str]) -> list[str] | None:
    """Return the ids of names in a row; a name may contain commas."""
    parts = re.split(r"(\s*[,;]\s*|\s+(?:and|en|et|und|&)\s+)", text)
    found: list[str] = []
    at = 0
    while at < len(parts):
        ends = range(len(parts), at, -2)  # separators are at odd indexes
        end = next((end for end in ends if fold_name("".join(parts[at:end])) in names), None)
        if end is None:
            return None
        found.append(names[fold_name("".join(parts[at:end]))])
        at = end + 1
    return found
