"""The document's own words (page, contents, not answered yet), by language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from msgspec import Struct

from erasmus_desk.export.document.blocks import Said

MAIN = "en"


class Labels(Struct, frozen=True):
    """The words by id.

    `wanted` is the language asked for, which dates and numbers follow; `language` the one
    the words are in: the main one where there are none in the wanted.
    """

    wanted: str
    language: str
    words: Mapping[str, str]

    def get(self, label: str, **facts: str) -> str:
        """Give a label with its facts filled in. Raises KeyError for an unknown one."""
        return self.words[label].format(**facts) if facts else self.words[label]

    def said(self, label: str, **facts: str) -> Said:
        """Give a label together with its language."""
        return Said(self.get(label, **facts), self.language)


def labels(resources: Path, language: str) -> Labels:
    """Read the labels of a language from the resources, those of the main one behind them."""
    folder = resources / "sentences"
    found = _words(folder, MAIN)
    if language == MAIN or not _file(folder, language).is_file():
        return Labels(language, MAIN, found)
    return Labels(language, language, found | _words(folder, language))


def languages(resources: Path) -> tuple[str, ...]:
    """Give the languages there are labels in."""
    files = (resources / "sentences").glob("word.*.json")
    return tuple(sorted(file.name.split(".")[1] for file in files))


def _file(folder: Path, language: str) -> Path:
    return folder / f"word.{language}.json"


def _words(folder: Path, language: str) -> dict[str, str]:
    text = _file(folder, language).read_text(encoding="utf-8")
    return cast("dict[str, str]", json.loads(text))
