"""Fields for choosing: one of a few, one of many, yes or no, several."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

from erasmus_desk.draft.model import Value

from ..theme.theme import GRID
from ..widgets.accessibility import name
from ..widgets.labels import wrapped
from .base import Field

MANY = 10
"""From so many choices on, a list with a filter is easier than boxes below each other."""


class Choice(Struct, frozen=True):
    """One choice as shown: its id, its name, and the heading it stands under."""

    id: str
    name: str
    group: str = ""


class _CalmCombo(QComboBox):
    """A combo box that the mouse wheel changes only when it has the focus."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there is more room now, or less."""
        super().resizeEvent(event)
        self.resized.emit()

    def cuts_its_text(self) -> bool:
        """Tell whether the choice shown is longer than the box."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        box, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(box, option, part, self).width()
        return self.fontMetrics().horizontalAdvance(self.currentText()) > room

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead of changing an answer by accident."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(Field):
    """One of several choices; an answer that is not offered now stays and says so."""

    def __init__(self, choices: tuple[Choice, ...], parent: QWidget | None = None) -> None:
        """Build the box with its choices."""
        super().__init__(parent)
        self.combo = _CalmCombo()
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.setMinimumContentsLength(20)
        self.combo.setMaxVisibleItems(20)
        self.whole_label = wrapped("", "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.combo)
        layout.addWidget(self.whole_label)
        self.whole_label.hide()
        self.setFocusProxy(self.combo)
        self.watch_focus(self.combo)
        self.set_choices(choices)
        self.combo.activated.connect(self._on_activated)
        self.combo.currentIndexChanged.connect(self._show_whole)
        self.combo.resized.connect(self._show_whole)

    def set_choices(self, choices: tuple[Choice, ...]) -> None:
        """Offer other choices; the answer shown stays."""
        shown = self.combo.currentData()
        self.combo.clear()
        self.combo.addItem(self.tr("Choose …"), None)
        for choice in choices:
            self.combo.addItem(choice.name, choice.id)
        self.set_value(shown)

    def set_value(self, value: Value | None) -> None:
        """Show a choice, also one that is not offered now."""
        place = 0 if value is None else self.combo.findData(value)
        if place < 0 and value is not None:
            self.combo.addItem(self.missing_text(value), value)
            place = self.combo.count() - 1
        if place != self.combo.currentIndex():
            self.combo.setCurrentIndex(place)

    def missing_text(self, value: Value) -> str:
        """Word an answer that is not offered."""
        return self.tr("{} (not offered now)").format(value)

    def set_name(self, text: str, description: str = "") -> None:
        """Name the box for assistive technology."""
        name(self.combo, text, description)

    def _show_whole(self) -> None:
        """Repeat a choice below the box that is too long for it."""
        is_cut = self.combo.cuts_its_text()
        self.whole_label.setText(self.combo.currentText() if is_cut else "")
        self.whole_label.setVisible(is_cut)

    def _on_activated(self, place: int) -> None:
        self.edited.emit(self.combo.itemData(place))


class YesNoField(Field):
    """Yes or no, or not answered yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the two buttons, neither chosen."""
        super().__init__(parent)
        self.yes_button = QRadioButton(self.tr("Yes"))
        self.no_button = QRadioButton(self.tr("No"))
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID * 3)
        for button in (self.yes_button, self.no_button):
            self._group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)
        self.setFocusProxy(self.yes_button)
        self.watch_focus(self.yes_button, self.no_button)
        self._group.buttonClicked.connect(self._on_clicked)

    def set_value(self, value: Value | None) -> None:
        """Show yes, no or neither."""
        # An exclusive group does not let go of its last button.
        self._group.setExclusive(False)
        self.yes_button.setChecked(value is True)
        self.no_button.setChecked(value is False)
        self._group.setExclusive(True)

    def set_name(self, text: str, description: str = "") -> None:
        """Name both buttons with the question, so that each is understood alone."""
        name(self.yes_button, f"{text}: {self.yes_button.text()}", description)
        name(self.no_button, f"{text}: {self.no_button.text()}", description)

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.edited.emit(button is self.yes_button)


class _TickLabel(QLabel):
    """The words of a box to tick, which wrap as those of a box itself cannot; a click ticks it."""

    def __init__(self, words: str, box: QCheckBox) -> None:
        super().__init__(words)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setBuddy(box)
        self._box = box

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the box, or clear it."""
        super().mouseReleaseEvent(event)
        is_here = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and is_here:
            self._box.setFocus(Qt.FocusReason.MouseFocusReason)
            self._box.click()


