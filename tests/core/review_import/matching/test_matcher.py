"""Each text of a file that came home is put to its answer, and none is lost."""

from dataclasses import replace

import pytest

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import Why
from erasmus_desk.review_import.docx_reader.document import Comment, Fate, Line, Span, Story
from erasmus_desk.review_import.matching.matcher import How, placed
from erasmus_desk.round_trip.record import Piece, Role
from tests.core.review_import.papers import (
    ANNA,
    answer,
    asked,
    changed,
    cut,
    file,
    fixed,
    home,
    line,
    put,
    record,
    spans,
    texts,
    tracked,
    whole,
)

WHY = "We want pupils to measure the water of their own river."
HOW = "Each school takes samples in spring.\nThe teachers compare them.\n\nPupils draw maps."
WHO = "Three schools work together on this."
SENT = record(
    [
        fixed("C. What for", "why", 1),
        *asked("why", "Why is this needed?", WHY),
        *asked("how", "How will it be done?", HOW),
        fixed("D. With whom", "who", 1),
        *asked("who", "Who takes part?", WHO),
        *asked("later", "What comes later?", "Nothing is planned yet after the end."),
    ]
)


def edited(text: str, new: str, *, controls: bool) -> list[Line]:
    """The document with the words of one line replaced; control and heading stay."""
    return [
        replace(one, spans=(replace(one.spans[0], text=new),)) if one.text == text else one
        for one in whole(SENT, controls=controls)
    ]


BOTH = pytest.mark.parametrize("controls", [True, False], ids=["controls", "plain"])


@BOTH
def test_an_untouched_file_changes_nothing(controls: bool) -> None:
    found = home(SENT, whole(SENT, controls=controls))
    assert changed(found) == {}
    assert not found.loose
    assert not found.missing
    assert {one.key for one in found.found} == set(SENT.values)
    assert {one.how for one in found.found} == {How.CONTROL if controls else How.HEADING}


@BOTH
def test_a_changed_line_belongs_to_its_answer(controls: bool) -> None:
    found = home(SENT, edited(WHY, "Pupils like rivers.", controls=controls))
    assert changed(found) == {"why": "Pupils like rivers."}
    assert not found.loose


@BOTH
def test_a_line_of_a_longer_answer_changes_only_that_line(controls: bool) -> None:
    found = home(SENT, edited("The teachers compare them.", "Nobody does.", controls=controls))
    assert changed(found) == {
        "how": "Each school takes samples in spring.\nNobody does.\nPupils draw maps."
    }


@BOTH
def test_what_is_typed_behind_an_answer_is_its_addition(controls: bool) -> None:
    came = whole(SENT, controls=controls)
    came.insert(3, line("And they like it."))
    found = home(SENT, came)
    assert changed(found) == {"why": f"{WHY}\nAnd they like it."}
    assert next(one.how for one in found.found if one.is_changed) is How.HEADING


def test_what_is_typed_beside_a_control_in_its_paragraph_is_its_addition() -> None:
    came = whole(SENT)
    came[2] = spans("Yes: ", ("why", WHY), " And more.")
    assert changed(home(SENT, came)) == {"why": f"Yes: {WHY} And more."}


@BOTH
def test_a_renamed_label_waits_with_its_old_words(controls: bool) -> None:
    came = edited("Why is this needed?", "Why is it needed now?", controls=controls)
    found = home(SENT, came)
    assert changed(found) == {}
    assert texts(found.loose) == [("Why is it needed now?", "Why is this needed?")]
    assert found.loose[0].why is Why.FIXED
    assert found.loose[0].near == Key("why")


@BOTH
def test_a_renamed_heading_loses_no_answer(controls: bool) -> None:
    found = home(SENT, edited("D. With whom", "D. Our partners", controls=controls))
    assert changed(found) in ({}, {"how": f"{HOW.replace(chr(10) * 2, chr(10))}\nD. Our partners"})
    assert not found.missing


@BOTH
def test_a_label_that_is_taken_out_is_told(controls: bool) -> None:
    came = [one for one in whole(SENT, controls=controls) if one.text != "Who takes part?"]
    found = home(SENT, came)
    assert texts(found.loose) == [("", "Who takes part?")]
    assert changed(found) == {}


@BOTH
def test_an_answer_taken_out_with_its_label_is_missing(controls: bool) -> None:
    came = [
        one
        for one in whole(SENT, controls=controls)
        if one.text not in {WHY, "Why is this needed?"}
    ]
    found = home(SENT, came)
    assert found.missing == (Key("why"),)
    assert Key("why") not in found.labelled
    assert Key("how") in found.labelled


