"""Standard output and standard error of the process, before anything is written there."""

from __future__ import annotations

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
