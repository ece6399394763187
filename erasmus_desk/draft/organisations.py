"""Which organisation of a proposal applies, and which are its partners.

The list of organisations says which of its items leads it, so that no place of an item has a
meaning of its own.
"""

from __future__ import annotations

from erasmus_desk.call.form import FIRST_ITEM, ListSpec
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key


def find_lead(draft: Draft, spec: ListSpec) -> str:
    """Return the item that leads a list, as the list says, or an empty string.

    That is the first, or the first whose answer to a question is yes.
    """
    items = draft.items(spec.id)
    if spec.lead != FIRST_ITEM:
        return next((one for one in items if draft.get(Key(spec.lead, one)) is True), "")
    return next(iter(items), "")


def find_applicant(draft: Draft, pack: Pack) -> str:
    """Return the organisation that applies, or an empty string."""
    spec = pack.form.lists.get(pack.role("organisations"))
    return find_lead(draft, spec) if spec is not None else ""


def list_partners(draft: Draft, pack: Pack) -> tuple[str, ...]:
    """Return the organisations that do not apply, in their order."""
    applicant = find_applicant(draft, pack)
    return tuple(one for one in draft.items(pack.role("organisations")) if one != applicant)
