"""The commands in real processes with real files: exit codes and output."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import cast
from zipfile import ZipFile

import pytest

from erasmus_desk.atomic_file import RETRY_DELAYS
from erasmus_desk.cli.arguments import Budget, Calls, Check, Export, New, ShowText, parse
from erasmus_desk.cli.context import retry_while_busy
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Key
from erasmus_desk.errors import TargetBusy, UsageError
from erasmus_desk.i18n.messages import load_messages
from erasmus_desk.storage import drafts, settings
from erasmus_desk.storage.settings import Settings
from erasmus_desk.storage.user_messages import find_message_language
from tests.core.complete import put_answer
from tests.core.desk_process import DESK, NEW, ROOT, make_draft_with, run_copy, run_desk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a complete draft, and another folder."""
    (tmp_path / "sound.erasmus").write_bytes(file_format.encode(make_draft_with()))
    (tmp_path / "a folder").mkdir()
    return tmp_path


def test_calls_lists_the_calls_included(tmp_path: Path) -> None:
    done = run_copy(tmp_path, "calls")
    assert (done.returncode, done.stderr) == (0, "")
    assert "ka2-2017" in done.stdout
    assert "good-practice" in done.stdout
    assert "29 March 2017, school" in done.stdout
    assert "\u00a0" not in done.stdout
    report = json.loads(run_copy(tmp_path, "calls", "--json").stdout)
    call = report["calls"][0]
    assert call["id"] == "ka2-2017"
    assert [kind["id"] for kind in call["kinds"]] == ["innovation", "good-practice"]
    assert len(call["fields"]) == 5
    assert call["barred"] == [{"kind": "good-practice", "field": "higher"}]
    assert call["deadlines"][0]["at"].startswith("2017-03-29T12:00")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_calls_says_what_the_source_page_says_each_fact_with_its_source(
    language: str, tmp_path: Path
) -> None:
    listed = json.loads(
        (ROOT / "resources" / "calls" / "ka2-2017" / "source-facts.json").read_text("utf-8")
    )
    locale = {"en": "en_GB.UTF-8", "nl": "nl_BE.UTF-8"}[language]
    printed = " ".join(run_copy(tmp_path, "calls", language=locale).stdout.split())
    calls = json.loads(run_copy(tmp_path, "calls", "--json", language=locale).stdout)["calls"]
    (call,) = (one for one in calls if one["id"] == "ka2-2017")
    facts = [fact for topic in call["about"] for fact in topic["facts"]]
    said = "\n".join(part for fact in facts for part in (fact["title"], *fact["text"]))
    for text in listed["texts"]:
        for fact in text["facts"]:
            words = fact[language]
            assert words in said, (text["text"], words)
            assert " ".join(words.split()) in printed, (text["text"], words)
    assert all(fact["sources"] for fact in facts)
    assert {fact["confirmed"] for fact in facts} == {True, False}
    titles = {one["title"]: one["address"] for fact in facts for one in fact["sources"]}
    assert all(address in printed for address in titles.values())


def test_a_broken_call_does_not_hide_the_others(tmp_path: Path) -> None:
    added = tmp_path / "home" / "local" / "calls" / "broken"
    added.mkdir(parents=True)
    (added / "pack.json").write_text("{}", encoding="utf-8")
    done = run_copy(tmp_path, "calls")
    assert done.returncode == 0
    assert "ka2-2017" in done.stdout
    assert "broken" in done.stderr
    assert done.stderr.count("\n") == 1


def test_new_writes_a_draft_with_the_first_choices(tmp_path: Path) -> None:
    file = tmp_path / "mine.erasmus"
    title = "Lezen — «ensemble» 🌍"
    done = run_copy(tmp_path, "new", file.name, *NEW, "--language", "nl", "--title", title)
    assert (done.returncode, done.stderr) == (0, "")
    assert file.name in done.stdout
    draft = drafts.read(file).draft
    assert draft.pack.id == "ka2-2017"
    assert draft.text("ctx.main_objective") == "innovation"
    assert draft.text("ctx.field") == "vet"
    assert draft.text("ctx.language") == "nl"
    assert draft.text("prj.title") == title
    assert len(draft.items("organisations")) == 1


