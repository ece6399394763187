"""The texts of the home page, of proposals and calls that were summarised before if possible."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import PackError
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage import drafts
from erasmus_desk.storage.draft_summaries import CallSummary, DraftSummaries, DraftSummary
from erasmus_desk.storage.drafts import DraftListing

from ..main_window.card_texts import (
    CallText,
    CardText,
    call_text,
    card_text,
    unreadable_card_text,
)
from ..main_window.window import MainWindow
from ..session.services import Services

Summarise = Callable[[Draft, Services, str], DraftSummary]
SummariseCalls = Callable[[tuple[Path, ...], str], tuple[CallSummary, ...]]


class HomeTexts:
    """Makes the texts of the cards, and keeps the summaries that are new."""

    def __init__(self, window: MainWindow, services: Services, paths: AppPaths) -> None:
        self._window = window
        self._services = services
        self._paths = paths
        self._summaries = DraftSummaries(paths.draft_summaries, paths.calls, window.language)

    def list_cards(self, recent: tuple[Path, ...]) -> tuple[CardText, ...]:
        """Return the texts of the proposals in their folder, and of recent ones elsewhere."""
        listings = drafts.list_drafts(self._paths.drafts, recent, self._summaries)
        return tuple(self._card_text(listing) for listing in listings)

    def _card_text(self, listing: DraftListing) -> CardText:
        window, summary = self._window, listing.summary
        if listing.draft is not None:
            try:
                summarise, _ = _load_summaries()
                summary = summarise(listing.draft, self._services, window.language)
            except PackError as problem:
                return unreadable_card_text(listing.path, problem, window.messages)
            self._summaries.keep(listing.path, summary)
        if summary is None:
            return unreadable_card_text(listing.path, listing.error, window.messages)
        return card_text(listing.path, summary, window.language)

    def list_calls(self) -> tuple[CallText, ...]:
        """Return the texts of the calls included."""
        language = self._window.language
        calls = self._summaries.find_calls()
        if calls is None:
            _, summarise_calls = _load_summaries()
            calls = summarise_calls(self._paths.calls, language)
            self._summaries.keep_calls(calls)
        return tuple(call_text(one, language) for one in calls)

    def save(self) -> None:
        """Keep the summaries for the next time."""
        self._summaries.save()


def _load_summaries() -> tuple[Summarise, SummariseCalls]:
    """Load what reads calls: only a draft or a call that changed since the last start needs it."""
    from ..main_window.draft_summary import summarise, summarise_calls  # noqa: PLC0415

    return summarise, summarise_calls


def shorten_folder(folder: Path) -> str:
    """Return a folder as a path from the home folder of the user, if it is in it."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)
