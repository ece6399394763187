"""Opens drafts and closes them again: file, lock, journal, copies, session."""

from __future__ import annotations

import contextlib
from pathlib import Path
from threading import Thread

from msgspec import Struct

from erasmus_desk import atomic_file
from erasmus_desk.call.library import Library
from erasmus_desk.draft import reconcile
from erasmus_desk.draft.model import Draft, Step
from erasmus_desk.errors import SaveError
from erasmus_desk.storage import drafts, locks
from erasmus_desk.storage.backups import Copies
from erasmus_desk.storage.drafts import Opened
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.locks import Holder

from .autosave import Autosave
from .check_runner import Watch
from .session import Session


class OpenDraft(Struct, frozen=True):
    """A draft at work: its session, its saving, its checks, and who else has it open."""

    session: Session
    autosave: Autosave
    watch: Watch
    holder: Holder | None


class Keeper:
    """Knows where drafts lie and how one is opened, made, copied and closed."""

    def __init__(
        self, library: Library, folder: Path, journal: Journal | None, copies: Copies
    ) -> None:
        """Keep new drafts in `folder`; without a journal saving is all there is."""
        self.library = library
        self.folder = folder
        self.journal = journal
        self.copies = copies

    def open(self, path: Path, language: str, rescued: Step | None = None) -> OpenDraft:
        """Open a draft, with changes rescued from the journal if given.

        Raises DraftError or PackError; nothing is touched then.
        """
        opened = drafts.read(path)
        holder = locks.look(path)
        pack = self.library.pack(opened.draft.pack.id)
        texts = self.library.texts(pack.id, language)
        # Nobody waits for the copy: it is made from the bytes that were read.
        Thread(target=self._keep_copy, args=(opened,), name="copy").start()
        session = Session(reconcile.settle(opened.draft, pack, texts), pack, texts, path)
        autosave = Autosave(session, opened.digest, self.journal, self.copies)
        if rescued is not None:
            session.perform(rescued)
        return OpenDraft(session, autosave, Watch(session), holder)

    def _keep_copy(self, opened: Opened) -> None:
        # Without room for a copy the draft can still be worked on.
        with contextlib.suppress(SaveError, OSError):
            self.copies.keep_opened(opened)

    def hold(self, opened: OpenDraft) -> None:
        """Let others know that we have a draft open, once the one before is closed."""
        locks.take(opened.session.path)

    def create(self, draft: Draft, title: str) -> Path:
        """Put a new draft into the folder of drafts and give its path. Raises SaveError."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise atomic_file.refusal(problem, self.folder) from problem
        path = drafts.suggest_path(self.folder, title)
        drafts.save_new(draft, path, self._order(draft))
        return path

    def copy_of(self, path: Path, title: str) -> Path:
        """Put a copy of a draft, as a draft of its own, into the folder of drafts.

        Raises DraftError, PackError or SaveError.
        """
        return self.create(drafts.duplicate(drafts.read(path).draft), title)

    def save_beside(self, opened: OpenDraft) -> Path:
        """Save what is on screen as a draft of its own beside the file. Raises SaveError."""
        session = opened.session
        beside = drafts.suggest_path(session.path.parent, session.path.stem)
        copy = drafts.duplicate(session.draft)
        drafts.save_new(copy, beside, session.form.order)
        opened.autosave.leave()
        return beside

    def save_copy(self, draft: Draft, path: Path) -> None:
        """Write a copy, a draft of its own, to where the user wants it. Raises SaveError."""
        copy = drafts.duplicate(draft)
        drafts.save_new(copy, path, self._order(draft))

    def close(self, opened: OpenDraft) -> bool:
        """Save and let go; tells whether all is in the file (else the journal has it)."""
        is_saved = opened.autosave.close()
        locks.release(opened.session.path)
        return is_saved

    def _order(self, draft: Draft) -> tuple[str, ...]:
        return self.library.pack(draft.pack.id).form.order
