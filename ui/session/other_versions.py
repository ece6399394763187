"""Other versions of the open draft: the file as somebody else saved it, and copies beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from erasmus_desk.draft import origins, saved_states
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.saved_states import SavedState
from erasmus_desk.review_import import version_merge
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor
from erasmus_desk.review_import.version_merge import OtherVersion
from erasmus_desk.storage import common_version, open_file
from erasmus_desk.storage.drafts import DraftFile

from .draft_manager import DraftManager, OpenDraft


def read_file(opened: OpenDraft, path: Path) -> DraftFile:
    """Read another version of the draft that is open: its file, or a copy. Raises DraftError.

    The file has the id that it was copied with until it is saved for the first time.
    """
    session = opened.session
    is_file = path == session.path
    ids = opened.autosave.file_check.known.draft_ids if is_file else (session.draft.id,)
    return version_merge.read_version(path, ids, session.pack, session.texts)


def build_saved(opened: OpenDraft, manager: DraftManager, file: DraftFile) -> OtherVersion:
    """Return what somebody else saved in the file of the draft.

    It began with what was last read or written here, unless the file says more: a program that
    synchronises folders may have put ours aside, and theirs began with an earlier state.
    """
    base = _find_base(opened, manager, file, is_copy=False)
    return OtherVersion(file.draft, base, file.path.name, _describe_author(opened, file))


def build_copy(opened: OpenDraft, manager: DraftManager, file: DraftFile, who: str) -> OtherVersion:
    """Return what is in a copy beside the draft, which `who` wrote, if its name tells."""
    base = _find_base(opened, manager, file, is_copy=True)
    by = RevisionAuthor(who, file.draft.modified)
    return OtherVersion(file.draft, base, file.path.name, by, file.digest)


def adopt(opened: OpenDraft, file: DraftFile) -> None:
    """Go on with what somebody else saved in the file, which was merged into the draft.

    The file is saved with both, if it still is as it was read.
    """
    autosave = opened.autosave
    autosave.check_file()
    autosave.saved_draft = file.draft
    autosave.file_check.move_to(open_file.adopt(autosave.file_check.known, file))
    autosave.follow(file.path)


def _find_base(
    opened: OpenDraft, manager: DraftManager, file: DraftFile, *, is_copy: bool
) -> Draft | None:
    states, load = opened.autosave.file_check.known.states, _make_loader(opened, manager)
    return common_version.find_common(states, file.draft, load, is_copy=is_copy)


def _make_loader(opened: OpenDraft, manager: DraftManager) -> common_version.LoadState:
    saved = opened.autosave.saved_draft
    now = saved_states.compute_answers_digest(saved)
    ids = origins.list_ids(opened.session.draft)
    find = partial(
        common_version.load_state, journal=manager.journal, backups=manager.backups, ids=ids
    )

    def load(state: SavedState) -> Draft | None:
        return saved if state.answers == now else find(state)

    return load


def _describe_author(opened: OpenDraft, file: DraftFile) -> RevisionAuthor:
    """Return who has the file open too, as far as known, and when it was saved."""
    name = opened.holder.user if opened.holder is not None else ""
    return RevisionAuthor(name, file.draft.modified)
