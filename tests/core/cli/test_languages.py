"""`check` and `budget` speak the language that is asked for, whatever that of the computer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from erasmus_desk.draft import file_format
from tests.core.desk_process import make_draft_with, run_copy


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    draft = make_draft_with(prj_duration="0,500")
    (tmp_path / "draft.erasmus").write_bytes(file_format.encode(draft))
    return tmp_path


@pytest.mark.parametrize(
    ("asked", "computer", "finding", "total"),
    [
        ((), "nl_BE", "kan meer dan één getal betekenen", "gevraagde subsidie"),
        (("--language", "nl"), "C", "kan meer dan één getal betekenen", "gevraagde subsidie"),
        (("--language", "nl-BE"), "C", "kan meer dan één getal betekenen", "gevraagde subsidie"),
        (("--language", "en"), "nl_BE", "can mean more than one number", "grant requested"),
    ],
)
def test_the_sentences_are_in_the_language_that_is_asked_for(
    asked: tuple[str, ...], computer: str, finding: str, total: str, folder: Path
) -> None:
    told = run_copy(folder, "check", "draft.erasmus", *asked, language=computer)
    assert finding in told.stdout
    report = run_copy(folder, "check", "draft.erasmus", *asked, "--json", language=computer)
    assert any(finding in one["message"] for one in json.loads(report.stdout)["findings"])
    assert total in run_copy(folder, "budget", "draft.erasmus", *asked, language=computer).stdout
