"""The result of saving a file, with the ways to what was saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ...theme.theme import set_role
from ...widgets.buttons import ButtonRow, text_button
from ...widgets.labels import wrapped_label
from ...widgets.layouts import build_column


class ExportResultBox(QWidget):
    """The result of an export, with buttons to open the file and its folder."""

    def __init__(self) -> None:
        super().__init__()
        self.path: Path | None = None
        self.result_label = wrapped_label("")
        self.open_button = text_button(self.tr("Open the file"), self._on_open)
        self.folder_button = text_button(self.tr("Open the folder"), self._on_open)
        build_column(self, self.result_label, ButtonRow(self.open_button, self.folder_button))
        self.show_result("", None)

    def show_result(self, text: str, path: Path | None) -> None:
        """Show a result, with buttons if there is a file; hide the box for an empty text."""
        self.path = path
        self.setVisible(bool(text))
        self.result_label.setText(text)
        set_role(self.result_label, "good" if path else "warm")
        self.open_button.setVisible(path is not None)
        self.folder_button.setVisible(path is not None)

    def _on_open(self) -> None:
        """Open the file or its folder, by the button that was clicked."""
        if self.path is not None:
            is_file = self.sender() is self.open_button
            shown = self.path if is_file else self.path.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown)))
