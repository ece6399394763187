"""Text from the clipboard: plain lines of it, and nothing lost that can be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.draft.hidden_characters import HIDDEN, has_hidden, remove_hidden
from erasmus_desk.draft.pasted_text import (
    clean_pasted,
    find_page_lines,
    read_html,
    remove_page_lines,
)
from tests.characters import ANY

FORM_LINES = (
    "EN",
    "Form hash code: 0123456789ABCDEF",
    "",
    "Form has not been submitted yet",
    "Page 12 of 70",
    "Erasmus+",
    "Application Form",
    "Call: 2017",
    "KA2 - Cooperation for Innovation and the Exchange of Good Practices",
    "Form Version: 4.01",
)
WORD = (
    '<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><style>p {}</style></head>'
    "<body><!--StartFragment--><p class=MsoNormal>Why&nbsp;us?<o:p></o:p></p>\n"
    "<p class=MsoListParagraph><![if !supportLists]><span>·<span>&nbsp;&nbsp; </span></span>"
    "<![endif]>one\nline</p><!--EndFragment--></body></html>"
)


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("a\r\nb\rc\x0bd\x0ce\u2028f\u2029g", "a\nb\nc\nd\ne\nf\ng"),
        ("•\tone\n·  two\n\uf0b7\tthree\no\tfour", "- one\n- two\n- three\n- four"),
        ("- one\n\t▪ two", "- one\n  - two"),
        ("1.\tone\na)\ttwo", "1. one\na) two"),
        ("2017\tBaku\no tempora\n– no list", "2017\tBaku\no tempora\n– no list"),
        ("ten\u00a0000 and 5\u202f%", "ten\u00a0000 and 5\u202f%"),
    ],
)  # fmt: skip
def test_text_of_other_programs_becomes_plain_lines(pasted: str, expected: str) -> None:
    assert clean_pasted(pasted) == expected


def test_cells_of_a_spreadsheet_lose_their_quotation_marks() -> None:
    assert clean_pasted('a\t"b\nc ""q"""\td\r\ne\tf\tg') == 'a\tb\nc "q"\td\ne\tf\tg'
    html = "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table><tr><td>x</table>"
    assert clean_pasted('"one\ntwo"\r\n', html) == "one\ntwo"
    assert clean_pasted('"A quotation\nof two lines"') == '"A quotation\nof two lines"'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One<br>two&nbsp;three</p><p>Next <b>bold</b>\n text</p>",
         "One\ntwo\u00a0three\n\nNext bold text"),
        ("<ul><li>a<li>b<ul><li>c</li></ul></li></ul><ol><li>x</li><li><p>y</p></li></ol>",
         "- a\n- b\n  - c\n1. x\n2. y"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><th>3</th><td>4</td></tr></table>",
         "1\t2\n3\t4"),
        ("<head><title>no</title></head><script>no()</script><div>yes &amp; <i>no</i></div>",
         "yes & no"),
        (WORD, "Why\u00a0us?\n- one line"),
        ("unclosed <p>text <ul><li>", "unclosed\n\ntext\n-"),
    ],
)  # fmt: skip
def test_a_page_of_the_web_becomes_text(html: str, expected: str) -> None:
    assert clean_pasted("", html) == expected


@given(st.text(ANY))
def test_no_word_is_lost(text: str) -> None:
    seen = HIDDEN.sub(" ", text)
    words = re.findall(r"\w{2,}", seen)
    pasted = clean_pasted(seen)
    assert [word for word in words if word not in pasted] == []


@given(st.text(st.sampled_from("<>/!-[]&;ab pliubrtd\n=\"'"), max_size=80))
def test_no_html_is_refused(html: str) -> None:
    assert isinstance(read_html(html), str)


@given(st.text(ANY))
def test_what_cannot_be_seen_is_found_and_removed(text: str) -> None:
    assert has_hidden(text) is bool(HIDDEN.search(text))
    assert not has_hidden(remove_hidden(text))


def test_removing_what_cannot_be_seen_leaves_breaks_and_spaces() -> None:
    assert remove_hidden("a\u202eb\u200e\x07\x0bc\td\u00a0\u00ade\r\n") == "ab\nc\td\u00a0\u00ade\n"


def test_the_lines_of_a_pdf_form_around_a_page_break_are_found() -> None:
    lines = ("We go on", *FORM_LINES, "", "and on.", "EN", "Application Form")
    assert find_page_lines(lines) == tuple(range(1, 1 + len(FORM_LINES)))
    assert remove_page_lines("\n".join(lines)) == "We go on\n\nand on.\nEN\nApplication Form"


@pytest.mark.parametrize("line", ["Call: 2017", "EN", "12 / 70", "See page 12 of 70.", "Erasmus+"])
def test_a_line_that_may_be_an_answer_is_no_page_line(line: str) -> None:
    assert find_page_lines(("Before", line, "after")) == ()
