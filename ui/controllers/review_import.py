"""Word files come home: chosen or dropped, read beside the window's work, decided on, taken in."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from erasmus_desk.errors import DeskError, ReturnedError
from erasmus_desk.export import export
from erasmus_desk.paths import Places
from erasmus_desk.review_import import decisions as homecoming
from erasmus_desk.review_import import importer
from erasmus_desk.review_import.importer import Home
from erasmus_desk.review_import.interpretation import File
from erasmus_desk.review_import.result import HomeComing
from erasmus_desk.round_trip.record import Sent
from erasmus_desk.storage import sent_records
from erasmus_desk.storage.drafts import listed

from ..main_window.notice_bar import Notice
from ..main_window.window import Window
from ..pages.review_import.decision_model import Choices
from ..session.session import Session


class Arrived(Struct, frozen=True):
    """What was read for a session: the files with what they come to, or what went wrong."""

    session: Session
    files: tuple[File, ...] = ()
    coming: HomeComing | None = None
    problem: Exception | None = None


class Bringing(QObject):
    """Brings Word files home into the open draft; nothing changes before the user says so."""

    arrived = Signal(object)
    """What was read; from the thread that read it."""

    def __init__(self, window: Window, places: Places) -> None:
        """Serve a window."""
        super().__init__(window)
        self._window = window
        self._places = places
        self._thread: Thread | None = None
        self._files: tuple[File, ...] = ()
        window.bring_wanted.connect(self.ask)
        window.files_dropped.connect(self.bring)
        window.coming_taken.connect(self._take_in)
        window.coming_renewed.connect(self._renew)
        self.arrived.connect(self._on_arrived)

    def ask(self) -> None:
        """Let the user choose files."""
        if self._window.opened is None:
            return
        title, kinds = self.tr("Bring a Word file home"), self.tr("Word files (*.docx)")
        folder = str(self._window.opened.session.path.parent)
        chosen = ask_files(self._window, title, folder, kinds)
        if chosen:
            self.bring(tuple(map(Path, chosen)))

    def bring(self, paths: tuple[Path, ...]) -> None:
        """Read files in a thread of their own; one reading at a time.

        Without an open draft, the one that the first of them was made from is opened.
        """
        if self._thread is not None or not (self._window.opened or self._open_owner(paths[0])):
            return
        opened = self._window.opened
        if opened is None:
            return
        self._say(self.tr("Reading {} …").format(", ".join(path.name for path in paths)))
        session, home = opened.session, self._home(opened.session)

        arguments = (paths, session, home)
        self._thread = Thread(target=self._read, args=arguments, name="bring")
        self._thread.start()

    def _open_owner(self, path: Path) -> bool:
        """Open the draft that a file was made from, if it lies where drafts lie."""
        try:
            wanted = importer.owner(path)
        except ReturnedError as problem:
            self._window.tell(problem, path=str(path))
            return False
        for one in listed(self._window.keeper.folder):
            if one.draft is not None and one.draft.id == wanted:
                return self._window.open_draft(one.path)
        self._say(
            self.tr("Open the proposal that {} belongs to; then it can come home.").format(
                path.name
            )
        )
        return False

    def wait(self) -> None:
        """Wait until nothing is being read."""
        if self._thread is not None:
            self._thread.join()

    def _read(self, paths: tuple[Path, ...], session: Session, home: Home) -> None:

        try:
            files = importer.opened(paths, home)
            found = Arrived(session, files, importer.outcome(files, home))
        except Exception as problem:  # noqa: BLE001 - told or raised again in the window's thread
            found = Arrived(session, problem=problem)
        # Nobody is there to be told when the program ends in this moment.
        with suppress(RuntimeError):
            self.arrived.emit(found)

    def _on_arrived(self, found: Arrived) -> None:

        self.wait()
        self._thread = None
        self._window.notices.clear("bring")
        opened, desk = self._window.opened, self._window.desk
        if isinstance(found.problem, DeskError):
            self._window.tell(found.problem)
        elif found.problem is not None:
            raise found.problem
        elif opened is not None and opened.session is found.session and desk and found.coming:
            self._files = found.files
            desk.show_coming(Choices(found.coming))

    def _renew(self, choices: Choices) -> None:
        """Work out anew what the files come to: the draft has changed since."""
        opened = self._window.opened
        if opened is not None and self._files:
            choices.renew(importer.outcome(self._files, self._home(opened.session)))

    def _take_in(self, choices: Choices) -> None:
        """Take in what was decided, as one undo step."""
        opened, desk = self._window.opened, self._window.desk
        if opened is None or desk is None:
            return

        self._renew(choices)
        session = opened.session
        at = datetime.now(UTC).isoformat(timespec="seconds")
        coming, decisions = choices.coming, choices.decisions
        done = homecoming.step(session.draft, session.form, coming, decisions, at)
        session.perform(done.step)
        self._files = ()
        desk.close_coming()
        said = self.tr("It is home. One undo takes all of it back.")
        if done.tray:
            said = self.tr("It is home; what is left to decide is on the page of feedback.")
        self._say(said)

    def _say(self, text: str) -> None:

        self._window.notices.show_notice(Notice("bring", text))

    def _home(self, session: Session) -> Home:

        library, pack, draft = self._window.keeper.library, session.pack, session.draft

        def kept() -> Iterable[Sent]:
            return sent_records.find(self._places.sent, draft.id)

        def present() -> Iterable[Sent]:

            return export.present(draft, library, self._places.resources)

        return Home(draft, pack, lambda code: library.texts(pack.id, code), kept, present)


def ask_files(parent: QWidget, title: str, folder: str, kinds: str) -> list[str]:
    """Ask for Word files; gives an empty list if none is chosen."""
    return QFileDialog.getOpenFileNames(parent, title, folder, kinds)[0]
