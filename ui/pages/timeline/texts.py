"""The title of the timeline, which the list of steps shows before the page is loaded."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def get_page_title() -> str:
    """Return the title of the page, also used in the step list."""
    return QCoreApplication.translate("TimelinePage", "Timeline")
