"""The command line: reads the arguments, lets a command work, prints what it says."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from erasmus_desk.call.library import Library
from erasmus_desk.cli import budget, calls, check, history, new
from erasmus_desk.cli.arguments import PROGRAM, parse
from erasmus_desk.cli.context import Desk, Outcome, message_language
from erasmus_desk.cli.requests import (
    Budget,
    Calls,
    Check,
    Export,
    History,
    Merge,
    New,
    Request,
    Tell,
)
from erasmus_desk.errors import DeskError, OutputLost, PackError, TemplateError
from erasmus_desk.export.export import Printer
from erasmus_desk.i18n import messages
from erasmus_desk.i18n.messages import Sentences
from erasmus_desk.paths import places
from erasmus_desk.storage import settings

UNUSABLE = 2
"""Exit code when the input cannot be used; one line on standard error says why."""
_STOPPED = 130
_Shaped = Calls | Check | Budget | Merge | History
_FromDraft = Check | Budget | Export | Merge | History


def main(argv: Sequence[str] | None = None, printer: Printer | None = None) -> int:
    """Run one command and return the exit code of the process.

    `printer` makes PDF files: no module of the core can.

    0: done, nothing blocks. 1: `check` found something that blocks sending, or `merge` left
    something to decide. 2: the input cannot be used; then nothing was written.
    """
    _never_stumble_over_a_letter()
    here = places()
    chosen = settings.load(here.settings).settings
    language = chosen.language or message_language(os.environ)
    spoken = messages.load(here.resources / "sentences", language)
    asked: Request | None = None
    try:
        asked = parse(sys.argv[1:] if argv is None else argv, spoken)
        outcome = _done(asked, Desk(here, Library(here.calls), spoken, chosen, printer))
        _say(outcome, as_json=isinstance(asked, _Shaped) and asked.as_json)
    except DeskError as fault:
        _complain(_told(fault, asked, spoken))
        return UNUSABLE
    except KeyboardInterrupt:
        return _STOPPED
    except Exception as fault:  # noqa: BLE001  # whatever it is, nobody gets a traceback to read
        _note(fault, here.log)
        told = spoken.error(DeskError())
        _complain(f"{PROGRAM}: {type(fault).__name__}: {told.what} {told.do} ({here.log})")
        return UNUSABLE
    return outcome.code


def _done(asked: Request, desk: Desk) -> Outcome:
    match asked:
        case Tell():
            outcome = Outcome((asked.text,))
        case Calls():
            outcome = calls.run(desk)
        case New():
            outcome = new.run(desk, asked)
        case Check():
            outcome = check.run(desk, asked)
        case Budget():
            outcome = budget.run(desk, asked)
        case Export():
            # Only these two load what reads and writes Word files.
            from erasmus_desk.cli import export  # noqa: PLC0415

            outcome = export.run(desk, asked)
        case Merge():
            from erasmus_desk.cli import merge  # noqa: PLC0415

            outcome = merge.run(desk, asked)
        case History():
            outcome = history.run(desk, asked)
    return outcome


def _told(fault: DeskError, asked: Request | None, spoken: Sentences) -> str:
    """Word an error on one line: what happened and where, and how to mend it."""
    file = "" if isinstance(asked, Tell | Calls | None) else asked.file
    template = asked.template if isinstance(asked, Export) else ""
    told = spoken.error(fault, path=template if isinstance(fault, TemplateError) else file)
    # A call is named by the draft that belongs to it: say which draft that is.
    is_from_draft = isinstance(fault, PackError) and isinstance(asked, _FromDraft)
    return f"{PROGRAM}: {f'{file}: ' if is_from_draft else ''}{told.what} {told.do}"


def _say(outcome: Outcome, *, as_json: bool) -> None:
    """Print what a command has to say. Raises OutputLost when it cannot be written."""
    for notice in outcome.notices:
        _complain(f"{PROGRAM}: {notice}")
    try:
        if as_json:
            # Where the terminal cannot show every letter, JSON has a spelling for them all.
            plain = (getattr(sys.stdout, "encoding", "") or "").lower() != "utf-8"
            print(json.dumps(outcome.object, ensure_ascii=plain, indent=1))
        else:
            print(*outcome.lines, sep="\n")
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough (`erasmus-desk check … | head`): no fault of ours.
        _let_go(sys.stdout)
    except OSError as problem:
        _let_go(sys.stdout)
        raise OutputLost(problem=problem.strerror or str(problem)) from problem


def _note(fault: Exception, log: Path) -> None:
    """Write to the log where the program failed; not what with, which may be an answer."""
    place = "".join(traceback.format_tb(fault.__traceback__))
    with contextlib.suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {type(fault).__name__}\n{place}\n")


def _complain(line: str) -> None:
    """Put one line on standard error, if anybody listens."""
    if sys.stderr:
        with contextlib.suppress(OSError):
            print(" ".join(line.split()), file=sys.stderr, flush=True)


def _never_stumble_over_a_letter() -> None:
    """Let a terminal that cannot show a letter show its number instead."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _let_go(stream: TextIO) -> None:
    """Send what is still held back into nothing, so that the end of the process is silent."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())
    os.close(nothing)
