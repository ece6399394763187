"""Answers below the form's own questions in any Word file are offered for a new draft."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest

from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft import review_state
from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.visibility import visible_questions
from erasmus_desk.errors import ReturnedError
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.export import ExportRequest
from erasmus_desk.review_import import earlier_proposal
from erasmus_desk.review_import.decisions import (
    AcceptMode,
    apply_decisions,
    auto_decisions,
)
from erasmus_desk.review_import.docx_reader import reader
from erasmus_desk.review_import.result import ImportResult
from erasmus_desk.storage import drafts
from tests.core.desk_process import run_copy
from tests.core.review_import.corpus.drafts import RESOURCES
from tests.core.review_import.strangers import KINDS, LIBRARY, write_stranger
from tests.core.review_import.test_strangers import load_victim
from tests.languages import each_language

PACK = load_victim().pack
LANGUAGES = [LIBRARY.load_texts(PACK.id, language) for language in PACK.languages]
LABELS = ("{label}", "{number}. {label}", "E.{number} {label}", "{label} *", "({number}) {label}:")


def make_new() -> Draft:
    return create_draft(PACK, {"kind": "innovation", "field": "vet"}, datetime.now(UTC))


def offer(content: bytes) -> ImportResult:
    document = reader.read_document(content, "earlier.docx")
    return earlier_proposal.offer_answers([document], make_new(), PACK, LANGUAGES)


def offered(result: ImportResult) -> dict[Key, Value | None]:
    assert all(one.is_guess for one in result.answers)
    return {one.key: one.theirs[0].value for one in result.answers}


def long_answers(draft: Draft) -> dict[Key, str]:
    """Return the long answers of a draft that a new one of its kind is asked for."""
    visible = visible_questions(make_new(), PACK)
    keys = [one.key for one in visible if one.question.type is QuestionType.TEXT]
    return {key: draft.text(key.question) for key in keys if draft.get(key) and not key.item}


def write(*paragraphs: tuple[str, int]) -> bytes:
    """Return a file of paragraphs with their heading levels, 0 for none."""
    made = docx.Document()
    for text, level in paragraphs:
        if level:
            made.add_heading(text, level)
        else:
            made.add_paragraph(text)
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("profile", [Profile.CLEAN, Profile.QUESTIONS])
@pytest.mark.share(2)
def test_our_own_file_of_an_earlier_proposal_offers_every_long_answer(
    profile: Profile, language: str
) -> None:
    old = load_victim().draft
    request = ExportRequest(profile, language)
    content = export.render_word(old, LIBRARY, RESOURCES, request).content
    assert offered(offer(content)) == long_answers(old)


@pytest.mark.parametrize("language", each_language(PACK.languages))
@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("level", [0, 2])
@pytest.mark.share(5)
def test_questions_are_found_with_and_without_numbers(
    language: str, label: str, level: int
) -> None:
    words = LIBRARY.load_texts(PACK.id, language)
    answers = long_answers(load_victim().draft)
    paragraphs: list[tuple[str, int]] = [("An earlier proposal", 1)]
    for number, key in enumerate(answers, start=1):
        asked = words.get(f"question.{key.question}.label")
        paragraphs += [
            (label.format(label=asked, number=number), level),
            *((line, 0) for line in (f"Line one of {key}", "", f"- line {number}")),
        ]
    found = offered(offer(write(*paragraphs)))
    assert found == {
        key: f"Line one of {key}\n\n- line {number}" for number, key in enumerate(answers, start=1)
    }


def test_another_heading_ends_an_answer_and_one_below_belongs_to_it() -> None:
    asked = LANGUAGES[0].get("question.des.rationale.label")
    content = write(
        (asked, 2), ("Our need", 0), ("Why now", 3), ("Because", 0), ("Others", 2), ("Not ours", 0)
    )
    assert offered(offer(content)) == {Key("des.rationale"): "Our need\nWhy now\nBecause"}


def test_nothing_is_applied_by_itself_and_what_is_left_is_a_guess() -> None:
    asked = LANGUAGES[0].get("question.des.rationale.label")
    result, new = offer(write((asked, 1), ("Our need", 0))), make_new()
    for mode in AcceptMode:
        applied = apply_decisions(new, PACK.form, result, auto_decisions(result, mode))
        (one,) = applied.unresolved
        assert (one.near, one.text, one.reason) == (Key("des.rationale"), "Our need", "guess")
        after = new.apply(*applied.change_set.changes)
        assert after.get(Key("des.rationale")) is None


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "other proposal"])
def test_a_file_without_the_questions_of_the_form_offers_nothing(kind: str) -> None:
    with pytest.raises(ReturnedError) as caught:
        offer(write_stranger(kind, 1, load_victim()))
    assert caught.value.message_id == "returned.no-questions"


def test_only_a_draft_without_long_answers_is_new() -> None:
    assert earlier_proposal.is_new(make_new(), PACK)
    assert not earlier_proposal.is_new(load_victim().draft, PACK)


NEW = ("new", "new.erasmus", "--call", "ka2-2017", "--kind", "innovation", "--field", "vet")


def test_the_command_new_keeps_the_answers_to_decide_on(tmp_path: Path) -> None:
    asked = LANGUAGES[0].get("question.des.rationale.label")
    (tmp_path / "old.docx").write_bytes(write((asked, 1), ("Our need", 0)))
    done = run_copy(tmp_path, *NEW, "--from", "old.docx")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 answer of old.docx is offered" in done.stdout
    draft = drafts.read(tmp_path / "new.erasmus").draft
    (one,) = review_state.list_unresolved(draft)
    assert (one.near, one.text, one.reason) == (Key("des.rationale"), "Our need", "guess")
    assert draft.get(Key("des.rationale")) is None


def test_the_command_new_refuses_a_file_without_answers_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "old.docx").write_bytes(write(("A letter", 1), ("Dear Ann", 0)))
    done = run_copy(tmp_path, *NEW, "--from", "old.docx")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "old.docx contains no answers below the questions of this call." in done.stderr
    assert not (tmp_path / "new.erasmus").exists()
