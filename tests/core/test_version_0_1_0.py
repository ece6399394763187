"""What version 0.1.0 left on a disk opens, restores and imports as it did then."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from erasmus_desk import paths
from erasmus_desk.draft.model import Key
from erasmus_desk.storage import drafts, partner_book, settings
from erasmus_desk.storage.journal import Journal
from tests.core.elsewhere import POSIX_ONLY

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "samples" / "0.1.0"
TITLE, NOTE = Key("prj.title"), Key("imp.management_note")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the folder with the home in it, as a program left it that was killed."""
    place = tmp_path / "0.1.0"
    shutil.copytree(SAMPLES, place)
    monkeypatch.chdir(place)
    monkeypatch.setenv("ERASMUS_DESK_HOME", str(place / "home"))
    return place


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "erasmus_desk", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_draft_opens_and_is_written_as_it_was(folder: Path) -> None:
    opened = drafts.read(folder / "project.erasmus")
    assert opened.draft.text("prj.acronym") == "KRUISBLIK"
    assert len(opened.draft.answers) == 374


@pytest.mark.parametrize("file", ["sent.docx", "partner.docx"])
def test_a_word_file_that_was_sent_is_imported_without_a_change(folder: Path, file: str) -> None:
    before = drafts.read(folder / "project.erasmus").draft.answers
    done = run(folder, "merge", "project.erasmus", file, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    after = drafts.read(folder / "project.erasmus").draft.answers
    own = {key for key in after if key.question.startswith("desk.")}
    assert {key: value for key, value in after.items() if key not in own} == dict(before)


@POSIX_ONLY
def test_what_the_journal_alone_has_is_offered_to_the_letter(folder: Path) -> None:
    journal = Journal(folder / "home" / "local" / "journal.sqlite3")
    (work,) = journal.find_unsaved_work()
    journal.close()
    assert work.latest.get(TITLE) == "A title that was never saved"
    assert work.latest.get(NOTE) == "First words, and more that no file holds."
    assert work.base_digest == drafts.read(folder / "project.erasmus").digest


def test_a_version_from_the_journal_is_restored_as_a_file(folder: Path) -> None:
    listed = json.loads(run(folder, "history", "project.erasmus", "--json").stdout)
    last = listed["states"][-1]["id"]
    done = run(folder, "history", "project.erasmus", "--restore", last, "-o", "old.erasmus")
    assert (done.returncode, done.stderr) == (0, "")
    assert drafts.read(folder / "old.erasmus").draft.get(TITLE) == "A title that was never saved"


@pytest.mark.usefixtures("folder")
def test_settings_and_saved_organisations_are_read_without_a_loss() -> None:
    places = paths.find_paths()
    loaded = settings.load(places.settings)
    assert loaded.notes == ()
    assert (loaded.settings.language, loaded.settings.theme.value) == ("nl", "dark")
    assert loaded.settings.text_scale == 125
    assert loaded.settings.recent == (Path("project.erasmus"),)
    book = partner_book.load(places.partner_book)
    assert len(book.book.partners) == 2
