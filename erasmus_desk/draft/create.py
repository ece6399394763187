"""New drafts from the first choices of the user."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from erasmus_desk.call.model import Pack
from erasmus_desk.draft.ids import make_draft_id, make_item_id
from erasmus_desk.draft.list_changes import add_item
from erasmus_desk.draft.model import Change, Draft, Key, PackRef, Value
from erasmus_desk.errors import ChoiceError


def create_draft(
    pack: Pack, choices: Mapping[str, Value], now: datetime, draft_id: str = ""
) -> Draft:
    """Return a draft with the first choices, by role (`kind`, `field`, `language`, `title` …).

    Choices about the applicant (`organisation_…`) go to the first organisation, which every
    new draft has. Raises ChoiceError for a kind, field, language or pair that the call does
    not offer.
    """
    _check_choices(pack, choices)
    ref = PackRef(pack.id, pack.edition, pack.revision)
    moment = now.replace(microsecond=0)  # as precise as a save, or it would be newer than that
    draft = Draft(draft_id or make_draft_id(), ref, moment, moment)
    first = ""
    if pack.role("organisations"):
        first = make_item_id()
        draft = draft.apply(*add_item(draft, pack.role("organisations"), first).changes)
    changes = [
        Change(Key(question, first if pack.form.list_of(question) else ""), None, chosen)
        for role, chosen in choices.items()
        if (question := pack.role(role))
    ]
    return draft.apply(*changes)


def carry_over(
    draft: Draft, pack: Pack, other: Draft, other_pack: Pack, roles: Iterable[str]
) -> Draft:
    """Return the draft with the answers that another one, for another call, has in these roles.

    An answer that this call does not take is left out; so is none at all.
    """
    for role in roles:
        name, other_name = pack.role(role), other_pack.role(role)
        question, other_question = pack.question(name), other_pack.question(other_name)
        if question is None or other_question is None or question.type is not other_question.type:
            continue
        value = other.get(Key(other_name, _first_item(other, other_pack, other_name)))
        is_offered = pack.option_set(question) is None or pack.option(name, str(value)) is not None
        if value is not None and is_offered:
            item = _first_item(draft, pack, name)
            draft = draft.apply(draft.change(Key(name, item), value))
    return draft


def _first_item(draft: Draft, pack: Pack, question: str) -> str:
    owner = pack.form.list_of(question)
    return next(iter(draft.items(owner)), "") if owner else ""


def list_proposal_languages(pack: Pack) -> tuple[str, ...] | None:
    """Return the languages a proposal may be written in, or `None` if the call does not ask."""
    question = pack.question(pack.role("language"))
    offered = pack.option_set(question) if question else None
    return tuple(option.id for option in offered.options) if offered else None


def _check_choices(pack: Pack, choices: Mapping[str, Value]) -> None:
    known = {
        "kind": tuple(kind.id for kind in pack.kinds),
        "field": tuple(field.id for field in pack.fields),
    }
    for role, ids in known.items():
        chosen = choices.get(role)
        if chosen is not None and chosen not in ids:
            raise ChoiceError(role, chosen=chosen, known=", ".join(ids), call=pack.id)
    language = choices.get("language")
    codes = list_proposal_languages(pack)
    if language is not None and codes is not None and language not in codes:
        raise ChoiceError("language", chosen=language, known=", ".join(codes), call=pack.id)
    for pair in pack.excluded_pairs:
        if (pair.kind, pair.field) == (choices.get("kind"), choices.get("field")):
            raise ChoiceError("barred", kind=pair.kind, field=pair.field, call=pack.id)