@BOTH
def test_a_moved_section_is_found_again(controls: bool) -> None:
    came = whole(SENT, controls=controls)
    at = next(place for place, one in enumerate(came) if one.text == "D. With whom")
    found = home(SENT, [*came[at:], *came[:at]])
    assert changed(found) == {}
    assert not found.loose


def test_a_changed_answer_in_a_moved_section_is_found_by_its_label() -> None:
    came = edited(WHO, "Only two schools.", controls=False)
    at = next(place for place, one in enumerate(came) if one.text == "D. With whom")
    assert changed(home(SENT, [*came[at:], *came[:at]])) == {"who": "Only two schools."}


def test_an_answer_in_another_document_is_known_by_its_words() -> None:
    came = [line("Dear colleague,"), line(WHY.replace("own", "local")), line("Kind regards")]
    found = home(SENT, came)
    assert changed(found) == {"why": WHY.replace("own", "local")}
    assert [one.text for one in found.loose if one.text] == ["Dear colleague,", "Kind regards"]
    assert next(one.how for one in found.found) is How.LIKENESS


def test_text_that_belongs_nowhere_is_loose_near_the_next_answer() -> None:
    came = [line("A word before."), *whole(SENT)]
    found = home(SENT, came)
    assert texts(found.loose) == [("A word before.", "")]
    assert found.loose[0].near == Key("why")


@BOTH
def test_a_split_paragraph_stays_one_answer(controls: bool) -> None:
    came = whole(SENT, controls=controls)
    key = "why" if controls else ""
    came[2:3] = [line("We want pupils to measure", key), line("the water of their own river.", key)]
    found = home(SENT, came)
    assert changed(found) == {"why": "We want pupils to measure\nthe water of their own river."}


@BOTH
def test_joined_paragraphs_stay_one_answer(controls: bool) -> None:
    came = whole(SENT, controls=controls)
    key = "how" if controls else ""
    came[4:7] = [line(HOW.replace("\n", " "), key)]
    assert list(changed(home(SENT, came))) == ["how"]


def test_paragraphs_joined_by_a_tracked_change_stay_with_their_answers() -> None:
    came = whole(SENT, controls=False)
    came[1:3] = [tracked("Why is this needed?", cut("\n"), WHY)]
    found = home(SENT, came)
    assert changed(found) == {}
    assert not found.loose


def test_a_paragraph_split_by_a_tracked_change_stays_with_its_answer() -> None:
    came = whole(SENT, controls=False)
    first = replace(line("We want pupils to measure "), end_by=ANNA)
    came[2:3] = [first, line("the water of their own river.")]
    found = home(SENT, came)
    assert changed(found) == {"why": "We want pupils to measure \nthe water of their own river."}


@BOTH
def test_tracked_changes_are_read_as_accepted_with_their_author(controls: bool) -> None:
    came = whole(SENT, controls=controls)
    key = "why" if controls else ""
    came[2] = tracked("We want ", cut("pupils"), put("children"), WHY[14:], key=key)
    found = home(SENT, came)
    assert changed(found) == {"why": WHY.replace("pupils", "children")}
    assert next(one for one in found.found if one.is_changed).by == ANNA


@BOTH
def test_deleted_text_is_never_content(controls: bool) -> None:
    came = whole(SENT, controls=controls)
    came[2] = tracked(cut(WHY), key="why" if controls else "")
    found = home(SENT, came)
    one = next(one for one in found.found if one.key == Key("why"))
    assert one.is_empty
    assert one.is_changed
    assert one.by == ANNA


def test_a_label_deleted_by_a_tracked_change_is_told_with_its_author() -> None:
    came = whole(SENT)
    came[1] = tracked(cut("Why is this needed?"))
    found = home(SENT, came)
    assert texts(found.loose) == [("", "Why is this needed?")]
    assert found.loose[0].by == ANNA


def test_a_section_moved_by_tracked_changes_is_found_where_it_is_now() -> None:
    came = whole(SENT, controls=False)
    at = next(place for place, one in enumerate(came) if one.text == "D. With whom")
    moved = [
        replace(one, spans=(Span(one.text, Fate.MOVED_HERE, ANNA),), heading=one.heading)
        for one in came[at : at + 3]
    ]
    gone = [
        replace(one, spans=(Span(one.text, Fate.MOVED_AWAY, ANNA),)) for one in came[at : at + 3]
    ]
    found = home(SENT, [*moved, *came[:at], *gone, *came[at + 3 :]])
    assert changed(found) == {}
    assert not found.missing


def test_a_bookmark_is_as_good_as_a_control() -> None:
    came = whole(SENT, controls=False)
    came[2] = line("Something else altogether.", anchor="_Desk_why")
    found = home(SENT, came)
    assert changed(found) == {"why": "Something else altogether."}
    assert next(one.how for one in found.found if one.is_changed) is How.ANCHOR


