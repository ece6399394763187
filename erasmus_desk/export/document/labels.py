"""The labels of the document itself (page, contents, not answered yet), by language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from msgspec import Struct

from erasmus_desk.export.document.blocks import LangText

_MAIN_LANGUAGE = "en"


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
    main, own = (resources / f"sentences/word.{one}.json" for one in (_MAIN_LANGUAGE, language))
    words = _read_labels(main)
    if not own.is_file():
        return Labels(language, _MAIN_LANGUAGE, words)
    return Labels(language, language, words | _read_labels(own))


def _read_labels(file: Path) -> dict[str, str]:
    return cast("dict[str, str]", json.loads(file.read_text(encoding="utf-8")))
