"""What nobody meant is told: names that lead elsewhere, empty options, two answers to one."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from erasmus_desk import atomic_file
from erasmus_desk.call.library import Library
from erasmus_desk.cli.arguments import parse
from erasmus_desk.draft import file_format
from erasmus_desk.draft.create import create_draft
from erasmus_desk.errors import TargetRefused, UsageError
from erasmus_desk.i18n.messages import load_messages
from tests.core.desk_process import NEW, ROOT, make_draft_with, run_copy, snapshot

EXAMPLE = ROOT / "resources" / "examples" / "the-empty-chair.erasmus"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a valid draft."""
    (tmp_path / "sound.erasmus").write_bytes(file_format.encode(make_draft_with()))
    return tmp_path


def test_nothing_is_created_where_a_link_to_nothing_leads(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to("nowhere.txt")
    with pytest.raises(TargetRefused, match="nowhere"):
        atomic_file.create(link, b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["link.txt"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "link.erasmus", *NEW),
        ("export", "sound.erasmus", "-o", "link.docx"),
        ("export", "sound.erasmus", "--sheet", "link.xlsx"),
        ("backups", "--restore", "sound.erasmus", "-o", "link.erasmus"),
    ],
)
def test_no_command_writes_through_a_link_to_nothing(
    arguments: tuple[str, ...], folder: Path
) -> None:
    for suffix in ("erasmus", "docx", "xlsx"):
        (folder / f"link.{suffix}").symlink_to(f"nowhere.{suffix}")
    done = run_copy(folder, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "link." in done.stderr
    assert "does not exist" in done.stderr
    assert list(snapshot(folder)) == ["sound.erasmus"]


def test_beside_a_link_to_nothing_the_program_chooses_the_next_name(folder: Path) -> None:
    (folder / "sound.docx").symlink_to("nowhere.docx")
    done = run_copy(folder, "export", "sound.erasmus")
    assert done.returncode == 0
    assert "sound (2).docx" in done.stdout
    assert not (folder / "nowhere.docx").exists()


def test_a_name_that_ends_as_that_of_a_folder_is_no_file(folder: Path) -> None:
    done = run_copy(folder, "new", "n.erasmus/", *NEW)
    assert (done.returncode, done.stdout) == (2, "")
    assert not (folder / "n.erasmus").exists()


@pytest.mark.parametrize("options", [("--papers", "sheets"), ("--partner", "all")])
def test_no_folder_gets_the_name_of_a_word_file(options: tuple[str, ...], folder: Path) -> None:
    shutil.copy(EXAMPLE, folder / "example.erasmus")
    all_of_it = (*options, "--profile", "partners") if "all" in options else options
    before = sorted(folder.iterdir())
    done = run_copy(folder, "export", "example.erasmus", *all_of_it, "-o", "all.docx")
    assert (done.returncode, done.stdout) == (2, "")
    assert "without .docx" in done.stderr
    assert sorted(one for one in folder.iterdir() if one.name != "home") == before


def test_papers_that_nobody_needs_are_told_and_not_passed_over(folder: Path) -> None:
    shutil.copy(EXAMPLE, folder / "example.erasmus")
    done = run_copy(folder, "export", "example.erasmus", "--papers", "letters", "--partner", "1")
    assert (done.returncode, done.stdout) == (2, "")
    assert "No organisation that you chose" in done.stderr


NO_VALUE: list[tuple[str, ...]] = [
    ("calls", "--check", ""),
    ("calls", "--add="),
    ("export", "a", "--pdf", ""),
    ("new", "a", "--call", "c", "--from="),
    ("history", "a", "--restore", "", "-o", ""),
    ("backups", "--folder", ""),
]
TWICE: list[tuple[str, ...]] = [
    ("calls", "--check", "a", "--check", "b"),
    ("merge", "a", "b", "--accept", "all", "--accept", "none"),
]


@pytest.mark.parametrize("language", ["en", "nl", "fr", "de"])
@pytest.mark.parametrize("arguments", [*NO_VALUE, *TWICE], ids=" ".join)
def test_an_option_has_one_value_and_not_an_empty_one(
    arguments: tuple[str, ...], language: str
) -> None:
    messages = load_messages(ROOT / "resources" / "sentences", language)
    with pytest.raises(UsageError) as raised:
        parse(arguments, messages)
    told = messages.format_error(raised.value).what
    assert "given twice" not in told
    assert "expected" not in told
    assert any(one.rstrip("=") in told for one in arguments if one.startswith("-"))


def test_a_title_may_be_empty_and_the_same_value_may_be_there_twice() -> None:
    messages = load_messages(ROOT / "resources" / "sentences", "en")
    parse(["new", "a", "--call", "c", "--title", ""], messages)
    parse(["calls", "--check", "a", "--check", "a"], messages)


FAILURES: dict[tuple[str, ...], str] = {
    ("check", "gone.erasmus"): "draft.missing",
    ("budget", "."): "draft.missing.folder",
    ("history", "gone.erasmus"): "draft.missing",
    ("merge", "sound.erasmus", "gone.docx"): "returned.missing",
    ("carry", "sound.erasmus", "--to", "nothing"): "pack.unknown",
    ("backups", "--folder", "gone"): "draft.missing.away-folder",
    ("calls", "--check", "gone"): "pack.file.no-folder",
    ("check",): "command.misuse",
}


@pytest.mark.parametrize("arguments", FAILURES, ids=" ".join)
def test_where_json_is_expected_a_failure_is_json_with_its_code(
    arguments: tuple[str, ...], folder: Path
) -> None:
    done = run_copy(folder, *arguments, "--json", language="nl_BE.UTF-8")
    assert done.returncode == 2
    (error,) = (json.loads(done.stdout)["error"],)
    assert error["code"] == FAILURES[arguments]
    assert done.stderr == f"erasmus-desk: {error['message']}\n"


def test_a_new_proposal_is_not_newer_than_its_first_save() -> None:
    pack = Library((ROOT / "resources" / "calls",)).load_pack("ka2-2017")
    choices = {"kind": "innovation", "field": "vet"}
    draft = create_draft(pack, choices, datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC))
    assert draft.created == draft.modified == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
