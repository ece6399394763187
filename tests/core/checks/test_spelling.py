"""Unknown words are told at their answer, as style, where somebody looked them up."""

from __future__ import annotations

from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.checks.spelling import MOST_NAMED
from erasmus_desk.draft.model import Draft, Key
from tests.core.checks.finding_codes import MESSAGES, IdsAsTexts

TEXT = Key("des.rationale")


def find_unknown(draft: Draft, pack: Pack, words: dict[Key, tuple[str, ...]]) -> list[Finding]:
    return [one for one in run_checks(draft, pack, words) if one.code == "unknown-words"]


def test_unknown_words_are_told_with_their_number_and_by_name(vet: Draft, pack: Pack) -> None:
    (found,) = find_unknown(vet, pack, {TEXT: ("leerkragt", "projekt")})
    assert (found.grade, found.key, found.blocks) == (Grade.STYLE, TEXT, False)
    english = MESSAGES[0].format_finding(found.code, found.facts, IdsAsTexts())
    assert "2 words" in english.what
    assert "leerkragt, projekt" in english.what
    (one,) = find_unknown(vet, pack, {TEXT: ("leerkragt",)})
    assert "1 word " in MESSAGES[0].format_finding(one.code, one.facts, IdsAsTexts()).what


def test_of_many_words_some_are_named(vet: Draft, pack: Pack) -> None:
    words = tuple(f"woord{number}" for number in range(MOST_NAMED + 1))
    (found,) = find_unknown(vet, pack, {TEXT: words})
    assert found.facts["n"] == MOST_NAMED + 1
    assert str(found.facts["words"]).endswith(f"{words[-2]}, …")


def test_nothing_is_told_of_right_words_and_of_answers_that_are_not_asked(
    vet: Draft, pack: Pack
) -> None:
    assert find_unknown(vet, pack, {}) == []
    assert find_unknown(vet, pack, {TEXT: (), Key("no.such"): ("leerkragt",)}) == []
