"""What is typed in a box or line: prose, whose spelling is checked, or something else, and what.

A box is spelled because it has a spelling of its own; all others say why not. A test walks over all
pages and finds those that do neither (decision 0059).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import QWidget

_PROPERTY = "unspelled"
TextBox = TypeVar("TextBox", bound=QWidget)


class TextKind(StrEnum):
    """What is typed where no word is misspelled."""

    NAME = "name"
    """Of a person, an organisation, a place, a file or a version."""
    VALUE = "value"
    """A number, an amount, a date."""
    SEARCH = "search"
    """What is looked for is typed as it stands in the text, misspelled or not."""


def mark_unspelled(box: TextBox, kind: TextKind) -> TextBox:
    """Say of a box why its spelling is not checked, and return it."""
    box.setProperty(_PROPERTY, kind.value)
    return box


def find_kind(box: QWidget) -> TextKind | None:
    """Return why the spelling of a box is not checked; `None` if it is, or if nobody has said."""
    found: object = box.property(_PROPERTY)
    return TextKind(found) if isinstance(found, str) else None
