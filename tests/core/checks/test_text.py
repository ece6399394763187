"""How the answers read, and the translation of the summary."""

import pytest

from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Grade
from erasmus_desk.draft.model import Draft, Key
from tests.core.checks.finding_codes import codes, only
from tests.core.complete import play, put

LONG = "The four schools share one way of working, and each of them brings a strength. " * 8


def test_an_answer_that_leaves_nine_tenths_empty_is_very_short(vet: Draft, pack: Pack) -> None:
    finding = only(put(vet, "des.rationale", "We want to. " * 8), pack)
    assert (finding.code, finding.grade) == ("very-short", Grade.STYLE)
    assert finding.evidence is None
    assert codes(put(vet, "des.rationale", LONG), pack) == []


def test_an_optional_answer_may_be_short(vet: Draft, pack: Pack) -> None:
    assert codes(put(vet, "dis.other", "No."), pack) == []


def test_a_paragraph_pasted_into_a_second_answer_is_found_there(vet: Draft, pack: Pack) -> None:
    draft = put(put(vet, "des.rationale", LONG), "sus.text", f"First this.\n\n{LONG}")
    finding = only(draft, pack)
    assert (finding.code, finding.grade, finding.key) == (
        "repeated-text",
        Grade.STYLE,
        Key("sus.text"),
    )


def test_the_summary_may_repeat_what_stands_elsewhere(vet: Draft, pack: Pack) -> None:
    draft = play(put(vet, "des.rationale", LONG), pack, "summary", LONG)
    assert codes(draft, pack) == []


def test_a_translation_that_is_the_summary_itself_weakens(school: Draft, pack: Pack) -> None:
    draft = play(school, pack, "summary", LONG)
    finding = only(play(draft, pack, "summary_translation", f" {LONG}\n"), pack)
    assert (finding.code, finding.grade) == ("same-summary", Grade.WEAKENS)
    assert codes(play(draft, pack, "summary_translation", LONG + "In English."), pack) == []


@pytest.mark.parametrize("mark", ["TODO", "XXX", "???", "lorem ipsum", "[...]", "[…]", "TBC"])
def test_a_place_left_open_weakens(mark: str, vet: Draft, pack: Pack) -> None:
    finding = only(put(vet, "des.rationale", f"{LONG} {mark} {LONG}"), pack)
    assert (finding.code, finding.grade, finding.facts["found"]) == (
        "unfinished",
        Grade.WEAKENS,
        mark,
    )


@pytest.mark.parametrize("text", ["Is it so? Yes...", "Todo o mundo", "XXL shirts", "[sic]"])
def test_what_only_looks_alike_is_let_be(text: str, vet: Draft, pack: Pack) -> None:
    assert codes(put(vet, "des.rationale", LONG + text), pack) == []


@pytest.mark.parametrize("hidden", ["\x00", "\x0b", "\ud800", "\ufffe", "\u202e"])
def test_characters_nobody_sees_are_counted(hidden: str, vet: Draft, pack: Pack) -> None:
    finding = only(put(vet, "des.rationale", LONG + hidden * 2), pack)
    assert (finding.code, finding.grade, finding.facts["n"]) == (
        "hidden-characters",
        Grade.STYLE,
        2,
    )


def test_tabs_and_line_ends_are_no_hidden_characters(vet: Draft, pack: Pack) -> None:
    assert codes(put(vet, "des.rationale", LONG + "\tone\r\ntwo\n"), pack) == []


@pytest.mark.parametrize(
    ("title", "found"),
    [("READING TOGETHER", ["title-capitals"]), ("Reading TOGETHER", []), ("BOARDWISE", [])],
)
def test_a_title_in_capitals_is_found(title: str, found: list[str], vet: Draft, pack: Pack) -> None:
    assert codes(play(vet, pack, "title", title), pack) == found
