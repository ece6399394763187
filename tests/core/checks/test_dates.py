"""How long the project lasts, when it starts and when it ends."""

from dataclasses import replace
from datetime import date

import pytest

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Grade
from erasmus_desk.draft.model import Draft, Key
from tests.core.checks.finding_codes import codes, first, only
from tests.core.complete import play, put


@pytest.mark.parametrize("months", [1, 11, 37])
def test_a_duration_outside_the_action_blocks(months: int, vet: Draft, pack: Pack) -> None:
    finding = first("duration", play(vet, pack, "months", months), pack)
    assert (finding.grade, finding.key) == (Grade.BLOCKS, Key(pack.role("months")))
    assert (finding.facts["least"], finding.facts["most"]) == (12, 36)


@pytest.mark.parametrize(("months", "found"), [(12, []), (18, ["unusual-duration"]), (24, [])])
def test_a_duration_between_the_usual_ones_weakens(
    months: int, found: list[str], vet: Draft, pack: Pack
) -> None:
    assert codes(play(vet, pack, "months", months), pack) == found


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
    assert codes(play(vet, pack, "start", day), pack) == found


def test_while_one_of_several_rounds_is_not_chosen_no_window_holds(vet: Draft, pack: Pack) -> None:
    youth = play(play(vet, pack, "field", "youth"), pack, "start", date(2018, 3, 1))
    assert "start-window" not in codes(youth, pack)
    first_round = play(youth, pack, "round", "ka205-r1")
    assert "start-window" in codes(first_round, pack)
    last_round = play(youth, pack, "round", "ka205-r3")
    assert "start-window" not in codes(last_round, pack)


def test_an_end_after_the_last_day_blocks(vet: Draft, pack: Pack) -> None:
    draft = play(play(vet, pack, "start", date(2017, 10, 1)), pack, "months", 36)
    finding = only(draft, pack)
    assert (finding.code, finding.grade) == ("project-end", Grade.BLOCKS)
    assert finding.facts["found"] == date(2020, 9, 30)
    assert codes(play(draft, pack, "start", date(2017, 9, 1)), pack) == []


def with_a_given_end(pack: Pack) -> Pack:
    """Give the call with an end date that is asked, not computed."""
    end = pack.role("end")
    asked = replace(pack.form.questions[end], type=QuestionType.DATE, computed="")
    return replace(pack, form=replace(pack.form, questions={**pack.form.questions, end: asked}))


def test_where_the_end_is_asked_it_comes_after_the_start(vet: Draft, pack: Pack) -> None:
    other = with_a_given_end(pack)
    finding = only(put(vet, other.role("end"), date(2017, 8, 31)), other)
    assert (finding.code, finding.grade) == ("dates-reversed", Grade.BLOCKS)
    assert finding.key == Key(other.role("end"))
    assert codes(put(vet, other.role("end"), date(2019, 8, 31)), other) == []


@pytest.mark.parametrize("months", [10**6, 10**12])
def test_a_duration_beyond_every_calendar_is_found_and_no_fault(
    months: int, vet: Draft, pack: Pack
) -> None:
    assert codes(play(vet, pack, "months", months), pack) == ["duration"]
