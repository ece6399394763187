"""What a crash left unsaved, held against the file as it lies on disk now."""

from __future__ import annotations

from msgspec import Struct

from erasmus_desk.draft.model import Step
from erasmus_desk.errors import DraftError
from erasmus_desk.storage import drafts
from erasmus_desk.storage.drafts import Opened
from erasmus_desk.storage.history import Rescue
from erasmus_desk.storage.journal import Journal


class Offer(Struct, frozen=True):
    """One draft to rescue: what to change in its file, and whether that is the file meant.

    `opened` is the file now, or `None` with the `error` that says why it cannot be read; then
    `rescue.latest` is all there is, and can be saved elsewhere. Without `fits` somebody else
    wrote the file since: the user compares before taking.
    """

    rescue: Rescue
    opened: Opened | None
    error: DraftError | None
    step: Step
    fits: bool


def offers(journal: Journal) -> tuple[Offer, ...]:
    """Give what there is to rescue, oldest first.

    A file that already holds all that was typed (it was replaced, and the crash came before
    the journal could note it) needs no rescue and is settled here. Raises JournalError.
    """
    found = [_offer(rescue) for rescue in journal.rescues()]
    for offer in found:
        if offer.opened and not offer.step.changes:
            journal.settle(offer.rescue, taken=True)
    return tuple(offer for offer in found if offer.step.changes or not offer.opened)


def _offer(rescue: Rescue) -> Offer:
    try:
        opened = drafts.read(rescue.path)
    except DraftError as problem:
        return Offer(rescue, None, problem, Step(()), fits=False)
    same = opened.draft.id == rescue.draft_id
    step = rescue.step(opened.draft)
    return Offer(rescue, opened, None, step, fits=same and rescue.fits(opened.digest))
