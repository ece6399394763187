"""The source speaks the words of Qt, Word and Erasmus+: coined words of our own stay out."""

import re
import subprocess
from pathlib import Path

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
        found += [f"{name}: {word}" for word in COINED if word in words_of(text) - known]
        plain = " ".join(text.lower().split())
        found += [f"{name}: {phrase}" for phrase in PHRASES if phrase in plain]
    assert found == []


def test_a_coined_word_is_found_inside_a_name() -> None:
    assert "rail" in words_of("class NoticeRails:")
    assert "keeper" in words_of("the_keeper_of = 1")
    assert "rail" not in words_of("a trail of guardrails in a trailer")
