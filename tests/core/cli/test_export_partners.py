"""`export --partner`: one file for one partner, or one for each."""

import json
import re
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Key
from erasmus_desk.storage import drafts
from tests.core.desk_process import run_copy, snapshot
from tests.core.export.plans import make_plan
from tests.core.export.spreadsheet.test_workbook import change_answers
from tests.core.reviewed import replace_answer

PORTO = "AIRWISE - Secondary school Porto 2.docx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    draft = change_answers(
        make_plan(6, 2, 2, 2, 2), org__acronym___p2="TAMP", org__name_nat___p3="Scuola"
    )
    (tmp_path / "air.erasmus").write_bytes(file_format.encode(draft))
    return tmp_path


def read_text(file: Path) -> str:
    with zipfile.ZipFile(file) as archive:
        body = archive.read("word/document.xml").decode("utf-8")
    return re.sub(r"<[^>]*>", " ", body)


def list_files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.rglob("*.docx"))


@pytest.mark.parametrize(
    "partner", ["p1", "2", "Secondary school Porto 2", "SECONDARY school porto 2"]
)
def test_a_partner_is_named_by_id_number_or_name(partner: str, folder: Path) -> None:
    done = run_copy(folder, "export", "air.erasmus", "--profile", "partners", "--partner", partner)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Word file: {PORTO}\n"
    assert list_files(folder) == [PORTO]
    assert "Secondary school Porto 2" in read_text(folder / PORTO)


@pytest.mark.parametrize(("partner", "number"), [("tamp", 3), ("scuola", 4)])
def test_a_partner_is_found_by_its_short_name_and_that_in_its_own_language(
    partner: str, number: int, folder: Path
) -> None:
    assert run_copy(folder, "export", "air.erasmus", "--partner", partner).returncode == 0
    assert list_files(folder)[0].endswith(f" {number}.docx")


def test_the_reply_date_is_on_the_cover(folder: Path) -> None:
    day = datetime.now(UTC).astimezone().date() + timedelta(days=30)
    done = run_copy(
        folder, "export", "air.erasmus", "--partner", "2", "--reply-by", f"{day}", "-o", "x.docx"
    )
    assert done.returncode == 0
    assert f"{day.day}\u00a0{day:%B}\u00a0{day.year}" in read_text(folder / "x.docx")


def test_the_language_of_the_call_is_the_second_language_unless_declined(
    folder: Path,
) -> None:
    def export_text(*more: str) -> str:
        done = run_copy(folder, "export", "air.erasmus", "--partner", "2", "-o", "x.docx", *more)
        assert done.returncode == 0, done.stderr
        return read_text(folder / "x.docx")

    assert "Adres" not in export_text().split()
    assert {"Address", "Adres"} <= set(export_text("--beside", "nl").split())
    assert {"Address", "Adres"} <= set(export_text("--language", "nl").split())
    assert "Address" not in export_text("--language", "nl", "--beside", "none").split()


def test_all_partners_get_a_file_each_in_the_folder_that_is_named(folder: Path) -> None:
    done = run_copy(folder, "export", "air.erasmus", "--partner", "all", "-o", "packs")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 5
    assert list_files(folder / "packs") == sorted(
        f"AIRWISE - Secondary school {name}.docx"
        for name in ("Porto 2", "Tampere 3", "Verona 4", "Eindhoven 5", "Lublin 6")
    )


