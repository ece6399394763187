"""The controllers that act on the open draft, each loaded when a page first needs it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..main_window.page_factory import EXPORT, FEEDBACK, PREVIEW, REVIEW_IMPORT
from ..main_window.window import MainWindow
from ..pages.base import Page
from .editing import EditingController
from .saving import SaveStatusController

if TYPE_CHECKING:
    from erasmus_desk.paths import AppPaths

    from .export import ExportController
    from .review_import import ReviewImportController


class DraftControllers:
    """Editing, saving, export and review import of the draft in a window."""

    def __init__(self, window: MainWindow, paths: AppPaths) -> None:
        self._window = window
        self._paths = paths
        self.editing = EditingController(window, paths)
        self.save_status = SaveStatusController(window)
        window.page_built.connect(self._attach)

    @cached_property
    def export(self) -> ExportController:
        """The controller of the export page and the preview."""
        from .export import ExportController  # noqa: PLC0415

        return ExportController(self._window, self._paths)

    @cached_property
    def review_import(self) -> ReviewImportController:
        """The controller of review imports."""
        from .review_import import ReviewImportController  # noqa: PLC0415

        return ReviewImportController(self._window, self._paths)

    def _attach(self, step: str, page: Page) -> None:
        if step in {EXPORT, PREVIEW}:
            self.export.attach(page)
        elif step in {FEEDBACK, REVIEW_IMPORT}:
            self.review_import.attach(page)
        else:
            self.editing.attach(page)
