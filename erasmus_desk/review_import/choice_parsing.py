"""Parsing of choices, check boxes and item names into option ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from erasmus_desk.review_import.matching.line_texts import normalize

_TICK_SIGNS = frozenset("☒☑✓✔")
_CHECKBOX = re.compile(r"([☐☒☑✓✔]|\[[ xX]?\])")
"""A cross without a box may mean yes or no, so it is no check box."""
_YES = frozenset(("yes", "ja", "oui", "sí", "si", "sì", "sim", "tak", "da", "ano", "evet"))
_NO = frozenset(("no", "nee", "neen", "non", "nein", "não", "nie", "ne", "nej", "nu", "nem"))
"""Yes and no as reviewers write them; no word is both."""


class CheckboxText(Struct, frozen=True):
    """A check box with its label; text without a box counts as ticked."""

    is_ticked: bool
    text: str


def parse_checkboxes(lines: Iterable[str]) -> list[CheckboxText]:
    """Return the check boxes in lines with their labels."""
    found: list[CheckboxText] = []
    for line in lines:
        before, *rest = _CHECKBOX.split(line)
        if before.strip():
            found.append(CheckboxText(is_ticked=True, text=before))
        for checkbox, text in zip(rest[::2], rest[1::2], strict=True):
            found.append(
                CheckboxText(checkbox in _TICK_SIGNS or checkbox[1:2].lower() == "x", text)
            )
    return found


def parse_yes_no(lines: Sequence[str], sent: Sequence[str]) -> bool | str | None:
    """Return the choice, `None` if none was made, or the text if it is unclear.

    `sent` are the lines that were sent: yes first, then no.
    """
    names = {fold_name(one.text): at == 0 for at, one in enumerate(parse_checkboxes(sent)[:2])}
    names |= dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)
    boxes = parse_checkboxes(lines)
    if any(fold_name(one.text) not in names for one in boxes):
        return "\n".join(lines)
    chosen = {names[fold_name(one.text)] for one in boxes if one.is_ticked}
    if len(chosen) > 1:
        return "\n".join(lines)
    return next(iter(chosen), None)


def parse_options(lines: Sequence[str], names: Mapping[str, str]) -> list[str] | None:
    """Return the ids that were ticked or named, in order, or `None` if a name is unknown."""
    found: list[str] = []
    for one in parse_checkboxes(lines):
        text = fold_name(one.text)
        if not text:
            continue
        ids = [names[text]] if text in names else _split_names(one.text, names)
        if ids is None:
            return None
        if one.is_ticked:
            found += ids
    return list(dict.fromkeys(found))


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
