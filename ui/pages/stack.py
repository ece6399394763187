"""The pages of an open draft: each built when it is first shown, and kept from then on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from .base import Page
from .maker import PageMaker


class PageStack(QStackedWidget):
    """Holds the pages by their steps and shows one of them."""

    focused = Signal(object)
    asked_for = Signal(object)

    def __init__(self, maker: PageMaker) -> None:
        """Begin without a page."""
        super().__init__()
        self._maker = maker
        self._pages: dict[str, Page] = {}

    def page(self, step: str) -> Page | None:
        """Give the page of a step, built if it was never shown; `None` where there is none."""
        if step not in self._pages:
            page = self._maker.page(step)
            if page is None:
                return None
            self.put(step, page)
        return self._pages[step]

    def built(self, step: str) -> Page | None:
        """Give the page of a step if it was ever shown."""
        return self._pages.get(step)

    def put(self, step: str, page: Page) -> None:
        """Keep a page for a step."""
        page.focused.connect(self.focused)
        page.asked_for.connect(self.asked_for)
        self._pages[step] = page
        self.addWidget(page)

    def drop(self, step: str) -> bool:
        """Let go of the page of a step; tells whether there was one."""
        page = self._pages.pop(step, None)
        if page is None:
            return False
        self.removeWidget(page)
        page.deleteLater()
        return True
