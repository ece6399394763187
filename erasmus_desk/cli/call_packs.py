"""The command `calls` on the files of calls: check, make one file of one, add one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from erasmus_desk.call.model import Pack
from erasmus_desk.cli.arguments import Calls
from erasmus_desk.cli.calls import format_call
from erasmus_desk.cli.context import (
    BLOCKED,
    CommandContext,
    CommandResult,
    JsonValue,
    refuse_suffix,
    retry_while_busy,
)
from erasmus_desk.errors import Fault, PackInvalid
from erasmus_desk.file_suffixes import CALL_SUFFIX
from erasmus_desk.packs.added_calls import add_call
from erasmus_desk.packs.call_file import read_call_file, write_call_file
from erasmus_desk.packs.check import check_folder, find_packs


def run(context: CommandContext, request: Calls) -> CommandResult:
    """Do what is asked with the files of calls; faults of a call are named one a line.

    Raises PackFileError for what is no call, or cannot be added, and SaveError.
    """
    if request.check:
        return _check(context, request)
    try:
        return _pack(context, request) if request.pack else _add(context, request)
    except PackInvalid as problem:
        name = str(problem.facts["pack"])
        lines = [*_format_faults(problem.faults, context), _count(name, problem.faults, context)]
        report: JsonValue = {"packs": [_faults_to_json(name, problem.faults, context)]}
        return CommandResult(tuple(lines), report, code=BLOCKED)


def _check(context: CommandContext, request: Calls) -> CommandResult:
    lines: list[str] = []
    objects: list[JsonValue] = []
    is_sound = True
    for folder in find_packs(Path(request.check)):
        faults = check_folder(folder, context.places.calls)
        is_sound = is_sound and not faults
        lines += [*_format_faults(faults, context), _count(folder.name, faults, context)]
        objects.append(_faults_to_json(folder.name, faults, context))
    return CommandResult(tuple(lines), {"packs": objects}, code=0 if is_sound else BLOCKED)


def _pack(context: CommandContext, request: Calls) -> CommandResult:
    """Make one file of the call in a folder, beside the folder if no name is given."""
    (folder, *others) = find_packs(Path(request.pack))
    if others:
        folder = Path(request.pack)  # with several calls in it, it is none itself
    refuse_suffix(request.output, CALL_SUFFIX)
    target = Path(request.output or folder.with_name(f"{folder.name}{CALL_SUFFIX}"))
    pack = retry_while_busy(lambda: write_call_file(folder, target, context.library))
    text = context.messages.format_message("calls.packed", path=target, pack=pack.id)
    return CommandResult((text,), {"file": str(target), "call": _name(pack)})


def _add(context: CommandContext, request: Calls) -> CommandResult:
    """Show the call in a file, and add it."""
    call = read_call_file(Path(request.add), context.library)
    folder = context.places.added_calls
    effect = retry_while_busy(lambda: add_call(call, folder, context.library))
    texts = call.load_texts(context.messages.language)
    pack = call.pack
    text = context.messages.format_message(
        f"calls.added.{effect}", pack=pack.id, revision=pack.revision, name=texts.get("pack.name")
    )
    languages = ", ".join(pack.languages)
    spoken = context.messages.format_message("calls.languages", languages=languages)
    lines = (*format_call(pack, texts, context), f"  {spoken}", "", text)
    return CommandResult(lines, {"effect": effect.value, "call": _name(pack)})


def _name(pack: Pack) -> JsonValue:
    return {"id": pack.id, "edition": pack.edition, "revision": pack.revision}


def _count(name: str, faults: Iterable[Fault], context: CommandContext) -> str:
    n = len(tuple(faults))
    return context.messages.format_message("calls.faults" if n else "calls.sound", pack=name, n=n)


def _format_faults(faults: Iterable[Fault], context: CommandContext) -> Iterator[str]:
    """Return the faults one a line, in the language of the user."""
    return map(context.messages.format_fault, faults)


def _faults_to_json(name: str, faults: Iterable[Fault], context: CommandContext) -> JsonValue:
    found: list[JsonValue] = [
        {
            "file": one.file,
            "path": one.path,
            "code": one.code,
            "found": one.found,
            "text": context.messages.format_fault(one),
        }
        for one in faults
    ]
    return {"id": name, "faults": found}
