"""Each answer three ways: what was sent, what is here, and what one or several files brought."""

from datetime import UTC, date, datetime
from itertools import permutations
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.draft.model import Draft, Key, PackRef, Value
from erasmus_desk.review_import.docx_reader.document import By
from erasmus_desk.review_import.merge import Reply, merged
from erasmus_desk.review_import.result import Answered, Theirs, Verdict

NOW = datetime(2017, 1, 10, 12, 0, tzinfo=UTC)
KEY = Key("sum.text")
BASE = "We teach small boards in four schools."
TINY = BASE.replace("small", "tiny")
FIVE = BASE.replace("four", "five")
SIX = BASE.replace("four", "six")


def draft_with(**answers: Value) -> Draft:
    given_answers = {Key(name.replace("_", ".")): value for name, value in answers.items()}
    ref = PackRef("ka2-2017", "2017", 1)
    return Draft("d", ref, NOW, NOW, MappingProxyType(given_answers))


def reply(value: Value | None, sent: Value | None = BASE, author: str = "Ana") -> Reply:
    theirs = Theirs(value, By(author, NOW), f"{author}.docx")
    return Reply({} if sent is None else {KEY: sent}, ((KEY, theirs),))


def three(mine: Value | None, *replies: Reply) -> Answered:
    draft = draft_with(sum_text=mine) if mine is not None else draft_with()
    found = {merged(draft, order)[KEY] for order in permutations(replies)}
    assert len(found) == 1
    return found.pop()


def test_what_nobody_changed_is_unchanged() -> None:
    assert three(BASE, reply(BASE)).verdict is Verdict.UNCHANGED


def test_what_only_they_changed_is_proposed() -> None:
    one = three(BASE, reply(FIVE))
    assert (one.verdict, one.merged, one.can_merge) == (Verdict.PROPOSED, FIVE, True)
    assert one.theirs[0].by.author == "Ana"


def test_what_only_we_changed_is_kept() -> None:
    one = three(TINY, reply(BASE))
    assert (one.verdict, one.sent, one.mine) == (Verdict.KEPT, BASE, TINY)


def test_what_both_changed_alike_is_unchanged() -> None:
    assert three(FIVE, reply(FIVE)).verdict is Verdict.UNCHANGED


def test_changes_of_both_at_different_places_are_a_conflict_that_can_be_merged() -> None:
    one = three(TINY, reply(FIVE))
    assert (one.verdict, one.can_merge) == (Verdict.CONFLICT, True)
    assert one.merged == BASE.replace("small", "tiny").replace("four", "five")


def test_changes_of_both_at_one_place_cannot_be_merged() -> None:
    one = three(SIX, reply(FIVE))
    assert (one.verdict, one.can_merge, one.merged) == (Verdict.CONFLICT, False, None)


def test_two_reviewers_at_different_places_are_one_proposal() -> None:
    one = three(BASE, reply(FIVE), reply(TINY, author="Bo"))
    assert one.verdict is Verdict.PROPOSED
    assert one.merged == BASE.replace("small", "tiny").replace("four", "five")
    assert {theirs.value for theirs in one.theirs} == {FIVE, TINY}


def test_two_reviewers_at_one_place_are_a_conflict() -> None:
    one = three(BASE, reply(FIVE), reply(SIX, author="Bo"))
    assert (one.verdict, one.can_merge, len(one.theirs)) == (Verdict.CONFLICT, False, 2)


def test_the_same_from_two_is_one_proposal_in_both_names() -> None:
    (theirs,) = three(BASE, reply(FIVE), reply(FIVE, author="Bo")).theirs
    assert (theirs.by.author, theirs.file) == ("Ana, Bo", "Ana.docx, Bo.docx")


def test_one_who_changed_nothing_is_in_nobodys_way() -> None:
    one = three(BASE, reply(BASE), reply(FIVE, author="Bo"))
    assert (one.verdict, len(one.theirs)) == (Verdict.PROPOSED, 1)


def test_an_old_file_whose_change_is_here_already_changes_nothing() -> None:
    longer = f"{FIVE} We went on writing."
    assert three(longer, reply(FIVE)).verdict is Verdict.UNCHANGED


def test_files_of_two_sendings_are_each_compared_with_what_they_were_sent() -> None:
    one = three(FIVE, reply(BASE), reply(f"{FIVE} More.", sent=FIVE, author="Bo"))
    assert (one.verdict, one.merged) == (Verdict.PROPOSED, f"{FIVE} More.")
    both = three(FIVE, reply(TINY), reply(f"{FIVE} More.", sent=FIVE, author="Bo"))
    assert (both.verdict, both.can_merge) == (Verdict.CONFLICT, True)
    assert both.merged == f"{FIVE} More.".replace("small", "tiny")


def test_a_new_answer_and_one_taken_out_are_proposed() -> None:
    assert three(None, reply(FIVE, sent=None)).merged == FIVE
    out = three(BASE, reply(None))
    assert (out.verdict, out.merged, out.can_merge) == (Verdict.PROPOSED, None, True)


def test_an_empty_text_is_no_answer() -> None:
    assert three("", reply(None, sent=None)).verdict is Verdict.UNCHANGED


def test_other_answers_are_the_same_or_in_conflict() -> None:
    march, april, may = (date(2017, month, 1) for month in (3, 4, 5))
    assert three(march, reply(april, sent=march)).verdict is Verdict.PROPOSED
    one = three(may, reply(april, sent=march))
    assert (one.verdict, one.can_merge) == (Verdict.CONFLICT, False)
    two = three(march, reply(april, sent=march), reply(may, sent=march, author="Bo"))
    assert (two.verdict, two.can_merge) == (Verdict.CONFLICT, False)


def test_yes_is_not_the_number_one() -> None:
    assert three(1, reply(True, sent=1)).verdict is Verdict.PROPOSED


def test_a_file_that_shows_an_answer_at_two_places_may_bring_two_states_of_it() -> None:
    theirs = tuple((KEY, Theirs(value, By("Ana"), "a.docx")) for value in (FIVE, TINY))
    one = three(BASE, Reply({KEY: BASE}, theirs))
    assert one.merged == BASE.replace("small", "tiny").replace("four", "five")


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "\n"]), max_size=6).map(" ".join)


@given(WORDS, WORDS, st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3))
def test_any_files_in_any_order_give_the_same(
    base: str, mine: str, files: list[tuple[str, str]]
) -> None:
    replies = [
        reply(value, sent=base if number % 2 else sent, author=f"P{number}")
        for number, (sent, value) in enumerate(files)
    ]
    one = three(mine, *replies)
    # Each change is here already, proposed, or one side of a conflict.
    if one.verdict in {Verdict.UNCHANGED, Verdict.KEPT}:
        assert one.theirs == ()
    if one.verdict is Verdict.PROPOSED:
        assert one.can_merge
