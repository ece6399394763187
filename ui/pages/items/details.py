"""The form of one item below its row: the open part at the left, the others as lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QWidget

from erasmus_desk.call.form import Form, Group, ListPart, ListSpec
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import visible_questions_of
from erasmus_desk.i18n.formats import capitalise

from ...session.session import Session
from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import icon_size
from ...widgets.card_button import CardButton
from ...widgets.labels import wrapped_label
from ...widgets.layouts import STRETCH, build_column, build_row, clear_layout, measure_again
from ...widgets.tab_order import chain_stops, list_tab_stops
from ..base import FieldFindings
from .part_form import PartForm, has_focus
from .row_state import ItemState, compute_part_states, state_colour

NARROW = 100
"""Average characters below which the lines of the parts stand below the open part."""
MARGINS = (GRID * 3 // 2, GRID * 2, GRID * 3 // 2)
"""Above, at the right and below the fields, in pixels."""
LEFT, RIGHT = 3, 2
"""Shares of the width."""


def list_parts(spec: ListSpec, item: str, session: Session) -> tuple[ListPart, ...]:
    """Return the parts of the form of an item: those of the list, else its groups."""
    if spec.parts:
        return spec.parts
    parts: dict[str, list[str]] = {}
    for one in visible_questions_of(spec.id, item, session.draft, session.pack):
        if one.question.id in one.group.questions:
            parts.setdefault(one.group.id, []).append(one.question.id)
    return tuple(ListPart(name, tuple(questions)) for name, questions in parts.items())


def find_part(key: Key, parts: Iterable[ListPart], form: Form) -> ListPart | None:
    """Return the part that an answer, a table or a cell of it belongs to."""
    owner = form.list_of(key.question)
    for part in parts:
        tables = {form.questions[name].rows for name in part.questions} - {""}
        if key.question in (*part.questions, *tables) or owner in tables:
            return part
    return None


class PartLine(CardButton):
    """A folded part: its title and its state; a click opens it."""

    def __init__(self, part: str, title: str, theme: Theme) -> None:
        super().__init__(theme, is_flat=True)
        self.part = part
        self._title = title
        self._icon = QLabel()
        self._state = QLabel()
        size = icon_size()
        arrow = QLabel(pixmap=theme.icon("chevron-right").pixmap(size, size))
        row = build_row(self, arrow, margins=(0, 0.75, 0.5, 0.75))
        row.addWidget(wrapped_label(title), 1)
        row.addWidget(self._icon)
        row.addWidget(self._state)
        self.pass_clicks()

    def show_state(self, state: ItemState, theme: Theme) -> None:
        """Show how complete the part is."""
        _show_state(state, self._icon, self._state, theme)
        folded = self.tr("{0}, {1}, folded").format(self._title, state.describe())
        set_accessible_name(self, folded)


class PartHead(QWidget):
    """The title of the open part with its state."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title_label = wrapped_label("", "label")
        self._icon, self._state = QLabel(), QLabel()
        size = icon_size()
        arrow = QLabel(pixmap=theme.icon("chevron-down").pixmap(size, size))
        row = build_row(self, arrow)
        row.addWidget(self.title_label, 1)
        row.addWidget(self._icon)
        row.addWidget(self._state)

    def show_state(self, state: ItemState, theme: Theme) -> None:
        """Show how complete the part is."""
        _show_state(state, self._icon, self._state, theme)


