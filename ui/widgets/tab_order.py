"""The order in which Tab leads through the parts of a window.

Qt takes the widgets of a window in the order in which they came into it, and a page that is made
when it is first shown comes last, behind what is around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QLineEdit, QWidget

from .key_button import KeyButton
from .selectors import ComboBox


def order_areas(*areas: QWidget) -> None:
    """Let Tab lead through areas one after the other, in each of them as its parts were made."""
    first, *others = (stop for area in areas for stop in list_tab_stops(area))
    chain_stops(first, others)


def chain_stops(before: QWidget, stops: Iterable[QWidget]) -> None:
    """Let Tab go from a widget through others."""
    # Together with a field Qt would move all that is between it and the line in it, and without
    # a focus of its own nothing.
    stops = list(stops)
    passing = [(widget, proxy) for widget in stops if (proxy := widget.focusProxy())]
    policies = [field.focusPolicy() for field, _ in passing]
    for field, _ in passing:
        field.setFocusProxy(None)  # pyright: ignore[reportArgumentType] - Qt takes none
        field.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for widget in stops:
        QWidget.setTabOrder(before, widget)
        before = widget
    for (field, line), policy in zip(passing, policies, strict=True):
        field.setFocusPolicy(policy)
        field.setFocusProxy(line)


def list_tab_stops(widget: QWidget) -> list[QWidget]:
    """Return the widgets that Tab stops at, in the order in which they were put into others.

    What hands its focus on to one of them is one too: left behind, it would lead Tab back.
    """
    own = [widget] if _is_stop(widget) else []
    inner = (one for one in widget.children() if isinstance(one, QWidget) and not one.isWindow())
    return own + [stop for one in inner for stop in list_tab_stops(one)]


def _is_stop(widget: QWidget) -> bool:
    """Return whether Tab stops at a widget, or at what it hands its focus on to.

    Who asks a part of Qt for its focus proxy, which is around it, makes PySide keep both for ever,
    with all that Python put into them.
    """
    if _is_part_of_qt(widget):
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or widget.focusProxy() is not None


def _is_part_of_qt(widget: QWidget) -> bool:
    """Return whether Qt made a widget as the part of another that gets the focus for it."""
    around = widget.parentWidget()
    if isinstance(around, QAbstractScrollArea):
        return widget is around.viewport()
    return isinstance(around, QAbstractSpinBox | ComboBox) and isinstance(widget, QLineEdit)


def list_stops_as_read(widget: QWidget) -> list[QWidget]:
    """Return the shown widgets that Tab stops at, as they are read: line after line.

    Within each part, as its layout places them; what is made later is where it is seen.
    """
    stops = list(_read_stops(widget))
    for button in [one for one in stops if isinstance(one, KeyButton)]:
        field = button.comes_after
        if field is not None and field in stops:
            stops.remove(button)
            stops.insert(stops.index(field) + 1, button)
    return stops


def _read_stops(widget: QWidget) -> Iterator[QWidget]:
    if _is_stop(widget):
        yield widget
    children = widget.children()
    shown = [one for one in children if isinstance(one, QWidget) and not one.isHidden()]
    for part in _sort_as_read([one for one in shown if not one.isWindow()]):
        yield from _read_stops(part)


def _sort_as_read(parts: list[QWidget]) -> Iterator[QWidget]:
    """Yield parts from the top, those in a line with the topmost from the left."""
    left = sorted(((one.geometry(), one) for one in parts), key=lambda found: found[0].top())
    while left:
        middle = max(left[0][0].top(), left[0][0].center().y())
        line = [found for found in left if found[0].top() <= middle]
        left = left[len(line) :]
        yield from (one for _, one in sorted(line, key=lambda found: found[0].left()))
