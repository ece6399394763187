"""A new draft from the first choices."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping
from datetime import datetime

from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Change, Draft, Key, PackRef, Value, item_added
from erasmus_desk.errors import ChoiceError


def new_id() -> str:
    """Give an id for a draft, the same nowhere else."""
    return uuid.uuid4().hex


def new_item() -> str:
    """Give an id for an item of a list, the same in no other draft that may be merged."""
    return secrets.token_hex(4)


def begin(pack: Pack, choices: Mapping[str, Value], now: datetime, draft_id: str = "") -> Draft:
    """Give a draft with the first choices, by role (`kind`, `field`, `language`, `title` …).

    Choices about the applicant (`organisation_…`) go to the first organisation, which is
    always there. Raises ChoiceError when the call does not offer a kind, field or language,
    or bars the pair.
    """
    _check(pack, choices)
    ref = PackRef(pack.id, pack.edition, pack.revision)
    draft = Draft(draft_id or new_id(), ref, now, now)
    first = ""
    if pack.role("organisations"):
        first = new_item()
        draft = draft.apply(*item_added(draft, pack.role("organisations"), first).changes)
    changes = [
        Change(Key(question, first if pack.form.list_of(question) else ""), None, chosen)
        for role, chosen in choices.items()
        if (question := pack.role(role))
    ]
    return draft.apply(*changes)


def _check(pack: Pack, choices: Mapping[str, Value]) -> None:
    known = {
        "kind": tuple(kind.id for kind in pack.kinds),
        "field": tuple(one.id for one in pack.fields),
    }
    for role, ids in known.items():
        chosen = choices.get(role)
        if chosen is not None and chosen not in ids:
            raise ChoiceError(role, chosen=chosen, known=", ".join(ids), call=pack.id)
    language = choices.get("language")
    question = pack.question(pack.role("language"))
    offered = pack.option_set(question) if question else None
    if language is not None and offered and language not in {one.id for one in offered.options}:
        codes = ", ".join(one.id for one in offered.options)
        raise ChoiceError("language", chosen=language, known=codes, call=pack.id)
    for pair in pack.barred:
        if (pair.kind, pair.field) == (choices.get("kind"), choices.get("field")):
            raise ChoiceError("barred", kind=pair.kind, field=pair.field, call=pack.id)
