"""Launcher: a command goes to the commands, everything else to the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from erasmus_desk.export.document.blocks import Document

COMMANDS: Final = frozenset({"calls", "new", "check", "budget", "export", "merge", "history"})
READERS: Final = frozenset({"merge"})
"""Commands that read files from outside."""
ABOUT: Final = frozenset({"--help", "-h", "--version"})
NO_WINDOW: Final = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for and return the exit code of the process."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] in COMMANDS | ABOUT:
        return _command(arguments)
    # All that a start makes stays: to look for garbage in it is time lost. The window turns the
    # collector on again.
    gc.disable()
    try:
        run = _entry(f"{_window()}.app", "run")
    except ImportError as fault:
        if _is_ours(fault):
            raise
        sys.stderr.write(
            f"erasmus-desk: the window cannot open, because Qt does not load here ({fault}). "
            "The commands work without it: erasmus-desk --help\n"
        )
        return NO_WINDOW
    return run(arguments)


def _command(arguments: list[str]) -> int:
    # A command ends before it has made garbage worth looking for; but nobody knows what `merge`
    # is given to read.
    has_collector = gc.isenabled()
    if arguments[0] not in READERS:
        gc.disable()
    try:
        run = cast("Callable[..., int]", _entry("erasmus_desk.cli.main", "main"))
        return run(arguments, printed)
    finally:
        if has_collector:
            gc.enable()


def printed(document: Document, style: bytes) -> bytes:
    """Give a document as a PDF, which only Qt can write: it lives on the side of the window.

    Raises PrinterError where Qt does not load or has no fonts.
    """
    from erasmus_desk.errors import PrinterError  # noqa: PLC0415 - only a PDF asks for it

    try:
        found = _entry(f"{_window()}.pdf.printer", "printed")
    except ImportError as fault:
        if _is_ours(fault):
            raise
        raise PrinterError("no-qt", problem=str(fault)) from fault
    return cast("Callable[[Document, bytes], bytes]", found)(document, style)


def _window() -> str:
    """Name the window layer: in a wheel it lies inside the package, in a checkout beside it.

    It is found by name, so that the core has no import of it.
    """
    return "erasmus_desk.ui" if find_spec("erasmus_desk.ui") else "ui"


def _entry(module: str, name: str) -> Callable[[list[str]], int]:
    """Import late: the commands must run where Qt is missing, and start without waiting for it."""
    return cast("Callable[[list[str]], int]", getattr(import_module(module), name))


def _is_ours(fault: ImportError) -> bool:
    """Tell a fault in our own files, which must not be taken for a missing library of Qt."""
    return (fault.name or "").split(".")[0] in {"erasmus_desk", "ui"}


if __name__ == "__main__":
    sys.exit(main())
