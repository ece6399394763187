"""The keys of walks at random: those that look, those that lead elsewhere, those that write."""

from __future__ import annotations

from itertools import product

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.keyboard import ALT, CTRL, NONE, SHIFT
from ui.charts.gantt_chart import GanttChart
from ui.pages.items.table import ItemsTable

Key = Qt.Key
Press = tuple[Qt.Key, Qt.KeyboardModifier]
LOOKING_KEYS = (
    (Key.Key_Tab, NONE),
    (Key.Key_Tab, SHIFT),
    (Key.Key_F6, NONE),
    (Key.Key_Escape, NONE),
    (Key.Key_Home, CTRL),
    (Key.Key_End, CTRL),
    (Key.Key_PageDown, NONE),
    (Key.Key_A, CTRL),
    (Key.Key_C, CTRL),
)
PAGE_KEYS = (
    (Key.Key_Up, ALT),
    (Key.Key_Down, ALT),
    (Key.Key_F7, NONE),
    (Key.Key_F1, NONE),
    (Key.Key_E, CTRL),
    (Key.Key_P, CTRL),
    (Key.Key_H, CTRL | SHIFT),
    (Key.Key_Return, CTRL),
    (Key.Key_Home, ALT),
)
LEADING_KEYS = (
    *product((Key.Key_PageUp, Key.Key_PageDown), (CTRL, SHIFT, ALT, CTRL | SHIFT)),
    *product((Key.Key_Home, Key.Key_End), (CTRL, ALT, CTRL | SHIFT)),
    *product((Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right), (CTRL, ALT, CTRL | SHIFT)),
    *product((Key.Key_F1, Key.Key_F3, Key.Key_F8, Key.Key_F11), (NONE, CTRL, SHIFT)),
    *product(
        (Key(number) for number in range(Key.Key_A.value, Key.Key_Z.value)), (ALT, ALT | SHIFT)
    ),
)
"""Keys that scroll, lead elsewhere or open a menu, if there is something for them."""
WRITING_KEYS = (
    (Key.Key_Return, NONE),
    (Key.Key_Space, NONE),
    (Key.Key_Up, NONE),
    (Key.Key_Down, NONE),
    (Key.Key_Left, SHIFT),
    (Key.Key_Delete, NONE),
    (Key.Key_Backspace, NONE),
    (Key.Key_F2, NONE),
    (Key.Key_Up, ALT | SHIFT),
    (Key.Key_X, CTRL),
    (Key.Key_Z, CTRL),
    (Key.Key_Z, CTRL),
    (Key.Key_Y, CTRL),
    (Key.Key_S, CTRL),
    (Key.Key_H, CTRL),
    (Key.Key_N, CTRL),
    (Key.Key_O, CTRL),
    (Key.Key_B, CTRL),
)
MOVING_KEYS: dict[type[QWidget], tuple[Press, ...]] = {
    GanttChart: tuple(product((Key.Key_Left, Key.Key_Right), (CTRL | SHIFT,))),
    ItemsTable: tuple(product((Key.Key_Up, Key.Key_Down), (CTRL | SHIFT,))),
}
"""Keys among them by which a part moves something, and says so: of nobody who only looks."""


def moves_something(part: QWidget | None, press: Press) -> bool:
    """Return whether a key moves something in the part that has the focus, as the part says."""
    return any(isinstance(part, kind) and press in keys for kind, keys in MOVING_KEYS.items())
