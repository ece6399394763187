"""The copy desk: the answers go into the online form field by field, in its order."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from erasmus_desk.draft.copying import is_copying_key
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n import formats

from ...i18n import plurals
from ...session.check_runner import CheckRunner
from ...session.session import Session
from ...theme.theme import COLUMN_WIDTH, GRID, Theme, find_text_scale, set_role
from ...widgets.buttons import icon_size, push_button, text_button
from ...widgets.flow_layout import FlowLayout
from ...widgets.labels import short_label, wrapped_label
from ...widgets.layouts import STRETCH, WIDE_STRETCH, build_column, build_row
from ...widgets.scroll_page import set_up_scroll_area
from ...widgets.share_bar import ShareBar
from ..base import Page
from . import texts
from .card import FieldCard
from .desk import CopyDesk
from .last_hours import LastHoursCard
from .small_window import SmallWindow
from .tree import FieldTree, build_nodes

TREE_WIDTH = 312
"""Pixels of the fields beside the current one at 100 %."""
NARROW = 720
"""Pixels of the page at 100 % below which the fields are shown in place of the current one."""
LEAST_HEIGHT = GRID * 8
"""Pixels of the fields and of the current one in a low window."""
MAX_WIDTH = 16_777_215
"""Pixels that Qt takes as no maximum."""


class ChangedNotice(QFrame):
    """Says which answers changed after copying, and leads to the first of them."""

    def __init__(self, desk: CopyDesk, theme: Theme) -> None:
        super().__init__()
        set_role(self, "notice")
        self._desk = desk
        sign = QLabel(pixmap=theme.warm_icon("refresh-cw").pixmap(icon_size(), icon_size()))
        self.text_label = wrapped_label("")
        self.show_button = text_button(self.tr("Show"), self._on_show)
        desk.leave_keys(self.show_button)
        parts = (sign, self.text_label, self.show_button)
        build_row(self, *parts, margins=(2, 1, 1, 1), spacing=1.5).setStretch(1, 1)

    def refresh(self) -> None:
        """Show what changed, if anything but the current field did."""
        changed = self._desk.find_changed()
        self.setVisible(bool(changed))
        if len(changed) == 1:
            name = texts.name_field(changed[0], self._desk.session)
            language = self._desk.session.texts.language
            state = texts.describe_state(changed[0], language)
            self.text_label.setText(formats.join_label(name, state, language))
        elif changed:
            self.text_label.setText(plurals.changed_copies(len(changed)))

    def _on_show(self) -> None:
        changed = self._desk.find_changed()
        if changed:
            self._desk.choose(changed[0].visible.key)


class CopyDeskPage(Page):
    """Shows all fields with how far they are, and the current one with its answer."""

    needs_width: ClassVar[bool] = True

    context_requested = Signal(object)
    """The `CopyDesk` that is to be told in what words it shows the answers."""

    def __init__(self, session: Session, checks: CheckRunner, theme: Theme) -> None:
        super().__init__(texts.get_page_title(), is_full_height=True)
        self._session, self._theme = session, theme
        self.desk = CopyDesk(session, self)
        self.desk.context_requested.connect(self._on_context_requested)
        self.small_window: SmallWindow | None = None
        self._shows_tree = False
        self._build()
        self.desk.add_keys(self, self._on_enter)
        self.desk.changed.connect(self._show_desk)
        self.desk.moved.connect(self._show_current)
        checks.finished.connect(self._on_checked)

    def _build(self) -> None:
        theme, desk = self._theme, self.desk
        self.tree = FieldTree(theme)
        self.tree.chosen.connect(self.desk.choose)
        self.tree.clicked.connect(self._on_clicked)
        self.small_button = push_button(theme.icon("pin"), self.tr("Small window on top"))
        self.small_button.clicked.connect(self.show_small_window)
        desk.leave_keys(self.small_button)
        self.count_label = short_label("", "quiet")
        self.bar = ShareBar(theme)
        self.bar.setFixedWidth(GRID * 16)
        self.fields_button = text_button(self.tr("All fields"), self._on_fields)
        self.card = FieldCard(desk, theme)
        self.nothing_label = wrapped_label(self.tr("There is nothing to copy yet."), "quiet")
        self.notice = ChangedNotice(desk, theme)
        hint = self.tr(
            "Erasmus Desk does not connect to the online form. Log in there and paste field by "
            "field. Line breaks and “- ” lists are kept; everything else is plain text."
        )
        self.last_hours = LastHoursCard(self._session)
        self.last_hours.jump_requested.connect(self.jump_requested)
        desk.leave_keys(self.last_hours.papers_button)
        head = QWidget()
        counts = (self.bar, self.count_label)
        FlowLayout(head, *counts, self.fields_button, self.small_button, has_end=True)
        self.set_beside_title(head)
        below = (self.notice, wrapped_label(hint, "quiet"), self.last_hours)
        content, sheet = QWidget(), QWidget()
        parts = (self.nothing_label, self.card, *below, STRETCH)
        build_column(sheet, *parts, margins=(0, 0, 1, 3), spacing=1.5)
        sheet.setMaximumWidth(round(COLUMN_WIDTH * find_text_scale(self)))
        build_row(content, sheet, STRETCH, spacing=0).setStretchFactor(sheet, WIDE_STRETCH)
        for part in (content, sheet):
            set_role(part, "page")
        self.area = QScrollArea()
        set_up_scroll_area(self.area)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(content)
        for part in (self.tree, self.area):
            # In a low window these two scroll, not the page around them too.
            part.setMinimumHeight(LEAST_HEIGHT)
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        row = build_row(None, self.tree, self.area, spacing=3)
        row.setStretchFactor(self.area, 1)
        self.column.addLayout(row, 1)

    def refresh(self) -> None:
        """Show the current draft."""
        self.desk.refresh()
        self.last_hours.refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after an edit; what the desk itself notes is shown already."""
        if not all(map(is_copying_key, keys)):
            self.refresh()

    def read_choices(self) -> Key | None:
        """Return the current field."""
        return self.desk.current.visible.key if self.desk.current is not None else None

    def take_choices(self, choices: object) -> None:
        """Show the field that was shown before."""
        if isinstance(choices, Key):
            self.desk.refresh()
            self.desk.choose(choices)

    def reveal(self, key: Key) -> bool:
        """Show here what undo or redo changed, if it is a field."""
        return self.show_key(key)

    def show_key(self, key: Key) -> bool:
        """Show the field of an answer."""
        self.desk.choose(key)
        return self.desk.current is not None and self.desk.current.visible.key == key

    def show_small_window(self) -> None:
        """Show the small window beside the browser, with the same field."""
        if self.small_window is None:
            self.small_window = SmallWindow(self.desk, self._theme)
            # It has no parent, and goes with the page all the same: at once, as its keys would
            # copy from a proposal that is closed.
            self.destroyed.connect(self.small_window.hide)
            self.destroyed.connect(self.small_window.deleteLater)
        self.small_window.show_field()
        self.small_window.show()
        self.small_window.raise_()
        self.small_window.activateWindow()
        self.small_window.buttons.next_button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fields beside the current one, or show one of both."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        scale = find_text_scale(self)
        is_narrow = self.width() < NARROW * scale
        self.fields_button.setVisible(is_narrow)
        self.tree.setVisible(not is_narrow or self._shows_tree)
        self.area.setVisible(not is_narrow or not self._shows_tree)
        self.tree.setMaximumWidth(MAX_WIDTH if is_narrow else round(TREE_WIDTH * scale))
        self.tree.setMinimumWidth(0 if is_narrow else round(TREE_WIDTH * scale))

    def _show_desk(self) -> None:
        desk = self.desk
        copied, total = desk.counts
        self.count_label.setText(texts.format_counts(copied, total))
        is_done = copied == total > 0
        self.bar.show_share(
            copied / total if total else 0, self.count_label.text(), is_good=is_done
        )
        self.tree.show_nodes(tuple(build_nodes(desk.fields, self._session)))
        self.nothing_label.setVisible(not desk.fields)
        self._show_current()

    def _show_current(self) -> None:
        desk = self.desk
        key = desk.current.visible.key if desk.current is not None else None
        self.tree.show_current(key)
        self.card.show_field()
        self.notice.refresh()
        if key is not None and self.isVisible():
            self.focused.emit(key)

    def _on_clicked(self, index: QModelIndex) -> None:
        node = self.tree.node(index)
        if node is not None and node.key is not None:
            self._show_card()

    def _on_enter(self) -> None:
        if self.area.isVisible():
            self.desk.press_enter(self)
        else:
            self._show_card()

    def _show_card(self) -> None:
        """Show the current field again, where the tree was in its place."""
        if self._shows_tree:
            self._shows_tree = False
            self._arrange()
            self.focus_first()

    def _on_fields(self) -> None:
        self._shows_tree = True
        self._arrange()
        self.tree.setFocus()

    def _on_context_requested(self) -> None:
        self.context_requested.emit(self.desk)

    def _on_checked(self) -> None:
        """Follow what is typed elsewhere while the small window is open."""
        if self.small_window is not None and self.small_window.isVisible():
            self.desk.refresh()
