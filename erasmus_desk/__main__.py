"""Launcher: runs a command, or opens the window for everything else."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Final, cast

from erasmus_desk import console
from erasmus_desk.errors import PrinterError
from erasmus_desk.i18n import time_zone
from erasmus_desk.path_checks import may_exist

COMMANDS: Final = frozenset(
    {
        *("calls", "new", "carry", "check", "budget", "export", "merge", "history", "backups"),
        "desktop-entry",
    }
)
ABOUT: Final = frozenset({"--help", "-h", "--version"})
SELF_TEST: Final = "--self-test"
SPELLING: Final = "--spelling"
EXIT_NO_WINDOW: Final = 2
EXIT_UNUSABLE: Final = 2
EXIT_INTERRUPTED: Final = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command or the window and return the exit code of the process."""
    try:
        return _run(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:  # while the program is loaded, which takes most of the time
        return EXIT_INTERRUPTED


def _run(arguments: list[str]) -> int:
    console.prepare_streams()
    time_zone.repair(os.environ)
    if arguments and arguments[0] in COMMANDS | ABOUT:
        command = cast("Callable[..., int]", _load_function("erasmus_desk.cli.main", "main"))
        return command(arguments, print_pdf)
    if arguments[:1] == [SPELLING]:
        return _run_spelling(arguments)
    if arguments[:1] != [SELF_TEST]:
        unknown = next(filter(_is_unknown_word, arguments), None)
        if unknown is not None:
            _complain("unknown-word", word=unknown)
            return EXIT_UNUSABLE
    try:
        window = _window_package()
        gc.disable()  # the window collects by a timer; a start makes hardly any garbage
        import_module(f"{window}.qt_support").skip_feature_scan()
        part = "self_test" if arguments[:1] == [SELF_TEST] else "app"
        run = _load_function(f"{window}.{part}", "run")
    except ImportError as fault:
        if _is_own_module(fault):
            raise
        _complain("no-qt", "erasmus-desk: ", problem=fault)
        return EXIT_NO_WINDOW
    return run(arguments)


def _run_spelling(arguments: list[str]) -> int:
    """Be the process with the dictionaries; the exit code says that Hunspell is not installed."""
    try:
        run = _load_function("erasmus_desk.spelling.worker", "run")
    except ImportError as fault:
        if _is_own_module(fault):
            raise
        return cast("int", import_module("erasmus_desk.spelling.protocol").NO_LIBRARY)
    return run(arguments)


def _complain(name: str, beginning: str = "", **facts: object) -> None:
    """Write a line to standard error; a program that Windows opened by a click has none."""
    if sys.stderr:
        places = import_module("erasmus_desk.paths").find_paths()
        messages = import_module("erasmus_desk.storage.user_messages").load_user_messages(places)
        line = cast("str", messages.format_message(f"start.{name}", None, **facts))
        sys.stderr.write(f"{beginning}{line}\n")


def _is_unknown_word(argument: str) -> bool:
    """Return whether an argument is no file and not named like one (`a.erasmus`, not `--a`)."""
    is_named_so = "." in argument and not argument.startswith("-")
    return bool(argument) and not is_named_so and not may_exist(Path(argument))


def print_pdf(document: object, style: bytes) -> object:
    """Return the `PrintedPdf` of a document, which the window layer makes with Qt.

    Raises PrinterError where Qt does not load or has no fonts.
    """
    try:
        found = _load_function(f"{_window_package()}.pdf.writer", "render_pdf")
    except ImportError as fault:
        if _is_own_module(fault):
            raise
        raise PrinterError("no-qt", problem=str(fault)) from fault
    return cast("Callable[[object, bytes], object]", found)(document, style)


def _window_package() -> str:
    """Return the package of the window: inside this package in a wheel, beside it in a checkout.

    It is imported by name, because the core must not depend on it.
    """
    return "erasmus_desk.ui" if find_spec("erasmus_desk.ui") else "ui"


def _load_function(module: str, name: str) -> Callable[[list[str]], int]:
    """Import a function by name, so that the commands run where Qt is missing."""
    return cast("Callable[[list[str]], int]", getattr(import_module(module), name))


def _is_own_module(fault: ImportError) -> bool:
    """Return whether a module of this program failed to import, rather than Qt."""
    return (fault.name or "").split(".")[0] in {"erasmus_desk", "ui"}


if __name__ == "__main__":
    sys.exit(main())
