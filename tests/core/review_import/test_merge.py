"""Answers are merged three ways: as sent, in the draft, and in one or several files."""

from datetime import UTC, date, datetime
from itertools import permutations
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.draft.model import Draft, Key, PackRef, Value
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor
from erasmus_desk.review_import.merge import FileAnswers, merge_answers
from erasmus_desk.review_import.result import AnswerMerge, MergeStatus, ProposedAnswer

NOW = datetime(2017, 1, 10, 12, 0, tzinfo=UTC)
KEY = Key("sum.text")
BASE = "We teach small boards in four schools."
TINY = BASE.replace("small", "tiny")
FIVE = BASE.replace("four", "five")
SIX = BASE.replace("four", "six")


def make_draft(**answers: Value) -> Draft:
    given_answers = {Key(name.replace("_", ".")): value for name, value in answers.items()}
    ref = PackRef("ka2-2017", "2017", 1)
    return Draft("d", ref, NOW, NOW, MappingProxyType(given_answers))


def make_answers(
    value: Value | None, sent: Value | None = BASE, author: str = "Ana"
) -> FileAnswers:
    theirs = ProposedAnswer(value, RevisionAuthor(author, NOW), f"{author}.docx")
    return FileAnswers({} if sent is None else {KEY: sent}, ((KEY, theirs),))


def merge(mine: Value | None, *files: FileAnswers) -> AnswerMerge:
    draft = make_draft(sum_text=mine) if mine is not None else make_draft()
    found = {merge_answers(draft, order)[KEY] for order in permutations(files)}
    assert len(found) == 1
    return found.pop()


def test_what_nobody_changed_is_unchanged() -> None:
    assert merge(BASE, make_answers(BASE)).status is MergeStatus.UNCHANGED


def test_what_only_they_changed_is_proposed() -> None:
    one = merge(BASE, make_answers(FIVE))
    assert (one.status, one.merged, one.can_merge) == (MergeStatus.PROPOSED, FIVE, True)
    assert one.theirs[0].by.name == "Ana"


def test_what_only_we_changed_is_kept() -> None:
    one = merge(TINY, make_answers(BASE))
    assert (one.status, one.sent, one.mine) == (MergeStatus.KEPT, BASE, TINY)


def test_what_both_changed_alike_is_unchanged() -> None:
    assert merge(FIVE, make_answers(FIVE)).status is MergeStatus.UNCHANGED


def test_changes_of_both_at_different_places_are_a_conflict_that_can_be_merged() -> None:
    one = merge(TINY, make_answers(FIVE))
    assert (one.status, one.can_merge) == (MergeStatus.CONFLICT, True)
    assert one.merged == BASE.replace("small", "tiny").replace("four", "five")


def test_changes_of_both_at_one_place_cannot_be_merged() -> None:
    one = merge(SIX, make_answers(FIVE))
    assert (one.status, one.can_merge, one.merged) == (MergeStatus.CONFLICT, False, None)


def test_two_reviewers_at_different_places_are_one_proposal() -> None:
    one = merge(BASE, make_answers(FIVE), make_answers(TINY, author="Bo"))
    assert one.status is MergeStatus.PROPOSED
    assert one.merged == BASE.replace("small", "tiny").replace("four", "five")
    assert {theirs.value for theirs in one.theirs} == {FIVE, TINY}


def test_two_reviewers_at_one_place_are_a_conflict() -> None:
    one = merge(BASE, make_answers(FIVE), make_answers(SIX, author="Bo"))
    assert (one.status, one.can_merge, len(one.theirs)) == (MergeStatus.CONFLICT, False, 2)


def test_the_same_from_two_is_one_proposal_in_both_names() -> None:
    (theirs,) = merge(BASE, make_answers(FIVE), make_answers(FIVE, author="Bo")).theirs
    assert (theirs.by.name, theirs.file) == ("Ana, Bo", "Ana.docx, Bo.docx")


def test_an_unchanged_side_never_conflicts() -> None:
    one = merge(BASE, make_answers(BASE), make_answers(FIVE, author="Bo"))
    assert (one.status, len(one.theirs)) == (MergeStatus.PROPOSED, 1)


def test_an_old_file_whose_change_is_here_already_changes_nothing() -> None:
    longer = f"{FIVE} We went on writing."
    assert merge(longer, make_answers(FIVE)).status is MergeStatus.UNCHANGED


def test_files_of_two_copies_are_each_compared_with_what_they_were_sent() -> None:
    one = merge(FIVE, make_answers(BASE), make_answers(f"{FIVE} More.", sent=FIVE, author="Bo"))
    assert (one.status, one.merged) == (MergeStatus.PROPOSED, f"{FIVE} More.")
    both = merge(FIVE, make_answers(TINY), make_answers(f"{FIVE} More.", sent=FIVE, author="Bo"))
    assert (both.status, both.can_merge) == (MergeStatus.CONFLICT, True)
    assert both.merged == f"{FIVE} More.".replace("small", "tiny")


def test_a_new_answer_and_one_taken_out_are_proposed() -> None:
    assert merge(None, make_answers(FIVE, sent=None)).merged == FIVE
    out = merge(BASE, make_answers(None))
    assert (out.status, out.merged, out.can_merge) == (MergeStatus.PROPOSED, None, True)


def test_an_empty_text_is_no_answer() -> None:
    assert merge("", make_answers(None, sent=None)).status is MergeStatus.UNCHANGED


def test_other_answers_are_the_same_or_in_conflict() -> None:
    march, april, may = (date(2017, month, 1) for month in (3, 4, 5))
    assert merge(march, make_answers(april, sent=march)).status is MergeStatus.PROPOSED
    one = merge(may, make_answers(april, sent=march))
    assert (one.status, one.can_merge) == (MergeStatus.CONFLICT, False)
    two = merge(march, make_answers(april, sent=march), make_answers(may, sent=march, author="Bo"))
    assert (two.status, two.can_merge) == (MergeStatus.CONFLICT, False)


def test_yes_is_not_the_number_one() -> None:
    assert merge(1, make_answers(True, sent=1)).status is MergeStatus.PROPOSED


def test_a_file_that_shows_an_answer_at_two_places_may_contain_two_versions() -> None:
    theirs = tuple(
        (KEY, ProposedAnswer(value, RevisionAuthor("Ana"), "a.docx")) for value in (FIVE, TINY)
    )
    one = merge(BASE, FileAnswers({KEY: BASE}, theirs))
    assert one.merged == BASE.replace("small", "tiny").replace("four", "five")


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "\n"]), max_size=6).map(" ".join)


@given(WORDS, WORDS, st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3))
def test_any_files_in_any_order_give_the_same(
    base: str, mine: str, pairs: list[tuple[str, str]]
) -> None:
    files = [
        make_answers(value, sent=base if number % 2 else sent, author=f"P{number}")
        for number, (sent, value) in enumerate(pairs)
    ]
    one = merge(mine, *files)
    # Each change is here already, proposed, or one side of a conflict.
    if one.status in {MergeStatus.UNCHANGED, MergeStatus.KEPT}:
        assert one.theirs == ()
    if one.status is MergeStatus.PROPOSED:
        assert one.can_merge
