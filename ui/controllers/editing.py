"""What can be done with the open draft: find, check, and the partner book."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QObject

from erasmus_desk.draft.model import Key
from erasmus_desk.errors import SaveError
from erasmus_desk.paths import Places
from erasmus_desk.storage import partner_book
from erasmus_desk.storage.partner_book import PartnerBook

from ..dialogs.partner_book import PartnerBookDialog
from ..dialogs.search_panel import SearchPanel
from ..main_window.notice_bar import Notice
from ..main_window.window import Window


class DeskWork(QObject):
    """Acts on whatever draft the window has open; without one it does nothing."""

    def __init__(self, window: Window, places: Places) -> None:
        """Serve a window."""
        super().__init__(window)
        self._window = window
        self._places = places
        self._search: SearchPanel | None = None
        window.book_wanted.connect(self.take_from_book)
        window.remembered.connect(self.keep_in_book)
        window.draft_closed.connect(self.close_search)

    def check(self) -> None:
        """Show the review."""
        if self._window.desk is not None:
            self._window.desk.check()

    def word(self) -> None:
        """Show the Word page."""
        if self._window.desk is not None:
            self._window.desk.show_word()

    def guidance(self) -> None:
        """Fold the guidance away or show it."""
        if self._window.desk is not None:
            self._window.desk.toggle_guidance()

    def previous(self) -> None:
        """Show the step before."""
        if self._window.desk is not None:
            self._window.desk.show_previous()

    def next(self) -> None:
        """Show the next step."""
        if self._window.desk is not None:
            self._window.desk.show_next()

    def focus_steps(self) -> None:
        """Move the focus between the list of steps and the page."""
        desk = self._window.desk
        if desk is None:
            return
        if desk.navigator.view.hasFocus():
            page = desk.page_widget()
            if page is not None:
                page.focus_first()
        else:
            desk.navigator.view.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)

    def find(self) -> None:
        """Show the search over all answers."""
        opened, desk = self._window.opened, self._window.desk
        if opened is None or desk is None:
            return
        if self._search is None:
            self._search = SearchPanel(opened.session, self._window.look)
            self._search.chosen.connect(self._on_found)
            self._search.closed.connect(self.close_search)
            desk.show_search(self._search)
        self._search.focus_first()

    def close_search(self) -> None:
        """Take the search away."""
        if self._search is not None:
            self._search.deleteLater()
            self._search = None

    def take_from_book(self) -> None:
        """Add an organisation from the partner book, as one undo step."""
        opened, desk = self._window.opened, self._window.desk
        if opened is None or desk is None:
            return

        book = partner_book.load(self._places.partner_book).book
        picked = PartnerBookDialog.ask(self._window, book, self._window.language)
        if picked.book != book:
            self._save_book(picked.book)
        if picked.partner is not None:
            session = opened.session
            values = dict(picked.partner.answers(session.pack))
            item = session.add_item(session.pack.role("organisations"), values=values)
            desk.show_key(Key(session.pack.role("organisation_name"), item))

    def keep_in_book(self, item: str) -> None:
        """Remember an organisation of the draft for other drafts."""
        opened = self._window.opened
        if opened is None:
            return

        session = opened.session
        book = partner_book.load(self._places.partner_book).book
        if self._save_book(book.remember(session.draft, session.pack, item)):
            name = session.draft.text(session.pack.role("organisation_name"), item)
            said = self.tr("{} is in the partner book now.").format(name)
            self._window.notices.show_notice(Notice("book", said))

    def _save_book(self, book: PartnerBook) -> bool:

        try:
            partner_book.save(book, self._places.partner_book)
        except SaveError as problem:
            self._window.tell(problem)
            return False
        return True

    def _on_found(self, key: Key) -> None:
        if self._window.desk is not None:
            self._window.desk.show_key(key)
