"""A call as one file: made, sent, checked strictly, and added without replacing anything."""

from __future__ import annotations

import io
import json
import shutil
import stat
import zipfile
from pathlib import Path

import pytest

from erasmus_desk import paths
from erasmus_desk.call.library import Library
from erasmus_desk.call.pack_files import MAX_FILE
from erasmus_desk.cli.main import main
from erasmus_desk.draft.create import create_draft
from erasmus_desk.errors import PackFileError, PackInvalid, PackUnknown
from erasmus_desk.file_suffixes import CALL_SUFFIX
from erasmus_desk.packs import added_calls
from erasmus_desk.packs.added_calls import Effect, add_call
from erasmus_desk.packs.call_file import MAX_SIZE, read_call_file, write_call_file
from erasmus_desk.packs.check import find_packs
from erasmus_desk.storage import clock

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1] / "resources" / "calls"
VALID = HERE / "valid"
NAME = "work-packages"


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A call as it came by mail."""
    target = tmp_path / f"sent{CALL_SUFFIX}"
    write_call_file(VALID / NAME, target)
    return target


def entries(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewrite(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def revise(path: Path, **members: object) -> Path:
    """Change members of `pack.json` in a sent call."""
    parts = entries(path)
    pack = json.loads(parts["pack.json"]) | members
    return rewrite(path, parts | {"pack.json": json.dumps(pack).encode()})


@pytest.mark.parametrize("folder", find_packs(SHIPPED), ids=lambda folder: folder.name)
def test_a_call_comes_out_of_its_file_as_it_went_in(folder: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    write_call_file(folder, one)
    write_call_file(folder, other)
    assert one.read_bytes() == other.read_bytes()
    call = read_call_file(one)
    there = {
        place.relative_to(folder).as_posix(): place.read_text("utf-8")
        for place in folder.rglob("*.json")
    }
    assert call.files.contents == there
    library = Library((SHIPPED,))
    assert call.pack == library.load_pack(folder.name)
    for language in ("en", "nl", "xx"):
        assert call.load_texts(language) == library.load_texts(folder.name, language)


def test_a_call_with_faults_is_neither_made_a_file_nor_taken(tmp_path: Path) -> None:
    target = tmp_path / "made"
    with pytest.raises(PackInvalid):
        write_call_file(HERE / "invalid" / "never-asked", target)
    assert not target.exists()


TRICKS = {
    "up": "../pack.json",
    "absolute": "/pack.json",
    "drive": "C:\\pack.json",
    "up in words": "words/../pack.json",
    "deeper": "words/en/more/all.json",
    "program": "setup.exe",
    "folder of all": f"{NAME}/pack.json",
    "other case": "Words/en/all.json",
    "backslash": "words\\en\\more.json",
    "language": "words/english/all.json",
    "device": "words/en/con.txt",
    "hidden": "words/en/.json",
    "zero": "words/en/a\x00b.json",
}


@pytest.mark.parametrize("name", TRICKS.values(), ids=TRICKS)
def test_a_name_that_no_call_has_is_refused(sent: Path, name: str) -> None:
    rewrite(sent, {**entries(sent), name: b"{}"})
    with pytest.raises(PackFileError) as caught:
        read_call_file(sent)
    assert caught.value.message_id in {"pack.file.name", "pack.file.twice"}
    assert caught.value.facts["name"]


def test_two_entries_of_one_name_are_refused(sent: Path) -> None:
    with zipfile.ZipFile(sent, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("pack.json", b"{}")
    with pytest.raises(PackFileError) as caught:
        read_call_file(sent)
    assert caught.value.message_id == "pack.file.twice"


def test_a_link_is_read_as_its_text_and_never_followed(sent: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        parts = entries(sent)
        link = zipfile.ZipInfo("money.json")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, str(VALID / NAME / parts.popitem()[0]))
        for name in parts.keys() - {"money.json"}:
            archive.writestr(name, parts[name])
    sent.write_bytes(content.getvalue())
    with pytest.raises(PackInvalid) as caught:
        read_call_file(sent)
    assert "not-json" in {fault.code for fault in caught.value.faults}


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"words/en/more.json": b" " * (MAX_FILE + 1)}, "large"),
        ({f"words/en/more{n}.json": b" " * (MAX_FILE - 1) for n in range(5)}, "large"),
        ({f"words/en/more{n}.json": b"{}" for n in range(300)}, "large"),
    ],
    ids=["one part", "all parts", "many parts"],
)
def test_what_unpacks_to_more_than_a_call_needs_is_refused(
    sent: Path, parts: dict[str, bytes], code: str
) -> None:
    rewrite(sent, entries(sent) | parts)
    with pytest.raises(PackFileError) as caught:
        read_call_file(sent)
    assert caught.value.message_id == f"pack.file.{code}"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "foreign"),
        (b"PK\x05\x06" + bytes(18), ""),
        (b"%PDF-1.7", "foreign"),
        (b"PK\x03\x04 torn", "damaged"),
        (b"PK" + bytes(MAX_SIZE), "large"),
    ],
    ids=["empty", "empty zip", "another file", "torn", "large"],
)
def test_a_file_that_is_no_call_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / f"x{CALL_SUFFIX}"
    path.write_bytes(content)
    with pytest.raises(PackFileError if code else PackInvalid) as caught:
        read_call_file(path)
    assert caught.value.message_id == (f"pack.file.{code}" if code else "pack.invalid")


def test_a_file_with_a_password_is_told_as_such(sent: Path) -> None:
    content = bytearray(sent.read_bytes())
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(head)
        while at >= 0:
            content[at + flags] |= 1
            at = content.find(head, at + 1)
    sent.write_bytes(bytes(content))
    with pytest.raises(PackFileError) as caught:
        read_call_file(sent)
    assert caught.value.message_id == "pack.file.password"


@pytest.mark.parametrize("cut", range(1, 10))
def test_a_file_cut_off_anywhere_is_refused(sent: Path, cut: int) -> None:
    content = sent.read_bytes()
    sent.write_bytes(content[: len(content) * cut // 10])
    with pytest.raises(PackFileError):
        read_call_file(sent)


@pytest.mark.parametrize("name", ["CON", "..", "a/b", "a b", "x" * 41, "a@2", "pack.", "-a"])
def test_an_id_that_could_not_be_the_name_of_a_folder_everywhere_is_a_fault(
    sent: Path, name: str
) -> None:
    with pytest.raises(PackInvalid) as caught:
        read_call_file(revise(sent, id=name))
    assert "/id" in {fault.path for fault in caught.value.faults}


# Adding


def added(folder: Path) -> list[str]:
    return sorted(place.name for place in folder.iterdir()) if folder.exists() else []


def test_a_new_call_stands_beside_the_others(sent: Path, tmp_path: Path) -> None:
    folder = tmp_path / "calls"
    library = Library((SHIPPED, folder))
    before = library.list_packs()
    assert add_call(read_call_file(sent), folder, library) is Effect.NEW
    assert set(library.list_packs()) == {*before, NAME}
    assert library.load_pack(NAME) == Library((VALID,)).load_pack(NAME)
    assert library.load_texts(NAME, "pt") == Library((VALID,)).load_texts(NAME, "pt")
    assert add_call(read_call_file(sent), folder, library) is Effect.SAME
    assert added(folder) == [f"{NAME}@1"]


def test_proposals_stay_on_their_revision_and_new_ones_use_the_newest(
    sent: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "calls"
    library = Library((VALID, folder))
    first = library.load_pack(NAME)
    ref = create_draft(first, {"kind": first.kinds[0].id}, clock.now()).pack
    call = read_call_file(revise(sent, revision=3, edition="Later"))
    assert add_call(call, folder, library) is Effect.REVISION
    assert library.load_pack(NAME).revision == 3
    assert library.load_pack(ref.id, ref.revision) is first
    assert [pack.id for pack in library.load_packs()[0]].count(NAME) == 1
    # One that knows another revision is fitted to the next, as to a newer program.
    assert library.load_pack(NAME, 2).revision == 3
    assert library.load_pack(NAME, 9).revision == 3


def test_a_call_that_is_there_is_never_replaced(sent: Path, tmp_path: Path) -> None:
    folder = tmp_path / "calls"
    library = Library((VALID, folder))
    before = library.load_pack(NAME)
    later = tmp_path / "later"
    shutil.copy(sent, later)
    with pytest.raises(PackFileError) as caught:
        add_call(read_call_file(revise(sent, edition="Other")), folder, library)
    assert caught.value.message_id == "pack.file.taken"
    assert added(folder) == []
    add_call(read_call_file(revise(later, revision=5)), folder, library)
    with pytest.raises(PackFileError) as caught:
        add_call(read_call_file(revise(sent, revision=4)), folder, library)
    assert caught.value.message_id == "pack.file.older"
    assert added(folder) == [f"{NAME}@5"]
    assert library.load_pack(NAME, before.revision) is before


def test_a_stored_call_that_became_unreadable_is_mended_by_adding_it_again(
    sent: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "calls"
    add_call(read_call_file(sent), folder, Library((folder,)))
    (folder / f"{NAME}@1" / "form.json").write_text("{", encoding="utf-8")
    library = Library((SHIPPED, folder))
    packs, problems = library.load_packs()
    assert NAME not in [pack.id for pack in packs]
    assert [problem.facts["pack"] for problem in problems] == [NAME]
    assert add_call(read_call_file(sent), folder, library) is Effect.NEW
    assert Library((SHIPPED, folder)).load_packs()[1] == ()


def test_what_is_interrupted_leaves_no_call(
    sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "calls"
    half = folder / ".0123456789abcdef"
    shutil.copytree(VALID / NAME, half)
    library = Library((folder,))
    assert library.list_packs() == ()
    call = read_call_file(sent)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(added_calls.atomic_file, "write", stop)
    with pytest.raises(KeyboardInterrupt):
        add_call(call, folder, library)
    assert Library((folder,)).list_packs() == ()
    assert added(folder) == [half.name]


# The commands


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(["calls", *map(str, arguments)])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_only_a_file_of_the_same_call_is_replaced(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> None:
    target, proposal = tmp_path / f"call{CALL_SUFFIX}", tmp_path / "proposal.erasmus"
    write_call_file(VALID / "no-kinds", target)
    proposal.write_bytes(b"months of work")
    for taken in (target, proposal):
        before = taken.read_bytes()
        code, out, err = run(capsys, "--pack", VALID / NAME, "-o", taken)
        assert (code, out, taken.read_bytes()) == (2, "", before)
        assert str(taken) in err
    assert run(capsys, "--pack", VALID / "no-kinds", "-o", target)[0] == 0


def test_a_call_goes_from_a_folder_to_another_computer(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> None:
    target = tmp_path / f"call{CALL_SUFFIX}"
    assert run(capsys, "--pack", VALID / NAME, "-o", target)[0] == 0
    code, out, err = run(capsys, "--add", target)
    assert (code, err) == (0, "")
    for part in ("Shared orchards", "open", "21 March 2030", "Large garden", "en, pt", "Added:"):
        assert part in out
    assert added(paths.find_paths().added_calls) == [f"{NAME}@1"]
    assert NAME in run(capsys)[1]
    code, out, _ = run(capsys, "--add", target, "--json")
    assert json.loads(out)["effect"] == "same"
    draft = tmp_path / "draft.erasmus"
    arguments = ["--call", NAME, "--kind", "small", "--field", "gardening"]
    assert main(["new", str(draft), *arguments]) == 0


def test_a_proposal_for_a_call_that_is_not_there_says_which_and_how_to_add_it(
    capsys: pytest.CaptureFixture[str], home: Path, sent: Path, tmp_path: Path
) -> None:
    run(capsys, "--add", sent)
    draft = tmp_path / "draft.erasmus"
    main(["new", str(draft), "--call", NAME, "--kind", "small", "--field", "gardening"])
    shutil.rmtree(paths.find_paths().added_calls)
    capsys.readouterr()
    assert main(["check", str(draft)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert NAME in told.err
    assert "calls --add FILE" in told.err
    with pytest.raises(PackUnknown) as caught:
        Library((SHIPPED,)).load_pack(NAME, 1)
    assert caught.value.message_id == "pack.unknown.of-proposal"


def test_faults_are_named_one_a_line_and_nothing_is_added(
    capsys: pytest.CaptureFixture[str], home: Path, sent: Path
) -> None:
    parts = entries(sent)
    form = json.loads(parts["form.json"])
    form["questions"][0]["type"] = "maybe"
    del form["questions"][1]["id"]
    rewrite(sent, parts | {"form.json": json.dumps(form).encode()})
    code, out, err = run(capsys, "--add", sent)
    assert (code, err) == (1, "")
    places = [line.split(": ")[:2] for line in out.splitlines()[:-1]]
    assert [f"{sent.stem}/form.json", "/questions/0/type"] in places
    assert [f"{sent.stem}/form.json", "/questions/1/id"] in places
    assert not any(home.rglob("*.json"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("--add", "nowhere.erasmus-call"),
        ("--add", HERE),
        ("--add", Path(__file__)),
        ("--pack", "nowhere"),
        ("--pack", HERE),
        ("--check", VALID, "--add", "x"),
        ("--check", VALID, "-o", "x"),
        ("-o", "x"),
    ],
    ids=str,
)
def test_what_cannot_be_used_is_one_line_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], home: Path, arguments: tuple[object, ...]
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert not any(home.iterdir())
