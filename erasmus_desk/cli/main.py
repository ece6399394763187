"""The entry point of the command line: parse arguments, run a command, print its result."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from erasmus_desk.call.library import Library
from erasmus_desk.cli import arguments, budget, calls, carry, check, history, new
from erasmus_desk.cli.arguments import PROGRAM, Export, Request, ShowText
from erasmus_desk.cli.context import CommandContext, CommandResult, JsonValue
from erasmus_desk.console import is_closed_pipe
from erasmus_desk.errors import (
    ChoiceError,
    DeskError,
    OutputLost,
    PackError,
    SystemProblem,
    TemplateError,
)
from erasmus_desk.export.export import Printer
from erasmus_desk.i18n.messages import (
    Messages,
    choose_language,
    list_languages,
)
from erasmus_desk.paths import find_paths
from erasmus_desk.storage import settings
from erasmus_desk.storage.user_messages import find_message_language, load_plain_messages

UNUSABLE_INPUT = 2
"""Exit code when the input cannot be used, with one line on standard error."""
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None, printer: Printer | None = None) -> int:
    """Run one command and return the exit code of the process.

    `printer` writes PDF files, which the core cannot. Exit code 0: done. 1: `check` found
    something that prevents submission, or `merge` left changes to decide. 2: the input cannot be
    used, and nothing was written; or the result cannot be printed, and what was written is there.
    """
    paths = find_paths()
    user_settings = settings.load(paths.settings).settings
    sentences = paths.resources / "sentences"
    language = user_settings.language or find_message_language(
        os.environ, list_languages(sentences)
    )
    messages = load_plain_messages(sentences, language)
    request: Request | None = None
    given = sys.argv[1:] if argv is None else argv
    as_json = "--json" in given
    try:
        request = arguments.parse(given, messages)
        messages = _choose_messages(request, messages, sentences)
        result = _run_command(
            request, CommandContext(paths, Library(paths.calls), messages, user_settings, printer)
        )
        _print_result(result, as_json=getattr(request, "as_json", False))
    except DeskError as fault:
        _print_failure(fault, _describe_error(fault, request, messages), as_json=as_json)
        return UNUSABLE_INPUT
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as fault:  # noqa: BLE001 -- users get one line, the log the traceback
        _log_failure(fault, paths.log)
        text = messages.format_error(DeskError())
        line = f"{type(fault).__name__}: {text.what} {text.do} ({paths.log})"
        _print_failure(DeskError(), line, as_json=as_json)
        return UNUSABLE_INPUT
    return result.code


def _choose_messages(request: Request, messages: Messages, folder: Path) -> Messages:
    """Return the messages in the language that a request asks for. Raises ChoiceError."""
    if not isinstance(request, arguments.Check | arguments.Budget) or not request.language:
        return messages
    known = list_languages(folder)
    if not choose_language(known, request.language, default=""):
        raise ChoiceError("sentences", chosen=request.language, known=", ".join(known))
    return load_plain_messages(folder, request.language)


def _run_command(request: Request, context: CommandContext) -> CommandResult:
    match request:
        case ShowText():
            result = CommandResult((request.text,))
        case arguments.Calls():
            is_list = not (request.check or request.pack or request.add)
            result = calls.run(context) if is_list else _run_seldom(request, context)
        case arguments.New() if not request.earlier:
            result = new.run(context, request)
        case arguments.Carry():
            result = carry.run(context, request)
        case arguments.Check():
            result = check.run(context, request)
        case arguments.Budget():
            result = budget.run(context, request)
        case Export():
            # Imported here: the libraries for Word files are slow to load.
            from erasmus_desk.cli import export, export_papers  # noqa: PLC0415

            command = export_papers if request.papers else export
            result = command.run(context, request)
        case (
            arguments.Merge() | arguments.New() | arguments.BackupList() | arguments.DesktopEntry()
        ):
            result = _run_seldom(request, context)
        case arguments.History():
            result = history.run(context, request)
    return result


def _run_seldom(
    request: arguments.Calls
    | arguments.Merge
    | arguments.New
    | arguments.BackupList
    | arguments.DesktopEntry,
    context: CommandContext,
) -> CommandResult:
    """Run a command that loads what the other commands need not load."""
    from erasmus_desk.cli import (  # noqa: PLC0415
        backups,
        call_packs,
        desktop_entry,
        merge,
        new_from,
    )

    match request:
        case arguments.Calls():
            return call_packs.run(context, request)
        case arguments.DesktopEntry():
            return desktop_entry.run(context, request)
        case arguments.BackupList():
            return backups.run(context, request)
        case arguments.Merge():
            return merge.run(context, request)
        case arguments.New():
            return new_from.run(context, request)


def _describe_error(fault: DeskError, request: Request | None, messages: Messages) -> str:
    """Return an error as one line: what happened, where, and how to fix it."""
    file = getattr(request, "file", "")
    template = request.template if isinstance(request, Export) else ""
    text = messages.format_error(fault, path=template if isinstance(fault, TemplateError) else file)
    # The call is that of the draft, so the line names the draft too.
    is_named = isinstance(request, arguments.New) or (
        isinstance(request, arguments.Carry) and fault.facts.get("pack") == request.call
    )
    is_from_draft = isinstance(fault, PackError) and file and not is_named
    return f"{f'{file}: ' if is_from_draft else ''}{text.what} {text.do}"


def _print_failure(fault: DeskError, line: str, *, as_json: bool) -> None:
    """Print why a command failed: one line for people, and an object where one is expected."""
    _print_error(f"{PROGRAM}: {line}")
    if as_json and not isinstance(fault, OutputLost):
        error: JsonValue = {"code": fault.message_id, "message": " ".join(line.split())}
        with contextlib.suppress(OutputLost):
            _print_result(CommandResult(object={"error": error}), as_json=True)


def _print_result(result: CommandResult, *, as_json: bool) -> None:
    """Print the result of a command. Raises OutputLost when it cannot be written."""
    for notice in result.notices:
        _print_error(f"{PROGRAM}: {notice}")
    if as_json:
        # For a terminal that is not UTF-8, JSON escapes all other characters.
        is_ascii = (getattr(sys.stdout, "encoding", "") or "").lower() != "utf-8"
        _print_output(json.dumps(result.object, ensure_ascii=is_ascii, indent=1))
    else:
        _print_output("\n".join(result.lines))


def _print_output(text: str) -> None:
    """Print to standard output. Raises OutputLost when it cannot be written."""
    try:
        print(text)
        if sys.stdout:
            sys.stdout.flush()
    except OSError as problem:
        _discard_output(sys.stdout)
        if is_closed_pipe(problem):
            return  # `erasmus-desk check … | head` is no error
        raise OutputLost(problem=SystemProblem.of(problem)) from problem


def _log_failure(fault: Exception, log: Path) -> None:
    """Write the traceback to the log, without the message, which may contain an answer."""
    frames = "".join(traceback.format_tb(fault.__traceback__))
    with contextlib.suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {type(fault).__name__}\n{frames}\n")


def _print_error(line: str) -> None:
    """Print one line to standard error, if there is one."""
    if sys.stderr:
        with contextlib.suppress(OSError):
            print(" ".join(line.split()), file=sys.stderr, flush=True)


def _discard_output(stream: TextIO) -> None:
    """Discard buffered output, so that no error is printed when the process ends."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, stream.fileno())
    os.close(null)
