"""The command `desktop-entry`: the menu entry, the file type and the icon for one user of Linux.

A package for a system brings them by itself; what pip, pipx or uv install has a command only. The
files follow the specifications of freedesktop.org: Desktop Entry, Shared MIME-info, Icon Theme.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from erasmus_desk import atomic_file
from erasmus_desk.cli.arguments import PROGRAM, DesktopEntry
from erasmus_desk.cli.context import CommandContext, CommandResult
from erasmus_desk.errors import ChoiceError
from erasmus_desk.path_checks import is_file, is_folder
from erasmus_desk.paths import is_packaged

_UPDATES = {"update-mime-database": "mime", "update-desktop-database": "applications"}
"""The programs that tell the desktop of a new file type or entry, and the folder of each."""


def run(context: CommandContext, request: DesktopEntry) -> CommandResult:
    """Write or remove the files of the user. Raises ChoiceError outside Linux, or SaveError."""
    if not sys.platform.startswith("linux"):
        raise ChoiceError("no-desktop-entries")
    share = find_share()
    files = build_files(context.places.resources)
    format_message = context.messages.format_message
    if request.install:
        for name, content in files.items():
            atomic_file.make_folder((share / name).parent)
            atomic_file.write(share / name, content)
    else:
        for name in files:
            try:
                (share / name).unlink(missing_ok=True)
            except OSError as problem:
                raise atomic_file.to_save_error(problem, share / name) from problem
    missing = [name for name, folder in _UPDATES.items() if not _update(name, share / folder)]
    notices = (
        [format_message("desktop-entry.later", programs=", ".join(missing))] if missing else []
    )
    done = "desktop-entry.installed" if request.install else "desktop-entry.removed"
    return CommandResult((format_message(done, path=share),), notices=tuple(notices))


def find_share() -> Path:
    """Return the folder of the user's own data, as the XDG Base Directory specification says."""
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"


def build_files(resources: Path) -> Mapping[str, bytes]:
    """Return the files by their path in the folder of the user's data."""
    entry = (resources / "desktop" / f"{PROGRAM}.desktop").read_text(encoding="utf-8")
    lines = "\n".join(_fit(entry.splitlines()))
    return {
        f"applications/{PROGRAM}.desktop": f"{lines}\n".encode(),
        f"mime/packages/{PROGRAM}.xml": (resources / "desktop" / f"{PROGRAM}.xml").read_bytes(),
        f"icons/hicolor/scalable/apps/{PROGRAM}.svg": (
            resources / "icons" / f"{PROGRAM}.svg"
        ).read_bytes(),
    }


def _fit(lines: list[str]) -> Iterator[str]:
    """Yield the lines of the entry, with the command as it is started here."""
    command, folder = find_command()
    for line in lines:
        yield f"Exec={' '.join(map(_quote, command))} %f" if line.startswith("Exec=") else line
    if folder is not None:
        yield f"Path={folder}"


def find_command() -> tuple[list[str], Path | None]:
    """Return the command that starts this program, and the folder in which it must be started."""
    if is_packaged():
        return [sys.executable], None
    started = Path(sys.argv[0]).absolute()
    if started.stem == PROGRAM and is_file(started):
        return [str(started)], None
    return [sys.executable, "-m", "erasmus_desk"], Path(__file__).resolve().parents[2]


def _quote(argument: str) -> str:
    """Quote an argument as the Desktop Entry specification asks, twice: as text and as argument."""
    for character in '\\"`$':
        argument = argument.replace(character, f"\\{character}")
    return '"' + argument.replace("\\", "\\\\").replace("%", "%%") + '"'


def _update(program: str, folder: Path) -> bool:
    """Run a program that updates a folder; return whether it is there."""
    found = shutil.which(program)
    if found is None or not is_folder(folder):
        return found is not None
    with contextlib.suppress(OSError):
        subprocess.run([found, folder], capture_output=True, check=False)  # noqa: S603 - from PATH
    return True
