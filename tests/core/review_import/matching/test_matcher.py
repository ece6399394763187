"""Each text of a returned file is matched to its answer, and none is lost."""

import pytest
from msgspec.structs import replace

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import UnresolvedReason
from erasmus_desk.review_import.docx_reader.document import (
    Paragraph,
    Revision,
    Run,
    Story,
    WordComment,
)
from erasmus_desk.review_import.matching.matcher import match_document
from erasmus_desk.review_import.matching.result import MatchBasis
from erasmus_desk.round_trip.record import BlockRole, RecordBlock
from tests.core.review_import.papers import (
    ANNA,
    delete_run,
    get_changed,
    insert_run,
    list_sent,
    list_unmatched,
    make_answer,
    make_document,
    make_fixed,
    make_mixed,
    make_paragraph,
    make_question,
    make_record,
    make_tracked,
    match_paragraphs,
)

WHY = "We want pupils to measure the water of their own river."
HOW = "Each school takes samples in spring.\nThe teachers compare them.\n\nPupils draw maps."
WHO = "Three schools work together on this."
SENT = make_record(
    [
        make_fixed("C. What for", "why", 1),
        *make_question("why", "Why is this needed?", WHY),
        *make_question("how", "How will it be done?", HOW),
        make_fixed("D. With whom", "who", 1),
        *make_question("who", "Who takes part?", WHO),
        *make_question("later", "What comes later?", "Nothing is planned yet after the end."),
    ]
)


def edited(text: str, new: str, *, controls: bool) -> list[Paragraph]:
    """The document with the text of one line replaced; control and heading stay."""
    return [
        replace(one, runs=(replace(one.runs[0], text=new),)) if one.text == text else one
        for one in list_sent(SENT, controls=controls)
    ]


BOTH = pytest.mark.parametrize("controls", [True, False], ids=["controls", "plain"])


@BOTH
def test_an_untouched_file_changes_nothing(controls: bool) -> None:
    found = match_paragraphs(SENT, list_sent(SENT, controls=controls))
    assert get_changed(found) == {}
    assert not found.unmatched
    assert not found.missing
    assert {one.key for one in found.answers} == set(SENT.values)
    assert {one.basis for one in found.answers} == {
        MatchBasis.CONTROL if controls else MatchBasis.CONTEXT
    }


@BOTH
def test_a_changed_line_belongs_to_its_answer(controls: bool) -> None:
    found = match_paragraphs(SENT, edited(WHY, "Pupils like rivers.", controls=controls))
    assert get_changed(found) == {"why": "Pupils like rivers."}
    assert not found.unmatched


@BOTH
def test_a_line_of_a_longer_answer_changes_only_that_line(controls: bool) -> None:
    found = match_paragraphs(
        SENT, edited("The teachers compare them.", "Nobody does.", controls=controls)
    )
    assert get_changed(found) == {
        "how": "Each school takes samples in spring.\nNobody does.\nPupils draw maps."
    }


@BOTH
def test_what_is_typed_behind_an_answer_is_its_addition(controls: bool) -> None:
    returned = list_sent(SENT, controls=controls)
    returned.insert(3, make_paragraph("And they like it."))
    found = match_paragraphs(SENT, returned)
    assert get_changed(found) == {"why": f"{WHY}\nAnd they like it."}
    assert next(one.basis for one in found.answers if one.is_changed) is MatchBasis.CONTEXT


def test_what_is_typed_beside_a_control_in_its_paragraph_is_its_addition() -> None:
    returned = list_sent(SENT)
    returned[2] = make_mixed("Yes: ", ("why", WHY), " And more.")
    assert get_changed(match_paragraphs(SENT, returned)) == {"why": f"Yes: {WHY} And more."}


@BOTH
def test_a_renamed_label_is_unmatched_with_its_old_text(controls: bool) -> None:
    returned = edited("Why is this needed?", "Why is it needed now?", controls=controls)
    found = match_paragraphs(SENT, returned)
    assert get_changed(found) == {}
    assert list_unmatched(found.unmatched) == [("Why is it needed now?", "Why is this needed?")]
    assert found.unmatched[0].reason is UnresolvedReason.FIXED
    assert found.unmatched[0].near == Key("why")


@BOTH
def test_a_renamed_heading_loses_no_answer(controls: bool) -> None:
    found = match_paragraphs(SENT, edited("D. With whom", "D. Our partners", controls=controls))
    assert get_changed(found) in (
        {},
        {"how": f"{HOW.replace(chr(10) * 2, chr(10))}\nD. Our partners"},
    )
    assert not found.missing


@BOTH
def test_a_deleted_label_is_unmatched(controls: bool) -> None:
    returned = [one for one in list_sent(SENT, controls=controls) if one.text != "Who takes part?"]
    found = match_paragraphs(SENT, returned)
    assert list_unmatched(found.unmatched) == [("", "Who takes part?")]
    assert get_changed(found) == {}


