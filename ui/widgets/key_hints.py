"""The keys that act where the focus is, each with what it does."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from ..theme.theme import set_role
from .buttons import ButtonLines, button_group
from .labels import NaturalLabel, short_label


def name_keys(held: Qt.KeyboardModifier, sign: str) -> str:
    """Return keys that are held, as Qt names them, with the sign of others (`Ctrl+↑`)."""
    sequence = QKeySequence(QKeyCombination(held, Qt.Key.Key_A))
    with_letter = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    return f"{with_letter.removesuffix('A')}{sign}"


class KeyHints(ButtonLines):
    """Keys with their meaning in a row, which go on in the next line where they do not fit."""

    def __init__(self, *hints: tuple[str, str]) -> None:
        super().__init__(
            *(button_group(short_label(key, "key"), _build_label(what)) for key, what in hints)
        )


def _build_label(what: str) -> QLabel:
    label = NaturalLabel(what)
    set_role(label, "quiet")
    return label
