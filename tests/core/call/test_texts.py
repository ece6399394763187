"""The texts of a pack by language, with the main language as a fallback."""

import json

import pytest

from erasmus_desk.call.funding import Source
from erasmus_desk.call.texts import Texts, TextStatus, read_texts
from erasmus_desk.errors import Fault, PackInvalid

ENGLISH = {
    "official": {"kind.a.name": "Kind A"},
    "working": {
        "question.wish.label": "Your wish in a line",
        "question.wish.build": ["First.", "Second."],
        "option.seals.wax": "Wax",
    },
}
FRENCH = {
    "working": {"kind.a.name": "Sorte A", "question.wish.short": "Vœu", "option.seals.wax": "Cire"}
}


def read(*chain: str) -> Texts:
    files = {
        "en": {"all.json": json.dumps(ENGLISH)},
        "fr": {"all.json": json.dumps(FRENCH)},
    }
    return read_texts("pack", files, chain)


def faults_of(content: str) -> list[Fault]:
    with pytest.raises(PackInvalid) as caught:
        read_texts("pack", {"en": {"all.json": content}}, ("en",))
    return list(caught.value.faults)


def test_a_text_is_one_string_or_its_paragraphs() -> None:
    english = read("en")
    assert english.get("question.wish.label") == "Your wish in a line"
    assert english.get("question.wish.build") == "First.\nSecond."
    assert english.paragraphs("question.wish.build") == ("First.", "Second.")
    assert "question.wish.build" in english


def test_an_unknown_id_gives_nothing() -> None:
    english = read("en")
    assert english.get("question.none.label") == ""
    assert english.paragraphs("question.none.label") == ()
    assert english.find("question.none.label") is None
    assert "question.none.label" not in english


def test_the_main_language_is_the_fallback_and_named() -> None:
    french = read("fr", "en")
    assert french.language == "fr"
    assert french.get("kind.a.name") == "Sorte A"
    behind = french.find("question.wish.label")
    assert behind is not None
    assert (behind.language, behind.status) == ("en", TextStatus.WORKING)


def test_official_texts_are_marked() -> None:
    name = read("en").find("kind.a.name")
    assert name is not None
    assert name.status is TextStatus.OFFICIAL


def test_a_short_label_falls_back_on_the_whole_one() -> None:
    assert read("en").short_label("wish") == "Your wish in a line"
    assert read("fr", "en").short_label("wish") == "Vœu"


def test_texts_of_several_files_are_joined() -> None:
    files = {"en": {"a.json": '{"working": {"a": "1"}}', "b.json": '{"working": {"b": "2"}}'}}
    together = read_texts("pack", files, ("en",))
    assert (together.get("a"), together.get("b")) == ("1", "2")


@pytest.mark.parametrize(
    ("content", "path", "code"),
    [
        ("{", "", "not-json"),
        ('{"working": []}', "/working", "not-an-object"),
        ('{"working": {"a": ""}}', "/working/a", "list-expected"),
        ('{"working": {"a": 3}}', "/working/a", "list-expected"),
        ('{"working": {"a": ["x", 3]}}', "/working/a/1", "text-expected"),
        ('{"official": {"a": "x"}, "working": {"a": "y"}}', "/working/a", "named-twice"),
        ('{"working": {}, "draft": {}}', "/draft", "unknown-member"),
    ],
)
def test_a_fault_in_texts_is_named_with_file_and_path(content: str, path: str, code: str) -> None:
    (fault,) = faults_of(content)
    assert (fault.file, fault.path, fault.code) == ("pack/words/en/all.json", path, code)


def test_a_source_has_its_title_in_the_language_or_as_the_pack_has_it() -> None:
    paper = Source("paper", "The paper", "https://example.org")
    french = json.dumps({"working": {"source.paper.title": "Le papier"}})
    texts = read_texts("pack", {"fr": {"all.json": french}}, ("fr",))
    assert texts.source_title(paper) == "Le papier"
    assert texts.source_title(Source("book", "The book")) == "The book"
