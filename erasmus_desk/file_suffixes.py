"""The suffixes of the files that the program reads and writes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

DRAFT_SUFFIX: Final = ".erasmus"
CALL_SUFFIX: Final = ".erasmus-call"
"""A call as one file."""
WORD_SUFFIX: Final = ".docx"
WORKBOOK_SUFFIX: Final = ".xlsx"
PDF_SUFFIX: Final = ".pdf"


def has_suffix(path: Path, suffix: str) -> bool:
    """Return whether a file is named with a suffix, in small letters or capitals."""
    return path.suffix.lower() == suffix


def add_suffix(path: Path, suffix: str) -> Path:
    """Return a path that ends in a suffix: `Robots v1.2` becomes `Robots v1.2.erasmus`."""
    return path if has_suffix(path, suffix) else path.with_name(f"{path.name}{suffix}")
