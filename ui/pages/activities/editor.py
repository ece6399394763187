"""One activity over the full width of the page: its form, what it costs, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from erasmus_desk.budget.grant import Grant
from erasmus_desk.draft.display_names import format_item_number
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.messages import Messages

from ...session.session import Session
from ...theme.theme import GRID, Theme, find_text_scale, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import InnerRow, WrappingRow, button_group, push_button, tool_button
from ...widgets.labels import short_label, wrapped_label
from ...widgets.layouts import STRETCH, build_column
from ..activity_model import ActivityList, get_page_title
from ..base import FieldFindings
from .form import ActivityForm
from .grant_card import DistancesNote, GrantCard

SIDE_FROM, SIDE = 880, 280
"""Width in pixels at 100 % from which the grant is beside the form, and its own width."""

TITLE_ROOM = GRID * 7
"""Pixels that a title has at least on top of its longest word, beside the tools."""
BACK_KEYS = (
    QKeySequence(Qt.Key.Key_Escape),
    QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left),
)


class _Names(WrappingRow):
    """The way back and the number, and the title beside or below them."""

    def __init__(self, number: QWidget, title: QLabel) -> None:
        super().__init__(number, title)
        self.row.addWidget(number, 0, Qt.AlignmentFlag.AlignLeft)
        self.row.addWidget(title, 1)

    def needed_width(self) -> int:
        """Return the width of both if the title wraps."""
        number, title = self.widgets
        return number.sizeHint().width() + GRID + title.minimumSizeHint().width()


class EditorHead(WrappingRow):
    """The way back, number and title, and what can be done with the whole activity."""

    closed = Signal()
    neighbour_wanted = Signal(int)
    """Show the activity of the same kind before (-1) or after (1) this one."""
    copied = Signal()
    removed = Signal()

    def __init__(self, title: str, theme: Theme) -> None:
        """Build the head; `title` is that of the list, to which it leads back."""
        icon = theme.icon
        self.number_label = short_label("", "title")
        set_role(self.number_label, "faint")
        self.title_label = wrapped_label("", "title")
        # The title takes the focus when it is announced, like that of a page.
        self.title_label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.position_label = short_label("", "quiet")
        back = theme.accent_icon("chevron-left")
        self._list_title = title
        self.back_button = push_button(back, title, "link")
        set_accessible_name(self.back_button, title)
        self.back_button.setToolTip(self.tr("Back to the list (Esc)"))
        self.up_button = tool_button(icon("chevron-up"), self.tr("The one before"))
        self.down_button = tool_button(icon("chevron-down"), self.tr("The next one"))
        self.copy_button = tool_button(icon("copy"), self.tr("Duplicate"))
        self.remove_button = tool_button(icon("trash-2"), self.tr("Remove"))
        buttons = (self.up_button, self.down_button, self.copy_button, self.remove_button)
        self.names = _Names(button_group(self.back_button, self.number_label), self.title_label)
        tools = InnerRow(self.position_label, button_group(*buttons))
        super().__init__(self.names, tools)
        self.row.addWidget(self.names, 1)
        self.row.addWidget(tools, 0, Qt.AlignmentFlag.AlignRight)
        self.back_button.clicked.connect(self.closed)
        self.up_button.clicked.connect(self._on_up)
        self.down_button.clicked.connect(self._on_down)
        self.copy_button.clicked.connect(self.copied)
        self.remove_button.clicked.connect(self.removed)

    def needed_width(self) -> int:
        """Return the width of both if the title wraps."""
        return self.names.needed_width() + TITLE_ROOM + self.widgets[1].sizeHint().width()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Leave the words of the way back to its tool tip where the title needs their room."""
        self.back_button.setText("" if is_narrow else self._list_title)

    def show_title(self, number: str, title: str) -> None:
        """Show number and title."""
        self.number_label.setText(number)
        self.title_label.setText(title or self.tr("(no title yet)"))
        set_accessible_name(self.title_label, f"{number} {title}".strip())

    def show_position(self, text: str, *, is_first: bool, is_last: bool) -> None:
        """Show the place among its like, and which of them can be gone to."""
        self.position_label.setText(text)
        self.up_button.setEnabled(not is_first)
        self.down_button.setEnabled(not is_last)

    def _on_up(self) -> None:
        self.neighbour_wanted.emit(-1)

    def _on_down(self) -> None:
        self.neighbour_wanted.emit(1)


