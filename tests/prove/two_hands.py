"""Two hands on one folder: a program that works, and a colleague who does as people do.

The program is the real one (drafts, autosave, journal, backups, Word files) on a real disk. The
colleague writes, renames, copies, deletes and restores its files at any moment, also while a save
is under way, and pulls the drive out; a program that synchronises puts our file aside. We open what
others wrote, keep both or merge. After every step nobody's work is lost.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from erasmus_desk import atomic_file, paths
from erasmus_desk.draft import file_format, review_state
from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.draft.saved_states import has_states, list_states, put_states
from erasmus_desk.errors import DraftError, SaveError
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.export import ExportRequest
from erasmus_desk.paths import AppPaths
from erasmus_desk.review_import import version_merge
from erasmus_desk.review_import.decisions import AcceptMode, auto_decisions
from erasmus_desk.review_import.version_merge import OtherVersion
from erasmus_desk.storage import common_version, conflict_copies, draft_folder, drafts, recovery
from erasmus_desk.storage.draft_history import DraftHistory
from erasmus_desk.storage.drafts import DraftFile
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.named_versions import VersionReason
from erasmus_desk.storage.open_file import FileState
from erasmus_desk.storage.written_files import WrittenFiles
from tests.every_version import load_versions
from ui.session.draft_manager import DraftManager, OpenDraft
from ui.session.other_versions import adopt, build_copy, build_saved, read_file

ANSWERS = (Key("prj.title"), Key("prj.acronym"))
NAMES = ("a", "b", "final", "copy of a")
WORD_NAMES = ("sent.docx", "partner.docx")
NOW = datetime(2017, 2, 1, tzinfo=UTC)


class TwoHands:
    """One run: `step` does something, then `check` looks for what is lost."""

    def __init__(self, root: Path, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 -- no secret, but the same each time
        self.folder = root / "drive" / "shared"
        self.pocket = root / "in a pocket"
        self.folder.mkdir(parents=True)
        self.paths = AppPaths(paths.find_resources(), root / "drafts", root / "local")
        self.root = root
        self.numbers = iter(range(10**6))
        self.opened: OpenDraft | None = None
        self.theirs: dict[Path, bytes] = {}
        """What the colleague wrote and did not delete, by the path it must be at."""
        self.kept: set[bytes] = set()
        """What the colleague wrote, and we read: we may go on from it."""
        self.read = b""
        """What the open file said when it was opened."""
        self.replaced: list[bytes] = []
        """What we went on from and saved over: it must be found somewhere."""
        self.typed: list[tuple[Key, str]] = []
        self.pending: dict[Key, str] = {}
        self.ours: dict[Path, bytes] = {}
        """What we wrote last at each path; the colleague may throw it away."""
        self.saved: dict[Path, list[bytes]] = {}
        """What we wrote at each path, one after another."""
        self.word_files: list[bytes] = []
        self.log: list[str] = []
        self.meanwhile: Callable[[], None] | None = None
        self.journal = Journal(self.paths.journal)
        self.manager = DraftManager(self.paths, self.journal)
        pack = self.manager.library.load_pack("ka2-2017")
        choices = {"kind": pack.kinds[0].id, "field": pack.fields[0].id, "language": "EN"}
        self.first = create_draft(pack, {"kind": choices["kind"]}, NOW, "d" * 32)
        drafts.save_new(self.first, self.folder / "a.erasmus")

    # The program

    def open(self) -> None:
        """Open any draft of the folder, as the user does."""
        found = draft_folder.find_draft_files(self.folder)
        if found:
            self.open_path(self.chance.choice(found))

    def open_path(self, path: Path) -> None:
        """Close the draft that is open, and open another."""
        self.close()
        try:
            self.opened = self.manager.open(path, "en")
        except DraftError:
            return
        self.manager.lock(self.opened)
        self.take_over(path)

    def take_over(self, path: Path) -> None:
        """What we read of the colleague is what we write over from now on."""
        self.read = path.read_bytes() if path.exists() else b""
        if self.read == self.theirs.get(path):
            self.kept.add(self.read)

    def close(self) -> None:
        """Close the draft; what was typed is in the file or offered at the next start."""
        opened, self.opened = self.opened, None
        if opened is None:
            return
        latest = opened.session.draft
        is_saved = self.manager.close(opened)
        self.note_save(opened)
        if is_saved:
            # Somebody may have written over it since; then the history has it.
            states = self.load_versions(latest.id)
            assert latest.answers in [state.answers for state in states], "not in the history"
        else:
            offered = [work.latest.answers for work in self.journal.find_unsaved_work()]
            found = (*offered, *self.all_answers())
            assert latest.answers in found, "closed without a trace"

    def type(self) -> None:
        """Type an answer that nobody ever typed; within a second it may be typed over."""
        if self.opened is None:
            self.open()
        if self.opened is None:
            return
        if self.opened.autosave.journal.is_complete:
            self.pending.clear()
        key, text = self.chance.choice(ANSWERS), f"ours {next(self.numbers)}"
        if key in self.pending:
            self.typed.remove((key, self.pending[key]))
        self.opened.session.edit(key, text)
        self.typed.append((key, text))
        self.pending[key] = text
        if self.chance.random() < 0.5:
            self.opened.autosave.write_journal()

    def save(self) -> None:
        """Save; now and then the colleague does something while the disk is slow."""
        if self.opened is None:
            return
        if self.chance.random() < 0.4 and not self.pocket.exists():
            self.meanwhile = self.chance.choice(self.list_colleague_steps())
        with self.adding_nothing():
            is_saved = self.opened.autosave.save()
        self.meanwhile = None
        found = self.opened.autosave.check_file()
        if is_saved and found.is_same:
            saved = drafts.read(self.opened.session.path).draft
            assert saved.answers == self.opened.session.draft.answers
        self.note_save(self.opened)

    def look(self) -> None:
        """Come back to the window."""
        if self.opened is not None:
            with self.adding_nothing():
                self.opened.autosave.check_file()

    def note_save(self, opened: OpenDraft) -> None:
        """Remember what we wrote where the content is known to us."""
        known = opened.autosave.file_check.known
        if known.path.is_file():
            content = known.path.read_bytes()
            is_known = atomic_file.compute_digest(content) == known.digest
            # What was only read is not ours.
            if is_known and content not in {self.read, self.theirs.get(known.path)}:
                if known.path in self.theirs:
                    before = self.theirs.pop(known.path)
                    assert before in self.kept, "written over"
                    self.replaced.append(before)
                self.ours[known.path] = content
                self.saved.setdefault(known.path, []).append(content)

    def decide(self) -> None:
        """Choose any of what the window offers (`FileChangesController`)."""
        opened = self.opened
        if opened is None:
            return
        found, path = opened.autosave.check_file(), opened.session.path
        one = self.chance.random() < 0.5
        try:
            if found.state is FileState.CHANGED:
                self.decide_on_change(opened, one=one)
            elif found.state is FileState.RENAMED and found.path is not None and one:
                self.manager.follow(opened, found.path)
            elif found.state is FileState.RENAMED:
                self.open_path(self.manager.save_beside(opened))
            elif found.state is FileState.GONE:
                target = path if one else self.folder / f"copy {next(self.numbers)}.erasmus"
                self.manager.save_again(opened, target)
            elif found.state is FileState.NO_FOLDER and one:
                target = self.root / f"copy {next(self.numbers)}.erasmus"
                self.open_path(self.manager.save_beside(opened, target))
        except SaveError:
            return
        if self.opened is opened:
            self.note_save(opened)

    def decide_on_change(self, opened: OpenDraft, *, one: bool) -> None:
        """Merge what somebody else saved, open it, or keep both."""
        path = opened.session.path
        if self.chance.random() < 0.5:
            self.merge_saved(opened)
        elif not opened.autosave.is_dirty and one:
            self.open_path(path)
        else:
            beside = self.manager.save_beside(opened)
            self.open_path(beside if one else path)

    def merge_saved(self, opened: OpenDraft) -> None:
        """Merge what somebody else saved, as `VersionMergeController` does."""
        try:
            file = read_file(opened, opened.session.path)
        except DraftError:
            return
        self.merge(opened, build_saved(opened, self.manager, file), file)
        self.kept.add(file.content)
        adopt(opened, file)
        assert opened.autosave.save() == opened.autosave.check_file().is_same

    def merge_copy(self) -> None:
        """Merge a copy that a program which synchronises left beside the open draft."""
        opened = self.opened
        if opened is None:
            return
        session = opened.session
        for copy in conflict_copies.find_copies(session.path, session.draft.id):
            if not version_merge.is_merged(session.draft, copy.file.digest):
                file = read_file(opened, copy.path)
                self.merge(opened, build_copy(opened, self.manager, file, copy.who), file)
                assert version_merge.is_merged(session.draft, copy.file.digest)
                return

    def merge(self, opened: OpenDraft, other: OtherVersion, file: DraftFile) -> None:
        """Take what only others changed; what both changed waits, and ours stays."""
        session = opened.session
        mine, theirs = session.draft, other.draft
        before = self.load_states(opened)
        opened.autosave.write_journal()
        kept = replace(file.draft, id=mine.id)
        self.manager.find_history(opened).keep(kept, VersionReason.MERGED)
        result = version_merge.build_result(mine, other, session.form)
        decided = auto_decisions(result, AcceptMode.CLEAR)
        applied = version_merge.apply_merge(mine, other, session.form, result, decided)
        session.perform(applied.change_set)
        opened.autosave.write_journal()
        waiting = {one.text for one in review_state.list_unresolved(session.draft)}
        for key in ANSWERS:
            ours, now, new = (draft.text(key.question) for draft in (mine, session.draft, theirs))
            # Nobody's text is taken out by text that it was written over.
            is_older = new in {one.text(key.question) for one in before} and has_states(theirs)
            assert now == ours or not is_older, "an older text came back"
            is_asked = new != ours and new.startswith("theirs") and now == ours
            base = other.base.text(key.question) if other.base is not None else ""
            assert not is_asked or new == base or new in waiting, "not asked"

    def export(self) -> None:
        """Make a Word file, unless somebody else's text waits for a decision."""
        if self.opened is None:
            return
        if self.opened.autosave.check_file().has_other_text or not self.folder.exists():
            return
        known = WrittenFiles(self.paths.written_files)
        session, target = self.opened.session, self.folder / self.chance.choice(WORD_NAMES)
        request = ExportRequest(Profile.CLEAN, "en")
        source = session.draft, self.manager.library, self.paths.resources
        content = export.render_word(*source, request).content
        self.word_files.append(content)
        known.write(known.choose_name(target, content), content)

    def kill(self) -> None:
        """Kill the program and start it again; what is offered is recovered."""
        opened, self.opened = self.opened, None
        if opened is not None:
            self.note_save(opened)
            # What is still in memory does nothing any more.
            opened.autosave.detach()
            opened.autosave.file_check.stop()
        self.journal.close()
        self.journal = Journal(self.paths.journal)
        self.manager = DraftManager(self.paths, self.journal)
        for found in recovery.find_offers(self.journal):
            # Another offer may have changed the file since.
            offer = recovery.build_offer(found.work)
            latest = offer.work.latest.answers
            if offer.file is not None and offer.is_same_file:
                self.close()
                self.opened = self.manager.open(offer.file.path, "en", offer.change_set)
                self.opened.autosave.write_journal()
                self.take_over(offer.file.path)
                assert latest.items() <= self.opened.session.draft.answers.items()
            else:
                copy = self.manager.create(drafts.duplicate(offer.work.latest), "recovered")
                assert drafts.read(copy).draft.answers == latest
            self.journal.close_unsaved_work(offer.work, recovered=True)

    # The colleague

    def list_colleague_steps(self) -> list[Callable[[], None]]:
        """What the colleague may do."""
        return [
            self.write_draft,
            self.write_draft,
            self.synchronise,
            self.rename,
            self.copy,
            self.delete,
            self.restore,
            self.write_word,
            self.write_damaged,
        ]

    def choose_file(self, suffix: str = ".erasmus") -> Path | None:
        """Choose a file of the folder."""
        found = sorted(self.folder.glob(f"*{suffix}")) if self.folder.exists() else []
        return self.chance.choice(found) if found else None

    def put(self, path: Path, content: bytes) -> None:
        """Write a file as the colleague."""
        path.write_bytes(content)
        self.theirs[path] = content
        self.ours.pop(path, None)

    def write_draft(self) -> None:
        """Change an answer in a draft and save it, in place."""
        path = self.choose_file()
        if path is None:
            return
        try:
            draft = drafts.read(path).draft
        except DraftError:
            return
        text = f"theirs {next(self.numbers)}"
        self.put(path, file_format.encode(draft.apply(Change(ANSWERS[0], None, text))))

    def synchronise(self) -> None:
        """Put what another computer made of an earlier state in place of our file, ours beside it.

        That computer is one of a colleague, or its program is before this one and knows no states.
        """
        path = self.opened.session.path if self.opened is not None else self.choose_file()
        earlier = self.saved.get(path, []) if path is not None else []
        if path is None or not earlier or path not in self.ours or not path.exists():
            return
        before = drafts.read(path)
        content = self.chance.choice(earlier)
        draft = file_format.decode(content).draft
        if draft.id != before.draft.id or content == before.content:
            return
        name = f"{path.stem}-LAPTOP{next(self.numbers)}"
        self.put(path.with_stem(name), before.content)
        changed = draft.apply(Change(ANSWERS[1], None, f"theirs {next(self.numbers)}"))
        if self.chance.random() < 0.7:
            digest = atomic_file.compute_digest(content)
            changed = put_states(changed, list_states(draft, digest))
        self.put(path, file_format.encode(changed))

    def write_damaged(self) -> None:
        """Leave half a file, as a cloud client does."""
        path = self.choose_file()
        if path is not None and self.chance.random() < 0.3:
            self.put(path, path.read_bytes()[:200] + b"%d" % next(self.numbers))

    def write_word(self) -> None:
        """Write in a Word file, or lay a reply of a partner into the folder."""
        if self.folder.exists():
            path = self.folder / self.chance.choice(WORD_NAMES)
            before = path.read_bytes() if path.exists() else b"PK reply "
            self.put(path, before + b" theirs %d" % next(self.numbers))

    def rename(self) -> None:
        """Rename a draft or a Word file to a free name."""
        path = self.choose_file(self.chance.choice((".erasmus", ".docx")))
        if path is None:
            return
        target = path.with_stem(f"{self.chance.choice(NAMES)} {next(self.numbers)}")
        path.rename(target)
        self.ours.pop(path, None)
        if path in self.theirs:
            self.theirs[target] = self.theirs.pop(path)

    def copy(self) -> None:
        """Copy a draft beside itself."""
        path = self.choose_file()
        if path is not None:
            self.put(path.with_stem(f"copy {next(self.numbers)}"), path.read_bytes())

    def delete(self) -> None:
        """Delete a file, ours or theirs."""
        path = self.choose_file(self.chance.choice((".erasmus", ".docx")))
        if path is not None and self.chance.random() < 0.5:
            path.unlink()
            self.theirs.pop(path, None)
            self.ours.pop(path, None)

    def restore(self) -> None:
        """Put the first state of the proposal back under its first name."""
        if self.folder.exists():
            self.put(self.folder / "a.erasmus", file_format.encode(self.first))

    def pull_out(self) -> None:
        """Pull the drive out, with or without a mount point left, or plug it in again."""
        if self.pocket.exists():
            shutil.rmtree(self.folder, ignore_errors=True)
            self.pocket.rename(self.folder)
            return
        self.folder.rename(self.pocket)
        is_left = self.chance.random() < 0.5
        if is_left:
            self.folder.mkdir()
        for step in (self.type, self.save, self.look, self.save):
            step()
            assert not is_left or not [*self.folder.glob("*.erasmus"), *self.folder.glob("*.docx")]
            assert is_left or not self.folder.exists()
        if self.opened is not None and self.opened.session.path.parent == self.folder:
            assert self.opened.autosave.file_report.state is FileState.NO_FOLDER
            assert self.opened.autosave.secure()
            if self.chance.random() < 0.3:
                self.decide()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.pocket.rename(self.folder)

    # What must hold

    def step(self) -> None:
        """Do anything, then check."""
        program = [self.open, self.type, self.type, self.type, self.save, self.save, self.look]
        program += [self.decide, self.decide, self.decide, self.merge_copy, self.close, self.kill]
        colleague = self.list_colleague_steps()
        rare = [self.export, self.pull_out]
        kind = self.chance.choices((program, colleague, rare), (60, 35, 5))[0]
        work = self.chance.choice(kind)
        self.log.append(work.__name__)
        work()
        QApplication.processEvents()
        self.check()

    @contextmanager
    def adding_nothing(self) -> Generator[None]:
        """Check that what the program does by itself makes no new file."""
        added: set[str] = set()
        meanwhile = self.meanwhile

        def note() -> None:
            before = self.list_names()
            if meanwhile is not None:
                meanwhile()
            added.update(self.list_names() - before)

        self.meanwhile = note if meanwhile is not None else None
        before = self.list_names()
        yield
        assert self.list_names() <= before | added, "a name came back by itself"

    def list_names(self) -> set[str]:
        """Return the names of the drafts and Word files in the folder."""
        try:
            names = os.listdir(self.folder)  # noqa: PTH208 -- names are what is asked
        except OSError:
            return set()
        return {name for name in names if name.endswith((".erasmus", ".docx"))}

    def check(self) -> None:
        """Check that what the colleague left in the folder is there."""
        if self.pocket.exists():
            return
        for path, content in self.theirs.items():
            found = path.read_bytes() if path.exists() else b""
            if found == content:
                continue
            assert content in self.kept, f"{path.name} of the colleague is gone"
            assert found == self.ours.get(path, found) != b"", f"{path.name} is gone"
        ids = [
            drafts.read(path).draft.id
            for path, content in self.ours.items()
            if path.exists() and path.read_bytes() == content and b"ours" in content
        ]
        assert len(ids) == len(set(ids)), "two files of ours share an id"

    def all_answers(self) -> list[Mapping[Key, Value]]:
        """Return the answers of every draft that is found: files, backups and recovery copies."""
        found: list[Mapping[Key, Value]] = []
        for path in self.root.rglob("*.erasmus"):
            try:
                found.append(drafts.read(path).draft.answers)
            except DraftError:
                continue
        return found

    def finish(self) -> None:
        """Close, and look for everything that anybody ever wrote."""
        if self.pocket.exists():
            self.pull_out()
        self.close()
        self.check()
        backups = sorted(self.paths.backups.iterdir()) if self.typed else []
        states = [draft for folder in backups for draft in self.load_versions(folder.name)]
        in_journal = {(key, state.get(key)) for state in states for key in ANSWERS}
        missing = [one for one in self.typed if one not in in_journal]
        assert missing == [], "typed, and found nowhere"
        answers = [*self.all_answers(), *(state.answers for state in states)]
        for content in self.replaced:
            draft = file_format.decode(content).draft
            assert any(draft.answers.items() <= found.items() for found in answers), "saved over"
        self.journal.close()

    def load_states(self, opened: OpenDraft) -> list[Draft]:
        """Return what the file of the open draft said before, as far as it is here."""
        known, place = opened.autosave.file_check.known, (self.journal, self.manager.backups)
        found = (
            common_version.load_state(state, *place, known.draft_ids) for state in known.states
        )
        return [draft for draft in found if draft is not None]

    def load_versions(self, draft_id: str) -> Iterator[Draft]:
        """Yield every state of a draft that the journal has."""
        yield from load_versions(self.journal, draft_id)
        history = DraftHistory(draft_id, self.journal, self.manager.backups)
        yield from (history.load(named.id) for named in history.list_named())


def run(root: Path, seed: int, steps: int) -> None:
    """Let both work for some steps; a failure names the seed and what was done."""
    with pytest.MonkeyPatch.context() as patch:
        hands = TwoHands(root, seed)
        write = atomic_file.write

        def write_slowly(path: Path, content: bytes, *, swap: atomic_file.Swap = os.replace) -> str:
            # Only before a draft is saved, not a backup of it.
            if hands.meanwhile is not None and path.parent == hands.folder:
                meanwhile, hands.meanwhile = hands.meanwhile, None
                meanwhile()
            return write(path, content, swap=swap)

        patch.setattr(atomic_file, "write", write_slowly)
        try:
            for _ in range(steps):
                hands.step()
            hands.finish()
        except AssertionError as problem:
            problem.add_note(f"seed {seed}: {' '.join(hands.log)}")
            raise
