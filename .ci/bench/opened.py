"""The desk as its launcher opens it, watched until it can be used.

`opened.py [FILE]`, or `opened.py --resources FOLDER` for other calls than those of the checkout.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

from erasmus_desk import __main__ as launcher
from erasmus_desk import paths

RESOURCES = "--resources"


def watched(name: str) -> ModuleType:
    """Load what the launcher asks for, and with it the watch.

    The watch needs Qt, which the program itself must load: how it does so is part of its start.
    """
    module = import_module(name)
    from ready import take_over  # noqa: PLC0415

    take_over()
    return module


if __name__ == "__main__":
    launcher.import_module = watched
    arguments = sys.argv[1:]
    if arguments[:1] == [RESOURCES]:
        folder = Path(arguments[1])
        paths.find_resources = lambda: folder
        arguments = arguments[2:]
    sys.exit(launcher.main(arguments))