@BOTH
def test_an_answer_taken_out_with_its_label_is_missing(controls: bool) -> None:
    returned = [
        one
        for one in list_sent(SENT, controls=controls)
        if one.text not in {WHY, "Why is this needed?"}
    ]
    found = match_paragraphs(SENT, returned)
    assert found.missing == (Key("why"),)
    assert Key("why") not in found.labelled
    assert Key("how") in found.labelled


@BOTH
def test_a_moved_section_is_found_again(controls: bool) -> None:
    returned = list_sent(SENT, controls=controls)
    at = next(place for place, one in enumerate(returned) if one.text == "D. With whom")
    found = match_paragraphs(SENT, [*returned[at:], *returned[:at]])
    assert get_changed(found) == {}
    assert not found.unmatched


def test_a_changed_answer_in_a_moved_section_is_found_by_its_label() -> None:
    returned = edited(WHO, "Only two schools.", controls=False)
    at = next(place for place, one in enumerate(returned) if one.text == "D. With whom")
    assert get_changed(match_paragraphs(SENT, [*returned[at:], *returned[:at]])) == {
        "who": "Only two schools."
    }


def test_an_answer_in_another_document_is_known_by_its_words() -> None:
    returned = [
        make_paragraph("Dear colleague,"),
        make_paragraph(WHY.replace("own", "local")),
        make_paragraph("Kind regards"),
    ]
    found = match_paragraphs(SENT, returned)
    assert get_changed(found) == {"why": WHY.replace("own", "local")}
    assert [one.text for one in found.unmatched if one.text] == ["Dear colleague,", "Kind regards"]
    assert next(one.basis for one in found.answers) is MatchBasis.SIMILARITY


def test_text_without_an_answer_is_unmatched_near_the_next_one() -> None:
    returned = [make_paragraph("A word before."), *list_sent(SENT)]
    found = match_paragraphs(SENT, returned)
    assert list_unmatched(found.unmatched) == [("A word before.", "")]
    assert found.unmatched[0].near == Key("why")


@BOTH
def test_a_split_paragraph_stays_one_answer(controls: bool) -> None:
    returned = list_sent(SENT, controls=controls)
    key = "why" if controls else ""
    returned[2:3] = [
        make_paragraph("We want pupils to measure", key),
        make_paragraph("the water of their own river.", key),
    ]
    found = match_paragraphs(SENT, returned)
    assert get_changed(found) == {"why": "We want pupils to measure\nthe water of their own river."}


@BOTH
def test_joined_paragraphs_stay_one_answer(controls: bool) -> None:
    returned = list_sent(SENT, controls=controls)
    key = "how" if controls else ""
    returned[4:7] = [make_paragraph(HOW.replace("\n", " "), key)]
    assert list(get_changed(match_paragraphs(SENT, returned))) == ["how"]


def test_paragraphs_joined_by_a_tracked_change_stay_with_their_answers() -> None:
    returned = list_sent(SENT, controls=False)
    returned[1:3] = [make_tracked("Why is this needed?", delete_run("\n"), WHY)]
    found = match_paragraphs(SENT, returned)
    assert get_changed(found) == {}
    assert not found.unmatched


def test_a_paragraph_split_by_a_tracked_change_stays_with_its_answer() -> None:
    returned = list_sent(SENT, controls=False)
    first = replace(make_paragraph("We want pupils to measure "), break_inserted_by=ANNA)
    returned[2:3] = [first, make_paragraph("the water of their own river.")]
    found = match_paragraphs(SENT, returned)
    assert get_changed(found) == {
        "why": "We want pupils to measure \nthe water of their own river."
    }


@BOTH
def test_tracked_changes_are_read_as_accepted_with_their_author(controls: bool) -> None:
    returned = list_sent(SENT, controls=controls)
    key = "why" if controls else ""
    returned[2] = make_tracked(
        "We want ", delete_run("pupils"), insert_run("children"), WHY[14:], key=key
    )
    found = match_paragraphs(SENT, returned)
    assert get_changed(found) == {"why": WHY.replace("pupils", "children")}
    assert next(one for one in found.answers if one.is_changed).by == ANNA


@BOTH
def test_deleted_text_is_never_content(controls: bool) -> None:
    returned = list_sent(SENT, controls=controls)
    returned[2] = make_tracked(delete_run(WHY), key="why" if controls else "")
    found = match_paragraphs(SENT, returned)
    one = next(one for one in found.answers if one.key == Key("why"))
    assert one.is_empty
    assert one.is_changed
    assert one.by == ANNA


