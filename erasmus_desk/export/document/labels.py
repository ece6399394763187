"""The labels of the document itself (page, contents, not answered yet), by language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from msgspec import Struct

from erasmus_desk.export.document.blocks import LangText

MAIN_LANGUAGE = "en"


class Labels(Struct, frozen=True):
    """The labels by id.

    `locale` is the requested language, for dates and numbers; `language` that of the labels,
    which is English if there are none in the requested one.
    """

    locale: str
    language: str
    words: Mapping[str, str]

    def format(self, label: str, **values: str) -> str:
        """Return a label with its values filled in. Raises KeyError for an unknown id."""
        return self.words[label].format(**values) if values else self.words[label]

    def get(self, label: str, **values: str) -> LangText:
        """Return a label with its values filled in, and its language."""
        return LangText(self.format(label, **values), self.language)


def load_labels(resources: Path, language: str) -> Labels:
    """Read the labels of a language; English replaces missing ones."""
    folder = resources / "sentences"
    found = _read_labels(folder, MAIN_LANGUAGE)
    if language == MAIN_LANGUAGE or not _get_label_file(folder, language).is_file():
        return Labels(language, MAIN_LANGUAGE, found)
    return Labels(language, language, found | _read_labels(folder, language))


def list_languages(resources: Path) -> tuple[str, ...]:
    """Return the languages that have labels."""
    files = (resources / "sentences").glob("word.*.json")
    return tuple(sorted(file.name.split(".")[1] for file in files))


def _get_label_file(folder: Path, language: str) -> Path:
    return folder / f"word.{language}.json"


def _read_labels(folder: Path, language: str) -> dict[str, str]:
    text = _get_label_file(folder, language).read_text(encoding="utf-8")
    return cast("dict[str, str]", json.loads(text))
