"""The controller of the open draft: steps, search and partner book."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from erasmus_desk.draft.model import Key
from erasmus_desk.errors import SaveError
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage import partner_book
from erasmus_desk.storage.partner_book import PartnerBook

from ..dialogs.partner_book import PartnerBookDialog
from ..dialogs.search_panel import SearchPanel
from ..main_window.window import MainWindow
from ..pages.base import Page
from ..pages.form.list_page import ListPage


class EditingController(QObject):
    """Acts on the draft that is open; without one it does nothing."""

    def __init__(self, window: MainWindow, paths: AppPaths) -> None:
        super().__init__(window)
        self._window = window
        self._paths = paths
        self._search: SearchPanel | None = None
        window.draft_closed.connect(self.close_search)

    def attach(self, page: Page) -> None:
        """Connect to the signals of a page."""
        if isinstance(page, ListPage):
            page.item_list.partner_book_requested.connect(self.add_from_partner_book)
            page.item_list.partner_save_requested.connect(self.save_to_partner_book)

    def switch_focus(self) -> None:
        """Move the focus between the list of steps and the page."""
        editor = self._window.editor
        if editor is None:
            return
        if editor.step_list.view.hasFocus():
            page = editor.current_page()
            if page is not None:
                page.focus_first()
        else:
            editor.step_list.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_search(self) -> None:
        """Show the search panel."""
        opened, editor = self._window.opened, self._window.editor
        if opened is None or editor is None:
            return
        if self._search is None:
            self._search = SearchPanel(opened.session, self._window.theme)
            self._search.chosen.connect(self._on_found)
            self._search.closed.connect(self.close_search)
            editor.show_search(self._search)
        self._search.focus_first()

    def close_search(self) -> None:
        """Close the search panel, if it is open."""
        if self._search is not None:
            self._search.deleteLater()
            self._search = None

    def add_from_partner_book(self) -> None:
        """Add an organisation from the partner book, as one undo step."""
        opened, editor = self._window.opened, self._window.editor
        if opened is None or editor is None:
            return
        book = partner_book.load(self._paths.partner_book).book
        choice = PartnerBookDialog.ask(self._window, book, self._window.language)
        if choice.book != book:
            self._save_book(choice.book)
        if choice.partner is not None:
            session = opened.session
            values = dict(choice.partner.get_answers(session.pack))
            item = session.add_item(session.pack.role("organisations"), values=values)
            editor.show_key(Key(session.pack.role("organisation_name"), item))

    def save_to_partner_book(self, item: str) -> None:
        """Save an organisation of the draft for other drafts."""
        opened = self._window.opened
        if opened is None:
            return
        session = opened.session
        book = partner_book.load(self._paths.partner_book).book
        if self._save_book(book.remember(session.draft, session.pack, item)):
            name = session.draft.text(session.pack.role("organisation_name"), item)
            text = self.tr("{} is saved. You can add it to any proposal.").format(name)
            self._window.notify("book", text)

    def _save_book(self, book: PartnerBook) -> bool:
        try:
            partner_book.save(book, self._paths.partner_book)
        except SaveError as problem:
            self._window.show_error(problem)
            return False
        return True

    def _on_found(self, key: Key) -> None:
        if self._window.editor is not None:
            self._window.editor.show_key(key)
