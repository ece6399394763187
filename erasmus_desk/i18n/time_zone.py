"""The time zone of this computer where the environment names one that is none.

The C library takes UTC then. Babel reads `TZ` as a file wherever one has that name, also in the
working folder, and raises an error at its first name of a country.
"""

from __future__ import annotations

import sys
import time
from collections.abc import MutableMapping
from pathlib import Path

from erasmus_desk.path_checks import is_file, may_exist

_ZONES = Path("/usr/share/zoneinfo")
_MARK = b"TZif"


def repair(environment: MutableMapping[str, str]) -> None:
    """Name a zone that is one by its file; without any, leave it to the system."""
    name = environment.get("TZ", "").removeprefix(":")
    if not name or not may_exist(Path(name)) or _is_zone(Path(name)):
        return
    known = _ZONES / name
    if _is_zone(known):
        environment["TZ"] = str(known)
    else:
        del environment["TZ"]
    if sys.platform != "win32":
        time.tzset()


def _is_zone(path: Path) -> bool:
    try:
        # Not from a pipe, which may never answer.
        return is_file(path) and path.read_bytes()[: len(_MARK)] == _MARK
    except (OSError, ValueError):
        return False
