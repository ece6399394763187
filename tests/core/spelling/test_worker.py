"""The process with the dictionaries, started as the program starts it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from erasmus_desk import __main__ as launcher
from erasmus_desk.paths import find_resources
from erasmus_desk.spelling import protocol
from erasmus_desk.spelling.dictionaries import Dictionary, Origin, find_dictionaries
from erasmus_desk.spelling.protocol import Answer, Fault

SHIPPED = find_dictionaries(Path("none"), find_resources() / "dictionaries", ())
Ask = Callable[..., Answer]

WORDS = {
    "el": (("σχολείο", "Ελλάδα", "εκπαίδευση"), ("σχολλείο", "school", "школа")),
    "en": (("colour", "don't", "partner's", "organisation"), ("teh", "color", "recieve")),
    "es": (("escuela", "niño", "colaboración"), ("ninyo", "escuella")),
    "fr": (("l'élève", "aujourd'hui", "peut-être", "c'est"), ("éléve", "chevaus")),
    "nl": (("foto's", "leerkracht", "stage-uren", "Noord-Holland"), ("projekt", "leerkragt")),
    "pl": (("szkoła", "współpraca"), ("wspolpraca", "школа")),
    "tr": (("çalışma", "okulumuzun", "Ankara'da"), ("okulumuzn",)),
}


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """Return a function that asks the process and waits for its answer."""
    command, folder = protocol.build_command()
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        output, lines = process.stdin, process.stdout

        def send(dictionary: Dictionary, *words: str, suggest: str = "") -> Answer:
            output.write(protocol.ask(dictionary, words, suggest)[1])
            output.flush()
            return protocol.decode_answer(lines.readline())

        yield send
        output.close()
        assert process.wait(timeout=60) == 0, "it does not end with its input"


@pytest.mark.parametrize("language", SHIPPED)
def test_every_shipped_dictionary_tells_right_words_from_wrong_ones(
    language: str, ask: Ask
) -> None:
    right, wrong = WORDS[language]
    answer = ask(SHIPPED[language], *right, *wrong)
    assert (answer.fault, answer.unknown) == (None, wrong)


@pytest.mark.parametrize(
    ("language", "wrong", "meant"),
    [("nl", "leerkragt", "leerkracht"), ("en", "recieve", "receive"), ("fr", "éléve", "élève")],
)
def test_what_is_meant_is_among_the_suggestions(
    language: str, wrong: str, meant: str, ask: Ask
) -> None:
    answer = ask(SHIPPED[language], suggest=wrong)
    assert answer.suggest == wrong
    assert meant in answer.suggestions


def make(folder: Path, affixes: bytes | None, words: bytes | None) -> Dictionary:
    folder.mkdir(parents=True, exist_ok=True)
    for suffix, content in ((".aff", affixes), (".dic", words)):
        if content is not None:
            (folder / f"nl{suffix}").write_bytes(content)
    return Dictionary("nl", folder, "nl", Origin.USER)


@pytest.mark.parametrize(
    ("affixes", "words", "fault"),
    [
        (b"SET UTF-8\n", b"", Fault.DAMAGED),
        (b"SET UTF-8\n", b"<html>not found</html>\n", Fault.DAMAGED),
        (b"SET UTF-8\n", b"0\n", Fault.DAMAGED),
        (b"SET UTF-8\n", bytes(range(256)) * 40, Fault.DAMAGED),
        (b"SET NO-SUCH\n", b"1\nschool\n", Fault.DAMAGED),
        (None, b"1\nschool\n", Fault.UNREADABLE),
        (b"SET UTF-8\n", None, Fault.UNREADABLE),
    ],
)
def test_a_dictionary_that_is_none_is_a_fault_and_the_others_go_on(
    affixes: bytes | None, words: bytes | None, fault: Fault, tmp_path: Path, ask: Ask
) -> None:
    broken = make(tmp_path, affixes, words)
    answer = ask(broken, "school")
    assert (answer.fault, answer.words) == (fault, ("school",))
    assert ask(SHIPPED["nl"], "school", "schol").unknown == ()


def test_a_dictionary_in_a_folder_of_any_letters_and_encoding_is_read(
    tmp_path: Path, ask: Ask
) -> None:
    folder = tmp_path / "Wörterbücher σχολείο 學校"
    words = "2\nécole\nSchüler\n".encode("latin-1")
    answer = ask(make(folder, b"SET ISO8859-1\n", words), "école", "Schüler", "Ελλάδα", "ecole")
    assert (answer.fault, answer.unknown) == (None, ("Ελλάδα", "ecole"))


def test_without_hunspell_the_process_says_so_by_its_exit_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: str) -> None:
        raise ModuleNotFoundError("hunspell is not here", name="hunspell")

    monkeypatch.setattr(launcher, "_load_function", refuse)
    assert launcher.main([protocol.OPTION]) == protocol.NO_LIBRARY


def test_no_other_module_of_the_program_loads_hunspell() -> None:
    sources = (find_resources().parent / "erasmus_desk").rglob("*.py")
    named = {file.stem for file in sources if "import hunspell" in file.read_text("utf-8")}
    assert named == {"worker"}
    assert protocol.is_installed()
