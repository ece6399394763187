"""Work done in a child process: as another user, or with a disk that is nearly full."""

import os
import sys
from collections.abc import Callable

import pytest

if sys.platform != "win32":
    import resource

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and users of POSIX")
NOBODY = 65534


def in_child(work: Callable[[], str]) -> str:
    """Do the work in a fork of this process, and give what it says."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            said = work()
        except BaseException as problem:  # noqa: BLE001 -- whatever it is, the parent tells it
            said = f"failed: {problem!r}"
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


def without_rights() -> None:
    """Become a user whom rights bind; root may write everywhere."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def fill_disk_at(size: int) -> None:
    """Let no file of this process grow beyond `size` bytes."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
