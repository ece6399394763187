"""The controller that makes a new proposal for another call from the one that is open."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from erasmus_desk.storage.draft_summaries import CallSummary

from ..main_window.card_texts import CallText, call_text
from ..main_window.carry_choice import CarryChoicePage
from ..main_window.draft_summary import summarise_call
from ..main_window.page_factory import CARRIED
from ..main_window.window import MainWindow
from ..wizard.meaning import explain_state
from .page_over import show_page_over

TOPIC = "carry"


class CarryController(QObject):
    """Carries the open proposal, which stays as it is."""

    carried = Signal(str)
    """The name of the file of which the proposal that is open now was made."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def show_calls(self) -> None:
        """Show the calls that take the open proposal, to choose one."""
        window, opened = self._window, self._window.opened
        if opened is None:
            return
        library = window.draft_manager.library
        with window.showing_errors():
            calls = (
                summarise_call(library, name, window.language)
                for name in library.list_carry_targets(opened.session.pack.id)
            )
            words = tuple(self._describe_call(call) for call in calls if call is not None)
            page = CarryChoicePage(words, opened.session.pack.id, window.theme)
            page.call_chosen.connect(self.carry)
            show_page_over(window, page)

    def _describe_call(self, call: CallSummary) -> CallText:
        """Return the texts of a call, with what its state means for who begins now."""
        library, language = self._window.draft_manager.library, self._window.language
        note = explain_state(library.load_pack(call.id), library.load_texts(call.id, language))
        return replace(call_text(call, language), note=note)

    def carry(self, call: str) -> None:
        """Make the new proposal, and open it on what is to be looked at."""
        window, opened = self._window, self._window.opened
        if opened is None:
            return
        window.stack.close_over()
        if not window.secure(partial(self.carry, call)):
            return
        with window.showing_errors():
            manager, session = window.draft_manager, opened.session
            carried = manager.carry(session, call)
            name = manager.library.load_texts(call, window.language).get("pack.short")
            title = session.draft.text(session.pack.role("title"))
            before = session.path.name
            path = manager.create(carried.draft, f"{title} {name}".strip())
            if window.open_draft(path) and window.editor is not None:
                if CARRIED in window.editor.steps():
                    window.editor.show_step(CARRIED)
                text = self.tr("This is a new proposal for {0}. “{1}” is not changed.").format(
                    name, before
                )
                window.notifications.notify(TOPIC, text)
                self.carried.emit(before)