def test_a_reply_date_is_read_as_people_write_it(folder: Path) -> None:
    command = ("export", "air.erasmus", "--partner", "2", "-o", "x.docx", "--reply-by")
    year = datetime.now(UTC).year + 1
    for typed in (f"{year}-09-01", f"1.9.{year}", f"1 Sept {year}"):
        assert run_copy(folder, *command, typed).returncode == 0
        assert f"1 September {year}" in " ".join(read_text(folder / "x.docx").split())
    done = run_copy(folder, *command, f"31 February {year}")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_two_partners_of_one_name_get_two_files(folder: Path) -> None:
    draft = change_answers(
        make_plan(4, 0, 0, 0, 0), **dict.fromkeys(list_name_keys(1, 2, 3), "Our school")
    )
    (folder / "air.erasmus").write_bytes(file_format.encode(draft))
    assert run_copy(folder, "export", "air.erasmus", "--partner", "all").returncode == 0
    assert list_files(folder) == [
        "AIRWISE - Our school (2).docx",
        "AIRWISE - Our school (3).docx",
        "AIRWISE - Our school (4).docx",
    ]
    assert "Our school (3)" in read_text(folder / "AIRWISE - Our school (3).docx")
    done = run_copy(folder, "export", "air.erasmus", "--partner", "our school")
    assert done.returncode == 2
    assert "2 Our school; 3 Our school; 4 Our school" in done.stderr
    (folder / "one").mkdir()
    done = run_copy(
        folder, "export", "air.erasmus", "--partner", "our school (3)", "-o", "one/x.docx"
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = run_copy(folder, "budget", "air.erasmus").stdout
    assert all(f"Our school ({number})" in told for number in (2, 3, 4))


def list_name_keys(*places: int) -> list[str]:
    return [f"org__name_lat___p{place}" for place in places]


REFUSED: dict[str, tuple[tuple[str, ...], str]] = {
    "nobody named": (("--profile", "partners"), "2 Secondary school Porto 2"),
    "nobody of that name": (("--partner", "Nowhere"), "2 Secondary school Porto 2"),
    "a number too high": (("--partner", "7"), "6 Secondary school Lublin 6"),
    "a number too low": (("--partner", "0"), "“0”"),
    "another profile": (("--profile", "clean", "--partner", "2"), "--partner"),
    "a date without a partner": (("--reply-by", "2099-01-31"), "--reply-by"),
    "a language without a partner": (("--beside", "nl"), "--beside"),
    "no date": (("--partner", "2", "--reply-by", "next week"), "next week"),
    "no such date": (("--partner", "2", "--reply-by", "2099-02-30"), "2099-02-30"),
    "a past date": (("--partner", "2", "--reply-by", "2017-03-01"), "1 March 2017"),
    "an unknown language": (("--partner", "2", "--beside", "tlh"), ", nl"),
    "with a sheet": (("--partner", "2", "--sheet", "x.xlsx"), "--partner"),
    "onto the draft": (("--partner", "2", "-o", "air.erasmus"), "air.erasmus"),
    "all onto a file": (("--partner", "all", "-o", "air.erasmus"), "air.erasmus"),
    "all below no folder": (("--partner", "all", "-o", "gone/packs"), "gone/packs"),
    "no template": (("--partner", "all", "--template", "house.docx"), "house.docx"),
}


@pytest.mark.parametrize("language", ["C", "nl_BE.UTF-8"])
@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.share(3)
def test_what_cannot_be_done_is_refused_in_one_line_and_nothing_is_written(
    case: str, language: str, folder: Path
) -> None:
    more, named = REFUSED[case]
    before = snapshot(folder)
    done = run_copy(folder, "export", "air.erasmus", *more, language=language)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("erasmus-desk: ")
    assert done.stderr.count("\n") == 1
    assert language != "C" or named in done.stderr
    assert snapshot(folder) == before


@pytest.mark.parametrize(("partners", "wanted"), [(0, "all"), (0, "1"), (1, "all")])
def test_without_partners_the_command_is_refused(partners: int, wanted: str, folder: Path) -> None:
    draft = change_answers(make_plan(1, 0, 0, 0, 0), organisations=("p0",)[:partners])
    (folder / "air.erasmus").write_bytes(file_format.encode(draft))
    done = run_copy(folder, "export", "air.erasmus", "--partner", wanted)
    assert done.returncode == 2
    assert "no partners yet" in done.stderr


def test_the_draft_is_not_changed(folder: Path) -> None:
    before = (folder / "air.erasmus").read_bytes()
    run_copy(folder, "export", "air.erasmus", "--partner", "all")
    assert (folder / "air.erasmus").read_bytes() == before
    assert json.loads(before)["format"] == "erasmus-desk draft"


def test_the_reply_of_a_partner_is_imported_into_its_own_part(folder: Path) -> None:
    assert (
        run_copy(folder, "export", "air.erasmus", "--partner", "all", "-o", "out").returncode == 0
    )
    replies = [str(file.relative_to(folder)) for file in sorted((folder / "out").glob("*.docx"))]
    before = drafts.read(folder / "air.erasmus").draft

    same = run_copy(folder, "merge", "air.erasmus", *replies)
    assert (same.returncode, same.stdout) == (
        0,
        "air.erasmus: nothing to import. No changes were found.\n",
    )

    reply = folder / "out" / PORTO
    reply.write_bytes(replace_answer(reply.read_bytes(), "org.city@p1", "Vila Nova de Gaia"))
    done = run_copy(folder, "merge", "air.erasmus", *replies, "--json")
    assert done.returncode == 0, done.stdout
    report = json.loads(done.stdout)
    assert [(one["question"], one["item"]) for one in report["applied"]] == [("org.city", "p1")]
    assert (report["conflicts"], report["tray"]) == ([], [])
    after = drafts.read(folder / "air.erasmus").draft
    assert after.text("org.city", "p1") == "Vila Nova de Gaia"
    assert {**after.answers, Key("org.city", "p1"): before.text("org.city", "p1")} == dict(
        before.answers
    )


def test_papers_are_files_of_their_own_that_overwrite_nothing_of_others(folder: Path) -> None:
    (folder / "AIRWISE - Annexes.docx").write_bytes(b"mine")
    done = run_copy(folder, "export", "air.erasmus", "--papers", "annexes")
    assert (done.returncode, done.stdout) == (0, "Word file: AIRWISE - Annexes (2).docx\n")
    assert "AIRWISE - Annexes.docx was changed" in done.stderr
    assert (folder / "AIRWISE - Annexes.docx").read_bytes() == b"mine"
    done = run_copy(folder, "export", "air.erasmus", "--papers", "letters", "-o", "letters")
    assert (done.returncode, done.stdout.count("AIRWISE - Mandate - ")) == (0, 5)
    for more in (("--pdf", "x.pdf"), ("--reply-by", "2099-01-01"), ("--partner", "2")):
        refused = run_copy(folder, "export", "air.erasmus", "--papers", "annexes", *more)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert more[0] in refused.stderr
