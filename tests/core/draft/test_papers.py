"""The papers that organisations sign: the call says which, the draft when each was received."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import PaperSigner
from erasmus_desk.call.pack_files import PackFiles, read_folder
from erasmus_desk.draft import file_format
from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.list_changes import add_item, remove_item
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.papers import (
    PaperStep,
    find_paper_key,
    find_paper_question,
    is_paper_key,
    list_papers,
)
from erasmus_desk.draft.reconcile import reconcile_draft
from erasmus_desk.packs.check import check_files
from tests.core.draft.carried import answers_of, carry

CALLS = Path(__file__).parents[3] / "resources" / "calls"
NOW = datetime(2026, 2, 1, 9, tzinfo=UTC)
DAY = date(2026, 2, 10)
ASKED = '"by": "partners", "question": "anx.ready"'


def make_draft(call: str, partners: int = 2) -> Draft:
    draft = create_draft(Library((CALLS,)).load_pack(call), {}, NOW)
    for number in range(partners):
        draft = draft.apply(*add_item(draft, "organisations", f"p{number}").changes)
    return draft


def put(draft: Draft, key: Key, value: date | str) -> Draft:
    return draft.apply(draft.change(key, value))


@pytest.mark.parametrize(
    ("call", "of_partners"),
    [("ka2-2017", "mandate"), ("ka210-2026", "accession"), ("ka220-2026", "accession")],
)
def test_the_applicant_signs_the_declaration_and_each_partner_a_paper(
    call: str, of_partners: str
) -> None:
    draft, pack = make_draft(call), Library((CALLS,)).load_pack(call)
    applicant, *partners = draft.items("organisations")
    listed = list_papers(draft, pack)
    found = {paper.id: [one.organisation for one in signed] for paper, signed in listed}
    assert found == {"declaration": [applicant], of_partners: partners}
    assert all(pack.option(one.question, one.option) for one in pack.papers)


def test_a_paper_is_received_when_that_has_a_date() -> None:
    draft, pack = make_draft("ka220-2026"), Library((CALLS,)).load_pack("ka220-2026")
    partner = draft.items("organisations")[1]
    keys = {step: find_paper_key("accession", partner, step) for step in PaperStep}

    def state(draft: Draft) -> tuple[PaperStep | None, bool]:
        one = list_papers(draft, pack)[1][1][0]
        return one.last_step, one.is_received

    assert state(draft) == (None, False)
    draft = put(draft, keys[PaperStep.SENT], DAY)
    assert state(draft) == (PaperStep.SENT, False)
    draft = put(draft, keys[PaperStep.RECEIVED], "soon")
    assert state(draft) == (PaperStep.SENT, False)
    draft = put(draft, keys[PaperStep.RECEIVED], DAY)
    assert state(draft) == (PaperStep.RECEIVED, True)
    assert {find_paper_question(key, pack) for key in keys.values()} == {"anx.ready"}
    again = reconcile_draft(file_format.decode(file_format.encode(draft)).draft, pack)
    assert list_papers(again, pack) == list_papers(draft, pack)
    without = draft.apply(*remove_item(draft, "organisations", partner, form=pack.form).changes)
    assert [one.organisation for one in list_papers(without, pack)[1][1]] == ["p1"]


def test_everybody_may_have_to_sign() -> None:
    draft, pack = make_draft("ka220-2026"), Library((CALLS,)).load_pack("ka220-2026")
    papers = tuple(replace(one, signer=PaperSigner.EVERYBODY) for one in pack.papers)
    for _, signed in list_papers(draft, replace(pack, papers=papers)):
        assert tuple(one.organisation for one in signed) == draft.items("organisations")


def test_dates_wait_in_a_carried_draft_and_next_year_begins_without() -> None:
    draft = make_draft("ka220-2026")
    key = find_paper_key("accession", draft.items("organisations")[1], PaperStep.SENT)
    draft = put(draft, key, DAY)
    there = carry(draft, "ka210-2026").draft
    assert not any(map(is_paper_key, there.answers))
    assert answers_of(carry(there, "ka220-2026").draft) == answers_of(draft)
    assert not any(map(is_paper_key, carry(draft, "ka220-2026").draft.answers))


@pytest.mark.parametrize(
    ("old", "new", "place", "code"),
    [
        (
            f'{ASKED}, "option": "accession"',
            f'{ASKED}, "option": "x"',
            "/papers[accession]/option",
            "unknown-option",
        ),
        ('"by": "partners"', '"by": "friends"', "/papers/1/by", "unknown-word"),
        (ASKED, '"by": "partners", "question": "x"', "/papers[accession]", "unknown-question"),
        (
            f'{ASKED}, "option": "accession"',
            '"by": "partners", "question": "org.newcomer"',
            "/papers[accession]/question",
            "not-inside",
        ),
    ],
)
def test_a_paper_that_the_form_does_not_know_is_a_fault(
    old: str, new: str, place: str, code: str
) -> None:
    sound = read_folder(CALLS / "ka220-2026")
    text = sound.contents["pack.json"]
    assert old in text
    contents = {**sound.contents, "pack.json": text.replace(old, new, 1)}
    found = check_files(PackFiles(sound.name, contents, sound.languages))
    assert (place, code) in [(one.path, one.code) for one in found]
