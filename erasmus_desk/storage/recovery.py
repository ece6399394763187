"""Offers to recover unsaved work after a crash, compared with the file on disk."""

from __future__ import annotations

from msgspec import Struct

from erasmus_desk.draft.model import ChangeSet
from erasmus_desk.errors import DraftError, DraftMissing
from erasmus_desk.storage import drafts, open_file
from erasmus_desk.storage.drafts import DraftFile
from erasmus_desk.storage.history import UnsavedWork
from erasmus_desk.storage.journal import Journal


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


def _read_file(work: UnsavedWork) -> DraftFile:
    """Read the file of a work, also under another name in its folder. Raises DraftError."""
    try:
        return drafts.read(work.path)
    except DraftMissing:
        renamed = open_file.find_renamed(work.path, work.latest.id, work.base_digest)
        if renamed is None:
            raise
        return drafts.read(renamed)
