"""The recommended project type and its reasons."""

from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.call.recommendation import recommend

CALLS = Path(__file__).parents[3] / "resources" / "calls"
VALID = Path(__file__).parents[2] / "packs" / "valid"
FOR_INNOVATION = {"result": "new", "users": "outside", "time": "paid"}
FOR_EXCHANGE = {"result": "shared", "users": "inside", "experience": "first"}


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Library((CALLS, VALID)).load_pack("ka2-2017")


def test_answers_in_favour_of_a_kind_recommend_it_with_the_strongest_reason_first(
    pack: Pack,
) -> None:
    found = recommend(pack, FOR_INNOVATION)
    assert found.kind == "innovation"
    assert found.points == {"innovation": 7, "good-practice": 0}
    assert found.reasons[0] == "advice.result.new.because"
    assert len(found.reasons) == 3
    assert recommend(pack, FOR_EXCHANGE).kind == "good-practice"


def test_answers_in_favour_of_another_kind_are_no_reason(pack: Pack) -> None:
    found = recommend(pack, FOR_INNOVATION | {"meeting": "heart", "partners": "mixed"})
    assert found.kind == "innovation"
    assert not {"advice.meeting.heart.because", "advice.partners.mixed.because"} & set(
        found.reasons
    )


def test_a_draw_recommends_nothing_but_has_reasons(pack: Pack) -> None:
    found = recommend(pack, {"result": "both", "users": "near"})
    assert found.kind == ""
    assert found.reasons == ("advice.result.both.because", "advice.users.near.because")


def test_no_answer_and_an_unknown_one_give_no_points(pack: Pack) -> None:
    assert recommend(pack, {}).reasons == ()
    assert recommend(pack, {"result": "gold", "colour": "red"}).points["innovation"] == 0


def test_a_call_without_kinds_has_nothing_to_recommend() -> None:
    found = recommend(Library((VALID,)).load_pack("no-kinds"), {"result": "new"})
    assert (found.kind, dict(found.points), found.reasons) == ("", {}, ())


def test_another_call_follows_the_same_rule() -> None:
    found = recommend(Library((VALID,)).load_pack("lump-sums"), {"hands": "many"})
    assert (found.kind, found.reasons) == ("large", ("advice.hands.many.because",))
