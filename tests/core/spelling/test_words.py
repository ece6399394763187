"""The words of a text: what is looked up in a dictionary, and what no dictionary has."""

from __future__ import annotations

import time

import pytest

from erasmus_desk.spelling.words import (
    MAX_LENGTH,
    find_names,
    find_words,
    fold,
    is_name,
    normalise,
    split_parts,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The partner’s role", ["The", "partner's", "role"]),
        ("l’élève et ‘l'école’", ["l'élève", "et", "l'école"]),
        ("zelf- en samenstandig", ["zelf", "en", "samenstandig"]),
        ("Noord-Holland naïve-été", ["Noord-Holland", "naïve-été"]),
        ("one–two…three/four.Five", ["one", "two", "three", "four", "Five"]),
        ("cafe\u0301 re\u00adsult non\u2011stop", ["café", "result", "non-stop"]),
        ("'quoted' students' x", ["quoted", "students"]),
        ("Ελλάδα çalışma İstanbul'un", ["Ελλάδα", "çalışma", "İstanbul'un"]),
        ("mail a.b@school.eu or www.school.eu/x", ["mail", "or"]),
        ("see https://ec.europa.eu/a?b=c, please", ["see", "please"]),
        (r"in C:\temp and #tag e.g. this", ["in", "and", "this"]),
        ("KA220 2nd 3D A4 NGO NGOs eTwinning EU-wide x_y 12,5", []),
        ("a I é", []),
        ("", []),
    ],
)
def test_what_can_be_misspelled_is_a_word_and_nothing_else(text: str, words: list[str]) -> None:
    assert [word.text for word in find_words(text)] == words


def test_a_word_says_where_it_is_in_the_text() -> None:
    text = "So: “the café’s re\u00adsult”, x-ray.\n\u2028Twee’s"
    for word in find_words(text):
        assert normalise(text[word.start : word.end]) == word.text
    assert len(list(find_words(text))) == 6


def test_a_word_that_is_too_long_for_any_language_is_none() -> None:
    assert [len(word.text) for word in find_words("b" * MAX_LENGTH)] == [MAX_LENGTH]
    assert list(find_words("b" * (MAX_LENGTH + 1))) == []


@pytest.mark.parametrize("piece", ["a", "a.", "a@", "-", "a'", ".:", "é-", "\u0301", "a/"])
def test_a_hostile_text_is_read_once_and_not_over_and_over(piece: str) -> None:
    def measure(length: int) -> float:
        text = piece * (length // len(piece))
        started = time.process_time()
        for _ in find_words(text):
            pass
        return time.process_time() - started

    # Four times the text takes four times as long; sixteen times would be its square.
    assert measure(400_000) < 10 * max(measure(100_000), 0.01)


def test_names_are_known_in_any_case_and_with_what_languages_put_around_them() -> None:
    names = frozenset(find_names("Sint-Jan O’Neill KA220 École"))
    assert {"sint-jan", "sint", "jan", "o'neill", "ka220", "école"} <= names
    for word in ("Jan", "JAN", "Jan's", "d'École", "École'da", "O'Neill"):
        assert is_name(normalise(word), names), word
    for word in ("Jans", "Neill", "Ecole"):
        assert not is_name(word, names), word


def test_a_compound_has_parts_and_another_word_has_none() -> None:
    assert split_parts("Talentra-project") == ("Talentra", "project")
    assert split_parts("project") == split_parts("-project-") == ()
    assert fold("Één’s") == "één's"
