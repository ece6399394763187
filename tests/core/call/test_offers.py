"""What users want leads to a call, in the order in which calls are offered."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import CallState, Pack
from erasmus_desk.call.offers import Offer, find_first_path, list_offers, sort_packs

ROOT = Path(__file__).parents[3]
SHIPPED = ROOT / "resources" / "calls"
VALID = ROOT / "tests" / "packs" / "valid"


@pytest.fixture(scope="module")
def packs() -> tuple[Pack, ...]:
    return Library((SHIPPED,)).load_packs()[0]


def test_the_newest_calls_come_first_and_the_smaller_partnership_before_the_larger(
    packs: tuple[Pack, ...],
) -> None:
    deadlines = [max(one.at for one in pack.deadlines) for pack in packs]
    assert deadlines == sorted(deadlines, reverse=True)
    least = [min(one.organisations.value for one in pack.actions) for pack in packs[:2]]
    assert least == [2, 3]
    assert packs[-1].edition == "2017"


def test_an_open_call_comes_before_a_newer_one_that_is_closed(packs: tuple[Pack, ...]) -> None:
    oldest = replace(packs[-1], state=CallState.OPEN)
    provisional = replace(packs[1], state=CallState.PROVISIONAL)
    found = sort_packs((*packs[:1], oldest, provisional))
    assert [pack.state for pack in found] == ["open", "provisional", "closed"]


def test_a_later_deadline_brings_a_call_forward_without_a_word_of_code(
    packs: tuple[Pack, ...],
) -> None:
    last = packs[-1]
    later = replace(last.deadlines[0], at=datetime(2027, 3, 5, 11, tzinfo=UTC))
    found = sort_packs((*packs[:-1], replace(last, deadlines=(later,))))
    assert found[0].id == last.id


def test_each_wish_is_offered_once_and_what_a_call_serves_is_nowhere_a_dead_end(
    packs: tuple[Pack, ...],
) -> None:
    offers = list_offers(packs)
    served = [offer for offer in offers if offer.is_supported]
    assert [offer.call for offer in served] == [pack.id for pack in packs]
    assert offers[: len(served)] == tuple(served)
    others = [offer.path for offer in offers[len(served) :]]
    assert len(others) == len(set(others))
    assert not set(others) & {offer.path for offer in served}
    named = {path.id for pack in packs for path in pack.paths}
    assert {offer.path for offer in offers} == named
    # What a small partnership only mentions is a call of its own here.
    mentioned = {path.id for path in packs[0].paths if not path.is_supported}
    assert find_first_path(packs[1]) in mentioned


def test_without_the_other_call_its_wish_says_where_to_go(packs: tuple[Pack, ...]) -> None:
    alone = list_offers(packs[:1])
    assert Offer(packs[0].id, find_first_path(packs[1]), is_supported=False) in alone


def test_a_call_without_wishes_is_offered_by_its_name() -> None:
    pack = Library((VALID,)).load_pack("no-kinds")
    assert list_offers((pack,)) == (Offer("no-kinds", ""),)
    assert find_first_path(pack) == ""


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_shipped_call_says_whom_it_is_for_why_and_what_its_state_means(
    packs: tuple[Pack, ...], language: str
) -> None:
    library = Library((SHIPPED,))
    for pack in packs:
        texts = library.load_texts(pack.id, language)
        assert texts.get("pack.for")
        assert len(texts.paragraphs("pack.because")) > 1
        assert bool(texts.get("pack.state")) == (pack.state is CallState.CLOSED)


def test_a_call_that_cannot_be_read_is_left_out_and_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "pack.json").write_text("{", encoding="utf-8")
    packs, problems = Library((SHIPPED, tmp_path)).load_packs()
    assert "broken" not in [pack.id for pack in packs]
    assert [problem.facts["pack"] for problem in problems] == ["broken"]
