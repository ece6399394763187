"""The controller of proposals whose file is gone: cards on the home page, and the way back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject

from erasmus_desk.errors import JournalError
from erasmus_desk.moments import to_local
from erasmus_desk.path_checks import is_folder
from erasmus_desk.storage import lost_files
from erasmus_desk.storage.draft_history import DraftHistory
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.lost_files import LostFile

from ..dialogs.save_path import ask_draft_path
from ..i18n.dates import format_moment
from ..main_window.home_page import HomePage
from ..main_window.recovery_list import BRING_BACK, LostText
from ..main_window.window import MainWindow

TOPIC = "brought-back"


class Offers(Protocol):
    """Offers of unsaved work."""

    @property
    def offered_ids(self) -> tuple[str, ...]:
        """The ids of the drafts that have one."""
        ...


def show_lost_files(
    window: MainWindow, home: HomePage, journal: Journal, offers: Offers | None
) -> None:
    """Show the drafts whose file is gone, without those that have an offer of unsaved work."""
    others = offers.offered_ids if offers is not None else ()
    LostFilesController(window, home, journal, others)


class LostFilesController(QObject):
    """Shows the cards of one home page, and does what they ask for."""

    def __init__(
        self, window: MainWindow, home: HomePage, journal: Journal, others: tuple[str, ...]
    ) -> None:
        """Leave out the drafts with the ids `others`, which are offered already."""
        super().__init__(home)
        self._window, self._home, self._others = window, home, others
        self._journal = journal
        self._lost: dict[str, LostFile] = {}
        home.proposals.lost_answered.connect(self._on_answered)
        self.show()

    def show(self) -> None:
        """Find the drafts whose file is gone, and show them."""
        try:
            found = lost_files.find_lost_files(self._journal, self._others)
        except JournalError:
            return  # what is wrong with the journal is said elsewhere
        self._lost = {one.draft_id: one for one in found}
        self._home.proposals.show_lost(tuple(map(self._describe, found)))

    def _describe(self, lost: LostFile) -> LostText:
        at = format_moment(to_local(lost.at), self._window.language)
        saved = QCoreApplication.translate("LostFiles", "Last saved: {}").format(at)
        where = QCoreApplication.translate("LostFiles", "It was in {}").format(lost.path.parent)
        kept = QCoreApplication.translate("LostFiles", "Its text is kept on this computer.")
        lines = (f"{saved}. {where}.", kept)
        return LostText(lost.draft_id, lost.path.stem, lost.path, lines, lost.at)

    def _on_answered(self, draft_id: str, answer: str) -> None:
        lost = self._lost.get(draft_id)
        if lost is None:
            return
        with self._window.showing_errors():
            if answer == BRING_BACK:
                self._ask_where(lost)
            else:
                lost_files.dismiss(self._journal, draft_id)
                self.show()
                self._home.focus_first()

    def _ask_where(self, lost: LostFile) -> None:
        """Ask for a path, by default that of the file, and save the last version there."""
        manager = self._window.draft_manager
        folder = lost.path.parent if is_folder(lost.path.parent) else manager.folder
        title = QCoreApplication.translate("LostFiles", "Bring back")
        path = ask_draft_path(self._window, title, folder / lost.path.name)
        if path is not None:
            self._bring_back(lost, path)

    def _bring_back(self, lost: LostFile, path: Path) -> None:
        window, manager = self._window, self._window.draft_manager
        if not window.secure(partial(self._bring_back, lost, path)):
            return
        draft = DraftHistory(lost.draft_id, self._journal, manager.backups).load_last()
        if draft is None:
            raise JournalError("no-state", draft=lost.draft_id, state=str(lost.path))
        manager.save_lost(draft, path)
        if window.open_draft(path):
            text = QCoreApplication.translate(
                "LostFiles", "“{}” is back. Earlier versions are in its version history."
            )
            window.notifications.notify(TOPIC, text.format(path.name))
