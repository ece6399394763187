"""Checks of the style of answers and the translation of the summary."""

import pytest

from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Grade
from erasmus_desk.draft.model import Draft, Key
from tests.core.checks.finding_codes import find_codes, find_only
from tests.core.complete import put_answer, put_role

LONG = "The four schools share one way of working, and each of them brings a strength. " * 8


def test_an_answer_below_a_tenth_of_its_limit_is_very_short(vet: Draft, pack: Pack) -> None:
    finding = find_only(put_answer(vet, "des.rationale", "We want to. " * 8), pack)
    assert (finding.code, finding.grade) == ("very-short", Grade.STYLE)
    assert finding.evidence is None
    assert find_codes(put_answer(vet, "des.rationale", LONG), pack) == []


def test_an_optional_answer_may_be_short(vet: Draft, pack: Pack) -> None:
    assert find_codes(put_answer(vet, "dis.other", "No."), pack) == []


def test_a_paragraph_repeated_in_a_second_answer_is_found_there(vet: Draft, pack: Pack) -> None:
    draft = put_answer(put_answer(vet, "des.rationale", LONG), "sus.text", f"First this.\n\n{LONG}")
    finding = find_only(draft, pack)
    assert (finding.code, finding.grade, finding.key) == (
        "repeated-text",
        Grade.STYLE,
        Key("sus.text"),
    )


def test_the_summary_may_repeat_other_answers(vet: Draft, pack: Pack) -> None:
    draft = put_role(put_answer(vet, "des.rationale", LONG), pack, "summary", LONG)
    assert find_codes(draft, pack) == []


def test_a_translation_that_is_the_summary_itself_weakens(school: Draft, pack: Pack) -> None:
    draft = put_role(school, pack, "summary", LONG)
    finding = find_only(put_role(draft, pack, "summary_translation", f" {LONG}\n"), pack)
    assert (finding.code, finding.grade) == ("same-summary", Grade.WEAKENS)
    assert (
        find_codes(put_role(draft, pack, "summary_translation", LONG + "In English."), pack) == []
    )


@pytest.mark.parametrize("mark", ["TODO", "XXX", "???", "lorem ipsum", "[...]", "[…]", "TBC"])
def test_an_unfinished_place_weakens(mark: str, vet: Draft, pack: Pack) -> None:
    finding = find_only(put_answer(vet, "des.rationale", f"{LONG} {mark} {LONG}"), pack)
    assert (finding.code, finding.grade, finding.facts["found"]) == (
        "unfinished",
        Grade.WEAKENS,
        mark,
    )


@pytest.mark.parametrize("text", ["Is it so? Yes...", "Todo o mundo", "XXL shirts", "[sic]"])
def test_text_that_only_looks_unfinished_is_allowed(text: str, vet: Draft, pack: Pack) -> None:
    assert find_codes(put_answer(vet, "des.rationale", LONG + text), pack) == []


@pytest.mark.parametrize("hidden", ["\x00", "\x0b", "\ud800", "\ufffe", "\u202e"])
def test_hidden_characters_are_counted(hidden: str, vet: Draft, pack: Pack) -> None:
    finding = find_only(put_answer(vet, "des.rationale", LONG + hidden * 2), pack)
    assert (finding.code, finding.grade, finding.facts["n"]) == (
        "hidden-characters",
        Grade.STYLE,
        2,
    )


def test_tabs_and_line_ends_are_no_hidden_characters(vet: Draft, pack: Pack) -> None:
    assert find_codes(put_answer(vet, "des.rationale", LONG + "\tone\r\ntwo\n"), pack) == []


@pytest.mark.parametrize(
    ("title", "found"),
    [("READING TOGETHER", ["title-capitals"]), ("Reading TOGETHER", []), ("BOARDWISE", [])],
)
def test_a_title_in_capitals_is_found(title: str, found: list[str], vet: Draft, pack: Pack) -> None:
    assert find_codes(put_role(vet, pack, "title", title), pack) == found
