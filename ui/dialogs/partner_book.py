"""The partner book: choose an organisation met before, or take one out of the book."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from erasmus_desk.draft.search import plain
from erasmus_desk.i18n import formats
from erasmus_desk.storage.partner_book import Partner, PartnerBook

from ..i18n import plurals
from ..theme.theme import GRID
from ..widgets.accessibility import announce, name
from ..widgets.labels import wrapped
from .base import Dialog

PARTNER = Qt.ItemDataRole.UserRole


class BookAnswer(Struct, frozen=True):
    """The organisation chosen, if any, and the book as it is now: some may be taken out."""

    partner: Partner | None
    book: PartnerBook


class PartnerBookDialog(Dialog):
    """Organisations to search by name, city, PIC or country; what is removed can come back."""

    def __init__(self, parent: QWidget | None, book: PartnerBook, language: str) -> None:
        """Show the whole book; countries are named in `language`."""
        super().__init__(parent, 72)
        self.set_title(self.tr("Partner book"))
        self.book = book
        self.partner: Partner | None = None
        self._language = language
        self._before: list[PartnerBook] = []
        self._build()
        self._connect()
        self._fill()

    @classmethod
    def ask(cls, parent: QWidget | None, book: PartnerBook, language: str) -> BookAnswer:
        """Let the user choose; the book of the answer is to be saved if it is another one."""
        dialog = cls(parent, book, language)
        dialog.run()
        return BookAnswer(dialog.partner, dialog.book)

    def _build(self) -> None:
        intro = self.tr(
            "Organisations you have kept, from all your proposals. The answers of the one you "
            "choose are copied into this proposal."
        )
        self.body.addWidget(wrapped(intro, "quiet"))
        self.search_line = QLineEdit()
        self.search_line.setPlaceholderText(self.tr("Name, city, PIC or country"))
        self.search_line.setClearButtonEnabled(True)
        name(self.search_line, self.tr("Search the partner book"))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 8)
        name(self.list, self.tr("Organisations in the book"))
        self.count_label = wrapped("", "quiet")
        for widget in (self.search_line, self.list, self.count_label, self._undo_row()):
            self.body.addWidget(widget)
        self.remove_button = self.add_button(self.tr("Remove from the book"))
        self.close_button = self.add_button(self.tr("Close"))
        self.take_button = self.add_button(self.tr("Put into the proposal"), "primary")
        self.take_button.setDefault(True)
        self.search_line.setFocus()

    def _undo_row(self) -> QWidget:
        self.undo_row = QWidget()
        row = QHBoxLayout(self.undo_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        self.removed_label = wrapped("")
        self.undo_button = QPushButton(self.tr("Put it back"))
        row.addWidget(self.removed_label, 1)
        row.addWidget(self.undo_button)
        # Its room is kept, so that it comes into view and moves nothing when it comes.
        policy = self.undo_row.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.undo_row.setSizePolicy(policy)
        self.undo_row.hide()
        return self.undo_row

    def _connect(self) -> None:
        self.search_line.textChanged.connect(self._fill)
        self.list.currentRowChanged.connect(self._show_buttons)
        # Enter goes to the default button; only the mouse needs a signal of its own.
        self.list.itemDoubleClicked.connect(self._on_take)
        self.take_button.clicked.connect(self._on_take)
        self.remove_button.clicked.connect(self._on_remove)
        self.undo_button.clicked.connect(self._on_undo)
        self.close_button.clicked.connect(self.reject)

    def _fill(self) -> None:
        self.list.clear()
        found = [one for one in self.book.partners if self._fits(one)]
        for partner in found:
            item = QListWidgetItem(self._line(partner), self.list)
            item.setData(PARTNER, partner)
        self.list.setCurrentRow(0)
        is_empty = not self.book.partners
        nobody = self.tr("The book is empty. On the page of the organisations you can keep one.")
        self.count_label.setText(nobody if is_empty else plurals.partners(len(found)))
        self._show_buttons()

    def _fits(self, partner: Partner) -> bool:
        """Tell whether each word typed begins a word of the partner, as the book finds it."""
        country = plain(self._country(partner)).split()
        return all(
            any(part.startswith(word) for part in country)
            or partner in PartnerBook((partner,)).find(word)
            for word in plain(self.search_line.text()).split()
        )

    def _country(self, partner: Partner) -> str:
        code = partner.parts.get("country")
        return formats.country(code, self._language) if isinstance(code, str) and code else ""

    def _line(self, partner: Partner) -> str:
        city, pic = (str(partner.parts.get(part) or "") for part in ("city", "pic"))
        place = ", ".join(part for part in (city, self._country(partner)) if part)
        number = self.tr("PIC {}").format(pic) if pic else ""
        under = "  ·  ".join(part for part in (place, number) if part)
        return f"{partner.name}\n{under}" if under else partner.name

    def _current(self) -> Partner | None:
        item = self.list.currentItem()
        # Typed as if it were always there; without rows it is not.
        return item.data(PARTNER) if self.list.count() and item else None

    def _show_buttons(self) -> None:
        is_chosen = self._current() is not None
        self.take_button.setEnabled(is_chosen)
        self.remove_button.setEnabled(is_chosen)
        self.undo_row.setVisible(bool(self._before))

    def _on_take(self) -> None:
        self.partner = self._current()
        if self.partner is not None:
            self.accept()

    def _on_remove(self) -> None:
        partner = self._current()
        if partner is None:
            return
        self._before.append(self.book)
        self.book = self.book.without(partner.id)
        said = self.tr("{} is no longer in the book.").format(partner.name)
        self.removed_label.setText(said)
        announce(self, said)
        self._fill()
        self.list.setFocus()

    def _on_undo(self) -> None:
        self.book = self._before.pop()
        self._fill()
        if self._before:
            self.removed_label.setText(self.tr("Others are still out of the book."))
        self.search_line.setFocus()
