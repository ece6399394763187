"""The spell checker asks a process of its own, and goes on without what fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from erasmus_desk.paths import find_resources
from erasmus_desk.spelling import protocol
from erasmus_desk.spelling.dictionaries import Dictionary, Origin, find_dictionaries
from erasmus_desk.spelling.protocol import Fault
from ui.session.spell_checker import PATIENCE, SpellChecker

SHIPPED = find_dictionaries(Path("none"), find_resources() / "dictionaries", ())
Open = Callable[..., SpellChecker]


@pytest.fixture
def open_checker() -> Iterator[Open]:
    opened: list[SpellChecker] = []

    def start(dictionaries: dict[str, Dictionary], patience: int = 30_000) -> SpellChecker:
        opened.append(SpellChecker(dictionaries, patience=patience))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


def settle(qtbot: QtBot, checker: SpellChecker) -> None:
    qtbot.waitUntil(lambda: not checker.is_waiting, timeout=30_000)


def be(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Start another Python program instead of the one with the dictionaries."""
    command, folder = protocol.build_command()
    other = ((command[0], "-c", program), folder)
    monkeypatch.setattr(protocol, "build_command", lambda: other)


def test_words_are_asked_once_and_known_from_then_on(open_checker: Open, qtbot: QtBot) -> None:
    checker = open_checker(SHIPPED)
    words = ("school", "leerkragt", "leerling")
    with qtbot.waitSignal(checker.answered, timeout=30_000):
        assert [checker.look_up("nl", word) for word in words] == [None] * 3
    assert [checker.look_up("nl", word) for word in words] == [True, False, True]
    assert not checker.is_waiting


def test_words_on_screen_and_suggestions_go_before_all_others(
    open_checker: Open, qtbot: QtBot
) -> None:
    checker = open_checker(SHIPPED)
    order: list[str] = []
    checker.answered.connect(lambda: order.append(check()))
    checker.suggested.connect(lambda: order.append("suggested"))

    def check() -> str:
        is_shown = checker.look_up("nl", "zichtbaar") is not None
        is_later = checker.look_up("nl", "later", is_shown=False) is not None
        return f"{is_shown:d}{is_later:d}"

    checker.look_up("nl", "later", is_shown=False)
    checker.look_up("nl", "zichtbaar")
    checker.suggest("nl", "leerkragt")
    settle(qtbot, checker)
    assert order == ["suggested", "10", "11"]


def test_a_language_without_a_dictionary_is_not_asked(open_checker: Open, qtbot: QtBot) -> None:
    checker = open_checker(SHIPPED)
    assert not checker.can_check("xx")
    assert checker.look_up("xx", "word") is None
    told: list[tuple[str, str, tuple[str, ...]]] = []

    def note(language: str, word: str, suggestions: tuple[str, ...]) -> None:
        told.append((language, word, suggestions))

    checker.suggested.connect(note)
    checker.suggest("xx", "word")
    assert told == [("xx", "word", ())]
    assert not checker.is_waiting


@pytest.mark.logs
def test_a_damaged_dictionary_is_told_once_and_the_others_work(
    open_checker: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "fr.aff").write_text("SET UTF-8\n", encoding="utf-8")
    (tmp_path / "fr.dic").write_text("no dictionary", encoding="utf-8")
    broken = Dictionary("fr", tmp_path, "fr", Origin.USER)
    checker = open_checker({"nl": SHIPPED["nl"], "fr": broken})
    told: list[tuple[str, Fault]] = []

    def note(language: str, fault: Fault) -> None:
        told.append((language, fault))

    checker.faulted.connect(note)
    for word in ("école", "élève"):
        checker.look_up("fr", word)
    checker.look_up("nl", "leerkragt")
    settle(qtbot, checker)
    assert told == [("fr", Fault.DAMAGED)]
    assert not checker.can_check("fr")
    assert checker.look_up("nl", "leerkragt") is False


@pytest.mark.logs
@pytest.mark.parametrize(
    "program",
    [
        "import os; os.read(0, 9); os.abort()",
        "import os; os.read(0, 9); print('no answer')",
        "import time; time.sleep(600)",
    ],
    ids=["it crashes", "it says nonsense", "it hangs"],
)
def test_a_process_that_fails_costs_one_language_and_no_word(
    program: str, open_checker: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    checker = open_checker({name: SHIPPED[name] for name in ("nl", "en")}, patience=2000)
    with monkeypatch.context() as patch:
        be(patch, program)
        with qtbot.waitSignal(checker.faulted, timeout=30_000):
            checker.look_up("nl", "school")
    assert checker.faults == {"nl": Fault.DAMAGED}
    # Our own process may start late on a busy machine.
    checker._patience.setInterval(PATIENCE)  # pyright: ignore[reportPrivateUsage]
    checker.look_up("en", "schol")
    settle(qtbot, checker)
    assert checker.look_up("en", "schol") is False


@pytest.mark.logs
@pytest.mark.parametrize(
    "program", [f"raise SystemExit({protocol.NO_LIBRARY})", ""], ids=["no Hunspell", "no Python"]
)
def test_without_hunspell_no_language_is_checked(
    program: str, open_checker: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    checker = open_checker({name: SHIPPED[name] for name in ("nl", "en")})
    if program:
        be(monkeypatch, program)
    else:
        missing = (("/no/such/python",), Path("/"))
        monkeypatch.setattr(protocol, "build_command", lambda: missing)
    checker.look_up("nl", "school")
    qtbot.waitUntil(lambda: len(checker.faults) == 2, timeout=30_000)
    assert set(checker.faults.values()) == {Fault.NO_LIBRARY}
    assert not checker.is_waiting


@pytest.mark.logs
def test_a_process_that_did_not_start_is_told_at_once_as_on_windows(
    open_checker: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(process: QProcess) -> None:
        process.errorOccurred.emit(QProcess.ProcessError.FailedToStart)

    monkeypatch.setattr(QProcess, "start", refuse)
    checker = open_checker({name: SHIPPED[name] for name in ("nl", "en")})
    checker.look_up("nl", "school")
    qtbot.waitUntil(lambda: len(checker.faults) == 2, timeout=30_000)
    assert not checker.is_waiting
    assert checker.findChild(QProcess) is None


def test_the_process_is_gone_when_the_checker_is_closed(open_checker: Open, qtbot: QtBot) -> None:
    checker = open_checker(SHIPPED)
    checker.look_up("nl", "school")
    settle(qtbot, checker)
    process = checker.findChild(QProcess)
    assert process is not None
    assert process.state() is QProcess.ProcessState.Running
    checker.close()
    assert process.state() is QProcess.ProcessState.NotRunning
