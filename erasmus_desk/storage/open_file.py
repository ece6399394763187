"""The file of an open draft, where other hands work too: what became of it since it was known.

Others rename, move, change and delete files while they are open, and drives are unplugged. A
save never guesses: it replaces only the content that is known, in the folder that is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from erasmus_desk import atomic_file, errors
from erasmus_desk.draft import origins, saved_states
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.saved_states import SavedState
from erasmus_desk.path_checks import may_exist
from erasmus_desk.storage import draft_folder, drafts, locks

FileIdentity = tuple[int, int]
"""Device and number of a file or folder; both differ on another drive."""


class FileState(StrEnum):
    """What became of a file."""

    SAME = "same"
    """It has the content that was last read or written."""
    CHANGED = "changed"
    """Somebody else wrote it."""
    RENAMED = "renamed"
    """It has another name in the same folder."""
    GONE = "gone"
    """It was moved or deleted."""
    NO_FOLDER = "no-folder"
    """Its folder is gone, or another one is in its place: the drive may be unplugged."""
    UNREADABLE = "unreadable"
    """The system does not allow reading it now."""


class FileReport(Struct, frozen=True):
    """What was found: the state, the path and digest, and whether the text is another one."""

    state: FileState
    path: Path | None = None
    digest: str = ""
    has_other_text: bool = False

    @property
    def is_same(self) -> bool:
        """Whether the file is where and what it was."""
        return self.state is FileState.SAME

    def to_error(self, path: Path) -> errors.SaveError:
        """Return the error that a save to `path` gives."""
        if self.state is FileState.CHANGED:
            return errors.ChangedOnDisk(path=str(path), found=self.digest)
        if self.state is FileState.NO_FOLDER:
            return errors.TargetRefused("missing-folder", path=str(path))
        return errors.FileGone(path=str(path))


class KnownFile(Struct, frozen=True):
    """A draft's file as it was last read or written, and the folder it was in.

    `draft_ids` are the ids it may have, `siblings` the names of the other drafts of the folder,
    `states` those that its content came from, with that of itself.
    """

    path: Path
    draft_ids: tuple[str, ...]
    digest: str
    file: FileIdentity | None = None
    folder: FileIdentity | None = None
    siblings: frozenset[str] = frozenset()
    states: tuple[SavedState, ...] = ()


def recognise(
    path: Path, draft_ids: tuple[str, ...], digest: str, states: tuple[SavedState, ...] = ()
) -> KnownFile:
    """Return what is known of a file that was just read or written with this digest."""
    siblings = frozenset(other.name for other in draft_folder.find_draft_files(path.parent))
    file, folder = _identify(path), _identify(path.parent)
    return KnownFile(path, draft_ids, digest, file, folder, siblings - {path.name}, states)


def recognise_read(path: Path, draft: Draft, digest: str) -> KnownFile:
    """Return what is known of a file as this draft was just read from it."""
    states = saved_states.list_states(draft, digest)
    return recognise(path, origins.list_ids(draft), digest, states)


def follow(known: KnownFile, path: Path, digest: str = "") -> KnownFile:
    """Return what is known of the same file at another path, with another digest if given."""
    return recognise(path, known.draft_ids, digest or known.digest, known.states)


def adopt(known: KnownFile, opened: drafts.DraftFile) -> KnownFile:
    """Return what is known of a file once its present content, of somebody else, was read.

    What is saved next came from both.
    """
    theirs = saved_states.list_states(opened.draft, opened.digest)
    ids = tuple(dict.fromkeys((*known.draft_ids, *origins.list_ids(opened.draft))))
    states = saved_states.join_states(theirs, known.states)
    return recognise(opened.path, ids, opened.digest, states)


def inspect(known: KnownFile) -> FileReport:
    """Return what became of a file. It reads the file, and others of its folder if it is gone."""
    path = known.path
    try:
        digest = atomic_file.compute_digest(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return _find_missing(known)
    except OSError as problem:
        is_gone = atomic_file.to_save_error(problem, path).message_id.endswith("missing-folder")
        return FileReport(FileState.NO_FOLDER if is_gone else FileState.UNREADABLE)
    is_other = digest != known.digest
    return FileReport(FileState.CHANGED if is_other else FileState.SAME, path, digest, is_other)


def save(draft: Draft, known: KnownFile, order: Sequence[str] = ()) -> KnownFile | FileReport:
    """Replace the file with a draft and return what is known of it then.

    If it is not what is known, nothing is written and the report says what became of it. Raises
    TargetRefused or TargetBusy for other reasons.
    """
    try:
        written = saved_states.put_states(draft, known.states)
        digest = drafts.save(written, known.path, known.digest, order)
    except (errors.ChangedOnDisk, errors.FileGone):
        return inspect(known)
    except errors.TargetRefused as problem:
        if not problem.message_id.endswith("missing-folder"):
            raise
        return FileReport(FileState.NO_FOLDER)
    states = saved_states.add_state(known.states, draft, digest)
    return recognise(known.path, (draft.id,), digest, states)


def find_renamed(path: Path, draft_id: str, digest: str = "") -> Path | None:
    """Return the file in the folder of a missing one that has its id, best with its content."""
    return _find_renamed(KnownFile(path, (draft_id,), digest))


def _find_missing(known: KnownFile) -> FileReport:
    renamed = _find_renamed(known)
    if renamed is not None:
        try:
            digest = atomic_file.compute_digest(renamed.read_bytes())
        except OSError:
            digest = ""
        return FileReport(FileState.RENAMED, renamed, digest, digest != known.digest)
    return FileReport(FileState.GONE if _is_known_folder(known) else FileState.NO_FOLDER)


def _is_known_folder(known: KnownFile) -> bool:
    """Return whether the folder is the one that the file was in, not an empty mount point."""
    folder = _identify(known.path.parent)
    if folder is None or known.folder is None or folder == known.folder:
        return folder is not None
    # Some file systems number their folders anew; our lock is only in the right one.
    return folder[0] == known.folder[0] and may_exist(locks.get_lock_path(known.path))


def _find_renamed(known: KnownFile) -> Path | None:
    """Return the file itself, else a new one with its content, else the newest with its id."""
    found = [(_rank(opened, known), opened) for opened in _read_siblings(known)]
    best = max(found, key=lambda pair: (pair[0], pair[1].draft.modified), default=None)
    return best[1].path if best and best[0] else None


def _rank(opened: drafts.DraftFile, known: KnownFile) -> int:
    """Return how likely a file is the known one under another name, 0 for not at all.

    A copy that was there before is not: that one is a file of its own.
    """
    if opened.draft.id not in known.draft_ids:
        return 0
    if known.file is not None and _identify(opened.path) == known.file:
        return 3
    if opened.path.name in known.siblings:
        return 0
    return 2 if opened.digest == known.digest else 1


def _read_siblings(known: KnownFile) -> Iterator[drafts.DraftFile]:
    for path in draft_folder.find_draft_files(known.path.parent):
        try:
            yield drafts.read(path)
        except errors.DraftError:
            continue


def _identify(path: Path) -> FileIdentity | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino
