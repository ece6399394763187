"""The list of organisations says which of them applies: the first, or the one that is marked."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft.agencies import list_fitting_agencies
from erasmus_desk.draft.computed import find_applicant_name
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.organisations import find_applicant, list_partners
from erasmus_desk.packs.form_faults import lists
from erasmus_desk.storage import drafts
from tests.core.complete import put_answer

LEADS = "org.leads"
RESOURCES = Path(__file__).parents[3] / "resources"
CALLS = ("ka2-2017", "ka210-2026", "ka220-2026")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Library((RESOURCES / "calls",)).load_pack(CALLS[0])


@pytest.fixture(scope="module")
def marked(pack: Pack) -> Pack:
    return mark_lead(pack, QuestionType.YESNO)


def mark_lead(pack: Pack, kind: QuestionType, lead: str = LEADS) -> Pack:
    """Return the call with a question that says which organisation applies."""
    spec = pack.form.lists["organisations"]
    asked = {LEADS: Question(LEADS, kind, pack.form.questions["org.pic"].evidence)}
    form = replace(
        pack.form,
        questions={**pack.form.questions, **asked},
        lists={
            **pack.form.lists,
            spec.id: replace(spec, questions=(*spec.questions, LEADS), lead=lead),
        },
    )
    return replace(pack, form=form)


@pytest.fixture(scope="module")
def draft() -> Draft:
    return drafts.read(RESOURCES / "examples" / "innovation-vet.erasmus").draft


def test_the_first_applies_where_the_list_says_so(draft: Draft, pack: Pack) -> None:
    first, *others = draft.items("organisations")
    assert find_applicant(draft, pack) == first
    assert list_partners(draft, pack) == tuple(others)


def test_the_marked_one_applies_where_a_question_says_so(draft: Draft, marked: Pack) -> None:
    first, second, *others = draft.items("organisations")
    assert find_applicant(draft, marked) == ""
    assert find_applicant_name(draft, marked) is None
    assert list_partners(draft, marked) == draft.items("organisations")
    led = put_answer(put_answer(draft, LEADS, False, first), LEADS, True, second)
    assert find_applicant(led, marked) == second
    assert list_partners(led, marked) == (first, *others)
    assert find_applicant_name(led, marked) == led.text("org.name_lat", second)


def test_rules_on_the_applicant_follow_the_mark(draft: Draft, pack: Pack, marked: Pack) -> None:
    _, second, *_ = draft.items("organisations")
    led = put_answer(draft, LEADS, True, second)
    at = Key("org.country", second)
    abroad = put_answer(led, "org.country", "CH", second)
    codes = {one.code: one.key for one in run_checks(abroad, marked)}
    assert codes["applicant-country"] == at
    assert {one.code: one.key for one in run_checks(abroad, pack)}["partner-country"] == at
    spain = put_answer(put_answer(led, "org.country", "ES", second), "na.id", None)
    assert {one.country for one in list_fitting_agencies(spain, marked)} <= {"ES", ""}


def test_the_amount_of_the_coordinator_goes_to_the_marked_one(draft: Draft, marked: Pack) -> None:
    _, second, *_ = draft.items("organisations")
    led = put_answer(draft, LEADS, True, second)
    lines = [one for one in compute_grant(led, marked).lines if one.category == "pmi"]
    most = max(lines, key=lambda one: one.amount)
    assert most.organisation == second


@pytest.mark.parametrize(
    ("kind", "lead", "code"),
    [
        (QuestionType.YESNO, LEADS, ""),
        (QuestionType.NUMBER, LEADS, "wrong-type"),
        (QuestionType.YESNO, "prj.title", "not-of-this-list"),
        (QuestionType.YESNO, "first", ""),
    ],
)
def test_a_lead_that_no_item_can_be_is_a_fault(
    pack: Pack, kind: QuestionType, lead: str, code: str
) -> None:
    found = [one for one in lists(mark_lead(pack, kind, lead)) if one[0].endswith("/lead")]
    assert found == ([("/lists[organisations]/lead", code, lead)] if code else [])


def test_every_shipped_call_says_which_organisation_applies() -> None:
    for name in CALLS:
        form = json.loads((RESOURCES / "calls" / name / "form.json").read_text(encoding="utf-8"))
        [listed] = [one for one in form["lists"] if one["id"] == "organisations"]
        assert listed["lead"] == "first"
