"""Replacing a file: wholly or not at all, whatever the disk does."""

import errno
import os
import stat
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from erasmus_desk import atomic_file
from erasmus_desk.errors import DeskError, TargetBusy, TargetRefused
from tests.core.elsewhere import POSIX_ONLY, fill_disk_at, in_child, without_rights

OLD, NEW = b"what was there", b"what comes" * 1000


def said(work: Callable[[], object]) -> str:
    try:
        work()
    except DeskError as problem:
        return problem.sentence
    return "done"


class Held(PermissionError):
    """What Windows says of a file that somebody holds, or that one may not write."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "held")
        self.winerror = winerror


def test_a_file_is_made_and_replaced_and_nothing_is_left_beside(tmp_path: Path) -> None:
    path = tmp_path / "a.erasmus"
    assert atomic_file.write(path, OLD) == atomic_file.digest(OLD)
    assert atomic_file.write(path, NEW) == atomic_file.digest(NEW)
    assert path.read_bytes() == NEW
    assert list(tmp_path.iterdir()) == [path]


def test_bytes_come_back_as_they_were_line_ends_included(tmp_path: Path) -> None:
    path = tmp_path / "a"
    atomic_file.write(path, b"\r\n\n\x1a\x00")
    assert path.read_bytes() == b"\r\n\n\x1a\x00"


def test_the_mode_of_a_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)
    path.chmod(0o640)
    atomic_file.write(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@POSIX_ONLY
def test_a_new_file_gets_the_rights_the_user_gives_new_files(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    atomic_file.write(tmp_path / "a", NEW)
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "plain").stat().st_mode


@POSIX_ONLY
def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "a", tmp_path / "link"
    target.write_bytes(OLD)
    link.symlink_to(target)
    atomic_file.write(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    target.unlink()
    atomic_file.write(link, OLD)
    assert target.read_bytes() == OLD


@POSIX_ONLY
def test_what_a_write_cannot_take_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(OLD)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    codes = {
        tmp_path / "no" / "a": "missing-folder",
        tmp_path / "file" / "a": "missing-folder",
        tmp_path / "folder": "is-folder",
        tmp_path / "pipe": "special",
        tmp_path / ("x" * 300): "name",
        tmp_path / "a\0b": "name",
        tmp_path / "\ud83d": "name",
        tmp_path / "loop": "name",
    }
    found = {path: said(lambda path=path: atomic_file.write(path, NEW)) for path in codes}
    assert found == {path: f"save.refused.{code}" for path, code in codes.items()}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder", "loop", "pipe"]


def test_a_new_file_is_made_only_where_nothing_is(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert atomic_file.create(path, OLD) == atomic_file.digest(OLD)
    with pytest.raises(TargetRefused, match="exists"):
        atomic_file.create(path, NEW)
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


@POSIX_ONLY
def test_where_links_are_unknown_a_new_file_is_still_made_only_where_nothing_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links on this stick")

    monkeypatch.setattr(os, "link", no_links)
    assert atomic_file.create(tmp_path / "a", OLD) == atomic_file.digest(OLD)
    with pytest.raises(TargetRefused, match="exists"):
        atomic_file.create(tmp_path / "a", NEW)
    assert (tmp_path / "a").read_bytes() == OLD


@POSIX_ONLY
def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)

    def work() -> str:
        fill_disk_at(1000)
        return said(lambda: atomic_file.write(path, NEW))

    assert in_child(work) == "save.refused.full"
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(disk)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no right to mount a small disk here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_really_full_disk_leaves_the_old_file_and_nothing_beside_it(small_disk: Path) -> None:
    path = small_disk / "a"
    atomic_file.write(path, OLD)
    assert said(lambda: atomic_file.write(path, b"x" * 100_000)) == "save.refused.full"
    assert path.read_bytes() == OLD
    assert list(small_disk.iterdir()) == [path]
    assert said(lambda: atomic_file.write(path, NEW)) == "done"


@POSIX_ONLY
def test_without_the_right_to_write_a_folder_its_file_stays() -> None:
    def work() -> str:
        without_rights()
        with tempfile.TemporaryDirectory() as name:
            folder, path = Path(name), Path(name) / "a"
            path.write_bytes(OLD)
            folder.chmod(0o500)
            codes = [
                said(lambda: atomic_file.write(path, NEW)),
                said(lambda: atomic_file.create(path, NEW)),
            ]
            codes.append(said(lambda: atomic_file.make_folder(folder / "new")))
            same = path.read_bytes() == OLD and list(folder.iterdir()) == [path]
            folder.chmod(0o700)
        return f"{codes} {same}"

    refused = "save.refused.no-right"
    assert in_child(work) == f"{[refused, refused, refused]} True"


@POSIX_ONLY
def test_a_file_its_owner_made_read_only_is_not_replaced() -> None:
    def work() -> str:
        without_rights()
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "a"
            path.write_bytes(OLD)
            path.chmod(0o400)
            return f"{said(lambda: atomic_file.write(path, NEW))} {path.read_bytes() == OLD}"

    assert in_child(work) == "save.refused.no-right True"


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_somebody_holds_on_windows_is_busy_and_untouched(tmp_path: Path, code: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)

    def held(_: Path, __: Path) -> None:
        raise Held(code)

    with pytest.raises(TargetBusy):
        atomic_file.write(path, NEW, swap=held)
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]
    assert atomic_file.write(path, NEW) == atomic_file.digest(NEW)


def test_windows_says_the_same_of_a_folder_without_the_right_which_waiting_does_not_cure(
    tmp_path: Path,
) -> None:
    assert isinstance(atomic_file.refusal(Held(5), tmp_path, making=True), TargetRefused)
    assert isinstance(atomic_file.refusal(Held(32), tmp_path, making=True), TargetBusy)


def test_a_disk_that_gives_back_other_bytes_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other_bytes(_: Path) -> bytes:
        return b"something else"

    path = tmp_path / "a"
    path.write_bytes(OLD)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", other_bytes)
        with pytest.raises(TargetRefused, match="altered"):
            atomic_file.write(path, NEW)
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_without_a_code_of_ours_is_refused_and_carries_what_was_said() -> None:
    problem = atomic_file.refusal(OSError(errno.EIO, "bad sector"), Path("a"))
    assert (problem.sentence, "bad sector" in str(problem.facts)) == ("save.refused", True)
    assert isinstance(atomic_file.refusal(OSError(errno.EBUSY, "busy"), Path("a")), TargetBusy)


def test_only_old_leavings_of_ours_are_swept(tmp_path: Path) -> None:
    names = [".~0123456789ab.tmp", ".~ba9876543210.tmp", ".~mine.tmp", "a.erasmus"]
    for name in names:
        (tmp_path / name).write_bytes(OLD)
    for name in (names[0], *names[2:]):
        os.utime(tmp_path / name, (0, 0))
    atomic_file.sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names[1:])
    atomic_file.sweep(tmp_path / "no-folder")
