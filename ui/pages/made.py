"""What became of a file that was to be made, and the way to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ..buttons import ButtonRow
from ..labels import wrapped
from ..theme import GRID, set_role


class MadeBox(QWidget):
    """One line of how it went and, with a file, buttons to open it and its folder."""

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self.made: Path | None = None
        self.result_label = wrapped("")
        self.open_button = QPushButton(self.tr("Open it"))
        self.open_button.clicked.connect(self._on_open)
        self.folder_button = QPushButton(self.tr("Show the folder"))
        self.folder_button.clicked.connect(self._on_folder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.result_label)
        layout.addWidget(ButtonRow(self.open_button, self.folder_button))
        self.show_result("", None)

    def show_result(self, text: str, made: Path | None) -> None:
        """Say how it went; with a file, offer to open it."""
        self.made = made
        self.setVisible(bool(text))
        self.result_label.setText(text)
        set_role(self.result_label, "good" if made else "warm")
        self.open_button.setVisible(made is not None)
        self.folder_button.setVisible(made is not None)

    def _on_open(self) -> None:
        if self.made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.made)))

    def _on_folder(self) -> None:
        if self.made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.made.parent)))
