"""The partner book: choose an organisation met before, or take one out of the book."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QWidget

from erasmus_desk.book.partners import Partner, PartnerBook

from ..access import name
from ..labels import wrapped
from ..theme import GRID
from .frame import Dialog

PARTNER = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class BookAnswer:
    """The organisation chosen, if any, and the book as it is now: some may be taken out."""

    partner: Partner | None
    book: PartnerBook


class PartnerBookDialog(Dialog):
    """Organisations to search by name, city, PIC or country; what is removed can come back."""

    def __init__(self, parent: QWidget | None, book: PartnerBook, language: str) -> None:
        """Show the whole book; countries are named in `language`."""
        super().__init__(parent, "", 72)
        self.setWindowTitle(self.tr("Partner book"))
        self.setAccessibleName(self.windowTitle())
        self._language = language
        self._before: PartnerBook | None = None
        self.book = book
        self.partner: Partner | None = None
        self._build()
        self._connect()
        self._fill()

    @classmethod
    def ask(cls, parent: QWidget | None, book: PartnerBook, language: str) -> BookAnswer:
        """Let the user choose; the book of the answer is to be saved if it is another one."""
        dialog = cls(parent, book, language)
        dialog.exec()
        answer = BookAnswer(dialog.partner, dialog.book)
        dialog.deleteLater()
        return answer

    def _build(self) -> None:
        self.body.addWidget(
            wrapped(
                self.tr(
                    "Organisations you have kept, from all your proposals. Their answers are "
                    "copied into this proposal; the book itself stays as it is."
                ),
                "quiet",
            )
        )
        self.search_line = QLineEdit()
        self.search_line.setPlaceholderText(self.tr("Name, city, PIC or country"))
        self.search_line.setClearButtonEnabled(True)
        name(self.search_line, self.tr("Search the partner book"))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        name(self.list, self.tr("Organisations in the book"))
        self.count_label = wrapped("", "quiet")
        self.undo_row = QWidget()
        row = QHBoxLayout(self.undo_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        self.removed_label = wrapped("")
        row.addWidget(self.removed_label, 1)
        for widget in (self.search_line, self.list, self.count_label, self.undo_row):
            self.body.addWidget(widget)
        self.remove_button = self.add_button(self.tr("Remove from the book"))
        self.close_button = self.add_button(self.tr("Close"))
        self.take_button = self.add_button(self.tr("Put into the proposal"), "primary")
        self.undo_button = self.add_button(self.tr("Undo"))
        row.addWidget(self.undo_button)
        self.undo_row.hide()
        self.search_line.setFocus()

    def _connect(self) -> None:
        self.search_line.textChanged.connect(self._fill)
        self.list.currentRowChanged.connect(self._show_buttons)
        self.list.itemActivated.connect(self._on_take)
        self.take_button.clicked.connect(self._on_take)
        self.remove_button.clicked.connect(self._on_remove)
        self.undo_button.clicked.connect(self._on_undo)
        self.close_button.clicked.connect(self.reject)

    def _fill(self) -> None:
        """Show what fits the words typed: the book's own search, or the country."""
        wanted = self.search_line.text()
        found = set(self.book.find(wanted))
