"""Pages over what the window shows, which are only read: about a call, the backups."""

from __future__ import annotations

from ..main_window.window import MainWindow
from ..widgets.scroll_page import PageWithBack


def show_page_over(window: MainWindow, page: PageWithBack) -> None:
    """Show a page with the focus on its title; Back closes it, and so does a change of the draft.

    What changes, by undo for example, must be visible: keys would go into a page that is covered.
    """
    page.back_requested.connect(window.stack.close_over)
    if window.opened is not None:
        window.opened.session.changed.connect(page.request_back)
    window.stack.show_over(page)
    page.focus_first()
