"""Finds widgets without a name for screen readers, and texts that are cut off."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTextEdit,
    QWidget,
)

from ui.fields.line_fields import TextLine
from ui.fields.text_box import GrowingTextEdit
from ui.widgets.cell_table import CellTable
from ui.widgets.labels import BREAK
from ui.widgets.text_kind import find_kind

SLACK = 1
"""Pixels that rounding may take."""


def find_unnamed(widget: QWidget) -> list[str]:
    """Return the widgets that can have the focus and have no accessible name."""
    return [
        describe(part) for part in visible_parts(widget) if _can_focus(part) and not _has_name(part)
    ]


def find_cut_off(widget: QWidget) -> list[str]:
    """Return the labels, buttons and combo boxes whose text needs more room."""
    faults = [describe(part) for part in visible_parts(widget) if _is_cut(part)]
    beyond = (part for area in visible_parts(widget) for part in _beyond(area))
    return faults + [f"too wide: {describe(part)}" for part in beyond]


def visible_parts(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and all in it that is shown with it."""
    yield widget
    for part in widget.children():
        if isinstance(part, QWidget) and not part.isHidden():
            yield from visible_parts(part)


def _can_focus(part: QWidget) -> bool:
    # A part that lends its focus to another is never the one that is announced.
    return part.focusPolicy() is not Qt.FocusPolicy.NoFocus and part.focusProxy() is None


def _has_name(part: QWidget) -> bool:
    if isinstance(part, QComboBox):
        # Qt gives the text chosen for the name, which says nothing about the question.
        return bool(part.accessibleName())
    interface = QAccessible.queryAccessibleInterface(part)
    return bool(interface and interface.text(QAccessible.Text.Name).strip())


def _is_cut(part: QWidget) -> bool:
    match part:
        case QLabel():
            return _is_label_cut(part)
        case QComboBox():
            return _combo_text(part) > _combo_room(part).width() + SLACK and not _is_repeated(part)
        case QAbstractButton() if part.text():
            return _needs_more(part)
        case QLineEdit() if not part.text():
            return _is_hint_cut(part)
        case CellTable():
            return not part.has_headings()
        case _:
            return False


def _is_hint_cut(line: QLineEdit) -> bool:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    part = QStyle.SubElement.SE_LineEditContents
    room = line.style().subElementRect(part, option, line)
    # Qt keeps two pixels free at each side.
    return line.fontMetrics().horizontalAdvance(line.placeholderText()) > room.width() - 4 + SLACK


def _is_label_cut(label: QLabel) -> bool:
    if not label.text():
        return False
    if not label.wordWrap():
        return _needs_more(label)
    # The least width of a label that wraps is that of its longest word.
    tall, wide = label.heightForWidth(label.width()), label.minimumSizeHint().width()
    return tall > label.height() + SLACK or wide > label.width() + SLACK


def _needs_more(part: QWidget) -> bool:
    wanted = part.sizeHint()
    return wanted.width() > part.width() + SLACK or wanted.height() > part.height() + SLACK


def _is_repeated(combo: QComboBox) -> bool:
    """Return whether a label beside the box shows the whole choice."""
    field = combo.parentWidget()
    beside = field.findChildren(QLabel) if field is not None else []
    shown = (one.text().replace(BREAK, "") for one in beside if not one.isHidden())
    return combo.currentText() in shown


def _combo_text(combo: QComboBox) -> int:
    return combo.fontMetrics().horizontalAdvance(combo.currentText())


def _combo_room(combo: QComboBox) -> QRect:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    edit = QStyle.SubControl.SC_ComboBoxEditField
    return combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, edit, combo)


def _beyond(area: QWidget) -> Iterator[QWidget]:
    """Yield widgets beyond the right edge of an area that does not scroll horizontally."""
    if not isinstance(area, QScrollArea):
        return
    if area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return
    viewport = area.viewport()
    for part in viewport.findChildren(QWidget):
        if part.isVisibleTo(viewport) and _right(part, viewport) > viewport.width() + SLACK:
            around = part.parentWidget()
            is_first = around is None or around is viewport
            if is_first or (around and _right(around, viewport) <= viewport.width() + SLACK):
                yield _find_cause(part)


def _right(part: QWidget, viewport: QWidget) -> int:
    return part.mapTo(viewport, QPoint(part.width(), 0)).x()


def _find_cause(part: QWidget) -> QWidget:
    """Return the innermost widget for whose sake another one is so wide."""
    inside = [one for one in part.children() if isinstance(one, QWidget) and not one.isHidden()]
    widest = max(inside, key=_least_width, default=part)
    is_cause = widest is not part and _least_width(widest) * 4 >= _least_width(part) * 3
    return _find_cause(widest) if is_cause else part


def _least_width(part: QWidget) -> int:
    return max(part.minimumSizeHint().width(), part.minimumWidth())


def describe(part: QWidget) -> str:
    """Describe a widget by its classes, text and size."""
    text = part.text() if isinstance(part, QLabel | QAbstractButton) else part.accessibleName()
    if isinstance(part, QComboBox):
        text = f"{part.accessibleName()}: {part.currentText()}"
    path: list[str] = []
    widget: QWidget | None = part
    while widget is not None and len(path) < 4:
        path.append(type(widget).__name__)
        widget = widget.parentWidget()
    wanted = part.sizeHint()
    size = f"{part.width()}x{part.height()} of {wanted.width()}x{wanted.height()}"
    return f"{' < '.join(path)} {text[:60]!r} {size}"


def find_undecided(widget: QWidget) -> list[str]:
    """Return the text inputs that are neither spelled nor say why not (decision 0059).

    Hidden ones too. Qt's own lines inside a combo box or a number of a calendar are no text.
    """
    boxes = widget.findChildren(QLineEdit) + widget.findChildren(QTextEdit)
    boxes += widget.findChildren(QPlainTextEdit)
    return [describe(box) for box in boxes if _is_typed_in(box) and not _is_decided(box)]


def _is_typed_in(box: QLineEdit | QTextEdit | QPlainTextEdit) -> bool:
    parent = box.parentWidget()
    return not (box.isReadOnly() or isinstance(parent, QAbstractSpinBox | QComboBox))


def _is_decided(box: QWidget) -> bool:
    has_spelling = isinstance(box, TextLine | GrowingTextEdit) and box.spelling is not None
    return has_spelling != (find_kind(box) is not None)
