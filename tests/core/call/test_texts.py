"""The words of a pack: by language, with the main language behind."""

import json

import pytest

from erasmus_desk.call.texts import Status, Texts, texts
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
    return texts("pack", files, chain)


def faults_of(content: str) -> list[Fault]:
    with pytest.raises(PackInvalid) as caught:
        texts("pack", {"en": {"all.json": content}}, ("en",))
    return list(caught.value.faults)


def test_a_text_is_one_string_or_its_paragraphs() -> None:
    english = read("en")
    assert english.get("question.wish.label") == "Your wish in a line"
    assert english.get("question.wish.build") == "First.\nSecond."
    assert english.paragraphs("question.wish.build") == ("First.", "Second.")
    assert "question.wish.build" in english


def test_an_id_without_words_gives_nothing() -> None:
    english = read("en")
    assert english.get("question.none.label") == ""
    assert english.paragraphs("question.none.label") == ()
    assert english.find("question.none.label") is None
    assert "question.none.label" not in english


def test_the_main_language_stands_behind_and_says_so() -> None:
    french = read("fr", "en")
    assert french.language == "fr"
    assert french.get("kind.a.name") == "Sorte A"
    behind = french.find("question.wish.label")
    assert behind is not None
    assert (behind.language, behind.status) == ("en", Status.WORKING)


def test_official_words_are_told_from_ours() -> None:
    name = read("en").find("kind.a.name")
    assert name is not None
    assert name.status is Status.OFFICIAL


def test_a_short_label_falls_back_on_the_whole_one() -> None:
    assert read("en").short("wish") == "Your wish in a line"
    assert read("fr", "en").short("wish") == "Vœu"


def test_a_choice_has_its_name() -> None:
    assert read("fr", "en").option("seals", "wax") == "Cire"


def test_words_of_several_files_are_one() -> None:
    files = {"en": {"a.json": '{"working": {"a": "1"}}', "b.json": '{"working": {"b": "2"}}'}}
    together = texts("pack", files, ("en",))
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
def test_a_fault_in_words_is_named_with_file_and_path(content: str, path: str, code: str) -> None:
    (fault,) = faults_of(content)
    assert (fault.file, fault.path, fault.code) == ("pack/words/en/all.json", path, code)
