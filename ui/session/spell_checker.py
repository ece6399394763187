"""The spell checker: it asks the process with the dictionaries, and remembers what it said.

Nothing here waits. A word that nobody asked before is asked in the next turn of the event loop, and
`answered` says when it is known. The process starts with the first word (decision 0059).
"""

from __future__ import annotations

import logging
from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QObject, QProcess, Signal

from erasmus_desk.spelling import protocol
from erasmus_desk.spelling.dictionaries import Dictionary
from erasmus_desk.spelling.protocol import Answer, Fault, Request

from ..qt_support import single_shot

PATIENCE = 120_000
"""Milliseconds after which a process that does not answer is ended: its dictionary is damaged."""
GRACE = 1000
"""Milliseconds that the system has to end the process."""
MOST_REMEMBERED = 200_000
"""Words of a language that are remembered; then it begins anew."""
log = logging.getLogger("erasmus_desk.ui.spelling")


class Questions:
    """What is to be asked yet: suggestions first, then words on screen, then other words."""

    def __init__(self) -> None:
        self._suggest: dict[tuple[str, str], None] = {}
        self._shown: dict[str, dict[str, None]] = {}
        self._later: dict[str, dict[str, None]] = {}

    def __bool__(self) -> bool:
        return bool(self._suggest or self._shown or self._later)

    def add(self, language: str, word: str, *, is_shown: bool) -> None:
        """Ask for a word."""
        waiting = self._shown if is_shown else self._later
        waiting.setdefault(language, {})[word] = None

    def add_suggest(self, language: str, word: str) -> None:
        """Ask for suggestions."""
        self._suggest[language, word] = None

    def take(self, dictionaries: Mapping[str, Dictionary]) -> tuple[Request, bytes] | None:
        """Return the next request and its line, and forget what it asks."""
        if self._suggest:
            language, word = next(iter(self._suggest))
            del self._suggest[language, word]
            return protocol.ask(dictionaries[language], suggest=word)
        for waiting in (self._shown, self._later):
            if waiting:
                language, asked = next(iter(waiting.items()))
                words = list(asked)[: protocol.MOST_WORDS]
                for word in words:
                    del asked[word]
                if not asked:
                    del waiting[language]
                return protocol.ask(dictionaries[language], words)
        return None

    def drop(self, language: str) -> tuple[str, ...]:
        """Forget what is asked of a language; return the words for which suggestions were."""
        for waiting in (self._shown, self._later):
            waiting.pop(language, None)
        dropped = tuple(word for one, word in self._suggest if one == language)
        for word in dropped:
            del self._suggest[language, word]
        return dropped

    def clear(self) -> None:
        """Forget all."""
        for waiting in (self._shown, self._later, self._suggest):
            waiting.clear()


