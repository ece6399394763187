"""Open the window; where no display can be reached, export the shipped example instead."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import subprocess
import sys
from pathlib import Path

from set_up import READY, missing_for_qt

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "resources" / "examples"
BUILD = ROOT / "build"
DESK = [sys.executable, "-m", "erasmus_desk"]


def main() -> int:
    """Return the exit code of the window, or of the export."""
    reason = why_no_window()
    if not reason:
        return subprocess.run(DESK, cwd=ROOT, check=False).returncode
    example = next(iter(sorted(EXAMPLES.glob("*.erasmus"))), None)
    if example is None:
        print(f"No window can open here: {reason}. There is no example to export either.")
        return 2
    BUILD.mkdir(exist_ok=True)
    target = BUILD / f"{example.stem}.docx"
    # What was built by an earlier version would be taken for a file that somebody changed.
    target.unlink(missing_ok=True)
    print(f"No window can open here: {reason}.", flush=True)
    command = [*DESK, "export", str(example), "-o", str(target)]
    code = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode
    if code == 0:
        print(f"The shipped example lies as a Word file in {target.relative_to(ROOT)} instead.")
    return code


def why_no_window() -> str:
    """Say why no window can open, empty if one can."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if not READY.exists():
        missing = missing_for_qt()
        if missing:
            return f"Qt does not load ({missing})"
    wayland = os.environ.get("WAYLAND_DISPLAY", "")
    display = os.environ.get("DISPLAY", "")
    if not wayland and not display:
        return "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    if wayland and (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / wayland).exists():
        return ""
    if display and answers(display):
        return ""
    return f"the display {display or wayland} does not answer"


def answers(display: str) -> bool:
    """Knock at an X display; without the library to do so, trust that somebody is at home."""
    name = ctypes.util.find_library("xcb") or "libxcb.so.1"
    try:
        xcb = ctypes.CDLL(name)
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


if __name__ == "__main__":
    sys.exit(main())
