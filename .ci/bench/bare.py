"""The yardstick of start and memory: a bare PySide6 window with one label."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from ready import leave

if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("A window with one label"))
    window.resize(1200, 800)
    window.show()
    leave(application)
