"""Loaded by Python for Windows when it starts in Wine: what Windows does and Wine does not yet.

A lock that another program has is error EACCES of C on Windows; Wine fails too, but names no error.
Variables that begin with `QT_` are those of this Qt too; Wine leaves them out.
"""

from __future__ import annotations

import errno
import os
import sys

if sys.platform == "win32":
    import msvcrt

    lock = msvcrt.locking

    def lock_with_error(file: int, mode: int, length: int) -> None:
        """Lock or unlock a part of a file. Raises OSError, with the number of Windows."""
        try:
            lock(file, mode, length)
        except OSError as problem:
            number = problem.errno or errno.EACCES
            raise OSError(number, os.strerror(number)) from None

    msvcrt.locking = lock_with_error
    kept = {name: value for name, value in os.environ.items() if name.startswith("KEPT_")}
    os.environ |= {name.removeprefix("KEPT_"): value for name, value in kept.items()}
