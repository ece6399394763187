"""Functions run in a child process: as another user, or with a nearly full disk."""

import os
import sys
from collections.abc import Callable

import pytest

if sys.platform != "win32":
    import resource

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and users of POSIX")
NOBODY = 65534


def run_in_child(function: Callable[[], str]) -> str:
    """Run a function in a fork of this process and return its result."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            result = function()
        except BaseException as problem:  # noqa: BLE001 - reported by the parent
            result = f"failed: {problem!r}"
        os.write(writing, result.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        result = pipe.read().decode()
    os.waitpid(child, 0)
    return result


def drop_privileges() -> None:
    """Become a user without privileges; root may write everywhere."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def limit_file_size(size: int) -> None:
    """Limit the size of files that this process writes to `size` bytes."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