def test_new_without_a_language_takes_that_of_the_messages(tmp_path: Path) -> None:
    run_copy(tmp_path, "new", "mine.erasmus", *NEW, language="nl_NL.UTF-8")
    draft = drafts.read(tmp_path / "mine.erasmus").draft
    assert draft.text("ctx.language") == "nl"
    assert draft.get(Key("prj.title")) is None


def test_the_settings_of_the_window_apply_to_the_commands(tmp_path: Path) -> None:
    file = tmp_path / "home" / "local" / "settings.json"
    settings.save(Settings(language="nl", proposal_language="fr"), file)
    done = run_copy(tmp_path, "new", "mine.erasmus", *NEW, language="en_GB.UTF-8")
    assert done.stdout.startswith("Nieuw voorstel")
    assert drafts.read(tmp_path / "mine.erasmus").draft.text("ctx.language") == "fr"


def test_a_new_draft_is_blocked_until_it_is_written(tmp_path: Path) -> None:
    run_copy(tmp_path, "new", "mine.erasmus", *NEW)
    done = run_copy(tmp_path, "check", "mine.erasmus")
    assert (done.returncode, done.stderr) == (1, "")
    assert "[must fix]" in done.stdout


def test_a_complete_draft_has_nothing_to_block_it(folder: Path) -> None:
    done = run_copy(folder, "check", "sound.erasmus")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "sound.erasmus: no problems found.\n"


def test_lesser_findings_do_not_block(folder: Path) -> None:
    (folder / "short.erasmus").write_bytes(
        file_format.encode(make_draft_with(des_rationale="TODO"))
    )
    done = run_copy(folder, "check", "short.erasmus")
    assert done.returncode == 0
    assert "[weak]" in done.stdout
    assert "[style]" in done.stdout


def test_check_prints_one_json_object_of_the_promised_shape(folder: Path) -> None:
    draft = make_draft_with(des_rationale="x" * 5001, prj_title="TITEL IN HOOFDLETTERS")
    (folder / "long.erasmus").write_bytes(file_format.encode(put_answer(draft, "prj.duration", 18)))
    done = run_copy(folder, "check", "long.erasmus", "--json", language="nl_BE.UTF-8")
    assert (done.returncode, done.stderr) == (1, "")
    report = json.loads(done.stdout)
    assert list(report) == ["draft", "call", "blocking", "findings", "set_aside"]
    assert (report["draft"], report["call"], report["blocking"]) == ("long.erasmus", "ka2-2017", 1)
    findings = {finding["code"]: finding for finding in report["findings"]}
    assert set(findings) == {"over-limit", "title-capitals"}
    keys = ["code", "grade", "section", "question", "item", "message", "rule", "source"]
    assert all(list(finding) == keys for finding in report["findings"])
    over = findings["over-limit"]
    assert (over["grade"], over["section"], over["question"], over["item"]) == (
        "blocks",
        "description",
        "des.rationale",
        None,
    )
    assert "5.001" in over["message"]
    assert over["rule"]
    assert over["source"]
    assert findings["title-capitals"]["source"] is None


def test_a_finding_at_an_organisation_names_its_item(folder: Path) -> None:
    draft = make_draft_with()
    item = draft.items("organisations")[2]
    (folder / "pic.erasmus").write_bytes(
        file_format.encode(put_answer(draft, "org.pic", "12", item))
    )
    report = json.loads(run_copy(folder, "check", "pic.erasmus", "--json").stdout)
    assert report["findings"][0]["item"] == item


def test_export_writes_the_word_file_beside_the_draft(folder: Path) -> None:
    done = run_copy(folder, "export", "sound.erasmus")
    assert (done.returncode, done.stderr) == (0, "")
    assert "sound.docx" in done.stdout
    with ZipFile(folder / "sound.docx") as archive:
        assert b"Small boards" in archive.read("word/document.xml")


def test_export_takes_profile_language_and_place(folder: Path) -> None:
    arguments = ("--profile", "questions", "--language", "nl", "-o", "a folder/proposal.docx")
    assert run_copy(folder, "export", "sound.erasmus", *arguments).returncode == 0
    assert run_copy(folder, "export", "sound.erasmus").returncode == 0
    with ZipFile(folder / "a folder" / "proposal.docx") as archive:
        document = archive.read("word/document.xml")
    with ZipFile(folder / "sound.docx") as archive:
        assert document != archive.read("word/document.xml")
    assert b"nl-" in document