def test_an_emptied_control_is_an_emptied_answer() -> None:
    found = home(SENT, edited(WHY, "", controls=True))
    one = next(one for one in found.found if one.key == Key("why"))
    assert one.is_empty
    assert one.is_changed


def test_the_words_for_a_missing_answer_are_no_answer() -> None:
    sent = record([fixed("Why?", "why"), answer("why", "Not answered yet", missing=True)])
    assert changed(home(sent, whole(sent))) == {}
    came = whole(sent)
    came[1] = line("Because.", "why")
    assert changed(home(sent, came)) == {"why": "Because."}


def test_an_answer_shown_twice_and_changed_once_is_that_change() -> None:
    sent = record([answer("title", "Clean rivers"), *asked("title", "Title", "Clean rivers")])
    came = whole(sent)
    came[0] = line("Clean water", "title")
    found = home(sent, came)
    assert changed(found) == {"title": "Clean water"}
    assert len(found.found) == 1


def test_an_answer_changed_in_two_ways_is_found_in_both() -> None:
    sent = record([answer("title", "Clean rivers"), *asked("title", "Title", "Clean rivers")])
    came = [line("Clean water", "title"), line("Title"), line("Clear rivers", "title")]
    found = home(sent, came)
    assert [one.lines[0].text for one in found.found] == ["Clean water", "Clear rivers"]


def titled(number: str, title: str) -> list[Piece]:
    first = Piece(Role.FIXED, f"{number}.\u2002", Key("title", number), heading=3)
    return [first, Piece(Role.ANSWER, title, Key("title", number), heading=3, goes_on=True)]


@BOTH
@pytest.mark.parametrize("title", ["A course for teachers", "Course", "New", "The big course"])
def test_a_title_behind_its_number_is_changed_alone(controls: bool, title: str) -> None:
    sent = record([*titled("O1", "Course"), *asked("a", "What?", WHY), *titled("O2", "Book")])
    came = whole(sent, controls=controls)
    key = [("title@O1", title)] if controls else [title]
    came[0] = replace(spans("O1.\u2002", *key), heading=3)
    found = home(sent, came)
    assert changed(found) == ({} if title == "Course" else {"title@O1": title})
    assert not found.loose


def test_contents_made_anew_are_no_change() -> None:
    contents = [Piece(Role.CONTENTS, "C.\u2002What for"), Piece(Role.CONTENTS, "D.\u2002With whom")]
    sent = replace(SENT, pieces=(*contents, *SENT.pieces))
    came = [
        replace(line("C. What for\t2"), is_contents=True),
        replace(line("D. With whom\t13"), is_contents=True),
        replace(line("E. Nothing\t14"), is_contents=True),
        *whole(SENT),
        line("E. Nothing", heading=1),
    ]
    found = placed(sent, file(came))
    assert texts(found.loose) == [("E. Nothing", "")]
    assert changed(found) == {}


def test_headers_and_footers_may_count_pages_or_be_gone() -> None:
    sent = replace(SENT, pieces=(*SENT.pieces, Piece(Role.EDGE, "RIVERS\tPage 1 of 1")))
    edge = replace(line("RIVERS Page 3 of 12"), story=Story.FOOTER)
    mine = replace(line("Draft of Anna"), story=Story.HEADER)
    note = replace(line("See the letter."), story=Story.NOTE)
    assert not placed(sent, file(whole(SENT))).loose
    found = placed(sent, file([*whole(SENT), edge, edge, mine, mine, note]))
    assert texts(found.loose) == [("Draft of Anna", ""), ("See the letter.", "")]


def test_other_blanks_and_quiet_signs_are_no_change() -> None:
    sent = record(asked("a", "What\u00a0is  it?\t", "One\ttwo\u2002three \u200b\nfour\u00a0five"))
    came = [line("What is it?"), line("One two three"), line("four five")]
    found = home(sent, came)
    assert changed(found) == {}
    assert not found.loose


def test_comments_hang_on_the_answer_they_are_about() -> None:
    came = whole(SENT)
    came[2] = replace(came[2], spans=(replace(came[2].spans[0], comments=("1",)),))
    came[3] = line("How will it be done?", comments=("2",))
    said = [
        Comment("1", "Anna", None, "Good"),
        Comment("2", "Ben", None, "When?"),
        Comment("3", "Anna", None, "In May", parent="2"),
        Comment("4", "Anna", None, "Nowhere"),
    ]
    found = placed(SENT, file(came, said))
    assert [key for _, key in found.comments] == [Key("why"), Key("how"), Key("how"), None]