def test_a_label_deleted_by_a_tracked_change_is_unmatched_with_its_author() -> None:
    returned = list_sent(SENT)
    returned[1] = make_tracked(delete_run("Why is this needed?"))
    found = match_paragraphs(SENT, returned)
    assert list_unmatched(found.unmatched) == [("", "Why is this needed?")]
    assert found.unmatched[0].by == ANNA


def test_a_section_moved_by_tracked_changes_is_found_where_it_is_now() -> None:
    returned = list_sent(SENT, controls=False)
    at = next(place for place, one in enumerate(returned) if one.text == "D. With whom")
    moved = [
        replace(one, runs=(Run(one.text, Revision.MOVED_TO, ANNA),), heading=one.heading)
        for one in returned[at : at + 3]
    ]
    deleted = [
        replace(one, runs=(Run(one.text, Revision.MOVED_FROM, ANNA),))
        for one in returned[at : at + 3]
    ]
    found = match_paragraphs(SENT, [*moved, *returned[:at], *deleted, *returned[at + 3 :]])
    assert get_changed(found) == {}
    assert not found.missing


def test_a_bookmark_is_as_good_as_a_control() -> None:
    returned = list_sent(SENT, controls=False)
    returned[2] = make_paragraph("Something else altogether.", anchor="_Desk_why")
    found = match_paragraphs(SENT, returned)
    assert get_changed(found) == {"why": "Something else altogether."}
    assert next(one.basis for one in found.answers if one.is_changed) is MatchBasis.BOOKMARK


def test_an_emptied_control_is_an_emptied_answer() -> None:
    found = match_paragraphs(SENT, edited(WHY, "", controls=True))
    one = next(one for one in found.answers if one.key == Key("why"))
    assert one.is_empty
    assert one.is_changed


def test_the_words_for_a_missing_answer_are_no_answer() -> None:
    sent = make_record(
        [make_fixed("Why?", "why"), make_answer("why", "Not answered yet", missing=True)]
    )
    assert get_changed(match_paragraphs(sent, list_sent(sent))) == {}
    returned = list_sent(sent)
    returned[1] = make_paragraph("Because.", "why")
    assert get_changed(match_paragraphs(sent, returned)) == {"why": "Because."}


def test_an_answer_shown_twice_and_changed_once_is_that_change() -> None:
    sent = make_record(
        [make_answer("title", "Clean rivers"), *make_question("title", "Title", "Clean rivers")]
    )
    returned = list_sent(sent)
    returned[0] = make_paragraph("Clean water", "title")
    found = match_paragraphs(sent, returned)
    assert get_changed(found) == {"title": "Clean water"}
    assert len(found.answers) == 1


def test_an_answer_changed_in_two_ways_is_found_in_both() -> None:
    sent = make_record(
        [make_answer("title", "Clean rivers"), *make_question("title", "Title", "Clean rivers")]
    )
    returned = [
        make_paragraph("Clean water", "title"),
        make_paragraph("Title"),
        make_paragraph("Clear rivers", "title"),
    ]
    found = match_paragraphs(sent, returned)
    assert [one.paragraphs[0].text for one in found.answers] == ["Clean water", "Clear rivers"]


def titled(number: str, title: str) -> list[RecordBlock]:
    first = RecordBlock(BlockRole.FIXED, f"{number}.\u2002", Key("title", number), heading=3)
    return [
        first,
        RecordBlock(
            BlockRole.ANSWER, title, Key("title", number), heading=3, continues_paragraph=True
        ),
    ]


@BOTH
@pytest.mark.parametrize("title", ["A course for teachers", "Course", "New", "The big course"])
def test_a_title_behind_its_number_is_changed_alone(controls: bool, title: str) -> None:
    sent = make_record(
        [*titled("O1", "Course"), *make_question("a", "What?", WHY), *titled("O2", "Book")]
    )
    returned = list_sent(sent, controls=controls)
    key = [("title@O1", title)] if controls else [title]
    returned[0] = replace(make_mixed("O1.\u2002", *key), heading=3)
    found = match_paragraphs(sent, returned)
    assert get_changed(found) == ({} if title == "Course" else {"title@O1": title})
    assert not found.unmatched


def test_contents_made_anew_are_no_change() -> None:
    contents = [
        RecordBlock(BlockRole.CONTENTS, "C.\u2002What for"),
        RecordBlock(BlockRole.CONTENTS, "D.\u2002With whom"),
    ]
    sent = replace(SENT, blocks=(*contents, *SENT.blocks))
    returned = [
        replace(make_paragraph("C. What for\t2"), is_toc_entry=True),
        replace(make_paragraph("D. With whom\t13"), is_toc_entry=True),
        replace(make_paragraph("E. Nothing\t14"), is_toc_entry=True),
        *list_sent(SENT),
        make_paragraph("E. Nothing", heading=1),
    ]
    found = match_document(sent, make_document(returned))
    assert list_unmatched(found.unmatched) == [("E. Nothing", "")]
    assert get_changed(found) == {}


