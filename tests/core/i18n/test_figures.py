"""Figures stay on one line, and only their blanks change."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from erasmus_desk.call.library import Library
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.figures import (
    find_joined,
    join_figures,
    join_on_pages,
    separate_figures,
)
from erasmus_desk.i18n.message_values import Count
from erasmus_desk.i18n.messages import Messages, list_languages, load_messages

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "sentences"
NUMBERS = ("5", "×", "12", "250", "000", "0473", "+32")
WORDS = (*NUMBERS, "2026", "%", "·", "€", "EUR", "euros", "maart", "1er", "août", "sept.")


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("64 % of 100 euro", "64~% of 100~euro"),
        ("EUR 12,500 and € 5", "EUR~12,500 and €~5"),
        ("3 March, 3. März, 1er août, 11–13 Jan", "3~March, 3.~März, 1er~août, 11–13~Jan"),
        ("+32 55 12 34 56, 0473 12 34 56", "+32~55~12~34~56, 0473~12~34~56"),
        ("1 250 000 people in 2017 250 of them", "1~250~000 people in 2017 250 of them"),
        ("no. 5, nr. 7, p. 4, § 3, 20 °C, 5 m²", "no.~5, nr.~7, p.~4, §~3, 20~°C, 5~m²"),
        ("In 2017 March came; 5 men, 10 markets", "In 2017 March came; 5 men, 10 markets"),
        ("{share} % of EUR {bill}", "{share}~% of EUR~{bill}"),
        ("100 × 137, 6 men × EUR 250", "100~×~137, 6 men~×~EUR~250"),
        ("{days} × {rate}, 2 × the men", "{days}~×~{rate}, 2 × the men"),
        ("9 half days × 100 euro; A · B", "9 half days~×~100~euro; A~· B"),
        ("School · Riga", "School~· Riga"),
    ],
)
def test_a_number_stays_with_its_unit_its_month_and_its_digits(text: str, joined: str) -> None:
    assert join_figures(text).replace("\u00a0", "~") == joined


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("May 2026, 12 Sept. 2019, 1er août 2027.", "May~2026, 12~Sept.~2019, 1er~août~2027."),
        ("In total 2018 men, März 20265, 3 May 99", "In total 2018 men, März 20265, 3~May 99"),
        ("Juli 2019 en\nmaart 1999", "Juli~2019 en\nmaart~1999"),
        # The head of a narrow column.
        ("sept. 2019", "sept. 2019"),
    ],
)
def test_on_a_page_a_year_stays_with_its_month(text: str, joined: str) -> None:
    assert join_on_pages(text).replace("\u00a0", "~") == joined
    assert "~2" not in join_figures(text).replace("\u00a0", "~")


@given(st.lists(st.sampled_from((*WORDS, "and", "/", "(0)", "\u202f", "\n")), max_size=12))
def test_only_plain_blanks_change_and_they_change_back(parts: list[str]) -> None:
    text = " ".join(parts)
    joined = join_on_pages(text)
    assert len(joined) == len(text)
    assert joined.replace("\u00a0", " ") == text
    assert separate_figures(joined) == text
    assert find_joined(joined) == [sign == "\u00a0" for sign in joined]


def test_no_amount_date_or_share_breaks_in_any_language() -> None:
    folder = FOLDER
    for code in list_languages(folder):
        messages = load_messages(folder, code)
        for sentence in _list_sentences(folder / f"{code}.json"):
            shown = join_figures(sentence).replace("{n}", "3")
            assert not re.search(r"[\d}] [%€]|(?:€|EUR) [\d{]", shown), sentence
        words = json.loads((folder / f"word.{code}.json").read_text(encoding="utf-8"))
        assert " " not in words["counter.of"]
        assert re.search(r"\u00a0\{letter\}$", words["chapter.section"]), code
        assert "\u00a0" in words["months.other"], code
        assert messages.language == code


def test_no_amount_of_a_call_breaks_in_any_language() -> None:
    library = Library((FOLDER.parent / "calls",))
    for call in library.list_packs():
        for code in list_languages(FOLDER):
            texts = library.load_texts(call, code).entries.values()
            shown = "\n".join(one for text in texts for one in text.paragraphs)
            assert not re.search(r"[\d}] [%€]|(?:€|EUR) [\d{]|\d EUR\b", shown), (call, code)


def test_a_sentence_without_values_keeps_its_figures_together() -> None:
    messages = Messages("en", {}, {}, {}, {"most": "At most EUR 60,000."})
    assert messages.format_message("most") == "At most EUR\u00a060,000."
    assert replace(messages, has_plain_blanks=True).format_message("most") == "At most EUR 60,000."


@pytest.mark.parametrize("language", list_languages(FOLDER))
def test_in_the_window_no_number_parts_from_what_it_counts(language: str) -> None:
    messages = load_messages(FOLDER, language)
    nouns = [code.partition(".")[2] for code in messages.reasons if code.startswith("count.")]
    for noun in nouns:
        text = messages.format_value(Count(noun, 6))
        joined = replace(messages, joins_counts=True).format_value(Count(noun, 6))
        assert re.match("6\u00a0[^ ]", joined), joined
        assert joined.replace("\u00a0", " ") == text.replace("\u00a0", " ")
        assert joined.count("\u00a0") == 1


def _list_sentences(path: Path) -> list[str]:
    return re.findall(r'"((?:[^"\\]|\\.)*)"', path.read_text(encoding="utf-8"))


def test_other_programs_are_given_plain_blanks() -> None:
    assert separate_figures(formats.join_label("Total", "EUR\u00a05", "en")) == "Total: EUR 5"
    assert separate_figures("ten\u00a0people, 3\u00a0March") == "ten\u00a0people, 3 March"
