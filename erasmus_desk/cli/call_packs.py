"""The command `calls` on the files of calls: every fault of those in a folder."""

from __future__ import annotations

from pathlib import Path

from erasmus_desk.cli.arguments import Calls
from erasmus_desk.cli.context import BLOCKED, CommandContext, CommandResult, JsonValue
from erasmus_desk.packs.check import check_folder, find_packs


def run(context: CommandContext, request: Calls) -> CommandResult:
    """Name every fault of the calls in a folder, one a line.

    Raises PackFileError if there is no call.
    """
    say = context.messages.format_message
    lines: list[str] = []
    objects: list[JsonValue] = []
    count = 0
    for folder in find_packs(Path(request.check)):
        faults = check_folder(folder, context.places.calls)
        count += len(faults)
        lines += map(str, faults)
        state = "calls.faults" if faults else "calls.sound"
        lines.append(say(state, pack=folder.name, n=len(faults)))
        objects.append(
            {
                "id": folder.name,
                "faults": [
                    {"file": one.file, "path": one.path, "code": one.code, "found": one.found}
                    for one in faults
                ],
            }
        )
    return CommandResult(tuple(lines), {"packs": objects}, code=BLOCKED if count else 0)