class SpellChecker(QObject):
    """Looks words up in the dictionaries of this computer."""

    answered = Signal()
    """Words that were asked are known now, or a language is not checked any more."""
    suggested = Signal(str, str, object)
    """The language, the word, and the words that may be meant."""
    faulted = Signal(str, object)
    """The language that is not checked, and the fault."""

    def __init__(
        self,
        dictionaries: Mapping[str, Dictionary],
        parent: QObject | None = None,
        *,
        patience: int = PATIENCE,
    ) -> None:
        super().__init__(parent)
        self.dictionaries = dictionaries
        self.faults: dict[str, Fault] = {}
        """Why languages that have a dictionary are not checked."""
        self._known: dict[str, dict[str, bool]] = {}
        self._questions = Questions()
        self._asked: Request | None = None
        self._asked_words: frozenset[str] = frozenset()
        self._process: QProcess | None = None
        self._rest = b""
        self._send_timer = single_shot(self, 0)
        self._send_timer.timeout.connect(self._send)
        self._patience = single_shot(self, patience)
        self._patience.timeout.connect(self._give_up)

    def can_check(self, language: str) -> bool:
        """Return whether words of a language can be looked up."""
        return language in self.dictionaries and language not in self.faults

    def look_up(self, language: str, word: str, *, is_shown: bool = True) -> bool | None:
        """Return whether a dictionary has a word; `None` while that is not known yet.

        Words on screen are asked before all others.
        """
        found = self._known.setdefault(language, {}).get(word)
        if found is None and self.can_check(language) and not self._is_asked(language, word):
            self._questions.add(language, word, is_shown=is_shown)
            if self._asked is None and not self._send_timer.isActive():
                self._send_timer.start()
        return found

    def suggest(self, language: str, word: str) -> None:
        """Ask for suggestions; `suggested` brings them, at once with none where none can come."""
        if self.can_check(language):
            self._questions.add_suggest(language, word)
            if self._asked is None:
                self._send_timer.start()
        else:
            self.suggested.emit(language, word, ())

    @property
    def is_waiting(self) -> bool:
        """Whether something was asked and is not answered yet."""
        return self._asked is not None or bool(self._questions)

    def close(self) -> None:
        """End the process, whatever it does: it has nothing to lose."""
        self._questions.clear()
        self._asked = None
        self._send_timer.stop()
        self._patience.stop()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._on_finished)
            process.kill()
            process.waitForFinished(GRACE)
            process.deleteLater()

    def _is_asked(self, language: str, word: str) -> bool:
        asked = self._asked
        return asked is not None and asked.language == language and word in self._asked_words

    def _send(self) -> None:
        """Send what is asked next, one request at a time, so that what is urgent can overtake."""
        found = self._questions.take(self.dictionaries) if self._asked is None else None
        if found is None:
            return
        self._asked, line = found
        self._asked_words = frozenset(self._asked.words)
        if self._process is None:
            self._start()
        # Windows says at once that a process did not start; then no language is left.
        if self._process is not None:
            self._patience.start()
            self._process.write(line)

    def _start(self) -> None:
        process = self._process = QProcess(self)
        (program, *arguments), folder = protocol.build_command()
        process.setProgram(program)
        process.setArguments(arguments)
        process.setWorkingDirectory(str(folder))
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_ready)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._rest = b""
        process.start()

    def _on_ready(self) -> None:
        if self._process is None:
            return
        read = self._rest + self._process.readAllStandardOutput().data()
        *lines, self._rest = read.split(b"\n")
        for line in lines:
            try:
                answer = protocol.decode_answer(line)
            except msgspec.MsgspecError:
                self._give_up()
                return
            self._take(answer)

    def _take(self, answer: Answer) -> None:
        self._patience.stop()
        self._asked = None
        if answer.fault is not None:
            self._set_fault(answer.language, answer.fault)
        known = self._known.setdefault(answer.language, {})
        if len(known) > MOST_REMEMBERED:
            known.clear()
        unknown = set(answer.unknown)
        known |= {word: word not in unknown for word in answer.words}
        self._send()
        if answer.suggest:
            self.suggested.emit(answer.language, answer.suggest, answer.suggestions)
        if answer.words or answer.fault is not None:
            self.answered.emit()

    def _give_up(self) -> None:
        """End a process that does not answer; what it was asked is damaged."""
        if self._process is not None:
            self._process.kill()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._on_finished(protocol.NO_LIBRARY)

    def _on_finished(self, code: int) -> None:
        """Go on without the language that ended the process, or without any."""
        self._patience.stop()
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        asked, self._asked = self._asked, None
        if code == protocol.NO_LIBRARY:
            for language in self.dictionaries:
                self._set_fault(language, Fault.NO_LIBRARY)
        elif asked is not None:
            self._set_fault(asked.language, Fault.DAMAGED)
        if asked is not None and asked.suggest:
            self.suggested.emit(asked.language, asked.suggest, ())
        self.answered.emit()
        self._send()

    def _set_fault(self, language: str, fault: Fault) -> None:
        if language in self.faults:
            return
        log.warning("no spelling for %s: %s", language, fault)
        self.faults[language] = fault
        self._known.pop(language, None)
        for word in self._questions.drop(language):
            self.suggested.emit(language, word, ())
        self.faulted.emit(language, fault)
