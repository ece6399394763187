"""The keyboard focus stays on the page when what has it goes away."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ..widgets.scroll_page import ScrollPage


class PageFocus(QObject):
    """Gives the focus to what is nearest on the page to a part that was hidden or disabled.

    Qt gives it to the next part of the window: a button of the top bar, or the answer of a notice,
    which the next press of the space bar would give.
    """

    def __init__(self, pages: QStackedWidget) -> None:
        super().__init__(pages)
        self._pages = pages
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        page = self._pages.currentWidget()
        if before is None or now is None or not isinstance(page, ScrollPage):
            return
        if not shiboken6.isValid(before) or not page.isVisible() or not page.isAncestorOf(before):
            return
        has_left = before.isVisibleTo(page) and before.isEnabledTo(page)
        if has_left or page.isAncestorOf(now):
            return
        near = _find_near(before, page)
        if near is None:
            page.focus_first()
        else:
            near.setFocus()


def _find_near(gone: QWidget, page: QWidget) -> QWidget | None:
    """Return what Tab reaches in the closest part around, the page itself excepted."""
    around = gone.parentWidget()
    while around is not None and around is not page:
        for one in around.findChildren(QWidget):
            is_stop = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.isEnabled()
            if is_stop and one.isVisible():
                return one
        around = around.parentWidget()
    return None
