"""The right side of the history: two versions, how they differ, and the way back."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from erasmus_desk.draft.differences import Difference

from ...i18n import plurals
from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import announce
from ...widgets.buttons import ButtonLines, WrappingRow, push_button
from ...widgets.flow_layout import FlowLayout
from ...widgets.labels import NaturalLabel, wrapped_label
from ...widgets.layouts import STRETCH, activate_layouts, build_column
from ...widgets.scroll_page import set_up_scroll_area
from ...widgets.selectors import ComboBox
from .comparison import Comparison, TwoVersions, build_legend
from .entries import NOW

BEFORE = "before"
"""Stands for the version before the chosen one."""


class ComparisonPane(QWidget):
    """Shows a version against another one that is chosen here."""

    target_chosen = Signal()
    back_requested = Signal()
    copy_requested = Signal()
    restore_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        back = push_button(theme.icon("chevron-left"), self.tr("All versions"))
        back.clicked.connect(self.back_requested)
        self.back_button = back
        self.version_label = wrapped_label("", "heading")
        self.count_label = NaturalLabel()
        self.comparison = Comparison(theme)
        self._back_row = ButtonLines(back)
        head = PaneHead(self.version_label, self._build_target())
        parts = (self._back_row, head, self._build_legend())
        self._is_grown = False
        self._area = area = self._build_area()
        build_column(self, *parts, area, self._build_foot()).setStretchFactor(area, 1)
        self._show_none()

    @property
    def target(self) -> str:
        """The version to compare with: now, the one before, or another one."""
        return str(self.compare_box.currentData())

    def grow(self, *, is_grown: bool) -> None:
        """Be as high as the comparison, for a page that scrolls, or let it scroll alone."""
        self._is_grown = is_grown
        self._fit_area()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is compared, which may unfold."""
        if watched is self._area.widget() and event.type() is QEvent.Type.LayoutRequest:
            self._fit_area()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again: texts wrap at another width."""
        super().resizeEvent(event)
        self._fit_area()

    def _fit_area(self) -> None:
        content, least = self._area.widget(), 0
        if self._is_grown and content is not None:
            width = max(self._area.viewport().width(), 1)
            is_wrapped = content.hasHeightForWidth()
            least = content.heightForWidth(width) if is_wrapped else content.sizeHint().height()
        if least != self._area.minimumHeight():
            self._area.setMinimumHeight(least)
            activate_layouts(self)

    def show_back(self, *, is_shown: bool) -> None:
        """Show the way back to the list, where that is not beside."""
        self._back_row.setVisible(is_shown)

    def show_targets(self, targets: Iterable[tuple[str, str]]) -> None:
        """Offer versions by name and id to compare with, after the present one."""
        box, chosen = self.compare_box, self.compare_box.currentData()
        box.blockSignals(True)
        box.clear()
        box.addItem(self.tr("Current version"), NOW)
        box.addItem(self.tr("the version before it"), BEFORE)
        for name, version in targets:
            box.addItem(name, version)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.blockSignals(False)

    def choose_target(self, target: str) -> None:
        """Choose what to compare with, if it is offered; nothing is compared yet."""
        place = self.compare_box.findData(target)
        if place >= 0:
            self.compare_box.blockSignals(True)
            self.compare_box.setCurrentIndex(place)
            self.compare_box.blockSignals(False)

    def show_version(self, name: str, older: str, newer: str) -> None:
        """Show the name of the version, and what both are called in the legend."""
        self.version_label.setText(name)
        self._older_label.setText(older)
        self._newer_label.setText(newer)

    def show_differences(
        self,
        found: tuple[Difference, ...],
        versions: TwoVersions,
        *,
        can_restore: bool,
        is_whole: bool,
    ) -> None:
        """Show what differs; of a whole proposal all of it can be brought back."""
        self._legend.setVisible(bool(found))
        self.comparison.show()
        same = len({*versions.before.draft.answers, *versions.after.draft.answers})
        same -= sum(len(one.keys) for one in found)
        counts = plurals.answers_differ(len(found)), plurals.answers_same(max(same, 0))
        self.count_label.setText(", ".join(counts if is_whole else counts[:1]))
        self.restore_button.setVisible(can_restore and is_whole and bool(found))
        self.copy_button.setVisible(can_restore and is_whole)
        self._foot_label.setVisible(can_restore and bool(found))
        if found:
            self.comparison.show_differences(found, versions, can_restore=can_restore)
        else:
            self.comparison.show_nothing(self.tr("Both versions are the same."))
        announce(self, f"{self.version_label.text()}. {self.count_label.text()}")

    def _show_none(self) -> None:
        """Show nothing of versions that are not read yet."""
        for part in (self._legend, self.comparison, self._foot_label):
            part.hide()
        for button in (self.restore_button, self.copy_button):
            button.hide()

    def show_problem(self) -> None:
        """Say that a version cannot be read."""
        self._show_none()
        self.comparison.show()
        text = self.tr("This version cannot be read any more. The others are not affected.")
        self.comparison.show_nothing(text)

    def _build_target(self) -> QWidget:
        self.compare_box = ComboBox()
        policy = ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.compare_box.setSizeAdjustPolicy(policy)
        self.compare_box.setMinimumContentsLength(20)
        label = NaturalLabel(self.tr("compared with"))
        label.setBuddy(self.compare_box)
        self.compare_box.setAccessibleName(label.text())
        self.compare_box.currentIndexChanged.connect(self.target_chosen)
        row = QWidget()
        FlowLayout(row, label, self.compare_box)
        return row

    def _build_legend(self) -> QWidget:
        self._older_label, self._newer_label = build_legend(self._theme)
        self._legend = QWidget()
        FlowLayout(self._legend, self.count_label, self._older_label, self._newer_label)
        return self._legend

    def _build_area(self) -> QScrollArea:
        content = QWidget()
        set_role(content, "page")
        build_column(content, self.comparison, STRETCH, margins=(0, 0, 1, 2))
        area = QScrollArea()
        set_up_scroll_area(area)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        content.installEventFilter(self)
        return area

    def _build_foot(self) -> QWidget:
        self._foot_label = NaturalLabel(self.tr("Restoring is one step. Undo reverses it."))
        set_role(self._foot_label, "quiet")
        copy, restore = self.tr("Open as a new proposal"), self.tr("Restore the whole proposal")
        self.copy_button = push_button(self._theme.icon("file-plus"), copy)
        self.copy_button.clicked.connect(self.copy_requested)
        self.restore_button = push_button(self._theme.icon("history"), restore)
        self.restore_button.clicked.connect(self.restore_requested)
        foot = QWidget()
        buttons = ButtonLines(self.copy_button, self.restore_button)
        FlowLayout(foot, self._foot_label, buttons, has_end=True)
        return foot


class PaneHead(WrappingRow):
    """The version that is shown, and at its right, or below it, the one to compare with."""

    def __init__(self, version: QLabel, target: QWidget) -> None:
        super().__init__(version, target)
        self._version = version
        self.row.addWidget(version, 1)
        self.row.addWidget(target)

    def needed_width(self) -> int:
        """Return the width at which the name of the version does not wrap."""
        name, target = self._version, self.widgets[1]
        width = name.fontMetrics().horizontalAdvance(name.text())
        return width + 2 * GRID + target.sizeHint().width()
