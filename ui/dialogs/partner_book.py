"""The partner book: choose an organisation met before, or take one out of the book."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from erasmus_desk.draft.search import fold_text
from erasmus_desk.i18n import formats
from erasmus_desk.storage.partner_book import Partner, PartnerBook

from ..i18n import plurals
from ..i18n.joined import join_parts
from ..widgets.accessibility import announce, set_accessible_name
from ..widgets.buttons import text_button
from ..widgets.labels import wrapped_label
from ..widgets.layouts import add_content, build_row
from ..widgets.text_kind import TextKind, mark_unspelled
from ..widgets.wrapped_items import fit_whole_rows, wrap_items
from .base import Dialog

PARTNER_ROLE = Qt.ItemDataRole.UserRole
MOST_ROWS = 8
"""Organisations that are seen without scrolling, where there is room."""
LIST_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
"""Keys that a line of text has no use for."""


class PartnerBookResult(Struct, frozen=True):
    """The organisation chosen, if any, and the book without those removed."""

    partner: Partner | None
    book: PartnerBook


class PartnerBookDialog(Dialog):
    """Organisations to search by name, city, number or country; a removal can be undone."""

    def __init__(self, parent: QWidget | None, book: PartnerBook, language: str) -> None:
        """Show the whole book; countries are named in `language`."""
        super().__init__(parent, 72)
        self.set_title(self.tr("Saved organisations"))
        self.book = book
        self.partner: Partner | None = None
        self._language = language
        self._undo_books: list[PartnerBook] = []
        self._build()
        self._fill()

    @classmethod
    def ask(cls, parent: QWidget | None, book: PartnerBook, language: str) -> PartnerBookResult:
        """Let the user choose; save the book of the result if it is another one."""
        dialog = cls(parent, book, language)
        dialog.run()
        return PartnerBookResult(dialog.partner, dialog.book)

    def _build(self) -> None:
        intro = self.tr(
            "Organisations you saved in any of your proposals. Click one to copy its answers "
            "into this proposal. The right mouse button only marks it."
        )
        self.body.addWidget(wrapped_label(intro, "quiet"))
        self.search_line = mark_unspelled(QLineEdit(), TextKind.SEARCH)
        self.search_line.setPlaceholderText(self.tr("Name, city, number or country"))
        self.search_line.setClearButtonEnabled(True)
        self.search_line.installEventFilter(self)
        set_accessible_name(self.search_line, self.tr("Search the saved organisations"))
        self.list = QListWidget()
        wrap_items(self.list)
        set_accessible_name(self.list, self.tr("List of saved organisations"))
        self.count_label = wrapped_label("", "quiet")
        self.removed_label = wrapped_label("")
        self.undo_button = text_button(self.tr("Undo"), self._on_undo)
        self.undo_row = QWidget()
        row = build_row(self.undo_row, self.removed_label, self.undo_button)
        row.setStretchFactor(self.removed_label, 1)
        # It keeps its space while hidden, so that nothing moves when it is shown; most names take
        # two lines.
        self.removed_label.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        policy = self.undo_row.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.undo_row.setSizePolicy(policy)
        self.undo_row.hide()
        add_content(self.body, self.search_line, self.list, self.count_label, self.undo_row)
        self.remove_button = self.add_button(self.tr("Remove organisation"), self._on_remove)
        self.close_button = self.add_button(self.tr("Close"), self.reject)
        self.use_button = self.add_button(self.tr("Add to proposal"), self._on_use, "primary")
        self.use_button.setDefault(True)
        self.search_line.setFocus()
        self.search_line.textChanged.connect(self._fill)
        self.list.currentRowChanged.connect(self._show_buttons)
        # Enter goes to the default button; only the mouse needs a signal of its own.
        self.list.itemClicked.connect(self._on_use)

    def fit(self, room: QSize) -> None:
        """Resize to the content's size, with as many whole organisations as there is room for."""
        # Twice: their texts wrap at the width that the dialog has after the first time.
        for _ in range(2):
            self.list.setFixedHeight(0)
            super().fit(room)
            fit_whole_rows(self.list, room.height() - self.height(), MOST_ROWS)
            if not self.list.count():
                self.list.setFixedHeight(self.fontMetrics().lineSpacing() * 4)
            super().fit(room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go through the list from the search line too."""
        is_press = event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in LIST_KEYS:
            return QCoreApplication.sendEvent(self.list, event)
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self.list.clear()
        matching = [partner for partner in self.book.partners if self._matches(partner)]
        for partner in matching:
            item = QListWidgetItem(self._describe(partner), self.list)
            item.setData(PARTNER_ROLE, partner)
        self.list.setCurrentRow(0)
        is_empty = not self.book.partners
        hint = self.tr(
            "No saved organisations yet. On the page of the organisations, "
            "choose “Save for other proposals”."
        )
        self.count_label.setText(hint if is_empty else plurals.partners(len(matching)))
        self._show_buttons()

    def _matches(self, partner: Partner) -> bool:
        """Return whether each word typed begins a word of the partner's details."""
        country = fold_text(self._country(partner)).split()
        return all(
            any(part.startswith(word) for part in country)
            or partner in PartnerBook((partner,)).find(word)
            for word in fold_text(self.search_line.text()).split()
        )

    def _country(self, partner: Partner) -> str:
        code = partner.role_values.get("country")
        return formats.name_country(code, self._language) if isinstance(code, str) and code else ""

    def _describe(self, partner: Partner) -> str:
        city = str(partner.role_values.get("city") or "")
        location = ", ".join(part for part in (city, self._country(partner)) if part)
        numbers = (f"{name.upper()} {one}" for name, one in partner.identifiers.items())
        details = join_parts(location, *numbers)
        return f"{partner.name}\n{details}" if details else partner.name

    def _current(self) -> Partner | None:
        item = self.list.currentItem()
        # PySide types it as never None; without rows it is.
        return item.data(PARTNER_ROLE) if self.list.count() and item else None

    def _show_buttons(self) -> None:
        is_chosen = self._current() is not None
        self.use_button.setEnabled(is_chosen)
        self.remove_button.setEnabled(is_chosen)
        self.undo_row.setVisible(bool(self._undo_books))

    def _on_use(self) -> None:
        self.partner = self._current()
        if self.partner is not None:
            self.accept()

    def _on_remove(self) -> None:
        partner = self._current()
        if partner is None:
            return
        self._undo_books.append(self.book)
        self.book = self.book.without(partner.id)
        message = self.tr("You removed {} from the saved organisations.").format(partner.name)
        self.removed_label.setText(message)
        announce(self, message)
        self._fill()
        self.list.setFocus()

    def _on_undo(self) -> None:
        self.book = self._undo_books.pop()
        self._fill()
        if self._undo_books:
            self.removed_label.setText(self.tr("You removed other organisations too."))
        self.search_line.setFocus()
