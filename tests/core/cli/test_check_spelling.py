"""The command `check --spelling` with the real dictionaries: what it names, and what it leaves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import pytest

from erasmus_desk.draft import file_format, spelling_marks
from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.spelling import protocol
from tests.core.complete import put_answer
from tests.core.desk_process import make_draft_with, run_copy

TEXT, TITLE, NAME = Key("des.rationale"), Key("prj.title"), "org.name"
pytestmark = pytest.mark.skipif(not protocol.is_installed(), reason="there is no wheel here")


@pytest.fixture
def draft() -> Draft:
    """A Dutch proposal with a word that no dictionary has, in a text, a title and a name."""
    draft = make_draft_with()
    school = draft.items("organisations")[0]
    draft = put_answer(draft, "ctx.language", "nl")
    draft = put_answer(draft, TEXT.question, "De leerkragt geeft les in Talentra.")
    draft = put_answer(draft, TITLE.question, "De leerkragt")
    return put_answer(draft, NAME, "Zqxschool", school)


def find(folder: Path, draft: Draft, *options: str) -> tuple[dict[str, str], str]:
    """Return the unknown words of each answer as they are told, and what is told beside."""
    file = folder / "plan.erasmus"
    file.write_bytes(file_format.encode(draft))
    done = run_copy(folder, "check", str(file), "--json", *options)
    findings = cast("list[dict[str, str]]", json.loads(done.stdout)["findings"])
    found = {one["question"]: one for one in findings if one["code"] == "unknown-words"}
    assert {one["grade"] for one in found.values()} <= {"style"}
    return {key: one["message"] for key, one in found.items()}, done.stderr


def test_unknown_words_are_named_by_answer_only_for_whoever_wants_it(
    tmp_path: Path, draft: Draft
) -> None:
    assert find(tmp_path, draft) == ({}, "")
    found, told = find(tmp_path, draft, "--spelling")
    assert told == ""
    assert "leerkragt, Talentra" in found[TEXT.question]
    assert "leerkragt" in found[TITLE.question]
    assert NAME not in found


def test_what_the_proposal_and_the_user_say_of_words_and_languages_holds(
    tmp_path: Path, draft: Draft
) -> None:
    words = tmp_path / "home" / "local" / "words.txt"
    words.parent.mkdir(parents=True)
    words.write_text("leerkragt\n", encoding="utf-8")
    known = draft.apply(spelling_marks.set_known(draft, "Talentra", is_known=True))
    assert find(tmp_path, known, "--spelling")[0].keys() & {TEXT.question, TITLE.question} == set()
    unchecked = draft.apply(
        spelling_marks.set_language(draft, TEXT, spelling_marks.NO_LANGUAGE),
        spelling_marks.set_language(draft, TITLE, "fi"),
    )
    found, told = find(tmp_path, unchecked, "--spelling")
    assert found.keys() & {TEXT.question, TITLE.question} == set()
    assert told == (
        "erasmus-desk: The spelling of Finnish was not checked: "
        "there is no dictionary for it on this computer.\n"
    )


def test_a_damaged_dictionary_is_told_and_the_others_are_used(tmp_path: Path, draft: Draft) -> None:
    folder = tmp_path / "home" / "local" / "dictionaries"
    folder.mkdir(parents=True)
    for name in ("nl.aff", "nl.dic"):
        (folder / name).write_bytes(b"\0no dictionary\xff")
    english = Change(Key(spelling_marks.LANGUAGE, str(TEXT)), None, "en")
    found, told = find(tmp_path, draft.apply(english), "--spelling")
    assert "The spelling of Dutch was not checked: the dictionary is damaged." in told
    assert "leerkragt" in found[TEXT.question]
    assert TITLE.question not in found
