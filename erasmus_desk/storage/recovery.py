"""Offers to recover unsaved work after a crash, compared with the file on disk."""

from __future__ import annotations

from msgspec import Struct

from erasmus_desk.draft import origins
from erasmus_desk.draft.model import Change, ChangeSet, Draft
from erasmus_desk.draft.text_diff import is_different
from erasmus_desk.errors import DraftError, DraftMissing
from erasmus_desk.storage import drafts, named_versions, open_file
from erasmus_desk.storage.clock import Clock, now
from erasmus_desk.storage.drafts import DraftFile
from erasmus_desk.storage.history import UnsavedWork
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.named_versions import VersionReason


class RecoveryOffer(Struct, frozen=True):
    """Unsaved work of one draft and the change set that puts it into the file.

    `file` is the file as it is now, or `None` with the `error` why it cannot be read; then
    `work.latest` can be saved to another file. Unless `is_same_file`, the file was changed
    since, and the user compares first. `file.path` is another than `work.path` if the file was
    renamed.
    """

    work: UnsavedWork
    file: DraftFile | None
    error: DraftError | None
    change_set: ChangeSet
    is_same_file: bool

    @property
    def is_same_draft(self) -> bool:
        """Whether the file still has the draft that the work belongs to, or a copy of it.

        A copied file gets an id of its own with its first save, which may have failed.
        """
        if self.file is None or self.is_same_file:
            return self.is_same_file
        return self.work.latest.id in origins.list_ids(self.file.draft)

    def find_changes(self, draft: Draft) -> tuple[Change, ...]:
        """Return the changes that put the work into a draft, of this file as it is now."""
        return self.work.make_change_set(draft).changes

    def find_conflicts(self, draft: Draft) -> tuple[Change, ...]:
        """Return those of the changes whose answer was changed in the draft since as well."""
        return tuple(
            one
            for one in self.find_changes(draft)
            if is_different(one.old, self.work.saved.get(one.key))
        )


def find_offers(journal: Journal) -> tuple[RecoveryOffer, ...]:
    """Return the offers, oldest first. Raises JournalError.

    A file that already contains everything (the crash came after the save, before the journal
    recorded it) is not offered and is marked as recovered here.
    """
    found = [build_offer(work) for work in journal.find_unsaved_work()]
    for offer in found:
        if offer.file and not offer.change_set.changes:
            journal.close_unsaved_work(offer.work, recovered=True)
    return tuple(offer for offer in found if offer.change_set.changes or not offer.file)


def build_offer(work: UnsavedWork) -> RecoveryOffer:
    """Return the offer of unsaved work, compared with its file as it is now."""
    try:
        file = _read_file(work)
    except DraftError as problem:
        return RecoveryOffer(work, None, problem, ChangeSet(()), is_same_file=False)
    is_same = file.digest == work.base_digest
    return RecoveryOffer(work, file, None, work.make_change_set(file.draft), is_same)


def leave(journal: Journal, work: UnsavedWork, clock: Clock = now) -> str:
    """Leave unsaved work: it is not offered again, but stays in the history by name.

    Return the id of that version. Raises JournalError.
    """
    reason = VersionReason.LEFT
    version = journal.transact(
        lambda tables: named_versions.insert(tables.db, work.latest, clock(), reason)
    )
    journal.close_unsaved_work(work, recovered=False)
    return version


def offer_again(journal: Journal, work: UnsavedWork, version: str) -> None:
    """Undo that work was left. Raises JournalError."""
    journal.transact(lambda tables: tables.delete_settled(work.run))
    journal.transact(lambda tables: named_versions.delete(tables.db, version))


def _read_file(work: UnsavedWork) -> DraftFile:
    """Read the file of a work, also under another name in its folder. Raises DraftError."""
    try:
        return drafts.read(work.path)
    except DraftMissing:
        renamed = open_file.find_renamed(work.path, work.latest.id, work.base_digest)
        if renamed is None:
            raise
        return drafts.read(renamed)
