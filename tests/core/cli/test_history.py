"""`history`: the states of a draft from journal and copies, and one of them as another draft."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.storage import drafts
from erasmus_desk.storage.backups import Copies
from erasmus_desk.storage.journal import Journal
from tests.core.complete import put
from tests.core.desk_process import ROOT, Done, desk, made, snapshot

ORDER = Library((ROOT / "resources" / "calls",)).pack("ka2-2017").form.order
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
    """A draft that was copied, then opened, written in twice, and saved."""
    draft, clock = made(), Clock()
    path, local = tmp_path / "plan.erasmus", tmp_path / "home" / "local"
    path.write_bytes(file_format.encode(draft, ORDER))
    Copies(local / "copies", clock).keep_opened(drafts.read(path))
    journal = Journal.open(local / "journal.sqlite3", clock)
    clock.at += timedelta(hours=1)
    opened = drafts.read(path)
    run = journal.begin(opened.draft, path, opened.digest)
    for text in ("First.", "Second."):
        clock.at += timedelta(hours=1)
        journal.append(run, [Change(SUM, run.draft.get(SUM), text)])
    journal.saved(run, drafts.save(run.draft, path, opened.digest, ORDER))
    journal.end(run)
    journal.close()
    return tmp_path


def states(folder: Path) -> list[dict[str, Any]]:
    done = desk(folder, "history", "plan.erasmus", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)["states"]


def restore(folder: Path, state: str, output: str = "then.erasmus") -> Done:
    return desk(folder, "history", "plan.erasmus", "--restore", state, "-o", output)


def then(folder: Path) -> Draft:
    return drafts.read(folder / "then.erasmus").draft


def test_the_states_stand_by_time_with_what_changed(folder: Path) -> None:
    found = states(folder)
    assert [one["kept"] for one in found] == ["copy", "journal", "journal", "journal"]
    assert [one["at"][11:13] for one in found] == ["12", "13", "14", "15"]
    (answer,) = found[-1]["answers"]
    assert (answer["question"], answer["item"], answer["label"]) == ("sum.text", None, "Summary")


def test_they_can_be_read(folder: Path) -> None:
    lines = desk(folder, "history", "plan.erasmus").stdout.splitlines()
    assert lines[0] == "plan.erasmus: 4 states."
    assert lines[-1].endswith("  Summary")
    assert "10 January 2017" in lines[1]
    dutch = desk(folder, "history", "plan.erasmus", language="nl_BE.UTF-8").stdout
    assert dutch.startswith("plan.erasmus: 4 standen.")


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_each_state_can_be_had_as_another_draft(folder: Path, number: int) -> None:
    before = (folder / "plan.erasmus").read_bytes()
    done = restore(folder, states(folder)[number]["id"])
    assert (done.returncode, done.stderr) == (0, "")
    texts = [made().text("sum.text")] * 2 + ["First.", "Second."]
    assert then(folder).text("sum.text") == texts[number]
    assert put(then(folder), "sum.text", "").answers == put(made(), "sum.text", "").answers
    assert then(folder).id != made().id
    assert (folder / "plan.erasmus").read_bytes() == before


def test_what_is_there_is_not_written_over(folder: Path) -> None:
    state = states(folder)[0]["id"]
    before = snapshot(folder)
    done = restore(folder, state, "plan.erasmus")
    assert done.returncode == 2
    assert "plan.erasmus" in done.stderr
    kept = {name: part for name, part in snapshot(folder).items() if name.endswith(".erasmus")}
    assert kept == {name: part for name, part in before.items() if name.endswith(".erasmus")}


@pytest.mark.parametrize("state", ["99", "1.99", "copy-20170101T000000", "nonsense"])
def test_a_state_there_is_not_is_refused(folder: Path, state: str) -> None:
    done = restore(folder, state)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"no state “{state}”" in done.stderr
    assert not (folder / "then.erasmus").exists()


@pytest.mark.parametrize("arguments", [("--restore", "1"), ("-o", "then.erasmus")])
def test_a_state_and_a_file_for_it_belong_together(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    done = desk(folder, "history", "plan.erasmus", *arguments)
    assert done.returncode == 2
    assert "--restore" in done.stderr


def test_where_there_is_no_journal_none_is_begun(tmp_path: Path) -> None:
    (tmp_path / "plan.erasmus").write_bytes(file_format.encode(made(), ORDER))
    before = snapshot(tmp_path)
    done = desk(tmp_path, "history", "plan.erasmus")
    assert (done.returncode, done.stdout) == (0, "plan.erasmus: no earlier states are kept.\n")
    assert snapshot(tmp_path) == before
