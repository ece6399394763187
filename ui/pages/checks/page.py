"""The page of the checks: a list of what to do by groups, and how far it is to three goals."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct
from PySide6.QtCore import QTime
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QPushButton, QWidget

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.search import fold_text
from erasmus_desk.i18n.messages import Messages

from ...session.check_runner import CheckRunner
from ...session.session import Session
from ...theme.theme import GRID, Theme, find_text_scale
from ...widgets.accessibility import announce, set_accessible_name
from ...widgets.buttons import ButtonLines, push_button, text_button
from ...widgets.labels import wrapped_label
from ...widgets.layouts import STRETCH, add_content, build_column, build_row
from ...widgets.selectors import ComboBox
from ..base import Page
from ..table_model import build_search_line
from .finish_lines import FinishLineRow, name_lines
from .model import Entry, Group, build_entries, describe_count, matches, name_partner
from .problem_list import ProblemList

ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
TWO_COLUMNS, MAX_WIDTH, MAX_NAME = 1000, 1440, 280
"""Widths of the page in pixels at 100 % from which the goals are beside the list, and its most."""
NARROW = 620
"""Width of the page in pixels at 100 % below which what is beside the title is below it."""
ALL = ""


class Filters(Struct, frozen=True):
    """What is shown of the problems: a group, an organisation, words; empty for all."""

    group: str
    partner: str
    words: str


class ChecksPage(Page):
    """Lists the problems by groups and sections; each leads to its field."""

    needs_width: ClassVar[bool] = True

    def __init__(
        self, session: Session, runner: CheckRunner, messages: Messages, theme: Theme
    ) -> None:
        super().__init__("", is_centred=True)
        self.limit_column(MAX_WIDTH)
        self.set_title(self.tr("Check"))
        self._session, self._runner = session, runner
        self._messages, self._theme = messages, theme
        self.entries: tuple[Entry, ...] = ()
        self._band: tuple[bool, bool] | None = None
        self._last: tuple[str, Key] | None = None
        """The problem that the user went to from here."""
        self._build_head()
        self._build_columns()
        runner.finished.connect(self._on_checked)

    def _build_head(self) -> None:
        self.time_label = wrapped_label("", "quiet")
        self.partner_box = ComboBox()
        set_accessible_name(self.partner_box, self.tr("Show one organisation"))
        # Long names of organisations must not make the page wider.
        self.partner_box.setMinimumWidth(GRID * 8)
        self.partner_box.activated.connect(self._show_list)
        self.search_line = build_search_line(
            self._theme, self.tr("Find"), self.tr("Find in the problems")
        )
        self.search_line.textChanged.connect(self._show_list)
        self.take_title()
        titled = build_row(None, self.title_label, self.time_label, spacing=2)
        titled.setStretch(1, 1)
        self._head = QBoxLayout(ACROSS)
        self._head.setSpacing(GRID)
        self._head.addLayout(titled, 1)
        self._head.addWidget(self.partner_box)
        self._head.addWidget(self.search_line)
        self._filters = QButtonGroup(self)
        self.filter_buttons: dict[str, QPushButton] = {}
        for name in (ALL, *Group):
            button = build_filter(name, self._theme)
            button.clicked.connect(self._show_list)
            self._filters.addButton(button)
            self.filter_buttons[name] = button
        self.filter_buttons[ALL].setChecked(True)
        self._chips = ButtonLines(*self.filter_buttons.values())
        add_content(self.column, self._head, self._chips)
        self.column.setSpacing(GRID * 2)

    def _build_columns(self) -> None:
        self.list = ProblemList(self._session, self._theme)
        self.list.chosen.connect(self._on_chosen)
        self._side = QWidget()
        self.line_rows = tuple(
            FinishLineRow(line, *texts, self._theme) for line, texts in name_lines().items()
        )
        note = self.tr("What you have not answered yet is counted. It is nowhere marked as wrong.")
        build_column(
            self._side,
            wrapped_label(self.tr("How far you are"), "heading"),
            *self.line_rows,
            wrapped_label(note, "quiet"),
            STRETCH,
            spacing=0,
        )
        self._columns = QBoxLayout(ACROSS)
        self._columns.setSpacing(GRID * 4)
        self._columns.addWidget(self.list)
        self._columns.addWidget(self._side)
        self.column.addLayout(self._columns)

    def read_choices(self) -> Filters:
        """Return what is shown of the problems."""
        return Filters(self.group, self.partner, self.search_line.text())

    def take_choices(self, choices: object) -> None:
        """Show of the problems what was shown before."""
        if isinstance(choices, Filters):
            self.filter_buttons[choices.group].setChecked(True)
            self.partner_box.addItem("", choices.partner)
            self.search_line.setText(choices.words)

    def refresh(self) -> None:
        """Run the checks and show what they found."""
        self._runner.run_now()
        self._fill()

    def describe_aloud(self) -> str:
        """Return the title, and how much was found."""
        return f"{super().describe_aloud()}. {describe_count(self.entries)}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def focus_first(self) -> None:
        """Set the focus on the problem that the user went to from here, else on the title."""
        row = self.list.find_row(self._last) if self._last is not None else None
        self._last = None
        if row is None:
            super().focus_first()
        else:
            self.bring_into_view(row.go_button)

    def _on_checked(self) -> None:
        if self.isVisible():
            before = len(self.entries)
            self._fill()
            if len(self.entries) != before:
                announce(self, describe_count(self.entries))

    def _fill(self) -> None:
        clock = QTime.currentTime().toString("HH:mm")
        self.entries = build_entries(self._session, self._runner, self._messages)
        checked = self.tr("Checked at {}").format(clock)
        self.time_label.setText(f"{describe_count(self.entries)} {checked}")
        self._show_partners()
        is_first = True
        for row, progress in zip(self.line_rows, self._runner.progress.lines, strict=True):
            row.show_progress(progress, self._session, is_first=is_first)
            is_first = is_first and not progress.left
        self._show_list()

    def _show_partners(self) -> None:
        session, box = self._session, self.partner_box
        items = session.draft.items(session.pack.role("organisations"))
        named = [(self.tr("All organisations"), "")]
        named += [(name_partner(item, session), item) for item in items]
        if [(box.itemText(at), box.itemData(at)) for at in range(box.count())] != named:
            chosen = self.partner
            box.clear()
            for name, item in named:
                box.addItem(name, item)
            box.setCurrentIndex(max(box.findData(chosen), 0))
        box.setVisible(bool(items))

    @property
    def partner(self) -> str:
        """The organisation whose problems are shown, or empty for all."""
        return str(self.partner_box.currentData() or "")

    @property
    def group(self) -> str:
        """The group that is shown, or empty for all."""
        return next((name for name, one in self.filter_buttons.items() if one.isChecked()), ALL)

    def _show_list(self) -> None:
        words = fold_text(self.search_line.text()).split()
        shown = tuple(
            one for one in self.entries if matches(one, self._session, self.partner, words)
        )
        self._name_filters(shown)
        if self.group:
            shown = tuple(one for one in shown if one.group == self.group)
        self.list.show_entries(shown, is_narrowed=bool(words or self.partner or self.group))

    def _name_filters(self, shown: tuple[Entry, ...]) -> None:
        counts = [(ALL, self.tr("All"), len(shown))]
        counts += [
            (group, title, sum(one.group is group for one in shown))
            for group, title in self.list.name_groups().items()
        ]
        for name, title, count in counts:
            button = self.filter_buttons[name]
            button.setText(f"{title} {count}")
            button.setVisible(bool(count) or not name or button.isChecked())

    def _on_chosen(self, entry: Entry) -> None:
        self._last = entry.id
        self.fix_requested.emit(entry)

    def _arrange(self) -> None:
        """Choose the columns by the width of the page and the size of the text."""
        scale = find_text_scale(self)
        width = self.width() / scale
        is_beside = width >= TWO_COLUMNS
        is_narrow = width < NARROW
        if (is_beside, is_narrow) == self._band:
            return
        self._band = (is_beside, is_narrow)
        self.partner_box.setMaximumWidth(MAX_WIDTH if is_narrow else round(MAX_NAME * scale))
        self._columns.setDirection(ACROSS if is_beside else DOWN)
        self._columns.setStretch(0, 7 if is_beside else 0)
        self._columns.setStretch(1, 3 if is_beside else 0)
        self._head.setDirection(DOWN if is_narrow else ACROSS)
        self._head.setStretch(0, 0 if is_narrow else 1)


def build_filter(group: str, theme: Theme) -> QPushButton:
    """Build the button that shows one group alone, or all of them."""
    ink = theme.colours.warm if group == Group.WRONG else theme.colours.quiet
    icon = theme.icons.icon(group, ink) if group else None
    button = push_button(icon, "", "chip") if icon is not None else text_button("", role="chip")
    button.setCheckable(True)
    return button
