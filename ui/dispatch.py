"""The open draft goes out: as Word files, each noted with the draft while others have it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from erasmus_desk.paths import Places

from .window import Window

if TYPE_CHECKING:  # what an export needs is fetched when there is one
    from collections.abc import Iterator

    from erasmus_desk.export.write import Made, Wish

    from .pages.word import WordWish
    from .session import Session


class Dispatch(QObject):
    """Writes files of whatever draft the window has open; without one it does nothing."""

    def __init__(self, window: Window, places: Places) -> None:
        """Serve a window."""
        super().__init__(window)
        self._window = window
        self._places = places
        window.export_wanted.connect(self.export)

    def export(self, wish: WordWish) -> None:
        """Write what is wished for, and say on the page how it went."""
        opened = self._window.opened
        page = self._window.desk.word_page() if self._window.desk else None
        if opened is None or page is None:
            return
        from erasmus_desk.errors import DeskError  # noqa: PLC0415

        QApplication.setOverrideCursor(QtCore.Qt.CursorShape.BusyCursor)
        try:
            made, broken = self._made(opened.session, wish)
        except DeskError as problem:
            told = self._window.sentences.error(problem, path=str(wish.template or wish.path))
            page.show_result(f"{told.what} {told.safe} {told.do}", None)
        else:
            said = self.tr("The file lies at {}.").format(made)
            page.show_result(" ".join((said, *broken)), made)
        finally:
            QApplication.restoreOverrideCursor()

    def _made(self, session: Session, wish: WordWish) -> tuple[Path, list[str]]:
        """Write what is wished for, and tell what it breaks of the call's demands on pages.

        Raises DeskError; then nothing was written.
        """
        from erasmus_desk import atomic  # noqa: PLC0415
        from erasmus_desk.export import layout, write  # noqa: PLC0415

        library, resources = self._window.keeper.library, self._places.resources
        if wish.is_sheet:
            path, language = wish.path, wish.language
            return write.export_sheet(session.draft, library, resources, path, language), []
        # All are made before the first is written: either all can be, or nothing is written.
        wishes = list(self._wishes(session, wish))
        files = [
            (path, how, write.made(session.draft, library, resources, how)) for path, how in wishes
        ]
        for path, _, file in files:
            atomic.write(path, file.content)
        self._note(session, [(how, file) for _, how, file in files], wish.recipient.name)
        # One template is broken in the same way by all of them.
        _, _, first = files[0]
        found = layout.breaches(first.content, session.pack.layout)
        return wish.path, [layout.told(one, self._window.sentences) for one in found]

    def _wishes(self, session: Session, wish: WordWish) -> Iterator[tuple[Path, Wish]]:
        """Give each file to write: where, and how it is wanted."""
        from erasmus_desk.export import write  # noqa: PLC0415
        from erasmus_desk.export.blocks import Profile  # noqa: PLC0415

        from .pages.recipient import ALL  # noqa: PLC0415

        profile, to = Profile(wish.profile), wish.recipient
        day, beside = to.reply_by, to.beside
        if to.partner != ALL:
            yield (
                wish.path,
                write.Wish(profile, wish.language, wish.template, to.partner, day, beside),
            )
            return
        library = self._window.keeper.library
        everybody = [partner for partner, _ in write.partners(session.draft, session.pack)]
        for partner, name in write.names_for(everybody[1:], session.draft, library):
            how = write.Wish(profile, wish.language, wish.template, partner, day, beside)
            yield wish.path / name, how

    def _note(self, session: Session, files: list[tuple[Wish, Made]], name: str) -> None:
        """Keep what was sent, and note with the draft who has it, as one undo step.

        Where there is no room for a record, the file has it all the same. What somebody has
        already is not noted twice.
        """
        from contextlib import suppress  # noqa: PLC0415
        from datetime import UTC, datetime  # noqa: PLC0415

        from erasmus_desk.draft import reviewing  # noqa: PLC0415
        from erasmus_desk.draft.beginning import new_item  # noqa: PLC0415
        from erasmus_desk.draft.model import Change, Step  # noqa: PLC0415
        from erasmus_desk.errors import SaveError  # noqa: PLC0415
        from erasmus_desk.export import write  # noqa: PLC0415
        from erasmus_desk.sent import shelf  # noqa: PLC0415

        draft, changes = session.draft, list[Change]()
        known = dict(write.partners(draft, session.pack))
        at = datetime.now(UTC).isoformat(timespec="seconds")
        for how, file in files:
            with suppress(SaveError):
                shelf.put(self._places.sent, file.sent, file.part)
            to, state = known.get(how.partner, name), file.sent.state
            if not to or (state, to) in {(one.state, one.to) for one in reviewing.away(draft)}:
                continue
            sending = reviewing.Sending(
                new_item(), state, how.profile.value, to, at, how.partner, how.reply_by
            )
            step = reviewing.sent_out(draft, sending)
            draft = draft.apply(*step.changes)
            changes += step.changes
        session.perform(Step(tuple(changes), "sending.out"))
