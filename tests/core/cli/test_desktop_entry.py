"""`desktop-entry`: menu entry, file type and icon of a user, written and removed again."""

import shlex
import sys
from pathlib import Path

import pytest

from erasmus_desk.__main__ import main
from erasmus_desk.cli import desktop_entry

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the entries are those of Linux")


@pytest.fixture
def share(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the user's data, without programs that update it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "share"))
    monkeypatch.setattr("shutil.which", dict[str, str]().get)
    return home / "share"


def read_entry(share: Path) -> dict[str, str]:
    lines = (share / "applications" / "erasmus-desk.desktop").read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


@linux_only
def test_an_installed_entry_starts_the_command_that_was_used(
    share: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command = tmp_path / "50% of “us”" / "erasmus-desk"
    command.parent.mkdir()
    command.write_bytes(b"")
    monkeypatch.setattr(sys, "argv", [str(command)])
    assert main(["desktop-entry", "--install"]) == 0
    entry = read_entry(share)
    text = entry["Exec"].replace("\\\\", "\\").replace("%%", "%")
    assert shlex.split(text) == [str(command), "%f"]
    assert entry["MimeType"] == "application/x-erasmus-desk;"
    assert "Path" not in entry
    assert (share / "mime" / "packages" / "erasmus-desk.xml").is_file()
    assert (share / "icons/hicolor/scalable/apps/erasmus-desk.svg").is_file()
    said = capsys.readouterr()
    assert str(share) in said.out
    assert "update-mime-database" in said.err


@linux_only
def test_removing_leaves_nothing_and_may_be_done_twice(share: Path) -> None:
    assert main(["desktop-entry", "--install"]) == 0
    other = share / "applications" / "other.desktop"
    other.write_bytes(b"")
    for _ in range(2):
        assert main(["desktop-entry", "--remove"]) == 0
        assert [path for path in share.rglob("*") if path.is_file()] == [other]


def test_from_a_checkout_the_entry_starts_python_in_its_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "argv", ["pytest"])
    command, folder = desktop_entry.find_command()
    assert command == [sys.executable, "-m", "erasmus_desk"]
    assert folder is not None
    assert (folder / "erasmus_desk" / "__main__.py").is_file()


@pytest.mark.parametrize("options", [(), ("--install", "--remove")])
def test_one_of_both_must_be_said(
    options: tuple[str, ...], share: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["desktop-entry", *options]) == 2
    assert "--install or --remove" in capsys.readouterr().err
    assert not share.exists()


def test_another_system_is_told_so_and_gets_nothing(
    share: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(desktop_entry.sys, "platform", "win32")
    assert main(["desktop-entry", "--install"]) == 2
    assert "Linux" in capsys.readouterr().err
    assert not share.exists()
