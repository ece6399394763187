"""The page "About this call" over what the window shows."""

from __future__ import annotations

from functools import partial

from ..main_window.window import MainWindow
from ..pages.about_call import AboutCallPage


def show_about_call(window: MainWindow, call: str) -> None:
    """Show the page of a call, or of the first one for an empty name; Back closes it."""
    library = window.draft_manager.library
    with window.showing_errors():
        calls = library.list_packs()
        call = call or calls[0]
        names = {one: library.load_texts(one, window.language).get("pack.name") for one in calls}
        others = {one: name for one, name in names.items() if one != call}
        texts = library.load_texts(call, window.language)
        page = AboutCallPage(library.load_pack(call), texts, others, window.theme)
        page.back_requested.connect(window.stack.close_over)
        page.call_requested.connect(partial(show_about_call, window))
        if window.opened is not None:
            # What changes, by undo for example, must be visible.
            window.opened.session.changed.connect(page.request_back)
        window.stack.show_over(page)
        page.focus_first()
