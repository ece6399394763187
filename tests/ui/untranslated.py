"""The texts of the .ts files, and those of a window that are still in English."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cache
from typing import Final

import build_translations

FOLDER: Final = build_translations.FOLDER
PLACEHOLDER: Final = re.compile(r"\{\d*\}|%L?n")
SAME: Final = frozenset(
    {
        "Erasmus Desk",
        "Esc",
        "Focus",
        "Erasmus Desk {}",
        "Word",
        "Excel",
        "open",
        "PIC {}",
        "{} %",
        "&Help",
        "Maximum",
        "maximum {}",
        "Details",
        "Deadline",
        "Code",
        "Ctrl+V",
        "Del",
        "Enter",
        "Ins",
        "deadline {}",
        "Deadlines",
    }
)
"""Words that are the same in Dutch."""


@dataclass(frozen=True, slots=True)
class Message:
    """One text of a .ts file, and what it is in that file's language."""

    context: str
    source: str
    translations: tuple[str, ...]
    is_plural: bool
    is_finished: bool


def load_messages(language: str) -> list[Message]:
    found: list[Message] = []
    tree = ET.parse(FOLDER / f"erasmus_desk_{language}.ts")  # noqa: S314 - our own file
    for context in tree.getroot().iter("context"):
        for one in context.iter("message"):
            translation = one.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found.append(
                Message(
                    context.findtext("name") or "",
                    one.findtext("source") or "",
                    tuple(forms or [translation.text or ""]),
                    is_plural=one.get("numerus") == "yes",
                    is_finished=translation.get("type") is None,
                )
            )
    return found


DUTCH: Final = load_messages("nl")


def english(texts: set[str]) -> list[str]:
    """Return the texts that are a text of the source, with or without values."""
    return sorted(text for text in texts if _is_english(text))


@cache
def _is_english(text: str) -> bool:
    return text in PLAIN or any(pattern.fullmatch(text) for pattern in PATTERNS)


def _pattern(source: str) -> re.Pattern[str]:
    parts = (re.escape(part) for part in PLACEHOLDER.split(source))
    return re.compile("(.+)".join(parts), re.DOTALL)


_MEANT = [one for one in DUTCH if one.source not in SAME]
PLAIN: Final = {one.source for one in _MEANT} | {one.source.replace("&", "") for one in _MEANT}
PATTERNS: Final = [
    _pattern(one.source)
    for one in _MEANT
    if PLACEHOLDER.search(one.source) and re.search("[a-z]{4}", one.source)
]
