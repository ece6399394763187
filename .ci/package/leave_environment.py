"""Runs before the program: other programs that it starts find their own libraries.

On Linux the start of the package sets `LD_LIBRARY_PATH` to its own folder. This process has read
it already; LibreOffice or the file manager, opened from here, would load our libraries by it.
"""

import os

_KEPT = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if _KEPT:
    os.environ["LD_LIBRARY_PATH"] = _KEPT