def test_page_numbers_that_markdown_made_links_are_no_change() -> None:
    contents = [RecordBlock(BlockRole.CONTENTS, f"{letter}.\u2002What for") for letter in "CD"]
    sent = replace(SENT, blocks=(*contents, *SENT.blocks))
    returned = [
        make_paragraph("C.\u2002What for [2](#c.-what-for)"),
        make_paragraph("D.\u2002What for [xiv](#what-for-1)"),
        make_paragraph("See [2](https://example.org)"),
        *list_sent(SENT),
    ]
    found = match_document(sent, make_document(returned))
    assert list_unmatched(found.unmatched) == [("See [2](https://example.org)", "")]
    assert get_changed(found) == {}


def test_blanks_for_the_line_breaks_of_a_fixed_text_are_no_change() -> None:
    partners = [
        RecordBlock(BlockRole.FIXED, "Partners\t"),
        RecordBlock(BlockRole.FIXED, "House 1\nHouse 2\nHouse 3", continues_paragraph=True),
    ]
    sent = replace(SENT, blocks=(*partners, *SENT.blocks))
    for text in ("Partners\tHouse 1 House 2 House 3", "Partners House 1\nHouse 2\nHouse 3"):
        found = match_document(sent, make_document([make_paragraph(text), *list_sent(SENT)]))
        assert not found.unmatched
        assert get_changed(found) == {}


def test_a_bullet_that_became_a_character_is_no_change_of_a_fixed_text() -> None:
    sent = replace(SENT, blocks=(*SENT.blocks, RecordBlock(BlockRole.FIXED, "aims of the project")))
    for bullet in ("•\u00a0\u00a0 ", "· ", "- "):
        line = make_paragraph(f"{bullet}aims of the project")
        found = match_document(sent, make_document([*list_sent(SENT), line]))
        assert not found.unmatched
        assert get_changed(found) == {}
    line = make_paragraph("• aims of a project")
    assert match_document(sent, make_document([*list_sent(SENT), line])).unmatched


def test_a_title_with_a_number_at_its_end_is_no_entry_of_the_contents() -> None:
    titles = ["1. House", "2. House 14"]
    headings = [RecordBlock(BlockRole.FIXED, title, heading=1) for title in titles]
    contents = [RecordBlock(BlockRole.CONTENTS, title) for title in titles]
    sent = replace(SENT, blocks=(*contents, *SENT.blocks, *headings))
    returned = [
        replace(make_paragraph("1. House\t2"), is_toc_entry=True),
        replace(make_paragraph("2. House 14\t5"), is_toc_entry=True),
        *list_sent(SENT),
        *(make_paragraph(title, heading=1) for title in titles),
    ]
    found = match_document(sent, make_document(returned))
    assert not found.unmatched
    assert get_changed(found) == {}


def test_headers_and_footers_may_count_pages_or_be_gone() -> None:
    sent = replace(
        SENT, blocks=(*SENT.blocks, RecordBlock(BlockRole.HEADER_FOOTER, "RIVERS\tPage 1 of 1"))
    )
    edge = replace(make_paragraph("RIVERS Page 3 of 12"), story=Story.FOOTER)
    mine = replace(make_paragraph("Draft of Anna"), story=Story.HEADER)
    note = replace(make_paragraph("See the letter."), story=Story.NOTE)
    assert not match_document(sent, make_document(list_sent(SENT))).unmatched
    found = match_document(sent, make_document([*list_sent(SENT), edge, edge, mine, mine, note]))
    assert list_unmatched(found.unmatched) == [("Draft of Anna", ""), ("See the letter.", "")]


def test_other_blanks_and_quiet_signs_are_no_change() -> None:
    sent = make_record(
        make_question("a", "What\u00a0is  it?\t", "One\ttwo\u2002three \u200b\nfour\u00a0five")
    )
    returned = [
        make_paragraph("What is it?"),
        make_paragraph("One two three"),
        make_paragraph("four five"),
    ]
    found = match_paragraphs(sent, returned)
    assert get_changed(found) == {}
    assert not found.unmatched


def test_comments_belong_to_the_answer_they_are_about() -> None:
    returned = list_sent(SENT)
    returned[2] = replace(returned[2], runs=(replace(returned[2].runs[0], comments=("1",)),))
    returned[3] = make_paragraph("How will it be done?", comments=("2",))
    said = [
        WordComment("1", "Anna", None, "Good"),
        WordComment("2", "Ben", None, "When?"),
        WordComment("3", "Anna", None, "In May", parent="2"),
        WordComment("4", "Anna", None, "Nowhere"),
    ]
    found = match_document(SENT, make_document(returned, said))
    assert [key for _, key in found.comments] == [Key("why"), Key("how"), Key("how"), None]
