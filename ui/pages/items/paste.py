"""Rows of a spreadsheet for a list, and the question which column is what."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from erasmus_desk.call.form import NameSource, Question, QuestionType
from erasmus_desk.draft.display_names import name_option
from erasmus_desk.draft.model import Value
from erasmus_desk.draft.pasted_rows import (
    PASTED_TYPES,
    Cells,
    PastedQuestion,
    build_pasted_rows,
    find_headings,
    fold_name,
    guess_columns,
    split_cells,
)
from erasmus_desk.i18n import formats

from ...fields.choice_fields import ChoiceField
from ...fields.values import Choice
from ...i18n import plurals
from ...session.session import Session
from ...theme.theme import Theme
from ...widgets.accessibility import announce
from ...widgets.buttons import ButtonRow, text_button
from ...widgets.labels import marked_line, wrapped_label
from ...widgets.layouts import FlowGrid, build_column
from ..base import Card
from ..question_texts import build_choices
from .table import ItemsTable

SHOWN_CELLS = 3
"""Cells of a column that are shown, so that one sees what it is."""


def collect_questions(list_id: str, session: Session) -> tuple[PastedQuestion, ...]:
    """Return what the columns of pasted rows may answer, the name and the columns shown first."""
    spec, texts = session.form.lists[list_id], session.texts
    roles = {question: role.rpartition("_")[2] for role, question in session.pack.roles.items()}
    found: list[PastedQuestion] = []
    for name in dict.fromkeys((spec.name, *spec.columns, *spec.questions)):
        question = session.form.questions[name]
        if question.type not in PASTED_TYPES:
            continue
        label = texts.get(f"question.{name}.label")
        headings = (texts.short_label(name), label, roles.get(name, ""))
        names: dict[str, Value] = {}
        if question.type is QuestionType.CHOICE:
            names = _name_choices(question, session)
        elif question.type is QuestionType.YESNO:
            yes = QCoreApplication.translate("YesNoField", "Yes")
            no = QCoreApplication.translate("YesNoField", "No")
            names = {fold_name(yes): True, fold_name(no): False}
        found.append(PastedQuestion(question, tuple(filter(None, headings)), names))
    return tuple(found)


def _name_choices(question: Question, session: Session) -> dict[str, Value]:
    """Return the choices by their names; countries and languages have names in each language."""
    names: dict[str, Value] = {}
    for choice in build_choices(question, session):
        names |= {fold_name(choice.id): choice.id, fold_name(choice.name): choice.id}
    options = session.pack.option_set(question)
    if options is not None and options.naming is not NameSource.TEXTS:
        for language in session.pack.languages:
            for option in options.options:
                name = name_option(options, option.id, session.texts, language).text
                names.setdefault(fold_name(name), option.id)
    return names


class PastePanel(Card):
    """Asks which column is what, with the first cells of each."""

    confirmed = Signal(object)
    """The rows to add, each as a mapping of questions to texts."""
    cancelled = Signal()

    def __init__(self, list_id: str, session: Session, theme: Theme, cells: Cells) -> None:
        spec = session.form.lists[list_id]
        self._cells = cells
        self._name = spec.name
        questions = collect_questions(list_id, session)
        choices = tuple(
            Choice(one.question.id, session.texts.short_label(one.question.id)) for one in questions
        )
        guessed = guess_columns(cells, questions, (spec.name, *spec.columns))
        super().__init__()
        self.title_label = wrapped_label(self.tr("Which column is what?"), "label")
        note = self.tr("Columns without a choice are left out.")
        self.fields: list[ChoiceField] = []
        parts: list[QWidget] = []
        for number, question in enumerate(guessed, start=1):
            field = ChoiceField(choices)
            field.set_value(question or None)
            shown = [row[number - 1] for row in cells if row[number - 1]][:SHOWN_CELLS]
            sample = wrapped_label("\n".join(shown), "quiet")
            field.set_name(self.tr("Column {0}: {1}").format(number, ", ".join(shown)))
            sample.setBuddy(field.combo)
            part = QWidget()
            build_column(part, field, sample, spacing=0.5)
            self.fields.append(field)
            field.edited.connect(self._count)
            parts.append(part)
        grid = FlowGrid()
        grid.show_cells(tuple(parts))
        self.head_box = QCheckBox(self.tr("The first row has headings"))
        self.head_box.toggled.connect(self._count)
        self.add_button = text_button("", self._on_add, "primary")
        cancel = text_button(self.tr("Cancel"), self.cancelled)
        for part in (self.title_label, wrapped_label(note, "quiet"), grid, self.head_box):
            self.column.addWidget(part)
        self.column.addWidget(ButtonRow(self.add_button, cancel))
        self._count()

    def focus_first(self) -> None:
        """Move the focus to the button if the names are found, else to the first choice."""
        if any(self._name in row for row in self.rows()):
            self.add_button.setFocus()
        else:
            self.fields[0].focus_first()

    def rows(self) -> tuple[dict[str, str], ...]:
        """Return the rows by the questions that are chosen."""
        chosen = [str(field.combo.currentData() or "") for field in self.fields]
        return map_rows(self._cells[self.head_box.isChecked() :], tuple(chosen))

    def _count(self) -> None:
        count = len(self.rows())
        self.add_button.setText(plurals.add_rows(count))
        self.add_button.setEnabled(bool(count))

    def _on_add(self) -> None:
        self.confirmed.emit(self.rows())


def map_rows(cells: Cells, columns: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """Return rows of cells by the question of their column; rows without any are left out."""
    rows = (
        {name: text for name, text in zip(columns, row, strict=False) if name and text}
        for row in cells
    )
    return tuple(row for row in rows if row)


def read_headed(list_id: str, session: Session, cells: Cells) -> tuple[dict[str, str], ...]:
    """Return the rows below a row of headings, nothing if there is none."""
    columns = find_headings(cells[0], collect_questions(list_id, session)) if cells else ()
    return map_rows(cells[1:], columns) if columns else ()


class PasteArea(QWidget):
    """Pastes into a table, asks which column is what, and says what became of the rows."""

    def __init__(self, session: Session, theme: Theme, table: ItemsTable) -> None:
        super().__init__()
        self._list_id = table.items_model.spec.id
        self._session = session
        self._theme = theme
        self._table = table
        self.panel: PastePanel | None = None
        self.message_label = wrapped_label("")
        self.undo_button = text_button(self.tr("Undo"), self._on_undo)
        self.message = marked_line(self.undo_button, self.message_label)
        self.message.hide()
        self._column = build_column(self, self.message)
        self.hide()
        # Its undo is that of the paste, so it goes with the next change.
        session.changed.connect(self.message.hide)

    def paste(self) -> None:
        """Take the cells in the clipboard: over the cells from the current one on, or as rows."""
        cells = split_cells(QApplication.clipboard().text())
        if not cells:
            self._show_message(
                self.tr("There are no rows in the clipboard. Copy them in Excel first.")
            )
            return
        rows = read_headed(self._list_id, self._session, cells)
        if rows:
            self._add_rows(rows)
        elif self._table.hasFocus() and self._table.current_item():
            self._write_over(cells)
        else:
            self._ask(cells)

    def _write_over(self, cells: Cells) -> None:
        """Write a block over the cells from the current one on, as a spreadsheet does."""
        at = self._table.currentIndex().column()
        shown = [
            name
            for column, name in enumerate(self._table.items_model.questions)
            if column >= at and not self._table.isColumnHidden(column)
        ]
        rows = tuple(dict(zip(shown, row, strict=False)) for row in cells)
        self._add_rows(rows, self._table.current_item())

    def _ask(self, cells: Cells) -> None:
        self._close_paste()
        panel = self.panel = PastePanel(self._list_id, self._session, self._theme, cells)
        panel.confirmed.connect(self._on_columns_chosen)
        panel.cancelled.connect(self._on_paste_cancelled)
        self._column.addWidget(panel)
        self.show()
        panel.focus_first()

    def _add_rows(self, rows: tuple[dict[str, str], ...], start: str = "") -> None:
        session = self._session
        questions = collect_questions(self._list_id, session)
        spec = self._table.items_model.spec
        language = session.texts.language
        pasted = build_pasted_rows(session.draft, spec, rows, questions, language, start)
        session.perform(pasted.change_set)
        parts = [plurals.rows_pasted(len(rows))]
        if pasted.unread:
            named = (
                formats.join_label(session.texts.short_label(name), text, language)
                for name, text in pasted.unread
            )
            parts.append(
                self.tr("Not understood: {}.").format(formats.join_entries(named, language))
            )
        self._show_message(" ".join(parts), can_undo=bool(pasted.change_set.changes))
        if pasted.items and not start:
            self._table.choose(pasted.items[0])
        self._table.setFocus()

    def _show_message(self, text: str, *, can_undo: bool = False) -> None:
        self.message_label.setText(text)
        self.undo_button.setVisible(can_undo)
        self.message.show()
        self.show()
        announce(self, text)

    def _close_paste(self) -> None:
        if self.panel is not None:
            self._column.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None

    def _on_columns_chosen(self, rows: tuple[dict[str, str], ...]) -> None:
        self._close_paste()
        self._add_rows(rows)

    def _on_paste_cancelled(self) -> None:
        self._close_paste()
        self._table.setFocus()

    def _on_undo(self) -> None:
        self.message.hide()
        self._session.undo_stack.undo()