def test_export_takes_a_template(folder: Path) -> None:
    run_copy(folder, "export", "sound.erasmus", "-o", "styles.docx")
    done = run_copy(folder, "export", "sound.erasmus", "--template", "styles.docx")
    assert (done.returncode, done.stderr) == (0, "")


def test_export_writes_the_budget_as_a_workbook_beside_the_word_file(folder: Path) -> None:
    done = run_copy(folder, "export", "sound.erasmus", "--sheet", "budget.xlsx")
    assert (done.returncode, done.stderr) == (0, "")
    assert "budget.xlsx" in done.stdout
    with ZipFile(folder / "budget.xlsx") as archive:
        assert b"<f>" in archive.read("xl/worksheets/sheet1.xml")
    assert (folder / "sound.docx").is_file()


def test_the_workbook_replaces_neither_draft_nor_word_file(folder: Path) -> None:
    before = (folder / "sound.erasmus").read_bytes()
    for name in ("sound.erasmus", "sound.docx"):
        done = run_copy(folder, "export", "sound.erasmus", "--sheet", name)
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
    assert (folder / "sound.erasmus").read_bytes() == before
    assert not (folder / "sound.docx").exists()


def test_no_command_changes_the_draft(folder: Path) -> None:
    before = (folder / "sound.erasmus").read_bytes()
    run_copy(folder, "check", "sound.erasmus")
    run_copy(folder, "export", "sound.erasmus")
    assert (folder / "sound.erasmus").read_bytes() == before