class ActivityEditor(QWidget):
    """The editor of one activity; another activity gets another editor."""

    focused = Signal(object)
    opened = Signal(object)
    """The key of another activity to show: its list and its item."""

    def __init__(
        self,
        activity_list: ActivityList,
        item: str,
        session: Session,
        messages: Messages,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.activity_list = activity_list
        self.item = item
        self._session = session
        self._is_beside: bool | None = None
        self.head = EditorHead(get_page_title(session), theme)
        self.head.neighbour_wanted.connect(self._on_neighbour)
        self.head.copied.connect(self._on_copy)
        self.head.removed.connect(self._on_remove)
        self.form = ActivityForm(activity_list, item, session, messages, theme)
        self.form.focused.connect(self.focused)
        self.card = GrantCard(activity_list.spec.id, session, messages, theme)
        self.note = DistancesNote()
        self._side = QWidget()
        self._side_column = build_column(self._side, STRETCH, spacing=2)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GRID * 3)
        self._columns.addWidget(self.form, 1)
        self._columns.addWidget(self._side, 0)
        build_column(self, self.head, self._columns)
        for keys in BACK_KEYS:
            back = QShortcut(keys, self)
            back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            back.activated.connect(self.head.closed)
        self._arrange()
        # Only now: what is shown without a parent is a window of its own for a moment.
        self.card.setVisible(self.is_funded)
        self.note.setVisible(bool(self.form.widgets.grids))
        self.refresh()

    @property
    def key(self) -> Key:
        """The key of the title."""
        return Key(self.activity_list.spec.name, self.item)

    @property
    def is_funded(self) -> bool:
        """Whether a rule of the call pays for such activities."""
        spec = self.activity_list.spec
        lists = {spec.id, *self._session.form.lists_inside(spec.id)}
        return any(rule.binds.get("list") in lists for rule in self._session.pack.funding.rules)

    def refresh(self) -> None:
        """Show the present answers."""
        self.form.refresh()
        self._show_head()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft."""
        self.form.on_changes(keys)
        self._show_head()

    def show_grant(self, grant: Grant) -> None:
        """Show what the activity costs."""
        self.form.show_grant(grant)
        self.card.show_grant(grant, self.item)
        grids = self.form.widgets.grids.values()
        self.note.show_typed(tuple(line for grid in grids for line in grid.groups.list_typed()))

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings at their fields."""
        self.form.show_findings(findings)

    def set_width(self, width: int) -> None:
        """Put the grant beside the form, or above the travellers, for a width of the page."""
        self._arrange(is_beside=width >= SIDE_FROM * find_text_scale(self))

    def _arrange(self, *, is_beside: bool = True) -> None:
        if is_beside == self._is_beside:
            return
        self._is_beside = is_beside
        self._side.setVisible(is_beside)
        self._side.setFixedWidth(round(SIDE * find_text_scale(self)))
        self.card.set_narrow(is_narrow=not is_beside)
        self.head.set_narrow(is_narrow=not is_beside)
        self._show_head()
        if is_beside:
            for place, part in enumerate((self.card, self.note)):
                self._side_column.insertWidget(place, part)
        else:
            self.form.widgets.slot.addWidget(self.card)
            self.form.column.addWidget(self.note)

    def _on_neighbour(self, by: int) -> None:
        spec = self.activity_list.spec
        items = self._session.draft.items(spec.id)
        position = items.index(self.item) + by
        if 0 <= position < len(items):
            self.opened.emit(Key(spec.id, items[position]))

    def _on_copy(self) -> None:
        list_id = self.activity_list.spec.id
        self.opened.emit(Key(list_id, self._session.copy_item(list_id, self.item)))

    def _on_remove(self) -> None:
        # The page shows its list again when it hears of the change.
        self._session.remove_item(self.activity_list.spec.id, self.item)

    def _show_head(self) -> None:
        session, spec = self._session, self.activity_list.spec
        items = session.draft.items(spec.id)
        if self.item not in items:
            return
        number = format_item_number(session.draft, session.pack, spec.id, self.item)
        self.head.show_title(number, session.draft.text(spec.name, self.item))
        position = items.index(self.item)
        kind = session.texts.get(f"list.{spec.id}.one") if self._is_beside else ""
        text = self.tr("{0} {1} of {2}").format(kind, position + 1, len(items)).strip()
        is_last = position + 1 == len(items)
        self.head.show_position(text, is_first=position == 0, is_last=is_last)