class MultiField(Field):
    """Several of a few choices, as boxes to tick; the order of choosing is kept."""

    def __init__(self, choices: tuple[Choice, ...], parent: QWidget | None = None) -> None:
        """Build a box for each choice."""
        super().__init__(parent)
        self._value: tuple[str, ...] = ()
        self._boxes: dict[str, QCheckBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        for choice in choices:
            box = QCheckBox()
            box.setObjectName(choice.id)
            box.setAccessibleName(choice.name)
            box.clicked.connect(self._on_clicked)
            self._boxes[choice.id] = box
            row = QHBoxLayout()
            row.setSpacing(0)
            row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(_TickLabel(choice.name, box), 1)
            layout.addLayout(row)
        self.watch_focus(*self._boxes.values())
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))

    def set_value(self, value: Value | None) -> None:
        """Tick the boxes of the choices."""
        self._value = value if isinstance(value, tuple) else ()
        for choice, box in self._boxes.items():
            box.setChecked(choice in self._value)

    def set_name(self, text: str, description: str = "") -> None:
        """Name each box with its choice; the question is its description."""
        for box in self._boxes.values():
            name(box, box.accessibleName(), f"{text} {description}".strip())

    def _on_clicked(self) -> None:
        ticked = {choice for choice, box in self._boxes.items() if box.isChecked()}
        kept = [one for one in self._value if one in ticked or one not in self._boxes]
        new = [choice for choice in self._boxes if choice in ticked and choice not in kept]
        self._value = (*kept, *new)
        self.edited.emit(self._value or None)


class ManyField(Field):
    """Several of many choices: a filter above a list with boxes to tick."""

    def __init__(self, choices: tuple[Choice, ...], parent: QWidget | None = None) -> None:
        """Build the list and its filter."""
        super().__init__(parent)
        self._value: tuple[str, ...] = ()
        self.filter_line = QLineEdit()
        self.filter_line.setPlaceholderText(self.tr("Filter the list"))
        self.filter_line.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(GRID * 30)
        for choice in choices:
            item = QListWidgetItem(choice.name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, choice.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.filter_line)
        layout.addWidget(self.list)
        self.setFocusProxy(self.filter_line)
        self.watch_focus(self.filter_line, self.list)
        self.filter_line.textChanged.connect(self._on_filter)
        self.list.itemChanged.connect(self._on_changed)

    def set_value(self, value: Value | None) -> None:
        """Tick the choices."""
        self._value = value if isinstance(value, tuple) else ()
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            item = self.list.item(row)
            is_ticked = item.data(Qt.ItemDataRole.UserRole) in self._value
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)

    def set_name(self, text: str, description: str = "") -> None:
        """Name the filter and the list."""
        name(self.filter_line, self.tr("Filter: {}").format(text))
        name(self.list, text, description)

    def _on_filter(self, text: str) -> None:
        wanted = text.casefold()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in item.text().casefold())

    def _on_changed(self, item: QListWidgetItem) -> None:
        choice = str(item.data(Qt.ItemDataRole.UserRole))
        left = tuple(one for one in self._value if one != choice)
        is_ticked = item.checkState() is Qt.CheckState.Checked
        self._value = (*left, choice) if is_ticked else left
        self.edited.emit(self._value or None)


def several(choices: tuple[Choice, ...], parent: QWidget | None = None) -> Field:
    """Build the field for several choices that suits their number."""
    return ManyField(choices, parent) if len(choices) > MANY else MultiField(choices, parent)
