"""A returned text is exactly as sent where it was not changed."""

import time

from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.export.document.visible_text import format_answer, parse_lines
from erasmus_desk.review_import.docx_reader.document import Paragraph, Run
from erasmus_desk.review_import.matching import line_texts
from erasmus_desk.round_trip.visible_text import replace_unsupported
from tests.characters import ANY

_NASTY = st.sampled_from(
    [
        *("\n", "\r", "\r\n", "\n\n", "\n \n", "\t", "  ", "\u00a0", "\u2002", "\u2028"),
        *("\u200b", "\u00ad", "\ufeff", "\x00", "\x07", "\x0b", "\x1c", "\x7f", "\x85"),
        *("\ud800", "\ufffe", "\ufffd", "e\u0301", "é", "שלום", "😀", "word", "word ", "- "),
    ]
) | st.text(ANY, max_size=5)
TEXTS = st.lists(_NASTY, max_size=14).map("".join)


def line(text: str, before: int = 0) -> Paragraph:
    return Paragraph((Run(text),), space_before=before)


def written(text: str) -> list[Paragraph]:
    """What the Word file contains of a text, and what a program leaves of that."""
    return [line(strip.text, strip.blank_lines * 140) for strip in parse_lines(format_answer(text))]


def flattened(text: str) -> list[Paragraph]:
    """The same through a program that drops spacing and folds blanks."""
    return [line(" ".join(one.text.split())) for one in written(text)]


@given(TEXTS)
def test_an_untouched_text_is_what_was_sent(sent: str) -> None:
    assert line_texts.rebuild_text(sent, written(sent)) == sent
    assert line_texts.rebuild_text(sent, flattened(sent)) == sent


@given(TEXTS, st.lists(TEXTS, max_size=5))
def test_no_returned_line_is_lost_and_none_is_invented(sent: str, returned: list[str]) -> None:
    lines = [line(replace_unsupported(text)) for text in returned]
    found = line_texts.rebuild_text(sent, lines)
    assert line_texts.normalize_lines([format_answer(found)]) == line_texts.normalize_lines(
        one.text for one in lines
    )


@given(TEXTS, st.data())
def test_an_inserted_line_leaves_the_others_exact(sent: str, data: st.DataObject) -> None:
    lines = written(sent)
    place = data.draw(st.integers(0, len(lines)))
    found = line_texts.rebuild_text(
        sent, [*lines[:place], line("a line of theirs"), *lines[place:]]
    )
    for one in lines:
        assert one.text in replace_unsupported(found) or not line_texts.normalize(one.text)
    assert "a line of theirs" in found


def test_blank_lines_and_line_ends_stay_where_a_line_was_changed() -> None:
    sent = "One.\r\n\r\nTwo is here.\r\nThree.\r\n"
    returned = [line("One."), line("Two is there.", 140), line("Three.")]
    assert line_texts.rebuild_text(sent, returned) == "One.\r\n\r\nTwo is there.\r\nThree.\r\n"


def test_blank_lines_that_a_program_drops_are_kept() -> None:
    sent = "One.\n\n\nTwo is here.\n\nThree."
    returned = [line("One."), line("Two is there."), line("Three.")]
    assert line_texts.rebuild_text(sent, returned) == "One.\n\n\nTwo is there.\n\nThree."


def test_other_lines_in_the_place_of_those_that_were_sent_have_the_blank_lines_of_the_file() -> (
    None
):
    """An answer written anew as a list has no blank lines between its points."""
    sent = "The schools met in May.\n\nThey went on by letter.\n\nNothing came of it."
    returned = [line("We plan:"), line("- a visit"), line("- one book", 140)]
    assert line_texts.rebuild_text(sent, returned) == "We plan:\n- a visit\n\n- one book"


def test_space_and_empty_paragraphs_before_a_new_line_are_blank_lines() -> None:
    returned = [line("One."), line("Two.", 140), line(""), line("Three.")]
    assert line_texts.rebuild_text("One.", returned) == "One.\n\nTwo.\n\nThree."


def test_a_break_inside_a_paragraph_is_a_line_end() -> None:
    assert line_texts.rebuild_text("One.", [line("One.\nTwo.")]) == "One.\nTwo."


def test_a_split_and_a_joined_paragraph_read_as_they_stand() -> None:
    sent = "First half. Second half.\n\nThe end."
    split = [line("First half."), line("Second half."), line("The end.", 140)]
    assert line_texts.rebuild_text(sent, split) == "First half.\nSecond half.\n\nThe end."
    joined = [line("First half. Second half. The end.")]
    assert line_texts.rebuild_text(sent, joined) == "First half. Second half. The end."


def test_what_word_cannot_hold_stays_in_a_line_where_another_word_was_changed() -> None:
    sent = "a\x07larm  and\u00a0a\ttab\x00 here"
    returned = [line("a␇larm and a tab␀ there")]
    assert line_texts.rebuild_text(sent, returned) == "a\x07larm  and\u00a0a\ttab\x00 there"


def test_what_word_cannot_hold_stays_in_lines_that_were_split_or_joined() -> None:
    sent = "Odd\x0bsigns in one\x01.\r\nMore\x07 here."
    split = [line("Odd␋signs in"), line("one␁."), line("More␇ here.")]
    assert line_texts.rebuild_text(sent, split) == "Odd\x0bsigns in\r\none\x01.\r\nMore\x07 here."
    joined = [line("Odd␋signs in one␁. More␇ here.")]
    assert line_texts.rebuild_text(sent, joined) == "Odd\x0bsigns in one\x01. More\x07 here."


def test_an_emptied_text_is_empty() -> None:
    assert line_texts.rebuild_text("One.\nTwo.", []) == ""
    assert line_texts.rebuild_text("One.\nTwo.", [line(" ")]) == ""


def test_a_line_end_typed_into_one_line_becomes_a_blank() -> None:
    assert line_texts.rebuild_line("A title", [line("A better"), line("title")]) == "A better title"
    assert line_texts.rebuild_line("A title", [line("A title")]) == "A title"


def test_a_very_long_text_is_put_together_in_no_time() -> None:
    sent = "\n".join(f"the same {number % 7}" for number in range(5000))
    returned = [line(f"the same {number % 11}") for number in range(5000)]
    start = time.process_time()
    line_texts.rebuild_text(sent, returned)
    line_texts.rebuild_text("\n".join(sent.split("\n")[:499]), returned[:499])
    line_texts.split_words("word \t" * 3000).restore("word " * 3000)
    assert time.process_time() - start < 1
