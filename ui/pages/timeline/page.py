"""The page of the timeline: a chart, the same as a table, and activities without dates."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import (
    QButtonGroup,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from erasmus_desk.draft.model import Change, ChangeSet, Key
from erasmus_desk.draft.plan_dates import find_date_questions

from ...charts.chart_model import Zoom
from ...charts.gantt_chart import GanttChart
from ...dialogs.save_path import ask_path_with_suffix
from ...session.session import Session
from ...theme.theme import GRID, Theme, set_role
from ...widgets.buttons import (
    ButtonRow,
    InnerRow,
    WrappingRow,
    join_buttons,
    keep_room,
    push_button,
    text_button,
)
from ...widgets.empty_card import EmptyCard
from ...widgets.key_hints import KeyHints, name_keys
from ...widgets.labels import NaturalLabel, wrapped_label
from ...widgets.layouts import add_content
from ...widgets.wrapped_items import wrap_items
from .. import activity_model
from ..base import Page
from ..export.result_box import ExportResultBox
from ..question_texts import is_long_text
from .model import build_timeline
from .table import TimelineTable
from .texts import get_page_title

MAX_WIDTH = 2200
MOVE_LABEL = "plan.dates"
"""Label of the change set that moves a record."""


class TimelinePage(Page):
    """Shows the dates of all activity records; moving a bar is one undo step."""

    needs_width: ClassVar[bool] = True

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(get_page_title(), is_centred=True)
        self.limit_column(MAX_WIDTH)
        self._session = session
        self.period_label = NaturalLabel()
        set_role(self.period_label, "quiet")
        self.gantt = GanttChart(theme)
        self.table = TimelineTable()
        self.gantt.row_reached.connect(self._show_row)
        for view in (self.gantt, self.table):
            view.moved.connect(self._on_moved)
            view.opened.connect(self._on_opened)
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        self.hints = KeyHints(
            (name_keys(shift, "←/→"), self.tr("moves 1 day")),
            (name_keys(control | shift, "←/→"), self.tr("moves 1 week")),
            ("+  −", self.tr("longer, shorter")),
            (self.tr("Enter"), self.tr("opens")),
            (self.tr("Mouse"), self.tr("drags")),
        )
        self.result_box = ExportResultBox()
        tools = self._build_tools(theme)
        self.tools: tuple[QWidget, ...] = (tools, self.hints)
        self.plan_button = text_button("", self._on_plan)
        self.plan_button.setText(
            self.tr("Go to “{}”").format(activity_model.get_page_title(session))
        )
        self.empty_card = EmptyCard(
            theme,
            "chart-gantt",
            self.tr("No dates yet"),
            self.tr("No activity has dates yet. Give each one a first and a last day."),
            buttons=(self.plan_button,),
        )
        self.take_title()
        head = WrappingRow(self.title_label, self.period_label)
        head.row.addWidget(self.title_label, 1)
        head.row.addWidget(self.period_label)
        add_content(self.column, head, tools, self.result_box)
        add_content(self.column, self.gantt, self.table, self.hints, self.empty_card)
        undated = self.tr("Without dates")
        self.undated_label = wrapped_label(undated, "label")
        self.undated = QListWidget()
        wrap_items(self.undated)
        self.undated.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.undated.setAccessibleName(undated)
        self.undated.itemActivated.connect(self._on_undated)
        add_content(self.column, self.undated_label, self.undated)
        self.column.setSpacing(GRID * 3 // 2)

    def _build_tools(self, theme: Theme) -> QWidget:
        self.months_button = QPushButton(self.tr("Months"))
        self.quarters_button = QPushButton(self.tr("Quarters"))
        self.table_button = push_button(theme.icon("table"), self.tr("As a table"))
        for button in (self.months_button, self.quarters_button, self.table_button):
            button.setCheckable(True)
            keep_room(button)
        self.quarters_button.setChecked(True)
        zooms = QButtonGroup(self)
        zooms.addButton(self.months_button)
        zooms.addButton(self.quarters_button)
        zooms.buttonClicked.connect(self._on_zoom)
        self.table_button.toggled.connect(self._on_table)
        self.picture_button = push_button(
            theme.icon("image-down"), self.tr("Save as picture…"), clicked=self._on_picture
        )
        segment = join_buttons(self.months_button, self.quarters_button)
        others = InnerRow(self.table_button, self.picture_button)
        return ButtonRow(segment, others, apart=True)

    def read_choices(self) -> tuple[bool, bool]:
        """Return whether there are columns of months, and a table."""
        return self.months_button.isChecked(), self.table_button.isChecked()

    def take_choices(self, choices: object) -> None:
        """Show the columns that were shown, and the table."""
        match choices:
            case bool(is_months), bool(is_table):
                button = self.months_button if is_months else self.quarters_button
                button.setChecked(True)
                self._on_zoom()
                self.table_button.setChecked(is_table)
            case _:
                pass

    def refresh(self) -> None:
        """Show the current dates."""
        timeline = build_timeline(self._session)
        self.gantt.show_chart(timeline.chart)
        self.table.show_chart(timeline.chart)
        self.period_label.setText(timeline.period)
        self.period_label.setVisible(bool(timeline.period))
        self._show_views()
        self.undated.clear()
        for item, label in timeline.undated:
            row = QListWidgetItem(label, self.undated)
            row.setData(Qt.ItemDataRole.UserRole, item)
        self.undated_label.setVisible(bool(timeline.undated))
        self.undated.setVisible(bool(timeline.undated))
        rows = sum(self.undated.sizeHintForRow(row) + 4 for row in range(self.undated.count()))
        self.undated.setFixedHeight(rows + GRID * 2)

    def _show_views(self) -> None:
        """Show the chart or the table, and neither where no activity has dates."""
        has_bars, is_table = bool(self.gantt.chart.bars()), self.table_button.isChecked()
        self.gantt.setVisible(has_bars and not is_table)
        self.table.setVisible(has_bars and is_table)
        for widget in self.tools:
            widget.setVisible(has_bars)
        self.hints.setVisible(has_bars and not is_table)
        self.empty_card.setVisible(not has_bars)
        lists = activity_model.collect_activity_lists(self._session)
        self.plan_button.setVisible(not has_bars and bool(lists))
        for button in (self.months_button, self.quarters_button):
            button.setEnabled(not is_table)

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft; no long text is shown here."""
        if not all(is_long_text(key, self._session) for key in keys):
            self.refresh()

    def reveal(self, key: Key) -> bool:
        """Show a date that undo restored; other answers are not on the timeline."""
        lists = activity_model.collect_activity_lists(self._session)
        dates = (find_date_questions(self._session.form, one.spec.id) for one in lists)
        if self.gantt.bar(key.item) is None or not any(key.question in pair for pair in dates):
            return False
        self.refresh()
        self.gantt.choose(key.item)
        return True

    def _show_row(self, rect: QRect) -> None:
        """Scroll to a row of the chart."""
        top = self.gantt.mapTo(self.column_widget, QPoint(0, rect.top())).y()
        middle = self.column_widget.y() + top + rect.height() // 2
        self.ensureVisible(0, middle, 0, rect.height())

    def _on_zoom(self) -> None:
        is_months = self.months_button.isChecked()
        self.gantt.set_zoom(Zoom.MONTHS if is_months else Zoom.QUARTERS)

    def _on_table(self, _is_table: bool) -> None:
        self._show_views()

    def _on_picture(self) -> None:
        """Save the chart as a picture where the user wants it."""
        path = self._session.path
        proposed = path.with_name(f"{path.stem} - {get_page_title()}.png")
        title, kinds = self.tr("Save as picture"), self.tr("Pictures (*.png)")
        chosen = ask_path_with_suffix(self, title, proposed, kinds)
        if chosen:
            self.picture_requested.emit(Path(chosen), self.gantt.draw_picture())

    def _on_moved(self, item: str, start: date, end: date) -> None:
        list_id = self._find_list(item)
        if not list_id:
            return
        session = self._session
        questions = find_date_questions(session.form, list_id)
        changes = [
            Change(Key(question, item), session.value(Key(question, item)), day)
            for question, day in zip(questions, (start, end), strict=True)
            if question and session.value(Key(question, item)) != day
        ]
        session.perform(ChangeSet(tuple(changes), MOVE_LABEL))

    def _on_opened(self, item: str) -> None:
        list_id = self._find_list(item)
        if list_id:
            spec = self._session.form.lists[list_id]
            self.jump_requested.emit(Key(spec.name, item))

    def _on_plan(self) -> None:
        lists = activity_model.collect_activity_lists(self._session)
        if lists:
            self.jump_requested.emit(Key(lists[0].spec.id))

    def _on_undated(self, row: QListWidgetItem) -> None:
        self._on_opened(str(row.data(Qt.ItemDataRole.UserRole)))

    def _find_list(self, item: str) -> str:
        draft = self._session.draft
        lists = activity_model.collect_activity_lists(self._session)
        return next((one.spec.id for one in lists if item in draft.items(one.spec.id)), "")


def encode_png(image: QImage) -> bytes:
    """Return a picture as the content of a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
