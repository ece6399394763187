"""The dialogs that are only read: "About Erasmus Desk", and the keyboard shortcuts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ..theme.theme import GRID
from ..widgets.labels import short_label, wrapped_label
from .base import Dialog

COMPONENTS = (
    ("Qt, PySide6", "LGPL 3"),
    ("python-docx", "MIT"),
    ("XlsxWriter", "BSD"),
    ("lxml", "BSD"),
    ("Babel", "BSD"),
    ("platformdirs", "MIT"),
    ("msgspec", "BSD"),
    ("Lucide", "ISC"),
    ("GeoNames", "CC BY 4.0"),
)
"""Libraries, icons and data included, and their licences."""


class AboutDialog(Dialog):
    """Name, version, disclaimer and licences of the program on one page."""

    def __init__(
        self, parent: QWidget | None, version: str, age: str = "", calls: tuple[str, ...] = ()
    ) -> None:
        """Build the page; `age` says how old the program is, `calls` what is known of its calls."""
        super().__init__(parent, 64)
        self.set_title(self.tr("About Erasmus Desk"))
        self.body.addWidget(wrapped_label(self.tr("Erasmus Desk {}").format(version), "title"))
        for text in (
            *((age,) if age else ()),
            self.tr(
                "Write Erasmus+ partnership proposals offline: guided questions, a "
                "calculated budget, and a Word file at the end."
            ),
            self.tr(
                "This is not an official form. It was not made by the European "
                "Commission or a National Agency. Only the official form and the "
                "Programme Guide count."
            ),
            self.tr("Erasmus Desk does not use the internet. Your text stays where you save it."),
            self.tr("It is free software under the MIT licence, without any warranty."),
        ):
            self.body.addWidget(wrapped_label(text))
        if calls:
            self.body.addSpacing(GRID)
            self.body.addWidget(wrapped_label(self.tr("Calls included"), "heading"))
        for text in calls:
            self.body.addWidget(wrapped_label(text))
        self.body.addSpacing(GRID)
        self.body.addWidget(wrapped_label(self.tr("Made with"), "heading"))
        for component, licence in COMPONENTS:
            text = self.tr("{0} ({1} licence)").format(component, licence)
            self.body.addWidget(wrapped_label(text))
        self.finish_reading(self.tr("Close"))


class ShortcutsDialog(Dialog):
    """Commands and their keys in two columns."""

    def __init__(self, parent: QWidget | None, shortcuts: tuple[tuple[str, str], ...]) -> None:
        super().__init__(parent, 56)
        self.set_title(self.tr("Keyboard shortcuts"))
        self.body.addWidget(wrapped_label(self.windowTitle(), "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 3)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(0, 1)
        for row, (command, keys) in enumerate(shortcuts):
            grid.addWidget(wrapped_label(command), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(short_label(keys, "label"), row, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)
        self.finish_reading(self.tr("Close"))
