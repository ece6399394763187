"""The base classes of the pages of a draft, and of the cards on them."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from erasmus_desk.draft.model import Key

from ..fields.values import Remark
from ..theme.theme import GRID, set_role
from ..widgets.layouts import Content, Margins, build_column, is_hidden_in
from ..widgets.scroll_page import ScrollPage

FieldFindings: TypeAlias = "dict[Key, tuple[Remark, ...]]"
"""Findings to show at the fields, by the key of the answer."""
CARD_MARGINS = (2, 2, 2, 2)
FLAT_CARD_MARGINS = (2, 1, 2, 1)


class Card(QFrame):
    """A frame with its content in a column; margins and spacing in steps of the grid."""

    def __init__(
        self,
        *content: Content,
        margins: Margins = CARD_MARGINS,
        spacing: float | None = None,
        role: str = "card",
    ) -> None:
        super().__init__()
        set_role(self, role)
        self.column = build_column(self, *content, margins=margins, spacing=spacing)


class Page(ScrollPage):
    """A page of the open draft: it shows answers and findings, and asks to jump to others."""

    needs_width: ClassVar[bool] = False
    """Whether guidance is folded beside the page until the user asks for it."""

    focused = Signal(object)
    """The key of the field that got the focus; the guidance pane follows it."""
    jump_requested = Signal(object)
    """A key to show, on this page or on another one."""
    checks_requested = Signal()
    fix_requested = Signal(object)
    """The `Entry` whose field is to be shown."""
    cancel_requested = Signal()
    """Close the page without changing the draft."""
    workbook_requested = Signal()
    picture_requested = Signal(object, object)
    """The path of a picture, and the picture."""
    partner_book_requested = Signal()
    """Add an organisation from the partner book."""
    partner_save_requested = Signal(str)
    """The item to save in the partner book."""

    def __init__(
        self,
        title: str,
        intro: str = "",
        *,
        is_centred: bool = False,
        is_full_height: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            title, intro, is_centred=is_centred, is_full_height=is_full_height, parent=parent
        )
        self._keeps_focus_visible = False
        self.is_covered = False
        """Whether the focus mode lies over it: it is refreshed after that, not with each key."""
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._on_range_changed)
        # Once more when its layout is done too: of a new page it comes after the range.
        bar.rangeChanged.connect(self._on_range_changed, Qt.ConnectionType.QueuedConnection)
        bar.actionTriggered.connect(self._on_scrolled)

    def read_choices(self) -> object:
        """Return what the user chose here that is not in the draft, for a page built anew."""
        return None

    def take_choices(self, choices: object) -> None:
        """Choose what was chosen on the page that this one takes the place of, before it shows."""

    def refresh(self) -> None:
        """Show the current draft; called when the page is shown."""

    def describe_aloud(self) -> str:
        """Return what a screen reader is told when the page is shown."""
        return self.title_label.text()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft while the page is shown."""

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings at their fields."""

    def reveal(self, _key: Key) -> bool:
        """Show a change by undo or redo here; return False to show the page of the answer."""
        return False

    def show_key(self, _key: Key) -> bool:
        """Scroll to an answer and focus it; return whether it is on this page."""
        return False

    def choose(self, _item: str) -> None:
        """Show an item of the list on this page."""

    def bring_into_view(self, widget: QWidget | None) -> bool:
        """Scroll to a widget and focus it; return False if it is None or not on the screen.

        What is not asked now is hidden: the focus in it would be nowhere.
        """
        if widget is None or is_hidden_in(widget, self):
            return False
        widget.setFocus()
        self._keeps_focus_visible = True
        content = self.widget()
        if content is not None and widget.height() + GRID * 10 > self.viewport().height():
            # Of what is higher than the page the beginning is shown, and where the cursor is.
            top = widget.mapTo(content, QPoint(0, 0)).y()
            self.verticalScrollBar().setValue(top - GRID * 2)
            self._on_range_changed()
        else:
            self.ensureWidgetVisible(widget, 0, GRID * 10)
        return True

    def _on_range_changed(self) -> None:
        """Keep the focused widget in view while boxes above it grow, until the user scrolls."""
        widget: QWidget | None = self.focusWidget()
        if self._keeps_focus_visible and widget:
            self.ensureWidgetVisible(widget, 0, GRID * 10)

    def _on_scrolled(self) -> None:
        self._keeps_focus_visible = False
