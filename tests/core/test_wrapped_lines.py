"""Text copied from a PDF has paragraphs again, and other text keeps its lines."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from erasmus_desk.draft.pasted_text import clean_pasted, clean_pasted_line
from erasmus_desk.draft.wrapped_lines import join_wrapped
from erasmus_desk.storage import drafts

EXAMPLES = Path("resources/examples")
PDF = """Context. Technicians in the electrical and building trades install systems that
measure, decide and report. Small companies say that beginners follow a wiring
diagram but are lost when a reading makes no sense. In our four schools 64 % of
420 learners could state Ohm's law.
Objectives. We join the two halves by low-cost boards. Over 24 months it will
describe what VET teachers need in order to teach STEM content in this way:
- train them in pairs of a general and a vocational teacher, publish the devices
and learning scenarios that start from problems of small companies;
- show schools how to make room for them."""


def answers() -> list[str]:
    """Return the long texts of the examples."""
    found = (drafts.read(path).draft.answers.values() for path in EXAMPLES.glob("*.erasmus"))
    return [one for values in found for one in values if isinstance(one, str) and len(one) > 300]


def test_the_lines_of_a_page_are_paragraphs_again_and_lists_stay_lists() -> None:
    lines = clean_pasted(PDF).split("\n")
    assert [line[:11] for line in lines] == [
        "Context. Te",
        "Objectives.",
        "- train the",
        "- show scho",
    ]
    assert lines[0].endswith("In our four schools 64 % of 420 learners could state Ohm's law.")
    assert "devices and learning" in lines[2]


@pytest.mark.parametrize("width", [60, 80, 110])
def test_wrapped_answers_come_back_with_their_paragraphs(width: int) -> None:
    kept = breaks = 0
    for text in answers():
        paragraphs = [line for line in text.split("\n") if line.strip()]
        wrapped = [textwrap.wrap(one, width, break_on_hyphens=False) for one in paragraphs]
        pasted = "\n".join(line for lines in wrapped for line in lines)
        joined = join_wrapped(pasted)
        # Not a letter is lost, and no paragraph is joined to the one before.
        assert "".join(joined.split()) == "".join(pasted.split())
        starts = {lines[0] for lines in wrapped}
        found = [line for line in joined.split("\n") if any(line.startswith(one) for one in starts)]
        assert len(found) >= len(wrapped)
        breaks += sum(len(lines) - 1 for lines in wrapped)
        kept += joined.count("\n") - len(paragraphs) + 1
    assert kept < breaks * 0.1


def test_text_that_was_never_on_a_page_keeps_its_lines() -> None:
    for text in answers():
        assert join_wrapped(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "One line\nand another\nand a third",
        "reading in the first grade of our own school\nmathematics with real things\nmusic",
        "Basisschool De Zilverlinde\nStationsstraat 12\n9600 Ronse\nBelgium",
        "Name\tCity\tCountry\nBasisschool De Zilverlinde in Ronse\tRonse\tBelgium\na\tb\tc",
        "",
        "\n\n\n",
    ],
)
def test_lists_addresses_and_tables_keep_their_lines(text: str) -> None:
    assert join_wrapped(text) == text


def test_a_word_is_whole_again_if_the_text_says_so() -> None:
    lines = (
        "All of our schools have asked for more of that, and for a longer co-",
        "operation with the others. We believe that cooperation of this long-",
        "term kind, which the cooperation of schools needs, can be kept up by",
        "everybody who takes part in one of the groups of the four countries.",
    )
    joined = join_wrapped("\n".join(lines).replace("a longer co-", "a longer co\u00ad"))
    assert "\n" not in joined
    assert "a longer cooperation with" in joined
    assert "this long-term kind" in joined


def test_letters_joined_for_print_are_letters_again() -> None:
    assert clean_pasted("oﬃce ﬁnds ﬂags, eﬀect") == "office finds flags, effect"
    assert clean_pasted_line("ﬁrst\nﬂoor") == "first floor"
