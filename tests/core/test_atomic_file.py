"""Atomic replacement of files."""

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
from tests.core.elsewhere import POSIX_ONLY, drop_privileges, limit_file_size, run_in_child

OLD, NEW = b"what was there", b"what comes" * 1000


def code_of(function: Callable[[], object]) -> str:
    try:
        function()
    except DeskError as problem:
        return problem.message_id
    return "done"


class FileInUse(PermissionError):
    """The error of Windows for a file in use or without write permission."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "held")
        self.winerror = winerror


def test_a_file_is_created_and_replaced_without_leftovers(tmp_path: Path) -> None:
    path = tmp_path / "a.erasmus"
    assert atomic_file.write(path, OLD) == atomic_file.compute_digest(OLD)
    assert atomic_file.write(path, NEW) == atomic_file.compute_digest(NEW)
    assert path.read_bytes() == NEW
    assert list(tmp_path.iterdir()) == [path]


def test_bytes_are_unchanged_line_ends_included(tmp_path: Path) -> None:
    path = tmp_path / "a"
    atomic_file.write(path, b"\r\n\n\x1a\x00")
    assert path.read_bytes() == b"\r\n\n\x1a\x00"


def test_the_mode_of_a_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)
    path.chmod(0o640)
    atomic_file.write(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@POSIX_ONLY
def test_a_new_file_has_the_default_mode(tmp_path: Path) -> None:
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
def test_every_refusal_has_its_code(tmp_path: Path) -> None:
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
    found = {path: code_of(lambda path=path: atomic_file.write(path, NEW)) for path in codes}
    assert found == {path: f"save.refused.{code}" for path, code in codes.items()}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder", "loop", "pipe"]


def test_create_never_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert atomic_file.create(path, OLD) == atomic_file.compute_digest(OLD)
    with pytest.raises(TargetRefused, match="exists"):
        atomic_file.create(path, NEW)
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


@POSIX_ONLY
def test_without_hard_links_create_never_replaces_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links on this stick")

    monkeypatch.setattr(os, "link", no_links)
    assert atomic_file.create(tmp_path / "a", OLD) == atomic_file.compute_digest(OLD)
    with pytest.raises(TargetRefused, match="exists"):
        atomic_file.create(tmp_path / "a", NEW)
    assert (tmp_path / "a").read_bytes() == OLD


@POSIX_ONLY
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)

    def function() -> str:
        limit_file_size(1000)
        return code_of(lambda: atomic_file.write(path, NEW))

    assert run_in_child(function) == "save.refused.full"
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


def test_a_really_full_disk_leaves_the_old_file_and_nothing_else(small_disk: Path) -> None:
    path = small_disk / "a"
    atomic_file.write(path, OLD)
    assert code_of(lambda: atomic_file.write(path, b"x" * 100_000)) == "save.refused.full"
    assert path.read_bytes() == OLD
    assert list(small_disk.iterdir()) == [path]
    assert code_of(lambda: atomic_file.write(path, NEW)) == "done"


@POSIX_ONLY
def test_a_file_in_a_read_only_folder_is_not_replaced() -> None:
    def function() -> str:
        drop_privileges()
        with tempfile.TemporaryDirectory() as name:
            folder, path = Path(name), Path(name) / "a"
            path.write_bytes(OLD)
            folder.chmod(0o500)
            codes = [
                code_of(lambda: atomic_file.write(path, NEW)),
                code_of(lambda: atomic_file.create(path, NEW)),
            ]
            codes.append(code_of(lambda: atomic_file.make_folder(folder / "new")))
            same = path.read_bytes() == OLD and list(folder.iterdir()) == [path]
            folder.chmod(0o700)
        return f"{codes} {same}"

    refused = "save.refused.no-right"
    assert run_in_child(function) == f"{[refused, refused, refused]} True"


@POSIX_ONLY
def test_a_read_only_file_is_not_replaced() -> None:
    def function() -> str:
        drop_privileges()
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "a"
            path.write_bytes(OLD)
            path.chmod(0o400)
            return f"{code_of(lambda: atomic_file.write(path, NEW))} {path.read_bytes() == OLD}"

    assert run_in_child(function) == "save.refused.no-right True"


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_in_use_on_windows_is_busy_and_untouched(tmp_path: Path, code: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)

    def held(_: Path, __: Path) -> None:
        raise FileInUse(code)

    with pytest.raises(TargetBusy):
        atomic_file.write(path, NEW, swap=held)
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]
    assert atomic_file.write(path, NEW) == atomic_file.compute_digest(NEW)


def test_code_5_for_a_new_file_on_windows_is_a_missing_permission(
    tmp_path: Path,
) -> None:
    assert isinstance(atomic_file.to_save_error(FileInUse(5), tmp_path, making=True), TargetRefused)
    assert isinstance(atomic_file.to_save_error(FileInUse(32), tmp_path, making=True), TargetBusy)


def test_other_bytes_read_back_are_an_error(
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


def test_an_unknown_error_is_refused_with_its_message() -> None:
    problem = atomic_file.to_save_error(OSError(errno.EIO, "bad sector"), Path("a"))
    assert (problem.message_id, "bad sector" in str(problem.facts)) == ("save.refused", True)
    assert isinstance(
        atomic_file.to_save_error(OSError(errno.EBUSY, "busy"), Path("a")), TargetBusy
    )


def test_only_old_temporary_files_of_ours_are_removed(tmp_path: Path) -> None:
    names = [".~0123456789ab.tmp", ".~ba9876543210.tmp", ".~mine.tmp", "a.erasmus"]
    for name in names:
        (tmp_path / name).write_bytes(OLD)
    for name in (names[0], *names[2:]):
        os.utime(tmp_path / name, (0, 0))
    atomic_file.remove_leftovers(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names[1:])
    atomic_file.remove_leftovers(tmp_path / "no-folder")
