"""The keys that act where the focus is, each with what it does."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QStyleOptionMenuItem

from ..theme.theme import set_role
from .buttons import ButtonLines, button_group
from .labels import NaturalLabel, short_label

_ARROWS = {
    Qt.Key.Key_Up: "↑",
    Qt.Key.Key_Down: "↓",
    Qt.Key.Key_Left: "←",
    Qt.Key.Key_Right: "→",
}
"""What is printed on these keys; Qt names them in words, which differ in each language."""


def name_shortcut(shortcut: QKeySequence) -> str:
    """Return the keys of a shortcut as Qt names them, with signs for arrows (`Alt+↑`)."""
    shape = QKeySequence.SequenceFormat
    *held, key = shortcut.toString(shape.PortableText).split("+")
    named = {QKeySequence(one).toString(shape.PortableText): sign for one, sign in _ARROWS.items()}
    sign = named.get(key)
    if sign is None:
        return shortcut.toString(shape.NativeText)
    with_letter = QKeySequence("+".join((*held, "A"))).toString(shape.NativeText)
    return f"{with_letter.removesuffix('A')}{sign}"


class KeyMenu(QMenu):
    """A menu that names the keys of its entries as everything else does."""

    def initStyleOption(self, option: QStyleOptionMenuItem, action: QAction) -> None:
        """Show an entry with its keys."""
        super().initStyleOption(option, action)
        # PySide types the action as never None; a part that is no entry has none.
        if action and "\t" in option.text:
            words = option.text.partition("\t")[0]
            option.text = f"{words}\t{name_shortcut(action.shortcut())}"


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
