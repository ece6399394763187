"""The template of a school, typed or chosen as a file."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog

from ...fields.line_fields import LineField
from ...widgets.buttons import text_button


class TemplateField(LineField):
    """The path of a template, with a button that asks for it."""

    def __init__(self) -> None:
        super().__init__()
        self.browse_button = text_button(self.tr("Browse…"), self._on_browse)
        self.build_row().addWidget(self.browse_button)

    def _on_browse(self) -> None:
        title = self.tr("Template")
        kinds = self.tr("Word files and templates (*.docx *.dotx *.docm *.dotm)")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if chosen:
            self.set_value(chosen)
            self.edited.emit(chosen)
