"""Every language of the program is complete: all files, texts, plural forms and placeholders."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, cast

import pytest
from build_translations import find_words, list_languages

from erasmus_desk.i18n import formats, messages
from erasmus_desk.i18n.messages import MAIN_LANGUAGE

RESOURCES: Final = Path(__file__).resolve().parent.parent / "resources"
CALLS: Final = sorted(RESOURCES.glob("calls/*/words"))
LANGUAGES: Final = messages.list_languages(RESOURCES / "sentences")
PLACEHOLDER: Final = re.compile(r"\{\w*\}|%L?n")
CATEGORIES: Final = frozenset({"zero", "one", "two", "few", "many", "other"})
COUNTS: Final = range(200)
"""Numbers that reach every plural form of a count."""


def read(file: str) -> Mapping[str, object]:
    return json.loads((RESOURCES / "sentences" / file).read_text("utf-8"))


def texts_of(node: object, path: str = "") -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the path of each text with its plural forms; a text without them is its one form."""
    if isinstance(node, str):
        yield path, {"": node}
        return
    members = cast("Mapping[str, object]", node)
    if members.keys() <= CATEGORIES:
        yield path, cast("Mapping[str, str]", members)
        return
    for name, part in members.items():
        yield from texts_of(part, f"{path}/{name}")


def named(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def forms_of(language: str) -> set[str]:
    return {formats.choose_plural(n, language) for n in COUNTS}


def test_a_language_has_all_its_files() -> None:
    assert LANGUAGES[0] == MAIN_LANGUAGE
    assert set(list_languages()) == set(LANGUAGES), "sentences and translations differ"
    for words in CALLS:
        assert set(LANGUAGES) <= {place.name for place in words.iterdir()}, words.parent.name
    for language in LANGUAGES:
        assert (RESOURCES / "examples" / f"titles.{language}.tsv").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["{}.json", "word.{}.json"])
def test_sentences_have_the_texts_forms_and_placeholders_of_english(
    name: str, language: str
) -> None:
    source = dict(texts_of(read(name.format(MAIN_LANGUAGE))))
    found = dict(texts_of(read(name.format(language))))
    assert found.keys() == source.keys()
    for path, shapes in found.items():
        wanted = set[str]().union(*map(named, source[path].values()))
        assert set[str]().union(*map(named, shapes.values())) == wanted, path
        assert all(text.strip() for text in shapes.values()), path
        if "other" in shapes:
            assert forms_of(language) | {"other"} <= shapes.keys(), path


def messages_of(language: str) -> Iterator[tuple[tuple[str, str], ET.Element]]:
    """Yield the context and the source of each text of the window, with its translation."""
    tree = ET.parse(find_words(language))  # noqa: S314 - our own file
    for context in tree.getroot().iter("context"):
        for one in context.iter("message"):
            translation = one.find("translation")
            assert translation is not None
            yield (context.findtext("name") or "", one.findtext("source") or ""), translation


@pytest.mark.parametrize("language", list_languages())
def test_the_window_has_all_texts_in_every_language(language: str) -> None:
    found = dict(messages_of(language))
    # The file of the source language has the plurals alone, and `nl` is held against the source.
    if language != MAIN_LANGUAGE:
        assert found.keys() == dict(messages_of("nl")).keys()
    for (_, text), translation in found.items():
        assert translation.get("type") is None, text
        forms = [one.text or "" for one in translation.iter("numerusform")]
        for form in forms or [translation.text or ""]:
            assert Counter(PLACEHOLDER.findall(form)) == Counter(PLACEHOLDER.findall(text)), text
            assert form.strip(), text


def all_texts(language: str) -> Iterator[tuple[str, str]]:
    """Yield every text of a language with its place."""
    for name in ("{}.json", "word.{}.json"):
        for path, shapes in texts_of(read(name.format(language))):
            yield from ((path, text) for text in shapes.values())
    for words in CALLS:
        for place in sorted((words / language).glob("*.json")):
            parts = json.loads(place.read_text("utf-8"))
            for status in ("official", "working"):
                for name, text in parts.get(status, {}).items():
                    yield (
                        f"{words.parent.name}/{name}",
                        "\n".join([text] if isinstance(text, str) else text),
                    )
    for (_, source), translation in messages_of(language):
        yield source, " ".join(one for one in translation.itertext() if one.strip())


def test_french_says_vous_and_has_no_line_that_begins_with_a_sign() -> None:
    wrong = re.compile(
        r"\b(tu|toi|te|ton|tes|tien|t’\w+)\b| %(?!L?n)|[ \u00a0][;:!?»]|«[ \u00a0]|'", re.IGNORECASE
    )  # one space before a sign, the narrow one, in all texts
    assert [place for place, text in all_texts("fr") if wrong.search(text)] == []
    assert sum(1 for _ in all_texts("fr")) > 3_500


@pytest.mark.parametrize("language", [one for one in list_languages() if one != MAIN_LANGUAGE])
def test_sending_a_file_has_one_word_and_is_no_submission(language: str) -> None:
    """The agency's form is submitted; the last group of steps sends files, as its buttons do."""
    words = [
        (source, "".join(one.itertext()).strip()) for (_, source), one in messages_of(language)
    ]
    (send,) = {text for source, text in words if source == "Send"}
    (group,) = {text for source, text in words if source == "Check and send"}
    assert group.casefold().endswith(send.casefold())


def test_german_never_says_of_assessors_what_readers_take_for_themselves() -> None:
    """“Sie suchen” is “they look for” and “you look for”: the text names the assessors."""
    meant = re.compile(
        r"(?:^|[.!?] )Sie (?:suchen|prüfen|vergleichen|mögen|erwarten|lesen|ziehen|verfolgen"
        r"|beurteilen|bewerten|wissen)\b",
        re.MULTILINE,
    )
    told = [one for one in all_texts("de") if one[0].endswith(".assessors")]
    assert [place for place, text in told if meant.search(text)] == []
    assert len(told) > 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_of_the_examples_are_there_in_the_order_of_english(language: str) -> None:
    files = (RESOURCES / "examples" / f"titles.{one}.tsv" for one in (MAIN_LANGUAGE, language))
    source, found = (
        [line.split("\t") for line in one.read_text("utf-8").splitlines()] for one in files
    )
    assert [line[0] for line in found] == [line[0] for line in source]
    assert all(line[1].endswith(")") for line in found)
