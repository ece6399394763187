"""Standard output and standard error of the process."""

from __future__ import annotations

import errno
import io
import os
import sys


def prepare_streams() -> None:
    """Make a terminal show escapes for the characters that it cannot show.

    What goes to a file or another program on Windows is UTF-8, as everywhere else: its own code
    page has no Polish on a Dutch computer, and JSON has no other encoding.
    """
    is_chosen_here = sys.platform == "win32" and "PYTHONIOENCODING" not in os.environ
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = "utf-8" if is_chosen_here and not stream.isatty() else None
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def is_closed_pipe(problem: OSError) -> bool:
    """Return whether a stream could not be written because its reader has gone.

    Windows has no error for it alone: Python gets the one of an argument that is not valid.
    """
    is_windows = sys.platform == "win32"
    return isinstance(problem, BrokenPipeError) or (is_windows and problem.errno == errno.EINVAL)
