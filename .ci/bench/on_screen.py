"""The desk on a real screen, the cursor within a line of a long answer: `on_screen.py FILE`.

It says `placed` when the cursor is there, and stays until its input ends.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QEventLoop, QSocketNotifier
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from ready import take_over
from typist import long_box

from erasmus_desk.__main__ import main

MOVES = (QTextCursor.MoveOperation.Down, *[QTextCursor.MoveOperation.Right] * 10)
"""From the start of the answer into its second line."""


def stay(application: QApplication) -> None:
    """Put the cursor within a line, say so, and run until the input ends."""
    box = long_box(application)
    box.moveCursor(QTextCursor.MoveOperation.Start)
    for move in MOVES:
        box.moveCursor(move)
    print("placed", flush=True)
    loop = QEventLoop()
    ended = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    ended.activated.connect(loop.quit)
    loop.exec()
    os._exit(0)


if __name__ == "__main__":
    take_over(stay)
    sys.exit(main(sys.argv[1:]))