class ItemDetails(QFrame):
    """One item in folding parts, one of them open."""

    focused = Signal(object)
    left = Signal()
    """Escape was pressed."""
    resized = Signal()
    """The height that it needs may be another one."""

    def __init__(self, spec: ListSpec, item: str, session: Session, theme: Theme) -> None:
        super().__init__()
        self.item = item
        self._spec = spec
        self._session = session
        self._theme = theme
        self._findings: FieldFindings = {}
        self._states: Mapping[str, ItemState] = {}
        self._parts = {part.id: part for part in list_parts(spec, item, session)}
        self._lines: dict[str, PartLine] = {}
        self.part = ""
        """The part that is open."""
        self.form: PartForm | None = None
        self._tab_stops: list[QWidget] = []
        set_role(self, "details")
        bar = QFrame()
        set_role(bar, "accent")
        bar.setFixedWidth(GRID // 2)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(GRID * 5, *MARGINS)
        self._columns.setSpacing(GRID * 3)
        self._layout = build_row(self, bar, self._columns, spacing=0)
        self._layout.setStretch(1, 1)
        self._build()

    def _build(self) -> None:
        left, right = QWidget(), QWidget()
        self._head = PartHead(self._theme)
        self._form_layout = build_column(None)
        build_column(left, self._head, self._form_layout, STRETCH)
        lines = build_column(right, spacing=0)
        for part in self._parts.values():
            line = self._lines[part.id] = PartLine(part.id, self._title(part.id), self._theme)
            line.clicked.connect(self._on_line)
            lines.addWidget(line)
        self.note_label = wrapped_label("", "quiet")
        self.note_label.setContentsMargins(0, GRID, 0, 0)
        self.note_label.hide()
        lines.addWidget(self.note_label)
        lines.addStretch(1)
        self._columns.addWidget(left, LEFT)
        self._columns.addWidget(right, RIGHT)

    def lines(self) -> tuple[PartLine, ...]:
        """Return the lines of the parts, those that are hidden too."""
        return tuple(self._lines.values())

    def open_first(self) -> None:
        """Open the first part in which something is left to do."""
        self._update_states()
        todo = (part for part, state in self._states.items() if not state.is_complete)
        self.open_part(next(todo, next(iter(self._states), "")))

    def open_part(self, part: str) -> None:
        """Show the fields of a part in place of those of another."""
        if part not in self._parts or part == self.part:
            return
        self.part = part
        if self.form is not None:
            # It is deleted only later, and would be seen below the new one until then. A focus
            # that it has would go to the first button of the window.
            if has_focus(self.form):
                self.setFocus()
            self.form.hide()
        clear_layout(self._form_layout)
        group = Group(part, "", self._parts[part].questions, list=self._spec.id)
        self.form = PartForm(self._session, self._theme, group, self.item)
        self.form.focused.connect(self.focused)
        self.form.show_findings(self._findings)
        self._form_layout.addWidget(self.form)
        # Its layout would show it in the next turn, and one of its fields may get the focus now.
        self.form.show()
        self._head.title_label.setText(self._title(part))
        set_accessible_name(self.form, self._title(part))
        self.show_states()

    def show_note(self, text: str) -> None:
        """Show what follows from the answers of the item."""
        self.note_label.setText(text)
        self.note_label.setVisible(bool(text))

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update the fields after a change of the draft."""
        if self.form is not None:
            self.form.on_changes(keys)

    def refresh(self) -> None:
        """Show the current answers."""
        if self.form is not None:
            self.form.refresh()
        self.show_states()

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings at the fields, and which parts they are in."""
        self._findings = findings
        if self.form is not None:
            self.form.show_findings(findings)
        self.show_states()

    def show_states(self) -> None:
        """Show how complete each part is; parts that are not asked now are hidden."""
        self._update_states()
        for part, line in self._lines.items():
            state = self._states.get(part)
            line.setVisible(state is not None and part != self.part)
            if state is not None:
                line.show_state(state, self._theme)
        shown = self._states.get(self.part)
        if shown is not None:
            self._head.show_state(shown, self._theme)

    def find_widget(self, key: Key) -> QWidget | None:
        """Open the part of an answer, and return its widget."""
        part = find_part(key, self._parts.values(), self._session.form)
        if part is not None:
            self.open_part(part.id)
        if self.form is None:
            return None
        widget = self.form.find_widget(key)
        if widget is not None and widget.isHidden():
            self.form.show_rare()
        return widget

    def focus_first(self) -> None:
        """Move the focus into the first field."""
        if self.form is not None:
            for box in self.form.widgets.boxes.values():
                if not box.isHidden():
                    box.focus_first()
                    return

    def chain_tabs(self, before: QWidget) -> None:
        """Let Tab go from a widget through the fields, also new ones, and then the parts."""
        parts = [one for one in (self.form, *self._lines.values()) if one is not None]
        found = [one for part in parts for one in list_tab_stops(part)]
        if found == self._tab_stops:
            return
        self._tab_stops = found
        chain_stops(before, found)

    def needed_height(self, width: int) -> int:
        """Return the height for a width."""
        self._arrange(width)
        layout = self._layout
        layout.activate()
        high = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else -1
        return max(high, layout.totalMinimumSize().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the row on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Report that fields, notes or texts in it grew or shrank."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two columns below each other where they do not fit."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        way = QBoxLayout.Direction
        is_narrow = width < self.fontMetrics().averageCharWidth() * NARROW
        wanted = way.TopToBottom if is_narrow else way.LeftToRight
        if self._columns.direction() is not wanted:
            self._columns.setDirection(wanted)
            self._columns.setContentsMargins(GRID if is_narrow else GRID * 5, *MARGINS)

    def _update_states(self) -> None:
        self._states = compute_part_states(
            self._spec, self._parts.values(), self.item, self._session, self._findings
        )

    def _title(self, part: str) -> str:
        texts = self._session.texts
        own = texts.get(f"part.{self._spec.id}.{part}.title")
        title = own or texts.get(f"group.{part}.title") or part
        return capitalise(title)

    def _on_line(self) -> None:
        line = self.sender()
        if isinstance(line, PartLine):
            self.open_part(line.part)
            self.focus_first()


def _show_state(state: ItemState, icon: QLabel, text: QLabel, theme: Theme) -> None:
    words = state.describe()
    if words == text.text():
        return
    size = icon_size()
    drawn = theme.icons.icon(state.icon, state_colour(state, theme))
    icon.setPixmap(drawn.pixmap(size, size))
    text.setText(words)
    set_role(text, "warm" if state.wrong else "good" if state.is_complete else "quiet")
    measure_again(text)
