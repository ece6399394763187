"""Faults of disks and files: no loss, a clear sentence, work goes on, saving returns by itself."""

from __future__ import annotations

import errno
import json
import os
import random
import sys
from pathlib import Path

import pytest

from erasmus_desk import atomic_file
from erasmus_desk.draft.model import Change, Key
from erasmus_desk.errors import SaveError
from erasmus_desk.storage import drafts, recovery
from erasmus_desk.storage.journal import Journal
from tests.core.draft.drafts import EVERY_KIND, make_draft
from tests.every_version import list_versions

ROOT = Path(__file__).resolve().parents[2]
TEXT = Key("des.text")
WORDS_TYPED = 30
SENTENCES = json.loads((ROOT / "resources" / "sentences" / "en.json").read_text("utf-8"))["errors"]


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_refused_replace_is_busy_and_works_with_a_later_try(tmp_path: Path, code: int) -> None:
    path = tmp_path / "a.erasmus"
    draft = make_draft(EVERY_KIND)
    digest = drafts.save_new(draft, path)
    before, refusals = path.read_bytes(), [code, code]

    def refuse(temporary: Path, target: Path) -> None:
        if refusals:
            problem = OSError(errno.EACCES, "in use")
            setattr(problem, "winerror", refusals.pop())  # noqa: B010 - only Windows has it
            raise problem
        os.replace(temporary, target)  # noqa: PTH105 - the function that is refused

    changed = draft.apply(Change(TEXT, None, "typed"))
    for _ in range(2):
        with pytest.raises(SaveError, match=r"save\.busy"):
            drafts.save(changed, path, digest, swap=refuse)
        assert path.read_bytes() == before
    drafts.save(changed, path, digest, swap=refuse)
    assert drafts.read(path).draft.answers == changed.answers
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "save.refused.full"),
        (errno.EDQUOT, "save.refused.full"),
        (errno.EIO, "save.refused"),
        (errno.EROFS, "save.refused.no-right"),
        (errno.ENAMETOOLONG, "save.refused.name"),
        (errno.ENOTCONN, "save.refused.missing-folder"),
    ],
)
@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_each_error_of_the_system_has_its_sentence_and_leaves_the_file(
    tmp_path: Path, number: int, code: str, call: str
) -> None:
    path = tmp_path / "a.erasmus"
    atomic_file.write(path, b"old")

    def fail(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, call, fail)
        swap = {"swap": fail} if call == "replace" else {}
        with pytest.raises(SaveError) as caught:
            atomic_file.write(path, b"new", **swap)  # pyright: ignore[reportArgumentType]
    assert caught.value.message_id == code
    assert code in SENTENCES
    assert path.read_bytes() == b"old"
    atomic_file.write(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


def make_journal(folder: Path) -> Path:
    """Return a journal with a draft that was saved and one that was not."""
    path = folder / "local" / "journal.sqlite3"
    journal = Journal(path)
    for name in ("saved", "crashed"):
        file = folder / f"{name}.erasmus"
        digest = drafts.save_new(make_draft(EVERY_KIND, name), file)
        run = journal.begin_run(make_draft(EVERY_KIND, name), file, digest)
        for number in range(1, WORDS_TYPED + 1):
            text = "".join(f"word{one} " for one in range(number))
            journal.append(run, [Change(TEXT, None, text)])
        if name == "saved":
            journal.record_save(run, drafts.save(run.draft, file, digest))
        journal.end_run(run)
    journal.close()
    return path


def open_flipped(path: Path, place: int, mask: int) -> int:
    """Flip bits of a byte and use the journal; return how many words are offered, -1 if refused."""
    content = bytearray(path.read_bytes())
    content[place] ^= mask
    path.write_bytes(bytes(content))
    journal = Journal(path, later=True)
    notice = journal.take_notice()
    if notice is not None and journal.damaged is None:
        # The number of the version is one byte, and a newer journal stays as it is.
        assert notice.message_id == "journal.newer"
        assert path.read_bytes() == bytes(content)
        journal.close()
        return -1
    offers = recovery.find_offers(journal)
    for name in ("saved", "crashed"):
        journal.list_paths(name)
        list_versions(journal, name)
        run = journal.begin_run(make_draft(draft_id=name), path, "digest")
        journal.append(run, [Change(TEXT, None, "goes on")])
    if journal.damaged is not None:
        assert journal.damaged.exists()
        assert (notice or journal.take_notice()) is not None
    journal.close()
    words = [one.work.latest.text(Key("des.text").question) for one in offers]
    return max((one.count("word") for one in words), default=0)


def flip_bytes(folder: Path, count: int) -> list[int]:
    whole = make_journal(folder).read_bytes()
    chance = random.Random(13)  # noqa: S311 -- no secret, but the same each time
    found: list[int] = []
    for number in range(count):
        place = number * 2 if number < count // 4 else chance.randrange(len(whole))
        path = folder / "local" / "journal.sqlite3"
        for other in path.parent.glob("journal*"):
            other.unlink()
        path.write_bytes(whole)
        found.append(open_flipped(path, place, chance.randrange(1, 256)))
    return found


def test_a_share_of_flipped_bytes_keeps_no_draft_from_opening(tmp_path: Path) -> None:
    found = flip_bytes(tmp_path, 24)
    assert sum(words >= WORDS_TYPED - 1 for words in found) >= 20, found


@pytest.mark.prove
def test_each_of_two_hundred_flipped_bytes_keeps_no_draft_from_opening(tmp_path: Path) -> None:
    found = flip_bytes(tmp_path, 200)
    sys.stdout.write(f"{sum(words == WORDS_TYPED for words in found)} of 200 offer every word\n")
    assert sum(words >= WORDS_TYPED - 1 for words in found) >= 190, found
