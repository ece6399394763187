"""A user who enters a whole proposal: every answer by clicks, keys and the clipboard."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import singledispatchmethod

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from erasmus_desk.call.form import ListSpec, QuestionType
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.visibility import visible_questions
from tests.ui.keyboard import CTRL, Keyboard
from tests.ui.mouse import Mouse, is_seen
from ui.controllers.application import ApplicationController
from ui.fields.base import Field
from ui.fields.choice_fields import CheckBoxesField, ChoiceField, FilteredListField, YesNoField
from ui.fields.city_field import CityField
from ui.fields.item_fields import ItemsField
from ui.fields.line_fields import LineField
from ui.fields.question_box import QuestionBox
from ui.fields.row_cards import RowCardList
from ui.fields.text_field import TextField
from ui.main_window.editor import Editor
from ui.pages.activities.page import ActivitiesPage
from ui.pages.activities.travellers_box import TravellersBox
from ui.pages.base import Page
from ui.pages.form.priorities_page import PriorityCard
from ui.pages.items.page import ListPage

ACTIVITIES, FORM = "activities", "form:"
TAB, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Escape
PASTED_FROM = 25
"""Characters from which a text is pasted: it was written elsewhere."""
DAY = "{0.day:02}-{0.month:02}-{0.year}"
CHECK_MARK = 10
"""Pixels from the left edge of a row to its check mark."""


class Typist:
    """Enters the answers of a model into a proposal that is open in the window."""

    def __init__(self, controller: ApplicationController, keyboard: Keyboard, model: Draft) -> None:
        self.controller = controller
        self.keyboard = keyboard
        self.model = model
        self.mouse = Mouse()
        self.items: dict[str, str] = {"": ""}
        """The items of the proposal by those of the model."""

    @property
    def editor(self) -> Editor:
        editor = self.controller.window.editor
        assert editor is not None
        return editor

    @property
    def draft(self) -> Draft:
        return self.editor.session.draft

    @property
    def page(self) -> Page:
        page = self.editor.current_page()
        assert page is not None
        return page

    def expect(self, key: Key) -> Value | None:
        """Return the answer that the model gives to a question of the proposal."""
        there = {real: one for one, real in self.items.items()}
        value = self.model.get(Key(key.question, there.get(key.item, "")))
        return self.translate(key.question, value)

    def translate(self, question: str, value: Value | None) -> Value | None:
        """Return an answer of the model with the items of the proposal."""
        form = self.editor.session.form
        if question not in form.lists and not form.questions[question].of:
            return value
        if isinstance(value, tuple):
            return tuple(self.items[one] for one in value) or None
        return self.items[str(value)] if value is not None else None

    def translate_all(self) -> dict[Key, Value | None]:
        """Return all answers of the model as the proposal must have them."""
        answers = (
            (Key(key.question, self.items[key.item]), self.translate(key.question, value))
            for key, value in self.model.answers.items()
        )
        return {key: value for key, value in answers if value is not None}

    def list_open(self) -> list[Key]:
        """Return the questions that are not answered as in the model."""
        session = self.editor.session
        asked = visible_questions(session.draft, session.pack)
        return [
            one.key
            for one in asked
            if one.question.id not in session.form.lists
            and self.expect(one.key) != session.draft.get(one.key)
        ]

    # The steps

    def enter_all(self) -> None:
        """Go through the steps from the first to the last and enter what each page asks."""
        for step in self.editor.steps():
            if step != ACTIVITIES and not step.startswith(FORM):
                continue
            self.go_to(step)
            page = self.page
            if isinstance(page, ActivitiesPage):
                self.enter_activities(page)
                continue
            if isinstance(page, ListPage):
                self.enter_organisations(page)
            self.enter_priorities(page)
            self.enter_shown(page)

    def enter_shown(self, widget: QWidget) -> None:
        """Answer the questions that are shown, those in rows of tables too."""
        self.enter_boxes(widget)
        for table in widget.findChildren(RowCardList):
            if table.isVisible():
                self.enter_rows(table)

    def go_to(self, step: str) -> None:
        """Click on a step."""
        steps = self.editor.step_list
        self.mouse.click_cell(steps.view, steps.model.find_index(step))
        assert self.editor.step == step

    def enter_priorities(self, page: Page) -> None:
        """Choose the main priority, then tick the others."""
        session = self.editor.session
        main = self.model.text(session.pack.role("main_priority"))
        others = self.model.get(Key(session.pack.role("other_priorities")))
        chosen = [main, *others] if isinstance(others, tuple) else [main]
        cards = {card.option.id: card for card in page.findChildren(PriorityCard)}
        for priority in chosen if cards else ():
            card = cards[priority]
            button = card.main_button if priority == main else card.box
            self.mouse.scroll_to(button)
            self.mouse.click(button)

    def enter_boxes(self, widget: QWidget) -> None:
        """Answer the questions that are shown, also those that an answer makes visible."""
        done: set[Key] = set()
        while True:
            boxes = [one for one in widget.findChildren(QuestionBox) if one.isVisible()]
            todo = [one for one in boxes if one.key not in done]
            if not todo:
                return
            done.add(todo[0].key)
            self.enter(todo[0].key, todo[0].field)

    def enter_rows(self, table: RowCardList) -> None:
        """Add the rows of a table and answer in each."""
        for row in self.model_items(table.key):
            self.mouse.scroll_to(table.add_button)
            self.mouse.click(table.add_button)
            self.note_added(table.key, row)
            spec = self.editor.session.form.lists[table.key.question]
            focus = QApplication.focusWidget()
            assert focus is not None
            assert is_seen(focus), "the new row is out of sight"
            for name in spec.questions:
                key = Key(name, self.items[row])
                field = table.built_cell(key)
                assert field is not None
                self.enter(key, field)

    def model_items(self, key: Key) -> tuple[str, ...]:
        """Return the items of a list of the model, by the proposal's key of the list."""
        there = {real: one for one, real in self.items.items()}
        return self.model.items(key.question, there[key.item])

    def note_added(self, key: Key, item: str) -> None:
        """Take note of the item that was added last for one of the model."""
        self.items[item] = self.draft.items(key.question, key.item)[-1]

    # Organisations

    def enter_organisations(self, page: ListPage) -> None:
        """Paste the rows of a spreadsheet, then write the texts of each organisation."""
        session = self.editor.session
        spec = session.form.lists[page.list_id]
        rows = self.model.items(spec.id)
        QApplication.clipboard().setText(self.copy_cells(spec, rows))
        self.mouse.click(page.tools.paste_button)
        self.items |= dict(zip(rows, self.draft.items(spec.id), strict=True))
        for row, item in enumerate(self.draft.items(spec.id)):
            model = page.holder.model
            self.mouse.click_cell(page.table, model.index(row, model.state_column), CHECK_MARK)
            details = page.holder.details
            assert details is not None
            assert details.item == item
            for line in details.lines():
                if line.isVisible():
                    self.mouse.scroll_to(line)
                    self.mouse.click(line)
                elif details.part != line.part:
                    continue  # not asked of this organisation
                assert details.form is not None
                self.enter_shown(details.form)
            self.keyboard.press(ESCAPE)

    def copy_cells(self, spec: ListSpec, rows: Iterable[str]) -> str:
        """Return the answers of items as a spreadsheet copies them, below their headings."""
        session = self.editor.session
        types = (QuestionType.LINE, QuestionType.NUMBER, QuestionType.CHOICE)
        names = [one for one in spec.questions if session.form.questions[one].type in types]
        lines = ["\t".join(map(session.texts.short_label, names))]
        for row in rows:
            cells = (self.model.get(Key(name, row)) for name in names)
            lines.append("\t".join("" if cell is None else str(cell) for cell in cells))
        return "\r\n".join(lines) + "\r\n"

    # Activities

    def enter_activities(self, page: ActivitiesPage) -> None:
        """Add each activity from the menu, answer its questions, and go back to the list."""
        form = self.editor.session.form
        for spec in form.lists.values():
            for item in self.model.items(spec.id) if spec.plan else ():
                view = page.list_view
                is_first = not view.table.isVisible()
                self.mouse.click(view.first_button if is_first else view.add_button)
                self.mouse.click(next(row for row in view.menu.rows if row.kind.spec == spec))
                self.note_added(Key(spec.id), item)
                assert page.editor is not None
                self.enter_shown(page.editor.form)
                for grid in page.editor.form.widgets.grids.values():
                    self.enter_travellers(grid)
                self.mouse.scroll_to(page.editor.head.back_button)
                self.mouse.click(page.editor.head.back_button)

    def enter_travellers(self, grid: TravellersBox) -> None:
        """Add all partners, take out who stays at home, and type the numbers with Tab."""
        groups, table = grid.groups, grid.table
        self.mouse.scroll_to(grid.fill_button)
        self.mouse.click(grid.fill_button)
        assert QApplication.focusWidget() is table
        travelling: dict[str, str] = {}
        for item in self.model_items(Key(groups.list_id, groups.owner)):
            travelling[self.items[self.model.text(groups.named, item)]] = item
        for row in reversed(range(len(groups.rows))):
            if groups.rows[row].item and groups.rows[row].organisation not in travelling:
                self.choose_row(grid, row)
                self.mouse.scroll_to(grid.panel.remove_button)
                self.mouse.click(grid.panel.remove_button)
        for one in groups.rows:
            if one.item:
                self.items[travelling[one.organisation]] = one.item
        table.setFocus(Qt.FocusReason.TabFocusReason)
        for row, column in table.cells():
            wanted = self.expect(Key(grid.model.columns[column], groups.rows[row].item))
            if wanted != groups.value(row, grid.model.columns[column]):
                self.keyboard.type(str(wanted))
            self.keyboard.press(TAB)
        for row in range(len(groups.rows)):
            self.choose_row(grid, row)
            self.enter_boxes(grid.panel)

    def choose_row(self, grid: TravellersBox, row: int) -> None:
        """Click on the name of a partner in the grid."""
        self.mouse.click_cell(grid.table, grid.model.index(row, 0))

    # Fields

    def enter(self, key: Key, field: Field) -> None:
        """Answer a question as the model does, unless it is answered so already."""
        value = self.expect(key)
        if value == self.draft.get(key) or value is None:
            return
        self.mouse.scroll_to(field)
        self.fill(field, value)
        assert self.draft.get(key) == value, key

    @singledispatchmethod
    def fill(self, field: Field, value: Value) -> None:
        raise NotImplementedError(f"{type(field).__name__}: {value!r}")

    @fill.register
    def _(self, field: LineField, value: Value) -> None:
        self.type_into(field.line, value)

    @fill.register
    def _(self, field: CityField, value: Value) -> None:
        self.type_into(field.line, value)
        self.keyboard.press(TAB)

    @fill.register
    def _(self, field: TextField, value: Value) -> None:
        edit = field.focusProxy()
        assert edit is not None
        self.mouse.click(edit)
        self.put(str(value))

    @fill.register
    def _(self, field: YesNoField, value: Value) -> None:
        self.mouse.click(field.yes_button if value else field.no_button)

    @fill.register
    def _(self, field: ChoiceField, value: Value) -> None:
        self.mouse.choose(field.combo, field.combo.findData(value))

    @fill.register
    def _(self, field: CheckBoxesField, value: Value) -> None:
        assert isinstance(value, tuple)
        for choice in value:
            box = field.findChild(QWidget, choice)
            assert box is not None
            self.mouse.scroll_to(box)
            self.mouse.click(box)

    @fill.register
    def _(self, field: FilteredListField, value: Value) -> None:
        assert isinstance(value, tuple)
        items = [field.list.item(row) for row in range(field.list.count())]
        for choice in value:
            item = next(one for one in items if one.data(Qt.ItemDataRole.UserRole) == choice)
            self.mouse.scroll_to(field.filter_line)
            self.mouse.click(field.filter_line)
            self.keyboard.press(Qt.Key.Key_A, CTRL)
            self.put(item.text())
            self.mouse.scroll_to(field.list)
            self.mouse.click_cell(field.list, field.list.indexFromItem(item), CHECK_MARK)

    @fill.register
    def _(self, field: ItemsField, value: Value) -> None:
        self.fill(field.boxes, value)

    def type_into(self, line: QLineEdit, value: Value) -> None:
        """Click into a line and type, as people write dates and amounts."""
        self.mouse.click(line)
        self.keyboard.press(Qt.Key.Key_A, CTRL)
        if isinstance(value, date):
            self.keyboard.type(DAY.format(value))
        elif isinstance(value, Decimal):
            self.keyboard.type(f"{value:.2f}")
        else:
            self.put(str(value))

    def put(self, text: str) -> None:
        """Type a short text, and paste a long one."""
        if len(text) < PASTED_FROM:
            self.keyboard.type(text)
            return
        QApplication.clipboard().setText(text)
        self.keyboard.press(Qt.Key.Key_V, CTRL)
