"""Input that cannot be used is refused in one line, and nothing is written."""

import os
import sys
from pathlib import Path

import pytest

from erasmus_desk.draft import file_format
from tests.core.desk_process import NEW, make_draft_with, run_copy, run_desk, snapshot

SMALL = 100


def limit_file_size() -> None:
    """Limit files to a few bytes, as on a full disk."""
    import resource  # not known to every system  # noqa: PLC0415

    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))


limits_files = pytest.mark.skipif(
    sys.platform == "win32", reason="this system cannot limit the size of files"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a valid draft and many other files."""
    sound = file_format.encode(make_draft_with())
    (tmp_path / "sound.erasmus").write_bytes(sound)
    (tmp_path / "cut.erasmus").write_bytes(sound[:-200])
    (tmp_path / "empty.erasmus").write_bytes(b"")
    (tmp_path / "letter.txt").write_text("Dear all,", encoding="utf-8")
    (tmp_path / "picture.erasmus").write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    (tmp_path / "other.erasmus").write_text('{"format": "something"}', encoding="utf-8")
    newer = sound.replace(b'"version": 1,', b'"version": 99,')
    (tmp_path / "newer.erasmus").write_bytes(newer)
    stranger = sound.replace(b'"ka2-2017"', b'"ka9-2099"')
    (tmp_path / "stranger.erasmus").write_bytes(stranger)
    (tmp_path / "house.docx").write_bytes(b"no Word file")
    (tmp_path / "a folder").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
    return tmp_path


CANNOT_BE_USED: dict[str, tuple[tuple[str | bytes, ...], str]] = {
    "no command": (("calls", "nonsense"), "nonsense"),
    "no file named": (("check",), "FILE"),
    "unknown option": (("check", "sound.erasmus", "--jsno"), "--jsno"),
    "shortened option": (("check", "sound.erasmus", "--js"), "--js"),
    "no sentences in that language": (("check", "sound.erasmus", "--language", "qq"), "qq"),
    "no reasons in that language": (("budget", "sound.erasmus", "--language", "e"), "“e”"),
    "no such file": (("check", "gone.erasmus"), "gone.erasmus"),
    "no such folder": (("check", "gone/gone.erasmus"), "gone.erasmus"),
    "below a file": (("check", "letter.txt/x.erasmus"), "letter.txt"),
    "empty name": (("check", ""), "folder"),
    "a folder": (("check", "a folder"), "a folder"),
    "a device": (("check", "/dev/null"), "/dev/null"),
    "a pipe": (("check", "pipe"), "pipe"),
    "merge: a pipe": (("merge", "sound.erasmus", "pipe"), "pipe"),
    "calls: a pipe to add": (("calls", "--add", "pipe"), "pipe"),
    "export: a pipe as template": (("export", "sound.erasmus", "--template", "pipe"), "pipe"),
    "no draft": (("check", "letter.txt"), "letter.txt"),
    "a picture": (("check", "picture.erasmus"), "picture.erasmus"),
    "other JSON": (("check", "other.erasmus"), "other.erasmus"),
    "an empty draft": (("check", "empty.erasmus"), "empty"),
    "a damaged draft": (("check", "cut.erasmus"), "line"),
    "a newer draft": (("check", "newer.erasmus"), "99"),
    "a draft of a call not on board": (("check", "stranger.erasmus"), "ka9-2099"),
    "a name of bytes": (("check", b"gone\xff.erasmus"), "gone"),
    "a name with a line end": (("check", "gone\n.erasmus"), "gone"),
    "a very long name": (("check", "x" * 300), "x"),
    "new: no call": (("new", "n.erasmus"), "--call"),
    "new: unknown call": (("new", "n.erasmus", "--call", "ka9"), "ka2-2017"),
    "new: a path as call": (("new", "n.erasmus", "--call", "../ka2-2017"), "ka2-2017"),
    "new: no kind": (("new", "n.erasmus", *NEW[:2], *NEW[4:]), "good-practice"),
    "new: no field": (("new", "n.erasmus", *NEW[:4]), "youth"),
    "new: unknown kind": (("new", "n.erasmus", *NEW[:3], "party", *NEW[4:]), "party"),
    "new: unknown field": (("new", "n.erasmus", *NEW[:5], "sport"), "sport"),
    "new: forbidden pair": (
        ("new", "n.erasmus", *NEW[:3], "good-practice", "--field", "higher"),
        "good-practice",
    ),
    "new: unknown language": (("new", "n.erasmus", *NEW, "--language", "tlh"), "tlh"),
    "new: a title of bytes": (("new", "n.erasmus", *NEW, "--title", b"\xff\xfe"), "title"),
    "new: a name without an end": (("new", "n", *NEW), ".erasmus"),
    "new: a name for Word": (("new", "n.docx", *NEW), ".erasmus"),
    "carry: a name for Word": (
        ("carry", "sound.erasmus", "--to", "ka210-2026", "-o", "n.docx"),
        "ends in .erasmus",
    ),
    "backups: a name for Word": (
        ("backups", "--restore", "sound.erasmus", "-o", "n.docx"),
        "ends in .erasmus",
    ),
    "new: something is there": (("new", "letter.txt", *NEW), "letter.txt"),
    "new: a folder is there": (("new", "a folder", *NEW), "a folder"),
    "new: no such folder": (("new", "gone/n.erasmus", *NEW), "gone/n.erasmus"),
    "new: below a file": (("new", "letter.txt/n.erasmus", *NEW), "letter.txt/n.erasmus"),
    "new: a very long name": (("new", f"{'x' * 300}.erasmus", *NEW), "not allowed"),
    "new: no right": (("new", "/proc/n.erasmus", *NEW), "/proc/n.erasmus"),
    "export: no such file": (("export", "gone.erasmus"), "gone.erasmus"),
    "export: a damaged draft": (("export", "cut.erasmus"), "cut.erasmus"),
    "export: unknown profile": (("export", "sound.erasmus", "--profile", "x"), "clean"),
    "export: unknown language": (("export", "sound.erasmus", "--language", "tlh"), "tlh"),
    "export: missing template": (("export", "sound.erasmus", "--template", "t.docx"), "t.docx"),
    "export: a folder as template": (
        ("export", "sound.erasmus", "--template", "a folder"),
        "a folder",
    ),
    "export: no Word template": (
        ("export", "sound.erasmus", "--template", "house.docx"),
        "house.docx",
    ),
    "export: onto the template": (
        ("export", "sound.erasmus", "--template", "house.docx", "-o", "./house.docx"),
        "house.docx",
    ),
    "export: onto the draft": (
        ("export", "sound.erasmus", "-o", "./sound.erasmus"),
        "proposal file itself",
    ),
    "export: onto a folder": (("export", "sound.erasmus", "-o", "a folder"), "a folder"),
    "export: no such folder": (("export", "sound.erasmus", "-o", "gone/w.docx"), "gone/w.docx"),
    "export: no right": (("export", "sound.erasmus", "-o", "/proc/w.docx"), "/proc/w.docx"),
}


@pytest.mark.parametrize("case", CANNOT_BE_USED)
@pytest.mark.share(3)
def test_what_cannot_be_used_is_refused_in_one_line_and_nothing_is_written(
    case: str, folder: Path
) -> None:
    arguments, named = CANNOT_BE_USED[case]
    before = snapshot(folder)
    done = run_copy(folder, *arguments)
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("erasmus-desk: ")
    assert done.stderr.endswith("\n")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert named in done.stderr
    assert snapshot(folder) == before


@limits_files
@pytest.mark.parametrize(
    "arguments", [("new", "n.erasmus", *NEW), ("export", "sound.erasmus", "-o", "w.docx")]
)
def test_a_full_disk_leaves_nothing_behind(arguments: tuple[str, ...], folder: Path) -> None:
    before = snapshot(folder)
    done = run_desk(folder, *arguments, before=limit_file_size)
    assert (done.returncode, done.stdout) == (2, "")
    assert "disk is full" in done.stderr
    assert done.stderr.count("\n") == 1
    assert snapshot(folder) == before


@limits_files
def test_a_full_disk_leaves_the_old_word_file_as_it_was(folder: Path) -> None:
    (folder / "sound.docx").write_bytes(b"the old one")
    assert run_desk(folder, "export", "sound.erasmus", before=limit_file_size).returncode == 2
    assert (folder / "sound.docx").read_bytes() == b"the old one"


def test_the_messages_are_in_the_language_of_the_system(folder: Path) -> None:
    done = run_copy(folder, "check", "gone.erasmus", language="nl_BE.UTF-8")
    assert done.stderr.startswith("erasmus-desk: Er is geen bestand gone.erasmus")
