"""Launcher: a command goes to the commands, everything else to the window."""

import gc
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Final, cast

COMMANDS: Final = frozenset({"calls", "new", "check", "budget", "export", "merge", "history"})
ABOUT: Final = frozenset({"--help", "-h", "--version"})
NO_WINDOW: Final = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for and return the exit code of the process."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] in COMMANDS | ABOUT:
        return _entry("erasmus_desk.cli", "main")(arguments)
    # In a wheel the window layer lies inside the package, in a checkout beside it. It is found by
    # name, so that the core has no import of it.
    # All that a start makes stays: to look for garbage in it is time lost. The window turns the
    # collector on again.
    gc.disable()
    window = "erasmus_desk.ui" if find_spec("erasmus_desk.ui") else "ui"
    try:
        run = _entry(f"{window}.app", "run")
    except ImportError as fault:
        if _is_ours(fault):
            raise
        sys.stderr.write(
            f"erasmus-desk: the window cannot open, because Qt does not load here ({fault}). "
            "The commands work without it: erasmus-desk --help\n"
        )
        return NO_WINDOW
    return run(arguments)


def _entry(module: str, name: str) -> Callable[[list[str]], int]:
    """Import late: the commands must run where Qt is missing, and start without waiting for it."""
    return cast("Callable[[list[str]], int]", getattr(import_module(module), name))


def _is_ours(fault: ImportError) -> bool:
    """Tell a fault in our own files, which must not be taken for a missing library of Qt."""
    return (fault.name or "").split(".")[0] in {"erasmus_desk", "ui"}


if __name__ == "__main__":
    sys.exit(main())
