"""The page "About this call" over what the window shows."""

from __future__ import annotations

from functools import partial

from ..main_window.window import MainWindow
from ..pages.about_call import AboutCallPage
from .page_over import show_page_over


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
        page.call_requested.connect(partial(show_about_call, window))
        show_page_over(window, page)
