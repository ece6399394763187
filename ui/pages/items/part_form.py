"""The fields of one part of an item, side by side under small labels."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from erasmus_desk.call.conditions import holds
from erasmus_desk.call.form import Group, Question, QuestionType
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import build_condition_context
from erasmus_desk.progress import is_answered

from ...fields.question_box import QuestionBox
from ...fields.values import QuestionText
from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.buttons import ButtonRow, text_button
from ..form.questions_view import QuestionsView, QuestionWidgets

CELL_CHARACTERS, MOST_COLUMNS = 18, 3
"""Average characters for which a field has room at least, and the most fields side by side."""
WIDE_TYPES = (QuestionType.TEXT, QuestionType.TABLE, QuestionType.MULTI, QuestionType.ITEMS)
"""Types of question that take a row of their own."""


class FieldGrid(QWidget):
    """Fields in rows, as many side by side as fit; hidden ones leave no gap."""

    def __init__(self, cells: tuple[tuple[QWidget, bool], ...]) -> None:
        """Show cells, each with whether it takes a whole row."""
        super().__init__()
        self._cells = cells
        self._placed: tuple[tuple[QWidget, int, int, int], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID * 3 // 2)
        self._grid.setVerticalSpacing(GRID)
        for cell, _ in cells:
            # Shown before it is placed, it would flash as a window of its own.
            cell.setParent(self)

    def arrange(self) -> None:
        """Place the cells that are shown."""
        columns = self._count_columns()
        placed: list[tuple[QWidget, int, int, int]] = []
        row = column = 0
        for cell, is_wide in self._cells:
            if cell.isHidden():
                continue
            span = columns if is_wide else self._count_span(cell, columns)
            if column + span > columns:
                row, column = row + 1, 0
            placed.append((cell, row, column, span))
            column = (column + span) % columns
            row += not column
        if tuple(placed) == self._placed:
            return
        self._placed = tuple(placed)
        for cell, _ in self._cells:
            self._grid.removeWidget(cell)
        for cell, at, across, span in placed:
            self._grid.addWidget(cell, at, across, 1, span)
            self._grid.setAlignment(cell, Qt.AlignmentFlag.AlignTop)
        for index in range(MOST_COLUMNS):
            self._grid.setColumnStretch(index, int(index < columns))
        # What is around it asked for its height before, and is not told by the layout alone.
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return the width of one cell, so that the grid can become narrower again."""
        return QSize(self._cell_width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cells for the new width."""
        super().resizeEvent(event)
        self.arrange()

    def _cell_width(self) -> int:
        return self.fontMetrics().averageCharWidth() * CELL_CHARACTERS

    def _count_span(self, cell: QWidget, columns: int) -> int:
        """Return how many columns a cell takes, so that nothing that was typed is cut."""
        lines = (line for line in cell.findChildren(QLineEdit) if line.text())
        advance = self.fontMetrics().horizontalAdvance
        needed = max((advance(line.text()) for line in lines), default=0) + GRID * 3
        width = max(self.width() // columns - GRID * 2, 1)
        return min(-(-needed // width), columns)

    def _count_columns(self) -> int:
        """Return how many cells fit side by side without one that is cut."""
        shown = (cell for cell, is_wide in self._cells if not is_wide and not cell.isHidden())
        least = max((cell.minimumSizeHint().width() for cell in shown), default=0)
        fitting = self.width() // (max(least, self._cell_width()) + GRID * 2)
        return max(1, min(fitting, MOST_COLUMNS))


class PartWidgets(QuestionWidgets):
    """Builds the boxes of a part without a heading, in a grid."""

    most_columns = MOST_COLUMNS

    def __init__(self, session: Session, theme: Theme, item: str, page_title: str) -> None:
        super().__init__(session, theme, item, page_title)
        self._pack_of_part, self._texts_of_part = session.pack, session.texts
        self.grids: list[FieldGrid] = []

    def describe(self, question: Question) -> QuestionText:
        """Return the shorter one of the names of a question: the part says whose it is.

        Whether the source confirms it is said in the guidance of the question.
        """
        text = super().describe(question)
        label = self._texts_of_part.get(f"question.{question.id}.label")
        if not label or len(label) >= len(text.heading):
            return QuestionText(text.heading, text.label)
        return QuestionText(label, label)

    def build_group(self, group: Group, view: QWidget) -> QWidget:
        """Build the fields of a part in a view."""
        cells: list[tuple[QWidget, bool]] = []
        for name in group.questions:
            question = self._pack_of_part.form.questions[name]
            widget = self._build_question(question)
            # Fields side by side are equally wide, whatever they would like.
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            if isinstance(widget, QuestionBox):
                widget.set_small()
            text = self.describe(question)
            has_long_label = text.label != text.heading
            cells.append((widget, has_long_label or question.type in WIDE_TYPES))
            cells += [(one, True) for one in self.list_helps((question,))]
        grid = FieldGrid(tuple(cells))
        self.grids.append(grid)
        return grid


class PartForm(QuestionsView):
    """The questions of a part of an item; rare ones are shown when they apply."""

    widgets_class = PartWidgets
    arranged = Signal()
    """Fields were shown or hidden."""

    def __init__(self, session: Session, theme: Theme, group: Group, item: str) -> None:
        self._shows_rare = False
        self.rare_button = text_button("", self._on_rare, "link")
        self._rare_row = ButtonRow(self.rare_button)
        self._is_built = False
        super().__init__(session, theme, (group,), item=item)
        self.column.addWidget(self._rare_row)
        self._is_built = True
        self._update_visibility()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft; a rare question that is answered is shown."""
        super().on_changes(keys)
        boxes = (self.widgets.boxes.get(key.question) for key in keys if key.item == self._item)
        if any(box is not None and box.isHidden() for box in boxes):
            self._update_visibility()

    def _update_visibility(self) -> None:
        super()._update_visibility()
        session, widgets = self._session, self.widgets
        items = session.draft.items(session.form.list_of(next(iter(widgets.boxes), "")))
        position = items.index(self._item) if self._item in items else 0
        context = build_condition_context(session.draft, session.pack, self._item, position)
        unseen: list[str] = []
        for name, box in widgets.boxes.items():
            question = session.form.questions[name]
            if not question.rare or self._shows_rare or box.isHidden():
                continue
            is_filled = is_answered(session.draft, Key(name, self._item))
            # A field that was emptied stays while somebody is in it.
            is_used = is_filled or holds(question.usual, context) or has_focus(box)
            box.setVisible(is_used)
            if not is_used:
                unseen.append(session.texts.short_label(name))
        if self._is_built:
            # Shown before it is in the layout, it would flash as a window of its own.
            for part in (self._rare_row, self.rare_button):
                part.setVisible(bool(unseen))
        self.rare_button.setText(self.tr("More fields: {}").format(", ".join(unseen)))
        self._rare_row.arrange()
        if isinstance(widgets, PartWidgets):
            for grid in widgets.grids:
                grid.arrange()
        self.arranged.emit()

    def show_rare(self) -> None:
        """Show the rare questions too."""
        self._shows_rare = True
        self._update_visibility()

    def _on_rare(self) -> None:
        hidden = [box for box in self.widgets.boxes.values() if box.isHidden()]
        self.show_rare()
        shown = [box for box in hidden if not box.isHidden()]
        if shown:
            shown[0].focus_first()


def has_focus(widget: QWidget) -> bool:
    """Return whether the focus is in a widget."""
    focus = widget.window().focusWidget()
    # PySide types it as never None; a window without a focus has none.
    return bool(focus) and widget.isAncestorOf(focus)
