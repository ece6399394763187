"""The summaries of drafts and calls for their cards, made when they are new or have changed."""

from __future__ import annotations

from pathlib import Path

from erasmus_desk import progress
from erasmus_desk.call.library import Library
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft import review_state
from erasmus_desk.draft.visibility import find_deadline
from erasmus_desk.errors import PackError
from erasmus_desk.storage import drafts
from erasmus_desk.storage.draft_summaries import CallDeadline, CallSummary, DraftSummary


class Summariser:
    """Makes the summaries in one language; it makes no journal, as the manager of drafts would."""

    def __init__(self, calls: tuple[Path, ...], language: str) -> None:
        """Read the calls of some folders, when they are first needed."""
        self._library = Library(calls)
        self._language = language

    def summarise(self, path: Path) -> DraftSummary:
        """Return the facts of the card of a draft file.

        Raises DraftError where the draft, and PackError where its call cannot be read.
        """
        draft = drafts.read(path).draft
        pack = self._library.load_pack(draft.pack.id, draft.pack.revision)
        texts = self._library.load_texts(pack.id, self._language, pack.revision)
        # As the overview counts: what the checks miss is to be answered too.
        tally = progress.compute_progress(draft, pack, run_checks(draft, pack)).completion
        deadline = find_deadline(draft, pack)
        copies = review_state.list_outstanding_copies(draft)
        return DraftSummary(
            title=draft.text(pack.role("title")),
            acronym=draft.text(pack.role("acronym")),
            call=texts.get("pack.short"),
            kind=texts.get(f"kind.{draft.text(pack.role('kind'))}.short"),
            field=texts.get(f"field.{draft.text(pack.role('field'))}.name"),
            modified=draft.modified,
            deadline=deadline.at if deadline else None,
            zone=deadline.zone if deadline else "",
            required=tally.required,
            answered=tally.required_answered,
            shared_with=tuple(dict.fromkeys(copy.recipient for copy in copies if copy.recipient)),
            is_shared=bool(copies),
            copies=len(copies),
            undecided=len(review_state.list_unresolved(draft)),
            reply_by=min((copy.reply_by for copy in copies if copy.reply_by), default=None),
        )

    def summarise_calls(self) -> tuple[CallSummary, ...]:
        """Return the facts of the cards of all calls but those with errors."""
        return tuple(
            summary
            for pack in self._library.load_packs()[0]
            if (summary := summarise_call(self._library, pack.id, self._language)) is not None
        )


def summarise_call(library: Library, name: str, language: str) -> CallSummary | None:
    """Return the facts of the card of a call, or `None` if it has errors."""
    try:
        pack, texts = library.load_pack(name), library.load_texts(name, language)
    except PackError:
        return None
    deadlines = tuple(CallDeadline(one.at, one.zone) for one in pack.deadlines)
    short, action = texts.get("pack.short"), texts.get("pack.action")
    return CallSummary(pack.id, short, action, pack.state.value, deadlines)