def test_a_closed_pipe_is_not_an_error(tmp_path: Path) -> None:
    run_desk(tmp_path, "new", "mine.erasmus", *NEW)
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [*DESK, "check", "mine.erasmus"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), "LC_ALL": "C"},
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_output_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*DESK, "calls"],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT), "LC_ALL": "C"},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_a_terminal_of_few_characters_is_not_an_error(folder: Path) -> None:
    draft = make_draft_with()
    draft = put_answer(draft, "rep.email", "né 🌍", draft.items("organisations")[0])
    (folder / "odd.erasmus").write_bytes(file_format.encode(draft))
    printed = b""
    for arguments in (("check", "odd.erasmus"), ("check", "odd.erasmus", "--json")):
        done = subprocess.run(
            [*DESK, *arguments],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (1, b"")
        printed = done.stdout
    assert "né 🌍" in json.loads(printed)["findings"][0]["message"]


LOADED = """
import sys
from erasmus_desk.__main__ import main
code = main(sys.argv[1:])
loaded = {name.split(".")[0] for name in sys.modules}
watched = {"PySide6", "shiboken6", "docx", "lxml", "ui", "xlsxwriter"}
print(sorted(loaded & watched), file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        (("calls",), "[]"),
        (("new", "n.erasmus", *NEW), "[]"),
        (("check", "sound.erasmus"), "[]"),
        (("export", "sound.erasmus"), "['docx', 'lxml']"),
        (("export", "sound.erasmus", "--sheet", "s.xlsx"), "['docx', 'lxml', 'xlsxwriter']"),
    ],
)
def test_no_command_loads_qt_and_only_export_loads_what_writes_word_files(
    arguments: tuple[str, ...], loaded: str, folder: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.strip()) == (0, loaded)


def test_an_internal_error_is_one_line_and_the_traceback_is_in_the_log(folder: Path) -> None:
    broken = LOADED.replace("code =", "import erasmus_desk.cli.check as c; c.run = 7; code =")
    done = subprocess.run(
        [sys.executable, "-c", broken, "check", "sound.erasmus"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "ERASMUS_DESK_HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    line, _loaded = done.stderr.splitlines()
    assert line.startswith("erasmus-desk: TypeError: ")
    log = (folder / "local" / "log" / "erasmus-desk.log").read_text("utf-8")
    assert "main.py" in log
    assert "Small boards" not in log


def test_a_busy_file_is_tried_again_until_it_is_free() -> None:
    busy = iter([TargetBusy(path="a"), TargetBusy(path="a"), None])
    waited: list[float] = []

    def write() -> str:
        fault = next(busy)
        if fault:
            raise fault
        return "written"

    assert retry_while_busy(write, waited.append) == "written"
    assert waited == list(RETRY_DELAYS[:2])


def test_a_file_that_stays_busy_is_refused() -> None:
    def write() -> str:
        raise TargetBusy(path="a")

    with pytest.raises(TargetBusy):
        retry_while_busy(write, lambda _: None)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_help_lists_the_commands(language: str, tmp_path: Path) -> None:
    done = run_copy(tmp_path, "--help", language=f"{language}_XX.UTF-8")
    assert (done.returncode, done.stderr) == (0, "")
    for command in ("calls", "new", "check", "budget", "export", "merge", "history", "backups"):
        assert f"    {command} " in done.stdout
        one = run_copy(tmp_path, command, "--help", language=f"{language}_XX.UTF-8")
        assert one.returncode == 0
        assert f"erasmus-desk {command}" in one.stdout


def test_arguments_become_requests() -> None:
    messages = load_messages(ROOT / "resources" / "sentences", "en")
    assert parse(["calls", "--json"], messages) == Calls(as_json=True)
    assert parse(["check", "a"], messages) == Check("a")
    assert parse(["budget", "a", "--json"], messages) == Budget("a", as_json=True)
    assert parse(["new", "a", "--call", "c"], messages) == New("a", "c")
    found = parse(["export", "a", "-o", "b", "--profile", "questions"], messages)
    assert isinstance(found, Export)
    assert (found.output, found.profile) == ("b", "questions")
    assert isinstance(parse(["--version"], messages), ShowText)
    with pytest.raises(UsageError):
        parse(["export", "a", "b"], messages)


MISUSES: dict[tuple[str, ...], str] = {
    ("new",): "FILE, --call",
    ("new", "a", "--call"): "--call",
    ("export", "a", "--profile", "it's"): "it's",
    ("check", "a", "--frob\nx"): "--frob",
    ("check", "a", "--json=3"): "--json",
    ("merge", "a"): "REVIEWED.docx",
}


@pytest.mark.parametrize("language", ["en", "nl", "fr", "de"])
@pytest.mark.parametrize("arguments", MISUSES, ids=" ".join)
def test_what_is_wrong_of_the_arguments_is_told_in_the_users_language(
    arguments: tuple[str, ...], language: str
) -> None:
    messages = load_messages(ROOT / "resources" / "sentences", language)
    with pytest.raises(UsageError) as raised:
        parse(arguments, messages)
    told = messages.format_error(raised.value).what
    assert MISUSES[arguments] in told
    # What argparse has words for, and we do not.
    english = ("argument", "expected", "required", "unrecognized", "invalid", "ignored", "choose")
    assert not any(word in told for word in english[: 7 if language != "en" else 6])


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "nl_BE.UTF-8"}, "nl_BE"),
        ({"LANG": "nl_BE.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en_GB"),
        ({"LC_MESSAGES": "nl", "LANG": "en_GB"}, "nl"),
        ({"LC_ALL": "", "LANG": "C"}, "C"),
        # As other programs, and as Qt does for the window.
        ({"LANGUAGE": "de", "LANG": "nl_BE.UTF-8"}, "de"),
        ({"LANGUAGE": "es:fr_BE:en", "LANG": "es_ES.UTF-8"}, "fr_BE"),
        ({"LANGUAGE": "de", "LC_ALL": "C.UTF-8", "LANG": "nl_BE"}, "C"),
        ({"LANGUAGE": "de"}, ""),
    ],
)
def test_the_language_is_that_of_the_system(environment: dict[str, str], language: str) -> None:
    assert find_message_language(environment, ("en", "nl", "fr", "de")) == language


def test_a_call_without_project_types_accepts_none(tmp_path: Path) -> None:
    calls = tmp_path / "home" / "local" / "calls" / "no-kinds"
    source = ROOT / "tests" / "packs" / "valid" / "no-kinds"
    for place in source.rglob("*.json"):
        target = calls / place.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(place.read_bytes())
    refused = run_copy(tmp_path, "new", "w.erasmus", "--call", "no-kinds", "--kind", "any")
    assert refused.returncode == 2
    assert "--kind" in refused.stderr
    arguments = ("new", "w.erasmus", "--call", "no-kinds", "--title", "A wish")
    assert run_copy(tmp_path, *arguments).returncode == 0
    assert run_copy(tmp_path, "check", "w.erasmus").returncode == 0
    report = cast("dict[str, object]", json.loads(run_copy(tmp_path, "calls", "--json").stdout))
    calls_listed = cast("list[dict[str, object]]", report["calls"])
    assert [one["id"] for one in calls_listed] == [
        "ka2-2017",
        "ka210-2026",
        "ka220-2026",
        "no-kinds",
    ]
