"""Fields for choices: one of a list, yes or no, several."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyleOptionComboBox,
)

from erasmus_desk.draft.model import Value

from ..theme.theme import GRID
from ..widgets.accessibility import set_accessible_name
from ..widgets.check_line import CheckBoxLabel, bare_box, check_line
from ..widgets.layouts import STRETCH, build_column, build_row
from ..widgets.selectors import ComboBox, RadioButton
from ..widgets.text_kind import TextKind, mark_unspelled
from ..widgets.wrapped_items import wrap_items
from .base import Field
from .values import Choice
from .whole_text import WholeTextField

LIST_EDGE = GRID * 2
"""Pixels of the frame and the padding of a list, above and below."""
MAX_CHECK_BOXES = 10
"""With more choices, a list with a filter is easier to use than check boxes."""


class _ChoiceBox(ComboBox):
    """A combo box that says whether its text fits."""

    def is_text_cut(self, width: int) -> bool:
        """Return whether the choice shown is longer than the box in a width in pixels."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, width, self.sizeHint().height())
        box, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(box, option, part, self).width()
        return self.fontMetrics().horizontalAdvance(self.currentText()) > room


class ChoiceField(WholeTextField):
    """One of several choices; an answer that is not offered is kept and marked.

    A choice that is too long for the box is shown whole below it.
    """

    def __init__(self, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self.combo = _ChoiceBox()
        policy = ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.combo.setSizeAdjustPolicy(policy)
        self.combo.setMinimumContentsLength(20)
        self.combo.setMaxVisibleItems(20)
        self.set_part(self.combo)
        self.watch_focus(self.combo)
        self.set_choices(choices)
        self.combo.activated.connect(self._on_activated)
        self.combo.currentIndexChanged.connect(self._on_shown)

    def set_choices(self, choices: tuple[Choice, ...]) -> None:
        """Offer other choices and keep the answer shown."""
        shown = self.combo.currentData()
        self.combo.clear()
        self.combo.addItem(self.tr("Choose…"), None)
        for choice in choices:
            self.combo.addItem(choice.name, choice.id)
        self.set_value(shown)

    def set_value(self, value: Value | None) -> None:
        """Show a choice, also one that is not offered now."""
        index = 0 if value is None else self.combo.findData(value)
        if index < 0 and value is not None:
            self.combo.addItem(self.missing_text(value), value)
            index = self.combo.count() - 1
        if index != self.combo.currentIndex():
            self.combo.setCurrentIndex(index)

    def missing_text(self, value: Value) -> str:
        """Return the text for an answer that is not offered."""
        return self.tr("{} (not available)").format(value)

    def get_shown_text(self) -> str:
        """Return the choice that is shown."""
        return self.combo.currentText()

    def is_text_cut(self, width: int) -> bool:
        """Return whether the choice is longer than the box in a width in pixels."""
        return self.combo.is_text_cut(width)

    def minimumSizeHint(self) -> QSize:
        """Return half the size of the box, or of the longest word: what it cuts is below it."""
        least = self.combo.minimumSizeHint()
        metrics, words = self.fontMetrics(), self.combo.currentText().split()
        longest = max(map(metrics.horizontalAdvance, words), default=0)
        return QSize(max(least.width() // 2, longest), least.height())

    def _on_shown(self) -> None:
        self.show_text_below()
        self.updateGeometry()

    def _on_activated(self, index: int) -> None:
        self.edited.emit(self.combo.itemData(index))


class YesNoField(Field):
    """Yes, no, or not answered yet."""

    def __init__(self) -> None:
        super().__init__()
        self.yes_button = RadioButton(self.tr("Yes"))
        self.no_button = RadioButton(self.tr("No"))
        self._group = QButtonGroup(self)
        self._group.addButton(self.yes_button)
        self._group.addButton(self.no_button)
        build_row(self, self.yes_button, self.no_button, STRETCH, spacing=3)
        self.watch_focus(self.yes_button, self.no_button)
        self._group.buttonClicked.connect(self._on_clicked)

    def set_value(self, value: Value | None) -> None:
        """Show yes, no or neither."""
        # In an exclusive group the last button cannot be unchecked.
        self._group.setExclusive(False)
        self.yes_button.setChecked(value is True)
        self.no_button.setChecked(value is False)
        self._group.setExclusive(True)

    def set_name(self, text: str, description: str = "") -> None:
        """Name both buttons with the question, so that each is understood alone."""
        for button in (self.yes_button, self.no_button):
            set_accessible_name(button, f"{text}: {button.text()}", description)

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.edited.emit(button is self.yes_button)


class CheckBoxesField(Field):
    """Several of a few choices, as check boxes; the order of choosing is kept."""

    def __init__(self, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self._value: tuple[str, ...] = ()
        self._boxes: dict[str, QCheckBox] = {}
        layout = build_column(self, spacing=0.5)
        for choice in choices:
            self._boxes[choice.id] = box = bare_box()
            box.setObjectName(choice.id)
            box.setAccessibleName(choice.name)
            box.clicked.connect(self._on_clicked)
            layout.addLayout(check_line(box, CheckBoxLabel(choice.name, box)))
        self.watch_focus(*self._boxes.values())

    def set_value(self, value: Value | None) -> None:
        """Check the boxes of the choices."""
        self._value = value if isinstance(value, tuple) else ()
        for choice, box in self._boxes.items():
            box.setChecked(choice in self._value)

    def set_name(self, text: str, description: str = "") -> None:
        """Name each box with its choice; the question is its description."""
        for box in self._boxes.values():
            set_accessible_name(box, box.accessibleName(), f"{text} {description}".strip())

    def _on_clicked(self) -> None:
        checked = {choice for choice, box in self._boxes.items() if box.isChecked()}
        remaining = [one for one in self._value if one in checked or one not in self._boxes]
        new = [choice for choice in self._boxes if choice in checked and choice not in remaining]
        self._value = (*remaining, *new)
        self.edited.emit(self._value or None)


class _WholeList(QListWidget):
    """A list that is as high as its rows, so that only the page around it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Take the height of the rows that are shown."""
        self.doItemsLayout()
        self.setFixedHeight(self.contentsSize().height() + LIST_EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again where texts wrap otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
        # Qt would keep how far it scrolls from before it had its height.
        self.updateGeometries()


class FilteredListField(Field):
    """Several of many choices: a filter above a list with check boxes."""

    def __init__(self, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self._value: tuple[str, ...] = ()
        self.filter_line = mark_unspelled(QLineEdit(), TextKind.SEARCH)
        self.filter_line.setPlaceholderText(self.tr("Filter the list"))
        self.filter_line.setClearButtonEnabled(True)
        self.list = _WholeList()
        wrap_items(self.list)
        for choice in choices:
            item = QListWidgetItem(choice.name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, choice.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        build_column(self, self.filter_line, self.list, spacing=None)
        self.watch_focus(self.filter_line, self.list)
        self.filter_line.textChanged.connect(self._on_filter)
        self.list.itemChanged.connect(self._on_changed)

    def set_value(self, value: Value | None) -> None:
        """Check the choices in the list."""
        self._value = value if isinstance(value, tuple) else ()
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            item = self.list.item(row)
            is_checked = item.data(Qt.ItemDataRole.UserRole) in self._value
            item.setCheckState(Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)

    def set_name(self, text: str, description: str = "") -> None:
        """Name the filter and the list."""
        set_accessible_name(self.filter_line, self.tr("Filter: {}").format(text))
        set_accessible_name(self.list, text, description)

    def _on_filter(self, text: str) -> None:
        query = text.casefold()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(query not in item.text().casefold())
        self.list.fit()

    def _on_changed(self, item: QListWidgetItem) -> None:
        choice = str(item.data(Qt.ItemDataRole.UserRole))
        others = tuple(one for one in self._value if one != choice)
        is_checked = item.checkState() is Qt.CheckState.Checked
        self._value = (*others, choice) if is_checked else others
        self.edited.emit(self._value or None)


def build_multi_choice_field(choices: tuple[Choice, ...]) -> Field:
    """Build the field for several choices that suits their number."""
    is_long = len(choices) > MAX_CHECK_BOXES
    return FilteredListField(choices) if is_long else CheckBoxesField(choices)
