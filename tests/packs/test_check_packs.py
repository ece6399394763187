"""The pack checker: valid packs pass, and each semantic fault is found."""

import json
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.call.pack_files import read_folder
from erasmus_desk.cli.main import main
from erasmus_desk.errors import Fault, PackInvalid
from erasmus_desk.i18n.messages import load_messages
from erasmus_desk.packs.check import check_files, find_packs
from erasmus_desk.packs.check import check_folder as check
from erasmus_desk.packs.form_faults import ROLES
from erasmus_desk.packs.word_faults import rules

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHIPPED = ROOT / "resources" / "calls"
VALID = [*find_packs(SHIPPED), *find_packs(HERE / "valid")]


def copy(name: str, to: Path) -> Path:
    for place in (HERE / "valid" / name).rglob("*.json"):
        target = to / name / place.relative_to(HERE / "valid" / name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(place.read_text("utf-8"), encoding="utf-8")
    return to / name


@pytest.mark.parametrize("folder", VALID, ids=lambda folder: folder.name)
def test_shipped_packs_and_packs_of_the_tests_are_valid(folder: Path) -> None:
    assert [str(fault) for fault in check(folder)] == []


@pytest.mark.parametrize("folder", find_packs(HERE / "invalid"), ids=lambda folder: folder.name)
def test_every_invalid_pack_is_found(folder: Path) -> None:
    assert check(folder)


@pytest.mark.parametrize(
    ("name", "file", "path", "code"),
    [
        ("unknown-computed", "form.json", "/questions[shared]", "unknown-computed"),
        ("condition-on-nothing", "form.json", "/questions[with]/when", "unknown-question"),
        ("criterion-unknown", "form.json", "/questions[wish]", "unknown-criterion"),
        ("never-asked", "form.json", "/questions[with]", "never-asked"),
        ("no-such-rule", "form.json", "/questions[wish]", "unknown-rule"),
        ("unused-source", "pack.json", "/sources", "unused-source"),
        ("missing-words", "words/en", "/question.with.label", "missing"),
        ("no-guidance", "words/en", "/question.with.build", "missing"),
        ("crooked-placeholder", "words/en/all.json", "/rule.required", "crooked-placeholder"),
    ],
)
def test_a_semantic_fault_is_named_with_its_path(
    name: str, file: str, path: str, code: str
) -> None:
    (fault,) = check(HERE / "invalid" / name)
    assert (fault.file, fault.path, fault.code) == (f"{name}/{file}", path, code)


def planted(name: str) -> list[list[str]]:
    """Return rows of file, text, replacement, path and code of the fault."""
    found: list[list[str]] = json.loads((HERE / name).read_text("utf-8"))
    return found


@pytest.mark.parametrize(
    ("pack", "file", "old", "new", "path", "code"),
    [
        *(("lump-sums", *row) for row in planted("planted.json")),
        *(("work-packages", *row) for row in planted("planted_balances.json")),
        *(("work-packages", *row) for row in planted("planted_carry.json")),
    ],
)
def test_a_planted_fault_is_found(
    tmp_path: Path, pack: str, file: str, old: str, new: str, path: str, code: str
) -> None:
    folder = copy(pack, tmp_path)
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = check(folder, (HERE / "valid",))
    assert (path, code) in [(one.path, one.code) for one in found]


def test_a_closed_call_has_no_deadline_to_come(tmp_path: Path) -> None:
    folder = copy("lump-sums", tmp_path)
    file = folder / "pack.json"
    text = file.read_text("utf-8")
    (deadline,) = Library((tmp_path,)).load_pack("lump-sums").deadlines
    before, after = (deadline.at + timedelta(minutes=one) for one in (-1, 0))
    assert check(folder, (), before) == check(folder, (), after) == ()
    file.write_text(text.replace('"state": "open"', '"state": "closed"'), encoding="utf-8")
    (fault,) = check(folder, (), before)
    assert (fault.path, fault.code) == ("/state", "coming-deadline")
    assert fault.found == f"{deadline.id}, {deadline.at:%Y-%m-%dT%H:%M}"
    assert check(folder, (), after) == ()


def test_each_direction_may_have_a_table_which_decides_every_question(tmp_path: Path) -> None:
    folder = copy("work-packages", tmp_path)
    other = copy("lump-sums", tmp_path)
    (other / "carry.json").write_text('{"tables": [{"from": "work-packages"}]}', encoding="utf-8")
    assert check(folder) == ()
    found = {(fault.path, fault.code) for fault in check(other)}
    assert found == {("/tables[work-packages]/answers", "not-decided")}


def test_a_reference_to_what_is_not_carried_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "ka220-2026"
    shutil.copytree(SHIPPED / folder.name, folder)
    file = folder / "carry.json"
    text, last = file.read_text("utf-8"), '{"from": "organisations", "to": "organisations"},\n'
    at = text.rindex(last)
    file.write_text(text[:at] + text[at + len(last) :], encoding="utf-8")
    found = {(one.path, one.code) for one in check(folder, (SHIPPED,))}
    place = "/tables[ka210-2026]/answers"
    assert {
        (f"{place}[act.lead]", "list-not-carried"),
        (f"{place}[act.orgs]", "list-not-carried"),
    } <= found
    assert (f"{place}[org.name]", "not-of-this-list") in found


def test_a_pack_alone_is_checked_without_the_calls_it_takes_drafts_from() -> None:
    assert check_files(read_folder(HERE / "valid" / "work-packages")) == ()


def test_a_text_in_two_files_is_found(tmp_path: Path) -> None:
    folder = copy("no-kinds", tmp_path)
    more = folder / "words" / "en" / "more.json"
    more.write_text('{"working": {"pack.name": "Again"}}', encoding="utf-8")
    found = {(fault.file, fault.code) for fault in check(folder)}
    assert found == {
        ("no-kinds/words/en/all.json", "named-twice"),
        ("no-kinds/words/en/more.json", "named-twice"),
    }


@pytest.mark.parametrize(
    ("french", "codes"),
    [
        ("Quand : [{plan.begins}][ ({plan.months})]", []),
        ("Quand : [{plan.months}][, {plan.begins}]", []),
        ("Quand : [{plan.begins}]", ["other-placeholders"]),
        ("Quand : [{plan.begins}][ ({tongue})]", ["other-placeholders"]),
    ],
)
def test_a_line_of_answers_has_the_same_answers_in_every_language(
    tmp_path: Path, french: str, codes: list[str]
) -> None:
    folder = copy("lump-sums", tmp_path)
    lines = {"en": "When: [{plan.begins}][ for {plan.months} months]", "fr": french}
    for language, line in lines.items():
        more = folder / "words" / language / "more.json"
        more.write_text(json.dumps({"working": {"group.idea.facts": line}}), encoding="utf-8")
    found = check(folder, (HERE / "valid",))
    assert [one.code for one in found if one.path == "/group.idea.facts"] == codes
    assert len(found) == len(codes)


def test_a_pack_without_texts_misses_them_all(tmp_path: Path) -> None:
    folder = copy("no-kinds", tmp_path)
    (folder / "words" / "en" / "all.json").unlink()
    assert {fault.code for fault in check(folder)} == {"missing"}


def test_a_call_needs_only_the_rules_that_it_has() -> None:
    packs = Library((HERE / "valid", SHIPPED))
    assert list(rules(packs.load_pack("no-kinds"))) == [
        "required",
        "over-limit",
        "too-many-choices",
        "email-shape",
    ]
    assert {"kind-barred", "project-end", "pic-shape"} <= set(rules(packs.load_pack("ka2-2017")))


def test_the_2017_call_has_every_role() -> None:
    assert set(Library((SHIPPED,)).load_pack("ka2-2017").roles) == set(ROLES)


def test_the_command_names_the_path_of_each_fault(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    assert main(["calls", "--check", str(HERE / "invalid" / "never-asked")]) == 1
    fault = "never-asked/form.json: /questions[with]: never-asked: with"
    assert capsys.readouterr().out.splitlines() == [
        f"{fault} (no section asks this question)",
        "never-asked: 1 fault.",
    ]
    assert main(["calls", "--check", str(HERE / "valid")]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "lump-sums: no faults found.",
        "no-kinds: no faults found.",
        "work-packages: no faults found.",
    ]
    assert main(["calls", "--check", str(HERE / "invalid" / "many-faults"), "--json"]) == 1
    (pack,) = json.loads(capsys.readouterr().out)["packs"]
    assert pack["id"] == "many-faults"
    assert pack["faults"][2] == {
        "file": "many-faults/form.json",
        "path": "/questions/1/type",
        "code": "unknown-word",
        "found": "maybe",
        "text": "many-faults/form.json: /questions/1/type: unknown-word: maybe "
        "(this is none of the possible values)",
    }
    assert not any(home.iterdir())


def test_a_fault_is_worded_in_the_language_of_the_user(
    capsys: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "nl_BE.UTF-8")
    folder = HERE / "invalid" / "never-asked"
    assert main(["calls", "--check", str(folder)]) == 1
    [line, _] = capsys.readouterr().out.splitlines()
    assert line == (
        "never-asked/form.json: /questions[with]: never-asked: with "
        "(geen onderdeel stelt deze vraag)"
    )
    dutch = load_messages(ROOT / "resources" / "sentences", "nl")
    error = PackInvalid("never-asked", check(folder))
    assert "(geen onderdeel stelt deze vraag)" in dutch.format_error(error).what
    unknown = Fault("a/form.json", "", "a-code-of-tomorrow", "x")
    assert not any(home.iterdir())
    assert dutch.format_fault(unknown) == str(unknown)


@pytest.mark.parametrize("folder", [HERE, HERE / "nowhere", Path(__file__)])
def test_a_folder_without_a_call_is_refused_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    assert main(["calls", "--check", str(folder)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert str(folder) in told.err
    assert not any(home.iterdir())


@pytest.mark.parametrize("name", ["pack", "form", "money", "words", "carry"])
@pytest.mark.share(2)
def test_the_schemas_accept_every_valid_pack(name: str) -> None:
    files = [
        str(file)
        for folder in VALID
        for file in (folder.glob("words/*/*.json" if name == "words" else f"{name}.json"))
    ]
    assert schema(name, *files).returncode == 0


@pytest.mark.parametrize(
    ("name", "packs"),
    [
        ("pack", ["other-format", "newer-version", "many-faults"]),
        ("form", ["misspelt-member", "no-source", "unknown-type", "no-such-rule", "many-faults"]),
        ("money", ["money-as-number", "many-faults"]),
    ],
)
def test_the_schemas_refuse_what_decoding_refuses(name: str, packs: list[str]) -> None:
    files = {str(HERE / "invalid" / pack / f"{name}.json") for pack in packs}
    done = schema(name, *files, "--output-format", "json")
    assert done.returncode == 1
    assert {one["filename"] for one in json.loads(done.stdout)["errors"]} == files


def schema(name: str, *files: str) -> subprocess.CompletedProcess[bytes]:
    where = str(SHIPPED / f"{name}.schema.json")
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", where, *files]
    return subprocess.run(command, capture_output=True, check=False)
