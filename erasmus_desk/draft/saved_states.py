"""The states of a draft that its file came from, by which two versions find what both began with.

They are a member of the draft file that older versions do not know and write back unchanged. The
last one is that of the file itself: if the answers are others, such a version wrote them, and the
last one is what it had read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.draft.answer_json import to_json
from erasmus_desk.draft.model import Draft

MEMBER = "states"
DENSE = 12
"""States before the newest that all stay; twice as far back every second one, and so on.

Which ones stay depends on their number alone, so that two computers keep the same.
"""
MAX_STATES = 400
"""States that are read: as many as no program writes."""
LENGTH = 16
"""Characters of a digest that are kept."""


class SavedState(Struct, frozen=True):
    """One state of the file: a number that grows, the digests of its answers and of the file.

    That of the file is empty as long as nobody has read it back.
    """

    number: int
    answers: str
    file: str = ""


def list_states(draft: Draft, digest: str = "") -> tuple[SavedState, ...]:
    """Return the states of a draft as read from a file with this digest, oldest first.

    The last one is always that of the draft itself.
    """
    found = draft.extra.get(MEMBER)
    rows = cast("list[object]", found)[-MAX_STATES:] if isinstance(found, list) else []
    states = [state for row in rows if (state := _read_state(row)) is not None]
    return add_state(states, draft, digest)


def has_states(draft: Draft) -> bool:
    """Return whether the file of a draft tells what it came from."""
    return bool(draft.extra.get(MEMBER))


def add_state(states: Sequence[SavedState], draft: Draft, digest: str) -> tuple[SavedState, ...]:
    """Return some states and that of a draft, whose file has this digest, as the last one."""
    own = compute_answers_digest(draft)
    last = states[-1] if states else None
    if last is not None and last.answers == own:
        return (*states[:-1], replace(last, file=digest[:LENGTH] or last.file))
    newest = max((state.number for state in states), default=0) + 1
    kept = (state for state in states if newest - state.number < DENSE * _find_step(state.number))
    return (*kept, SavedState(newest, own, digest[:LENGTH]))


def join_states(ours: Sequence[SavedState], theirs: Iterable[SavedState]) -> tuple[SavedState, ...]:
    """Return the states of two versions that become one, those of ours last."""
    known = {state.answers for state in ours}
    others = (state for state in theirs if state.answers not in known)
    return (*sorted((*others, *ours[:-1]), key=lambda state: state.number), *ours[-1:])


def put_states(draft: Draft, states: Sequence[SavedState]) -> Draft:
    """Return the draft as it is to be written, after the states that its file had."""
    rows = [_write_state(state) for state in add_state(states, draft, "")]
    return replace(draft, extra=MappingProxyType({**draft.extra, MEMBER: rows}))


def compute_answers_digest(draft: Draft) -> str:
    """Return a digest of the answers, whatever their order in the file and the program."""
    rows = sorted((key.question, key.item, to_json(value)) for key, value in draft.answers.items())
    content = json.dumps(rows).encode("ascii")
    return hashlib.sha256(content).hexdigest()[:LENGTH]


def _find_step(number: int) -> int:
    """Return the largest power of two that a number can be divided by."""
    return number & -number


def _write_state(state: SavedState) -> str:
    return f"{state.number}:{state.answers}:{state.file}"


def _read_state(row: object) -> SavedState | None:
    """Return a state, or `None` for what is none: the file may come from anybody."""
    match row.split(":") if isinstance(row, str) else []:
        case [number, answers, file] if number.isascii() and number.isdigit():
            is_sound = 0 < len(number) < LENGTH and len(answers) == LENGTH and len(file) <= LENGTH
            return SavedState(int(number), answers, file) if is_sound and int(number) else None
        case _:
            return None
