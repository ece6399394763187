"""Checks of the duration, start and end of the project."""

from datetime import date

import pytest
from msgspec.structs import replace

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Grade
from erasmus_desk.draft.model import Draft, Key
from tests.core.checks.finding_codes import find_codes, find_first, find_only
from tests.core.complete import put_answer, put_role


@pytest.mark.parametrize("months", [1, 11, 37])
def test_a_duration_outside_the_action_blocks(months: int, vet: Draft, pack: Pack) -> None:
    finding = find_first("duration", put_role(vet, pack, "months", months), pack)
    assert (finding.grade, finding.key) == (Grade.BLOCKS, Key(pack.role("months")))
    assert (finding.facts["least"], finding.facts["most"]) == (12, 36)


@pytest.mark.parametrize(("months", "found"), [(12, []), (18, ["unusual-duration"]), (24, [])])
def test_a_duration_that_the_agency_of_the_proposal_did_not_advise_is_a_matter_of_style(
    months: int, found: list[str], vet: Draft, pack: Pack
) -> None:
    draft = put_role(put_role(vet, pack, "agency", "ES01"), pack, "months", months)
    assert [code for code in find_codes(draft, pack) if code == "unusual-duration"] == found
    if found:
        finding = find_first("unusual-duration", draft, pack)
        assert (finding.grade, finding.key) == (Grade.STYLE, Key(pack.role("months")))


@pytest.mark.parametrize("months", [12, 16, 18, 30, 36])
def test_other_agencies_advised_no_duration(months: int, vet: Draft, pack: Pack) -> None:
    assert find_codes(put_role(vet, pack, "months", months), pack) == []


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2017, 8, 31), ["start-window"]),
        (date(2017, 9, 1), []),
        (date(2017, 12, 31), []),
        (date(2018, 1, 1), ["start-window"]),
    ],
)
def test_a_start_outside_the_window_of_the_deadline_blocks(
    day: date, found: list[str], vet: Draft, pack: Pack
) -> None:
    assert find_codes(put_role(vet, pack, "start", day), pack) == found


def test_while_one_of_several_rounds_is_not_chosen_no_window_holds(vet: Draft, pack: Pack) -> None:
    youth = put_role(put_role(vet, pack, "field", "youth"), pack, "start", date(2018, 3, 1))
    assert "start-window" not in find_codes(youth, pack)
    first_round = put_role(youth, pack, "round", "ka205-r1")
    assert "start-window" in find_codes(first_round, pack)
    last_round = put_role(youth, pack, "round", "ka205-r3")
    assert "start-window" not in find_codes(last_round, pack)


def test_an_end_after_a_last_day_that_no_source_names_weakens(vet: Draft, pack: Pack) -> None:
    draft = put_role(put_role(vet, pack, "start", date(2017, 10, 1)), pack, "months", 36)
    finding = find_only(draft, pack)
    assert (finding.code, finding.grade) == ("project-end", Grade.WEAKENS)
    assert finding.facts["found"] == date(2020, 9, 30)
    assert find_codes(put_role(draft, pack, "start", date(2017, 9, 1)), pack) == []


def ask_for_the_end(pack: Pack) -> Pack:
    """Return the call with an end date that is a question, not computed."""
    end = pack.role("end")
    question = replace(pack.form.questions[end], type=QuestionType.DATE, computed="")
    return replace(pack, form=replace(pack.form, questions={**pack.form.questions, end: question}))


def test_where_the_end_is_a_question_it_comes_after_the_start(vet: Draft, pack: Pack) -> None:
    other = ask_for_the_end(pack)
    finding = find_only(put_answer(vet, other.role("end"), date(2017, 8, 31)), other)
    assert (finding.code, finding.grade) == ("dates-reversed", Grade.BLOCKS)
    assert finding.key == Key(other.role("end"))
    assert find_codes(put_answer(vet, other.role("end"), date(2019, 8, 31)), other) == []


@pytest.mark.parametrize("months", [10**6, 10**12])
def test_a_duration_beyond_every_calendar_is_found_without_an_error(
    months: int, vet: Draft, pack: Pack
) -> None:
    assert find_codes(put_role(vet, pack, "months", months), pack) == ["duration"]
