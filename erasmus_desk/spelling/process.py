"""The process with the dictionaries, asked by a command, which waits for each answer."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterable
from types import TracebackType
from typing import Self

import msgspec

from erasmus_desk.spelling import protocol
from erasmus_desk.spelling.dictionaries import Dictionary
from erasmus_desk.spelling.protocol import Fault


class SpellingProcess:
    """A process that is started with the first word and ends with the `with` statement."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def find_unknown(self, dictionary: Dictionary, words: Iterable[str]) -> frozenset[str] | Fault:
        """Return the words that a dictionary has not, or why it cannot be used."""
        unknown: set[str] = set()
        waiting = tuple(words)
        for start in range(0, len(waiting), protocol.MOST_WORDS):
            found = self._ask(dictionary, waiting[start : start + protocol.MOST_WORDS])
            if isinstance(found, Fault):
                return found
            unknown |= found
        return frozenset(unknown)

    def _ask(self, dictionary: Dictionary, words: Iterable[str]) -> frozenset[str] | Fault:
        process = self._process = self._process or _start()
        line = b""
        # It may have ended: without Hunspell, or by a damaged dictionary.
        with contextlib.suppress(OSError):
            if process.stdin is not None and process.stdout is not None:
                process.stdin.write(protocol.ask(dictionary, words)[1])
                process.stdin.flush()
                line = process.stdout.readline()
        try:
            answer = protocol.decode_answer(line)
        except msgspec.MsgspecError:
            code = self._end()
            return Fault.NO_LIBRARY if code == protocol.NO_LIBRARY else Fault.DAMAGED
        return frozenset(answer.unknown) if answer.fault is None else answer.fault

    def _end(self) -> int:
        """End the process, which ends with its input, and return its exit code."""
        process, self._process = self._process, None
        if process is None:
            return 0
        with contextlib.suppress(OSError):
            process.communicate()
        return process.returncode


def _start() -> subprocess.Popen[bytes]:
    command, folder = protocol.build_command()
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(command, cwd=folder, stdin=pipe, stdout=pipe, stderr=nowhere)  # noqa: S603
