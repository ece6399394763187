"""The command `history`: the versions of a draft, and one of them as another draft."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.storage import drafts
from erasmus_desk.storage.backups import Backups
from erasmus_desk.storage.journal import Journal
from tests.core.complete import put_answer
from tests.core.desk_process import ROOT, CompletedCommand, make_draft, run_copy, snapshot

ORDER = Library((ROOT / "resources" / "calls",)).load_pack("ka2-2017").form.order
SUM = Key("sum.text")
BEGUN = datetime(2017, 1, 10, 12, 0, tzinfo=UTC)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at = BEGUN

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A draft that was backed up, then opened, changed twice, and saved."""
    draft, clock = make_draft(), Clock()
    path, local = tmp_path / "plan.erasmus", tmp_path / "home" / "local"
    path.write_bytes(file_format.encode(draft, ORDER))
    Backups(local / "copies", clock).back_up_file(drafts.read(path))
    journal = Journal(local / "journal.sqlite3", clock)
    clock.at += timedelta(hours=1)
    opened = drafts.read(path)
    run = journal.begin_run(opened.draft, path, opened.digest)
    for text in ("First.", "Second."):
        clock.at += timedelta(hours=1)
        journal.append(run, [Change(SUM, run.draft.get(SUM), text)])
    journal.record_save(run, drafts.save(run.draft, path, opened.digest, ORDER))
    journal.end_run(run)
    journal.close()
    return tmp_path


def list_versions(folder: Path) -> list[dict[str, Any]]:
    done = run_copy(folder, "history", "plan.erasmus", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)["states"]


def restore(folder: Path, state: str, output: str = "then.erasmus") -> CompletedCommand:
    return run_copy(folder, "history", "plan.erasmus", "--restore", state, "-o", output)


def read_restored(folder: Path) -> Draft:
    return drafts.read(folder / "then.erasmus").draft


def test_versions_are_in_order_of_time_with_what_changed(folder: Path) -> None:
    found = list_versions(folder)
    assert [one["kept"] for one in found] == ["copy", "journal", "journal", "journal"]
    assert [one["at"][11:13] for one in found] == ["12", "13", "14", "15"]
    (answer,) = found[-1]["answers"]
    assert (answer["question"], answer["item"], answer["label"]) == ("sum.text", None, "Summary")


def test_versions_are_printed(folder: Path) -> None:
    lines = run_copy(folder, "history", "plan.erasmus").stdout.splitlines()
    assert lines[0] == "plan.erasmus: 4 versions."
    assert lines[-1].endswith("  Summary")
    assert "10 January 2017" in lines[1]
    dutch = run_copy(folder, "history", "plan.erasmus", language="nl_BE.UTF-8").stdout
    assert dutch.startswith("plan.erasmus: 4 versies.")


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_each_version_can_be_restored_as_another_draft(folder: Path, number: int) -> None:
    before = (folder / "plan.erasmus").read_bytes()
    done = restore(folder, list_versions(folder)[number]["id"])
    assert (done.returncode, done.stderr) == (0, "")
    texts = [make_draft().text("sum.text")] * 2 + ["First.", "Second."]
    assert read_restored(folder).text("sum.text") == texts[number]
    assert (
        put_answer(read_restored(folder), "sum.text", "").answers
        == put_answer(make_draft(), "sum.text", "").answers
    )
    assert read_restored(folder).id != make_draft().id
    assert (folder / "plan.erasmus").read_bytes() == before


def test_an_existing_file_is_not_overwritten(folder: Path) -> None:
    state = list_versions(folder)[0]["id"]
    before = snapshot(folder)
    done = restore(folder, state, "plan.erasmus")
    assert done.returncode == 2
    assert "plan.erasmus" in done.stderr
    kept = {name: part for name, part in snapshot(folder).items() if name.endswith(".erasmus")}
    assert kept == {name: part for name, part in before.items() if name.endswith(".erasmus")}


@pytest.mark.parametrize("state", ["99", "1.99", "copy-20170101T000000", "nonsense"])
def test_an_unknown_version_is_refused(folder: Path, state: str) -> None:
    done = restore(folder, state)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"no version “{state}”" in done.stderr
    assert not (folder / "then.erasmus").exists()


@pytest.mark.parametrize("arguments", [("--restore", "1"), ("-o", "then.erasmus")])
def test_a_version_and_a_file_for_it_go_together(folder: Path, arguments: tuple[str, ...]) -> None:
    done = run_copy(folder, "history", "plan.erasmus", *arguments)
    assert done.returncode == 2
    assert "--restore" in done.stderr


def test_a_missing_journal_is_not_created(tmp_path: Path) -> None:
    (tmp_path / "plan.erasmus").write_bytes(file_format.encode(make_draft(), ORDER))
    before = snapshot(tmp_path)
    done = run_copy(tmp_path, "history", "plan.erasmus")
    assert (done.returncode, done.stdout) == (0, "plan.erasmus: no earlier versions.\n")
    assert snapshot(tmp_path) == before


def test_a_file_that_is_gone_still_has_its_history(folder: Path) -> None:
    (folder / "plan.erasmus").unlink()
    found = list_versions(folder)
    assert [one["kept"] for one in found] == ["copy", "journal", "journal", "journal"]
    done = restore(folder, found[-1]["id"])
    assert (done.returncode, done.stderr) == (0, "")
    assert read_restored(folder).text("sum.text") == "Second."


def test_a_file_that_was_never_here_has_no_history(folder: Path) -> None:
    done = run_copy(folder, "history", "other.erasmus")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_what_was_written_and_deleted_at_once_can_be_restored(folder: Path) -> None:
    clock = Clock()
    clock.at += timedelta(days=1)
    journal = Journal(folder / "home" / "local" / "journal.sqlite3", clock)
    opened = drafts.read(folder / "plan.erasmus")
    run = journal.begin_run(opened.draft, folder / "plan.erasmus", opened.digest)
    for text in ("Second. A", "Second. A thought.", "Second."):
        clock.at += timedelta(seconds=0.5)
        journal.append(run, [Change(SUM, run.draft.get(SUM), text)])
    journal.close()
    *_, last = list_versions(folder)
    assert [answer["question"] for answer in last["answers"]] == ["sum.text"]
    assert restore(folder, last["pauses"][0]["id"]).returncode == 0
    assert read_restored(folder).text("sum.text") == "Second. A thought."
