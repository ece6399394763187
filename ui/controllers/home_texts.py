"""The texts of the home page, of proposals and calls that were summarised before if possible."""

from __future__ import annotations

import sys
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Protocol

from erasmus_desk.errors import DeskError, DraftMissing
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage.draft_folder import find_modified_time, list_paths
from erasmus_desk.storage.draft_summaries import CallSummary, DraftSummaries, DraftSummary

from ..main_window.card_texts import (
    CallText,
    CardText,
    call_text,
    card_text,
    tell_apart,
    unreadable_card_text,
)
from ..main_window.window import MainWindow


class Summaries(Protocol):
    """Makes summaries (`draft_summary.Summariser`)."""

    def summarise(self, path: Path) -> DraftSummary:
        """Return the facts of the card of a draft. Raises DraftError or PackError."""
        ...

    def summarise_calls(self) -> tuple[CallSummary, ...]:
        """Return the facts of the cards of the calls."""
        ...


class HomeTexts:
    """Makes the texts of the cards, and keeps the summaries that are new."""

    def __init__(self, window: MainWindow, paths: AppPaths) -> None:
        self._window = window
        self._paths = paths
        self._summaries = DraftSummaries(paths.draft_summaries, paths.calls, window.language)

    @cached_property
    def _summariser(self) -> Summaries:
        # It reads drafts and calls: only those that changed since the last start need it.
        from ..main_window.draft_summary import Summariser  # noqa: PLC0415

        return Summariser(self._paths.calls, self._window.language)

    def list_cards(self, recent: tuple[Path, ...]) -> tuple[CardText, ...]:
        """Return the texts of the proposals in their folder, and of recent ones elsewhere.

        The last modified is first. Recent ones that are gone are left out.
        """
        found = [self._find_text(path) for path in list_paths(self._paths.drafts, recent)]
        there = [one for one in found if one is not None]
        there.sort(key=lambda one: (-one[0].timestamp(), str(one[1].path)))
        return tell_apart([text for _, text in there])

    def _find_text(self, path: Path) -> tuple[datetime, CardText] | None:
        """Return when a draft was modified, and the texts of its card; `None` if it is gone."""
        window, summary = self._window, self._summaries.find(path)
        if summary is None:
            try:
                summary = self._summariser.summarise(path)
            except DraftMissing:
                return None
            except DeskError as problem:
                text = unreadable_card_text(path, problem, window.messages)
                return find_modified_time(path), text
            self._summaries.keep(path, summary)
        return summary.modified, card_text(path, summary, window.language)

    def list_calls(self) -> tuple[CallText, ...]:
        """Return the texts of the calls included."""
        language = self._window.language
        calls = self._summaries.find_calls()
        if calls is None:
            calls = self._summariser.summarise_calls()
            self._summaries.keep_calls(calls)
        return tuple(call_text(one, language) for one in calls)

    def save(self) -> None:
        """Keep the summaries for the next time."""
        self._summaries.save()


def shorten_folder(folder: Path) -> str:
    """Return a folder as a path from the home folder of the user, if it is in it.

    Windows shows no home folder as `~`, so a path there stays whole.
    """
    if sys.platform == "win32":
        return str(folder)
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)
