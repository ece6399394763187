"""What this program is, what it is not, and what it is made of."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ..theme.theme import GRID
from ..widgets.labels import wrapped
from .base import Dialog

PARTS = (
    ("Qt, PySide6", "LGPL 3"),
    ("python-docx", "MIT"),
    ("XlsxWriter", "BSD"),
    ("lxml", "BSD"),
    ("Babel", "BSD"),
    ("platformdirs", "MIT"),
    ("Lucide", "ISC"),
    ("GeoNames", "CC BY 4.0"),
)
"""Names of the libraries, icons and data on board, and their licences."""


class AboutDialog(Dialog):
    """Says it all on one page."""

    def __init__(self, parent: QWidget | None, version: str) -> None:
        """Write the page for a version of the program."""
        super().__init__(parent, 64)
        self.set_title(self.tr("About Erasmus Desk"))
        self.body.addWidget(wrapped(self.tr("Erasmus Desk {}").format(version), "title"))
        for text in (
            self.tr(
                "A desk for Erasmus+ partnership proposals: guided writing, drafts on your own "
                "computer, a Word file at the end."
            ),
            self.tr(
                "It is not an official form, and no part of the European Commission or of a "
                "national agency made it. What counts is the official form and the Programme "
                "Guide of the call."
            ),
            self.tr("It opens no network connection. What you write stays where you save it."),
            self.tr("It is free software under the MIT licence, without any warranty."),
        ):
            self.body.addWidget(wrapped(text))
        self.body.addSpacing(GRID)
        self.body.addWidget(wrapped(self.tr("Made with"), "heading"))
        for part, licence in PARTS:
            self.body.addWidget(wrapped(self.tr("{0} ({1} licence)").format(part, licence)))
        self.body.addStretch(1)
        self.close_button = self.add_button(self.tr("Close"), "primary")
        self.close_button.clicked.connect(self.accept)
        self.read_by_keys()


class About:
    """The way to that page; `show` is taken on a dialog, by Qt."""

    @classmethod
    def show(cls, parent: QWidget | None, version: str) -> None:
        """Show the page until it is closed."""
        AboutDialog(parent, version).run()
