"""The library of packs: shipped ones, added ones, and nothing outside their folders."""

import shutil
from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.errors import PackInvalid, PackUnknown

VALID = Path(__file__).parents[2] / "packs" / "valid"


def test_all_packs_are_listed_without_being_read(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "pack.json").write_text("{", encoding="utf-8")
    (tmp_path / "no pack").mkdir()
    found = Library((VALID, tmp_path, tmp_path / "not there")).list_packs()
    assert found == ("broken", "lump-sums", "no-kinds", "work-packages")


def test_a_pack_is_read_once() -> None:
    library = Library((VALID,))
    assert library.load_pack("lump-sums") is library.load_pack("lump-sums")
    assert library.load_texts("lump-sums", "fr") is library.load_texts("lump-sums", "fr")


def test_the_first_folder_that_holds_an_id_wins(tmp_path: Path) -> None:
    shutil.copytree(VALID / "no-kinds", tmp_path / "no-kinds")
    changed = tmp_path / "no-kinds" / "pack.json"
    changed.write_text(changed.read_text("utf-8").replace("Pilot", "Added"), encoding="utf-8")
    assert Library((VALID, tmp_path)).load_pack("no-kinds").edition == "Pilot"
    assert Library((tmp_path, VALID)).load_pack("no-kinds").edition == "Added"


@pytest.mark.parametrize("name", ["nothing", "", ".", "..", "../valid/no-kinds", "no-kinds/"])
def test_a_name_that_is_no_pack_is_unknown_and_never_a_path(name: str) -> None:
    with pytest.raises(PackUnknown) as caught:
        Library((VALID,)).load_pack(name)
    assert caught.value.facts == {"pack": name, "known": "lump-sums, no-kinds, work-packages"}


@pytest.mark.parametrize("file", ["form.json", "money.json"])
def test_a_pack_without_one_of_its_files_is_invalid(tmp_path: Path, file: str) -> None:
    shutil.copytree(VALID / "no-kinds", tmp_path / "no-kinds")
    (tmp_path / "no-kinds" / file).unlink()
    with pytest.raises(PackInvalid) as caught:
        Library((tmp_path,)).load_pack("no-kinds")
    (fault,) = caught.value.faults
    assert (fault.file, fault.code) == (f"no-kinds/{file}", "missing")


def test_a_file_that_is_no_text_is_invalid(tmp_path: Path) -> None:
    shutil.copytree(VALID / "no-kinds", tmp_path / "no-kinds")
    (tmp_path / "no-kinds" / "form.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PackInvalid) as caught:
        Library((tmp_path,)).load_pack("no-kinds")
    assert [(one.code, one.found) for one in caught.value.faults] == [("unreadable", "")]


def test_texts_are_in_the_requested_language_or_the_main_one() -> None:
    library = Library((VALID,))
    assert library.load_texts("lump-sums", "fr").get("kind.small.short") == "Petit"
    assert library.load_texts("lump-sums", "nl").get("kind.small.short") == "Small"
    assert library.load_texts("lump-sums", "nl").language == "en"


@pytest.mark.parametrize("folder", ["erasmus_desk", "ui"])
def test_the_call_of_a_proposal_is_always_that_of_its_revision(folder: str) -> None:
    root = Path(__file__).parents[3]
    newest = [
        place.relative_to(root).as_posix()
        for place in (root / folder).rglob("*.py")
        if "load_pack(draft.pack.id)" in place.read_text("utf-8")
    ]
    # A start that is not a proposal yet goes on with the newest.
    assert [name for name in newest if name != "ui/controllers/unfinished_starts.py"] == []
