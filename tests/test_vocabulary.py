"""Coined words stay out of the source, and words that readers misread out of every text."""

import json
import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

import pytest

ROOT = Path(__file__).resolve().parent.parent
COINED = (
    "bringing",
    "deed",
    "deskwork",
    "flight",
    "homecoming",
    "keeper",
    "rail",
    "reception",
    "shelf",
    "strand",
    "wardrobe",
    "workplace",
    "workshop",
)
PHRASES = ("came home", "come home", "comes home", "coming home")
# Texts of a call are the programme's own (`education and training strand`), drafts and Word
# files are somebody's; the history of changes keeps the words of its day.
SPOKEN = (
    "*.py",
    "*.md",
    "*.toml",
    "Makefile",
    "resources/sentences/*",
    "resources/translations/*.ts",
)
OTHER_WORDS = {"CHANGELOG.md", "tests/test_vocabulary.py"}
DUTCH = {"strand"}
"""Coined words that are ordinary Dutch."""
RESOURCES = ROOT / "resources"
AVOID: Mapping[str, list[dict[str, str]]] = json.loads(
    (ROOT / "tests" / "words_to_avoid.json").read_text("utf-8")
)
"""By language: what to find, the right word, the reason, and a sentence where it was found.

Where a rule has `where: program`, the examples may use the word: they are somebody's prose.
"""
# The programme's own words, and earlier names that are still read in files sent with them.
NOT_OURS = ("/official/", "/gone.")


def words_of(text: str) -> set[str]:
    """The words in a text, those inside names such as `FlightDeck` and `flight_deck` too."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", text).lower()
    return {word.removesuffix("s") for word in re.findall(r"[a-z]+", parted)} | set(
        re.findall(r"[a-z]+", parted)
    )


def files() -> list[str]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *SPOKEN]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return sorted(set(done.stdout.split()) - OTHER_WORDS)


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a checkout knows its files")
def test_no_coined_word_is_in_names_texts_and_comments() -> None:
    found: list[str] = []
    for name in files():
        path = ROOT / name
        if not path.is_file():
            continue
        text = path.read_text(encoding="utf-8")
        known = DUTCH if "nl" in path.stem.replace(".", "_").split("_") else set[str]()
        words = words_of(text) - known
        found += [f"{name}: {word}" for word in COINED if word in words]
        plain = " ".join(text.lower().split())
        found += [f"{name}: {phrase}" for phrase in PHRASES if phrase in plain]
    assert found == []


def test_a_coined_word_is_found_inside_a_name() -> None:
    assert "rail" in words_of("class NoticeRails:")
    assert "keeper" in words_of("the_keeper_of = 1")
    assert "rail" not in words_of("a trail of guardrails in a trailer")


def leaves(node: object, place: str) -> Iterator[tuple[str, str]]:
    """Yield every text of a JSON file with its place."""
    if isinstance(node, str):
        yield place, node
    elif isinstance(node, dict):
        for name, part in cast("dict[str, object]", node).items():
            yield from leaves(part, f"{place}/{name}")
    elif isinstance(node, list):
        for part in cast("list[object]", node):
            yield from leaves(part, place)


def texts_of_the_program(language: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of sentences, calls and window in a language, with their places."""
    files = [RESOURCES / "sentences" / f"{name}{language}.json" for name in ("", "word.")]
    files += sorted(RESOURCES.glob(f"calls/*/words/{language}/*.json"))
    for path in files:
        for place, text in leaves(json.loads(path.read_text("utf-8")), path.name):
            if not any(part in place for part in NOT_OURS):
                yield place, text
    tree = ET.parse(RESOURCES / "translations" / "erasmus_desk_nl.ts")  # noqa: S314 - our own file
    for message in tree.getroot().iter("message"):
        source, translation = message.findtext("source") or "", message.find("translation")
        if language == "en":
            yield "window", source
        elif language == "nl" and translation is not None:
            forms = [form.text or "" for form in translation.iter("numerusform")]
            yield from ((source, text) for text in forms or [translation.text or ""])


def texts_of_the_examples(language: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of the example proposals in a language, with their places."""
    for path in sorted((RESOURCES / "examples").glob("*.erasmus")):
        answers = json.loads(path.read_text("utf-8"))["answers"]
        values = {one["q"]: one["value"] for one in answers if not one.get("item")}
        texts = [
            (f"{path.name}/{one['q']}", one["value"])
            for one in answers
            if isinstance(one["value"], str) and one["q"] != "sum.en"
        ]
        yield from texts if values["ctx.language"] == language else ()


def find_words(rule: Mapping[str, str], texts: Iterable[tuple[str, str]]) -> list[str]:
    """Return the places of what a rule finds, each with the right word."""
    pattern = re.compile(rule["find"], re.IGNORECASE)
    return [
        f"{place}: “{found.group()}” → {rule['use']} ({rule['why']})"
        for place, text in texts
        for found in pattern.finditer(text)
    ]


def hide_names(texts: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return texts without the names of the values that take a place in them."""
    return [(place, re.sub(r"\{\w+\}", "{}", text)) for place, text in texts]


@pytest.mark.parametrize("language", sorted(AVOID))
def test_no_text_has_a_word_that_readers_misread(language: str) -> None:
    found: list[str] = []
    program = hide_names(texts_of_the_program(language))
    examples = hide_names(texts_of_the_examples(language))
    for rule in AVOID[language]:
        found += find_words(rule, program)
        if rule.get("where") != "program":
            found += find_words(rule, examples)
    assert found == []


@pytest.mark.parametrize("language", sorted(AVOID))
def test_each_rule_finds_the_sentence_that_made_it(language: str) -> None:
    for rule in AVOID[language]:
        assert find_words(rule, hide_names([("here", rule["found"])])), rule["find"]
        assert rule["use"]
        assert rule["why"]


@pytest.mark.parametrize("language", sorted(AVOID))
def test_the_texts_of_the_test_are_all_texts(language: str) -> None:
    places = {place.partition("/")[0] for place, _ in texts_of_the_program(language)}
    assert {f"{language}.json", f"word.{language}.json", "form.json", "priorities.json"} <= places
    assert sum(1 for _ in texts_of_the_program(language)) > 2_500
    assert sum(1 for _ in texts_of_the_examples(language)) > 100
