"""`history`: the states of a draft, from the journal and the copies, and one of them as a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from erasmus_desk.call.model import Pack
from erasmus_desk.checks.context import Case
from erasmus_desk.cli.context import Desk, JsonValue, Outcome, patiently
from erasmus_desk.cli.requests import History
from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.text_diff import differ
from erasmus_desk.errors import DraftError, JournalError
from erasmus_desk.i18n import formats
from erasmus_desk.storage import drafts
from erasmus_desk.storage.backups import Copies
from erasmus_desk.storage.journal import Journal

REST = timedelta(minutes=10)
"""Changes that follow each other within this are one state, as somebody wrote on."""
MOST_NAMED = 6
"""Answers named on one line; `--json` names all."""
_COPY = "copy-"
_STAMP = "%Y%m%dT%H%M%S"


class _State(Struct, frozen=True):
    """One state of a draft: what it is restored by, since when, and what changed with it.

    `is_copy`: it is kept as a whole, in the folder of the copies.
    """

    id: str
    at: datetime
    keys: tuple[Key, ...]
    is_copy: bool = False


def run(desk: Desk, asked: History) -> Outcome:
    """List the states of a draft, or write one as another draft.

    Raises DraftError, PackError, JournalError or SaveError.
    """
    opened, pack = desk.open(asked.file)
    past = _Past(desk, opened.draft)
    try:
        if asked.restore:
            return _restored(desk, asked, past.draft(asked.restore), pack)
        states = past.states()
    finally:
        past.close()
    case = Case(opened.draft, pack)
    told: JsonValue = [_object(state, desk, case) for state in states]
    lines = tuple(_lines(states, asked.file, desk, case))
    return Outcome(lines, {"draft": asked.file, "states": told})


def _restored(desk: Desk, asked: History, draft: Draft, pack: Pack) -> Outcome:
    """Write a state as a draft of its own; where something is already, nothing is written."""
    copy = drafts.duplicate(draft)
    patiently(lambda: drafts.save_new(copy, Path(asked.output), pack.form.order))
    return Outcome((desk.sentences.say("history.restored", path=asked.output),))


class _Past:
    """The states of one draft. Where there is no journal yet, none is begun."""

    def __init__(self, desk: Desk, draft: Draft) -> None:
        self._draft = draft
        place = desk.places.journal
        self._journal = Journal.open(place) if place.exists() else None
        self._copies = Copies(desk.places.copies).of(draft.id)

    def close(self) -> None:
        """Let go of the journal."""
        if self._journal:
            self._journal.close()

    def states(self) -> list[_State]:
        """Give all states, oldest first."""
        found = [*self._kept()]
        if self._journal:
            steps = self._journal.draft_states(self._draft.id, REST)
            found += (_State(one.id, one.at, _forms(one.keys)) for one in steps)
        return sorted(found, key=lambda state: (state.at, not state.is_copy, state.id))

    def draft(self, state: str) -> Draft:
        """Give the draft as it was. Raises JournalError (`no-state`) for a state there is not."""
        for copy in self._copies:
            if _name(copy.at) == state:
                return drafts.read(copy.path).draft
        known = self.states()
        if self._journal is None or state not in {one.id for one in known}:
            raise JournalError("no-state", draft=self._draft.id, state=state)
        return self._journal.draft_at(self._draft.id, state)

    def _kept(self) -> Iterator[_State]:
        """Give the copies, each with what changed since the one before; a damaged one is not."""
        before: Draft | None = None
        for copy in self._copies:
            try:
                draft = drafts.read(copy.path).draft
            except DraftError:
                continue
            yield _State(_name(copy.at), copy.at, _changed(before, draft), is_copy=True)
            before = draft


def _name(at: datetime) -> str:
    return f"{_COPY}{at.strftime(_STAMP)}"


def _changed(before: Draft | None, after: Draft) -> tuple[Key, ...]:
    if before is None:
        return ()
    keys = {*before.answers, *after.answers}
    return _forms(sorted(key for key in keys if differ(before.get(key), after.get(key))))


def _forms(keys: Iterable[Key]) -> tuple[Key, ...]:
    """Leave out what the program keeps for itself with a draft."""
    return tuple(key for key in keys if not review_state.is_own(key))


def _lines(states: list[_State], file: str, desk: Desk, case: Case) -> Iterator[str]:
    say, language = desk.sentences.say, desk.sentences.language
    if not states:
        yield say("history.none", path=file)
        return
    yield say("history.total", path=file, n=len(states))
    width = max(len(state.id) for state in states)
    for state in states:
        moment = formats.moment(state.at.astimezone(), language)
        names = _places(state, desk, case)
        told = ", ".join(names[:MOST_NAMED])
        if len(names) > MOST_NAMED:
            told = say("history.more", named=told, n=len(names) - MOST_NAMED)
        kind = say("history.copy") if state.is_copy else say("history.opened")
        yield f"  {state.id:{width}}  {moment}  {told or kind}"


def _places(state: _State, desk: Desk, case: Case) -> list[str]:
    texts = desk.texts(case.pack)
    return [desk.sentences.fact(case.place(key), texts) for key in state.keys]


def _object(state: _State, desk: Desk, case: Case) -> JsonValue:
    texts = desk.texts(case.pack)
    return {
        "id": state.id,
        "at": state.at.isoformat(),
        "kept": "copy" if state.is_copy else "journal",
        "answers": [
            {
                "question": key.question,
                "item": key.item or None,
                "label": desk.sentences.fact(case.place(key), texts),
            }
            for key in state.keys
        ],
    }
