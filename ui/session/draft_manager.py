"""The manager that creates, opens, copies and closes drafts."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path
from threading import Thread

from msgspec import Struct

from erasmus_desk import atomic_file
from erasmus_desk.call.carry import CarryTable
from erasmus_desk.call.library import Library
from erasmus_desk.draft import reconcile
from erasmus_desk.draft.carry import CarriedDraft, carry_draft
from erasmus_desk.draft.carry_marks import find_table_owner
from erasmus_desk.draft.model import ChangeSet, Draft
from erasmus_desk.errors import JournalError, PackError, SaveError, TargetRefused
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage import backup_search, clock, drafts, file_copies
from erasmus_desk.storage.backups import Backups
from erasmus_desk.storage.draft_history import DraftHistory
from erasmus_desk.storage.drafts import DraftFile
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.locks import DraftLocks, LockHolder

from .autosave import Autosave
from .backup_writer import BackupWriter
from .check_runner import CheckRunner
from .session import Session


class OpenDraft(Struct, frozen=True):
    """An open draft: its session, autosave and checks, and who else has it open."""

    session: Session
    autosave: Autosave
    check_runner: CheckRunner
    holder: LockHolder | None


class DraftManager:
    """Creates, opens, copies and closes drafts."""

    def __init__(self, paths: AppPaths, journal: Journal | None) -> None:
        """Use the folders of this user; without a journal drafts are only saved as files."""
        self.library = Library(paths.calls)
        self.folder = paths.drafts
        self.journal = journal
        self.backups = Backups(paths.backups)
        self.backup_writer = BackupWriter()
        """Writes the backups in the second place, if there is one."""
        self.locks = DraftLocks(paths.locks)
        self._backup: Thread | None = None

    def open(self, path: Path, language: str, recovered: ChangeSet | None = None) -> OpenDraft:
        """Open a draft, with changes recovered from the journal if given.

        A copy of another file gets an id of its own, which its file has with the first save.
        Raises DraftError or PackError.
        """
        opened = self._separate(drafts.read(path))
        holder = self.locks.find_other_holder(path)
        ref = opened.draft.pack
        pack = self.library.load_pack(ref.id, ref.revision)
        texts = self.library.load_texts(pack.id, language, pack.revision)
        # The backup has the bytes that were read, so it can be written in a thread.
        self._backup = Thread(target=self._back_up, args=(opened,), name="backup")
        self._backup.start()
        session = Session(reconcile.reconcile_draft(opened.draft, pack, texts), pack, texts, path)
        session.find_other = self._find_other
        autosave = Autosave(session, opened.digest, self.journal, self.backups)
        autosave.copies.writer = self.backup_writer
        if recovered is not None:
            session.perform(recovered)
        return OpenDraft(session, autosave, CheckRunner(session), holder)

    def carry(self, session: Session, call: str) -> CarriedDraft:
        """Return the draft of a session as a new one of another call. Raises PackError."""
        pack, other = session.pack, self.library.load_pack(call)
        owner = find_table_owner(session.draft, call)
        table = self.library.find_carry_table(pack.id, call, owner) or CarryTable(pack.id)
        name, moment = session.texts.short_label, clock.now().replace(microsecond=0)
        return carry_draft(session.draft, (pack, other), table, name, moment)

    def save_lost(self, draft: Draft, path: Path) -> None:
        """Save a draft whose file is gone under its own id. Raises PackError or SaveError."""
        drafts.save_new(draft, path, self._question_order(draft))

    def find_history(self, opened: OpenDraft) -> DraftHistory:
        """Return the history of an open draft, also while its file is gone."""
        writer, draft = opened.autosave.journal, opened.session.draft
        return DraftHistory(draft.id, self.journal, self.backups, lambda: writer.save_point)

    def _find_other(self, session: Session, call: str) -> Session | None:
        """Return a session of the draft as one of another call, if that is here."""
        try:
            carried = self.carry(session, call)
            other = self.library.load_pack(call)
            texts = self.library.load_texts(call, session.texts.language)
        except PackError:
            return None
        return Session(carried.draft, other, texts, session.path)

    def _separate(self, opened: DraftFile) -> DraftFile:
        if self.journal is None:
            return opened
        try:
            known_paths = self.journal.list_paths(opened.draft.id)
        except JournalError:
            return opened
        return file_copies.separate(opened, known_paths)

    def _back_up(self, opened: DraftFile) -> None:
        # A draft can be edited without a backup.
        with contextlib.suppress(SaveError, OSError):
            self.backups.back_up_file(opened)

    def lock(self, opened: OpenDraft) -> None:
        """Lock the file of a draft for this user, unless somebody else has it open."""
        self.locks.acquire(opened.session.path)
        opened.autosave.file_check.watch()

    def create(self, draft: Draft, title: str) -> Path:
        """Save a new draft in the folder of drafts and return its path. Raises SaveError."""
        path = drafts.suggest_path(self._make_folder(), title)
        drafts.save_new(draft, path, self._question_order(draft))
        return path

    def _make_folder(self) -> Path:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise atomic_file.to_save_error(problem, self.folder) from problem
        return self.folder

    def restore(self, backup: Path, title: str) -> Path:
        """Save a backup as a new file in the folder of drafts and return its path.

        Raises DraftError if it is damaged, or SaveError.
        """
        path = drafts.suggest_path(self._make_folder(), title)
        backup_search.restore(backup, path)
        return path

    def create_copy(self, path: Path, title: str) -> Path:
        """Save a copy with a new id in the folder of drafts and return its path.

        Raises DraftError, PackError or SaveError.
        """
        return self.create(drafts.duplicate(drafts.read(path).draft), title)

    def save_beside(self, opened: OpenDraft, path: Path | None = None) -> Path:
        """Save the open draft under a new id at another path, else beside its file.

        Raises SaveError.
        """
        session = opened.session
        beside = path or drafts.suggest_path(session.path.parent, session.path.stem)
        copy = drafts.duplicate(session.draft)
        drafts.save_new(copy, beside, session.form.order)
        opened.autosave.detach()
        return beside

    def save_again(self, opened: OpenDraft, path: Path) -> None:
        """Write the open draft, whose file is gone, to a new file. Raises SaveError."""
        session = opened.session
        digest = drafts.save_new(session.draft, path, session.form.order)
        self.follow(opened, path, digest)
        opened.autosave.save()

    def follow(self, opened: OpenDraft, path: Path, digest: str = "") -> None:
        """Go on with the file of an open draft at another path, which is locked then."""
        self.locks.release(opened.session.path)
        opened.autosave.follow(path, digest)
        self.lock(opened)

    def save_copy(self, draft: Draft, path: Path) -> None:
        """Save a copy with a new id. Raises SaveError."""
        drafts.save_new(drafts.duplicate(draft), path, self._question_order(draft))

    def move(self, path: Path, target: Path) -> None:
        """Rename or move the file of a draft that nobody has open.

        Raises TargetRefused (`exists`, `is-open`) or another SaveError; nothing is replaced.
        """
        holder = self.locks.find_other_holder(path)
        if holder is not None:
            raise holder.to_error(path)
        if os.path.lexists(target) and not target.samefile(path):
            raise TargetRefused("exists", path=str(target))
        try:
            shutil.move(path, target)
        except OSError as problem:
            raise atomic_file.to_save_error(problem, target) from problem

    def close(self, opened: OpenDraft) -> bool:
        """Save, close and unlock a draft; return whether the file contains all changes.

        No thread of it is running after that.
        """
        is_saved = opened.autosave.close()
        session = opened.session
        self.backup_writer.note(session.draft, session.path, session.form.order, is_last=True)
        if self._backup is not None:
            self._backup.join()
        self.locks.release(session.path)
        return is_saved

    def _question_order(self, draft: Draft) -> tuple[str, ...]:
        return self.library.load_pack(draft.pack.id, draft.pack.revision).form.order
